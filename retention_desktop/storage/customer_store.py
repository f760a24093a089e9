"""Customers as they are kept: single people, the pages of a long list, and their caches."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, select, update

from retention_desktop.domain.customer import Customer
from retention_desktop.domain.stage import stage_dates
from retention_desktop.storage import merge_store
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.spend import NET
from retention_desktop.storage.tables import customer, tag_link, visit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from sqlalchemy import ColumnElement, Select

    from retention_desktop.storage.database import Tx

_FIELDS: Final = tuple(field.name for field in fields(Customer) if field.name != "key")
_NAMES: Final = ("key", *_FIELDS)
_COLUMNS: Final = (customer.c.id, *(customer.c[name] for name in _FIELDS))
_LIVE: Final = customer.c.deleted_at.is_(None)
_BY_UID: Final = Prepared(select(*_COLUMNS).where(customer.c.uid == bindparam("wanted"), _LIVE))
_KEY_OF: Final = Prepared(select(customer.c.id).where(customer.c.uid == bindparam("wanted"), _LIVE))
_BY_KEY: Final = Prepared(select(*_COLUMNS).where(customer.c.id == bindparam("wanted")))
_BY_KEYS: Final = select(*_COLUMNS).where(customer.c.id.in_(bindparam("wanted", expanding=True)), _LIVE)
_BY_MEMBER: Final = Prepared(select(*_COLUMNS).where(customer.c.member_number == bindparam("wanted"), _LIVE))
_MERGED: Final = Prepared(
    select(customer.c.id).where(customer.c.uid == bindparam("wanted"), customer.c.merged_into.is_not(None))
)
_MERGED_BY_MEMBER: Final = Prepared(
    select(customer.c.id).where(customer.c.member_number == bindparam("wanted"), customer.c.merged_into.is_not(None))
)
_COUNT: Final = Prepared(select(func.count()).select_from(customer).where(_LIVE))
_SEARCH: Final = (
    select(customer.c.id, customer.c.search_key, customer.c.last_visit_day)
    .where(_LIVE)
    .order_by(customer.c.last_visit_day.desc(), customer.c.id.desc())
)
_SEARCH_SOME: Final = _SEARCH.where(customer.c.id.in_(bindparam("wanted", expanding=True)))
_VISIT_DAYS: Final = Prepared(
    select(visit.c.day, NET.label("amount")).where(visit.c.customer == bindparam("wanted"), visit.c.voided_at.is_(None))
)
_DAYS: Final = Prepared(select(visit.c.day).where(visit.c.customer == bindparam("wanted"), visit.c.voided_at.is_(None)))
_CACHED: Final[dict[str, Any]] = {
    name: bindparam(f"new_{name}") for name in ("last_visit_day", "visit_count", "due_on", "inactive_on", "lost_on")
}
_CACHES: Final = Prepared(
    update(customer).where(customer.c.id == bindparam("wanted")).values(**_CACHED, spend=bindparam("new_spend"))
)
_CACHES_AFTER: Final = Prepared(
    update(customer)
    .where(customer.c.id == bindparam("wanted"))
    .values(**_CACHED, spend=customer.c.spend + bindparam("more"))
)
_KEYS: Final = Prepared(
    update(customer)
    .where(customer.c.id == bindparam("wanted"))
    .values(search_key=bindparam("new_search"), sort_key=bindparam("new_sort"))
)
_FEW: Final = 500
"""Up to so many keys are put in order by looking them up; more by going through everybody's order."""
SORTS: Final[dict[str, tuple[ColumnElement[Any], ...]]] = {
    "name": (customer.c.sort_key, customer.c.id),
    "last_visit": (customer.c.last_visit_day, customer.c.id),
    "visits": (customer.c.visit_count, customer.c.id),
    "spend": (customer.c.spend, customer.c.id),
    "added": (customer.c.id,),
}


def find_customer(tx: Tx, uid: str) -> Customer | None:
    """The customer with this uid, or whoever they were merged into; None where deleted."""
    row = tx.run(_BY_UID, {"wanted": uid}).one_or_none()
    if row is not None:
        return _customer(row)
    return next(iter(_stand_for(tx, tx.run(_MERGED, {"wanted": uid}).scalars())), None)


def key_of(tx: Tx, uid: str) -> int | None:
    """The key of the customer whom `find_customer` finds; for who needs no more of them."""
    key: int | None = tx.run(_KEY_OF, {"wanted": uid}).scalar_one_or_none()
    if key is not None:
        return key
    person = find_customer(tx, uid)
    return None if person is None else person.key


def customer_by_key(tx: Tx, key: int) -> Customer:
    """The customer with this key, deleted or not."""
    return _customer(tx.run(_BY_KEY, {"wanted": key}).one())


def customers_by_keys(tx: Tx, keys: Sequence[int]) -> dict[int, Customer]:
    """Customers by key; those deleted are left out."""
    return {row.id: _customer(row) for row in tx.run(_BY_KEYS, {"wanted": list(keys)})}


def customers_by_member_number(tx: Tx, number: str) -> tuple[Customer, ...]:
    """Every customer with exactly this member number; where nobody has it, whoever one with it was merged into."""
    found = tuple(_customer(row) for row in tx.run(_BY_MEMBER, {"wanted": number}))
    if found or not number:
        return found
    return tuple(_stand_for(tx, tx.run(_MERGED_BY_MEMBER, {"wanted": number}).scalars()))


def _stand_for(tx: Tx, merged: Iterable[int]) -> list[Customer]:
    """Those into whom these keys were merged, and who are still there."""
    holders = dict.fromkeys(merge_store.holder_of(tx, key) for key in list(merged))
    return list(customers_by_keys(tx, list(holders)).values()) if holders else []


def count_customers(tx: Tx) -> int:
    """How many customers there are."""
    return int(tx.run(_COUNT).scalar_one())


def customer_keys(
    tx: Tx, sort: str, *, descending: bool, tag: int | None = None, among: Collection[int] | None = None
) -> list[int]:
    """The keys of all customers (or those with a tag, or some of these) in the order of one of `SORTS`."""
    values: dict[str, Any] = {} if tag is None else {"tag": tag}
    few = among is not None and len(among) <= _FEW
    if few:
        values["among"] = list(among or ())
    statement = _ordered(sort, descending=descending, tagged=tag is not None, few=few)
    keys = list(tx.run(statement, values).scalars().all())
    return keys if among is None or few else [key for key in keys if key in among]


@cache
def _ordered(sort: str, *, descending: bool, tagged: bool, few: bool) -> Select[Any]:
    columns = [column.desc() if descending else column.asc() for column in SORTS[sort]]
    statement = select(customer.c.id).where(_LIVE).order_by(*columns)
    if few:
        statement = statement.where(customer.c.id.in_(bindparam("among", expanding=True)))
    if not tagged:
        return statement
    link = tag_link.c
    return statement.join(tag_link, link.customer == customer.c.id).where(
        link.tag == bindparam("tag"), link.removed_at.is_(None)
    )


def search_keys(tx: Tx, keys: Iterable[int] | None = None) -> list[tuple[int, str]]:
    """(key, folded search key) of all customers, or of these, the newest visit first."""
    statement, values = (_SEARCH, {}) if keys is None else (_SEARCH_SOME, {"wanted": list(keys)})
    return [(row.id, row.search_key) for row in tx.run(statement, values)]


def refresh_caches(tx: Tx, key: int) -> None:
    """Write a customer's caches anew from the visits that are not void."""
    rows = tx.run(_VISIT_DAYS, {"wanted": key}).all()
    tx.run(_CACHES, _caches(key, [row.day for row in rows]) | {"new_spend": sum(row.amount for row in rows)})
    tx.customer_changed(key)


def count_visit(tx: Tx, key: int, net: int) -> None:
    """Bring a customer's caches up to date after a visit was added, whose net amount in the shop's currency this is.

    What was spent before is not added up anew.
    """
    days = tx.run(_DAYS, {"wanted": key}).scalars()
    tx.run(_CACHES_AFTER, _caches(key, days) | {"more": net})
    tx.customer_changed(key)


def _caches(key: int, days: list[date]) -> dict[str, Any]:
    """The caches that follow from the days of the visits that are not void, in any order."""
    days.sort()
    dates = stage_dates(days)
    return {
        "wanted": key, "new_last_visit_day": days[-1] if days else None, "new_visit_count": len(days),
        "new_due_on": dates.due_on, "new_inactive_on": dates.inactive_on, "new_lost_on": dates.lost_on,
    }  # fmt: skip


def write_keys(tx: Tx, key: int, search_key: str, sort_key: str) -> None:
    """Set the folded keys that searches and the kana order use."""
    tx.run(_KEYS, {"wanted": key, "new_search": search_key, "new_sort": sort_key})
    tx.customer_changed(key)


def _customer(row: Sequence[Any]) -> Customer:
    """The customer of a row of `_COLUMNS`."""
    return Customer(**dict(zip(_NAMES, row, strict=True)))
