"""Everybody's keys in one of the orders of a list, put together by SQLite in one row.

100,000 rows by way of SQLAlchemy take twice as long, and hold the interpreter all that time. SQLite keeps the
order of a subquery for json_group_array (select.c leaves its ORDER BY for any aggregate but count, min and max).
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from retention_desktop.storage.customer_store import SORTS
from retention_desktop.storage.tables import customer

if TYPE_CHECKING:
    from sqlalchemy import Select

    from retention_desktop.storage.database import Tx


def everybody(tx: Tx, sort: str, *, descending: bool) -> list[int]:
    """The keys of all customers in the order of one of `SORTS`."""
    keys: list[int] = json.loads(tx.run(_in_one(sort, descending=descending)).scalar_one())
    return keys


@cache
def _in_one(sort: str, *, descending: bool) -> Select[Any]:
    columns = [column.desc() if descending else column.asc() for column in SORTS[sort]]
    ordered = select(customer.c.id).where(customer.c.deleted_at.is_(None)).order_by(*columns).subquery()
    return select(func.json_group_array(ordered.c.id))
