"""A round sign with the first letter of somebody's name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.shared.icons import paint_icon

if TYPE_CHECKING:
    from ui.shared.theme import Theme

SIZE: Final = 32
ICON: Final = 16


def paint_avatar(painter: QPainter, theme: Theme, name: str, place: QRectF) -> None:
    """Draw the sign into a square place; without a name, an empty seat."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("border"), 1))
    painter.setBrush(theme.color("Base"))
    painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5))
    if name:
        painter.setFont(theme.font("caption", strong=True))
        painter.setPen(theme.color("Accent"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name[:1].upper())
    else:
        inner = (SIZE - ICON) / 2
        paint_icon(painter, theme, "user", "textSecondary", place.adjusted(inner, inner, -inner, -inner))
    painter.restore()


class Avatar(QWidget):
    """32 x 32; says nothing to assistive tools, the name beside it does."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self.setFixedSize(SIZE, SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sign."""
        paint_avatar(QPainter(self), self._theme, self._name, QRectF(self.rect()))
