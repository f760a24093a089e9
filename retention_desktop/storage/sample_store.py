"""The rows of the sample shop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from retention_desktop.storage.tables import customer, visit

if TYPE_CHECKING:
    from retention_desktop.storage.database import Tx

_SAMPLE: Final = customer.c.sample.is_(True)
_PEOPLE: Final = (
    select(customer.c.id, customer.c.uid).where(_SAMPLE, customer.c.deleted_at.is_(None)).order_by(customer.c.id)
)
_VISITS: Final = (
    select(visit.c.uid)
    .join(customer, customer.c.id == visit.c.customer)
    .where(_SAMPLE, visit.c.voided_at.is_(None))
    .order_by(visit.c.id.desc())
)


def sample_customers(tx: Tx) -> list[tuple[int, str]]:
    """(key, uid) of the sample people."""
    return [(row.id, row.uid) for row in tx.run(_PEOPLE)]


def sample_visits(tx: Tx) -> list[str]:
    """Uids of their visits that are not void, newest first."""
    return list(tx.run(_VISITS).scalars())
