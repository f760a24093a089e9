"""Bulk inserts of an import: everything prepared beforehand, written through the driver in few statements.

All rows carry the operation's key in place of a journal entry each; a known person that gains something is journalled
like any edit. SQLAlchemy's own executemany costs three times as much here, so the statements are the driver's.
"""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from retention_desktop.storage.instant import instant_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date, datetime

    from retention_desktop.domain.operation import Operation
    from retention_desktop.storage.database import Tx

CUSTOMER_COLUMNS: Final = (
    "id", "uid", "family", "given", "kana_family", "kana_given", "display_name", "kana", "kind", "sex", "birth_year",
    "birth_month", "birth_day", "language", "channel", "postal_code", "address", "member_number", "notes",
    "pinned_note", "search_key", "sort_key", "created_at", "operation",
)  # fmt: skip
CONTACT_COLUMNS: Final = (
    "id", "uid", "customer", "channel", "given", "address", "last_four", "reversed", "mobile", "position", "operation",
)  # fmt: skip
CONSENT_COLUMNS: Final = (
    "uid", "contact_point", "purpose", "given", "source", "wording", "at", "staff", "operation",
)  # fmt: skip
TAG_LINK_COLUMNS: Final = ("uid", "customer", "tag", "operation")
VISIT_COLUMNS: Final = ("id", "uid", "customer", "day", "at", "recorded_at", "amount", "currency", "note", "operation")
LINE_COLUMNS: Final = ("uid", "visit", "item", "quantity")
_COLUMNS: Final = {
    "customer": CUSTOMER_COLUMNS, "contact_point": CONTACT_COLUMNS, "consent_event": CONSENT_COLUMNS,
    "tag_link": TAG_LINK_COLUMNS, "visit": VISIT_COLUMNS, "visit_line": LINE_COLUMNS,
}  # fmt: skip
_SLICE: Final = 2000


def uid_series(first: str) -> Iterator[str]:
    """Uids that follow a UUIDv7: the same instant, the low 48 bits counted on from it (RFC 9562, 6.2, method 2).

    A hundred times quicker than asking for each, and as unique: `first` is random in those bits and above.
    """
    prefix, low = first[:24], int(first[24:], 16) >> 1
    return (f"{prefix}{number:012x}" for number in count(low))


def next_key(tx: Tx, table: str) -> int:
    """The key of the next row of a table; rows of these tables are never taken out."""
    return int(tx.driver().execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])  # noqa: S608


def insert_rows(
    tx: Tx, table: str, rows: Sequence[tuple[Any, ...]], written: Callable[[int], None] | None = None
) -> None:
    """Insert rows with the columns of `_COLUMNS[table]`; `written` hears how many are in, and may raise to stop."""
    if not rows:
        return
    columns = _COLUMNS[table]
    statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608
    driver = tx.driver()
    tx.touched.add(table)
    for start in range(0, len(rows), _SLICE):
        part = rows[start : start + _SLICE]
        driver.executemany(statement, part)
        if written is not None:
            written(len(part))


def tag_keys(tx: Tx, names: Iterable[str], uids: Iterator[str]) -> dict[str, int]:
    """The key of each tag, made where there is none."""
    driver = tx.driver()
    keys = {name: int(key) for key, name in driver.execute("SELECT id, name FROM tag")}
    for name in names:
        if name not in keys:
            tx.touched.add("tag")
            keys[name] = int(
                driver.execute("INSERT INTO tag (uid, name) VALUES (?, ?) RETURNING id", (next(uids), name)).fetchone()[
                    0
                ]
            )
    return keys


def hold_tags_again(tx: Tx, operation: Operation, links: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give tags back that were once taken away; returns the (customer, tag) pairs that never had a link."""
    driver = tx.driver()
    fresh = []
    for customer, tag in links:
        found = driver.execute(
            "SELECT uid, removed_at FROM tag_link WHERE customer = ? AND tag = ?", (customer, tag)
        ).fetchone()
        if found is None:
            fresh.append((customer, tag))
        elif found[1] is not None:
            tx.touched.add("tag_link")
            driver.execute("UPDATE tag_link SET removed_at = NULL WHERE uid = ?", (found[0],))
            _note_change(tx, operation, "tag_link", found[0], {"removed_at": found[1]}, {"removed_at": None})
    return fresh


def update_customers(
    tx: Tx, operation: Operation, changes: Iterable[tuple[str, dict[str, Any], dict[str, Any]]]
) -> None:
    """Change known customers: (uid, fields before, fields after), each journalled; keys for searching left out."""
    driver = tx.driver()
    for uid, before, after in changes:
        assignments = ", ".join(f"{name} = ?" for name in after)
        driver.execute(f"UPDATE customer SET {assignments} WHERE uid = ?", (*after.values(), uid))  # noqa: S608
        _note_change(tx, operation, "customer", uid, before, after)
        tx.touched.add("customer")


def write_search_keys(tx: Tx, keys: Sequence[tuple[str, str, int]]) -> None:
    """(search key, sort key, customer) of people whose name changed."""
    tx.driver().executemany("UPDATE customer SET search_key = ?, sort_key = ? WHERE id = ?", keys)


def write_visit_caches(tx: Tx, caches: Sequence[tuple[Any, ...]]) -> None:
    """(last_visit_day, visit_count, spend, due_on, inactive_on, lost_on, customer key): days as ISO text."""
    tx.driver().executemany(
        "UPDATE customer SET last_visit_day = ?, visit_count = ?, spend = ?, due_on = ?, inactive_on = ?, lost_on = ?"
        " WHERE id = ?",
        caches,
    )
    tx.touched.add("customer")


def note_file(tx: Tx, operation: Operation, digest: str, name: str, kind: str, rows: int) -> None:
    """Remember that a file with this SHA-256 was imported."""
    tx.driver().execute(
        "INSERT INTO imported_file (digest, name, kind, rows, at, operation) VALUES (?, ?, ?, ?, ?, ?)",
        (digest, name, kind, rows, instant_text(operation.at), operation.key),
    )
    tx.touched.add("imported_file")


def iso(day: date | None) -> str | None:
    """A day as the driver keeps it."""
    return None if day is None else day.isoformat()


def instant(at: datetime | None) -> str | None:
    """An instant as the driver keeps it."""
    return None if at is None else instant_text(at)


def _note_change(
    tx: Tx, operation: Operation, table: str, uid: str, before: dict[str, Any], after: dict[str, Any]
) -> None:
    tx.driver().execute(
        "INSERT INTO change (operation, table_name, row_uid, before, after) VALUES (?, ?, ?, ?, ?)",
        (operation.key, table, uid, json.dumps(before), json.dumps(after)),
    )
    tx.touched.add("change")
