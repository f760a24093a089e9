"""Numbers and e-mail addresses of one customer: correct, remove, add; each saved by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.customers.field_text import field_word
from ui.shared.buttons import Button, IconButton, on_press
from ui.shared.error_text import error_sentence
from ui.shared.form import Form
from ui.shared.ime_edit import ImeEdit
from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.customers import CustomerDetail
    from retention_desktop.domain.customer import ContactPoint
    from retention_desktop.errors import ShopError
    from ui.customers.shop_formats import ShopFormats
    from ui.shared.theme import Theme

NEW_PHONE: Final = "new phone"
NEW_EMAIL: Final = "new email"


class ContactLine(QWidget):
    """One number or address with what can be done to it.

    Attributes:
        saved: the text as typed.
        removed: take it away.
    """

    saved = Signal(str)
    removed = Signal()

    def __init__(self, theme: Theme, label: str, text: str, hint: str = "") -> None:
        super().__init__()
        self._before = text
        self.field = ImeEdit(text)
        self._save = IconButton(theme, "check", tr("ContactLine", "Save: {field}").format(field=label))
        self._remove = IconButton(theme, "trash-2", tr("ContactLine", "Remove: {field}").format(field=label))
        self._form = Form(theme)
        self._form.add(label, self.field, hint=hint, beside=self._buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._ask)
        on_press(self._save, self._ask)
        on_press(self._remove, self.removed.emit)
        self._typed()

    @property
    def changed(self) -> bool:
        """Whether what was typed is not saved."""
        return self.field.text() != self._before

    def show_error(self, error: ShopError) -> None:
        """Say below the field what is wrong."""
        self._form.set_error(self.field, error_sentence(error))
        self.field.setFocus()

    def _buttons(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._save)
        row.addWidget(self._remove)
        return holder

    def _typed(self) -> None:
        self._form.set_error(self.field, "")
        self._save.setEnabled(self.changed and bool(self.field.text().strip()))

    def _ask(self) -> None:
        if self.changed and self.field.text().strip():
            self.saved.emit(self.field.text())


class Contacts(QWidget):
    """All of them, first the one messages go to.

    Attributes:
        save_wanted: uid of a contact point, "new phone" or "new email", and the text as typed.
        remove_wanted: uid of a contact point.
    """

    save_wanted = Signal(str, str)
    remove_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: dict[str, ContactLine] = {}
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addLayout(self._adders())

    def show_contacts(self, detail: CustomerDetail, formats: ShopFormats) -> None:
        """Show these; lines with something typed are left alone while their contact point is the same."""
        shown = (detail.customer.uid, *detail.contacts)
        if shown == self._shown:
            return
        typed = {uid: line.field.text() for uid, line in self._lines.items() if line.changed}
        same = bool(self._shown) and self._shown[0] == detail.customer.uid
        self._shown = shown
        self._clear()
        for point in detail.contacts:
            self._add_line(point.uid, _label(point), _written(point, formats), _hint(point))
        for uid, text in typed.items() if same else ():
            if uid in self._lines:
                self._lines[uid].field.setText(text)

    def show_error(self, uid: str, error: ShopError) -> None:
        """Say beside the line what is wrong."""
        if uid in self._lines:
            self._lines[uid].show_error(error)

    def typed(self) -> dict[str, str]:
        """What was typed and not saved, by contact point or kind of new line."""
        return {uid: line.field.text() for uid, line in self._lines.items() if line.changed}

    def put_back(self, typed: dict[str, str]) -> None:
        """Show what `typed` gave, after the page was made anew."""
        for uid, text in typed.items():
            if uid in {NEW_PHONE, NEW_EMAIL}:
                self.add_new(uid)
            if uid in self._lines:
                self._lines[uid].field.setText(text)

    def forget(self, uid: str) -> None:
        """What was typed in this line has been saved."""
        if uid in self._lines:
            self._drop(uid)
            self._shown = self._shown[:1]

    def add_new(self, kind: str) -> None:
        """Offer an empty line for a number or an address."""
        if kind not in self._lines:
            self._add_line(kind, field_word("phone" if kind == NEW_PHONE else "email"), "")
        line = self._lines[kind]
        # The line is laid out in the next turn; only then can it be scrolled into view.
        QTimer.singleShot(0, line.field, line.field.setFocus)

    def _adders(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for kind, words in (
            (NEW_PHONE, tr("Contacts", "Add a number")), (NEW_EMAIL, tr("Contacts", "Add an e-mail address")),
        ):  # fmt: skip
            button = Button(self._theme, words, "text", "small", icon="plus")
            on_press(button, partial(self.add_new, kind))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _add_line(self, uid: str, label: str, text: str, hint: str = "") -> None:
        line = ContactLine(self._theme, label, text, hint)
        line.saved.connect(partial(self.save_wanted.emit, uid))
        line.removed.connect(partial(self._remove, uid))
        self._lines[uid] = line
        self._column.insertWidget(self._column.count() - 1, line)

    def _remove(self, uid: str) -> None:
        if uid in {NEW_PHONE, NEW_EMAIL}:
            self._drop(uid)
        else:
            self.remove_wanted.emit(uid)

    def _drop(self, uid: str) -> None:
        line = self._lines.pop(uid)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _clear(self) -> None:
        for uid in list(self._lines):
            self._drop(uid)


def _label(point: ContactPoint) -> str:
    if point.channel == "email":
        return field_word("email")
    return tr("Contacts", "Mobile") if point.mobile else field_word("phone")


def _written(point: ContactPoint, formats: ShopFormats) -> str:
    if point.channel == "email" or not point.address:
        return point.given
    return formats.phone(point.address)


def _hint(point: ContactPoint) -> str:
    if point.channel == "email":
        return ""
    if not point.address:
        return tr("Contacts", "Not a usable number")
    return "" if point.mobile else tr("Contacts", "Takes no SMS")
