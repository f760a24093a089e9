"""Past visits as a replay reads them: light rows in the order of customer and day, and the rest only where asked.

The light rows come from the driver itself: a hundred thousand of them cost SQLAlchemy's rows alone more than the
replay may take.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, case, func, select

from retention_desktop.domain.bill import Line
from retention_desktop.domain.simulation.values import BillDetail
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import customer, refund, refund_line, visit, visit_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from retention_desktop.domain.simulation.values import type_of_row
    from retention_desktop.storage.database import Tx

LIGHT_ROWS: Final = (
    "SELECT customer, id, day, at, CASE WHEN currency = :currency THEN amount END,"
    " CASE WHEN currency = :currency THEN min(discount, coalesce(amount, 0)) ELSE 0 END"
    " FROM visit WHERE customer IS NOT NULL AND voided_at IS NULL AND day BETWEEN :first AND :last"
    " ORDER BY customer, day, id"
)
"""Amounts are those of the shop's currency; a visit paid in another counts as one without an amount."""
_AT_A_TIME: Final = 5000
_ours = visit.c.currency == bindparam("currency")
_inside = (
    visit.c.voided_at.is_(None),
    visit.c.day.between(bindparam("first"), bindparam("last")),
)
_month = func.substr(visit.c.day, 1, 7)
_net = case((_ours, func.coalesce(visit.c.amount, 0) - visit.c.discount), else_=0)
_SALES: Final = Prepared(
    select(
        _month.label("month"), visit.c.customer.is_(None).label("anonymous"), func.count().label("visits"),
        func.coalesce(func.sum(_net), 0).label("sales"),
    )
    .where(*_inside)
    .group_by("month", "anonymous")
    .order_by("month")
)  # fmt: skip
_GIVEN_BACK: Final = Prepared(
    select(
        visit.c.id, _month.label("month"), visit.c.customer.is_(None).label("anonymous"),
        func.sum(case((_ours, refund.c.amount), else_=0)).label("amount"),
    )
    .join(visit, visit.c.id == refund.c.visit)
    .where(refund.c.undone_at.is_(None), *_inside)
    .group_by(visit.c.id)
)  # fmt: skip
_LOST: Final = Prepared(select(customer.c.id).where(customer.c.lost_on <= bindparam("day")))
_VISIT: Final = Prepared(select(visit.c.tax, visit.c.code, visit.c.amount).where(visit.c.id == bindparam("visit")))
_LINES: Final = Prepared(
    select(
        visit_line.c.item, visit_line.c.category, visit_line.c.quantity, visit_line.c.unit_price, visit_line.c.tax
    ).where(visit_line.c.visit == bindparam("visit"))
)
_REFUNDS: Final = Prepared(
    select(refund.c.amount).where(refund.c.visit == bindparam("visit"), refund.c.undone_at.is_(None))
)
_LINES_BACK: Final = Prepared(
    select(
        visit_line.c.item, visit_line.c.category, refund_line.c.quantity, visit_line.c.unit_price, visit_line.c.tax,
        visit_line.c.quantity.label("bought"),
    )
    .join(refund, refund.c.id == refund_line.c.refund)
    .join(visit_line, visit_line.c.id == refund_line.c.visit_line)
    .where(refund.c.visit == bindparam("visit"), refund.c.undone_at.is_(None))
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSales:
    """What a calendar month's visits came to, after discounts and refunds; `anonymous`: without a customer."""

    month: str
    anonymous: bool
    visits: int
    sales: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days of the shop, both inside, and the currency whose amounts count."""

    first: date
    last: date
    currency: str


def light_rows(tx: Tx, period: Period) -> Iterator[list[type_of_row]]:
    """The standing visits of customers, some thousands at a time, by customer, day and order of entry."""
    values = {"first": str(period.first), "last": str(period.last), "currency": period.currency}
    cursor = tx.driver().execute(LIGHT_ROWS, values)
    while rows := cursor.fetchmany(_AT_A_TIME):
        yield rows


def sales_by_month(tx: Tx, period: Period) -> tuple[MonthSales, ...]:
    """The standing visits' number and net sales by month, with and without a customer."""
    back: dict[tuple[str, bool], int] = {}
    for row in tx.run(_GIVEN_BACK, _values(period)):
        key = row.month, bool(row.anonymous)
        back[key] = back.get(key, 0) + row.amount
    return tuple(
        MonthSales(
            month=row.month, anonymous=bool(row.anonymous), visits=row.visits,
            sales=row.sales - back.get((row.month, bool(row.anonymous)), 0),
        )
        for row in tx.run(_SALES, _values(period))
    )  # fmt: skip


def given_back(tx: Tx, period: Period) -> frozenset[int]:
    """Keys of the visits of which something was given back."""
    return frozenset(row.id for row in tx.run(_GIVEN_BACK, _values(period)))


def lost_customers(tx: Tx, day: date) -> frozenset[int]:
    """Keys of the customers who count as lost on a day, see `domain.stage`."""
    return frozenset(tx.run(_LOST, {"day": day}).scalars())


def bill_detail(tx: Tx, visit_key: int) -> BillDetail:
    """What a visit has besides its light row: tax, code, lines, and what was given back."""
    wanted = {"visit": visit_key}
    row = tx.run(_VISIT, wanted).one()
    refunds = list(tx.run(_REFUNDS, wanted).scalars())
    lines = tuple(
        Line(item=one.item, category=one.category, quantity=one.quantity, unit_price=one.unit_price, tax=one.tax)
        for one in tx.run(_LINES, wanted)
    )
    back = tuple(
        Line(
            item=one.item, category=one.category, quantity=one.quantity, unit_price=one.unit_price,
            tax=None if one.tax is None else one.tax * one.quantity // one.bought,
        )
        for one in tx.run(_LINES_BACK, wanted)
    )  # fmt: skip
    return BillDetail(
        tax=row.tax, code=row.code, lines=lines, refunded=sum(refunds), refunded_lines=back,
        returned=bool(refunds) and row.amount is None,
    )  # fmt: skip


def _values(period: Period) -> dict[str, object]:
    return {"first": period.first, "last": period.last, "currency": period.currency}
