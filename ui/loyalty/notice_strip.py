"""The sentence for customers, written from the rules, and the way to a notice for the shop's wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.loyalty.summary import customer_sentence
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.loyalty.editing import Editing


class NoticeStrip(Card):
    """A tinted strip.

    Attributes:
        notice_wanted: the button was pressed.
    """

    notice_wanted = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__("info", row=True)
        self._editing = editing
        self.column.setContentsMargins(16, 10, 16, 10)
        self.column.setSpacing(12)
        self.column.addWidget(IconView(editing.kit.theme, "message-circle", "Accent", 20))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(text_label(tr("NoticeStrip", "In words for customers"), "caption", "secondary"))
        self._sentence = text_label("", wrap=True)
        words.addWidget(self._sentence)
        self.column.addLayout(words, 1)
        self._button = Button(editing.kit.theme, tr("NoticeStrip", "Shop notice"), "quiet", icon="printer")
        on_press(self._button, self.notice_wanted.emit)
        self.column.addWidget(self._button)
        editing.draft.changed.connect(self.show_sentence)

    @property
    def sentence(self) -> str:
        """What it says to customers."""
        return customer_sentence(self._editing)

    def show_sentence(self) -> None:
        """Write it again from the draft."""
        said = self.sentence
        self._sentence.setText(tr("NoticeStrip", "“{sentence}”").format(sentence=said) if said else "—")
        self._button.setEnabled(bool(said))
