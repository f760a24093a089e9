"""Who works here, what each may do, and what a PIN is good for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from retention_desktop.domain.staff import Deed
from retention_desktop.errors import ShopError
from ui.settings.section import Section
from ui.settings.staff_form import StaffForm
from ui.shared.avatar import Avatar
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card, hairline
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.staff_text import role_words
from ui.shared.switch import Switch

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from retention_desktop.staff import Staff, StaffMember
    from ui.shared.page import Page

ROW = 56


class StaffSection(Section):
    """The list, the form below it while somebody is added or changed, and one switch."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, tr("StaffSection", "Staff"), tr("StaffSection", "Who works here, and who may do what"))
        self._rows = QVBoxLayout()
        self._listed: tuple[tuple[StaffMember, ...], str, bool] | None = None
        self._only_owner = text_label(
            tr("StaffSection", "Only the owner changes this list. Sign in as the owner at the lower left."),
            "caption", "secondary", wrap=True,
        )  # fmt: skip
        self._add = Button(self.kit.theme, tr("StaffSection", "Add somebody"), "secondary", "touch", icon="user-plus")
        self._form = StaffForm(page)
        self._earn = Switch(self.kit.theme, tr("StaffSection", "Staff collect on their own cards"))
        for card in (self._list_card(), self._form, self._earn_card()):
            self.cards.column.addWidget(card)
        self.cards.column.addStretch(1)
        self._form.hide()
        self._form.done.connect(self._close_form)

    def attach(self, shop: Shop) -> None:
        """The shop is open."""
        super().attach(shop)
        self._form.attach(shop)

    def reload(self) -> None:
        """The list, and what whoever is at the desk may do with it."""
        super().reload()
        if self.shop is None:
            return
        staff = self.shop.staff
        allowed = staff.may(Deed.STAFF)
        self._list(staff, allowed=allowed)
        self._only_owner.setVisible(not allowed)
        self._add.setVisible(allowed)
        self._earn.setEnabled(allowed)
        self._earn.setChecked(self.shop.settings.now.staff_may_earn)

    def start(self) -> None:
        """The one button."""
        self._add.setFocus()

    def keep(self) -> dict[str, Any]:
        """What is typed in the form."""
        return super().keep() | {"form": self._form.keep()}

    def restore(self, kept: dict[str, Any]) -> None:
        """Open the form again with what was typed."""
        super().restore(kept)
        form = kept.get("form")
        if form and self.shop is not None:
            people = self.shop.staff.members()
            person = next((one for one in people if one.uid == form["uid"]), None)
            self._form.restore(form, person, first=not people)

    def _list_card(self) -> Card:
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(text_label(tr("StaffSection", "People"), strong=True))
        head.addStretch(1)
        head.addWidget(self._add)
        card.column.addLayout(head)
        card.column.addWidget(self._only_owner)
        self._rows.setSpacing(0)
        card.column.addLayout(self._rows)
        card.column.addWidget(
            text_label(
                tr(
                    "StaffSection",
                    "A PIN shows who did what and keeps slips away. It does not protect the data from someone who has "
                    "this PC's files: a short PIN is soon guessed there. For that, encrypt the disk.",
                ),
                "caption", "secondary", wrap=True,
            )
        )  # fmt: skip
        on_press(self._add, lambda: self._open_form(None))
        return card

    def _earn_card(self) -> Card:
        card = Card(row=True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(text_label(tr("StaffSection", "Staff collect on their own cards"), strong=True))
        words.addWidget(
            text_label(
                tr("StaffSection", "Off: no visit, points or reward for a card that belongs to somebody on this list."),
                "caption", "secondary", wrap=True,
            )
        )  # fmt: skip
        card.column.addLayout(words, 1)
        card.column.addSpacing(16)
        card.column.addWidget(self._earn)
        self._earn.clicked.connect(lambda on: self.change(staff_may_earn=on))
        return card

    def _list(self, staff: Staff, *, allowed: bool) -> None:
        """Only where something has changed: a row must not go while somebody is about to press its button."""
        here = staff.current.uid if staff.current else ""
        shown = (staff.members(), here, allowed)
        if shown == self._listed:
            return
        self._listed = shown
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        people = shown[0]
        if not people:
            self._rows.addWidget(
                text_label(
                    tr("StaffSection", "Nobody is on the list: everything is allowed, and nobody signs in."),
                    tone="secondary", wrap=True,
                )
            )  # fmt: skip
        for person in people:
            self._rows.addWidget(hairline())
            self._rows.addWidget(self._row(person, allowed=allowed, here=person.uid == here))

    def _row(self, person: StaffMember, *, allowed: bool, here: bool) -> QWidget:
        row = QWidget()
        row.setMinimumHeight(self.kit.theme.px(ROW))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 6, 0, 6)
        line.setSpacing(12)
        line.addWidget(Avatar(self.kit.theme, person.name))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(text_label(person.name, strong=True))
        words.addWidget(text_label(_facts(person, here=here), "caption", "secondary", wrap=True))
        line.addLayout(words, 1)
        if allowed or here:
            line.addWidget(self._change_button(person, only_pin=not allowed))
        if allowed:
            line.addWidget(self._leave_button(person))
        return row

    def _change_button(self, person: StaffMember, *, only_pin: bool) -> Button:
        words = tr("StaffSection", "Change PIN…") if only_pin else tr("StaffSection", "Change…")
        button = Button(self.kit.theme, words, "quiet", "touch")
        button.setAccessibleName(tr("StaffSection", "Change {name}").format(name=person.name))
        on_press(button, partial(self._open_form, person, only_pin=only_pin))
        return button

    def _leave_button(self, person: StaffMember) -> Button:
        button = Button(self.kit.theme, tr("StaffSection", "Take off the list…"), "quiet", "touch")
        button.setAccessibleName(tr("StaffSection", "Take {name} off the list").format(name=person.name))
        on_press(button, partial(self._ask_to_leave, person))
        return button

    def _open_form(self, person: StaffMember | None, *, only_pin: bool = False) -> None:
        if self.shop is not None:
            self._form.begin(person, first=not self.shop.staff.members(), only_pin=only_pin)
            self.cards.ensureWidgetVisible(self._form)

    def _close_form(self) -> None:
        self._form.hide()
        self.page.reload()
        self._add.setFocus()

    def _ask_to_leave(self, person: StaffMember) -> None:
        question = tr("StaffSection", "Take {name} off the list? What they did stays under their name.")
        self.kit.notices.confirm(
            self.page, question.format(name=person.name), yes=tr("StaffSection", "Take off the list"),
            on_yes=partial(self._leave, person), danger=True,
        )  # fmt: skip

    def _leave(self, person: StaffMember) -> None:
        if self.shop is None:
            return
        try:
            self.shop.staff.leave(person.uid)
        except ShopError as error:
            self.kit.notices.failed(self.page, error)
        self.page.reload()


def _facts(person: StaffMember, *, here: bool) -> str:
    """Role, PIN, limit, card, and whether they are at the desk."""
    parts = [role_words(person)]
    if here:
        parts.append(tr("StaffSection", "at the desk now"))
    if not person.has_pin:
        parts.append(tr("StaffSection", "no PIN"))
    if not person.is_owner:
        limit = person.adjust_limit
        parts.append(
            tr("StaffSection", "no limit by hand") if limit is None
            else tr("StaffSection", "up to {limit} by hand").format(limit=limit)
        )  # fmt: skip
    if person.card_name:
        parts.append(tr("StaffSection", "own card: {name}").format(name=person.card_name))
    return " · ".join(parts)
