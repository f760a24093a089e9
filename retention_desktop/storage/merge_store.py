"""What moves when two customers become one, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, func, select

from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import account, customer, ledger_entry, programme, tag_link, visit

if TYPE_CHECKING:
    from retention_desktop.storage.database import Tx

_VISITS: Final = Prepared(select(visit.c.uid).where(visit.c.customer == bindparam("wanted")).order_by(visit.c.id))
_LINKS: Final = Prepared(
    select(tag_link.c.uid, tag_link.c.tag, tag_link.c.removed_at).where(tag_link.c.customer == bindparam("wanted"))
)
_STANDS: Final = Prepared(select(customer.c.id).where(customer.c.uid == bindparam("wanted")))
_NEXT: Final = Prepared(select(customer.c.id, customer.c.merged_into).where(customer.c.id == bindparam("wanted")))
_MERGED: Final = Prepared(select(customer.c.uid, customer.c.merged_into).where(customer.c.merged_into.is_not(None)))
_here = (
    select(customer.c.id, customer.c.uid)
    .where(customer.c.merged_into == bindparam("wanted"))
    .cte("here", recursive=True)
)
_all_here = _here.union_all(select(customer.c.id, customer.c.uid).join(_here, customer.c.merged_into == _here.c.id))
_HERE: Final = Prepared(select(_all_here.c.uid))
_reversal = ledger_entry.alias("reversal")
_taken_back = (
    select(func.coalesce(func.sum(_reversal.c.amount), 0))
    .where(_reversal.c.reverses == ledger_entry.c.id, _reversal.c.kind == "bonus_back")
    .scalar_subquery()
    <= -ledger_entry.c.amount
)
_AWARDS: Final = Prepared(
    select(ledger_entry.c.uid, ledger_entry.c.key, ledger_entry.c.amount, programme.c.uid.label("programme"),
           programme.c.unit)
    .join(account, account.c.id == ledger_entry.c.account)
    .join(programme, programme.c.id == account.c.programme)
    .where(account.c.customer == bindparam("wanted"), ledger_entry.c.kind == "bonus", ~_taken_back)
    .order_by(ledger_entry.c.id)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """A tag someone has, or had."""

    uid: str
    tag: int
    held: bool


@dataclass(frozen=True, slots=True)
class Award:
    """A bonus: its entry, its key, and what it gave."""

    entry: str
    key: str
    amount: int
    programme: str
    unit: str


def visits_of(tx: Tx, customer: int) -> list[str]:
    """Uids of all visits of a customer, void ones too: they may stand again."""
    return list(tx.run(_VISITS, {"wanted": customer}).scalars())


def tag_links_of(tx: Tx, customer: int) -> tuple[Link, ...]:
    """A customer's tag links, removed ones too."""
    return tuple(Link(row.uid, row.tag, row.removed_at is None) for row in tx.run(_LINKS, {"wanted": customer}))


def stands_for(tx: Tx, uid: str) -> int:
    """The key of a customer, or of whoever it was merged into."""
    return holder_of(tx, int(tx.run(_STANDS, {"wanted": uid}).one().id))


def holder_of(tx: Tx, key: int) -> int:
    """As `stands_for`, of a customer's key."""
    row = tx.run(_NEXT, {"wanted": key}).one()
    while row.merged_into is not None:
        row = tx.run(_NEXT, {"wanted": row.merged_into}).one()
    return int(row.id)


def merged_into(tx: Tx) -> dict[int, list[str]]:
    """The uids that were merged into each customer (key)."""
    found: dict[int, list[str]] = {}
    for row in tx.run(_MERGED, {}):
        found.setdefault(row.merged_into, []).append(row.uid)
    return found


def merged_here(tx: Tx, key: int) -> list[str]:
    """The uids of all records that were merged into a customer, and into these in their turn."""
    return list(tx.run(_HERE, {"wanted": key}).scalars())


def awards_of(tx: Tx, customer: int) -> tuple[Award, ...]:
    """The one-time bonuses of a customer that were not taken back by an undo."""
    return tuple(
        Award(row.uid, row.key, row.amount, row.programme, row.unit) for row in tx.run(_AWARDS, {"wanted": customer})
    )
