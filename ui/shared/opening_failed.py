"""The whole window when the shop can't be opened: what happened, what to do, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.shared.buttons import Button, on_press
from ui.shared.empty_state import TintedIcon
from ui.shared.labels import text_label

if TYPE_CHECKING:
    from ui.shared.theme import Theme

WIDTH: Final = 560


class OpeningFailed(QWidget):
    """Title, sentence, and the way on.

    Args:
        theme: colours.
        sentence: what happened and what to do.
        restorable: offer to restore a backup (the store is damaged).

    Attributes:
        again: try again.
        restore: choose a backup to restore.
        quit: close the program.
    """

    again = Signal()
    restore = Signal()
    quit = Signal()

    def __init__(self, theme: Theme, sentence: str, *, restorable: bool) -> None:
        super().__init__()
        title = self.tr("The shop can't be opened")
        self.setAccessibleName(title)
        middle = QWidget()
        middle.setFixedWidth(theme.px(WIDTH))
        sides = QHBoxLayout(self)
        sides.addStretch(1)
        sides.addWidget(middle)
        sides.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(TintedIcon(theme, "store"), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (text_label(title, "title", strong=True, wrap=True), text_label(sentence, wrap=True)):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addLayout(self._buttons(theme, restorable=restorable))
        column.addStretch(1)

    def _buttons(self, theme: Theme, *, restorable: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        leave = Button(theme, self.tr("Close the app"), "quiet")
        on_press(leave, self.quit.emit)
        row.addWidget(leave)
        if restorable:
            restore = Button(theme, self.tr("Restore a backup…"))
            on_press(restore, self.restore.emit)
            row.addWidget(restore)
        again = Button(theme, self.tr("Try again"), "primary")
        on_press(again, self.again.emit)
        row.addWidget(again)
        row.addStretch(1)
        return row
