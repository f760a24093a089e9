"""Moving a customer's accounts to another customer: lots with their dates, rewards, what visits carry over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.books import journal
from retention_desktop.books.points.reading import posting_on
from retention_desktop.books.points.writing import account_of, write
from retention_desktop.domain.posting import Cause, fill_cards, move_lots
from retention_desktop.storage import account_store, ledger_writer, loyalty_store, merge_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.domain.operation import Operation
    from retention_desktop.storage.account_store import AccountRow
    from retention_desktop.storage.database import Tx


def move_accounts(tx: Tx, operation: Operation, source: int, target: int, new_uid: Callable[[], str]) -> None:
    """Move everything that the customer with key `source` holds to the one with key `target`."""
    for programme, account in account_store.accounts_of(tx, source).items():
        kept = account_of(tx, target, programme, new_uid)
        _move(tx, operation, (account, source), (kept, target), new_uid)
        for held in loyalty_store.rewards_of_account(tx, account.key):
            journal.edit(tx, operation, "reward", held.reward.uid, {"account": kept.key})
        ledger_writer.move_carry(tx, account.key, kept.key)


def move_on(tx: Tx, operation: Operation, account: AccountRow, customer: int, new_uid: Callable[[], str]) -> None:
    """Move what came back to an account after its customer (key) was merged to whoever holds their points now."""
    holder = merge_store.holder_of(tx, customer)
    if holder != customer:
        kept = account_of(tx, holder, account.programme, new_uid)
        _move(tx, operation, (account, customer), (kept, holder), new_uid)


def _move(
    tx: Tx, operation: Operation, source: tuple[AccountRow, int], target: tuple[AccountRow, int],
    new_uid: Callable[[], str],
) -> None:  # fmt: skip
    programme = loyalty_store.newest_by_key(tx, source[0].programme)
    old = posting_on(tx, operation, programme, *source, new_uid)
    new = posting_on(tx, operation, programme, *target, new_uid)
    move_lots(old, new, f"merge:{new_uid()}", Cause(occurred=operation.at))
    if new.account.cards:
        fill_cards(new, Cause(occurred=operation.at, version=programme.version))
    write(tx, operation, old, new_uid)
    write(tx, operation, new, new_uid)
