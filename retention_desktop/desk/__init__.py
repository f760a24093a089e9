"""The desk: find a person, log a visit or a sale, correct it; what the counter shows."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Any, Final

from retention_desktop import settings
from retention_desktop.books import finding, journal, people, points
from retention_desktop.desk.card import punch_terms, read_card
from retention_desktop.desk.lists import matches, today_line
from retention_desktop.desk.values import Card, Logged, Match, Matches, Punch, Today, TodayVisit
from retention_desktop.domain.earning import Bill, earn
from retention_desktop.domain.visit import Visit
from retention_desktop.errors import ShopError
from retention_desktop.storage import customer_store, loyalty_store, visit_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.programme import Earned
    from retention_desktop.storage.database import Database, Tx
    from retention_desktop.storage.search_index import SearchIndex

__all__ = ["Card", "Desk", "Logged", "Match", "Matches", "Punch", "Today", "TodayVisit"]

ASK_AGAIN_WITHIN: Final = timedelta(minutes=60)
"""A second visit of the same person within this time is asked about: it is usually a second press."""
_WAIT_MS: Final = 50
"""A single write that doesn't get the store within this time is tried again by the page, which says so."""


class Desk:
    """What the front desk does."""

    def __init__(
        self, db: Database, index: SearchIndex, clock: Callable[[], datetime], new_uid: Callable[[], str]
    ) -> None:
        self._db = db
        self._index = index
        self._clock = clock
        self._new_uid = new_uid

    # -- finding ---------------------------------------------------------------------------------------------------

    def find(self, query: str, most: int = 9) -> Matches:
        """Whoever this means: last digits, kana, kanji, romaji, member number, whole phone; best first."""
        with self._db.read() as tx:
            found = finding.find(tx, self._index, query, settings.read(tx).region, most)
            return Matches(query=query, people=matches(tx, found.keys, self._day(tx)), exact=found.exact)

    def card(self, uid: str) -> Card:
        """The person's card. Raises ShopError customer_not_found."""
        with self._db.read() as tx:
            return read_card(tx, people.known(tx, uid), self._day(tx))

    def would_earn(self, amount: int | None) -> int:
        """The points that an amount (minor units) would earn under the rule in force."""
        with self._db.read() as tx:
            local = self._clock().astimezone(settings.read(tx).zone_info)
            known = [programme for programme in loyalty_store.active_programmes(tx) if programme.unit == "point"]
        return sum(earn(one.terms, Bill(local=local, amount=amount)).amount for one in known)

    def today(self) -> Today:
        """Today's visits and sales."""
        with self._db.read() as tx:
            day, now = self._day(tx), settings.read(tx)
            visits = visit_store.visits_on(tx, day)
            known = customer_store.customers_by_keys(tx, [visit.customer for visit in visits if visit.customer])
            card = punch_terms(loyalty_store.active_programmes(tx))
            filled = loyalty_store.visits_that_filled_a_card(tx, [visit.key for visit in visits])
            sums = points.sums(tx, list(known), day)
            lines = tuple(
                today_line(visit, known.get(visit.customer or 0), card, sums, filled=visit.key in filled)
                for visit in visits
            )
        sales = sum(visit.amount or 0 for visit in visits if visit.currency == now.currency)
        return Today(day=day, visits=lines, sales=sales, rewards=len(filled), currency=now.currency)

    # -- writing ---------------------------------------------------------------------------------------------------

    def new_key(self) -> str:
        """A fresh idempotency key for `log_visit`: a page keeps it while it tries again."""
        return self._new_uid()

    def log_visit(
        self, uid: str | None, *, amount: int | None = None, at: datetime | None = None, key: str | None = None,
        again: bool = False, guarded: bool = True, wait_ms: int = _WAIT_MS,
    ) -> Logged:  # fmt: skip
        """Log a visit of a customer, or with no customer an anonymous sale.

        Args:
            amount: minor units of the shop's currency, None = not entered.
            at: UTC instant of a back-dated visit; by default now.
            key: the caller's idempotency key: the same key again changes nothing.
            again: yes, this is a second visit within the hour.
            guarded: ask about a second visit within the hour (the desk does, other callers don't).

        Raises:
            ShopError: customer_not_found, visited_recently, amount_invalid, instant_in_future, store_busy.
        """
        _check_amount(amount)
        key = key or None
        with self._db.write(wait_ms=wait_ms) as tx:
            known = visit_store.visit_by_caller_key(tx, key) if key else None
            if known is not None:
                return self._logged(tx, known, "", (), duplicate=True)
            person = people.known_key(tx, uid) if uid else None
            moment = self._moment(at)
            if uid and person and guarded and not again:
                _ask_about_a_second_press(tx, uid, person, moment)
            operation = self._begin(tx, "visit" if person else "sale")
            visit = self._add_visit(tx, operation, person, moment, amount, key)
            earned = points.settle_visit(tx, operation, visit, self._new_uid, new=True)
            return self._logged(tx, visit, operation.uid, earned, person=uid)

    def _moment(self, at: datetime | None) -> datetime:
        now = self._clock()
        if at is not None and at > now:
            raise ShopError("instant_in_future", text=at.isoformat())
        return at.astimezone(UTC) if at else now

    def _add_visit(
        self, tx: Tx, operation: Operation, person: int | None, moment: datetime, amount: int | None,
        key: str | None,
    ) -> Visit:  # fmt: skip
        now = settings.read(tx)
        facts: dict[str, Any] = {
            "uid": self._new_uid(), "customer": person,
            "day": moment.astimezone(now.zone_info).date(), "at": moment, "recorded_at": operation.at,
            "amount": amount, "currency": now.currency,
        }  # fmt: skip
        visit_key = journal.add(tx, operation, "visit", facts | {"key": key})
        if person:
            customer_store.refresh_caches(tx, person)
        return Visit(key=visit_key, **facts)

    def add_amount(self, visit_uid: str, amount: int, *, wait_ms: int = _WAIT_MS) -> Logged:
        """Enter the amount of a visit logged without one; it joins the same visit.

        Raises:
            ShopError: visit_not_found, visit_voided, amount_already_known, amount_invalid, store_busy.
        """
        _check_amount(amount)
        with self._db.write(wait_ms=wait_ms) as tx:
            visit = _known_visit(tx, visit_uid)
            if visit.amount is not None:
                raise ShopError("amount_already_known", visit=visit_uid)
            return self._change_visit(tx, visit, "visit_amount", {"amount": amount})

    def correct_visit(
        self, visit_uid: str, *, amount: int | None, at: datetime | None = None, wait_ms: int = _WAIT_MS
    ) -> Logged:
        """Set a visit's amount (None = none) and, where given, its UTC instant; points follow.

        Raises:
            ShopError: visit_not_found, visit_voided, amount_invalid, instant_in_future, store_busy.
        """
        _check_amount(amount)
        with self._db.write(wait_ms=wait_ms) as tx:
            visit = _known_visit(tx, visit_uid)
            values: dict[str, object] = {"amount": amount}
            if at is not None:
                moment = self._moment(at)
                values |= {"at": moment, "day": moment.astimezone(settings.read(tx).zone_info).date()}
            return self._change_visit(tx, visit, "visit_correct", values)

    def void_visit(self, visit_uid: str, *, wait_ms: int = _WAIT_MS) -> Logged:
        """Take a visit back, with what it earned. Raises ShopError visit_not_found, visit_voided, store_busy."""
        with self._db.write(wait_ms=wait_ms) as tx:
            visit = _known_visit(tx, visit_uid)
            return self._change_visit(tx, visit, "visit_void", {"voided_at": self._clock()})

    def _change_visit(self, tx: Tx, visit: Visit, kind: str, values: dict[str, object]) -> Logged:
        operation = self._begin(tx, kind)
        journal.edit(tx, operation, "visit", visit.uid, values)
        if visit.customer is not None:
            customer_store.refresh_caches(tx, visit.customer)
        changed = visit_store.visit_by_key(tx, visit.key)
        earned = points.settle_visit(tx, operation, changed, self._new_uid)
        return self._logged(tx, changed, operation.uid, earned)

    def _logged(
        self, tx: Tx, visit: Visit, operation: str, earned: tuple[Earned, ...], *, duplicate: bool = False,
        person: str | None = None,
    ) -> Logged:  # fmt: skip
        if visit.customer is None:
            return Logged(
                visit=visit, customer=None, operation=operation, duplicate=duplicate, earned=earned, balances=()
            )
        person = person or customer_store.customer_by_key(tx, visit.customer).uid
        now = points.balances(tx, visit.customer, self._day(tx))
        return Logged(
            visit=visit, customer=person, operation=operation, duplicate=duplicate, earned=earned, balances=now
        )

    def _begin(self, tx: Tx, kind: str) -> Operation:
        return journal.begin(tx, kind, self._new_uid(), self._clock())

    def _day(self, tx: Tx) -> date:
        return self._clock().astimezone(settings.read(tx).zone_info).date()


def _check_amount(amount: int | None) -> None:
    if amount is not None and not 0 <= amount <= 10**12:
        raise ShopError("amount_invalid", text=str(amount))


def _known_visit(tx: Tx, uid: str) -> Visit:
    visit = visit_store.find_visit(tx, uid)
    if visit is None:
        raise ShopError("visit_not_found", visit=uid)
    if visit.voided:
        raise ShopError("visit_voided", visit=uid)
    return visit


def _ask_about_a_second_press(tx: Tx, uid: str, person: int, moment: datetime) -> None:
    for visit in visit_store.visits_of(tx, person, 3):
        if visit.at is not None and abs(moment - visit.at) < ASK_AGAIN_WITHIN:
            minutes = int(abs(moment - visit.at).total_seconds() // 60)
            raise ShopError("visited_recently", customer=uid, minutes=minutes)
