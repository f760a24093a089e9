"""A way to send, as a tile that can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.shared.focus_ring import ring_on_focus
from ui.shared.icons import icon_source, paint_icon

if TYPE_CHECKING:
    from ui.shared.theme import Theme

HEIGHT: Final = 64
ICON: Final = 18
SIDE: Final = 16


class ServiceTile(QAbstractButton):
    """Icon, name, one grey line; the chosen one is tinted, bordered and ticked."""

    def __init__(self, theme: Theme, icon: str, name: str, words: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._words = words
        icon_source(icon)
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ring_on_focus(self, theme)

    def sizeHint(self) -> QSize:
        """Wide enough for both lines."""
        name = QFontMetrics(self._theme.font("body", strong=True)).horizontalAdvance(self.text())
        words = QFontMetrics(self._theme.font("caption")).horizontalAdvance(self._words)
        width = SIDE + ICON + 14 + max(name, words) + 14 + ICON + SIDE
        return QSize(width, max(HEIGHT, self._theme.px(HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """A name is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon, both lines, tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        width = 2 if chosen else 1
        painter.setPen(QPen(self._theme.color("Accent" if chosen else "border"), width))
        painter.setBrush(self._theme.color("tint" if chosen else "hover" if self.underMouse() else "Base"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        self._paint_icons(painter, chosen=chosen)
        self._paint_words(painter, chosen=chosen)

    def _paint_icons(self, painter: QPainter, *, chosen: bool) -> None:
        top = (self.height() - ICON) / 2
        role = "Accent" if chosen else "textSecondary"
        paint_icon(painter, self._theme, self._icon, role, QRectF(SIDE, top, ICON, ICON))
        if chosen:
            tick = QRectF(self.width() - SIDE - ICON, top, ICON, ICON)
            paint_icon(painter, self._theme, "check", "Accent", tick)

    def _paint_words(self, painter: QPainter, *, chosen: bool) -> None:
        x, middle = SIDE + ICON + 14, self.height() / 2
        painter.setFont(self._theme.font("body", strong=chosen))
        painter.setPen(self._theme.color("Text"))
        painter.drawText(QPointF(x, middle - self._theme.px(4)), self.text())
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.color("textSecondary"))
        painter.drawText(QPointF(x, middle + self._theme.px(15)), self._words)
