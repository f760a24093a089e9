"""A new customer in ten seconds: name, reading, number, birthday, consent."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.kana import hiragana, is_kana
from ui.shared.brought_by import REFUSALS, BroughtBy, brought_by_sentence
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card as Surface
from ui.shared.check_box import CheckBox
from ui.shared.error_text import error_sentence
from ui.shared.form import Form
from ui.shared.ime_edit import ImeEdit
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.shortcuts import keys_text

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent

    from retention_desktop.errors import ShopError
    from ui.shared.kit import Kit

LABELS: Final = 120


class NameField(ImeEdit):
    """Notes the reading while a name is being composed.

    Attributes:
        read: the kana that became what was just committed.
    """

    read = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._reading = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember the last composition that was all kana; a commit hands it out."""
        preedit, committed = event.preeditString(), event.commitString()
        if is_kana(preedit):
            self._reading = hiragana(preedit)
        super().inputMethodEvent(event)
        if committed and self._reading:
            self.read.emit(self._reading)
        if not preedit:
            self._reading = ""


class NewCustomer(Surface):
    """The form.

    Attributes:
        submitted: a `CustomerDraft`.
        cancelled: back, what was typed stays in the form.
        brought_by: the field for who brought them; it asks what it was attached to.
    """

    submitted = Signal(object)
    cancelled = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._shop_name = ""
        self._form = Form(kit.theme, LABELS)
        self._name = self._form.add(tr("NewCustomer", "Name"), NameField())
        self._kana = self._form.add(tr("NewCustomer", "Reading (kana)"), ImeEdit())
        self._phone = self._form.add(tr("NewCustomer", "Phone number"), ImeEdit())
        self._birthday = self._form.add(
            tr("NewCustomer", "Birthday"), ImeEdit(), hint=tr("NewCustomer", "4/23 or 1990-04-23")
        )
        self.brought_by = self._form.add(tr("NewCustomer", "Brought by"), BroughtBy())
        self.brought_by.meant.setContentsMargins(LABELS + 16, 0, 0, 0)
        self._form.add_wide(self.brought_by.meant)
        self._consent = CheckBox(kit.theme, "")
        self._form.add_wide(self._consent)
        self._cancel = Button(kit.theme, tr("NewCustomer", "Cancel"), "quiet", "large", keys=keys_text("back"))
        self._save = Button(
            kit.theme, tr("NewCustomer", "Register and open"), "primary", "large", keys=keys_text("enter")
        )
        self._lay_out()
        self._say_consent()
        self._name.read.connect(self._suggest_kana)
        for field in self._fields():
            field.returnPressed.connect(self._submit)
        on_press(self._save, self._submit)
        on_press(self._cancel, self.cancelled.emit)

    def set_shop(self, name: str) -> None:
        """The shop's name stands in the wording of the consent."""
        if name != self._shop_name:
            self._shop_name = name
            self._say_consent()

    def start(self, query: str) -> None:
        """Begin with what stood in the find box; without anything the form is as it was left."""
        typed = unicodedata.normalize("NFKC", query).strip()
        if typed:
            self.clear()
        digits = typed.translate(str.maketrans("", "", "-ー−‐ ()+"))
        if digits.isdecimal():
            self._phone.setText(typed)
        elif is_kana(typed):
            self._kana.setText(typed)
        elif typed:
            self._name.setText(query.strip())
        self.focus_start()

    def focus_start(self) -> None:
        """The keyboard goes to the name."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> CustomerDraft:
        """What stands in the form."""
        return CustomerDraft(
            name=self._name.text().strip(),
            kana=self._kana.text().strip(),
            phone=self._phone.text().strip(),
            birthday=self._birthday.text().strip(),
            consent=self._consent.text() if self._consent.isChecked() else "",
            brought_by=self.brought_by.text().strip(),
        )

    def clear(self) -> None:
        """Empty it."""
        for field in self._fields():
            field.take()
            field.setModified(False)
        self._consent.setChecked(False)
        self._form.clear_errors()

    def show_error(self, error: ShopError) -> bool:
        """Say it beside the field it is about. False if it is about none of them."""
        field = {
            "name_or_phone_missing": self._name,
            "phone_invalid": self._phone,
            "birthday_invalid": self._birthday,
            **dict.fromkeys(REFUSALS, self.brought_by),
        }.get(error.code)
        if field is None:
            return False
        said = brought_by_sentence(error) if field is self.brought_by else error_sentence(error)
        self._form.set_error(field, said)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def keep(self) -> dict[str, Any]:
        """What was typed, for another language."""
        texts: dict[str, Any] = {str(place): field.text() for place, field in enumerate(self._fields())}
        return texts | {"consent": self._consent.isChecked()}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put it back."""
        for place, field in enumerate(self._fields()):
            field.setText(str(kept.get(str(place), "")))
        self._consent.setChecked(bool(kept.get("consent")))

    def set_busy(self, *, busy: bool) -> None:
        """Whether it is being saved."""
        if busy != self._save.busy:
            self._save.set_busy(busy=busy)

    def _fields(self) -> tuple[ImeEdit, ...]:
        return self._name, self._kana, self._phone, self._birthday, self.brought_by

    def _submit(self) -> None:
        if self._save.busy:
            return
        self._form.clear_errors()
        self.submitted.emit(self.draft())

    def _suggest_kana(self, reading: str) -> None:
        if not self._kana.isModified():
            self._kana.setText(f"{self._kana.text()} {reading}".strip())

    def _say_consent(self) -> None:
        shop = self._shop_name or tr("NewCustomer", "the shop")
        wording = tr("NewCustomer", "I agree to receive news and offers from {shop} by SMS. I can stop them any time.")
        self._consent.setText(wording.format(shop=shop))
        self._consent.setAccessibleName(self._consent.text())
        self._consent.updateGeometry()

    def _lay_out(self) -> None:
        for field in self._fields():
            field.setProperty("tier", "touch")
        self._phone.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self.column.setContentsMargins(20, 20, 20, 20)
        self.column.setSpacing(16)
        self.column.addWidget(text_label(tr("NewCustomer", "New customer"), "title", strong=True))
        self.column.addWidget(self._form)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._save)
        self.column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
