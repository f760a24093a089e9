"""A dot in the colour of a bar's part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.shared.theme import Theme

SIZE: Final = 8


class Dot(QWidget):
    """Eight pixels; the words beside it do the telling.

    Args:
        theme: colours.
        role: colour token, or "heat3" for the fourth heat step.
    """

    def __init__(self, theme: Theme, role: str) -> None:
        super().__init__()
        self._theme = theme
        self._role = role
        self.setFixedSize(SIZE, 16)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A filled circle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        heat = self._role.startswith("heat")
        painter.setBrush(self._theme.heat(int(self._role[4:]))[0] if heat else self._theme.color(self._role))
        painter.drawEllipse(0, (self.height() - SIZE) // 2, SIZE, SIZE)
