"""Taking back the last thing that stands: its mirror image, entry by entry, lot by lot.

Where nothing that came later still counts, an operation is undone by the reverse of exactly what it wrote, through its
allocations: no rule is asked again, so nothing can come out otherwise. What lapsed stays lapsed, and what is put back
into a lot whose day has come lapses at once: expiry follows from the date. Anything earlier is undone by settling what
follows from it anew (`settle`, `take_back`).
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  a dataclass's field
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.ledger import CARD_FILLED, CARD_REOPENED, EXPIRE, LOT_KINDS, back
from retention_desktop.domain.posting.cards import ISSUED, set_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.domain.account import AccountState, HeldReward, Posted
    from retention_desktop.domain.posting.plan import Cause
    from retention_desktop.domain.posting.posting import Posting

LAPSING: Final = frozenset({EXPIRE, back(EXPIRE)})
"""What follows from the date alone, and is never mirrored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What an operation did to one account.

    Attributes:
        entries: as they were written, oldest first, whatever reversed them since; at least one.
        rewards: by uid, the state before and after; one that it issued was "given_back" before. Those that this
            account's cards didn't issue are the caller's.
        changed: the lots, of those there were then, of which other entries have taken or given something since that
            still stands; lapsing left out.
    """

    entries: tuple[Posted, ...]
    rewards: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    changed: frozenset[int] = frozenset()


def stands_as_left(account: AccountState, deed: Deed) -> bool:
    """Whether an account is as the operation left it: whatever came since has been taken back, or lapsed."""
    last = deed.entries[-1].key
    states = {held.uid: held.state for held in account.rewards}
    return (
        not deed.changed
        and all(lot.left == 0 for lot in account.lots if lot.entry > last)
        and all(states.get(uid) == after for uid, (_, after) in deed.rewards.items())
    )


def mirror(posting: Posting, deed: Deed, idem: Callable[[Posted], str], cause: Cause) -> None:
    """Reverse what an operation did to an account that `stands_as_left`; `idem` makes each entry's key."""
    filled: dict[int, int] = {}
    for entry in reversed(deed.entries):
        if entry.kind in LAPSING:
            continue
        own = replace(cause, visit=entry.visit, version=entry.version)
        lots = ((entry.key, -entry.amount),) if entry.kind in LOT_KINDS else entry.takes
        key = posting.reverse(entry.kind, lots, idem(entry), own, entry.key)
        posting.filled += (entry.kind == CARD_REOPENED) - (entry.kind == CARD_FILLED)
        if entry.kind == CARD_REOPENED:
            filled[_opened(posting, deed, entry)] = key
    for uid, (before, _) in deed.rewards.items():
        if uid in posting.rewards:
            _put_back(posting, posting.rewards[uid], before, filled)


def _opened(posting: Posting, deed: Deed, entry: Posted) -> int:
    """The debit of the reward whose card this entry opened: it gave back what that debit had taken."""
    gave = sorted((lot, -part) for lot, part in entry.takes)
    debits = [held.card for uid, held in posting.rewards.items() if uid in deed.rewards and held.card is not None]
    same = [debit.key for debit in debits if debit.key == entry.reverses or sorted(debit.takes) == gave]
    return entry.reverses if entry.reverses in same else next(iter(same), 0)


def _put_back(posting: Posting, held: HeldReward, before: str, filled: Mapping[int, int]) -> None:
    """Give a reward its former state; one that can be used again is bought by the entry that filled its card again."""
    if held.card is not None and before == ISSUED and held.card.key in filled:
        held = replace(held, card=replace(held.card, key=filled[held.card.key]))
    set_state(posting, held, before)
