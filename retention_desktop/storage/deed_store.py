"""What an operation did to the ledger and to rewards of cards: what taking it back begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, func, select

from retention_desktop.domain.ledger import CARD_FILLED
from retention_desktop.domain.posting import LAPSING
from retention_desktop.domain.posting.merging import MERGE_OUT
from retention_desktop.domain.posting.settling import VISIT_KINDS
from retention_desktop.storage import account_store, journal_store, merge_store
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import account, allocation, change, ledger_entry, reward, visit

if TYPE_CHECKING:
    from retention_desktop.storage.account_store import Written
    from retention_desktop.storage.database import Tx

CARD: Final = "card"
"""The journal's word for a reward that a plan moved, since its card was opened or filled again: a plan takes it back,
not whoever puts rows back."""
_entry = ledger_entry.c
_WRITTEN: Final = (
    select(
        _entry.id, _entry.uid, _entry.kind, _entry.amount, _entry.account, account.c.programme,
        _entry.programme_version, _entry.reverses, _entry.breakdown, _entry.visit, _entry.key, allocation.c.lot,
        allocation.c.amount.label("part"),
    )
    .join(account, account.c.id == _entry.account)
    .outerjoin(allocation, allocation.c.entry == _entry.id)
    .order_by(_entry.id, allocation.c.id)
)  # fmt: skip
_ENTRIES: Final = Prepared(_WRITTEN.where(_entry.operation == bindparam("operation")))
_BY_NAME: Final = Prepared(_WRITTEN.where(_entry.key == bindparam("name")))
_MOVED_OUT: Final = Prepared(
    _WRITTEN.where(
        _entry.account == bindparam("account"), _entry.kind == MERGE_OUT, _entry.operation >= bindparam("since")
    )
)
_moves = allocation.alias("moves")
_MOVED_OF: Final = Prepared(
    select(_entry.key)
    .join(_moves, _moves.c.entry == _entry.id)
    .where(_moves.c.lot == bindparam("lot"), _entry.kind == MERGE_OUT)
)
_STRAYS: Final = Prepared(
    _WRITTEN.join(visit, visit.c.id == _entry.visit).where(
        visit.c.customer == bindparam("owner"),
        account.c.customer != bindparam("owner"),
        _entry.kind.in_(sorted(VISIT_KINDS)),
    )
)
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


_STATE: Final = Prepared(select(reward.c.state).where(reward.c.uid == bindparam("wanted")))
_OWNERS: Final = Prepared(
    select(visit.c.customer.label("visitor"), account.c.customer.label("owner"))
    .select_from(visit.join(account, account.c.id == bindparam("account")))
    .where(visit.c.id == bindparam("visit"))
)
_MOVED_CARD: Final = Prepared(
    select(reward.c.uid, reward.c.entry)
    .join(ledger_entry, _entry.id == reward.c.entry)
    .where(
        reward.c.account == bindparam("account"), _entry.account != bindparam("account"), _entry.kind == CARD_FILLED,
        reward.c.state == "issued",
    )
    .order_by(reward.c.entry.desc())
    .limit(1)
)  # fmt: skip


def state_of(tx: Tx, reward_uid: str) -> str:
    """A reward's state."""
    return str(tx.run(_STATE, {"wanted": reward_uid}).one()[0])


def belongs_to(tx: Tx, visit_key: int, account_key: int) -> bool:
    """Whether a visit is of an account's customer, or of whoever they were merged to."""
    row = tx.run(_OWNERS, {"visit": visit_key, "account": account_key}).one()
    return row.visitor in {row.owner, merge_store.holder_of(tx, row.owner)}


def moved_card(tx: Tx, account_key: int) -> tuple[str, int] | None:
    """The newest unused reward of an account whose card another account filled before a merge: its uid, its debit."""
    row = tx.run(_MOVED_CARD, {"account": account_key}).first()
    return None if row is None else (row.uid, row.entry)


def entries_of(tx: Tx, operation: int) -> list[Written]:
    """Every entry of an operation as it was written, oldest first, whatever reversed it since."""
    return account_store.written(tx.run(_ENTRIES, {"operation": operation}))


def moved_out(tx: Tx, account_key: int, since: int) -> list[tuple[Written, Written]]:
    """The lots that left an account for another in an operation from `since` on: the entry out, and the one in."""
    outs = account_store.written(tx.run(_MOVED_OUT, {"account": account_key, "since": since}))
    return [(out, _into(tx, out.idem)) for out in outs]


def _into(tx: Tx, out: str) -> Written:
    return account_store.written(tx.run(_BY_NAME, {"name": f"{out.removesuffix(':out')}:in"}))[0]


def moved_to(tx: Tx, lot: int) -> list[Written]:
    """The lots that this one moved to in merges, and these in their turn."""
    names = list(tx.run(_MOVED_OF, {"lot": lot}).scalars())
    found = [_into(tx, name) for name in names]
    return found + [later for into in found for later in moved_to(tx, into.posted.key)]


def strays_of(tx: Tx, owner: int) -> dict[int, list[Written]]:
    """By account: what visits of the customer `owner` did in accounts of others, as it was written."""
    found: dict[int, list[Written]] = {}
    for entry in account_store.written(tx.run(_STRAYS, {"owner": owner})):
        found.setdefault(entry.account, []).append(entry)
    return found


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
