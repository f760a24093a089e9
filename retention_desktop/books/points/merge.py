"""Moving a customer's accounts to another customer: lots with their dates, rewards, what visits carry over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.books import journal
from retention_desktop.books.points.reading import posting_on
from retention_desktop.books.points.writing import account_of, move_reward, write
from retention_desktop.domain.ledger import CARD_REOPENED
from retention_desktop.domain.posting import Cause, fill_cards, move_lots
from retention_desktop.storage import account_store, deed_store, ledger_writer, loyalty_store, merge_store

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


def open_moved_card(tx: Tx, operation: Operation, account: int, new_uid: Callable[[], str]) -> bool:
    """Open the newest card that a record merged into this account's customer had filled, where its reward is unused.

    Its punches go back to their lots and on to this account. Returns whether there was one.
    """
    found = deed_store.moved_card(tx, account)
    if found is None:
        return False
    uid, debit = found
    filled = account_store.entry_by_key(tx, debit)
    row, customer = account_store.account_by_key(tx, filled.account)
    programme = loyalty_store.newest_by_key(tx, filled.programme)
    posting = posting_on(tx, operation, programme, row, customer, new_uid)
    cause = Cause(occurred=operation.at, visit=filled.posted.visit, version=filled.posted.version)
    posting.give(CARD_REOPENED, f"reopened:{new_uid()}", cause, filled.posted.takes, debit)
    write(tx, operation, posting, new_uid)
    move_reward(tx, operation, uid, "issued", "given_back")
    move_on(tx, operation, row, customer, new_uid)
    return True
