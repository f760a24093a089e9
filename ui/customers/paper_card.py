"""Writing points by hand: what stands on a customer's paper card, or a correction; how much, and a note of why."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.customers.photo_place import PhotoPlace, photo_of
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.choice_field import ChoiceField
from ui.shared.form import Form
from ui.shared.ime_edit import ImeEdit
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from retention_desktop.cards import Offer
    from ui.shared.theme import Theme

_MOST_DIGITS = 7


class PaperCard(Card):
    """A small form in the person's pane.

    Attributes:
        entered: uid of the programme, how much, the note (where none was written, the one the field proposes), and
            the photo as a JPEG, b"" without one.
        left: put the form away.
    """

    entered = Signal(str, int, str, bytes)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("info")
        self._title = text_label(tr("PaperCard", "Bring over a paper card"), strong=True)
        self.column.addWidget(self._title)
        self._form = Form(theme, label_width=64)
        self.programme = self._form.add(tr("PaperCard", "&Kind"), ChoiceField(theme))
        self.amount = self._form.add(tr("PaperCard", "&How many"), ImeEdit())
        self.note = self._form.add(tr("PaperCard", "&Note"), ImeEdit())
        self.note.setPlaceholderText(tr("PaperCard", "Paper card, seen at the desk"))
        self.column.addWidget(self._form)
        self.photo = PhotoPlace(theme)
        self.column.addWidget(self.photo)
        self._save = Button(theme, tr("PaperCard", "Bring over"), icon="check")
        close = Button(theme, tr("PaperCard", "Cancel"), "text")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self._save)
        self.column.addLayout(row)
        self.setAcceptDrops(True)
        on_press(self._save, self.enter)
        on_press(close, self.left.emit)
        for field in (self.amount, self.note):
            field.returnPressed.connect(self.enter)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A photo may be dropped on the form."""
        if photo_of(event) is not None:
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the photo."""
        file = photo_of(event)
        if file is None:
            super().dropEvent(event)
        else:
            self.photo.take(file)
            event.acceptProposedAction()

    def begin(self, offers: Sequence[Offer]) -> None:
        """Empty the form and show it; `offers` are the programmes that are switched on, stamps first."""
        self.programme.clear()
        for offer in sorted(offers, key=lambda one: one.terms.unit != "punch"):
            self.programme.add(offer.programme, offer.name)
        self.amount.clear()
        self.note.clear()
        self._form.clear_errors()
        self.photo.clear()
        self.show()
        self.amount.setFocus()

    def enter(self) -> None:
        """Read what was typed; a wrong number or a missing reason is said beside its field."""
        amount = self._read(unicodedata.normalize("NFKC", self.amount.text()).strip().replace(",", ""))
        note = self.note.text().strip() or self.note.placeholderText()
        self._form.set_error(self.amount, "" if amount else self._wrong_number())
        self._form.set_error(self.note, "" if note else tr("PaperCard", "Write why; it stays on the customer's card."))
        if amount and note:
            self.entered.emit(self.programme.value, amount, note, self.photo.data)
        else:
            (self.note if amount else self.amount).setFocus()

    def _read(self, text: str) -> int:
        """The number typed, 0 where it is none or too long."""
        fits = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
        return int(text) if fits else 0

    def _wrong_number(self) -> str:
        return tr("PaperCard", "Write a whole number, like 3.")


class CorrectionCard(PaperCard):
    """The same for a correction: a number with a sign, and always a reason."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.photo.hide()
        self.setAcceptDrops(False)
        self._title.setText(tr("CorrectionCard", "Correct points or stamps"))
        self.amount.setPlaceholderText(tr("CorrectionCard", "+50 or −50"))
        self.note.setPlaceholderText("")
        self._save.say(tr("CorrectionCard", "Correct"))

    def _read(self, text: str) -> int:
        taken, given = text[:1] in {*"-−ー–"}, text[:1] == "+"
        return (-1 if taken else 1) * super()._read(text[1:] if taken or given else text)

    def _wrong_number(self) -> str:
        return tr("CorrectionCard", "Write a whole number, like +50 or −50.")
