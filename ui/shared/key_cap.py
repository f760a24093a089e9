"""The keys beside an action: small, outlined, read out with the button's name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from ui.shared.theme import Theme

HEIGHT: Final = 20
PADDING: Final = 6


def key_cap_size(theme: Theme, keys: str) -> QSize:
    """How large the cap for this text is."""
    width = QFontMetrics(theme.font("caption")).horizontalAdvance(keys)
    return QSize(max(width + 2 * PADDING, HEIGHT), max(HEIGHT, theme.px(HEIGHT)))


def paint_key_cap(painter: QPainter, theme: Theme, keys: str, rect: QRectF, ink: QColor | None = None) -> None:
    """Draw a cap. On a filled button `ink` is the text's colour and a veil of it the cap's ground."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if ink is None:
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(theme.color("AlternateBase"))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        veil = QColor(ink)
        veil.setAlphaF(0.14)
        painter.setBrush(veil)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(ink or theme.color("textSecondary"))
    painter.setFont(theme.font("caption", strong=ink is not None))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, keys)


class KeyCap(QWidget):
    """A key cap in a layout."""

    def __init__(self, theme: Theme, keys: str) -> None:
        super().__init__()
        self._theme = theme
        self._keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as its text."""
        return key_cap_size(self._theme, self._keys)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        paint_key_cap(QPainter(self), self._theme, self._keys, QRectF(self.rect()))
