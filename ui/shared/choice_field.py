"""A field with a list of choices, each with a value of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from ui.shared.icons import paint_icon

if TYPE_CHECKING:
    from ui.shared.theme import Theme


class ChoiceField(QComboBox):
    """A combo box that speaks in values instead of indexes.

    Attributes:
        chosen: the value, when a person chose another.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda _index: self.chosen.emit(self.value))

    @property
    def value(self) -> str:
        """The value that holds, "" where there is none."""
        return str(self.currentData() or "")

    def add(self, value: str, words: str) -> None:
        """Add a choice at the end."""
        self.addItem(words, value)

    def choose(self, value: str) -> None:
        """Make a value hold without `chosen`; one that isn't in the list leaves nothing chosen."""
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A page that scrolls under the mouse must not change what is chosen."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field with our arrow."""
        super().paintEvent(event)
        place = QRectF(self.width() - 28, (self.height() - 16) / 2, 16, 16)
        paint_icon(QPainter(self), self._theme, "chevron-down", "textSecondary", place)
