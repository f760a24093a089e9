"""What printed cards and statements are made of, and whom the codes printed on them mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, select

from retention_desktop.storage.tables import (
    account,
    customer,
    ledger_entry,
    programme,
    programme_version,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from retention_desktop.storage.database import Tx

_SHARED: Final = (
    select(customer.c.member_number)
    .where(customer.c.deleted_at.is_(None), customer.c.member_number.in_(bindparam("numbers", expanding=True)))
    .group_by(customer.c.member_number)
    .having(func.count() > 1)
)
_newest: Final = (
    select(programme_version.c.programme, func.max(programme_version.c.number).label("number"))
    .group_by(programme_version.c.programme)
    .subquery()
)
_TERMS: Final = (
    select(programme.c.uid, programme.c.unit, programme.c.name, programme_version.c.terms)
    .join(_newest, _newest.c.programme == programme.c.id)
    .join(
        programme_version,
        (programme_version.c.programme == programme.c.id) & (programme_version.c.number == _newest.c.number),
    )
    .where(programme.c.active)
    .order_by(programme.c.id)
)
_ENTRIES: Final = (
    select(
        programme.c.uid, ledger_entry.c.kind, ledger_entry.c.amount, ledger_entry.c.occurred, ledger_entry.c.reason,
        ledger_entry.c.visit, ledger_entry.c.expires_on,
    )
    .join(account, account.c.id == ledger_entry.c.account)
    .join(programme, programme.c.id == account.c.programme)
    .where(account.c.customer == bindparam("wanted"))
    .order_by(ledger_entry.c.occurred, ledger_entry.c.id)
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTerms:
    """A programme that is switched on, with the terms of its newest version as JSON."""

    programme: str
    unit: str
    name: str
    terms: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """One entry of the ledger, for a statement; `visit` is its key, None without one."""

    programme: str
    kind: str
    amount: int
    occurred: datetime
    reason: str
    visit: int | None
    expires_on: date | None


def shared_member_numbers(tx: Tx, numbers: Sequence[str]) -> set[str]:
    """Those of these member numbers that several customers have."""
    found: set[str] = set()
    for start in range(0, len(numbers), 500):
        found.update(tx.run(_SHARED, {"numbers": list(numbers[start : start + 500])}).scalars())
    return found


def terms_in_force(tx: Tx) -> tuple[KeptTerms, ...]:
    """The programmes that are switched on."""
    return tuple(
        KeptTerms(programme=row.uid, unit=row.unit, name=row.name, terms=dict(row.terms)) for row in tx.run(_TERMS)
    )


def entries_of(tx: Tx, customer_key: int) -> tuple[Posted, ...]:
    """Every entry of a customer's accounts, oldest first."""
    return tuple(
        Posted(
            programme=row.uid, kind=row.kind, amount=row.amount, occurred=row.occurred, reason=row.reason,
            visit=row.visit, expires_on=row.expires_on,
        )
        for row in tx.run(_ENTRIES, {"wanted": customer_key})
    )  # fmt: skip
