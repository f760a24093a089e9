"""Writing the ledger; only `books.points` may."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import String, bindparam, delete, func, insert, select, type_coerce, update

from retention_desktop.domain.earning import Carried
from retention_desktop.storage.account_store import carried_text
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import account, allocation, carry, ledger_entry, reward, visit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.posting import NewEntry
    from retention_desktop.storage.database import Tx

_CACHES: Final[dict[str, Any]] = {
    "posted": bindparam("new_posted"), "earliest_expiry": bindparam("new_expiry"),
    "oldest_open": bindparam("new_oldest"), "owed": bindparam("new_owed"),
    "earned": account.c.earned + bindparam("more"),
}  # fmt: skip
_CACHE: Final = Prepared(update(account).where(account.c.id == bindparam("wanted")).values(**_CACHES))
_CACHE_AND_CARRIED: Final = Prepared(
    update(account)
    .where(account.c.id == bindparam("wanted"))
    .values(**_CACHES, carried=type_coerce(bindparam("new_carried"), String))
)
_CARRIED: Final = Prepared(
    update(account)
    .where(account.c.id == bindparam("wanted"))
    .values(carried=type_coerce(bindparam("new_carried"), String))
)
_SUMS: Final = Prepared(
    select(carry.c.rule, func.sum(carry.c.base).label("base"), func.sum(carry.c.granted).label("granted"))
    .where(carry.c.account == bindparam("account"))
    .group_by(carry.c.rule)
)
_REWARD_STATE: Final = Prepared(
    update(reward).where(reward.c.uid == bindparam("wanted")).values(state=bindparam("new_state"))
)
_REWARD_BOUGHT: Final = Prepared(
    update(reward)
    .where(reward.c.uid == bindparam("wanted"))
    .values(state=bindparam("new_state"), entry=bindparam("new_entry"))
)
_OPEN: Final = Prepared(insert(account))
_APPEND: Final = Prepared(insert(ledger_entry), part="account")
_ALLOCATE: Final = Prepared(insert(allocation))
_ISSUE: Final = Prepared(insert(reward))
_CARRY: Final = Prepared(insert(carry))
_NO_CARRY: Final = Prepared(
    delete(carry).where(carry.c.account == bindparam("of_account"), carry.c.visit == bindparam("of_visit"))
)
_MOVE_CARRY: Final = Prepared(
    update(carry).where(carry.c.account == bindparam("old_account")).values(account=bindparam("new_account"))
)
_MOVE_CARRY_BACK: Final = Prepared(
    update(carry)
    .where(
        carry.c.account == bindparam("old_account"),
        carry.c.visit.in_(visit.select().with_only_columns(visit.c.id).where(visit.c.customer == bindparam("owner"))),
    )
    .values(account=bindparam("new_account"))
)


@dataclass(frozen=True, slots=True)
class Caches:
    """An account's caches after a plan (see `AccountRow`).

    Attributes:
        earned: what the plan adds to it.
        carried: JSON, None where nothing of it changes.
    """

    posted: int
    earliest: date | None
    oldest: int
    owed: int
    earned: int
    carried: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedReward:
    """A reward as it is written: `gives` as JSON, `entry` the debit that bought it, `key` a milestone's."""

    uid: str
    account: int
    name: str
    code: str
    gives: Mapping[str, Any]
    cost: int | None
    key: str | None
    entry: int | None
    visit: int | None
    expires_on: date | None


def open_account(tx: Tx, uid: str, customer: int, programme: int) -> int:
    """Open a customer's account in a programme; returns its key."""
    return tx.run(_OPEN, {"uid": uid, "customer": customer, "programme": programme}).key


def append_entry(
    tx: Tx, operation: Operation, entry: NewEntry, allocations: Sequence[tuple[int, int]], reverses: int | None
) -> int:
    """Append a planned entry with the store's own keys in its allocations; returns its key."""
    cause = entry.cause
    number = tx.run(_APPEND, {
        "uid": entry.uid, "account": entry.account, "amount": entry.amount, "kind": entry.kind,
        "occurred": cause.occurred, "recorded": operation.at, "expires_on": entry.expires_on,
        "idle_months": entry.idle_months, "reverses": reverses, "visit": cause.visit,
        "programme_version": cause.version, "breakdown": dict(cause.breakdown) or None, "reason": cause.reason,
        "staff": operation.staff, "key": entry.idem, "operation": operation.key,
    }).key  # fmt: skip
    if allocations:
        tx.run(_ALLOCATE, [{"entry": number, "lot": lot, "amount": amount} for lot, amount in allocations])
    return number


def write_caches(tx: Tx, account_key: int, caches: Caches) -> None:
    """Bring an account's caches to what a plan leaves."""
    values = {
        "wanted": account_key, "new_posted": caches.posted, "new_expiry": caches.earliest, "new_oldest": caches.oldest,
        "new_owed": caches.owed, "more": caches.earned,
    }  # fmt: skip
    if caches.carried is None:
        tx.run(_CACHE, values)
    else:
        tx.run(_CACHE_AND_CARRIED, values | {"new_carried": caches.carried})


def issue_reward(tx: Tx, operation: Operation, issued: IssuedReward) -> None:
    """Give a reward."""
    tx.run(_ISSUE, {
        "uid": issued.uid, "account": issued.account, "name": issued.name, "code": issued.code, "key": issued.key,
        "state": "issued", "gives": dict(issued.gives), "cost": issued.cost, "entry": issued.entry,
        "visit": issued.visit, "issued_at": operation.at, "expires_on": issued.expires_on,
        "operation": operation.key,
    })  # fmt: skip


def set_reward_state(tx: Tx, uid: str, state: str, entry: int | None = None) -> None:
    """Move a reward to another state; `entry`: the debit that buys it from now on, None = as before."""
    if entry is None:
        tx.run(_REWARD_STATE, {"wanted": uid, "new_state": state})
    else:
        tx.run(_REWARD_BOUGHT, {"wanted": uid, "new_state": state, "new_entry": entry})


def write_carry(tx: Tx, account_key: int, visit_key: int, carried: Mapping[str, Carried], *, new: bool) -> None:
    """Write what a visit carries over, by rule, in the place of what it carried before."""
    if not new:
        tx.run(_NO_CARRY, {"of_account": account_key, "of_visit": visit_key})
    for rule, part in carried.items():
        if part.base or part.granted:
            values = {"account": account_key, "visit": visit_key, "rule": rule}
            tx.run(_CARRY, values | {"base": part.base, "granted": part.granted})


def move_carry(tx: Tx, source: int, target: int, owner: int | None = None) -> None:
    """Move what visits carry over to another account; `owner`: only of this customer's visits."""
    values = {"old_account": source, "new_account": target}
    if owner is None:
        tx.run(_MOVE_CARRY, values)
    else:
        tx.run(_MOVE_CARRY_BACK, values | {"owner": owner})
    for account_key in (source, target):
        sums = {row.rule: Carried(row.base, row.granted) for row in tx.run(_SUMS, {"account": account_key})}
        tx.run(_CARRIED, {"wanted": account_key, "new_carried": carried_text(sums)})
