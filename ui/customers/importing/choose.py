"""Where an import begins: a place to drop a list, or a button to choose one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.customers.drop_place import DropPlace
from ui.shared.buttons import Button, on_press
from ui.shared.empty_state import TintedIcon
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.shared.theme import Theme


class Choose(QWidget):
    """No file yet.

    Attributes:
        choice_wanted: open the file dialog.
    """

    choice_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        place = DropPlace(theme)
        column = QVBoxLayout(place)
        column.setContentsMargins(24, 48, 24, 48)
        column.setSpacing(12)
        column.addWidget(TintedIcon(theme, "upload"), 0, Qt.AlignmentFlag.AlignHCenter)
        for words, strong in (
            (tr("Choose", "Drop a list here"), True),
            (tr("Choose", "CSV in any encoding, or Excel. Columns are recognised by their headings."), False),
        ):
            label = text_label(words, "title" if strong else "body", strong=strong, wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        self._button = Button(theme, tr("Choose", "Choose a file …"), "primary", "large")
        on_press(self._button, self.choice_wanted.emit)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.addWidget(place)
        outer.addStretch(1)

    def take_keyboard(self) -> None:
        """The keyboard goes to the button."""
        self._button.setFocus()
