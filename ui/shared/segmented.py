"""A row of joined choices of which one holds; arrows move, as in a group of radio buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.shared.focus_ring import ring_on_focus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from ui.shared.theme import Theme


PADDING: Final = 16


def _strong_width(font: QFont, text: str) -> int:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(strong).horizontalAdvance(text)


class _Segment(QPushButton):
    def __init__(self, text: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self.setProperty("kind", "segment")
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Wide enough for its words in the weight they have when they are chosen."""
        self.ensurePolished()
        font = QFont(self.font())
        widest = max(QFontMetrics(font).horizontalAdvance(self.text()), _strong_width(font, self.text()))
        return QSize(widest + 2 * PADDING, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the choice."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        parent = self.parentWidget()
        if step and isinstance(parent, Segmented):
            parent.move_by(step)
            return
        super().keyPressEvent(event)


class Segmented(QWidget):
    """One of a few; `choices` are (value, words).

    Attributes:
        chosen: the value, when a person chose another.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._values = [value for value, _ in choices]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, (_, words) in enumerate(choices):
            segment = _Segment(words)
            last = index == len(choices) - 1
            segment.setProperty("place", "first" if index == 0 else "last" if last else "inner")
            self._group.addButton(segment, index)
            row.addWidget(segment)
            ring_on_focus(segment, theme)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._values[index]))

    @property
    def value(self) -> str:
        """The value that holds."""
        return self._values[self._group.checkedId()]

    def choose(self, value: str) -> None:
        """Make a value hold without `chosen`."""
        self._group.button(self._values.index(value)).setChecked(True)

    def say(self, value: str, words: str) -> None:
        """Other words for a value ("Planned 2")."""
        button = self._group.button(self._values.index(value))
        button.setText(words.replace("&", "&&"))
        button.setAccessibleName(words)

    def move_by(self, step: int) -> None:
        """Choose the neighbour and give it the keyboard."""
        index = min(max(self._group.checkedId() + step, 0), len(self._values) - 1)
        if index != self._group.checkedId():
            button = self._group.button(index)
            button.setFocus()
            button.click()
