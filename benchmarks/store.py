"""A shop with many customers, written straight into a fresh store: what the other figures are measured on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks.people import people
from retention_desktop.domain.name import kana_sort_key, search_key
from retention_desktop.domain.phone import read_phone
from retention_desktop.shop import open_shop

if TYPE_CHECKING:
    from retention_desktop.shop import Shop

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
STAMP = "2026-11-01T00:00:00.000000Z"
CUSTOMER = (
    "INSERT INTO customer (id, uid, display_name, kana, member_number, search_key, sort_key, last_visit_day,"
    " visit_count, spend, created_at) VALUES (?,?,?,?,?,?,?,?,?,?,?)"
)
CONTACT = (
    "INSERT INTO contact_point (uid, customer, channel, given, address, last_four, reversed, mobile)"
    " VALUES (?,?,'sms',?,?,?,?,1)"
)
VISIT = "INSERT INTO visit (uid, customer, day, recorded_at, amount, currency) VALUES (?,?,?,?,?,'JPY')"
ACCOUNT = "INSERT INTO account (id, uid, customer, programme, posted, earned) VALUES (?,?,?,?,?,?)"
ENTRY = (
    "INSERT INTO ledger_entry (uid, account, amount, kind, occurred, recorded, visit, key)"
    " VALUES (?,?,?,'earn',?,?,?,?)"
)


def new_shop(folder: Path) -> Shop:
    """An empty shop, as the window opens it."""
    return open_shop(folder, ROOT / "resources", window=True)


def big_shop(folder: Path, count: int) -> Shop:
    """A shop of `count` customers with about three visits each and a balance earned at the last one."""
    new_shop(folder).close()
    with closing(sqlite3.connect(folder / "shop.db")) as connection, connection:
        programmes = [key for (key,) in connection.execute("SELECT id FROM programme ORDER BY id")]
        _fill(connection, count, programmes)
    return new_shop(folder)


def _fill(connection: sqlite3.Connection, count: int, programmes: list[int]) -> None:
    random = Random(2)
    rows: dict[str, list[tuple[object, ...]]] = {sql: [] for sql in (CUSTOMER, CONTACT, VISIT, ACCOUNT, ENTRY)}
    for key, (member, name, kana, phone, *_) in enumerate(people(count), start=1):
        days = sorted(date(2026, 11, 20) - timedelta(random.randrange(700)) for _ in range(random.randrange(1, 6)))
        amounts = [random.randrange(800, 12_000) for _ in days]
        address = read_phone(phone, "JP").e164 or ""
        keys = search_key(name, kana, member), kana_sort_key(kana, name)
        rows[CUSTOMER].append(
            (key, f"c{key}", name, kana, member, *keys, str(days[-1]), len(days), sum(amounts), STAMP)
        )
        rows[CONTACT].append((f"p{key}", key, phone, address, address[-4:], address[::-1]))
        rows[VISIT] += [(f"v{key}.{n}", key, str(day), STAMP, amounts[n]) for n, day in enumerate(days)]
        for programme in programmes:
            number = len(rows[ACCOUNT]) + 1
            rows[ACCOUNT].append((number, f"a{number}", key, programme, len(days), len(days)))
            rows[ENTRY].append((f"e{number}", number, len(days), STAMP, STAMP, len(rows[VISIT]), f"earned:{number}"))
    for statement, values in rows.items():
        connection.executemany(statement, values)
