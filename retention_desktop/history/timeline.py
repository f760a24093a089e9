"""One person's timeline, and what was done in a day: read from the journal, the ledger and the rows themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.history.values import POINT_DEEDS, UNDOABLE, Done, TimelineEntry
from retention_desktop.storage import (
    consent_store,
    contact_store,
    customer_store,
    journal_store,
    ledger_store,
    timeline_store,
    visit_store,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.domain.customer import Customer
    from retention_desktop.domain.operation import Change, Operation
    from retention_desktop.storage.database import Tx
    from retention_desktop.storage.ledger_store import Entry


def timeline_of(tx: Tx, person: Customer, most: int) -> tuple[TimelineEntry, ...]:
    """What happened to a customer, newest first."""
    entries = [*_visits(tx, person.key, most), *_messages(tx, person.key), *_consents(tx, person.key)]
    entries += [*_changes(tx, person.key, person.uid), *_deeds(tx, person.key)]
    return tuple(sorted(entries, key=_when, reverse=True)[:most])


def done(tx: Tx, operation: Operation) -> Done:
    """An operation for the list of what was done."""
    changes = journal_store.changes_of(tx, operation.key)
    rows = [change.row_uid for change in changes]
    uid = about(tx, changes) or timeline_store.customer_of_points(tx, operation.key, rows)
    person = customer_store.find_customer(tx, uid) if uid else None
    return Done(
        uid=operation.uid, kind=operation.kind, at=operation.at, staff=operation.staff, customer=uid,
        name=person.display_name if person else "", person_kind=person.kind if person else "",
        undone=journal_store.is_undone(tx, operation.key),
    )  # fmt: skip


def about(tx: Tx, changes: tuple[Change, ...]) -> str:
    """The uid of the one customer that these changes are about; "" for none or several."""
    keys = timeline_store.customers_behind(tx, [change.row_uid for change in changes])
    return customer_store.customer_by_key(tx, keys[0]).uid if len(keys) == 1 else ""


def _deeds(tx: Tx, key: int) -> list[TimelineEntry]:
    """What was done with points, rewards and refunds; `entries` are uids of the ledger's."""
    written = ledger_store.entries_of(tx, key)
    found = []
    for deed in timeline_store.point_deeds(tx, key, POINT_DEEDS):
        own = [entry for entry in written if entry.operation == deed.uid]
        facts = {
            "entries": tuple(entry.uid for entry in own), "reward": deed.reward, "refund": deed.refund,
            "currency": deed.currency, "staff": deed.staff,
            "reason": next((one.reason for one in own if one.reason), ""),
            "changed": tuple((one.name, one.unit, one.amount) for one in own),
        }  # fmt: skip
        open_ = "" if journal_store.is_undone(tx, deed.key) else deed.uid
        found.append(TimelineEntry(kind=deed.kind, at=deed.at, day=None, facts=facts, operation=open_))
    return found


def _entries_of(written: Sequence[Entry], visit: str, operation: str) -> tuple[str, ...]:
    """What a visit earned, and what lapsed when it was logged; deeds have a line of their own."""
    return tuple(
        one.uid
        for one in written
        if one.deed not in POINT_DEEDS
        and (one.visit == visit or (not one.visit and operation and one.operation == operation))
    )


def _visits(tx: Tx, key: int, most: int) -> list[TimelineEntry]:
    earned = timeline_store.earned_by_visits(tx, key)
    written = ledger_store.entries_of(tx, key)
    operations = timeline_store.operations_of_visits(tx, key)
    return [
        TimelineEntry(
            kind="visit", at=visit.at, day=visit.day, operation=operations.get(visit.uid, ""),
            facts={
                "visit": visit.uid, "amount": visit.amount, "currency": visit.currency, "note": visit.note,
                "staff": visit.staff, "discount": visit.discount, **earned.get(visit.key, {}),
                "entries": _entries_of(written, visit.uid, operations.get(visit.uid, "")),
            },
        )
        for visit in visit_store.visits_of(tx, key, most)
    ]  # fmt: skip


def _messages(tx: Tx, key: int) -> list[TimelineEntry]:
    return [
        TimelineEntry(kind="message", at=at, day=None, facts=facts) for at, facts in timeline_store.messages_of(tx, key)
    ]


def _consents(tx: Tx, key: int) -> list[TimelineEntry]:
    return [
        TimelineEntry(kind="consent", at=event.at, day=None, facts={
            "given": event.given, "source": event.source, "wording": event.wording, "address": event.address,
        })
        for event in consent_store.consent_history(tx, key)
    ]  # fmt: skip


def _changes(tx: Tx, key: int, uid: str) -> list[TimelineEntry]:
    own = contact_store.contact_points(tx, [key]).get(key, ())
    rows = [uid, *(point.uid for point in own), *timeline_store.tag_links_of(tx, key)]
    tags = timeline_store.tag_names(tx, key)
    seen: dict[str, TimelineEntry] = {}
    for operation, change in journal_store.changes_of_rows(tx, rows):
        if operation.kind in POINT_DEEDS:
            continue
        open_ = operation.kind in UNDOABLE and not journal_store.is_undone(tx, operation.key)
        entry = TimelineEntry(
            kind=operation.kind, at=operation.at, day=None, operation=operation.uid if open_ else "",
            facts={"fields": sorted(change.after), "tag": tags.get(change.row_uid, "")},
        )  # fmt: skip
        seen.setdefault(operation.uid, entry)
    return list(seen.values())


def _when(entry: TimelineEntry) -> tuple[str, str]:
    if entry.at is not None:
        return entry.at.date().isoformat(), entry.at.isoformat()
    return (entry.day.isoformat() if entry.day else ""), ""
