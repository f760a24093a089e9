"""Two records of one person become one: visits, numbers, tags, rewards and points move; undo moves them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from retention_desktop.books import journal, people, points
from retention_desktop.storage import contact_store, customer_store, merge_store, visit_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.domain.customer import Customer
    from retention_desktop.domain.operation import Operation
    from retention_desktop.storage.database import Tx

_FILLED: Final = (
    "kana", "kana_family", "kana_given", "sex", "birth_year", "birth_month", "birth_day", "language", "postal_code",
    "address", "member_number", "notes", "pinned_note",
)  # fmt: skip
"""What the one who stays takes over where it is empty."""


def merge(tx: Tx, operation: Operation, keep: Customer, other: Customer, new_uid: Callable[[], str]) -> None:
    """Move everything of `other` to `keep` and close `other`, noting each row."""
    points.move_accounts(tx, operation, other.key, keep.key, new_uid)
    for uid in merge_store.visits_of(tx, other.key):
        journal.edit(tx, operation, "visit", uid, {"customer": keep.key})
    # What the two carried over may make a point together: the newest visit earns it.
    for visit in visit_store.visits_of(tx, keep.key, 1):
        points.settle_visit(tx, operation, visit, new_uid)
    _move_contacts(tx, operation, keep, other)
    _move_tags(tx, operation, keep, other)
    blank = {name: getattr(other, name) for name in _FILLED if not getattr(keep, name) and getattr(other, name)}
    if blank:
        journal.edit(tx, operation, "customer", keep.uid, blank)
    journal.edit(tx, operation, "customer", other.uid, {"deleted_at": operation.at, "merged_into": keep.key})
    for key in (keep.key, other.key):
        customer_store.refresh_caches(tx, key)
        people.refresh_keys(tx, key)
        tx.customer_changed(key)


def _move_contacts(tx: Tx, operation: Operation, keep: Customer, other: Customer) -> None:
    found = contact_store.contact_points(tx, [keep.key, other.key])
    own = found.get(keep.key, ())
    known = {point.address for point in own}
    position = 1 + max((point.position for point in own), default=-1)
    for point in found.get(other.key, ()):
        if point.address in known:
            continue
        journal.edit(tx, operation, "contact_point", point.uid, {"customer": keep.key, "position": position})
        position += 1


def _move_tags(tx: Tx, operation: Operation, keep: Customer, other: Customer) -> None:
    own = {link.tag: link for link in merge_store.tag_links_of(tx, keep.key)}
    for link in merge_store.tag_links_of(tx, other.key):
        if not link.held:
            continue
        if link.tag not in own:
            journal.edit(tx, operation, "tag_link", link.uid, {"customer": keep.key})
        elif not own[link.tag].held:
            journal.edit(tx, operation, "tag_link", own[link.tag].uid, {"removed_at": None})
