"""Undo of any operation, and one person's timeline.

Undo restores the state, not the file: the ledger, consent events and the journal only grow. Rows are put back
from the journal; points, consent and outbox are asked for the counter-entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from retention_desktop import settings
from retention_desktop.books import journal, people, points
from retention_desktop.domain.coupon import window
from retention_desktop.errors import ShopError
from retention_desktop.history.asking import deed_of
from retention_desktop.history.taking_back import new_person_kept, take_back
from retention_desktop.history.timeline import about, done, timeline_of
from retention_desktop.history.values import UNDOABLE, Done, TimelineEntry, Undone
from retention_desktop.storage import journal_store
from retention_desktop.storage.connecting import BUSY_MS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from retention_desktop.domain.operation import Change, Kept, Operation
    from retention_desktop.domain.staff import Deed
    from retention_desktop.storage.database import Database, Tx

__all__ = ["UNDOABLE", "Done", "History", "TimelineEntry", "Undone"]

_BY_ITSELF: Final = frozenset({"birthdays"})
"""What the program does without anybody asking: never what someone means who takes back the last thing."""
_LAST: Final = tuple(kind for kind in UNDOABLE if kind not in _BY_ITSELF)


class History:
    """What was done, and taking it back.

    Args:
        staff: the name of whoever is at the desk.
        allow: raises ShopError needs_owner or over_limit where whoever is at the desk may not do a deed, with what it
            adds or takes by hand; what somebody did today is theirs to take back.
    """

    def __init__(
        self, db: Database, clock: Callable[[], datetime], new_uid: Callable[[], str], *,
        staff: Callable[[], str] = lambda: "", allow: Callable[[Deed, int | None], object] = lambda *_: None,
    ) -> None:  # fmt: skip
        self._staff = staff
        self._allow = allow
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
            return tuple(done(tx, operation) for operation in found)

    def newest(self, kind: str) -> str:
        """The uid of the newest operation of a kind that stands, "" where there is none."""
        with self._db.read() as tx:
            found = journal_store.last_operation(tx, [kind])
        return "" if found is None else found.uid

    def undo(self, uid: str | None = None, *, wait_ms: int = BUSY_MS) -> Undone:
        """Take back an operation, by default the last one.

        Raises:
            ShopError: nothing_to_undo, operation_not_found, already_undone, cannot_undo, needs_owner, over_limit,
                store_busy.
        """
        self._ask(uid)
        with self._db.write(wait_ms=wait_ms) as tx:
            undone = self._wanted(tx, uid)
            changes = journal_store.changes_of(tx, undone.key)
            kept = new_person_kept(tx, undone, changes)
            written = "" if kept else self._take_back(tx, undone, changes, kept)
            return Undone(
                operation=written, undid=undone.uid, kind=undone.kind, customer=about(tx, changes), kept=tuple(kept)
            )

    def _ask(self, uid: str | None) -> None:
        """Raise where whoever is at the desk may not take this back; before the transaction begins."""
        with self._db.read() as tx:
            wanted = self._wanted(tx, uid)
            changes = journal_store.changes_of(tx, wanted.key)
            asked = deed_of(tx, wanted, changes, points.today(tx, self._clock()), self._staff())
        if asked is not None:
            self._allow(*asked)

    def _take_back(self, tx: Tx, undone: Operation, changes: tuple[Change, ...], kept: list[Kept]) -> str:
        operation = journal.begin(tx, "undo", self._new_uid(), self._clock(), undoes=undone.key, staff=self._staff())
        kept += take_back(tx, operation, undone, changes, self._new_uid)
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

    def timeline(self, uid: str, most: int = 200) -> tuple[TimelineEntry, ...]:
        """What happened to a customer, newest first. Raises ShopError customer_not_found."""
        with self._db.read() as tx:
            return timeline_of(tx, people.known(tx, uid), most)
