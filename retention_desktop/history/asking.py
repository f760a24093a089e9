"""Whose it is to take an operation back: what only an owner may do, only an owner may undo."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from retention_desktop.books import points
from retention_desktop.domain.staff import Deed
from retention_desktop.storage import deed_store, row_store

if TYPE_CHECKING:
    from retention_desktop.domain.operation import Change, Operation
    from retention_desktop.storage.database import Tx

OF_A_VISIT: Final = frozenset({
    "visit", "sale", "visit_amount", "visit_correct", "visit_void", "punch_allow", "redeem", "refund", "coupon_use",
})  # fmt: skip
"""Of an earlier day they are the owner's to take back, like the visit itself."""
_DEEDS: Final = {
    "programme_save": Deed.RULES, "programme_add": Deed.RULES, "programme_preset": Deed.RULES, "coupon_add": Deed.RULES,
    "coupon_withdraw": Deed.RULES, "standing_discounts": Deed.RULES, "customer_merge": Deed.MERGE,
    "campaign_queue": Deed.BULK_SEND, "customer_delete": Deed.DELETE, "punch_allow": Deed.PUNCH_LIMIT,
    "sample_fill": Deed.SETTINGS, "sample_remove": Deed.SETTINGS, "settings": Deed.SETTINGS,
}  # fmt: skip
_BY_HAND: Final = frozenset({"adjust", "opening"})
_KINDS_BY_HAND: Final = frozenset({"adjust_in", "adjust_out", "opening"})


def deed_of(
    tx: Tx, operation: Operation, changes: tuple[Change, ...], today: date, here: str
) -> tuple[Deed, int | None] | None:
    """What must be allowed to take this operation back, with its amount by hand; None where everybody may.

    Args:
        today: of the shop's calendar.
        here: the name of whoever is at the desk, whose own deeds of today are theirs to take back; "" = nobody's.
    """
    of_today = points.today(tx, operation.at) == today
    if operation.kind in OF_A_VISIT and (not of_today or _earlier(tx, changes, today)):
        return Deed.VOID_EARLIER, None
    if here and operation.staff == here and of_today:
        return None
    if operation.kind in _BY_HAND:
        own = [entry.posted for entry in deed_store.entries_of(tx, operation.key)]
        return Deed.ADJUST, sum(abs(entry.amount) for entry in own if entry.kind in _KINDS_BY_HAND)
    deed = _DEEDS.get(operation.kind)
    return None if deed is None else (deed, None)


def _earlier(tx: Tx, changes: tuple[Change, ...], today: date) -> bool:
    """Whether a visit of an earlier day was changed: one that was there before."""
    changed = [change for change in changes if change.table == "visit" and change.before]
    rows = [row_store.read_row(tx, "visit", change.row_uid) for change in changed]
    return any(row is not None and date.fromisoformat(str(row["day"])) < today for row in rows)
