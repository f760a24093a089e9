"""One trade to choose: icon and name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.shared.focus_ring import ring_on_focus
from ui.shared.icons import icon_source, paint_icon

if TYPE_CHECKING:
    from ui.shared.theme import Theme

HEIGHT: Final = 56
ICON: Final = 24
SIDE: Final = 16


class TradeTile(QAbstractButton):
    """The chosen one lies on the tint with the accent's border."""

    def __init__(self, theme: Theme, icon: str, words: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        icon_source(icon)
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.updateGeometry)
        ring_on_focus(self, theme)

    def nextCheckState(self) -> None:
        """A press asks; the view decides which one is chosen."""

    def sizeHint(self) -> QSize:
        """Icon and words in their boldest weight."""
        words = QFontMetrics(self._theme.font("body", strong=True)).horizontalAdvance(self.text())
        return QSize(SIDE + ICON + 12 + words + SIDE, max(HEIGHT, self._theme.px(HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setPen(QPen(self._theme.color("Accent" if chosen else "border"), 2 if chosen else 1))
        painter.setBrush(self._theme.color("tint" if chosen else "hover" if self.underMouse() else "Base"))
        inset = 1.0 if chosen else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 12, 12)
        mark = QRectF(SIDE, (self.height() - ICON) / 2, ICON, ICON)
        paint_icon(painter, self._theme, self._icon, "Accent" if chosen else "textSecondary", mark)
        font = self._theme.font("body", strong=True)
        painter.setFont(font)
        painter.setPen(self._theme.color("Accent" if chosen else "Text"))
        base = (self.height() + QFontMetrics(font).capHeight()) / 2
        painter.drawText(QPointF(SIDE + ICON + 12, base), self.text())
