"""What is still wrong, and the two buttons: undo the changes, or use them from today's sales on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.shared.buttons import Button, on_press
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.shared.theme import Theme


class SaveFoot(QWidget):
    """At the foot of the panel, or of the page where the window is narrow.

    Attributes:
        save_wanted: use the changes.
        undo_wanted: forget them.
        show_wanted: go to the first field that is wrong.
    """

    save_wanted = Signal()
    undo_wanted = Signal()
    show_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.undo = Button(theme, tr("SaveFoot", "Undo all"), "secondary", "large")
        self.save = Button(theme, tr("SaveFoot", "Use from today's sales on"), "primary", "large")
        self.save.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._wrong = text_label("", "caption", "bad", wrap=True)
        self._show = Button(theme, tr("SaveFoot", "Show"), "text", "small")
        self._show.setAccessibleName(tr("SaveFoot", "Show what is wrong"))
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._wrong, 1)
        line.addWidget(self._show)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.undo)
        buttons.addWidget(self.save, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._line)
        column.addLayout(buttons)
        on_press(self.undo, self.undo_wanted.emit)
        on_press(self.save, self.save_wanted.emit)
        on_press(self._show, self.show_wanted.emit)
        self.show_state(dirty=False, wrong=0, first="")

    def show_state(self, *, dirty: bool, wrong: int, first: str) -> None:
        """Whether anything changed, how many fields are wrong, and where and what the first of them is."""
        self.undo.setEnabled(dirty)
        self._wrong.setText(first)
        self._line.setVisible(bool(wrong))
        if wrong:
            self.save.refuse(tr("SaveFoot", "Mend %n field(s) first", wrong))
        else:
            self.save.refuse("" if dirty else tr("SaveFoot", "These rules are in use"))
