"""Visits as they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select

from retention_desktop.domain.visit import Visit
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import visit

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.engine import Row

    from retention_desktop.storage.database import Tx

_COLUMNS: Final = (
    visit.c.id, visit.c.uid, visit.c.customer, visit.c.day, visit.c.at, visit.c.recorded_at, visit.c.amount,
    visit.c.currency, visit.c.staff, visit.c.note, visit.c.voided_at, visit.c.tax, visit.c.discount, visit.c.code,
    visit.c.past_limit,
)  # fmt: skip
_NEWEST_FIRST: Final = (visit.c.day.desc(), visit.c.at.desc(), visit.c.id.desc())
_BY_UID: Final = Prepared(select(*_COLUMNS).where(visit.c.uid == bindparam("wanted")))
_BY_CALLER_KEY: Final = Prepared(select(*_COLUMNS).where(visit.c.key == bindparam("wanted")))
_BY_KEY: Final = Prepared(select(*_COLUMNS).where(visit.c.id == bindparam("wanted")))
_OF: Final = Prepared(
    select(*_COLUMNS)
    .where(visit.c.customer == bindparam("wanted"), visit.c.voided_at.is_(None))
    .order_by(*_NEWEST_FIRST)
    .limit(bindparam("most"))
)
_DAYS: Final = Prepared(
    select(visit.c.day)
    .where(visit.c.customer == bindparam("wanted"), visit.c.voided_at.is_(None))
    .order_by(visit.c.day)
)
_LATER: Final = Prepared(
    select(*_COLUMNS)
    .where(
        visit.c.customer == bindparam("customer"), visit.c.day >= bindparam("first"), visit.c.day <= bindparam("last"),
        visit.c.id > bindparam("key"), visit.c.operation.is_(None), visit.c.voided_at.is_(None),
    )
    .order_by(visit.c.id)
)  # fmt: skip
_ON_DAY: Final = Prepared(
    select(*_COLUMNS)
    .where(visit.c.day == bindparam("wanted"), visit.c.voided_at.is_(None))
    .order_by(visit.c.at.desc(), visit.c.id.desc())
)
_OF_OPERATION: Final = Prepared(select(*_COLUMNS).where(visit.c.operation == bindparam("wanted")))


def find_visit(tx: Tx, uid: str) -> Visit | None:
    """The visit with this uid, void or not."""
    return _one(tx.run(_BY_UID, {"wanted": uid}).one_or_none())


def visit_by_caller_key(tx: Tx, key: str) -> Visit | None:
    """The visit logged under a caller's idempotency key."""
    return _one(tx.run(_BY_CALLER_KEY, {"wanted": key}).one_or_none())


def visit_by_key(tx: Tx, key: int) -> Visit:
    """The visit with this key, void or not."""
    return _visit(tx.run(_BY_KEY, {"wanted": key}).one())


def visits_of(tx: Tx, customer: int, most: int = 500) -> tuple[Visit, ...]:
    """A customer's visits that are not void, newest first."""
    return tuple(_visit(row) for row in tx.run(_OF, {"wanted": customer, "most": most}))


def visit_days(tx: Tx, customer: int) -> list[date]:
    """The days of a customer's visits that are not void, oldest first."""
    return list(tx.run(_DAYS, {"wanted": customer}).scalars())


def recorded_later(tx: Tx, than: Visit, first: date, last: date) -> tuple[Visit, ...]:
    """The customer's visits of these days that were recorded after this one, in that order.

    Neither those that are void nor those that a bulk insert brought.
    """
    wanted = {"customer": than.customer, "first": first, "last": last, "key": than.key}
    return tuple(_visit(row) for row in tx.run(_LATER, wanted))


def visits_on(tx: Tx, day: date) -> tuple[Visit, ...]:
    """All visits of a day that are not void, newest first."""
    return tuple(_visit(row) for row in tx.run(_ON_DAY, {"wanted": day}))


def visits_of_operation(tx: Tx, operation: int) -> tuple[Visit, ...]:
    """The visits that a bulk insert brought, void or not."""
    return tuple(_visit(row) for row in tx.run(_OF_OPERATION, {"wanted": operation}))


def _one(row: Row[Any] | None) -> Visit | None:
    return None if row is None else _visit(row)


def _visit(row: Row[Any]) -> Visit:
    return Visit(
        key=row.id, uid=row.uid, customer=row.customer, day=row.day, at=row.at, recorded_at=row.recorded_at,
        amount=row.amount, currency=row.currency, staff=row.staff, note=row.note, voided=row.voided_at is not None,
        tax=row.tax, discount=row.discount, code=row.code, past_limit=bool(row.past_limit),
    )  # fmt: skip
