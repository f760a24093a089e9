"""Who was born when, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, exists, select

from retention_desktop.storage.tables import customer, ledger_entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from retention_desktop.storage.database import Tx

_PAID: Final = exists().where(ledger_entry.c.key == "birthday:" + customer.c.uid + bindparam("programme_and_year"))
_BORN: Final = select(
    customer.c.id, customer.c.uid, customer.c.birth_month, customer.c.birth_day, customer.c.created_at
).where(
    customer.c.deleted_at.is_(None), customer.c.sample.is_(False),
    (customer.c.birth_month * 100 + customer.c.birth_day).in_(bindparam("days", expanding=True)), ~_PAID,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Born:
    """A customer's birthday; `since`: the UTC instant from which the shop knows them."""

    key: int
    uid: str
    month: int
    day: int
    since: datetime


def unpaid_born_on(tx: Tx, days: Sequence[tuple[int, int]], programme: str, year: int) -> list[Born]:
    """The customers born on one of these (month, day) whom a programme (uid) has paid nothing for this year's birthday.

    Invented people are left out.
    """
    wanted = {"days": [100 * month + day for month, day in days], "programme_and_year": f":{programme}:{year}"}
    return [Born(row.id, row.uid, row.birth_month, row.birth_day, row.created_at) for row in tx.run(_BORN, wanted)]
