"""Taking back entries that are no visit's earning: what was redeemed, corrected by hand, given, merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.domain.ledger import back
from retention_desktop.domain.posting.cards import fill_cards, reopen_cards, reopen_cards_with, revive_cards
from retention_desktop.domain.posting.merging import lose_visits, move_back
from retention_desktop.domain.posting.settling import EARN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.domain.account import Posted
    from retention_desktop.domain.posting.merging import Moved
    from retention_desktop.domain.posting.plan import Cause
    from retention_desktop.domain.posting.posting import Posting


def take_back(posting: Posting, entries: Sequence[Posted], idem: str, cause: Cause) -> None:
    """Reverse entries of one operation, the newest first; keys `<idem>:<entry uid>`.

    A debit gives back to its very lots. A lot loses what it brought, lapsed or not, and where it was spent others give;
    what was given back is taken again, from the same lots where they still hold it. Never below zero: what isn't there
    any more stays gone.
    """
    for entry in sorted(entries, key=lambda each: each.key, reverse=True):
        own = f"{idem}:{entry.uid}"
        if entry.amount < 0:
            posting.give(back(entry.kind), own, cause, [pair for pair in entry.takes if pair[1] > 0], entry.key)
        else:
            _take_away(posting, entry, own, cause)
    if posting.account.cards:
        revive_cards(posting, cause)
        fill_cards(posting, cause)


def _take_away(posting: Posting, entry: Posted, idem: str, cause: Cause) -> None:
    opened = posting.lots.get(entry.key)
    first = [entry.key] if opened else [lot for lot, part in entry.takes if part < 0]
    amount = entry.amount if opened else -sum(part for _, part in entry.takes)
    take_from(posting, entry, (amount, first), idem, cause)


def take_from(posting: Posting, entry: Posted, wanted: tuple[int, Sequence[int]], idem: str, cause: Cause) -> int:
    """Take back what an entry brought: so much, from these lots first, lapsed or not; returns what was there."""
    amount, first = wanted
    missing = amount
    for lot in first:
        posting.unlapse(lot, missing - max(posting.lots[lot].left, 0), cause)
        missing = max(0, missing - max(posting.lots[lot].left, 0))
    if posting.account.cards:
        reopen_cards(posting, amount, cause, set(first))
    lots = [posting.lots[lot] for lot in first if posting.lots[lot].left > 0]
    lots += [lot for lot in posting.open() if lot.entry not in first]
    return posting.take(back(entry.kind), amount, idem, cause, lots, reverses=entry.key)


def part(
    target: Posting, moved: Sequence[tuple[Posting, Moved]], strays: Sequence[Posted], idem: str, cause: Cause
) -> None:  # fmt: skip
    """Move back what is left in `target` of lots that came from other accounts, and let go of visits that left.

    Cards that were filled with any of their punches open again where the reward is unused.

    Args:
        moved: each with the account it came from.
        strays: what visits that belong to somebody else by now did here, net; they are settled where they belong.
    """
    before = len(target.entries)
    if target.account.cards:
        opened = {entry.key for entry in strays if entry.kind == EARN}
        reopen_cards_with(target, opened | {pair.into.key for _, pair in moved}, cause)
    lose_visits(target, strays, idem, cause)
    for source, pair in reversed(moved):
        move_back(source, target, pair, f"{idem}:{pair.into.uid}", cause)
    sources = {source.account.key: source for source, _ in moved}
    for posting in (*sources.values(), target) if target.account.cards and len(target.entries) > before else ():
        fill_cards(posting, cause)
