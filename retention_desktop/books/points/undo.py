"""Taking back what an operation wrote to the ledger.

Where an account is as the operation left it, its entries are mirrored (`domain.posting.mirroring`). Elsewhere each is
taken back on its own, but what visits earned: that is settled anew.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from retention_desktop.books.points.merge import move_on
from retention_desktop.books.points.reading import posting_on
from retention_desktop.books.points.writing import move_reward, write
from retention_desktop.domain.account import net_of
from retention_desktop.domain.awards import numbered_key
from retention_desktop.domain.ledger import LOT_KINDS, REDEEM
from retention_desktop.domain.posting import (
    Cause,
    Deed,
    Moved,
    fill_cards,
    mirror,
    part,
    stands_as_left,
    take_back,
    take_from,
)
from retention_desktop.domain.posting.settling import VISIT_KINDS
from retention_desktop.storage import (
    account_store,
    award_store,
    deed_store,
    ledger_writer,
    loyalty_store,
    merge_store,
)

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
    tx: Tx, operation: Operation, undone: int, new_uid: Callable[[], str], parted: int | None = None
) -> tuple[int, ...]:  # fmt: skip
    """Take back what the operation with key `undone` wrote.

    What it gave to somebody who was merged away since is taken from whoever has it now; what it took from them goes
    back to their lots and on to whoever they were merged to.

    Args:
        parted: where it was a merge, the key of the customer who stands alone again.

    Returns:
        Keys of the visits whose points were given back: they are to be settled anew, since one that is void by now
        has nothing to get.
    """
    written = deed_store.entries_of(tx, undone)
    mirrored = _mirror(tx, operation, undone, written, new_uid, parts=parted is not None)
    entries = [account_store.net_of_reversals(tx, entry) for entry in written if entry.account not in mirrored]
    given = part_accounts(tx, operation, parted, undone, new_uid) if parted else []
    by_account: dict[int, list[Written]] = defaultdict(list)
    for entry in entries:
        if entry.posted.kind in _OWN and not _settled_anew(entry):
            by_account[entry.account].append(entry)
    for own in by_account.values():
        given += _take_back(tx, operation, own, new_uid)
    return tuple(dict.fromkeys(given))


def _take_back(tx: Tx, operation: Operation, own: list[Written], new_uid: Callable[[], str]) -> list[int]:
    """Take back, deed by deed, what was written to one account; returns the visits whose points were given back."""
    account, customer = account_store.account_by_key(tx, own[0].account)
    posting = _posting(tx, operation, own[0], new_uid)
    cause = Cause(occurred=operation.at, version=posting.account.version, visit=own[0].posted.visit)
    take_back(posting, [entry.posted for entry in own], f"undo:{operation.uid}", cause)
    plan = write(tx, operation, posting, new_uid)
    move_on(tx, operation, account, customer, new_uid)
    taken = {entry.reverses: -entry.amount for entry in plan.entries if entry.amount < 0}
    for entry in own:
        missing = entry.posted.amount - taken.get(entry.posted.key, 0)
        if entry.posted.kind in LOT_KINDS and missing > 0:
            _take_where_it_went(tx, operation, entry, missing, new_uid)
    return visits_given(plan)


def _take_where_it_went(
    tx: Tx, operation: Operation, entry: Written, missing: int, new_uid: Callable[[], str]
) -> None:  # fmt: skip
    """Take what a lot had brought from whoever has it since a merge, its own points first; never below zero."""
    lots = deed_store.moved_to(tx, entry.posted.key)
    _, customer = account_store.account_by_key(tx, entry.account)
    holder = account_store.accounts_of(tx, merge_store.holder_of(tx, customer)).get(entry.programme)
    if not lots or holder is None or holder.key == entry.account:
        return
    first = [lot.posted.key for lot in reversed(lots) if lot.account == holder.key]
    posting = _posting(tx, operation, replace(entry, account=holder.key), new_uid)
    cause = Cause(occurred=operation.at, version=entry.posted.version)
    take_from(posting, entry.posted, (missing, first), f"undo:{operation.uid}:{entry.posted.uid}:moved", cause)
    if posting.account.cards:
        fill_cards(posting, cause)
    write(tx, operation, posting, new_uid)


def _mirror(
    tx: Tx, operation: Operation, undone: int, written: list[Written], new_uid: Callable[[], str], *, parts: bool
) -> set[int]:  # fmt: skip
    """Mirror what was done to each account that is as the operation left it; returns their keys.

    What moved between two accounts is mirrored on both sides or on none.

    Args:
        parts: it was a merge: the visits whose points it moved have gone back already.
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
    left = {
        account
        for account, (posting, deed) in plans.items()
        if _as_left(tx, posting, deed) and (parts or _still_theirs(tx, account, deed))
    }
    if len(left) < len(plans) and any(entry.idem.endswith(":in") for entry in written):
        return set()
    for account in left:
        posting, deed = plans[account]
        names = {entry.posted.key: entry.idem for entry in by_account[account]}
        mirror(posting, deed, partial(_name, operation, names), Cause(occurred=operation.at))
        write(tx, operation, posting, new_uid)
    for account in left:
        _put_moved_back(tx, operation, plans[account][0], rewards.get(account, {}))
        move_on(tx, operation, *account_store.account_by_key(tx, account), new_uid)
    return left


def _as_left(tx: Tx, posting: Posting, deed: Deed) -> bool:
    """Whether an account is as an operation left it, rewards included whose cards other accounts filled."""
    known = {held.uid for held in posting.account.rewards}
    elsewhere = {uid: states for uid, states in deed.rewards.items() if uid not in known}
    here = replace(deed, rewards={uid: states for uid, states in deed.rewards.items() if uid in known})
    return stands_as_left(posting.account, here) and all(
        deed_store.state_of(tx, uid) == after for uid, (_, after) in elsewhere.items()
    )


def _still_theirs(tx: Tx, account: int, deed: Deed) -> bool:
    """Whether the visits that earned here are still its customer's, or those of whom they were merged to."""
    visits = {entry.visit for entry in deed.entries if entry.visit is not None and entry.kind in VISIT_KINDS}
    return all(deed_store.belongs_to(tx, visit, account) for visit in visits)


def _put_moved_back(tx: Tx, operation: Operation, posting: Posting, rewards: dict[str, tuple[str, str]]) -> None:
    """Put back what became of rewards whose card was filled by a record that was merged away since."""
    known = {held.uid for held in posting.account.rewards}
    for uid, (before, after) in rewards.items():
        if uid not in known:
            move_reward(tx, operation, uid, after, before)


def _name(operation: Operation, names: Mapping[int, str], entry: Posted) -> str:
    """A mirrored entry's key; what a referral paid is known by how its keys begin."""
    idem = names[entry.key]
    begins = f"{':'.join(idem.split(':')[:4])}:" if idem.startswith("referral:") else ""
    return f"{begins}undo:{operation.uid}:{entry.uid}"


def _deed(tx: Tx, account: int, own: list[Written], rewards: dict[str, tuple[str, str]]) -> Deed:
    changed = deed_store.changed_since(tx, account, own[-1].posted.key)
    return Deed(entries=tuple(entry.posted for entry in own), rewards=rewards, changed=changed)


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


def part_accounts(
    tx: Tx, operation: Operation, parted: int, since: int, new_uid: Callable[[], str]
) -> list[int]:  # fmt: skip
    """Give somebody who stands alone again what is left of their points, wherever they moved since `since`.

    Points that came back to them after the merge went on to whoever they were merged to: these come along. What their
    visits gained or lost there is taken out; the caller settles the visits.

    Args:
        parted: key of the customer, whose visits and record have been put back.
        since: key of the merge's operation.

    Returns:
        Keys of the visits whose points were given back.
    """
    strays = {key: own for key, own in deed_store.strays_of(tx, parted).items() if _elsewhere(tx, key, parted)}
    moved: dict[int, list[tuple[Written, Written]]] = defaultdict(list)
    for account in account_store.accounts_of(tx, parted).values():
        for out, into in deed_store.moved_out(tx, account.key, since):
            moved[into.account].append((out, into))
    given: list[int] = []
    for target in dict.fromkeys([*moved, *strays]):
        given += _part(tx, operation, moved[target], strays.get(target, []), new_uid)
    return given


def _elsewhere(tx: Tx, account: int, customer: int) -> bool:
    """Whether an account belongs to nobody who was merged into this customer."""
    _, owner = account_store.account_by_key(tx, account)
    return merge_store.holder_of(tx, owner) != customer


def _part(
    tx: Tx, operation: Operation, moved: list[tuple[Written, Written]], strays: list[Written],
    new_uid: Callable[[], str],
) -> list[int]:  # fmt: skip
    entry = next(into for _, into in moved) if moved else strays[0]
    posting = _posting(tx, operation, entry, new_uid)
    sources = {out.account: _posting(tx, operation, out, new_uid) for out, _ in moved}
    pairs = [(sources[out.account], Moved(out=out.posted, into=into.posted)) for out, into in moved]
    cause = Cause(occurred=operation.at, version=posting.account.version)
    part(posting, pairs, net_of(stray.posted for stray in strays), f"unmerge:{operation.uid}", cause)
    plans = [write(tx, operation, each, new_uid) for each in (posting, *sources.values())]
    return [visit for plan in plans for visit in visits_given(plan)]


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
