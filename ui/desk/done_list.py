"""What was done today, newest first, each with Undo: for a slip that is noticed late."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.desk.person_name import spoken_name
from ui.shared.buttons import Button, IconButton, on_press
from ui.shared.card import Card as Surface
from ui.shared.card import hairline
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.operation_text import operation_name
from ui.shared.rule_words import joined_words
from ui.shared.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from retention_desktop.history import Done
    from ui.shared.kit import Kit


class DoneList(QWidget):
    """The list in place of the card.

    Attributes:
        undo_wanted: uid of the operation to take back.
        closed: put it away.
    """

    undo_wanted = Signal(str)
    closed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._card = Surface(padded=False)
        self._card.column.setContentsMargins(1, 1, 1, 1)
        self._card.column.setSpacing(0)
        self._rows: list[QWidget] = []
        self._first: Button | None = None
        close = IconButton(kit.theme, "x", tr("DoneList", "Close"), "touch")
        head = QHBoxLayout()
        head.setContentsMargins(20, 8, 12, 8)
        head.addWidget(text_label(tr("DoneList", "Done today"), "title", strong=True))
        head.addStretch(1)
        head.addWidget(close)
        self._card.column.addLayout(head)
        scroll = ScrollColumn(gap=0)
        scroll.column.addWidget(self._card)
        scroll.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.setAccessibleName(tr("DoneList", "Done today"))
        on_press(close, self.closed.emit)

    def show_done(self, done: Sequence[Done], zone: tzinfo) -> None:
        """Show what was done."""
        for old in self._rows:
            self._card.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._first = None
        self._rows = [one for line in done for one in (hairline(), self._row(line, zone))]
        if not done:
            self._rows = [hairline(), _nothing()]
        for widget in self._rows:
            self._card.column.addWidget(widget)
            widget.show()

    def focus_start(self) -> None:
        """The keyboard goes to the newest thing that can be taken back."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, line: Done, zone: tzinfo) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(20, 6, 12, 6)
        row.setSpacing(16)
        row.addWidget(text_label(self._kit.formats.time(line.at, zone), "caption", "secondary"))
        words = QVBoxLayout()
        words.setSpacing(0)
        what = operation_name(line.kind)
        who = spoken_name(line.name, line.person_kind, self._kit.language.code) if line.customer else ""
        words.addWidget(text_label(joined_words((what[:1].upper() + what[1:], who)), strong=True, wrap=True))
        if line.staff:
            words.addWidget(text_label(line.staff, "caption", "secondary"))
        row.addLayout(words, 1)
        row.addWidget(self._undone() if line.undone else self._undo(line, joined_words((what, who))))
        return holder

    @staticmethod
    def _undone() -> QLabel:
        return text_label(tr("DoneList", "taken back"), "caption", "secondary")

    def _undo(self, line: Done, said: str) -> Button:
        button = Button(self._kit.theme, tr("DoneList", "Undo"), tier="touch", icon="undo-2")
        button.setAccessibleName(tr("DoneList", "Undo: {what}").format(what=said))
        on_press(button, partial(self.undo_wanted.emit, line.uid))
        self._first = self._first or button
        return button


def _nothing() -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(20, 16, 20, 16)
    row.addWidget(text_label(tr("DoneList", "Nothing was done today yet."), tone="secondary", wrap=True))
    return holder
