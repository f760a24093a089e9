"""The details of one person: how to reach them, what is known of them, their friends, their card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ui.customers.card_code import CardCode
from ui.customers.contacts import Contacts
from ui.customers.edit_form import EditForm
from ui.customers.friends import Friends
from ui.shared.card import hairline
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from ui.shared.theme import Theme


class Details(ScrollColumn):
    """The four sections, one below the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(gap=20)
        self.contacts = Contacts(theme)
        self.form = EditForm(theme)
        self.friends = Friends(theme)
        self.card_code = CardCode()
        # The error's line is laid out in the next turn of the event loop.
        self.form.wrong.connect(
            lambda field: QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(field, 0, 96))
        )
        self.column.setContentsMargins(20, 16, 20, 20)
        sections = (
            (tr("PersonPane", "How to reach them"), self.contacts), (tr("PersonPane", "About them"), self.form),
            (tr("PersonPane", "Friends"), self.friends), (tr("PersonPane", "Card"), self.card_code),
        )  # fmt: skip
        for place, (words, section) in enumerate(sections):
            if place:
                self.column.addWidget(hairline())
            self.column.addWidget(text_label(words, strong=True))
            self.column.addWidget(section)
        self.column.addStretch(1)
