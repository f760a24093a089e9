"""Past visits as a replay reads them: light rows in the order of customer and day, and the rest only where asked.

The light rows come from the driver itself: a hundred thousand of them cost SQLAlchemy's rows alone more than the
replay may take.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, case, func, select

from retention_desktop.domain.bill import Line
from retention_desktop.domain.simulation.values import BillDetail
from retention_desktop.storage import bill_store
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import customer, refund, visit

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
DETAIL_ROWS: Final = (
    "SELECT v.customer, v.id, v.tax, v.code, l.item, l.category, l.quantity, l.unit_price, l.tax"
    " FROM visit v LEFT JOIN visit_line l ON l.visit = v.id"
    " WHERE v.customer IS NOT NULL AND v.voided_at IS NULL AND v.day BETWEEN :first AND :last"
    " AND (l.id IS NOT NULL OR v.tax IS NOT NULL OR v.code <> '') ORDER BY v.customer, v.day, v.id, l.id"
)
"""What visits have besides their light rows, in the same order; those that have nothing are left out."""
_AT_A_TIME: Final = 1000
_ours = visit.c.currency == bindparam("currency")
_inside = (
    visit.c.voided_at.is_(None),
    visit.c.day.between(bindparam("first"), bindparam("last")),
)
_net = case((_ours, func.coalesce(visit.c.amount, 0) - visit.c.discount), else_=0)
_SALES: Final = Prepared(
    select(
        visit.c.day, func.count().label("visits"), func.count(visit.c.customer).label("known_visits"),
        func.sum(_net).label("sales"), func.sum(case((visit.c.customer.is_(None), 0), else_=_net)).label("known_sales"),
    )
    .where(*_inside)
    .group_by(visit.c.day)
)  # fmt: skip
_GIVEN_BACK: Final = Prepared(
    select(
        visit.c.id, visit.c.day, visit.c.customer, func.sum(case((_ours, refund.c.amount), else_=0)).label("amount"),
    )
    .join(visit, visit.c.id == refund.c.visit)
    .where(refund.c.undone_at.is_(None), *_inside)
    .group_by(visit.c.id)
)  # fmt: skip
_LOST: Final = Prepared(select(customer.c.id).where(customer.c.lost_on <= bindparam("day")))
_BORN: Final = Prepared(
    select(customer.c.id, customer.c.birth_month, customer.c.birth_day).where(
        customer.c.birth_month.is_not(None), customer.c.birth_day.is_not(None)
    )
)
_VISIT: Final = Prepared(select(visit.c.tax, visit.c.code, visit.c.amount).where(visit.c.id == bindparam("visit")))


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSales:
    """The visits of a calendar month ("2026-11") and their sales after discounts and refunds.

    Those with a customer, and `anonymous` ones.
    """

    month: str
    visits: int = 0
    sales: int = 0
    anonymous_visits: int = 0
    anonymous_sales: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days of the shop, both inside, and the currency whose amounts count."""

    first: date
    last: date
    currency: str


def light_rows(tx: Tx, period: Period) -> Iterator[list[type_of_row]]:
    """The standing visits of customers, some thousands at a time, by customer, day and order of entry."""
    values = {"first": str(period.first), "last": str(period.last), "currency": period.currency}
    return _in_parts(tx, LIGHT_ROWS, values)


def _in_parts(tx: Tx, statement: str, values: dict[str, str]) -> Iterator[list[Any]]:
    cursor = tx.driver().execute(statement, values)
    while rows := cursor.fetchmany(_AT_A_TIME):
        yield rows


def sales_by_month(tx: Tx, period: Period) -> tuple[MonthSales, ...]:
    """The standing visits' number and net sales by month, oldest first; months without any are left out."""
    sums: dict[str, list[int]] = {}
    for row in tx.run(_SALES, _values(period)):
        unknown = row.visits - row.known_visits, row.sales - row.known_sales
        _add(sums, row.day, (row.known_visits, row.known_sales, *unknown))
    for row in tx.run(_GIVEN_BACK, _values(period)):
        _add(sums, row.day, (0, 0, 0, -row.amount) if row.customer is None else (0, -row.amount, 0, 0))
    return tuple(
        MonthSales(month=month, visits=own, sales=sold, anonymous_visits=others, anonymous_sales=theirs)
        for month, (own, sold, others, theirs) in sorted(sums.items())
    )


def _add(sums: dict[str, list[int]], day: date, parts: tuple[int, ...]) -> None:
    month = day.isoformat()[:7]
    sums[month] = [before + part for before, part in zip(sums.get(month, (0, 0, 0, 0)), parts, strict=True)]


def given_back(tx: Tx, period: Period) -> frozenset[int]:
    """Keys of the visits of which something was given back."""
    return frozenset(row.id for row in tx.run(_GIVEN_BACK, _values(period)))


def lost_customers(tx: Tx, day: date) -> frozenset[int]:
    """Keys of the customers who count as lost on a day, see `domain.stage`."""
    return frozenset(tx.run(_LOST, {"day": day}).scalars())


def birthdays(tx: Tx) -> dict[int, tuple[int, int]]:
    """Month and day of birth by customer key, of those who told."""
    return {row.id: (row.birth_month, row.birth_day) for row in tx.run(_BORN)}


class Details:
    """What the visits of one customer after another have besides their light rows, read in one go."""

    def __init__(self, tx: Tx, period: Period) -> None:
        values = {"first": str(period.first), "last": str(period.last)}
        rows = chain.from_iterable(_in_parts(tx, DETAIL_ROWS, values))
        self._customers = groupby(rows, itemgetter(0))
        self._next = next(self._customers, None)

    def of(self, customer: int) -> dict[int, BillDetail]:
        """Those of a customer by visit; customers are asked for in the order of their keys."""
        found: dict[int, BillDetail] = {}
        while self._next is not None and self._next[0] <= customer:
            if self._next[0] == customer:
                found = {visit: _detail(list(rows)) for visit, rows in groupby(self._next[1], itemgetter(1))}
            self._next = next(self._customers, None)
        return found


def _detail(rows: list[tuple[Any, ...]]) -> BillDetail:
    _, _, tax, code, *_ = rows[0]
    return BillDetail(tax=tax, code=code, lines=tuple([_line(*row[4:]) for row in rows if row[4] is not None]))


@lru_cache(maxsize=10_000)
def _line(item: str, category: str, quantity: int, unit_price: int | None, tax: int | None) -> Line:
    """A line; shops sell the same again and again."""
    return Line(item=item, category=category, quantity=quantity, unit_price=unit_price, tax=tax)


def bill_detail(tx: Tx, visit_key: int) -> BillDetail:
    """What a visit has besides its light row: tax, code, lines, and what was given back."""
    row = tx.run(_VISIT, {"visit": visit_key}).one()
    refunds = bill_store.refunds_of(tx, visit_key)
    return BillDetail(
        tax=row.tax, code=row.code, lines=tuple(kept.line for kept in bill_store.lines_of(tx, visit_key)),
        refunded=sum(one.amount for one in refunds),
        refunded_lines=tuple(line for one in refunds for line in one.lines),
        returned=bool(refunds) and row.amount is None,
    )  # fmt: skip


def _values(period: Period) -> dict[str, object]:
    return {"first": period.first, "last": period.last, "currency": period.currency}
