"""A switch: on or off, at once. To assistive tools a check box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.shared.focus_ring import ring_on_focus

if TYPE_CHECKING:
    from ui.shared.theme import Theme

WIDTH: Final = 36
HEIGHT: Final = 20
KNOB: Final = 14


class Switch(QAbstractButton):
    """36 x 20; its accessible name is the thing it switches."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._busy = False
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ring_on_focus(self, theme)

    def set_busy(self, *, busy: bool) -> None:
        """While it is not known yet the knob stands in the middle."""
        self._busy = busy
        self.setEnabled(not busy)
        self.update()

    def sizeHint(self) -> QSize:
        """36 wide, 32 high: the painted part is 20, the rest is for the finger."""
        return QSize(WIDTH, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track and knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, (self.height() - HEIGHT) / 2, WIDTH, HEIGHT)
        painter.setBrush(self._theme.color("Accent" if self.isChecked() else "fieldBorder"))
        painter.drawRoundedRect(track, HEIGHT / 2, HEIGHT / 2)
        painter.setBrush(self._theme.color("onAccent" if self.isChecked() else "Base"))
        gap = (HEIGHT - KNOB) / 2
        x = WIDTH - KNOB - gap if self.isChecked() else gap
        if self._busy:
            x = (WIDTH - KNOB) / 2
        painter.drawEllipse(QRectF(x, track.top() + gap, KNOB, KNOB))
