"""What a shop does to two accounts, and undoes as the product does it; the accounts are in memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from retention_desktop.domain.account import net_of
from retention_desktop.domain.expiry import add_months
from retention_desktop.domain.posting import (
    Cause,
    Moved,
    fill_cards,
    mirror,
    move_lots,
    part,
    settle,
    stands_as_left,
    take_back,
)
from retention_desktop.domain.posting.settling import VISIT_KINDS
from retention_desktop.domain.terms import CardTerms, Gives, Milestone, Present
from tests.domain.ledger_model import Book

if TYPE_CHECKING:
    from retention_desktop.domain.posting import NewEntry, Posting

GIFT = Gives(kind="gift")
CARDS = {
    1: CardTerms(size=5, reward=Present(name="cut", gives=GIFT),
                 milestones=(Milestone(at=2, present=Present(name="tea", gives=GIFT)),)),
    2: CardTerms(size=7, reward=Present(name="colour", gives=GIFT)),
}  # fmt: skip
KEEP, OTHER = 1, 2
Step = tuple[str, int, int]


@dataclass
class Visit:
    account: int
    target: int
    day: date
    version: int


@dataclass
class Done:
    """An operation: visits with their targets before, its entries, rewards used, merged visits, rewards it moved."""

    visits: list[tuple[int, int]]
    entries: list[NewEntry]
    used: list[tuple[int, str]]
    merged: list[int]
    rewards: dict[int, dict[str, tuple[str, str]]]
    undone: bool = False


class History:
    """What a shop does to two accounts, with undo as the product does it."""

    def __init__(self, *, punch: bool, debt: bool, expiry: str) -> None:
        self.book = Book(cards=CARDS if punch else {})
        self.punch = punch
        self.debt = debt
        self.expiry = expiry
        self.visits: dict[int, Visit] = {}
        self.done: list[Done] = []
        self.states: list[dict[int, object]] = []
        self.merged = False
        self._written: list[NewEntry] = []
        self._moved: dict[int, dict[str, tuple[str, str]]] = {}

    # -- steps

    def step(self, step: Step) -> None:
        kind, which, amount = step
        before = len(self.done)
        getattr(self, f"do_{kind}")(which, amount)
        assert len(self.done) <= before + 1
        for account in (KEEP, OTHER):
            self.book.prove(account, debt=self.debt)

    def do_earn(self, which: int, amount: int) -> None:
        account = KEEP if self.merged or which % 2 else OTHER
        number = len(self.visits) + 1
        self.visits[number] = Visit(account, 0, self.book.day - timedelta(days=which % 3), self.book.version)
        self._change(number, amount % 4 if self.punch else amount)

    def do_correct(self, which: int, amount: int) -> None:
        if numbers := list(self.visits):
            self._change(numbers[which % len(numbers)], amount % 4 if self.punch else amount)

    def do_void(self, which: int, _: int) -> None:
        if numbers := list(self.visits):
            self._change(numbers[which % len(numbers)], 0)

    def do_redeem(self, which: int, amount: int) -> None:
        account = KEEP if self.merged or which % 2 else OTHER
        posting = self.book.posting(account)
        if 0 < amount <= posting.left():
            posting.take("redeem", amount, f"redeem:{self.book.uid()}", Cause(occurred=self.book.now), posting.open())
            self._write(posting)
            self._note()

    def do_adjust(self, which: int, amount: int) -> None:
        posting = self.book.posting(KEEP if self.merged or which % 2 else OTHER)
        cause = Cause(occurred=self.book.now, version=self.book.version)
        posting.credit("adjust_in", max(amount, 1), f"adjust:{self.book.uid()}", cause, self._expires(self.book.day))
        if self.punch:
            fill_cards(posting, cause)
        self._write(posting)
        self._note()

    def do_use(self, which: int, _: int) -> None:
        held = [(account, reward) for account in (KEEP, OTHER) for reward in self.book.rewards[account].values()
                if reward.state == "issued"]  # fmt: skip
        if held:
            account, reward = held[which % len(held)]
            self.book.rewards[account][reward.uid] = replace(reward, state="used")
            self._note(used=[(account, reward.uid)])

    def do_pass(self, which: int, _: int) -> None:
        self.book.day += timedelta(days=which)

    def do_version(self, which: int, _: int) -> None:
        """New terms."""
        self.book.version = which % 2 + 1

    def do_merge(self, *_: int) -> None:
        if self.merged:
            return
        source, target = self.book.posting(OTHER), self.book.posting(KEEP)
        move_lots(source, target, f"merge:{self.book.uid()}", Cause(occurred=self.book.now))
        if self.punch:
            fill_cards(target, Cause(occurred=self.book.now, version=self.book.version))
        moved = [number for number, visit in self.visits.items() if visit.account == OTHER]
        for number in moved:
            self.visits[number].account = KEEP
        self.merged = True
        self._write(source)
        self._write(target)
        self._note(merged=[0, *moved])

    def do_undo(self, which: int, _: int) -> None:
        standing = [done for done in self.done if not done.undone]
        if standing:
            self.undo(standing[which % len(standing)])

    # -- undo

    def undo(self, done: Done) -> None:
        self._undo(done)
        self._written, self._moved = [], {}

    def _undo(self, done: Done) -> None:
        done.undone = True
        for account, uid in done.used:
            reward = self.book.rewards[account][uid]
            if reward.state == "used":
                self.book.rewards[account][uid] = replace(reward, state="issued")
        self.merged = self.merged and not done.merged
        for number in done.merged[1:]:
            self.visits[number].account = OTHER
        for number, target in done.visits:
            self.visits[number].target = target
        self._look()
        given = [] if self._mirror(done) else self._reverse(done)
        for number, target in done.visits:
            self._settle(number, target)
        for number in given:
            self._settle(number, self.visits[number].target)

    def _mirror(self, done: Done) -> bool:
        """Mirror an operation where the accounts are as it left them; whether they were."""
        accounts = {entry.account for entry in done.entries}
        deeds = {
            account: self.book.deed(
                [entry for entry in done.entries if entry.account == account], done.rewards.get(account, {})
            )
            for account in accounts
        }
        if not all(stands_as_left(self.book.state(account), deed) for account, deed in deeds.items()):
            return False
        for account, deed in deeds.items():
            posting = self.book.posting(account)
            mirror(posting, deed, lambda entry: f"undo:{entry.uid}:{self.book.uid()}", Cause(occurred=self.book.now))
            self._write(posting)
        return True

    def _reverse(self, done: Done) -> list[int]:
        """Reverse what is no visit's earning; returns the visits whose lots were given back to."""
        if done.merged:
            return self._unmerge(done)
        accounts = {entry.account for entry in done.entries}
        given: list[int] = []
        for account in sorted(accounts):
            posting = self.book.posting(account)
            cause = Cause(occurred=self.book.now, version=self.book.version)
            own = [
                self.book.posted(entry)
                for entry in done.entries
                if entry.account == account and entry.kind in {"redeem", "adjust_in"}
            ]
            take_back(posting, own, f"undo:{self.book.uid()}", cause)
            given += self._visits_given(self._write(posting))
        return given

    def _unmerge(self, done: Done) -> list[int]:
        source, target = self.book.posting(OTHER), self.book.posting(KEEP)
        cause = Cause(occurred=self.book.now, version=self.book.version)
        outs = {entry.idem.removesuffix(":out"): entry for entry in done.entries if entry.idem.endswith(":out")}
        moved = [
            (source, Moved(out=self.book.posted(outs[entry.idem.removesuffix(":in")]), into=self.book.posted(entry)))
            for entry in done.entries
            if entry.idem.endswith(":in")
        ]
        strays = [
            self.book.posted(entry, net=False) for entry in self.book.entries
            if entry.account == KEEP and entry.kind in VISIT_KINDS and entry.cause.visit in done.merged[1:]
        ]  # fmt: skip
        part(target, moved, net_of(strays), f"unmerge:{self.book.uid()}", cause)
        given = self._visits_given(self._write(source) + self._write(target))
        for number in done.merged[1:]:
            self._settle(number, self.visits[number].target)
        self._prove_parted(done.merged[1:])
        return given

    def _prove_parted(self, visits: list[int]) -> None:
        """Nothing of a visit stands with the one it left."""
        left = [lot for lot in self.book.lots(KEEP) if lot.left and lot.visit in visits]
        assert not left

    def _visits_given(self, entries: list[NewEntry]) -> list[int]:
        lots = [lot for entry in entries for lot, part in entry.allocations if part < 0]
        found = [self.book.entries[lot - 1].cause.visit for lot in lots]
        return [number for number in dict.fromkeys(found) if number is not None]

    # -- inside

    def _expires(self, day: date) -> tuple[date | None, int | None]:
        if self.expiry == "months":
            return add_months(day, 2), None
        return (None, 2) if self.expiry == "idle" else (None, None)

    def _change(self, number: int, target: int) -> None:
        before = self.visits[number].target
        self._settle(number, target)
        self._note(visits=[(number, before)])

    def _settle(self, number: int, target: int) -> None:
        visit = self.visits[number]
        visit.target = target
        self._look()
        posting = self.book.posting(visit.account)
        cause = Cause(occurred=datetime.combine(visit.day, time(9), UTC), visit=number, version=visit.version)
        earned = self.book.earned(visit.account, number)
        expires = self._expires(visit.day)
        settle(posting, earned, target, f"earn:{number}", cause, expires=expires, debt=self.debt)
        self._write(posting)

    def _look(self) -> None:
        self.book.last_visit = max((each.day for each in self.visits.values() if each.target), default=None)

    def _write(self, posting: Posting) -> list[NewEntry]:
        plan = posting.finish()
        account = plan.after.key
        before = {uid: held.state for uid, held in self.book.rewards[account].items()}
        written = self.book.write(plan)
        self._written += written
        moved = self._moved.setdefault(account, {})
        for uid, state in [(new.uid, "issued") for new in plan.issued] + [(it.uid, it.state) for it in plan.moved]:
            moved[uid] = (moved[uid][0] if uid in moved else before.get(uid, "given_back"), state)
        kept = self.book.state(account)
        assert sum(lot.left for lot in kept.lots) == plan.posted
        assert kept.filled == plan.after.filled
        return written

    def _note(
        self, *, visits: list[tuple[int, int]] | None = None, used: list[tuple[int, str]] | None = None,
        merged: list[int] | None = None,
    ) -> None:  # fmt: skip
        self.done.append(Done(visits or [], self._written, used or [], merged or [], self._moved))
        self._written, self._moved = [], {}
