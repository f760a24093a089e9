"""What a customer has bought: standing visits with their net spend and their goods."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, func, select

from retention_desktop.domain.standing_discount import Purchase
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.spend import NET
from retention_desktop.storage.tables import refund, refund_line, visit, visit_line

if TYPE_CHECKING:
    from retention_desktop.storage.database import Tx

_returned: Final = (
    select(func.coalesce(func.sum(refund_line.c.quantity), 0))
    .join(refund, refund.c.id == refund_line.c.refund)
    .where(refund_line.c.visit_line == visit_line.c.id, refund.c.undone_at.is_(None))
    .correlate(visit_line)
    .scalar_subquery()
)
_STANDING: Final = (visit.c.customer == bindparam("person"), visit.c.voided_at.is_(None))
_VISITS: Final = Prepared(select(visit.c.id, visit.c.day, NET.label("spent")).where(*_STANDING))
_GOODS: Final = Prepared(
    select(visit_line.c.visit, visit_line.c.item, (visit_line.c.quantity - _returned).label("left"))
    .join(visit, visit.c.id == visit_line.c.visit)
    .where(*_STANDING)
)


def purchases(tx: Tx, customer: int) -> tuple[Purchase, ...]:
    """Every standing visit of a customer (the store's key), in no order."""
    goods: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for row in tx.run(_GOODS, {"person": customer}):
        if row.left > 0:
            goods[row.visit].append((row.item, row.left))
    return tuple(
        Purchase(day=row.day, spent=row.spent, items=tuple(goods[row.id]))
        for row in tx.run(_VISITS, {"person": customer})
    )
