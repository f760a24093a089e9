"""The steps that any plan is made of: credit, take, give back, owe, expire."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from retention_desktop.domain.expiry import add_months
from retention_desktop.domain.ledger import DEBT, EXPIRE, FORGIVEN, Lot, back, spread
from retention_desktop.domain.posting.plan import PLANNED, Cause, NewEntry, Plan, RewardMove

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime, tzinfo

    from retention_desktop.domain.account import AccountState, HeldReward
    from retention_desktop.domain.posting.plan import NewReward

Expires = tuple["date | None", "int | None"]
NEVER: Expires = (None, None)


def lapse_day(lot: Lot, last_visit: date | None, zone: tzinfo) -> date | None:
    """The first day of the shop's calendar on which what is left in a lot no longer counts; None = never.

    Args:
        zone: the shop's: it says on which day a lot was opened.
    """
    if lot.idle_months is None:
        return lot.expires_on
    earned = lot.occurred.astimezone(zone).date()
    return add_months(max(earned, last_visit or earned), lot.idle_months)


class Posting:
    """A plan in the making: the account as it is after the steps so far.

    Args:
        account: as it was found.
        day: today on the shop's calendar.
        now: UTC instant.
        new_uid: makes uids.
    """

    def __init__(self, account: AccountState, day: date, now: datetime, new_uid: Callable[[], str]) -> None:
        self.account = account
        self.day = day
        self.now = now
        self.new_uid = new_uid
        self.lots = {lot.entry: lot for lot in account.lots}
        self.entries: list[NewEntry] = []
        self.issued: list[NewReward] = []
        self.moved: dict[str, RewardMove] = {}
        self.rewards: dict[str, HeldReward] = {reward.uid: reward for reward in account.rewards}
        self.filled = self.lowest = account.filled
        self.expire()

    # -- reading -----------------------------------------------------------------------------------------------------

    def lapses(self, lot: Lot) -> bool:
        """Whether a lot has lapsed by today."""
        when = lapse_day(lot, self.account.last_visit, self.account.zone)
        return when is not None and when <= self.day

    def open(self, *, but: int | None = None) -> list[Lot]:
        """The lots that count today, soonest to lapse first, then oldest; without those of the visit `but`."""
        last, zone = self.account.last_visit, self.account.zone
        counted = [(lapse_day(lot, last, zone), lot) for lot in self.lots.values() if lot.left > 0]
        standing = [
            (when or self.day, when is None, lot)
            for when, lot in counted
            if (when is None or when > self.day) and (but is None or lot.visit != but)
        ]
        standing.sort(key=lambda each: (each[1], each[0], each[2].occurred, each[2].entry))
        return [lot for _, _, lot in standing]

    def left(self, *, but: int | None = None) -> int:
        """What the customer has today, debts counted; without the points of the visit `but`."""
        return sum(lot.left for lot in self.open(but=but)) + sum(lot.left for lot in self.debts())

    def debts(self) -> list[Lot]:
        """What the customer owes, oldest first."""
        return [lot for lot in self.lots.values() if lot.left < 0]

    # -- steps -------------------------------------------------------------------------------------------------------

    def credit(self, kind: str, amount: int, idem: str, cause: Cause, expires: Expires = NEVER) -> int:
        """Open a lot; returns its stand-in key. Debts are paid from it at once."""
        uid = self.new_uid()
        key = self._append(NewEntry(
            key=self._key(), uid=uid, account=self.account.key, kind=kind, amount=amount, idem=idem, cause=cause,
            expires_on=expires[0], idle_months=expires[1],
        ))  # fmt: skip
        self.lots[key] = Lot(
            entry=key, left=amount, expires_on=expires[0], idle_months=expires[1], occurred=cause.occurred,
            visit=cause.visit, uid=uid, kind=kind, version=cause.version,
        )  # fmt: skip
        self.pay_debts()
        return key

    def take(
        self, kind: str, amount: int, idem: str, cause: Cause, lots: Iterable[Lot], *, reverses: int | None = None
    ) -> int:
        """Take up to `amount` from these lots, in their order; returns what was there to take."""
        allocations = tuple(spread(lots, amount))
        taken = sum(part for _, part in allocations)
        if taken:
            self._move(kind, -taken, idem, cause, allocations, reverses)
        return taken

    def give(self, kind: str, idem: str, cause: Cause, returns: Iterable[tuple[int, int]], reverses: int) -> int:
        """Give (lot, amount) pairs back to their very lots; returns the sum."""
        allocations = tuple((lot, -amount) for lot, amount in returns)
        given = -sum(amount for _, amount in allocations)
        if given:
            self._move(kind, given, idem, cause, allocations, reverses)
        return given

    def reverse(
        self, kind: str, takes: Iterable[tuple[int, int]], idem: str, cause: Cause, reverses: int
    ) -> int:  # fmt: skip
        """Undo what an entry of this kind took (> 0) from lots and gave (< 0) to them; returns its stand-in key.

        What it gave is taken again even where it has lapsed since.
        """
        allocations = tuple((lot, -part) for lot, part in takes)
        for lot, part in allocations:
            self.unlapse(lot, part - max(self.lots[lot].left, 0), cause)
        self._move(back(kind), -sum(part for _, part in allocations), idem, cause, allocations, reverses)
        return self.entries[-1].key

    def owe(self, amount: int, idem: str, cause: Cause) -> None:
        """Go below zero: a lot of minus `amount`, paid by whatever comes next."""
        uid = self.new_uid()
        key = self._append(NewEntry(
            key=self._key(), uid=uid, account=self.account.key, kind=DEBT, amount=-amount, idem=idem, cause=cause,
        ))  # fmt: skip
        self.lots[key] = Lot(
            entry=key, left=-amount, expires_on=None, occurred=cause.occurred, visit=cause.visit, uid=uid, kind=DEBT,
            version=cause.version,
        )  # fmt: skip

    def forgive(self, amount: int, cause: Cause) -> Lot:
        """Open a lot that only stands in for what can't be taken back; it is taken at once and never counts."""
        uid = self.new_uid()
        idem = f"{FORGIVEN}:{uid}"
        key = self._append(NewEntry(
            key=self._key(), uid=uid, account=self.account.key, kind=FORGIVEN, amount=amount, idem=idem, cause=cause,
        ))  # fmt: skip
        lot = self.lots[key] = Lot(
            entry=key, left=amount, expires_on=None, occurred=cause.occurred, visit=cause.visit, uid=uid,
            kind=FORGIVEN, version=cause.version,
        )  # fmt: skip
        return lot

    def pay_debts(self) -> None:
        """Let what is there pay what is owed: two entries that cancel each other, so that each lot adds up."""
        for debt in self.debts():
            paid = min(-debt.left, sum(lot.left for lot in self.open()))
            if paid:
                uid = self.new_uid()
                cause = Cause(occurred=self.now, version=debt.version, breakdown={"lot": debt.uid})
                self.give("debt_paid", f"debt_paid:{uid}", cause, [(debt.entry, paid)], debt.entry)
                self.take("debt_settled", paid, f"debt_settled:{uid}", cause, self.open())

    def expire(self) -> None:
        """Write down what has lapsed: an entry for each lot, key `expire:<lot uid>:<how many times before>`."""
        for lot in [lot for lot in self.lots.values() if lot.left > 0 and self.lapses(lot)]:
            cause = Cause(occurred=self.now, version=lot.version, breakdown={"lot": lot.uid})
            self.take(EXPIRE, lot.left, f"expire:{lot.uid}:{lot.lapses}", cause, [lot])

    def unlapse(self, key: int, amount: int, cause: Cause) -> None:
        """Put back up to `amount` of what lapsed of a lot, because it is about to be taken for another reason."""
        part = min(amount, self.lots[key].lapsed)
        if part > 0:
            self._move(back(EXPIRE), part, f"unlapse:{self.new_uid()}", cause, ((key, -part),), None)

    def finish(self) -> Plan:
        """The plan."""
        self.pay_debts()
        self.expire()
        lots = tuple(self.lots.values())
        after = replace(self.account, lots=lots, rewards=tuple(self.rewards.values()), filled=self.filled)
        days = [lapse_day(lot, self.account.last_visit, self.account.zone) for lot in lots if lot.left > 0]
        return Plan(
            entries=tuple(self.entries), issued=tuple(self.issued), moved=tuple(self.moved.values()), after=after,
            posted=after.posted, earliest=min((day for day in days if day is not None), default=None),
            owed=-sum(lot.left for lot in lots if lot.left < 0),
            oldest=self._oldest(),
        )  # fmt: skip

    def _oldest(self) -> int:
        """The oldest open lot; with none, all that will be opened come after the newest entry."""
        newest = self.entries[-1].key if self.entries else self.account.oldest
        return min((lot.entry for lot in self.lots.values() if lot.left), default=newest)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _key(self) -> int:
        return PLANNED + len(self.entries)

    def _append(self, entry: NewEntry) -> int:
        self.entries.append(entry)
        return entry.key

    def _move(
        self, kind: str, amount: int, idem: str, cause: Cause, allocations: tuple[tuple[int, int], ...],
        reverses: int | None,
    ) -> None:  # fmt: skip
        self._append(NewEntry(
            key=self._key(), uid=self.new_uid(), account=self.account.key, kind=kind, amount=amount, idem=idem,
            cause=cause, allocations=allocations, reverses=reverses,
        ))  # fmt: skip
        for key, part in allocations:
            lot = self.lots[key]
            lapsed = part if kind in {EXPIRE, back(EXPIRE)} else 0
            self.lots[key] = replace(
                lot, left=lot.left - part, lapsed=lot.lapsed + lapsed, lapses=lot.lapses + (kind == EXPIRE)
            )
