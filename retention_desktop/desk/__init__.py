"""The desk: find a person, log a visit or a sale, correct it; what the counter shows."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC
from typing import TYPE_CHECKING, Any, Final

from retention_desktop import settings
from retention_desktop.books import journal, people, points
from retention_desktop.books.coupons import note_uses
from retention_desktop.books.points import Redemption, together
from retention_desktop.desk.bills import (
    add_lines,
    add_refund,
    check_open,
    give_back_all,
    is_used_on,
    join_coupon,
    price_coupons,
    use_coupons,
)
from retention_desktop.desk.collected import PunchCard, TierNow
from retention_desktop.desk.reading import DeskReading
from retention_desktop.desk.redeeming import done_before, redeem
from retention_desktop.desk.refusals import ask_about_a_second_press, check_amount, known_visit
from retention_desktop.desk.rehearsing import RefundRehearsal, RolledBack, join_lines, names_of_payment
from retention_desktop.desk.values import (
    BillPreview,
    Card,
    Logged,
    Offer,
    Punch,
    Redeemed,
    Today,
    TodayVisit,
    VisitBill,
    WouldEarn,
)
from retention_desktop.domain.match import Match, Matches
from retention_desktop.domain.visit import Visit
from retention_desktop.errors import ShopError
from retention_desktop.staff import check_own_card
from retention_desktop.storage import bill_store, customer_store, visit_store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from retention_desktop.domain.bill import Line
    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.programme import Earned, Reward
    from retention_desktop.domain.punch_limit import Limited
    from retention_desktop.storage.database import Tx

__all__ = [
    "BillPreview", "Card", "Desk", "Logged", "Match", "Matches", "Offer", "Punch", "PunchCard", "Redeemed",
    "RefundRehearsal", "TierNow", "Today", "TodayVisit", "VisitBill", "WouldEarn",
]  # fmt: skip

_WAIT_MS: Final = 50
"""A single write that doesn't get the store within this time is tried again by the page, which says so."""


class Desk(DeskReading):
    """What the front desk does: everything that writes."""

    def new_key(self) -> str:
        """A fresh idempotency key for `log_visit`: a page keeps it while it tries again."""
        return self._new_uid()

    def log_visit(  # noqa: PLR0913  what a bill is made of
        self, uid: str | None, *, amount: int | None = None, at: datetime | None = None, key: str | None = None,
        again: bool = False, guarded: bool = True, tax: int | None = None, lines: Sequence[Line] = (), code: str = "",
        coupons: Sequence[str] = (), override: bool = False, wait_ms: int = _WAIT_MS,
    ) -> Logged:  # fmt: skip
        """Log a visit of a customer, or with no customer an anonymous sale.

        Args:
            amount: minor units of the shop's currency, with tax, before what coupons take off; None = not entered.
            at: UTC instant of a back-dated visit; by default now.
            key: the caller's idempotency key: the same key again changes nothing.
            again: yes, this is a second visit within the hour.
            guarded: ask about a second visit within the hour (the desk does, other callers don't).
            tax: the part of `amount` that is tax, None = by the programmes' rate.
            lines: what was bought.
            code: what was entered for rules that ask for one.
            coupons: codes of coupons to use on it.
            override: it is punched whatever the cards' limits say, which is the owner's to allow.

        A card's limit leaves the visit without a punch and says so in `limits`; all else is as without one.

        Raises:
            ShopError: customer_not_found, visited_recently, needs_owner, amount_invalid, instant_in_future,
                staff_own_card, coupon_... (see `books.coupons`), store_busy.
        """
        check_amount(amount)
        if override:
            self._allow_punch()
        key = key or None
        with self._db.write(wait_ms=wait_ms) as tx:
            known = visit_store.visit_by_caller_key(tx, key) if key else None
            if known is not None:
                return self._logged(tx, known, "", (), duplicate=True)
            person = people.known_key(tx, uid) if uid else None
            moment = self._moment(at)
            if uid and person and guarded and not again:
                ask_about_a_second_press(tx, uid, person, moment)
            operation = self._begin(tx, "visit" if person else "sale")
            priced = price_coupons(tx, operation, person, amount, coupons, lines)
            off = sum(one.discount for one in priced)
            facts = {"amount": amount, "tax": tax, "code": code.strip(), "discount": off, "past_limit": override}
            visit = self._add_visit(tx, operation, person, moment, facts, key)
            add_lines(tx, visit, lines, self._new_uid)
            note_uses(tx, operation, visit, priced, self._new_uid, at=operation.at)
            earned = points.settle_visit(tx, operation, visit, self._new_uid, new=True, lines=lines)
            return self._logged(tx, visit, operation.uid, earned, person=uid, limits=points.limits_on(tx, visit))

    def _moment(self, at: datetime | None) -> datetime:
        now = self._clock()
        if at is not None and at > now:
            raise ShopError("instant_in_future", text=at.isoformat())
        return at.astimezone(UTC) if at else now

    def _add_visit(
        self, tx: Tx, operation: Operation, person: int | None, moment: datetime, entered: dict[str, Any],
        key: str | None,
    ) -> Visit:  # fmt: skip
        now = settings.read(tx)
        if person and not now.staff_may_earn:
            check_own_card(tx, person, may_earn=False)
        facts: dict[str, Any] = {
            "uid": self._new_uid(), "customer": person,
            "day": moment.astimezone(now.zone_info).date(), "at": moment, "recorded_at": operation.at,
            "amount": entered["amount"], "currency": now.currency, "staff": operation.staff,
        }  # fmt: skip
        facts |= {name: value for name, value in entered.items() if value}
        visit_key = journal.add(tx, operation, "visit", facts | {"key": key})
        if person:
            customer_store.count_visit(tx, person, (entered["amount"] or 0) - entered["discount"])
        return Visit(key=visit_key, **facts)

    def allow_punch(self, visit_uid: str, *, wait_ms: int = _WAIT_MS) -> Logged:
        """Give a visit the punches that its cards' limits left it without, which is the owner's to allow.

        Raises ShopError visit_not_found, visit_voided, needs_owner, store_busy.
        """
        self._allow_punch()
        with self._db.write(wait_ms=wait_ms) as tx:
            visit = known_visit(tx, visit_uid)
            if visit.past_limit:
                return self._logged(tx, visit, "", (), duplicate=True)
            return self._change_visit(tx, visit, "punch_allow", {"past_limit": True})

    def add_amount(
        self, visit_uid: str, amount: int, *, tax: int | None = None, lines: Sequence[Line] = (), code: str = "",
        coupons: Sequence[str] = (), wait_ms: int = _WAIT_MS,
    ) -> Logged:  # fmt: skip
        """Enter the amount of a visit logged without one, with what else its bill says; it joins the same visit.

        Args: see `log_visit`.

        Raises:
            ShopError: visit_not_found, visit_voided, amount_already_known, amount_invalid, coupon_... (see
                `books.coupons`), store_busy.
        """
        check_amount(amount)
        with self._db.write(wait_ms=wait_ms) as tx:
            visit = known_visit(tx, visit_uid)
            if visit.amount is not None:
                raise ShopError("amount_already_known", visit=visit_uid)
            operation = self._begin(tx, "visit_amount")
            entered = {"tax": tax, "code": code.strip()}
            said = {"amount": amount} | {name: value for name, value in entered.items() if value}
            journal.edit(tx, operation, "visit", visit.uid, said)
            join_lines(tx, operation, visit, lines, self._new_uid)
            if coupons:
                use_coupons(tx, operation, visit_store.visit_by_key(tx, visit.key), coupons, lines, self._new_uid)
            return self._settled(tx, operation, visit)

    def use_coupon(self, visit_uid: str, code: str, *, wait_ms: int = _WAIT_MS) -> Logged:
        """Put a coupon on a bill of today that is recorded already; what it earns follows. Used there before: nothing.

        Raises:
            ShopError: visit_not_found, visit_voided, bill_closed (of another day, or partly given back),
                coupon_... (see `books.coupons`), store_busy.
        """
        with self._db.write(wait_ms=wait_ms) as tx:
            visit = known_visit(tx, visit_uid)
            if is_used_on(tx, visit, code):
                return self._logged(tx, visit, "", (), duplicate=True)
            check_open(tx, visit, self._day(tx))
            operation = self._begin(tx, "coupon_use")
            return self._settled(tx, operation, join_coupon(tx, operation, visit, code, self._new_uid))

    def correct_visit(
        self, visit_uid: str, *, amount: int | None, at: datetime | None = None, wait_ms: int = _WAIT_MS
    ) -> Logged:
        """Set a visit's amount (None = none) and, where given, its UTC instant; points follow.

        Raises:
            ShopError: visit_not_found, visit_voided, amount_invalid, instant_in_future, needs_owner, store_busy.
        """
        check_amount(amount)
        self._ask_for_earlier(visit_uid)
        with self._db.write(wait_ms=wait_ms) as tx:
            visit = known_visit(tx, visit_uid)
            values: dict[str, object] = {"amount": amount}
            if at is not None:
                moment = self._moment(at)
                values |= {"at": moment, "day": moment.astimezone(settings.read(tx).zone_info).date()}
            return self._change_visit(tx, visit, "visit_correct", values)

    def void_visit(self, visit_uid: str, *, wait_ms: int = _WAIT_MS) -> Logged:
        """Take a visit back, with what it earned; what paid for it is given back.

        Raises ShopError visit_not_found, visit_voided, needs_owner, store_busy.
        """
        self._ask_for_earlier(visit_uid)
        with self._db.write(wait_ms=wait_ms) as tx:
            visit = known_visit(tx, visit_uid)
            return self._change_visit(tx, visit, "visit_void", {"voided_at": self._clock()})

    def refund(
        self, visit_uid: str, *, amount: int | None = None, lines: Mapping[str, int] | None = None,
        key: str | None = None, wait_ms: int = _WAIT_MS,
    ) -> Logged:  # fmt: skip
        """Give money, or goods, of a visit back; points follow what remains, by the rules that stood on the bill.

        A visit refunded in full earns nothing, and what paid for it is given back.

        Args:
            amount: minor units; None = what the lines cost, or all that is left.
            lines: units by uid of the visit's line.
            key: the caller's idempotency key: the same key again changes nothing.

        Raises:
            ShopError: visit_not_found, visit_voided, refund_invalid, refund_too_much, needs_owner, store_busy.
        """
        self._ask_for_earlier(visit_uid)
        with self._db.write(wait_ms=wait_ms) as tx:
            done = bill_store.visit_of_refund(tx, key) if key else None
            if done is not None:
                return self._logged(tx, visit_store.visit_by_key(tx, done), "", (), duplicate=True)
            visit = known_visit(tx, visit_uid)
            operation = self._begin(tx, "refund")
            add_refund(tx, operation, visit, amount, lines or {}, key or None, self._new_uid)
            return self._settled(tx, operation, visit, emptied=points.bill_of(tx, visit).undone)

    def rehearse_refund(
        self, visit_uid: str, amount: int | None, *, lines: Mapping[str, int] | None = None
    ) -> RefundRehearsal:
        """What giving so much of a visit back would change (see `refund`); nothing is kept. Raises like `refund`."""
        found = []
        with suppress(RolledBack), self._db.write(wait_ms=_WAIT_MS) as tx:
            found.append(self._rehearse_refund(tx, known_visit(tx, visit_uid), amount, lines or {}))
            raise RolledBack
        return found[0]

    def _rehearse_refund(self, tx: Tx, visit: Visit, amount: int | None, units: Mapping[str, int]) -> RefundRehearsal:
        held = points.balances(tx, visit.customer, self._day(tx)) if visit.customer else ()
        paid_with = names_of_payment(tx, visit)
        operation = self._begin(tx, "refund")
        given = add_refund(tx, operation, visit, amount, units, None, self._new_uid)
        emptied = points.bill_of(tx, visit).undone
        logged = self._settled(tx, operation, visit, emptied=emptied)
        return RefundRehearsal(logged=logged, before=held, given_back=paid_with if emptied else (), amount=given)

    def redeem(
        self, customer: str, reward: str, *, visit: str | None = None, points: int | None = None,
        key: str | None = None, wait_ms: int = _WAIT_MS,
    ) -> Redeemed:  # fmt: skip
        """Redeem a reward, or points for money off.

        Args:
            customer: uid.
            reward: uid or code of a reward that was issued, id of a catalogue reward, or with `points` uid of the
                programme that pays ("" = the first that does, points before credit).
            visit: uid of the visit whose bill it pays; None = no bill.
            points: how many to turn into money off; whole steps of them are taken.
            key: the caller's idempotency key: the same key again changes nothing.

        Raises:
            ShopError: customer_not_found, visit_not_found, visit_voided, reward_not_found, reward_of_another,
                reward_used, reward_expired, points_short, points_too_few, redeem_needs_bill, staff_own_card,
                store_busy.
        """
        with self._db.write(wait_ms=wait_ms) as tx:
            done = done_before(tx, key or "", reward)
            if done is not None:
                return self._redeemed(tx, customer, done, None, ())
            person = people.known_key(tx, customer)
            check_own_card(tx, person, may_earn=settings.read(tx).staff_may_earn)
            bill = known_visit(tx, visit) if visit else None
            if bill is not None and bill.customer != person:
                raise ShopError("visit_not_found", visit=visit or "")
            operation = self._begin(tx, "redeem")
            deed = Redemption(operation=operation, customer=person, visit=bill, key=key or None, new_uid=self._new_uid)
            taken = redeem(tx, deed, reward, points)
            earned = self._bill_less(tx, operation, bill, taken.discount)
            return self._redeemed(tx, customer, taken.reward, operation, together(taken.earned, earned))

    def _bill_less(self, tx: Tx, operation: Operation, bill: Visit | None, discount: int) -> tuple[Earned, ...]:
        """Take a discount off a bill; what it earns follows."""
        if bill is None or not discount:
            return ()
        journal.edit(tx, operation, "visit", bill.uid, {"discount": bill.discount + discount})
        return self._settled(tx, operation, bill).earned

    def _redeemed(
        self, tx: Tx, customer: str, reward: Reward, operation: Operation | None, earned: tuple[Earned, ...]
    ) -> Redeemed:
        person = people.known_key(tx, customer)
        return Redeemed(
            visit=visit_store.find_visit(tx, reward.visit) if reward.visit else None, customer=customer,
            operation=operation.uid if operation else "", duplicate=operation is None, earned=earned,
            balances=points.balances(tx, person, self._day(tx)), reward=reward, discount=reward.discount,
        )  # fmt: skip

    def _change_visit(self, tx: Tx, visit: Visit, kind: str, values: dict[str, object]) -> Logged:
        operation = self._begin(tx, kind)
        journal.edit(tx, operation, "visit", visit.uid, values)
        return self._settled(tx, operation, visit, emptied="voided_at" in values)

    def _settled(self, tx: Tx, operation: Operation, visit: Visit, *, emptied: bool = False) -> Logged:
        """Bring what follows from a visit that has changed into line.

        Args:
            emptied: it is void or refunded in full: what paid for it is given back.
        """
        earned = give_back_all(tx, operation, visit, self._new_uid) if emptied else ()
        if visit.customer is not None:
            customer_store.refresh_caches(tx, visit.customer)
        changed = visit_store.visit_by_key(tx, visit.key)
        earned = together(earned, points.settle_visit(tx, operation, changed, self._new_uid))
        if changed.day != visit.day:
            earned = together(earned, points.settle_later(tx, operation, visit, self._new_uid))
        return self._logged(tx, changed, operation.uid, earned, limits=points.limits_on(tx, changed))

    def _logged(
        self, tx: Tx, visit: Visit, operation: str, earned: tuple[Earned, ...], *, duplicate: bool = False,
        person: str | None = None, limits: tuple[Limited, ...] = (),
    ) -> Logged:  # fmt: skip
        if visit.customer is None:
            return Logged(
                visit=visit, customer=None, operation=operation, duplicate=duplicate, earned=earned, balances=()
            )
        person = person or customer_store.customer_by_key(tx, visit.customer).uid
        now = points.held(tx, visit.customer, self._day(tx))
        return Logged(
            visit=visit, customer=person, operation=operation, duplicate=duplicate, earned=earned, balances=now,
            limits=limits,
        )  # fmt: skip

    def _begin(self, tx: Tx, kind: str) -> Operation:
        return journal.begin(tx, kind, self._new_uid(), self._clock(), staff=self._staff())
