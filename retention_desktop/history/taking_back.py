"""Taking an operation back: rows from the journal, the ledger by its books, and whatever follows from both.

First the rows, then the caches that say what lapses when, then the ledger: what is mirrored there finds the rows as
they were. Last the visits are settled, which changes nothing where the mirror was whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from retention_desktop.books import consent, coupons, journal, outbox, people, points, programmes
from retention_desktop.domain.operation import Change, Kept, Operation
from retention_desktop.storage import (
    bulk_store,
    customer_store,
    deed_store,
    row_store,
    timeline_store,
    visit_store,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from retention_desktop.domain.visit import Visit
    from retention_desktop.storage.database import Tx

_GONE: Final = {
    "customer": "deleted_at", "contact_point": "deleted_at", "visit": "voided_at", "tag_link": "removed_at",
    "template": "deleted_at", "campaign": "cancelled_at", "refund": "undone_at", "coupon": "withdrawn_at",
    "coupon_use": "given_back_at", "referral": "withdrawn_at",
}  # fmt: skip


def take_back(
    tx: Tx, operation: Operation, undone: Operation, changes: tuple[Change, ...], new_uid: Callable[[], str]
) -> list[Kept]:  # fmt: skip
    """Take back all that `undone` did, whose changes these are; returns the rows that stay, and why."""
    rows = tuple(change for change in changes if change.table != deed_store.CARD)
    kept = _put_back(tx, operation, rows) + _take_back_bulk(tx, operation, undone, new_uid)
    if undone.kind.startswith("programme"):
        kept += programmes.take_back(tx, operation, rows, new_uid)
    visits = _visits(tx, undone, rows)
    for key in _customers(tx, undone, rows, visits):
        customer_store.refresh_caches(tx, key)
    _take_back_points(tx, operation, undone, rows, new_uid)
    _settle(tx, operation, undone, rows, visits, new_uid)
    return kept


def new_person_kept(tx: Tx, undone: Operation, changes: tuple[Change, ...]) -> list[Kept]:
    """A person added who has visits or was edited since stays whole, with their numbers and what they agreed to.

    Nothing is noted then: once the visits are taken back, the person can be, too.
    """
    if undone.kind != "customer_add":
        return []
    reasons = {change.row_uid: _why_kept(tx, change) for change in changes if change.table == "customer"}
    return [Kept(uid=uid, reason=reason) for uid, reason in reasons.items() if reason]


def _visits(tx: Tx, undone: Operation, rows: tuple[Change, ...]) -> list[int]:
    """Keys of the visits to settle, those of an import first."""
    brought = visit_store.visits_of_operation(tx, undone.key) if undone.kind == "import" else ()
    return list(dict.fromkeys([visit.key for visit in brought] + timeline_store.visits_behind(tx, rows)))


def _customers(tx: Tx, undone: Operation, rows: tuple[Change, ...], visits: list[int]) -> list[int]:
    """Keys of the customers whose visits these are, and of those who were merged."""
    owners = [visit_store.visit_by_key(tx, key).customer for key in visits]
    merged = timeline_store.customers_named(tx, rows) if undone.kind == "customer_merge" else []
    return list(dict.fromkeys([*(key for key in owners if key is not None), *merged]))


def _put_back(tx: Tx, operation: Operation, changes: tuple[Change, ...]) -> list[Kept]:
    kept = []
    for change in changes:
        reason = _why_kept(tx, change)
        if reason:
            kept.append(Kept(uid=change.row_uid, reason=reason))
            continue
        before = _own(change, change.before) if change.before else _gone(change.table, operation)
        if change.table == "visit_line":
            row_store.delete_row(tx, change.table, change.row_uid)
        elif before:
            journal.edit(tx, operation, change.table, change.row_uid, before)
    return kept


def _take_back_points(
    tx: Tx, operation: Operation, undone: Operation, changes: tuple[Change, ...], new_uid: Callable[[], str]
) -> None:  # fmt: skip
    """Reverse what the operation wrote to the ledger; visits whose points came back so are settled anew."""
    parted, keeper = _parted(tx, changes) if undone.kind == "customer_merge" else (None, None)
    given = points.take_back_operation(tx, operation, undone.key, new_uid, parted)
    if parted is not None and keeper is not None:
        points.move_carry_back(tx, parted, keeper)
    for key in given:
        points.settle_visit(tx, operation, visit_store.visit_by_key(tx, key), new_uid)


def _parted(tx: Tx, changes: tuple[Change, ...]) -> tuple[int | None, int | None]:
    """The keys of the customer who stands alone again after a merge, and of the one they were merged to."""
    people_ = (change for change in changes if change.table == "customer")
    merged = next((change for change in people_ if change.after.get("merged_into")), None)
    if merged is None:
        return None, None
    return timeline_store.customer_key(tx, merged.row_uid), merged.after["merged_into"]


def _take_back_bulk(tx: Tx, operation: Operation, undone: Operation, new_uid: Callable[[], str]) -> list[Kept]:
    kept = []
    if undone.kind == "import":
        kept = _take_back_import(tx, undone, operation)
    if undone.kind == "campaign_queue":
        kept = list(outbox.withdraw(tx, undone.key, operation.at))
    consent.take_back(tx, operation, undone, new_uid)
    return kept


def _settle(
    tx: Tx, operation: Operation, undone: Operation, changes: tuple[Change, ...], visits: list[int],
    new_uid: Callable[[], str],
) -> None:  # fmt: skip
    """Bring what follows from the rows put back into line: points, caches, search keys."""
    if undone.kind == "customer_merge":
        # The newest visit first: it had earned what both carried over together.
        for key in timeline_store.customers_named(tx, changes):
            for newest in visit_store.visits_of(tx, key, 1):
                points.settle_visit(tx, operation, newest, new_uid)
    for key in visits:
        _settle_visit(tx, operation, visit_store.visit_by_key(tx, key), new_uid)
    for key in timeline_store.customers_behind(tx, [change.row_uid for change in changes]):
        people.refresh_keys(tx, key)
    if undone.kind == "import":
        tx.many_customers_changed()


def _settle_visit(tx: Tx, operation: Operation, visit: Visit, new_uid: Callable[[], str]) -> None:
    if visit.voided:
        points.give_back_rewards(tx, operation, visit, new_uid)
    if coupons.settle_visit(tx, operation, visit):
        visit = visit_store.visit_by_key(tx, visit.key)
    visit = _with_discount(tx, operation, visit)
    if visit.customer is not None:
        customer_store.refresh_caches(tx, visit.customer)
        points.settle_visit(tx, operation, visit, new_uid)


def _gone(table: str, operation: Operation) -> dict[str, Any]:
    """What takes a row away that an operation added; {} where it stands and falls with another."""
    if table == "reward":
        return {"state": "given_back"}
    return {_GONE[table]: operation.at} if table in _GONE else {}


def _why_kept(tx: Tx, change: Change) -> str:
    """Why a row must be left as it is: someone changed the same fields since, or it has visits by now."""
    now = row_store.read_row(tx, change.table, change.row_uid)
    if now is None:
        return "gone"
    if change.table == "customer" and not change.before and timeline_store.has_visits(tx, change.row_uid):
        return "has_visits"
    fields = _own(change, change.before if change.before or change.table == "visit" else change.after)
    return "changed_since" if any(now[name] != change.after[name] for name in fields) else ""


def _own(change: Change, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a change that nothing else decides.

    What was taken off a visit follows from what pays for it, and a reward that was used goes with its holder.
    """
    follows = {"visit": "discount", "reward": "" if change.before else "account"}.get(change.table, "")
    return {name: value for name, value in fields.items() if name != follows}


def _with_discount(tx: Tx, operation: Operation, visit: Visit) -> Visit:
    """A visit with what the rewards and coupons that pay for it now take off.

    One that is void or was given back whole keeps what its bill said.
    """
    off = points.taken_off(tx, visit)
    if off == visit.discount or points.bill_of(tx, visit).undone:
        return visit
    journal.edit(tx, operation, "visit", visit.uid, {"discount": off})
    return visit_store.visit_by_key(tx, visit.key)


def _take_back_import(tx: Tx, undone: Operation, operation: Operation) -> list[Kept]:
    brought = bulk_store.customers_of_operation(tx, undone.key)
    edited, visited = bulk_store.edited_since(tx, undone.key), bulk_store.visited_besides(tx, undone.key)
    kept = [
        Kept(uid=uid, reason="changed_since" if key in edited else "has_visits")
        for key, uid in brought
        if key in edited or key in visited
    ]
    bulk_store.remove_rows(tx, undone.key, edited | visited, operation.at)
    bulk_store.forget_file(tx, undone.key)
    return kept
