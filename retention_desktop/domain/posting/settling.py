"""A visit's earning: its entries always add up to what the visit earns now ("target minus current").

What can't be taken back because it was spent becomes a debt or is forgiven; either is an entry of its own, so that the
sum holds even then. A correction, a refund, an undo and an undo of a correction are therefore the same step. What was
taken back comes back to the very lots it was taken from, the last taken first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.ledger import DEBT, FORGIVEN, back
from retention_desktop.domain.posting.cards import fill_cards, reopen_cards, revive_cards
from retention_desktop.domain.posting.posting import NEVER

if TYPE_CHECKING:
    from retention_desktop.domain.account import Posted
    from retention_desktop.domain.ledger import Lot
    from retention_desktop.domain.posting.plan import Cause
    from retention_desktop.domain.posting.posting import Expires, Posting

EARN: Final = "earn"
VISIT_KINDS: Final = frozenset({EARN, "earn_back", "earn_again", DEBT, "debt_back", "debt_again"})
"""The kinds whose amounts are a visit's earning so far."""
FORGIVING: Final = frozenset({FORGIVEN, back(FORGIVEN), back(back(FORGIVEN))})


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitEarned:
    """What a visit has earned in a programme so far.

    Attributes:
        amount: over all of the programme's accounts (it may have moved in a merge).
        entries: how many entries say so; the next key's number.
        taken: what was taken back of it from this account and not given again, oldest first; debts included.
        unforgiven: where it was forgiven and then given after all, oldest first: it is forgiven again first.
        again: what was given back to lots of this account, oldest first: it is taken from these before any other's.
    """

    amount: int = 0
    entries: int = 0
    taken: tuple[Posted, ...] = ()
    unforgiven: tuple[Posted, ...] = ()
    again: tuple[Posted, ...] = ()


NOTHING_EARNED: Final = VisitEarned()


def counts_as_earned(kind: str, visit: int | None) -> bool:
    """Whether an entry of this kind and visit is part of what visits earned in its account."""
    return visit is not None and kind in VISIT_KINDS


def settle(
    posting: Posting, earned: VisitEarned, target: int, idem: str, cause: Cause, *, expires: Expires = NEVER,
    debt: bool = False, kind: str = EARN,
) -> int:  # fmt: skip
    """Bring a visit's entries to `target`; returns by how much the customer's points changed.

    Args:
        idem: the keys' beginning, `earn:<visit uid>:<programme uid>`.
        expires: when a new lot lapses.
        debt: go below zero where the points are gone; otherwise take what is there.
        kind: of the lots it opens; `idem` and `earned` are those of this kind.
    """
    step, before = _Step(posting, earned, idem, cause, kind), len(posting.entries)
    step.reclaim()
    difference = target - earned.amount
    if difference > 0:
        step.more(difference, expires)
    elif difference < 0:
        step.less(-difference, debt=debt)
    if posting.account.cards and len(posting.entries) > before:
        fill_cards(posting, cause)
    counted = VISIT_KINDS | FORGIVING | kinds_of(kind)
    return sum(entry.amount for entry in posting.entries[before:] if entry.kind in counted)


def kinds_of(kind: str) -> frozenset[str]:
    """A kind of lot, what takes it back, and what gives that again."""
    return frozenset({kind, back(kind), back(back(kind))})


class _Step:
    def __init__(self, posting: Posting, earned: VisitEarned, idem: str, cause: Cause, kind: str) -> None:
        self._posting = posting
        self._earned = earned
        self._idem = idem
        self._cause = cause
        self._number = earned.entries
        self._kind = kind

    def _next(self) -> str:
        self._number += 1
        return f"{self._idem}:{self._number - 1}"

    def more(self, amount: int, expires: Expires) -> None:
        """Give back what was taken, the last first; a lot of its own for the rest."""
        posting, rest = self._posting, amount
        for entry in reversed(self._earned.taken):
            rest -= self._again(entry, rest)
        if rest < amount and posting.account.cards:
            revive_cards(posting, self._cause)
        if rest:
            posting.credit(self._kind, rest, self._next(), self._cause, expires)

    def _again(self, entry: Posted, most: int) -> int:
        if entry.kind == DEBT:
            returns = [(entry.key, min(most, -self._posting.lots[entry.key].left))]
        else:
            returns = _last_of(entry.takes, most)
        return self._give(entry, returns)

    def _give(self, entry: Posted, returns: list[tuple[int, int]]) -> int:
        """Give back to lots; what goes to a lot that only forgave is no longer forgiven."""
        posting = self._posting
        if sum(part for _, part in returns) <= 0:
            return 0
        given = posting.give(back(entry.kind), self._next(), self._cause, returns, entry.key)
        for lot in [posting.lots[key] for key, _ in returns if posting.lots[key].kind == FORGIVEN]:
            idem = f"{back(FORGIVEN)}:{posting.new_uid()}"
            posting.take(back(FORGIVEN), lot.left, idem, self._cause, [lot], reverses=lot.entry)
        return given

    def reclaim(self) -> None:
        """Take what was forgiven, where its own points are back: what they had bought was given back."""
        posting = self._posting
        for entry in self._earned.taken:
            for key, part in entry.takes:
                own = [lot for lot in posting.open() if lot.visit == self._cause.visit]
                there = min(part, sum(lot.left for lot in own))
                if posting.lots[key].kind == FORGIVEN and there > 0:
                    self._give(entry, [(key, there)])
                    posting.take(back(self._kind), there, self._next(), self._cause, own)

    def less(self, amount: int, *, debt: bool) -> None:
        """Take it back from its own lots, the newest first, then from others; of its own, what has lapsed as well.

        Of the others, those it was given back to come first: so an undo meets the very lots again.

        What is no longer there becomes a debt, or is forgiven.
        """
        posting, visit = self._posting, self._cause.visit
        own = {lot.entry for lot in posting.lots.values() if lot.visit == visit and lot.kind != FORGIVEN}
        self._unlapse(own, amount)
        if posting.account.cards:
            reopen_cards(posting, amount, self._cause, own)
        first = [posting.lots[key] for key in sorted(own, reverse=True) if posting.lots[key].left > 0]
        lots = first + self._forgive_again(amount - sum(lot.left for lot in first))
        others = [lot for lot in posting.open() if lot.entry not in own and lot.kind != FORGIVEN]
        given = [lot for entry in self._earned.again for lot, part in entry.takes if part < 0]
        newest = {lot: number for number, lot in enumerate(given)}
        lots += sorted(others, key=lambda lot: -newest.get(lot.entry, -1))
        missing = max(0, amount - sum(lot.left for lot in lots))
        if missing and debt:
            posting.owe(missing, self._next(), self._cause)
            amount -= missing
        elif missing:
            lots.append(posting.forgive(missing, self._cause))
        posting.take(back(self._kind), amount, self._next(), self._cause, lots)

    def _forgive_again(self, most: int) -> list[Lot]:
        posting, lots = self._posting, []
        for entry in reversed(self._earned.unforgiven):
            returns = _last_of(entry.takes, most)
            if returns:
                idem = f"{back(entry.kind)}:{posting.new_uid()}"
                most -= posting.give(back(entry.kind), idem, self._cause, returns, entry.key)
                lots += [posting.lots[key] for key, _ in returns]
        return lots

    def _unlapse(self, own: set[int], amount: int) -> None:
        for lot in [self._posting.lots[key] for key in sorted(own, reverse=True)]:
            missing = amount - max(lot.left, 0)
            self._posting.unlapse(lot.entry, missing, self._cause)
            amount = max(0, missing - lot.lapsed)


def _last_of(takes: tuple[tuple[int, int], ...], most: int) -> list[tuple[int, int]]:
    """Up to `most` of what was taken, the last lot first."""
    returns = []
    for lot, part in reversed(takes):
        given = min(part, most)
        if given > 0:
            returns.append((lot, given))
            most -= given
    return returns
