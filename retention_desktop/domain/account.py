"""A customer's account in one programme as a plan finds it: lots, what was taken from them, rewards."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, tzinfo

    from retention_desktop.domain.ledger import Lot
    from retention_desktop.domain.terms import CardTerms, Gives


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """An entry that stands, with what it did to lots.

    Attributes:
        key: the store's key of the entry.
        takes: (lot, amount) pairs, net of what later entries that reverse this one undid; takes > 0, gives back < 0.
        visit: key of the visit it belongs to.
        version: key of the programme version it was written under.
        reverses: key of the entry it reverses.
    """

    key: int
    uid: str
    kind: str
    amount: int
    takes: tuple[tuple[int, int], ...] = ()
    visit: int | None = None
    version: int | None = None
    reverses: int | None = None


def net_of(entries: Iterable[Posted]) -> tuple[Posted, ...]:
    """These entries as they stand, each less what among them reversed it, and what reversed that in its turn.

    What only undid a reversal is left out: it is part of the entry that it made stand again.
    """
    known = {entry.key: entry for entry in entries}
    reversed_by: dict[int, list[Posted]] = defaultdict(list)
    for entry in known.values():
        if entry.reverses in known:
            reversed_by[entry.reverses].append(entry)

    def parts(entry: Posted) -> Iterator[tuple[int, int]]:
        yield from entry.takes
        for later in reversed_by[entry.key]:
            yield from parts(later)

    roots = (entry for entry in known.values() if not _again(entry, known))
    return tuple(replace(entry, takes=_sums(entry, parts(entry))) for entry in roots)


def _again(entry: Posted, known: Mapping[int, Posted]) -> bool:
    """Whether an entry reverses one that itself reversed what some entry had done to lots."""
    was = known.get(entry.reverses or 0)
    origin = known.get(was.reverses or 0) if was else None
    return origin is not None and bool(origin.takes)


def _sums(entry: Posted, parts: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """What is left of each of an entry's own parts, in their order."""
    sums = dict.fromkeys((lot for lot, _ in entry.takes), 0)
    for lot, part in parts:
        if lot in sums:
            sums[lot] += part
    return tuple((lot, part) for lot, part in sums.items() if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldReward:
    """A reward of the account, whatever its state.

    Attributes:
        gives: what it was promised to give.
        key: a milestone's key, "" for any other.
        card: the debit that filled the card, None where no card of this account bought it.
    """

    uid: str
    name: str
    state: str
    gives: Gives
    key: str = ""
    card: Posted | None = None


USED_UNDER: Final = "#"
"""Between a milestone's key and the key under which a caller used its present."""


def milestone_key(key: str) -> str:
    """A present's own key, without that of the caller who used it; "" for the key of any other reward."""
    return key.split(USED_UNDER, 1)[0] if key.startswith("milestone:") else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountState:
    """What a plan is made from.

    Attributes:
        lots: every open lot, and those that the plan may give back to.
        zone: the shop's, for the day on which a lot was opened.
        whole: whether `lots` holds every lot there ever was.
        oldest: no open lot had a smaller key when the account was last written to.
        last_visit: the customer's last standing visit on the shop's calendar, for lots that lapse when idle.
        cards: the terms of the punch card by programme version; empty where there is no card.
        version: the version in force.
        rewards: those that cards and milestones issued, oldest first.
        filled: how many of the account's cards are full.
    """

    key: int
    uid: str
    lots: tuple[Lot, ...] = ()
    last_visit: date | None = None
    cards: Mapping[int, CardTerms] = field(default_factory=dict)
    version: int = 0
    rewards: tuple[HeldReward, ...] = ()
    filled: int = 0
    whole: bool = True
    zone: tzinfo = UTC
    oldest: int = 0

    @property
    def posted(self) -> int:
        """The sum of all entries: what is left in all lots, lapsed ones included."""
        return sum(lot.left for lot in self.lots)
