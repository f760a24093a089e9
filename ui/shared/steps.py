"""Numbered steps: done, current, ahead, failed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shared.icons import paint_icon
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.shared.theme import Theme

StepState = Literal["done", "current", "ahead", "failed"]


class StepBadge(QWidget):
    """A numbered circle of 28: filled with a tick when done, ringed when current, grey ahead, red when failed."""

    def __init__(self, theme: Theme, number: int, state: StepState = "ahead", size: int = 28) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self._state: StepState = state
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self._name()

    def set_state(self, state: StepState) -> None:
        """Show how far this step is."""
        self._state = state
        self._name()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circle with number, tick or cross."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        line, ground, ink = {
            "done": ("Accent", "Accent", "onAccent"),
            "current": ("Accent", "Base", "Accent"),
            "ahead": ("border", "Base", "textSecondary"),
            "failed": ("bad", "badFill", "bad"),
        }[self._state]
        painter.setPen(QPen(self._theme.color(line), 2 if self._state == "current" else 1))
        painter.setBrush(self._theme.color(ground))
        painter.drawEllipse(circle)
        if self._state in {"done", "failed"}:
            inner = circle.adjusted(6, 6, -6, -6)
            paint_icon(painter, self._theme, "check" if self._state == "done" else "x", ink, inner)
            return
        painter.setPen(self._theme.color(ink))
        painter.setFont(self._theme.font("body", strong=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _name(self) -> None:
        words = {
            "done": tr("StepBadge", "done"),
            "current": tr("StepBadge", "current step"),
            "ahead": tr("StepBadge", "ahead"),
            "failed": tr("StepBadge", "failed"),
        }
        self.setAccessibleName(f"{self._number}: {words[self._state]}")
