"""What an operation did to the ledger and to rewards of cards: what taking it back begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, func, select

from retention_desktop.domain.posting import LAPSING
from retention_desktop.storage import account_store, journal_store
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import account, allocation, change, ledger_entry, reward

if TYPE_CHECKING:
    from retention_desktop.storage.account_store import Written
    from retention_desktop.storage.database import Tx

CARD: Final = "card"
"""The journal's word for a reward that a plan moved, since its card was opened or filled again: a plan takes it back,
not whoever puts rows back."""
_entry = ledger_entry.c
_ENTRIES: Final = Prepared(
    select(
        _entry.id, _entry.uid, _entry.kind, _entry.amount, _entry.account, account.c.programme,
        _entry.programme_version, _entry.reverses, _entry.breakdown, _entry.visit, _entry.key, allocation.c.lot,
        allocation.c.amount.label("part"),
    )
    .join(account, account.c.id == _entry.account)
    .outerjoin(allocation, allocation.c.entry == _entry.id)
    .where(_entry.operation == bindparam("operation"))
    .order_by(_entry.id, allocation.c.id)
)  # fmt: skip
_CHANGED_SINCE: Final = Prepared(
    select(allocation.c.lot)
    .join(ledger_entry, _entry.id == allocation.c.entry)
    .where(
        _entry.account == bindparam("account"), _entry.id > bindparam("last"), allocation.c.lot <= bindparam("last"),
        _entry.kind.not_in(sorted(LAPSING)),
    )
    .group_by(allocation.c.lot)
    .having(func.sum(allocation.c.amount) != 0)
)  # fmt: skip
_ISSUED: Final = Prepared(
    select(reward.c.uid, reward.c.account).where(reward.c.operation == bindparam("operation")).order_by(reward.c.id)
)
_MOVED: Final = Prepared(
    select(change.c.row_uid, change.c.before, change.c.after, reward.c.account)
    .join(reward, reward.c.uid == change.c.row_uid)
    .where(change.c.operation == bindparam("operation"), change.c.table_name == CARD)
    .order_by(change.c.id)
)


def entries_of(tx: Tx, operation: int) -> list[Written]:
    """Every entry of an operation as it was written, oldest first, whatever reversed it since."""
    return account_store.written(tx.run(_ENTRIES, {"operation": operation}))


def changed_since(tx: Tx, account_key: int, last: int) -> frozenset[int]:
    """The lots up to the entry `last` to which later entries have done what still stands; lapsing left out."""
    return frozenset(tx.run(_CHANGED_SINCE, {"account": account_key, "last": last}).scalars())


def rewards_of(tx: Tx, operation: int) -> dict[int, dict[str, tuple[str, str]]]:
    """By account and uid: the state before and after of each reward that an operation issued or moved with its card."""
    found: dict[int, dict[str, tuple[str, str]]] = {}
    for row in tx.run(_ISSUED, {"operation": operation}):
        found.setdefault(row.account, {})[row.uid] = ("given_back", "issued")
    for row in tx.run(_MOVED, {"operation": operation}):
        own = found.setdefault(row.account, {})
        own[row.row_uid] = (own.get(row.row_uid, (row.before["state"],))[0], row.after["state"])
    return found


def note_reward(tx: Tx, operation: int, uid: str, before: str, after: str) -> None:
    """Note that a plan moved a reward from one state to another."""
    journal_store.add_change(tx, operation, CARD, uid, {"state": before}, {"state": after})
