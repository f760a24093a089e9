"""The form for a new customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.kana import is_kana
from ui.customers.field_text import field_word
from ui.customers.wording_field import WordingField
from ui.shared.brought_by import REFUSALS, BroughtBy, brought_by_sentence
from ui.shared.buttons import Button, IconButton, on_press
from ui.shared.card import Card
from ui.shared.check_box import CheckBox
from ui.shared.error_text import error_sentence
from ui.shared.form import Form
from ui.shared.ime_edit import ImeEdit
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from typing import Any

    from retention_desktop.errors import ShopError
    from ui.shared.theme import Theme

FIELDS: Final = ("name", "kana", "phone", "email", "birthday", "member_number", "notes", "brought_by")
_LABELS: Final = {"name": "display_name"}
ERROR_FIELDS: Final = {"name_or_phone_missing": "name", "phone_invalid": "phone", "birthday_invalid": "birthday"}


class AddForm(QWidget):
    """Name or phone is enough; the consent tick asks for the words.

    Attributes:
        add_wanted: a `CustomerDraft`.
        left: the form was put away.
        brought_by: the field for who brought them; it asks what it was attached to.
    """

    add_wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._fields: dict[str, ImeEdit] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        scroll = ScrollColumn(gap=16)
        scroll.column.setContentsMargins(20, 8, 20, 20)
        scroll.column.addWidget(self._build_form())
        scroll.column.addStretch(1)
        column.addWidget(scroll, 1)
        column.addWidget(self._foot())

    def begin(self, text: str, wording: str) -> None:
        """Start with what was searched for: digits are a number, kana a reading, all else a name.

        Without it, what was typed before the form was put away is still there.
        """
        if not text and any(field.text() for field in self._fields.values()):
            self._fields["name"].setFocus()
            return
        self.clear()
        self._wording.set_text(wording)
        digits = sum(char.isdigit() for char in text)
        name = "phone" if digits > len(text) // 2 else "kana" if is_kana(text) else "name"
        self._fields[name].setText(text.strip())
        self._fields["name"].setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        for field in self._fields.values():
            field.clear()
        self._form.clear_errors()
        self._agreed.setChecked(False)

    def draft(self) -> CustomerDraft:
        """What was typed."""
        texts = {name: field.text() for name, field in self._fields.items()}
        agreed = self._wording.text() if self._agreed.isChecked() else ""
        return CustomerDraft(**texts, consent=agreed)

    def show_error(self, error: ShopError) -> bool:
        """Put what is wrong below its field; False where it is about none."""
        name = "brought_by" if error.code in REFUSALS else ERROR_FIELDS.get(error.code)
        if name is None:
            return False
        said = brought_by_sentence(error) if name == "brought_by" else error_sentence(error)
        self._form.set_error(self._fields[name], said)
        self._fields[name].setFocus()
        return True

    def keep(self) -> dict[str, Any]:
        """What was typed, for a page made anew."""
        texts = {name: field.text() for name, field in self._fields.items()}
        return {**texts, "agreed": self._agreed.isChecked(), "wording": self._wording.text()}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put back what `keep` gave."""
        for name, field in self._fields.items():
            field.setText(kept[name])
        self._agreed.setChecked(kept["agreed"])
        self._wording.set_text(kept["wording"])

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 16, 12, 8)
        row.addWidget(text_label(tr("AddForm", "New customer"), "title", strong=True))
        row.addStretch(1)
        close = IconButton(self._theme, "x", tr("AddForm", "Close"))
        on_press(close, self.left.emit)
        row.addWidget(close)
        return head

    def _build_form(self) -> Form:
        self._form = Form(self._theme)
        for name in FIELDS:
            field = BroughtBy() if name == "brought_by" else ImeEdit()
            field.returnPressed.connect(self._ask)
            field.textChanged.connect(lambda _text, field=field: self._form.set_error(field, ""))
            self._fields[name] = self._form.add(field_word(_LABELS.get(name, name)), field)
            if isinstance(field, BroughtBy):
                self._form.add_wide(field.meant)
                self.brought_by = field
        self._agreed = CheckBox(self._theme, tr("AddForm", "Agreed to offers by SMS"))
        self._form.add_wide(self._agreed)
        words = tr("AddForm", "The words they agreed to")
        self._wording = self._form.add(words, WordingField(self._theme, words))
        self._form.set_row_visible(self._wording, visible=False)
        self._agreed.toggled.connect(lambda on: self._form.set_row_visible(self._wording, visible=on))
        return self._form

    def _foot(self) -> Card:
        foot = Card("bar", row=True, padded=False)
        foot.column.setContentsMargins(20, 12, 20, 12)
        add = Button(self._theme, tr("AddForm", "Add this customer"), "primary", icon="user-plus")
        on_press(add, self._ask)
        foot.column.addStretch(1)
        foot.column.addWidget(add)
        return foot

    def _ask(self) -> None:
        self.add_wanted.emit(self.draft())
