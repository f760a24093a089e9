"""Writing a plan: its entries in order, the rewards it issues or moves, the account's cache."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from retention_desktop.books.points.reading import today
from retention_desktop.domain.codes import made_code
from retention_desktop.domain.posting.settling import counts_as_earned
from retention_desktop.domain.terms import write_gives
from retention_desktop.storage import account_store, deed_store, ledger_writer, loyalty_store
from retention_desktop.storage.account_store import FOREVER, AccountRow
from retention_desktop.storage.ledger_writer import Caches, IssuedReward

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.posting import NewReward, Plan, Posting
    from retention_desktop.storage.database import Tx


def account_of(
    tx: Tx, customer: int, programme: int, new_uid: Callable[[], str], known: dict[int, AccountRow] | None = None
) -> AccountRow:
    """A customer's account in a programme, opened where there is none."""
    found = (account_store.accounts_of(tx, customer) if known is None else known).get(programme)
    if found is not None:
        return found
    uid = new_uid()
    key = ledger_writer.open_account(tx, uid, customer, programme)
    return AccountRow(programme=programme, key=key, uid=uid)


def write(
    tx: Tx, operation: Operation, posting: Posting, new_uid: Callable[[], str], visit: int | None = None, *,
    carried: str | None = None,
) -> Plan:  # fmt: skip
    """Write what a posting holds; returns its plan.

    Args:
        visit: key of the visit that earned the rewards it issues.
        carried: what the account carries over from now on, as it keeps it; None = as before.
    """
    plan = posting.finish()
    keys = _append(tx, operation, plan)
    for new in plan.issued:
        _issue(tx, operation, plan.after.key, new, keys, visit, new_uid)
    states = {held.uid: held.state for held in posting.account.rewards} if plan.moved else {}
    for move in plan.moved:
        bought = None if move.entry is None else keys.get(move.entry, move.entry)
        move_reward(tx, operation, move.uid, states.get(move.uid, "issued"), move.state, bought)
    _write_caches(tx, plan, keys, carried)
    if plan.after.whole:
        _keep(tx, plan, keys)
    return plan


def write_lot(tx: Tx, operation: Operation, plan: Plan, carried: str | None = None) -> None:
    """Write a plan of entries only; `carried` as for `write`."""
    _write_caches(tx, plan, _append(tx, operation, plan), carried)


def _append(tx: Tx, operation: Operation, plan: Plan) -> dict[int, int]:
    """Append a plan's entries; returns the store's keys by their stand-ins."""
    keys: dict[int, int] = {}
    for entry in plan.entries:
        allocations = [(keys.get(lot, lot), part) for lot, part in entry.allocations]
        reverses = None if entry.reverses is None else keys.get(entry.reverses, entry.reverses)
        keys[entry.key] = ledger_writer.append_entry(tx, operation, entry, allocations, reverses)
    return keys


def _write_caches(tx: Tx, plan: Plan, keys: dict[int, int], carried: str | None) -> None:
    ledger_writer.write_caches(tx, plan.after.key, Caches(
        posted=plan.posted, earliest=plan.earliest, oldest=keys.get(plan.oldest, plan.oldest), owed=plan.owed,
        earned=sum(entry.amount for entry in plan.entries if counts_as_earned(entry.kind, entry.cause.visit)),
        carried=carried,
    ))  # fmt: skip


def move_reward(
    tx: Tx, operation: Operation, uid: str, before: str, after: str, bought: int | None = None
) -> None:  # fmt: skip
    """Move a card's reward to another state, and note it; `bought`: the debit that buys it by now, None = as before."""
    ledger_writer.set_reward_state(tx, uid, after, bought)
    deed_store.note_reward(tx, operation.key, uid, before, after)


def _keep(tx: Tx, plan: Plan, keys: dict[int, int]) -> None:
    """What was planned is what is there now: whoever reads the lots in this transaction needs no query."""
    lots = [replace(lot, entry=keys[lot.entry]) if lot.entry in keys else lot for lot in plan.after.lots]
    tables = {"ledger_entry": plan.after.key, "allocation": None}
    tx.kept(("lots", plan.after.key, FOREVER), tables, lambda: lots)


def _issue(
    tx: Tx, operation: Operation, account: int, new: NewReward, keys: dict[int, int], visit: int | None,
    new_uid: Callable[[], str],
) -> None:  # fmt: skip
    present = new.present
    days = present.valid_days
    ledger_writer.issue_reward(tx, operation, IssuedReward(
        uid=new.uid, account=account, name=present.name, code=free_code(tx, new.uid, new_uid),
        gives=write_gives(present.gives), cost=present.cost, key=new.key,
        entry=None if new.entry is None else keys[new.entry], visit=visit,
        expires_on=None if days is None else today(tx, operation.at) + timedelta(days=days),
    ))  # fmt: skip


def free_code(tx: Tx, uid: str, new_uid: Callable[[], str]) -> str:
    """A code made from a uid that no reward has yet."""
    code = made_code(uid)
    while loyalty_store.find_reward(tx, "", code) is not None:
        code = made_code(new_uid())
    return code
