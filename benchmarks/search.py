"""Finding a customer among 100,000: the last four digits against raw `sqlite3`, typed text against a LIKE."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.measure import compare, in_turn, milliseconds, quantile
from benchmarks.people import people
from benchmarks.store import big_shop
from retention_desktop.domain.name import query_keys
from retention_desktop.storage import finding_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.shop import Shop

ENDING = (
    "SELECT contact_point.customer FROM contact_point JOIN customer ON customer.id = contact_point.customer"
    " WHERE contact_point.last_four = ? AND contact_point.deleted_at IS NULL AND customer.deleted_at IS NULL"
    " ORDER BY customer.last_visit_day DESC LIMIT 9"
)
LIKE = "SELECT id FROM customer WHERE search_key LIKE ? AND deleted_at IS NULL ORDER BY last_visit_day DESC, id LIMIT 9"
TYPED = (
    "佐藤",
    "長谷川",
    "ハセ",
    "さとう",
    "真由",
    "suzuki",
    "佐々木 花子",
    "タナカ ケ",
    "yamada",
    "凛",
    "ありえない名前",
)


def endings(count: int) -> list[str]:
    """Endings that somebody has."""
    return [row[3][-4:] for row in people(count) if row[3][-4:].isascii()][:1000]


def raw(connection: sqlite3.Connection, sql: str) -> Callable[[str], object]:
    """A statement by the driver alone."""
    return lambda text: connection.execute(sql, (text,)).fetchall()


def last_four(shop: Shop, connection: sqlite3.Connection, digits: list[str]) -> None:
    """The look-up itself, then all that the desk shows for it."""
    floor = raw(connection, ENDING)
    with shop.db.read() as tx:
        inside, beside = in_turn(
            len(digits),
            lambda number: finding_store.owners_by_ending(tx, digits[number], 9),
            lambda number: floor(digits[number]),
        )
    compare("last four digits, look-up", "sqlite3", inside, beside, 1.2)
    shown, beside = in_turn(
        len(digits), lambda number: shop.desk.find(digits[number]), lambda number: floor(digits[number])
    )
    compare("last four digits, all the desk shows", "sqlite3, keys only", shown, beside, None)
    compare("last four digits, all the desk shows", "sqlite3, keys only", shown, beside, None, 0.99)


def typed(shop: Shop, connection: sqlite3.Connection) -> None:
    """Names as they are typed, newest visit first."""
    like = raw(connection, LIKE)
    texts = TYPED * 20
    ours, floor = in_turn(
        len(texts),
        lambda number: shop.desk.find(texts[number]),
        lambda number: [like(f"%{key}%") for key in query_keys(texts[number])],
    )
    compare("typed search, all the desk shows", "LIKE, keys only", ours, floor, None)
    compare("typed search, all the desk shows", "LIKE, keys only", ours, floor, 1.0, 0.99)
    print(f"slowest typed search {quantile(ours, 1):.1f} ms")


def main(count: int) -> None:
    """Build the shop, then measure."""
    with (
        TemporaryDirectory() as name,
        closing(big_shop(Path(name), count)) as shop,
        closing(sqlite3.connect(Path(name) / "shop.db")) as connection,
    ):
        connection.execute("PRAGMA cache_size=-32000")  # as much memory as the product's own connection has
        print(f"a search before the keys are in memory: {milliseconds(lambda: shop.desk.find('佐藤')):.0f} ms")
        print(f"reading the keys into memory, as the window does: {milliseconds(shop.customers.warm_search):.0f} ms")
        last_four(shop, connection, endings(count))
        typed(shop, connection)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
