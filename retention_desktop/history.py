"""Undo of any operation, and one person's timeline.

Undo restores the state, not the file: the ledger, consent events and the journal only grow. Rows are put back
from the journal; points, consent and outbox are asked for the counter-entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from retention_desktop import settings
from retention_desktop.books import consent, coupons, journal, outbox, people, points, programmes
from retention_desktop.domain.coupon import window
from retention_desktop.domain.operation import Change, Kept, Operation
from retention_desktop.errors import ShopError
from retention_desktop.storage import (
    bulk_store,
    consent_store,
    contact_store,
    customer_store,
    journal_store,
    ledger_store,
    row_store,
    timeline_store,
    visit_store,
)
from retention_desktop.storage.database import BUSY_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime

    from retention_desktop.domain.visit import Visit
    from retention_desktop.storage.database import Database, Tx
    from retention_desktop.storage.ledger_store import Entry

UNDOABLE: Final = (
    "visit", "sale", "visit_amount", "visit_correct", "visit_void", "customer_add", "customer_edit",
    "customer_delete", "contact_add", "contact_edit", "contact_remove", "tag_add", "tag_remove", "consent", "opt_out",
    "import", "campaign_queue", "redeem", "refund", "adjust", "opening", "award", "customer_merge", "referral",
    "programme_save", "programme_add", "programme_preset", "coupon_add", "coupon_withdraw", "coupon_use",
    "birthdays",
)  # fmt: skip
_BY_ITSELF: Final = frozenset({"birthdays"})
"""What the program does without anybody asking: never what someone means who takes back the last thing."""
_LAST: Final = tuple(kind for kind in UNDOABLE if kind not in _BY_ITSELF)
_OF_A_VISIT: Final = frozenset({
    "visit", "sale", "visit_amount", "visit_correct", "visit_void", "redeem", "refund", "coupon_use",
})  # fmt: skip
"""Of an earlier day they are the owner's to take back, like the visit itself."""
_POINT_DEEDS: Final = (
    "redeem", "refund", "adjust", "opening", "award", "birthdays", "referral", "customer_merge",
)  # fmt: skip
"""Kinds that have a line of their own on a timeline, beside the visit they may belong to."""
_GONE: Final = {
    "customer": "deleted_at", "contact_point": "deleted_at", "visit": "voided_at", "tag_link": "removed_at",
    "template": "deleted_at", "campaign": "cancelled_at", "refund": "undone_at", "coupon": "withdrawn_at",
    "coupon_use": "given_back_at", "referral": "withdrawn_at",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What an undo did.

    Attributes:
        operation: uid of the undo itself, "" where nothing could be taken back: a person added who stays.
        undid: uid of the operation taken back.
        kind: that operation's kind.
        customer: uid of the customer it was about, "" where it was about several or none.
        kept: rows left as they are, and why ("changed_since", "has_visits", "already_sent").
    """

    operation: str
    undid: str
    kind: str
    customer: str
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One thing that happened to a customer.

    Attributes:
        kind: "visit", "message", "consent" or the operation's kind for a change.
        at: UTC instant, None where only the day is known.
        day: the shop's day where only that is known.
        facts: what a sentence about it needs, by kind.
        operation: uid to hand to `undo`, "" where it can't be taken back (any more).
    """

    kind: str
    at: datetime | None
    day: date | None
    facts: dict[str, Any]
    operation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """Something that was done and can be taken back, or has been.

    Attributes:
        uid: the operation's, to hand to `undo`.
        at: UTC instant.
        customer, name, person_kind: of the one customer it was about; "" where it was about several or none.
        undone: it has been taken back.
    """

    uid: str
    kind: str
    at: datetime
    staff: str
    customer: str
    name: str
    person_kind: str
    undone: bool


class History:
    """What was done, and taking it back.

    Args:
        staff: the name of whoever is at the desk.
        allow_earlier: raises ShopError needs_owner where whoever is at the desk may not take back what was done to a
            visit on an earlier day.
    """

    def __init__(
        self, db: Database, clock: Callable[[], datetime], new_uid: Callable[[], str], *,
        staff: Callable[[], str] = lambda: "", allow_earlier: Callable[[], object] = lambda: None,
    ) -> None:  # fmt: skip
        self._staff = staff
        self._allow_earlier = allow_earlier
        self._db = db
        self._clock = clock
        self._new_uid = new_uid

    def last(self) -> Operation | None:
        """The operation that an undo would take back."""
        with self._db.read() as tx:
            return journal_store.last_operation(tx, _LAST)

    def done_on(self, day: date, most: int = 50) -> tuple[Done, ...]:
        """What was done on a day of the shop's calendar and can be taken back, newest first."""
        with self._db.read() as tx:
            begins, ends = window(day, day, settings.read(tx).zone_info)
            found = journal_store.operations_between(tx, UNDOABLE, begins, ends, most)
            return tuple(_done(tx, operation) for operation in found)

    def newest(self, kind: str) -> str:
        """The uid of the newest operation of a kind that stands, "" where there is none."""
        with self._db.read() as tx:
            found = journal_store.last_operation(tx, [kind])
        return "" if found is None else found.uid

    def undo(self, uid: str | None = None, *, wait_ms: int = BUSY_MS) -> Undone:
        """Take back an operation, by default the last one.

        Raises:
            ShopError: nothing_to_undo, operation_not_found, already_undone, cannot_undo, needs_owner, store_busy.
        """
        self._ask_for_earlier(uid)
        with self._db.write(wait_ms=wait_ms) as tx:
            undone = self._wanted(tx, uid)
            changes = journal_store.changes_of(tx, undone.key)
            kept = _new_person_kept(tx, undone, changes)
            written = "" if kept else self._take_back(tx, undone, changes, kept)
            return Undone(
                operation=written, undid=undone.uid, kind=undone.kind, customer=_about(tx, changes), kept=tuple(kept)
            )

    def _ask_for_earlier(self, uid: str | None) -> None:
        with self._db.read() as tx:
            wanted = self._wanted(tx, uid)
            today = points.today(tx, self._clock())
            earlier = wanted.kind in _OF_A_VISIT and points.today(tx, wanted.at) < today
        if earlier:
            self._allow_earlier()

    def _take_back(self, tx: Tx, undone: Operation, changes: tuple[Change, ...], kept: list[Kept]) -> str:
        operation = journal.begin(tx, "undo", self._new_uid(), self._clock(), undoes=undone.key, staff=self._staff())
        kept += self._put_back(tx, operation, changes)
        kept += self._take_back_bulk(tx, operation, undone)
        if undone.kind.startswith("programme"):
            kept += programmes.take_back(tx, operation, changes, self._new_uid)
        self._take_back_points(tx, operation, undone, changes)
        self._settle(tx, operation, undone, changes)
        return operation.uid

    def _wanted(self, tx: Tx, uid: str | None) -> Operation:
        if uid is None:
            last = journal_store.last_operation(tx, _LAST)
            if last is None:
                raise ShopError("nothing_to_undo")
            return last
        wanted = journal_store.find_operation(tx, uid)
        if wanted is None:
            raise ShopError("operation_not_found", operation=uid)
        if journal_store.is_undone(tx, wanted.key):
            raise ShopError("already_undone", operation=uid)
        if wanted.kind not in UNDOABLE:
            raise ShopError("cannot_undo", operation=uid, kind=wanted.kind)
        return wanted

    def _put_back(self, tx: Tx, operation: Operation, changes: tuple[Change, ...]) -> list[Kept]:
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

    def _take_back_points(self, tx: Tx, operation: Operation, undone: Operation, changes: tuple[Change, ...]) -> None:
        """Reverse what the operation wrote to the ledger; visits whose points came back so are settled anew."""
        given = points.take_back_operation(tx, operation, undone.key, self._new_uid)
        if undone.kind == "customer_merge":
            _move_carry_back(tx, changes)
            return  # every visit that moved is settled with its row
        for key in given:
            points.settle_visit(tx, operation, visit_store.visit_by_key(tx, key), self._new_uid)

    def _take_back_bulk(self, tx: Tx, operation: Operation, undone: Operation) -> list[Kept]:
        kept = []
        if undone.kind == "import":
            kept = _take_back_import(tx, undone, operation)
            for visit in visit_store.visits_of_operation(tx, undone.key):
                points.settle_visit(tx, operation, visit, self._new_uid)
            for key in {visit.customer for visit in visit_store.visits_of_operation(tx, undone.key) if visit.customer}:
                customer_store.refresh_caches(tx, key)
        if undone.kind == "campaign_queue":
            kept = list(outbox.withdraw(tx, undone.key, operation.at))
        consent.take_back(tx, operation, undone, self._new_uid)
        return kept

    def _settle(self, tx: Tx, operation: Operation, undone: Operation, changes: tuple[Change, ...]) -> None:
        """Bring what follows from the rows put back into line: points, caches, search keys."""
        if undone.kind == "customer_merge":
            # The newest visit first: it had earned what both carried over together.
            for key in timeline_store.customers_named(tx, changes):
                customer_store.refresh_caches(tx, key)
                for newest in visit_store.visits_of(tx, key, 1):
                    points.settle_visit(tx, operation, newest, self._new_uid)
        for key in timeline_store.visits_behind(tx, changes):
            visit = visit_store.visit_by_key(tx, key)
            if visit.voided:
                points.give_back_rewards(tx, operation, visit, self._new_uid)
            if coupons.settle_visit(tx, operation, visit):
                visit = visit_store.visit_by_key(tx, key)
            visit = _with_discount(tx, operation, visit)
            if visit.customer is not None:
                customer_store.refresh_caches(tx, visit.customer)
                points.settle_visit(tx, operation, visit, self._new_uid)
        for key in timeline_store.customers_behind(tx, [change.row_uid for change in changes]):
            people.refresh_keys(tx, key)
        if undone.kind == "import":
            tx.many_customers_changed()

    def timeline(self, uid: str, most: int = 200) -> tuple[TimelineEntry, ...]:
        """What happened to a customer, newest first. Raises ShopError customer_not_found."""
        with self._db.read() as tx:
            person = people.known(tx, uid)
            entries = [*_visits(tx, person.key, most), *_messages(tx, person.key), *_consents(tx, person.key)]
            entries += [*_changes(tx, person.key, uid), *_deeds(tx, person.key)]
        return tuple(sorted(entries, key=_when, reverse=True)[:most])


def _gone(table: str, operation: Operation) -> dict[str, Any]:
    """What takes a row away that an operation added; {} where it stands and falls with another."""
    if table == "reward":
        return {"state": "given_back"}
    return {_GONE[table]: operation.at} if table in _GONE else {}


def _move_carry_back(tx: Tx, changes: tuple[Change, ...]) -> None:
    """What visits carry over goes back with them."""
    people_ = (change for change in changes if change.table == "customer")
    merged = next((change for change in people_ if change.after.get("merged_into")), None)
    if merged is not None:
        other = timeline_store.customer_key(tx, merged.row_uid)
        points.move_carry_back(tx, other, merged.after["merged_into"])


def _new_person_kept(tx: Tx, undone: Operation, changes: tuple[Change, ...]) -> list[Kept]:
    """A person added who has visits or was edited since stays whole, with their numbers and what they agreed to.

    Nothing is noted then: once the visits are taken back, the person can be, too.
    """
    if undone.kind != "customer_add":
        return []
    reasons = {change.row_uid: _why_kept(tx, change) for change in changes if change.table == "customer"}
    return [Kept(uid=uid, reason=reason) for uid, reason in reasons.items() if reason]


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


def _done(tx: Tx, operation: Operation) -> Done:
    changes = journal_store.changes_of(tx, operation.key)
    rows = [change.row_uid for change in changes]
    uid = _about(tx, changes) or timeline_store.customer_of_points(tx, operation.key, rows)
    person = customer_store.find_customer(tx, uid) if uid else None
    return Done(
        uid=operation.uid, kind=operation.kind, at=operation.at, staff=operation.staff, customer=uid,
        name=person.display_name if person else "", person_kind=person.kind if person else "",
        undone=journal_store.is_undone(tx, operation.key),
    )  # fmt: skip


def _about(tx: Tx, changes: tuple[Change, ...]) -> str:
    keys = timeline_store.customers_behind(tx, [change.row_uid for change in changes])
    return customer_store.customer_by_key(tx, keys[0]).uid if len(keys) == 1 else ""


def _deeds(tx: Tx, key: int) -> list[TimelineEntry]:
    """What was done with points, rewards and refunds; `entries` are uids of the ledger's."""
    written = ledger_store.entries_of(tx, key)
    found = []
    for deed in timeline_store.point_deeds(tx, key, _POINT_DEEDS):
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
        if one.deed not in _POINT_DEEDS
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
        if operation.kind in _POINT_DEEDS:
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
