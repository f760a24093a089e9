"""Moving lots between two accounts: each goes with its date, its idle months and its visit.

Parting the two again moves back what is left of them, and what lapsed in between, which lapses where it came from: what
was spent in between stays where it happened. A visit's points stand with whoever the visit belongs to: what it was
given or lost in the other's lots in between is taken out of these, and settled where it belongs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from retention_desktop.domain.ledger import DEBT, back
from retention_desktop.domain.posting.settling import EARN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.domain.account import Posted
    from retention_desktop.domain.ledger import Lot
    from retention_desktop.domain.posting.plan import Cause
    from retention_desktop.domain.posting.posting import Posting

MERGE_OUT = "merge_out"
MERGE_IN = "merge_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A lot that moved: the entry that took it out, and the one that brought it in."""

    out: Posted
    into: Posted


def move_lots(source: Posting, target: Posting, idem: str, cause: Cause) -> None:
    """Move every open lot, and every debt, from `source` to `target`; keys `<idem>:<lot uid>:out` and `:in`.

    The oldest first, so that a running card goes on under its own terms.
    """
    for lot in [*sorted(source.open(), key=lambda each: each.entry), *source.debts()]:
        own = _cause_of(lot, cause)
        key = f"{idem}:{lot.uid}"
        if lot.left < 0:
            source.give(MERGE_OUT, f"{key}:out", own, [(lot.entry, -lot.left)], lot.entry)
            target.owe(-lot.left, f"{key}:in", own)
        else:
            source.take(MERGE_OUT, lot.left, f"{key}:out", own, [lot])
            target.credit(MERGE_IN, lot.left, f"{key}:in", own, (lot.expires_on, lot.idle_months))
    target.pay_debts()


def move_back(source: Posting, target: Posting, moved: Moved, idem: str, cause: Cause) -> None:
    """Move what is left of one lot from `target` back to where it came from; keys `<idem>:out` and `:in`."""
    if (lapsed := target.lots[moved.into.key].lapsed) > 0:
        target.unlapse(moved.into.key, lapsed, cause)
    lot = target.lots[moved.into.key]
    own = _cause_of(lot, cause)
    if lot.kind == DEBT:
        if lot.left < 0:
            target.give(back(DEBT), f"{idem}:out", own, [(lot.entry, -lot.left)], lot.entry)
            source.owe(-lot.left, f"{idem}:in", own)
    elif lot.left > 0:
        target.take(back(MERGE_IN), lot.left, f"{idem}:out", own, [lot], reverses=lot.entry)
        returns = [(moved.out.takes[0][0], lot.left)]
        source.give(back(MERGE_OUT), f"{idem}:in", own, returns, moved.out.key)


def lose_visits(target: Posting, entries: Sequence[Posted], idem: str, cause: Cause) -> None:
    """Undo what visits of somebody else did to this account; keys `<idem>:<entry uid>`.

    What they took from lots of others is given back, what is left of lots they opened here is taken, what they owe here
    is forgotten: each visit is to be settled where it belongs.

    Args:
        entries: of those visits in this account, net of what reversed them.
    """
    for entry in sorted(entries, key=lambda each: each.key, reverse=True):
        own, key = replace(cause, visit=entry.visit, version=entry.version), f"{idem}:{entry.uid}"
        if entry.kind == DEBT:
            owed = [(entry.key, -target.lots[entry.key].left)]
            target.give(back(DEBT), key, own, owed, entry.key)
        elif entry.kind == EARN:
            target.unlapse(entry.key, target.lots[entry.key].lapsed, own)
            lot = target.lots[entry.key]
            target.take(back(EARN), lot.left, key, own, [lot], reverses=entry.key)
        elif entry.amount < 0:
            others = [(lot, part) for lot, part in entry.takes if target.lots[lot].visit != entry.visit]
            target.give(back(entry.kind), key, own, others, entry.key)


def _cause_of(lot: Lot, cause: Cause) -> Cause:
    """A debt leaves its visit behind: what the visit earned in all is settled already."""
    facts = {**cause.breakdown, "lot": lot.uid}
    visit = None if lot.kind == DEBT else lot.visit
    return replace(cause, occurred=lot.occurred, visit=visit, version=lot.version, breakdown=facts)
