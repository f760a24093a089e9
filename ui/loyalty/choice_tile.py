"""One of three ways side by side: the value, what it costs, how often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.shared.focus_ring import ring_on_focus

if TYPE_CHECKING:
    from ui.shared.theme import TextKind, Theme

PADDING: Final = 8


class ChoiceTile(QAbstractButton):
    """Three lines, centred; the chosen one lies on the tint with the accent's border."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines = ("", "", "")
        self._stale = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ring_on_focus(self, theme)

    def show_lines(self, first: str, second: str, third: str, *, chosen: bool) -> None:
        """What it says, and whether it holds."""
        self._lines = (first, second, third)
        self.setChecked(chosen)
        self.setAccessibleName(first)
        self.setAccessibleDescription(f"{second} {third}".strip())
        self.updateGeometry()
        self.update()

    def set_stale(self, *, stale: bool) -> None:
        """What it says is older than the rules."""
        self._stale = stale
        self.update()

    def nextCheckState(self) -> None:
        """A press asks; the draft decides which one holds."""

    def sizeHint(self) -> QSize:
        """The widest line; padding above and below."""
        kinds: tuple[TextKind, ...] = ("body", "title", "caption")
        widest = max(
            QFontMetrics(self._theme.font(kind, strong=True)).horizontalAdvance(line)
            for kind, line in zip(kinds, self._lines, strict=True)
        )
        return QSize(widest + 2 * PADDING, 24 + sum(self._theme.px(line) for line in (20, 26, 16)))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and three lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setPen(QPen(self._theme.color("Accent" if chosen else "border"), 2 if chosen else 1))
        painter.setBrush(self._theme.color("tint" if chosen else "hover" if self.underMouse() else "Base"))
        inset = 1.0 if chosen else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        top = (self.height() - sum(self._theme.px(line) for line in (20, 26, 16))) / 2
        roles = ("Accent" if chosen else "Text", "textSecondary" if self._stale else "Text", "textSecondary")
        looks: tuple[tuple[TextKind, bool, int], ...] = (
            ("body", chosen, 20),
            ("title", True, 26),
            ("caption", False, 16),
        )
        for line, role, (kind, strong, height) in zip(self._lines, roles, looks, strict=True):
            top = self._paint_line(painter, line, role, (kind, strong, self._theme.px(height)), top)

    def _paint_line(
        self, painter: QPainter, text: str, role: str, look: tuple[TextKind, bool, int], top: float
    ) -> float:
        font = self._theme.font(look[0], strong=look[1])
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        base = top + (look[2] + metrics.capHeight()) / 2
        painter.drawText(QPointF((self.width() - metrics.horizontalAdvance(text)) / 2, base), text)
        return top + look[2]
