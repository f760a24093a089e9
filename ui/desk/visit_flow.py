"""What Enter does with the person at the counter: log the visit, join the amount to it, ask, take back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from retention_desktop.errors import ShopError
from ui.desk.bill_draft import BillDraft
from ui.desk.person_name import spoken_name
from ui.desk.saving import Saving
from ui.shared.error_text import error_sentence
from ui.shared.language import tr
from ui.shared.limit_words import limit_words
from ui.shared.operation_text import operation_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from retention_desktop.desk import Card, Logged, Redeemed
    from retention_desktop.domain.customer import CustomerDraft
    from retention_desktop.history import Undone
    from retention_desktop.shop import Shop
    from ui.desk.correct_visit import Correction
    from ui.desk.sale_bar import NextStep
    from ui.shared.page import Page

RECENT: Final = timedelta(minutes=60)
"""Within this time one more visit is offered as such; the use case asks by its own rule."""


class VisitFlow(QObject):
    """The person at the counter, and every write of the desk.

    Attributes:
        changed: read and show again; `grow` says that a punch was given just now.
        visit_logged: now the amount.
        done: the person is served; the find box is next.
        asked: minutes since the last visit: was there really another one?
        added: uid of a new customer.
        refused: a ShopError that a form may want to show beside its field.
    """

    changed = Signal(bool)
    visit_logged = Signal()
    done = Signal()
    asked = Signal(int)
    added = Signal(str)
    corrected = Signal()
    refused = Signal(object)

    def __init__(self, page: Page, shop: Shop) -> None:
        super().__init__(page)
        self._page = page
        self._shop = shop
        self._kit = page.kit
        self._skipped = False
        self._pending: set[str] = set()
        self._amounts: dict[str, int] = {}
        self.saving = Saving(self._kit.tasks, self)
        self.uid = ""
        self.card: Card | None = None
        self.draft = BillDraft()

    # -- the person ------------------------------------------------------------------------------------------------

    @property
    def zone(self) -> tzinfo:
        """The shop's zone."""
        return self._shop.settings.now.zone_info

    @property
    def who(self) -> str:
        """The person's name with the honorific."""
        return "" if self.card is None else self._name(self.card)

    def called(self, name: str, kind: str) -> str:
        """A name with its honorific."""
        return spoken_name(name, kind, self._kit.language.code)

    @property
    def pending(self) -> bool:
        """Whether this person's visit is still being saved."""
        return self.uid in self._pending

    def open(self, uid: str) -> bool:
        """Put a person at the counter. False where there is no such person."""
        if uid != self.uid:
            self.draft = BillDraft()
        self.uid, self._skipped = uid, False
        return self.read()

    def close(self) -> None:
        """Nobody is at the counter."""
        self.uid, self.card, self.draft = "", None, BillDraft()

    def read(self) -> bool:
        """Read the card again; a person who is gone leaves the counter."""
        try:
            self.card = self._shop.desk.card(self.uid)
        except ShopError:
            self.close()
            return False
        return True

    def step(self) -> NextStep:
        """What Enter does next."""
        if self.pending:
            return "amount"
        if self.card is None:
            return "visit"
        if self.card.open_visit is not None and not self._skipped:
            return "amount"
        newest = self.card.visits_today[0] if self.card.visits_today else None
        recent = newest is not None and newest.at is not None and self._kit.clock() - newest.at < RECENT
        return "again" if recent or self._skipped else "visit"

    def skip_amount(self) -> None:
        """This visit stays without an amount for now; Enter then means one more visit."""
        self._skipped = True

    # -- visits ----------------------------------------------------------------------------------------------------

    def enter(
        self, amount: int | None, *, again: bool = False,
        then: Callable[[Logged], None] | None = None,
    ) -> None:  # fmt: skip
        """Enter in the amount or on its button.

        Args:
            again: yes, there was one more visit within the hour.
            then: what to do once an amount is recorded, instead of serving the next person.
        """
        if self.pending:
            if amount is not None:
                self._amounts[self.uid] = amount
        elif self.step() == "amount" and self.card is not None and self.card.open_visit is not None:
            if amount is None:
                self.skip_amount()
                self.done.emit()
            else:
                self._add_amount(self.card.open_visit.uid, amount, then)
        else:
            self._log(amount, then, again=again)

    def sell(self, amount: int) -> None:
        """A sale without a customer."""
        key = self._shop.desk.new_key()
        self.saving.write(
            lambda wait_ms: self._shop.desk.log_visit(None, amount=amount, key=key, wait_ms=wait_ms),
            self._amount_joined,
            self._failed,
        )

    def correct(self, wanted: Correction) -> None:
        """Set a visit's amount, day and time."""
        self.saving.write(
            lambda wait_ms: self._shop.desk.correct_visit(
                wanted.visit, amount=wanted.amount, at=wanted.at, wait_ms=wait_ms
            ),
            lambda logged: self._settled(logged, tr("VisitFlow", "Visit corrected")),
            self._failed,
        )

    def void(self, visit: str) -> None:
        """Take a visit back with what it earned."""
        self.saving.write(
            lambda wait_ms: self._shop.desk.void_visit(visit, wait_ms=wait_ms),
            lambda logged: self._settled(logged, tr("VisitFlow", "Visit taken back")),
            self._failed,
        )

    def allow_punch(self, visit: str) -> None:
        """Give a visit the punch that its card's limit left it without, by the owner's word."""
        self.saving.write(
            lambda wait_ms: self._shop.desk.allow_punch(visit, wait_ms=wait_ms), self._punch_given, self._failed
        )

    def _punch_given(self, logged: Logged) -> None:
        said = tr("VisitFlow", "Punch given")
        card = self._shop.desk.card(logged.customer) if logged.customer else None
        if card is not None and len(card.cards) == 1 and card.punches:
            said += tr("VisitFlow", " · punch {done} of {all}").format(done=len(card.punches), all=card.card_size)
        self._toast(said, "stamp", logged.operation)
        self.changed.emit(True)

    def refund(self, visit: str, amount: int, units: dict[str, int]) -> None:
        """Give money of a visit back, and `units` of its lines by their uid; what it earned follows."""
        key = self._shop.desk.new_key()
        self.saving.write(
            lambda wait_ms: self._shop.desk.refund(visit, amount=amount, lines=units, key=key, wait_ms=wait_ms),
            lambda logged: self._settled(logged, self._refund_said(logged, amount)),
            self._failed,
        )

    def _refund_said(self, logged: Logged, amount: int) -> str:
        money = self._kit.formats.money(amount, logged.visit.currency)
        points = sum(earned.amount for earned in logged.earned if earned.unit == "point")
        said = tr("VisitFlow", "{amount} given back").format(amount=money)
        if not points:
            return said
        sign = "+" if points > 0 else "−"
        return said + tr("VisitFlow", " · {points} pt").format(points=f"{sign}{self._kit.formats.number(abs(points))}")

    def add_customer(self, draft: CustomerDraft) -> None:
        """Register a new customer."""
        self.saving.write(
            lambda wait_ms: self._shop.customers.add(draft, wait_ms=wait_ms), self._customer_added, self._failed
        )

    def undo(self, operation: str) -> None:
        """Take one thing back."""
        self.saving.write(
            lambda wait_ms: self._shop.history.undo(operation, wait_ms=wait_ms),
            self._undone,
            lambda error: self._ask_or_fail(error, lambda: self.undo(operation)),
        )

    def _ask_or_fail(self, error: BaseException, again: Callable[[], object]) -> None:
        """What only an owner may do: their PIN, and `again`."""
        from ui.shared.owner_pin import ask_owner  # noqa: PLC0415 - only where somebody is signed in

        if not ask_owner(self._kit, self._shop.staff, error, self._page.window(), again):
            self._failed(error)

    def _log(self, amount: int | None, then: Callable[[Logged], None] | None, *, again: bool) -> None:
        key, uid = self._shop.desk.new_key(), self.uid
        facts = {} if amount is None else self.draft.facts()
        self._pending.add(uid)
        self.saving.write(
            lambda wait_ms: self._shop.desk.log_visit(
                uid, amount=amount, key=key, again=again, wait_ms=wait_ms, **facts
            ),
            lambda logged: self._visit_done(uid, logged, then),
            lambda error: self._visit_refused(uid, error),
        )
        if self.pending:
            self._skipped = False
            self.changed.emit(False)
            self.visit_logged.emit()

    def _add_amount(self, visit: str, amount: int, then: Callable[[Logged], None] | None = None) -> None:
        facts = self.draft.facts()
        self.saving.write(
            lambda wait_ms: self._shop.desk.add_amount(visit, amount, wait_ms=wait_ms, **facts),
            lambda logged: self._amount_joined(logged, then),
            self._failed,
        )

    # -- answers ---------------------------------------------------------------------------------------------------

    def _visit_done(self, uid: str, logged: Logged, then: Callable[[Logged], None] | None = None) -> None:
        self._pending.discard(uid)
        self._skipped = False
        waiting = self._amounts.pop(uid, None)
        here = uid == self.uid
        card = self._shop.desk.card(uid)
        self._toast(self._visit_said(card, logged), "stamp", logged.operation)
        if here and logged.visit.amount is not None:
            self.draft = BillDraft()
        if here:
            self.changed.emit(True)
        if waiting is not None:
            self._add_amount(logged.visit.uid, waiting)
        elif then is not None:
            then(logged)
        elif here and logged.visit.amount is None:
            self.visit_logged.emit()
        elif here:
            self.done.emit()

    def _visit_said(self, card: Card, logged: Logged) -> str:
        said = tr("VisitFlow", "Visit of {who} logged").format(who=self._name(card))
        if logged.limits:
            said += tr("VisitFlow", " · {limit}").format(limit=limit_words(logged.limits))
            return said + self._punches_said(card, logged) + self._points_said(logged)
        if len(card.cards) > 1:
            return said + self._punches_said(card, logged) + self._points_said(logged)
        if card.filled_today and not card.punches:
            return said + tr("VisitFlow", " · the card is full")
        if card.card_size:
            said += tr("VisitFlow", " · punch {done} of {all}").format(done=len(card.punches), all=card.card_size)
        return said + self._points_said(logged)

    @staticmethod
    def _punches_said(card: Card, logged: Logged) -> str:
        """Of several cards those that the visit punched, by name."""
        punched = {one.programme for one in logged.earned if one.unit == "punch"}
        words = [
            tr("VisitFlow", " · {card}: full").format(card=one.name) if one.filled_today and not one.punches
            else tr("VisitFlow", " · {card} {done}/{all}").format(
                card=one.name, done=len(one.punches), all=one.terms.size
            )
            for one in card.cards
            if one.programme in punched
        ]  # fmt: skip
        return "".join(words)

    def _points_said(self, logged: Logged) -> str:
        points = sum(earned.amount for earned in logged.earned if earned.unit == "point")
        if not points:
            return ""
        return tr("VisitFlow", " · +{points} pt").format(points=self._kit.formats.number(points))

    def say_redeemed(self, name: str, done: Redeemed) -> None:
        """Say what was redeemed, what it takes off and what is left to pay, with Undo."""
        formats = self._kit.formats
        said = tr("VisitFlow", "{reward} redeemed").format(reward=name or done.reward.name)
        visit = done.visit
        if done.discount and visit is not None:
            left = max((visit.amount or 0) - visit.discount, 0)
            said += tr("VisitFlow", " · {off} off, {left} to pay").format(
                off=formats.money(done.discount, visit.currency), left=formats.money(left, visit.currency)
            )
        self._toast(said, "gift", done.operation)
        self.changed.emit(False)

    def say_coupon(self, logged: Logged) -> None:
        """Say that a coupon came off the bill that was recorded, and what is left to pay, with Undo."""
        visit = logged.visit
        left = self._kit.formats.money(max((visit.amount or 0) - visit.discount, 0), visit.currency)
        self._toast(tr("VisitFlow", "Coupon used · {left} to pay").format(left=left), "ticket", logged.operation)
        self.changed.emit(False)

    def _visit_refused(self, uid: str, error: BaseException) -> None:
        self._pending.discard(uid)
        self._amounts.pop(uid, None)
        if not isinstance(error, ShopError) or error.code != "visited_recently":
            self._failed(error)
        elif uid == self.uid:
            self.asked.emit(int(error.facts["minutes"] or 0))
        else:
            who = self._name(self._shop.desk.card(uid))
            told = ShopError("visited_recently", customer=who, minutes=error.facts["minutes"])
            self._kit.notices.banner(self._page, error_sentence(told), "warn")

    def _amount_joined(self, logged: Logged, then: Callable[[Logged], None] | None = None) -> None:
        amount = self._kit.formats.money(logged.visit.amount or 0, logged.visit.currency)
        said = tr("VisitFlow", "{amount} recorded").format(amount=amount)
        self._toast(said + self._points_said(logged), "check", logged.operation)
        here = not logged.customer or logged.customer == self.uid
        if here:
            self.draft = BillDraft()
        self.changed.emit(False)
        if then is not None:
            then(logged)
        elif here:
            self.done.emit()

    def _settled(self, logged: Logged, said: str) -> None:
        self._toast(said, "check", logged.operation)
        self.changed.emit(False)
        self.corrected.emit()

    def _customer_added(self, uid: str) -> None:
        last = self._shop.history.last()
        who = self._name(self._shop.desk.card(uid))
        said = tr("VisitFlow", "{who} registered").format(who=who)
        self._toast(said, "user-plus", last.uid if last is not None else "")
        self.added.emit(uid)

    def _undone(self, undone: Undone) -> None:
        said = tr("VisitFlow", "Taken back: {what}").format(what=operation_name(undone.kind))
        self._kit.notices.toast(self._page, said, icon="undo-2")
        self._skipped = False
        self.changed.emit(False)
        self.done.emit()

    def _failed(self, error: BaseException) -> None:
        self.changed.emit(False)
        self.refused.emit(error)

    def _toast(self, said: str, icon: str, operation: str) -> None:
        undo = (lambda: self.undo(operation)) if operation else None
        self._kit.notices.toast(self._page, said, icon=icon, undo=undo)

    def _name(self, card: Card) -> str:
        return self.called(card.customer.display_name, card.customer.kind)
