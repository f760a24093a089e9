"""Balances, points by hand, one-time awards, referrals, and why each entry is what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retention_desktop import settings
from retention_desktop.books import journal, people, points
from retention_desktop.books.points import ByHand
from retention_desktop.domain.awards import awards
from retention_desktop.domain.codes import made_code, plain_code
from retention_desktop.errors import ShopError
from retention_desktop.loyalty.birthdays import due_birthdays
from retention_desktop.staff import Deed, check_own_card
from retention_desktop.storage import ledger_store, loyalty_store, merge_store, referral_store, visit_store
from retention_desktop.storage.ledger_store import Entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from retention_desktop.domain.ledger import Balance
    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.programme import Programme, Reward
    from retention_desktop.domain.terms import Rule, Terms
    from retention_desktop.storage.database import Database, Tx

__all__ = ["Adjusted", "Awarded", "Entry", "Explanation", "Holdings", "Loyalty"]

MOST_BY_HAND = 10**9
"""A slip of the finger, not a correction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What a customer has at an instant (UTC)."""

    customer: str
    at: datetime
    balances: tuple[Balance, ...]
    rewards: tuple[Reward, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjusted:
    """What was written by hand; `operation` "" where it was written before under the same key."""

    operation: str
    customer: str
    programme: str
    amount: int
    balances: tuple[Balance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Awarded:
    """A one-time award that was paid now."""

    customer: str
    programme: str
    unit: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why an entry is what it is: the facts of one sentence.

    Attributes:
        entry: what was written; its `breakdown` holds amounts, rules (by id), promotion, tier percent, caps.
        terms: those it was written under, None where no version applies.
        number: that version's number, 0 without one.
    """

    entry: Entry
    terms: Terms | None
    number: int

    def rules(self) -> tuple[tuple[Rule, int], ...]:
        """The rules that gave something, each with what it gave."""
        given: dict[str, int] = self.entry.breakdown.get("rules", {})
        known = {rule.id: rule for rule in self.terms.rules} if self.terms else {}
        return tuple((known[rule], amount) for rule, amount in given.items() if rule in known)


class Loyalty:
    """The shop's loyalty programmes.

    Args:
        allow: raises ShopError needs_owner or over_limit where whoever is at the desk may not do a deed.
        staff: the name of whoever is at the desk.
    """

    def __init__(
        self, db: Database, clock: Callable[[], datetime], new_uid: Callable[[], str], *,
        allow: Callable[[Deed, int, str], str] = lambda *_: "", staff: Callable[[], str] = lambda: "",
    ) -> None:  # fmt: skip
        self._db = db
        self._clock = clock
        self._new_uid = new_uid
        self._allow = allow
        self._staff = staff

    # -- reading ---------------------------------------------------------------------------------------------------

    def programmes(self) -> tuple[Programme, ...]:
        """The programmes that are switched on."""
        with self._db.read() as tx:
            return loyalty_store.active_programmes(tx)

    def holdings(self, uid: str, at: datetime | None = None) -> Holdings:
        """Balances and rewards of a customer, by default now; `at` decides which lots have lapsed.

        Raises ShopError customer_not_found.
        """
        moment = at or self._clock()
        with self._db.read() as tx:
            person = people.known(tx, uid)
            day = moment.astimezone(settings.read(tx).zone_info).date()
            return Holdings(
                customer=uid, at=moment, balances=points.balances(tx, person.key, day, moment),
                rewards=loyalty_store.rewards_of(tx, person.key),
            )  # fmt: skip

    def entries(self, customer: str) -> tuple[Entry, ...]:
        """Everything written for a customer, newest first. Raises ShopError customer_not_found."""
        with self._db.read() as tx:
            return ledger_store.entries_of(tx, people.known(tx, customer).key)

    def explain(self, entry: str) -> Explanation:
        """Why an entry is what it is. Raises ShopError entry_not_found."""
        with self._db.read() as tx:
            found = ledger_store.find_entry(tx, entry)
            if found is None:
                raise ShopError("entry_not_found", entry=entry)
            version = None if found.version is None else loyalty_store.programme_of_version(tx, found.version)
        return Explanation(
            entry=found, terms=version.terms if version else None, number=version.number if version else 0
        )

    # -- by hand ---------------------------------------------------------------------------------------------------

    def adjust(
        self, customer: str, programme: str, amount: int, reason: str, *, override_pin: str = "", key: str = ""
    ) -> Adjusted:
        """Add points by hand, or take them (`amount` < 0), with a reason.

        Args:
            programme: uid.
            override_pin: an owner's, for this one deed.
            key: the caller's idempotency key: the same key again changes nothing.

        Raises:
            ShopError: reason_missing, points_invalid, points_short, programme_not_found, customer_not_found,
                needs_owner, over_limit, pin_wrong, pin_locked, staff_own_card.
        """
        kind = "adjust_in" if amount > 0 else "adjust_out"
        owner = self._checked(amount, reason, override_pin)
        facts = {"owner": owner} if owner else {}
        return self._by_hand("adjust", customer, programme, amount, ByHand(
            kind=kind, idem=f"adjust:{key or self._new_uid()}", reason=reason.strip(), facts=facts,
        ))  # fmt: skip

    def opening(
        self, customer: str, programme: str, amount: int, note: str, *, override_pin: str = "", key: str = ""
    ) -> Adjusted:
        """Take over what a paper card or another system had; `note` says from where. Raises ShopError like `adjust`."""
        if amount <= 0:
            raise ShopError("points_invalid", text=str(amount))
        owner = self._checked(amount, note, override_pin)
        facts = {"owner": owner} if owner else {}
        return self._by_hand("opening", customer, programme, amount, ByHand(
            kind="opening", idem=f"opening:{key or self._new_uid()}", reason=note.strip(), facts=facts,
        ))  # fmt: skip

    def _checked(self, amount: int, reason: str, override_pin: str) -> str:
        if isinstance(amount, bool) or not 0 < abs(amount) <= MOST_BY_HAND:
            raise ShopError("points_invalid", text=str(amount))
        if not reason.strip():
            raise ShopError("reason_missing")
        return self._allow(Deed.ADJUST, abs(amount), override_pin)

    def _by_hand(self, kind: str, customer: str, programme: str, amount: int, why: ByHand) -> Adjusted:
        with self._db.write() as tx:
            person = people.known_key(tx, customer)
            known = loyalty_store.newest_version(tx, programme)
            if known is None:
                raise ShopError("programme_not_found", programme=programme)
            check_own_card(tx, person, may_earn=settings.read(tx).staff_may_earn)
            done = ledger_store.entry_by_idem(tx, why.idem) is not None
            operation = None if done else self._begin(tx, kind)
            if operation is not None and amount > 0:
                points.give(tx, operation, known, person, amount, why, self._new_uid)
            elif operation is not None:
                points.take(tx, operation, known, person, -amount, why, self._new_uid)
            return Adjusted(
                operation=operation.uid if operation else "", customer=customer, programme=programme, amount=amount,
                balances=points.balances(tx, person, points.today(tx, self._clock())),
            )  # fmt: skip

    # -- one-time awards -------------------------------------------------------------------------------------------

    def award(self, customer: str, cause: str, name: str = "") -> tuple[Awarded, ...]:
        """Pay what the rules give once for signing up, an answered survey or a mission; again it pays nothing.

        Args:
            cause: "signup", "survey" or "mission".
            name: which survey or mission.

        Raises ShopError customer_not_found.
        """
        with self._db.write() as tx:
            person = people.known_key(tx, customer)
            local = self._clock().astimezone(settings.read(tx).zone_info)
            wanted = [
                (one, sum(rule.points for rule in awards(one.terms, cause, local, name)), name)
                for one in loyalty_store.active_programmes(tx)
            ]
            return self._pay(tx, cause, [(customer, person, *each) for each in wanted])

    def pay_birthdays(self) -> tuple[Awarded, ...]:
        """Pay the birthdays of today, and of the days on which the program was closed; each year once."""
        with self._db.write() as tx:
            local = self._clock().astimezone(settings.read(tx).zone_info)
            return self._pay(tx, "birthday", [
                (one.customer, one.key, one.programme, one.points, str(one.day.year))
                for one in due_birthdays(tx, local)
            ])  # fmt: skip

    def take_back_award(self, entry: str) -> str:
        """Take back a bonus that was paid twice to one person; returns the operation's uid.

        Raises ShopError entry_not_found.
        """
        with self._db.write() as tx:
            found = ledger_store.find_entry(tx, entry)
            done = ledger_store.entry_by_idem(tx, f"award_back:{entry}")
            if found is None or found.kind != "bonus" or done is not None:
                raise ShopError("entry_not_found", entry=entry)
            operation = self._begin(tx, "award")
            programme = loyalty_store.newest_version(tx, found.programme)
            holder = merge_store.stands_for(tx, found.customer)
            if programme is None:
                raise ShopError("programme_not_found", programme=found.programme)
            points.take_award_back(tx, operation, entry, holder, programme, found.amount, self._new_uid)
            return operation.uid

    def _pay(
        self, tx: Tx, cause: str, wanted: list[tuple[str, int, Programme, int, str]]
    ) -> tuple[Awarded, ...]:
        paid, operation = [], None
        for uid, person, programme, amount, name in wanted:
            idem = f"{cause}:{uid}:{programme.uid}" + (f":{name}" if name else "")
            if amount > 0 and ledger_store.entry_by_idem(tx, idem) is None:
                operation = operation or self._begin(tx, "award")
                why = ByHand(kind="bonus", idem=idem, facts={"cause": cause, "name": name})
                points.give(tx, operation, programme, person, amount, why, self._new_uid)
                paid.append(Awarded(customer=uid, programme=programme.uid, unit=programme.unit, amount=amount))
        return tuple(paid)

    # -- referrals -------------------------------------------------------------------------------------------------

    def referral_code(self, customer: str) -> str:
        """The code with which a customer brings friends; made where there is none yet."""
        with self._db.write() as tx:
            person = people.known_key(tx, customer)
            known = referral_store.code_of(tx, person)
            if known:
                return known
            code = made_code(self._new_uid())
            while referral_store.customer_of_code(tx, code) is not None:
                code = made_code(self._new_uid())
            row = {"uid": self._new_uid(), "customer": person, "code": code}
            journal.add(tx, self._begin(tx, "referral_code"), "referral_code", row)
            return code

    def refer(self, friend: str, code: str) -> str:
        """Note who brought a new customer: both are paid for the friend's first purchase; returns the operation.

        Raises ShopError customer_not_found, referral_unknown, referral_own, referral_late.
        """
        with self._db.write() as tx:
            person = people.known_key(tx, friend)
            referrer = referral_store.customer_of_code(tx, plain_code(code))
            if referrer is None:
                raise ShopError("referral_unknown", text=code)
            if referrer == person or referral_store.share_a_number(tx, person, referrer):
                raise ShopError("referral_own")
            if referral_store.was_referred(tx, person) or visit_store.visits_of(tx, person, 1):
                raise ShopError("referral_late")
            operation = self._begin(tx, "referral")
            row = {"uid": self._new_uid(), "referrer": referrer, "friend": person, "at": operation.at}
            journal.add(tx, operation, "referral", row)
            return operation.uid

    def _begin(self, tx: Tx, kind: str) -> Operation:
        return journal.begin(tx, kind, self._new_uid(), self._clock(), staff=self._staff())
