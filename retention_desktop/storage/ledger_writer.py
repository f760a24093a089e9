"""Writing the ledger; only `books.points` may."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, insert, update

from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import account, allocation, ledger_entry, reward

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from retention_desktop.storage.database import Tx

_CACHE: Final = Prepared(
    update(account)
    .where(account.c.id == bindparam("wanted"))
    .values(posted=bindparam("new_posted"), earliest_expiry=bindparam("new_expiry"))
)
_REWARD_STATE: Final = Prepared(
    update(reward).where(reward.c.uid == bindparam("wanted")).values(state=bindparam("new_state"))
)

_OPEN: Final = Prepared(insert(account))
_APPEND: Final = Prepared(insert(ledger_entry), part="account")
_ALLOCATE: Final = Prepared(insert(allocation))
_ISSUE: Final = Prepared(insert(reward))


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """A ledger entry to append; `amount` is never 0 and `key` never used before."""

    uid: str
    account: int
    amount: int
    kind: str
    occurred: datetime
    recorded: datetime
    key: str
    operation: int
    expires_on: date | None = None
    reverses: int | None = None
    visit: int | None = None
    version: int | None = None
    breakdown: dict[str, Any] | None = None
    reason: str = ""
    staff: str = ""


def open_account(tx: Tx, uid: str, customer: int, programme: int) -> int:
    """Open a customer's account in a programme."""
    return tx.run(_OPEN, {"uid": uid, "customer": customer, "programme": programme}).key


def append_entry(tx: Tx, entry: NewEntry, allocations: Sequence[tuple[int, int]] = ()) -> int:
    """Append an entry with its (lot, amount) allocations; returns its key."""
    number = tx.run(_APPEND, {
        "uid": entry.uid, "account": entry.account, "amount": entry.amount, "kind": entry.kind,
        "occurred": entry.occurred, "recorded": entry.recorded, "expires_on": entry.expires_on,
        "reverses": entry.reverses, "visit": entry.visit, "programme_version": entry.version,
        "breakdown": entry.breakdown, "reason": entry.reason, "staff": entry.staff, "key": entry.key,
        "operation": entry.operation,
    }).key  # fmt: skip
    if allocations:
        tx.run(_ALLOCATE, [{"entry": number, "lot": lot, "amount": amount} for lot, amount in allocations])
    return number


def write_cache(tx: Tx, account_key: int, posted: int, earliest_expiry: date | None) -> None:
    """Set an account's cached sum and the earliest date on which an open lot lapses."""
    tx.run(_CACHE, {"wanted": account_key, "new_posted": posted, "new_expiry": earliest_expiry})


def issue_reward(tx: Tx, *, uid: str, account_key: int, name: str, code: str, entry: int, issued_at: datetime) -> None:
    """Give a reward, bought by the debit `entry`."""
    tx.run(_ISSUE, {
        "uid": uid, "account": account_key, "name": name, "code": code, "state": "issued", "entry": entry,
        "issued_at": issued_at,
    })  # fmt: skip


def set_reward_state(tx: Tx, uid: str, state: str) -> None:
    """Move a reward to another state."""
    tx.run(_REWARD_STATE, {"wanted": uid, "new_state": state})
