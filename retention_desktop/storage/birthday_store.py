"""Who was born when, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select

from retention_desktop.storage.tables import customer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from retention_desktop.storage.database import Tx

_BORN: Final = select(
    customer.c.id, customer.c.uid, customer.c.birth_month, customer.c.birth_day, customer.c.created_at
).where(
    customer.c.deleted_at.is_(None), customer.c.birth_day.is_not(None),
    customer.c.birth_month.in_(bindparam("months", expanding=True)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Born:
    """A customer's birthday; `since`: the UTC instant from which the shop knows them."""

    key: int
    uid: str
    month: int
    day: int
    since: datetime


def born_in(tx: Tx, months: Sequence[int]) -> list[Born]:
    """The customers whose birthday is in one of these months."""
    rows = tx.run(_BORN, {"months": list(months)})
    return [Born(row.id, row.uid, row.birth_month, row.birth_day, row.created_at) for row in rows]
