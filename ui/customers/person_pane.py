"""One person's pane: head, consent, then timeline, details or the history of consent."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.customers.bring_over import BringOver, CorrectPoints
from ui.customers.consent_strip import ConsentStrip
from ui.customers.contacts import NEW_EMAIL, NEW_PHONE
from ui.customers.details import Details
from ui.customers.person_head import PersonHead
from ui.customers.person_menu import mission_name, open_person_menu
from ui.customers.referring import Referring
from ui.customers.refunding import Refunding
from ui.customers.save_bar import SaveBar
from ui.customers.tabs import Tabs
from ui.customers.timeline import Timeline
from ui.shared.card import hairline
from ui.shared.language import tr
from ui.shared.why_words import why_all

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from PySide6.QtWidgets import QPushButton

    from retention_desktop.customers import CustomerDetail
    from retention_desktop.errors import ShopError
    from retention_desktop.loyalty import Mission
    from retention_desktop.shop import Shop
    from ui.customers.actions import Actions
    from ui.customers.shop_formats import ShopFormats
    from ui.shared.kit import Kit

DETAILS: Final = 1
CONSENT: Final = 2


class PersonPane(QWidget):
    """Everything about one customer, and changing it.

    Attributes:
        closed: put the pane away.
        gone: the person was deleted.
        print_wanted: uid of the person to print for.
        unsaved: whether something typed is not saved.
    """

    closed = Signal()
    gone = Signal()
    print_wanted = Signal(str)
    unsaved = Signal(bool)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shop: Shop | None = None
        self._actions: Actions | None = None
        self._formats: ShopFormats | None = None
        self._detail: CustomerDetail | None = None
        self._drafts: dict[str, dict[str, str]] = {}
        self._build()
        self._wire()

    @property
    def uid(self) -> str:
        """Whose pane it is, "" for nobody's."""
        return self._detail.customer.uid if self._detail else ""

    def attach(self, shop: Shop, actions: Actions, formats: ShopFormats) -> None:
        """Show people of this shop from now on."""
        self._shop, self._actions, self._formats = shop, actions, formats
        for form in (self.bring_over, self.correct_points):
            form.attach(shop, actions)
        self._referring.attach(shop, actions, formats)
        self.refunding.attach(shop, actions)
        self.timeline.explain = lambda entries: why_all(shop, entries, self._kit.formats)
        self.timeline.photo = shop.loyalty.photo

    def show_person(self, uid: str) -> None:
        """Show a person, or what changed about the one on show. Raises ShopError customer_not_found."""
        if self._shop is None or self._formats is None:
            return
        anew = uid != self.uid
        if anew:
            self._note_draft()
        detail = self._shop.customers.detail(uid)
        draft = self._drafts.get(uid, {}) if anew else self.form.changes()
        self._detail = detail
        self.head.show_person(detail, self._formats, self._shop.customers.tags())
        if anew:
            self.bring_over.card.hide()
            self.refunding.close()
        if anew or not self.strip.asking:
            self.strip.show_consent(detail, self._formats, self._shop.settings.now.name)
        self.contacts.show_contacts(detail, self._formats)
        self.form.show_customer(detail.customer, draft)
        self._referring.show_person(uid, self._name(), anew=anew)
        self._show_code()
        entries = self._shop.history.timeline(uid)
        self.timeline.show_entries(entries, self._formats, anew=anew)
        self.evidence.show_entries([one for one in entries if one.kind == "consent"], self._formats, anew=anew)

    def open_details(self) -> None:
        """Show the fields and give the first one the keyboard."""
        self.tabs.choose(DETAILS)
        self.form.focus_first()

    def keep(self) -> dict[str, Any]:
        """Who is on show, and what was typed about anybody and not saved."""
        self._note_draft()
        return {"uid": self.uid, "tab": self.tabs.place, "drafts": self._drafts, "contacts": self.contacts.typed()}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put back what `keep` gave; the person is shown by the page."""
        self._drafts = kept["drafts"]
        self.tabs.choose(kept["tab"])

    # -- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._kit.theme
        self.head = PersonHead(self._kit)
        self.strip = ConsentStrip(theme)
        self.tabs = Tabs(theme, tr("PersonPane", "About this person"), (
            tr("PersonPane", "So far"), tr("PersonPane", "Details"), tr("PersonPane", "Consent"),
        ))  # fmt: skip
        self.timeline = Timeline(theme)
        self.evidence = Timeline(theme, whole=True)
        details = Details(theme)
        self.form, self.contacts, self.friends = details.form, details.contacts, details.friends
        self._card_code = details.card_code
        self._referring = Referring(self.friends, self)
        self.bring_over = BringOver(self._kit, self)
        self.correct_points = CorrectPoints(self._kit, self)
        self.refunding = Refunding(self._kit, self)
        self._save_bar = SaveBar(theme)
        self._save_bar.hide()
        self._views = QStackedWidget()
        for view in (self.timeline, details, self.evidence):
            self._views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        strip = QVBoxLayout()
        strip.setContentsMargins(20, 14, 20, 8)
        strip.setSpacing(8)
        strip.addWidget(self.bring_over.card)
        strip.addWidget(self.correct_points.card)
        strip.addWidget(self.refunding.form)
        strip.addWidget(self.strip)
        column.addLayout(strip)
        column.addWidget(self.tabs)
        column.addWidget(hairline())
        column.addWidget(self._views, 1)
        column.addWidget(self._save_bar)

    def _wire(self) -> None:
        self.head.closed.connect(self.closed)
        self.head.menu_wanted.connect(self._open_menu)
        self.head.print_wanted.connect(lambda: self.print_wanted.emit(self.uid))
        self.head.tagged.connect(self._tag)
        self.head.untagged.connect(self._untag)
        self.strip.given.connect(self._give_consent)
        self.strip.withdrawn.connect(self._withdraw)
        self.strip.stopped.connect(self._opt_out)
        self.strip.evidence_wanted.connect(partial(self.tabs.choose, CONSENT))
        self.tabs.chosen.connect(self._show_view)
        self.timeline.undo_wanted.connect(self._undo)
        self.timeline.refund_wanted.connect(lambda visit: self.refunding.begin(visit, self._name()))
        self.form.typed.connect(self._show_unsaved)
        self.form.save_wanted.connect(self.save)
        self.contacts.save_wanted.connect(self._save_contact)
        self.contacts.remove_wanted.connect(self._remove_contact)
        for form in (self.bring_over, self.correct_points):
            form.done.connect(self._reload)
        self.refunding.done.connect(self._reload)
        self.refunding.asked.connect(self.strip.setHidden)
        self._referring.done.connect(self._reload)
        self._save_bar.saved.connect(self.save)
        self._save_bar.discarded.connect(self._discard)

    # -- changing -----------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep what was typed; what is wrong stands beside its field."""
        if self._shop is None or self._actions is None:
            return
        changes = self.form.changes()
        if not changes:
            return
        uid = self.uid
        self._actions.run(
            partial(self._shop.customers.edit, uid, **changes),
            tr("PersonPane", "Saved: {name}").format(name=self._name()),
            then=partial(self._saved, uid, changes), failed=self._not_saved,
        )  # fmt: skip

    def _saved(self, uid: str, changes: dict[str, str]) -> None:
        """Saved; what was typed meanwhile is still typed."""
        if self._drafts.get(uid) == changes:
            del self._drafts[uid]
        if uid == self.uid:
            self._reload()

    def _not_saved(self, error: ShopError) -> None:
        if self._actions is not None and not self.form.show_error(error):
            self._actions.say(error)

    def delete(self) -> None:
        """Delete the person on show; the toast takes it back."""
        if self._shop is None or self._actions is None or not self.uid:
            return
        said = tr("PersonPane", "Deleted: {name}").format(name=self._name())
        self._actions.run(partial(self._shop.customers.delete, self.uid), said, icon="trash-2", then=self.gone.emit)

    def _undo(self, operation: str, kind: str) -> None:
        if self._actions is not None:
            self._actions.undo_or_ask(operation, kind)
            self._reload()

    def _do(self, work: Callable[[], object], said: str, icon: str = "check") -> None:
        if self._actions is not None:
            self._actions.run(work, said.format(name=self._name()), icon=icon, then=self._reload)

    def _tag(self, tag: str) -> None:
        if self._shop is not None:
            said = tr("PersonPane", "Tagged “{tag}”").format(tag=tag)
            self._do(partial(self._shop.customers.tag, [self.uid], tag), said.replace("{", "{{"), "tag")

    def _untag(self, tag: str) -> None:
        if self._shop is not None:
            said = tr("PersonPane", "Tag “{tag}” taken away").format(tag=tag)
            self._do(partial(self._shop.customers.untag, [self.uid], tag), said, "tag")

    def _give_consent(self, wording: str) -> None:
        if self._shop is not None:
            said = tr("PersonPane", "Consent noted: {name}")
            self._do(partial(self._shop.customers.give_consent, self.uid, wording), said, "shield-check")

    def _withdraw(self) -> None:
        if self._shop is not None:
            said = tr("PersonPane", "No longer agrees to offers: {name}")
            self._do(partial(self._shop.customers.withdraw_consent, self.uid), said, "shield-x")

    def _opt_out(self) -> None:
        if self._shop is not None:
            said = tr("PersonPane", "Opted out of all messages: {name}")
            self._do(partial(self._shop.customers.opt_out, self.uid), said, "shield-x")

    def _save_contact(self, contact: str, text: str) -> None:
        if self._shop is None or self._actions is None:
            return
        customers = self._shop.customers
        work = {
            NEW_PHONE: partial(customers.add_contact, self.uid, phone=text),
            NEW_EMAIL: partial(customers.add_contact, self.uid, email=text),
        }.get(contact, partial(customers.edit_contact, contact, text))
        self._actions.run(
            work, tr("PersonPane", "Saved: {name}").format(name=self._name()),
            then=partial(self._contact_saved, contact), failed=partial(self.contacts.show_error, contact),
        )  # fmt: skip

    def _contact_saved(self, contact: str) -> None:
        self.contacts.forget(contact)
        self._reload()

    def _remove_contact(self, contact: str) -> None:
        if self._shop is not None:
            said = tr("PersonPane", "Number or address removed: {name}")
            self._do(partial(self._shop.customers.remove_contact, contact), said, "trash-2")

    # -- what was typed -----------------------------------------------------------------------------------------

    def _discard(self) -> None:
        if self._detail is not None:
            self._drafts.pop(self.uid, None)
            self.form.show_customer(self._detail.customer)

    def _note_draft(self) -> None:
        if not self.uid:
            return
        changes = self.form.changes()
        if changes:
            self._drafts[self.uid] = changes
        else:
            self._drafts.pop(self.uid, None)

    def _show_unsaved(self) -> None:
        unsaved = self._detail is not None and bool(self.form.changes())
        self._save_bar.setVisible(unsaved)
        self.unsaved.emit(unsaved)

    def _name(self) -> str:
        customer = self._detail.customer if self._detail else None
        return (customer.display_name or customer.kana) if customer else ""

    def _reload(self) -> None:
        if self.uid:
            self.show_person(self.uid)

    def open_paper_card(self) -> None:
        """Ask what stands on this person's paper card."""
        self.correct_points.card.hide()
        self.bring_over.begin(self.uid, self._name())

    def open_correction(self) -> None:
        """Ask by how much to correct this person's points or stamps, and why."""
        self.bring_over.card.hide()
        self.correct_points.begin(self.uid, self._name())

    def missions(self) -> tuple[Mission, ...]:
        """What can be given once for, and what this person has had."""
        return self._shop.loyalty.missions(self.uid) if self._shop is not None and self.uid else ()

    def give_bonus(self, mission: Mission) -> None:
        """Give what a mission or a survey gives, once."""
        if self._shop is not None:
            called = mission_name(mission).replace("{", "{{").replace("}", "}}")
            said = tr("PersonPane", "Bonus for “{mission}”: {name}").replace("{mission}", called)
            self._do(partial(self._shop.loyalty.award, self.uid, mission.cause, mission.name), said, "gift")

    def _show_view(self, place: int) -> None:
        self._views.setCurrentIndex(place)
        self._show_code()

    def _show_code(self) -> None:
        """The code is made where it is seen only: its library takes twenty milliseconds to load."""
        if self._shop is not None and self.uid and self._views.currentIndex() == DETAILS:
            self._card_code.show_holder(self._shop.cards.holder(self.uid))

    def _open_menu(self, button: QPushButton) -> None:
        open_person_menu(self, self._kit, button)
