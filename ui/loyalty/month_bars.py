"""Twelve bars, one a month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.shared.theme import Theme

BARS: Final = 78
WIDTH: Final = 14
GAP: Final = 6


class MonthBars(QWidget):
    """A bar's height is its share of the highest; the numbers are read out as the description.

    Args:
        theme: colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bars: Sequence[tuple[str, int]] = ()
        self.stale = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[tuple[str, int]], said: str) -> None:
        """(Label, amount) of each month; `said` is the same in words, for assistive tools and as tooltip."""
        self._bars = bars
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self.update()

    def set_stale(self, *, stale: bool) -> None:
        """What is shown is older than the rules."""
        self.stale = stale
        self.update()

    def sizeHint(self) -> QSize:
        """Bars, a gap, the labels' line."""
        return QSize(300, BARS + GAP + self._metrics().height())

    def minimumSizeHint(self) -> QSize:
        """Twelve narrow bars."""
        return QSize(12 * (WIDTH + 4), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bars with round tops, labels beneath."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        highest = max((amount for _, amount in self._bars), default=0)
        step = self.width() / max(len(self._bars), 1)
        painter.setFont(self._theme.font("caption"))
        for place, (label, amount) in enumerate(self._bars):
            middle = step * (place + 0.5)
            height = BARS * amount / highest if highest else 0
            self._paint_bar(painter, middle, max(height, 2.0))
            painter.setPen(self._theme.color("textSecondary"))
            width = self._metrics().horizontalAdvance(label)
            painter.drawText(QPointF(middle - width / 2, BARS + GAP + self._metrics().ascent()), label)

    def _paint_bar(self, painter: QPainter, middle: float, height: float) -> None:
        bar = QRectF(middle - WIDTH / 2, BARS - height, WIDTH, height)
        path = QPainterPath()
        path.addRoundedRect(bar, 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("disabledBorder") if self.stale else self._theme.heat(4)[0])
        painter.drawPath(path)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font("caption"))
