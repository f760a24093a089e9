"""Lots of points or punches, and how a debit is spread over them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

DEBT: Final = "debt"
"""Kind of an entry that opens a lot below zero: what was to be taken back and was no longer there."""
FORGIVEN: Final = "forgiven"
"""Kind of a lot that stands in for what was to be taken back and was no longer there, where nobody goes below zero."""
LOT_KINDS: Final = frozenset({"earn", "bonus", "opening", "adjust_in", "merge_in", DEBT, FORGIVEN})
"""Kinds of entries that open a lot; every other entry takes from lots or gives back to them."""
EXPIRE: Final = "expire"
CARD_FILLED: Final = "card_filled"
CARD_REOPENED: Final = "card_reopened"
REDEEM: Final = "redeem"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """Points earned together.

    Attributes:
        entry: key of the ledger entry that opened it.
        left: what is not yet spent, expired or taken back; below zero for a debt.
        expires_on: the first day on which what is left no longer counts; None = never.
        occurred: UTC instant of earning.
        visit: key of the visit that earned it.
        uid: of the entry that opened it.
        kind: one of `LOT_KINDS`.
        idle_months: it lapses so many months after the customer's last standing visit; None = it doesn't.
        version: key of the programme version it was earned under.
        lapsed: what expire entries took, less what was given back of it.
        lapses: how many expire entries it has.
    """

    entry: int
    left: int
    expires_on: date | None
    occurred: datetime
    visit: int | None
    uid: str = ""
    kind: str = "earn"
    idle_months: int | None = None
    version: int | None = None
    lapsed: int = 0
    lapses: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """One programme's balance of a customer on a day.

    Attributes:
        lots: those open on it, soonest to expire first; () where only the sum was asked for.
    """

    programme: str
    name: str
    unit: str
    balance: int
    lots: tuple[Lot, ...] = ()


def back(kind: str) -> str:
    """The kind of the entry that takes an entry of this kind back; what was taken back comes "again"."""
    if kind == CARD_FILLED:
        return CARD_REOPENED
    if kind == CARD_REOPENED:
        return CARD_FILLED
    if kind.endswith("_back"):
        return kind.removesuffix("_back") + "_again"
    return kind.removesuffix("_again") + "_back"


def open_lots(lots: Iterable[Lot], day: date) -> list[Lot]:
    """The lots that count on `day`, soonest to expire first, then oldest."""
    counted = [lot for lot in lots if lot.left > 0 and (lot.expires_on is None or lot.expires_on > day)]
    return sorted(counted, key=lambda lot: (lot.expires_on is None, lot.expires_on or day, lot.occurred, lot.entry))


def spread(lots: Iterable[Lot], amount: int) -> list[tuple[int, int]]:
    """Take up to `amount` from the lots in the order given: (entry key, taken) pairs, all positive."""
    taken = []
    for lot in lots:
        part = min(lot.left, amount)
        if part > 0:
            taken.append((lot.entry, part))
            amount -= part
    return taken
