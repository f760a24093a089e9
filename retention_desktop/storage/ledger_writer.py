"""Writing the ledger; only `books.points` may."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, insert, update

from retention_desktop.storage.tables import account, allocation, ledger_entry, reward

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from retention_desktop.storage.database import Tx

_CACHE: Final = (
    update(account)
    .where(account.c.id == bindparam("wanted"))
    .values(posted=bindparam("new_posted"), earliest_expiry=bindparam("new_expiry"))
)
_REWARD_STATE: Final = update(reward).where(reward.c.uid == bindparam("wanted")).values(state=bindparam("new_state"))


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
    key = tx.run(insert(account), {"uid": uid, "customer": customer, "programme": programme}).inserted_primary_key
    return int(key[0]) if key else 0


def append_entry(tx: Tx, entry: NewEntry, allocations: Sequence[tuple[int, int]] = ()) -> int:
    """Append an entry with its (lot, amount) allocations; returns its key."""
    key = tx.run(insert(ledger_entry), {
        "uid": entry.uid, "account": entry.account, "amount": entry.amount, "kind": entry.kind,
        "occurred": entry.occurred, "recorded": entry.recorded, "expires_on": entry.expires_on,
        "reverses": entry.reverses, "visit": entry.visit, "programme_version": entry.version,
        "breakdown": entry.breakdown, "reason": entry.reason, "staff": entry.staff, "key": entry.key,
        "operation": entry.operation,
    }).inserted_primary_key  # fmt: skip
    number = int(key[0]) if key else 0
    if allocations:
        tx.run(insert(allocation), [{"entry": number, "lot": lot, "amount": amount} for lot, amount in allocations])
    return number


def write_cache(tx: Tx, account_key: int, posted: int, earliest_expiry: date | None) -> None:
    """Set an account's cached sum and the earliest date on which an open lot lapses."""
    tx.run(_CACHE, {"wanted": account_key, "new_posted": posted, "new_expiry": earliest_expiry})


def issue_reward(tx: Tx, *, uid: str, account_key: int, name: str, code: str, entry: int, issued_at: datetime) -> None:
    """Give a reward, bought by the debit `entry`."""
    tx.run(insert(reward), {
        "uid": uid, "account": account_key, "name": name, "code": code, "state": "issued", "entry": entry,
        "issued_at": issued_at,
    })  # fmt: skip


def set_reward_state(tx: Tx, uid: str, state: str) -> None:
    """Move a reward to another state."""
    tx.run(_REWARD_STATE, {"wanted": uid, "new_state": state})
