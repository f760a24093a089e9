"""A slider through given values, in the window's look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from ui.shared.focus_ring import ring_on_focus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.shared.theme import Theme

KNOB: Final = 18
TRACK: Final = 4


class ValueSlider(QSlider):
    """To assistive tools a slider whose description is the value with its unit.

    Attributes:
        moved: the value, when a person moved it.
    """

    moved = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._values: Sequence[int] = (0,)
        self._telling = True
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPageStep(2)
        self.valueChanged.connect(self._tell)
        ring_on_focus(self, theme)

    def show_values(self, values: Sequence[int], value: int, said: str) -> None:
        """What it goes through and where it stands, without `moved`."""
        self._telling = False
        self._values = values
        self.setRange(0, len(values) - 1)
        self.setValue(values.index(value) if value in values else 0)
        self._telling = True
        self.setAccessibleDescription(said)

    def sizeHint(self) -> QSize:
        """32 high for the finger."""
        return QSize(160, 32)

    def minimumSizeHint(self) -> QSize:
        """Any width."""
        return QSize(80, 32)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A page that scrolls under the mouse must not move it."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The knob comes to where it is pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._follow(event.position().x())
            self.setSliderDown(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """And follows."""
        if self.isSliderDown():
            self._follow(event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Until it is let go."""
        self.setSliderDown(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track, the part before the knob, the knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, x = self.height() / 2, self._knob_at()
        painter.setBrush(self._theme.color("divider"))
        painter.drawRoundedRect(QRectF(0, middle - TRACK / 2, self.width(), TRACK), 2, 2)
        painter.setBrush(self._theme.color("Accent"))
        painter.drawRoundedRect(QRectF(0, middle - TRACK / 2, x, TRACK), 2, 2)
        painter.setPen(QPen(self._theme.color("Accent"), 2))
        painter.setBrush(self._theme.color("Base"))
        painter.drawEllipse(QPointF(x, middle), KNOB / 2, KNOB / 2)

    def _knob_at(self) -> float:
        room = self.width() - KNOB - 2
        return KNOB / 2 + 1 + room * self.value() / max(self.maximum(), 1)

    def _follow(self, x: float) -> None:
        room = max(self.width() - KNOB - 2, 1)
        self.setValue(round((x - KNOB / 2) / room * self.maximum()))

    def _tell(self, place: int) -> None:
        self.update()
        if self._telling:
            self.moved.emit(self._values[place])
