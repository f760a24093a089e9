"""A tick box in the window's colours whose words may wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.shared.focus_ring import ring_on_focus
from ui.shared.icons import paint_icon

if TYPE_CHECKING:
    from ui.shared.theme import Theme

BOX: Final = 18
GAP: Final = 10
_WRAP: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)


class CheckBox(QAbstractButton):
    """A tick and its sentence, which is also its accessible name."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)
        ring_on_focus(self, theme)

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The words' lines, at least 32 for the finger."""
        room = QRect(0, 0, max(width - BOX - GAP, 40), 10_000)
        return max(32, self._metrics().boundingRect(room, _WRAP, self.text()).height() + 8)

    def sizeHint(self) -> QSize:
        """Up to 360 wide, then a further line."""
        width = min(BOX + GAP + self._metrics().horizontalAdvance(self.text()) + 2, 360)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few words wide."""
        return QSize(min(120, self.sizeHint().width()), 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, tick, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._metrics().height() + 8
        top = (min(line, self.height()) - BOX) / 2 if self.height() > 32 else (self.height() - BOX) / 2
        box = QRectF(0.5, top, BOX, BOX)
        on = self.isChecked()
        painter.setPen(QPen(self._theme.color("Accent" if on else "fieldBorder"), 1))
        painter.setBrush(self._theme.color("Accent" if on else "Base"))
        painter.drawRoundedRect(box, 4, 4)
        if on:
            paint_icon(painter, self._theme, "check", "onAccent", box.adjusted(2, 2, -2, -2))
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.color("Text" if self.isEnabled() else "disabledText"))
        painter.drawText(self.rect().adjusted(BOX + GAP, 0, 0, 0), _WRAP, self.text())

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font("body"))
