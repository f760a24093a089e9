"""A bar in parts: points to the next reward with the gain in a lighter step, people by number of parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.shared.theme import Theme

HEIGHT: Final = 8


@dataclass(frozen=True, slots=True)
class BarPart:
    """One part of a bar.

    Attributes:
        amount: its share, in the unit of the bar's total.
        role: colour token, or "heat3" for the fourth heat step.
    """

    amount: float
    role: str


class PartBar(QProgressBar):
    """Eight pixels high; to assistive tools a progress bar with its value.

    Args:
        theme: colours.
        name: accessible name.
    """

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._parts: Sequence[BarPart] = ()
        self._total = 1.0
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Sequence[BarPart], total: float, value: str) -> None:
        """Show parts of a total; `value` is what is read out ("842 of 1,000 points")."""
        self._parts = parts
        self._total = max(total, sum(part.amount for part in parts), 1e-9)
        self.setMaximum(1000)
        self.setValue(round(1000 * sum(part.amount for part in parts) / self._total))
        self.setAccessibleDescription(value)
        self.update()

    def sizeHint(self) -> QSize:
        """Any width, 8 high."""
        return QSize(120, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Narrow is fine."""
        return QSize(24, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, then the parts one after the other inside its rounded ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ends = QPainterPath()
        ends.addRoundedRect(QRectF(self.rect()), HEIGHT / 2, HEIGHT / 2)
        painter.setClipPath(ends)
        painter.fillRect(self.rect(), self._theme.color("divider"))
        x = 0.0
        for part in self._parts:
            width = self.width() * part.amount / self._total
            painter.fillRect(QRectF(x, 0, width, self.height()), self._color(part.role))
            x += width

    def _color(self, role: str) -> QColor:
        return self._theme.heat(int(role[4:]))[0] if role.startswith("heat") else self._theme.color(role)
