"""A list of 100,000 customers: the whole import against `csv` and `executemany` into the same tables and indexes."""

from __future__ import annotations

import csv
import re
import sqlite3
import sys
import unicodedata
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.measure import compare, milliseconds
from benchmarks.people import write_list
from benchmarks.store import new_shop
from retention_desktop.storage.migrate import ready_store

if TYPE_CHECKING:
    from collections.abc import Iterator

NOT_DIGITS = re.compile(r"[^0-9+]")
NOW = "2026-11-21T00:00:00.000000Z"
CUSTOMER = (
    "INSERT INTO customer (id, uid, display_name, kana, member_number, birth_year, birth_month, birth_day, sex,"
    " postal_code, notes, search_key, sort_key, created_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
CONTACT = (
    "INSERT INTO contact_point (uid, customer, channel, given, address, last_four, reversed, mobile)"
    " VALUES (?,?,'sms',?,?,?,?,1)"
)


def bare_rows(file: Path) -> Iterator[tuple[tuple[object, ...], tuple[object, ...]]]:
    """A list's rows with the plainest derived columns: digits of the number, a folded key."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        for key, (member, name, kana, phone, birthday, sex, postal, notes) in enumerate(rows, start=1):
            digits = NOT_DIGITS.sub("", unicodedata.normalize("NFKC", phone))
            address = digits if digits.startswith("+") else f"+81{digits[1:]}"
            year, month, day = (int(part) for part in birthday.split("/"))
            folded = unicodedata.normalize("NFKC", f"{name} {kana} {member}").lower()
            uid = f"{key:036d}"
            person = (key, uid, name, kana, member, year, month, day, sex, postal, notes, folded, kana, NOW)
            yield person, (uid, key, phone, address, address[-4:], address[::-1])


def bare_import(file: Path, store: Path) -> None:
    """The floor: one transaction, `synchronous=FULL`, the product's own tables and indexes."""
    with closing(sqlite3.connect(store)) as connection:
        connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;")
        rows = list(bare_rows(file))
        with connection:
            connection.executemany(CUSTOMER, (person for person, _ in rows))
            connection.executemany(CONTACT, (contact for _, contact in rows))


def main(count: int) -> None:
    """Three rounds in turn, each into an empty store."""
    ours, floor = [], []
    with TemporaryDirectory() as name:
        file = write_list(Path(name) / "list.csv", count)
        for number in range(3):
            store = Path(name) / f"floor{number}.db"
            ready_store(store)
            floor.append(milliseconds(lambda store=store: bare_import(file, store)))  # type: ignore[misc]
            with closing(new_shop(Path(name) / f"ours{number}")) as shop:
                ours.append(milliseconds(lambda shop=shop: shop.transfer.import_customers(file)))  # type: ignore[misc]
                assert shop.customers.count() == count
    compare(f"import of {count:,} customers", "csv + executemany", ours, floor, 2.6)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
