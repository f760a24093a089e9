"""A visit's goods and what of them was given back, as they are kept; what a customer spent, net, by day."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select

from retention_desktop.domain.bill import Line
from retention_desktop.domain.visit import KeptLine, Refund
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.spend import NET
from retention_desktop.storage.tables import refund, refund_line, visit, visit_line

if TYPE_CHECKING:
    from datetime import date

    from retention_desktop.storage.database import Tx

_LINES: Final = Prepared(
    select(
        visit_line.c.id, visit_line.c.uid, visit_line.c.item, visit_line.c.category, visit_line.c.quantity,
        visit_line.c.unit_price, visit_line.c.tax,
    )
    .where(visit_line.c.visit == bindparam("wanted"))
    .order_by(visit_line.c.id)
)  # fmt: skip
_REFUNDS: Final = Prepared(
    select(
        refund.c.id, refund.c.uid, refund.c.amount, refund_line.c.quantity, visit_line.c.item, visit_line.c.category,
        visit_line.c.unit_price, visit_line.c.tax, visit_line.c.quantity.label("bought"),
        visit_line.c.uid.label("line"),
    )
    .outerjoin(refund_line, refund_line.c.refund == refund.c.id)
    .outerjoin(visit_line, visit_line.c.id == refund_line.c.visit_line)
    .where(refund.c.visit == bindparam("wanted"), refund.c.undone_at.is_(None))
    .order_by(refund.c.id)
)  # fmt: skip
_BY_KEY: Final = Prepared(
    select(refund.c.visit, refund.c.amount, refund.c.uid).where(refund.c.key == bindparam("wanted"))
)
_SPENT: Final = Prepared(
    select(visit.c.day, NET.label("spent")).where(
        visit.c.customer == bindparam("customer"), visit.c.day > bindparam("after"), visit.c.voided_at.is_(None),
        visit.c.id != bindparam("but"),
    )
)  # fmt: skip


def lines_of(tx: Tx, visit_key: int) -> tuple[KeptLine, ...]:
    """The goods of a visit."""
    return tuple(
        KeptLine(row.id, row.uid, Line(
            item=row.item, category=row.category, quantity=row.quantity, unit_price=row.unit_price, tax=row.tax,
        ))
        for row in tx.run(_LINES, {"wanted": visit_key})
    )  # fmt: skip


def refunds_of(tx: Tx, visit_key: int) -> tuple[Refund, ...]:
    """What was given back of a visit and not undone, oldest first."""
    found: dict[int, tuple[str, int]] = {}
    lines: dict[int, list[Line]] = defaultdict(list)
    units: dict[int, dict[str, int]] = defaultdict(dict)
    for row in tx.run(_REFUNDS, {"wanted": visit_key}):
        found[row.id] = row.uid, row.amount
        if row.quantity is not None:
            tax = None if row.tax is None else row.tax * row.quantity // row.bought
            lines[row.id].append(Line(
                item=row.item, category=row.category, quantity=row.quantity, unit_price=row.unit_price, tax=tax,
            ))  # fmt: skip
            units[row.id][row.line] = units[row.id].get(row.line, 0) + row.quantity
    return tuple(Refund(uid, amount, tuple(lines[key]), units[key]) for key, (uid, amount) in found.items())


def visit_of_refund(tx: Tx, key: str) -> int | None:
    """The key of the visit that was refunded under a caller's idempotency key."""
    row = tx.run(_BY_KEY, {"wanted": key}).one_or_none()
    return None if row is None else row.visit


def spent_by_day(tx: Tx, customer: int, after: date, but: int) -> list[tuple[date, int]]:
    """Net spend of a customer's standing visits since `after`, in the shop's currency, without the visit `but`."""
    rows = tx.run(_SPENT, {"customer": customer, "after": after, "but": but})
    return [(row.day, row.spent) for row in rows]
