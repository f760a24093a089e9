"""Everybody's folded search key in memory, in last-visit order: any substring of any length within a frame.

A LIKE over 100,000 customers costs 30-60 ms at its slowest and a trigram index cannot match the two characters
of most Japanese names; one string searched by `str.find` takes 1-6 ms. Customers that changed since the string
was built are searched apart, first. Until a worker has built it for the first time every row is looked at instead.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_right
from itertools import accumulate
from threading import Lock
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from retention_desktop.storage import customer_store
from retention_desktop.storage.search_scan import SearchScan
from retention_desktop.storage.tables import customer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retention_desktop.storage.database import Commit, Database, Tx

_MANY: Final = 2000
"""More changed customers than this are worth building the string anew."""
_NEWEST_FIRST: Final = (
    select(customer.c.id, func.replace(customer.c.search_key, "\n", " ").label("search_key"))
    .where(customer.c.deleted_at.is_(None))
    .order_by(customer.c.last_visit_day.desc(), customer.c.id.desc())
    .subquery()
)
_EVERYBODY: Final = select(
    func.coalesce(func.group_concat(_NEWEST_FIRST.c.search_key, "\n"), "").label("blob"),
    func.json_group_array(_NEWEST_FIRST.c.id).label("keys"),
)
"""One row that SQLite puts together by itself: the window goes on meanwhile, which 100,000 rows in Python would stop.
SQLite keeps the order of a subquery for these (select.c leaves its ORDER BY for any aggregate but count, min
and max); a test asks for the order."""


class SearchIndex:
    """The search keys of one store; safe to use from several threads."""

    def __init__(self, db: Database) -> None:
        self._lock = Lock()
        self._built = False
        self._wanted = False
        self._scan = SearchScan()
        self._blob = ""
        self._starts: array[int] = array("q")
        self._keys: array[int] = array("q")
        self._changed: dict[int, str] = {}
        self._pending: set[int] = set()
        db.on_commit_details(self._note)

    def _note(self, commit: Commit) -> None:
        if commit.customers is None:
            self.forget()
        else:
            self._pending |= commit.customers

    def forget(self) -> None:
        """Build anew at the next search: too much changed, or another process wrote."""
        self._built = False

    def build(self, tx: Tx) -> None:
        """Read every search key; about 0.2 s for 100,000 customers, so a worker does it after the first paint."""
        with self._lock:
            self._read(tx)
        self._wanted = True

    def _read(self, tx: Tx) -> None:
        self._pending.clear()
        self._built = True  # before it is read: what is forgotten meanwhile is read once more
        row = tx.run(_EVERYBODY).one()
        self._starts = array("q", accumulate((len(key) + 1 for key in row.blob.split("\n")), initial=0))
        self._keys = array("q", json.loads(row.keys))
        self._blob = row.blob
        self._changed = {}

    def find(self, tx: Tx, needles: Sequence[str], most: int) -> list[int]:
        """Keys of customers whose search key holds one of the needles, the newest visit first."""
        if not self._wanted:
            return self._scan.find(tx, needles, most)
        self._catch_up(tx)
        found: dict[int, None] = {}
        for needle in needles:
            for key in self._matches(needle):
                found[key] = None
                if len(found) >= most:
                    return list(found)
        return list(found)

    def _catch_up(self, tx: Tx) -> None:
        with self._lock:
            if not self._built or len(self._changed) > _MANY:
                self._read(tx)
        while self._pending:
            some = [self._pending.pop() for _ in range(min(500, len(self._pending)))]
            now = dict(customer_store.search_keys(tx, some))
            fresh = {key: now.get(key, "") for key in some}
            self._changed = fresh | {key: text for key, text in self._changed.items() if key not in fresh}

    def _matches(self, needle: str) -> Iterator[int]:
        yield from (key for key, text in self._changed.items() if needle in text)
        position = self._blob.find(needle)
        while position >= 0:
            row = bisect_right(self._starts, position) - 1
            key = self._keys[row]
            if key not in self._changed:
                yield key
            if row + 1 >= len(self._starts):
                return
            position = self._blob.find(needle, self._starts[row + 1])
