"""Redeeming at the desk: F8 opens what is ready, Enter redeems it on the bill at hand, a code does the same."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from retention_desktop.domain.person_code import person_code, typed_code
from retention_desktop.errors import ShopError
from ui.desk.bill_reading import WAITS
from ui.desk.refusals import refusal_words
from ui.shared.language import tr
from ui.shared.shortcuts import keys_text

if TYPE_CHECKING:
    from retention_desktop.desk import Logged, Matches, Redeemed
    from retention_desktop.shop import Shop
    from ui.desk.bill_flow import BillFlow
    from ui.desk.bill_view import Offer
    from ui.desk.page import DeskPage
    from ui.desk.visit_flow import VisitFlow


def is_slip(matches: Matches) -> bool:
    """Whether what found the one person is the code of a reward or a coupon, not the person's own card or number."""
    code, person = typed_code(matches.query), matches.people[0]
    own = {typed_code(person.member_number), person_code(person.uid)}
    return code not in own and not code.removeprefix("+").isdecimal()


class RedeemFlow(QObject):
    """Opens the panel and hands on what was chosen in it."""

    def __init__(self, page: DeskPage, shop: Shop, flow: VisitFlow, bill: BillFlow) -> None:
        super().__init__(page)
        self._page = page
        self._shop = shop
        self._flow = flow
        self._bill = bill
        self._kit = page.kit
        self._code = ""

    def wire(self) -> None:
        """Connect the person's view, which has just been made."""
        view = self._page.frame.person
        view.points.redeem_wanted.connect(self.open)
        view.redeem.closed.connect(self.close)
        view.redeem.redeem_wanted.connect(self._redeem)
        view.redeem.code_wanted.connect(self._use_code)
        view.redeem.part_wanted.connect(self._show_part)

    def open(self, code: str = "") -> None:
        """Show what the person at the counter can redeem.

        Args:
            code: a reward's or coupon's code that was scanned: it is offered first.
        """
        if self._page.frame.view != "person" or self._flow.card is None:
            return
        self._code = code
        self._page.frame.person.open_redeem()
        self.refresh()
        panel = self._page.frame.person.redeem
        panel.say("")
        panel.take_keyboard()

    def close(self) -> bool:
        """Put the cards back. False if they are there."""
        if not self._page.frame.person.close_redeem():
            return False
        self._code = ""
        self._page.frame.box.setFocus()
        return True

    def refresh(self) -> None:
        """Read again what can be redeemed, where it is on show."""
        view = self._page.frame.person
        if view.redeeming and self._page.today is not None:
            view.redeem.show_offers(self._offers, self._page.today.currency, chosen=self._code)

    @property
    def _offers(self) -> tuple[Offer, ...]:
        """What can be redeemed, then what can't any more."""
        return (*self._bill.bill.offers, *self._bill.lapsed())

    def offer_code(self, code: str) -> None:
        """A code was scanned that belongs to the person just opened: offer it, or say why it can't be used."""
        found = next((one for one in self._offers if one.code == code), None)
        self.open(found.key if found is not None else "")
        panel = self._page.frame.person.redeem
        if found is None:
            panel.field.setText(code)
            used = self._used_words(code)
            if used:
                panel.say(used)
            elif not self._recorded:  # else Enter puts it on the bill that is recorded: a scan alone books nothing
                self._try_coupon(code)
        elif found.refused:
            panel.say(found.refused)

    @property
    def _recorded(self) -> str:
        """Uid of the bill just recorded, where none is being entered; "" without one."""
        card = self._flow.card
        if card is None or self._bill.amount is not None or self._flow.step() != "again" or not card.visits_today:
            return ""
        newest = card.visits_today[0]
        return newest.uid if newest.amount is not None else ""

    def offer_coupon(self, text: str) -> bool:
        """A coupon for everybody was scanned while a person is at the counter. False where there is no such coupon."""
        code = typed_code(text)
        try:
            self._shop.coupons.check(code, self._flow.uid, self._bill.amount, lines=self._flow.draft.lines)
        except ShopError as error:
            if error.code == "coupon_not_found":
                return False
        self.offer_code(code)
        return True

    # -- redeeming -------------------------------------------------------------------------------------------------

    def _redeem(self, offer: Offer, points: int) -> None:
        """On today's bill; where its amount is being typed, that is recorded first."""
        amount = self._bill.amount
        card = self._flow.card
        if card is None:
            return
        if amount is not None and self._flow.step() != "again":
            self._flow.enter(amount, then=lambda logged: self._write(offer, points, logged.visit.uid))
            return
        newest = card.visits_today[0] if card.visits_today else None
        if offer.needs_bill and (newest is None or newest.amount is None):
            self._page.frame.person.redeem.say(
                tr("RedeemFlow", "It comes off a bill: type the amount first, then press {keys} again.").format(
                    keys=keys_text("redeem")
                )
            )
            return
        self._write(offer, points, newest.uid if newest is not None else "")

    def _write(self, offer: Offer, points: int, visit: str) -> None:
        key, person = self._shop.desk.new_key(), self._flow.uid
        facts = {"points": points} if offer.kind == "money" else {}
        self._flow.saving.write(
            lambda wait_ms: self._shop.desk.redeem(
                person, offer.key, visit=visit or None, key=key, wait_ms=wait_ms, **facts
            ),
            partial(self._redeemed, offer.name),
            self._refused,
        )

    def _redeemed(self, name: str, done: Redeemed) -> None:
        """Say what it took off and what is left to pay, with Undo."""
        self._flow.say_redeemed(name, done)
        if self._page.frame.view == "person":
            self.close()
        self._flow.done.emit()

    def _refused(self, error: BaseException) -> None:
        view = self._page.frame.person
        if isinstance(error, ShopError) and view.redeeming:
            view.redeem.say(self._said(error))
        else:
            self._kit.notices.failed(self._page, error)

    def _said(self, error: ShopError) -> str:
        today = self._kit.clock().astimezone(self._flow.zone).date()
        return refusal_words(error, today, self._kit.formats)

    # -- codes -----------------------------------------------------------------------------------------------------

    def _use_code(self, text: str) -> None:
        """A reward's code redeems it; a coupon's puts the coupon on the bill."""
        code = typed_code(text)
        found = next((one for one in self._offers if one.code == code), None)
        if found is not None and not found.refused:
            self._page.frame.person.redeem.field.take()
            self._redeem(found, found.points)
        elif found is not None:
            self._page.frame.person.redeem.say(found.refused)
        else:
            self._write_code(code)

    def _write_code(self, code: str) -> None:
        """A reward's code that is not among the offers says why; what is no reward's may be a coupon's."""
        person = self._flow.uid
        self._flow.saving.write(
            lambda wait_ms: self._shop.desk.redeem(person, code, wait_ms=wait_ms),
            lambda done: self._redeemed(done.reward.name, done),
            lambda error: self._no_reward(code, error),
        )

    def _used_words(self, code: str) -> str:
        """When a reward of this person was used, "" where the code is no used reward's."""
        held = self._shop.loyalty.holdings(self._flow.uid).rewards
        used = next((one for one in held if one.code == code and one.used_at is not None), None)
        if used is None or used.used_at is None:
            return ""
        now = self._kit.clock().astimezone(self._flow.zone).date()
        day = self._kit.formats.short_day(used.used_at.astimezone(self._flow.zone).date(), now)
        return tr("RedeemFlow", "“{reward}” was used on {day}.").format(reward=used.name, day=day)

    def _no_reward(self, code: str, error: BaseException) -> None:
        used = self._used_words(code)
        if isinstance(error, ShopError) and error.code == "reward_not_found":
            self._try_coupon(code)
        elif used:
            self._page.frame.person.redeem.say(used)
        else:
            self._refused(error)

    def _try_coupon(self, code: str) -> None:
        """A coupon goes on the bill; one that only asks for a larger bill waits there for the amount.

        Where a bill of today is recorded and no other one is typed, it comes off that one.
        """
        amount = self._bill.amount
        panel = self._page.frame.person.redeem
        recorded = self._recorded
        if recorded:
            self._join(code, recorded)
            return
        try:
            self._shop.coupons.check(code, self._flow.uid, amount, lines=self._flow.draft.lines)
        except ShopError as error:
            waits = error.code in WAITS and amount is None
            if not waits:
                panel.say(self._said(error))
                return
        self._bill.add_coupon(code)
        panel.field.take()
        self.close()
        self._page.frame.person.sale.focus_amount()

    def _join(self, code: str, visit: str) -> None:
        """The coupon comes off the bill that is recorded."""
        self._flow.saving.write(
            lambda wait_ms: self._shop.desk.use_coupon(visit, code, wait_ms=wait_ms),
            self._joined,
            self._refused,
        )

    def _joined(self, logged: Logged) -> None:
        self._flow.say_coupon(logged)
        if self._page.frame.view == "person":
            self._page.frame.person.redeem.field.take()
            self.close()
        self._flow.done.emit()

    def _show_part(self, offer: Offer, points: int) -> None:
        """Less or more points for money off."""
        if self._bill.bill.payable is not None:
            self._page.frame.person.redeem.show_part(points, *self._bill.part_of(offer, points))
