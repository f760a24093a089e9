"""A customer's own fields, to be changed and saved together; what is wrong stands beside its field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from retention_desktop.domain.birthday import Birthday
from ui.customers.field_text import field_word
from ui.shared.choice_field import ChoiceField
from ui.shared.error_text import error_sentence
from ui.shared.form import Form
from ui.shared.ime_edit import ImeEdit
from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.domain.customer import Customer
    from retention_desktop.errors import ShopError
    from ui.shared.theme import Theme

LINES: Final = ("display_name", "kana", "birthday", "member_number", "postal_code", "address")
CHOICES: Final = ("kind", "sex", "language", "channel")
NOTES: Final = ("pinned_note", "notes")
ORDER: Final = (
    "display_name", "kana", "birthday", "pinned_note", "notes", "member_number", "sex", "kind", "postal_code",
    "address", "language", "channel",
)  # fmt: skip
ERROR_FIELDS: Final = {"birthday_invalid": "birthday", "name_or_phone_missing": "display_name"}


def birthday_text(customer: Customer) -> str:
    """A birthday as it can be typed again: 1990-04-23, 4/23, 1990-04 or 1990."""
    if customer.birth_year is None and customer.birth_month is not None and customer.birth_day is not None:
        return f"{customer.birth_month}/{customer.birth_day}"
    return str(Birthday(customer.birth_year, customer.birth_month, customer.birth_day))


def _choices() -> dict[str, tuple[tuple[str, str], ...]]:
    return {
        "kind": (("person", tr("EditForm", "Person")), ("organisation", tr("EditForm", "Organisation"))),
        "sex": (
            ("", tr("EditForm", "Not known")), ("female", tr("EditForm", "Female")), ("male", tr("EditForm", "Male")),
        ),
        "language": (("", tr("EditForm", "As the shop")), ("ja", "日本語"), ("en", "English")),
        "channel": (
            ("", tr("EditForm", "No preference")), ("sms", tr("EditForm", "SMS")), ("email", tr("EditForm", "E-mail")),
            ("phone", tr("EditForm", "Phone call")),
        ),
    }  # fmt: skip


def _hints() -> dict[str, str]:
    return {
        "birthday": tr("EditForm", "Like 1990-04-23, 平成2年4月23日, or 4/23 without a year"),
        "pinned_note": tr("EditForm", "Shown at the desk each time"),
    }


class EditForm(QWidget):
    """All fields of one customer.

    Attributes:
        typed: something was changed or put back; ask `changes`.
        save_wanted: Return in a line.
        wrong: the field that something is wrong with.
    """

    typed = Signal()
    save_wanted = Signal()
    wrong = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._before: dict[str, str] = {}
        self._fields: dict[str, ImeEdit | ChoiceField | QPlainTextEdit] = {}
        self._form = Form(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)
        self._fill()

    def show_customer(self, customer: Customer, draft: dict[str, str] | None = None) -> None:
        """Show what is kept, with what was typed but not saved on top."""
        self._before = {name: str(getattr(customer, name)) for name in ORDER if name != "birthday"}
        self._before["birthday"] = birthday_text(customer)
        self._form.clear_errors()
        for name in ORDER:
            self._set(name, (draft or {}).get(name, self._before[name]))
        self.typed.emit()

    def changes(self) -> dict[str, str]:
        """What differs from what is kept, by field name."""
        return {name: text for name in ORDER if (text := self._get(name)) != self._before.get(name, "")}

    def show_error(self, error: ShopError) -> bool:
        """Put what is wrong below the field it is about; False where it is about none of them."""
        name = ERROR_FIELDS.get(error.code)
        if name is None:
            return False
        self._form.set_error(self._fields[name], error_sentence(error))
        self._fields[name].setFocus()
        self.wrong.emit(self._fields[name])
        return True

    def focus_first(self) -> None:
        """The keyboard goes to the name."""
        self._fields["display_name"].setFocus()

    def _fill(self) -> None:
        hints = _hints()
        for name in ORDER:
            field = self._field(name)
            self._fields[name] = self._form.add(field_word(name), field, hint=hints.get(name, ""))

    def _field(self, name: str) -> ImeEdit | ChoiceField | QPlainTextEdit:
        if name in CHOICES:
            return self._choice(name)
        if name in NOTES:
            return self._note(name)
        line = ImeEdit()
        line.textChanged.connect(lambda _text: self._changed(name))
        line.returnPressed.connect(self.save_wanted)
        return line

    def _choice(self, name: str) -> ChoiceField:
        choice = ChoiceField(self._theme)
        for value, words in _choices()[name]:
            choice.add(value, words)
        choice.chosen.connect(lambda _value: self._changed(name))
        return choice

    def _note(self, name: str) -> QPlainTextEdit:
        note = QPlainTextEdit()
        note.setTabChangesFocus(True)
        note.setFixedHeight(64 if name == "pinned_note" else 96)
        note.textChanged.connect(lambda: self._changed(name))
        return note

    def _changed(self, name: str) -> None:
        if name in self._fields and self._form.error(self._fields[name]):
            self._form.set_error(self._fields[name], "")
        self.typed.emit()

    def _get(self, name: str) -> str:
        field = self._fields[name]
        if isinstance(field, ChoiceField):
            return field.value
        return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()

    def _set(self, name: str, text: str) -> None:
        field = self._fields[name]
        if isinstance(field, ChoiceField):
            field.choose(text)
        elif isinstance(field, QPlainTextEdit):
            if field.toPlainText() != text:
                field.setPlainText(text)
        elif field.text() != text:
            field.setText(text)
