"""Reading the ledger for those who show it: cached balances of many customers, and entries with their reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select

from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import account, customer, ledger_entry, operation, programme, visit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from retention_desktop.storage.database import Tx

_entry = ledger_entry.c
_BALANCES: Final = (
    select(
        account.c.customer,
        programme.c.unit,
        account.c.posted,
        account.c.earliest_expiry,
        account.c.id,
        account.c.programme,
    )
    .join(programme, programme.c.id == account.c.programme)
    .where(account.c.customer.in_(bindparam("customers", expanding=True)))
)
_ENTRIES: Final = (
    select(
        _entry.uid, _entry.kind, _entry.amount, _entry.occurred, _entry.recorded, _entry.expires_on,
        _entry.idle_months, _entry.breakdown, _entry.reason, _entry.staff, _entry.programme_version,
        programme.c.uid.label("programme"), programme.c.name, programme.c.unit, visit.c.uid.label("visit"),
        customer.c.uid.label("customer"), operation.c.uid.label("operation"), operation.c.kind.label("deed"),
    )
    .join(account, account.c.id == _entry.account)
    .join(programme, programme.c.id == account.c.programme)
    .join(customer, customer.c.id == account.c.customer)
    .outerjoin(visit, visit.c.id == _entry.visit)
    .outerjoin(operation, operation.c.id == _entry.operation)
)  # fmt: skip
_OF: Final = Prepared(_ENTRIES.where(account.c.customer == bindparam("customer")).order_by(_entry.id.desc()))
_ONE: Final = Prepared(_ENTRIES.where(_entry.uid == bindparam("wanted")))
_BY_IDEM: Final = Prepared(_ENTRIES.where(_entry.key == bindparam("wanted")))


@dataclass(frozen=True, slots=True)
class PostedBalance:
    """An account's cached sum, right until `earliest_expiry`; `programme` is a key."""

    customer: int
    unit: str
    posted: int
    earliest_expiry: date | None
    account: int
    programme: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A ledger entry for reading.

    Attributes:
        customer, programme, visit: uids; `visit` is "" without one.
        version: key of the programme version it was written under.
        breakdown: the facts its explanation needs.
        operation, deed: uid and kind of the operation that wrote it, "" where none did.
    """

    uid: str
    kind: str
    amount: int
    occurred: datetime
    recorded: datetime
    expires_on: date | None
    idle_months: int | None
    customer: str
    programme: str
    name: str
    unit: str
    visit: str
    version: int | None
    breakdown: dict[str, Any]
    reason: str
    staff: str
    operation: str = ""
    deed: str = ""


def posted_balances(tx: Tx, customers: list[int]) -> list[PostedBalance]:
    """The cached balances of these customers, for lists."""
    return [
        PostedBalance(row.customer, row.unit, row.posted, row.earliest_expiry, row.id, row.programme)
        for row in tx.run(_BALANCES, {"customers": customers})
    ]


def entries_of(tx: Tx, customer_key: int) -> tuple[Entry, ...]:
    """Every entry of a customer, newest first."""
    return tuple(_entries(tx.run(_OF, {"customer": customer_key})))


def find_entry(tx: Tx, uid: str) -> Entry | None:
    """The entry with this uid."""
    return next(iter(_entries(tx.run(_ONE, {"wanted": uid}))), None)


def entry_by_idem(tx: Tx, key: str) -> Entry | None:
    """The entry with this idempotency key."""
    return next(iter(_entries(tx.run(_BY_IDEM, {"wanted": key}))), None)


def _entries(rows: Iterable[Any]) -> list[Entry]:
    return [
        Entry(
            uid=row.uid, kind=row.kind, amount=row.amount, occurred=row.occurred, recorded=row.recorded,
            expires_on=row.expires_on, idle_months=row.idle_months, customer=row.customer, programme=row.programme,
            name=row.name, unit=row.unit, visit=row.visit or "", version=row.programme_version,
            breakdown=row.breakdown or {}, reason=row.reason, staff=row.staff, operation=row.operation or "",
            deed=row.deed or "",
        )
        for row in rows
    ]  # fmt: skip
