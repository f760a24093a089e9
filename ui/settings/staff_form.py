"""The card in which a person is put on the staff's list or changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from retention_desktop.domain.staff import Role
from retention_desktop.errors import ShopError
from ui.settings.section import LABELS
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.error_text import error_sentence
from ui.shared.form import Form
from ui.shared.ime_edit import ImeEdit
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.shop import Shop
    from retention_desktop.staff import StaffMember
    from ui.shared.page import Page

USUAL_LIMIT = "100"
"""Offered for a new person at the desk: enough to put a slip right."""


class StaffForm(Card):
    """Name, role, PIN twice, limit and own card; a PIN is never kept over a switch of language.

    Attributes:
        done: the person was saved, or the form was closed without.
    """

    done = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._kit = page.kit
        self._shop: Shop | None = None
        self._person: StaffMember | None = None
        self._only_pin = False
        self._form = Form(self._kit.theme, LABELS)
        self._title = text_label("", strong=True)
        self._name = ImeEdit()
        self._role = Segmented(
            self._kit.theme, "", [("owner", tr("StaffText", "Owner")), ("desk", tr("StaffText", "Desk staff"))]
        )
        self._pin, self._again = _secret(), _secret()
        self._limit, self._card = QLineEdit(), ImeEdit()
        self._save = Button(self._kit.theme, tr("StaffForm", "Save"), "primary", "touch")
        self._lay_out()
        self._role.chosen.connect(lambda _role: self._show_rows())
        for field in (self._name, self._pin, self._again, self._limit, self._card):
            field.returnPressed.connect(self._try)
        on_press(self._save, self._try)

    def _lay_out(self) -> None:
        form = self._form
        form.add(tr("StaffForm", "&Name"), self._name, hint=tr("StaffForm", "It stands on what this person does."))
        form.add(
            tr("StaffForm", "Role"), self._role, beside=_room(self._role),
            hint=tr(
                "StaffForm",
                "The desk logs visits and redeems. Exports, campaigns, rules, restoring and this list are the owner's.",
            ),
        )  # fmt: skip
        form.add(
            tr("StaffForm", "&PIN"), self._pin,
            hint=tr("StaffForm", "4 to 12 digits. An owner needs one; the desk may do without."),
        )  # fmt: skip
        form.add(tr("StaffForm", "PIN a&gain"), self._again)
        form.add(
            tr("StaffForm", "&Limit by hand"), self._limit,
            hint=tr("StaffForm", "Points or stamps added or taken in one entry. Empty: no limit."),
        )  # fmt: skip
        form.add(
            tr("StaffForm", "Own &card"), self._card,
            hint=tr("StaffForm", "Name or phone number of this person's own customer card, if there is one."),
        )  # fmt: skip
        cancel = Button(self._kit.theme, tr("StaffForm", "Cancel"), "quiet", "touch")
        on_press(cancel, self.done.emit)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self._save)
        self.column.addWidget(self._title)
        self.column.addWidget(form)
        self.column.addLayout(foot)

    def attach(self, shop: Shop) -> None:
        """The shop is open."""
        self._shop = shop

    def begin(self, person: StaffMember | None, *, first: bool = False, only_pin: bool = False) -> None:
        """Show the person as they are, or an empty form.

        Args:
            person: whom to change, None = somebody new.
            first: the list is empty, so it must be an owner.
            only_pin: people may change their own PIN and nothing else.
        """
        self._person, self._only_pin = person, only_pin
        self._title.setText(
            tr("StaffForm", "Change {name}").format(name=person.name) if person
            else tr("StaffForm", "The owner first") if first else tr("StaffForm", "Add somebody")
        )  # fmt: skip
        self._role.choose(person.role.value if person else "owner" if first else "desk")
        self._role.setEnabled(not first)
        self._name.setText(person.name if person else "")
        limit = person.adjust_limit if person else int(USUAL_LIMIT)
        self._limit.setText("" if limit is None else str(limit))
        self._card.setText(person.card_name if person else "")
        for field in (self._pin, self._again):
            field.clear()
            field.setPlaceholderText(tr("StaffForm", "unchanged") if person and person.has_pin else "")
        self._form.clear_errors()
        self._show_rows()
        self.show()
        (self._pin if only_pin else self._name).setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> dict[str, Any]:
        """What is typed, without the PIN."""
        if self.isHidden() or self._only_pin:
            return {}
        return {
            "uid": self._person.uid if self._person else "", "name": self._name.text(), "role": self._role.value,
            "limit": self._limit.text(), "card": self._card.text(),
        }  # fmt: skip

    def restore(self, kept: dict[str, Any], person: StaffMember | None, *, first: bool) -> None:
        """Type it again."""
        self.begin(person, first=first)
        self._name.setText(kept["name"])
        self._role.choose(kept["role"])
        self._limit.setText(kept["limit"])
        self._card.setText(kept["card"])
        self._show_rows()

    def _show_rows(self) -> None:
        for field in (self._name, self._role, self._card):
            self._form.set_row_visible(field, visible=not self._only_pin)
        self._form.set_row_visible(self._limit, visible=not self._only_pin and self._role.value == Role.DESK.value)

    def _try(self) -> None:
        """Save in a worker (making the hash of a PIN takes a fifth of a second), unless something is plainly wrong."""
        if self._shop is None or self._save.busy:
            return
        self._form.clear_errors()
        try:
            work = self._work(self._shop)
        except ShopError as error:
            self._refused(error)
            return
        if work is not None:
            self._save.set_busy(busy=True)
            task = self._kit.tasks.start(lambda _progress, _stop: work())
            task.finished.connect(self._saved)
            task.failed.connect(self._refused)

    def _work(self, shop: Shop) -> Callable[[], object] | None:
        """What to do; None where the PINs differ or the card isn't clear, which is said beside the field."""
        pin = self._pin.text()
        if pin != self._again.text():
            self._form.set_error(self._again, tr("StaffForm", "The two PINs differ. Type the same one twice."))
            self._again.setFocus()
            return None
        person = self._person
        if self._only_pin and person is not None:
            if not pin:
                raise ShopError("pin_invalid")
            return lambda: shop.staff.edit(person.uid, pin=pin)
        card = self._card_uid(shop)
        if card is None:
            return None
        name, role, limit = self._name.text(), Role(self._role.value), self._read_limit()
        if person is None:
            return lambda: shop.staff.add(name, role, pin=pin, adjust_limit=limit, customer=card)
        values: dict[str, Any] = {"name": name, "role": role, "adjust_limit": limit, "customer": card}
        return lambda: shop.staff.edit(person.uid, **values | ({"pin": pin} if pin else {}))

    def _read_limit(self) -> int | None:
        """Owners have none. Raises ShopError limit_invalid."""
        text = self._limit.text().strip()
        if self._role.value == Role.OWNER.value or not text:
            return None
        if not text.isdecimal():
            raise ShopError("limit_invalid", text=text)
        return int(text)

    def _card_uid(self, shop: Shop) -> str | None:
        """The uid of the card meant, "" = none; None where that isn't clear."""
        text = self._card.text().strip()
        if not text:
            return ""
        if self._person is not None and text == self._person.card_name:
            return self._person.card
        found = shop.desk.find(text, 2).people
        if len(found) == 1:
            return found[0].uid
        self._form.set_error(
            self._card,
            tr("StaffForm", "Several people fit. Write the whole phone number.") if found
            else tr("StaffForm", "Nobody fits. Write the name or the phone number of a customer."),
        )  # fmt: skip
        self._card.setFocus()
        return None

    def _saved(self, _person: StaffMember) -> None:
        self._save.set_busy(busy=False)
        for field in (self._pin, self._again):
            field.clear()
        self.done.emit()

    def _refused(self, error: BaseException) -> None:
        self._save.set_busy(busy=False)
        field = self._field_of(error.code) if isinstance(error, ShopError) else None
        if field is None or not isinstance(error, ShopError):
            self._kit.notices.failed(self._page, error)
            return
        self._form.set_error(field, error_sentence(error))
        field.setFocus()

    def _field_of(self, code: str) -> QWidget | None:
        fields: dict[str, QWidget] = {
            "staff_name_missing": self._name, "staff_name_taken": self._name, "pin_missing": self._pin,
            "pin_invalid": self._pin, "limit_invalid": self._limit, "last_owner": self._role,
            "first_staff_owner": self._role,
        }  # fmt: skip
        return fields.get(code)


def _secret() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def _room(choices: QWidget) -> QWidget:
    """Empty room beside choices that need not be wide."""
    choices.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    room = QWidget()
    room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return room
