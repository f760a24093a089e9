"""Taking back what an operation wrote to the ledger.

Where an account is as the operation left it, its entries are mirrored (`domain.posting.mirroring`). Elsewhere each is
taken back on its own, but what visits earned: that is settled anew.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Final

from retention_desktop.books.points.merge import move_on
from retention_desktop.books.points.reading import posting_on
from retention_desktop.books.points.writing import write
from retention_desktop.domain.awards import numbered_key
from retention_desktop.domain.ledger import REDEEM
from retention_desktop.domain.posting import Cause, Deed, Moved, mirror, stands_as_left, take_back, take_back_merge
from retention_desktop.domain.posting.settling import VISIT_KINDS
from retention_desktop.storage import account_store, award_store, deed_store, ledger_writer, loyalty_store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from retention_desktop.domain.account import Posted
    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.posting import Plan, Posting
    from retention_desktop.domain.programme import Programme
    from retention_desktop.storage.account_store import Written
    from retention_desktop.storage.database import Tx

_BASES: Final = (REDEEM, "adjust_in", "adjust_out", "opening", "bonus")
_OWN: Final = frozenset({*_BASES, *(f"{kind}_back" for kind in _BASES), *(f"{kind}_again" for kind in _BASES)})
"""The kinds that are taken back entry by entry; cards, debts and lapses follow from the lots."""


def take_back_operation(
    tx: Tx, operation: Operation, undone: int, new_uid: Callable[[], str]
) -> tuple[int, ...]:  # fmt: skip
    """Take back what the operation with key `undone` wrote.

    Returns:
        Keys of the visits whose points were given back: they are to be settled anew, since one that is void by now
        has nothing to get.
    """
    written = deed_store.entries_of(tx, undone)
    mirrored = _mirror(tx, operation, undone, written, new_uid)
    entries = [account_store.net_of_reversals(tx, entry) for entry in written if entry.account not in mirrored]
    given = _take_back_merges(tx, operation, entries, new_uid)
    merged = _is_merge(entries)
    by_account: dict[int, list[Written]] = defaultdict(list)
    for entry in entries:
        if (entry.posted.kind in _OWN and not _settled_anew(entry)) or (merged and entry.posted.kind in VISIT_KINDS):
            by_account[entry.account].append(entry)
    for own in by_account.values():
        posting = _posting(tx, operation, own[0], new_uid)
        cause = Cause(occurred=operation.at, version=posting.account.version, visit=own[0].posted.visit)
        take_back(posting, [entry.posted for entry in own], f"undo:{operation.uid}", cause)
        given += visits_given(write(tx, operation, posting, new_uid))
        move_on(tx, operation, *account_store.account_by_key(tx, own[0].account), new_uid)
    return tuple(dict.fromkeys(given))


def _mirror(
    tx: Tx, operation: Operation, undone: int, written: list[Written], new_uid: Callable[[], str]
) -> set[int]:  # fmt: skip
    """Mirror what was done to each account that is as the operation left it; returns their keys.

    A merge is mirrored on both sides or on none.
    """
    rewards = deed_store.rewards_of(tx, undone) if written else {}
    by_account: dict[int, list[Written]] = defaultdict(list)
    for entry in written:
        by_account[entry.account].append(entry)
    if rewards.keys() - by_account.keys():
        return set()
    plans = {
        account: (_posting(tx, operation, own[0], new_uid), _deed(tx, account, own, rewards.get(account, {})))
        for account, own in by_account.items()
    }
    left = {account for account, (posting, deed) in plans.items() if stands_as_left(posting.account, deed)}
    if _is_merge(written) and len(left) < len(plans):
        return set()
    cause = Cause(occurred=operation.at)
    for account in left:
        posting, deed = plans[account]
        names = {entry.posted.key: entry.idem for entry in by_account[account]}
        mirror(posting, deed, partial(_name, operation, names), cause)
        write(tx, operation, posting, new_uid)
    return left


def _name(operation: Operation, names: Mapping[int, str], entry: Posted) -> str:
    """A mirrored entry's key; what a referral paid is known by how its keys begin."""
    idem = names[entry.key]
    begins = f"{':'.join(idem.split(':')[:4])}:" if idem.startswith("referral:") else ""
    return f"{begins}undo:{operation.uid}:{entry.uid}"


def _deed(tx: Tx, account: int, own: list[Written], rewards: dict[str, tuple[str, str]]) -> Deed:
    changed = deed_store.changed_since(tx, account, own[-1].posted.key)
    return Deed(entries=tuple(entry.posted for entry in own), rewards=rewards, changed=changed)


def _is_merge(entries: list[Written]) -> bool:
    return any(entry.idem.endswith(":in") for entry in entries)


def _settled_anew(entry: Written) -> bool:
    """What a referral paid follows from its visit."""
    return entry.posted.kind.startswith("bonus") and entry.posted.visit is not None


def take_award_back(
    tx: Tx, operation: Operation, award: str, customer: int, programme: Programme, amount: int,
    new_uid: Callable[[], str],
) -> None:  # fmt: skip
    """Take a bonus back from whoever has it by now, as much of it as is there; `award` is the bonus's uid."""
    account = account_store.accounts_of(tx, customer)[programme.key]
    posting = posting_on(tx, operation, programme, account, customer, new_uid)
    cause = Cause(occurred=operation.at, version=programme.version, breakdown={"award": award})
    key = f"award_back:{award}"
    idem = numbered_key(key, award_store.given(tx, key).times)
    posting.take("bonus_back", amount, idem, cause, posting.open())
    write(tx, operation, posting, new_uid)


def _take_back_merges(tx: Tx, operation: Operation, entries: list[Written], new_uid: Callable[[], str]) -> list[int]:
    into = {entry.idem.removesuffix(":in"): entry for entry in entries if entry.idem.endswith(":in")}
    outs = [entry for entry in entries if entry.idem.endswith(":out") and entry.idem.removesuffix(":out") in into]
    pairs: dict[tuple[int, int], list[tuple[Written, Written]]] = defaultdict(list)
    for out in outs:
        entry = into[out.idem.removesuffix(":out")]
        pairs[out.account, entry.account].append((out, entry))
    given: list[int] = []
    for found in pairs.values():
        source = _posting(tx, operation, found[0][0], new_uid)
        target = _posting(tx, operation, found[0][1], new_uid)
        moved = [Moved(out=out.posted, into=entry.posted) for out, entry in found]
        cause = Cause(occurred=operation.at, version=target.account.version)
        take_back_merge(source, target, moved, f"unmerge:{operation.uid}", cause)
        for posting in (target, source):
            given += visits_given(write(tx, operation, posting, new_uid))
    return given


def move_carry_back(tx: Tx, source: int, target: int) -> None:
    """Give the visits of the customer with key `source`, moved back by now, their carry-over back from `target`."""
    theirs, others = account_store.accounts_of(tx, source), account_store.accounts_of(tx, target)
    for programme, account in theirs.items():
        if programme in others:
            ledger_writer.move_carry(tx, others[programme].key, account.key, source)


def _posting(tx: Tx, operation: Operation, entry: Written, new_uid: Callable[[], str]) -> Posting:
    account, customer = account_store.account_by_key(tx, entry.account)
    programme = loyalty_store.newest_by_key(tx, entry.programme)
    return posting_on(tx, operation, programme, account, customer, new_uid)


def visits_given(plan: Plan) -> list[int]:
    """The visits whose lots a plan gave back to."""
    by_lot = {lot.entry: lot.visit for lot in plan.after.lots}
    found = [by_lot.get(lot) for entry in plan.entries for lot, part in entry.allocations if part < 0]
    return [visit for visit in dict.fromkeys(found) if visit is not None]
