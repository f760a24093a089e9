"""The reward-cost simulator over a year of 100,000 visits of 5,000 customers.

Floor: the same rows read by the same statement in a bare loop that adds up each customer's visits and amounts; ours:
`Simulator.replay` of a stamp card (ten stamps, 500 off, half a year), of points that pay (1 per 100, a year), and of
both at once; and of points doubled on Tuesday afternoons. The next figures are of a card for one item and of points
for a category's amount, whose floor reads every visit's goods as well (one or two lines each), by the replay's own
statement, and adds up each customer's units; then of caps, carry-over and levels, told for information.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from benchmarks.measure import compare, in_turn
from benchmarks.store import NOW, ROOT, STAMP
from retention_desktop.shop import open_shop
from retention_desktop.storage.simulation_store import DETAIL_ROWS, LIGHT_ROWS

if TYPE_CHECKING:
    from retention_desktop.shop import Shop

VISITS, CUSTOMERS, ROUNDS, GOAL = 100_000, 5_000, 7, 3.0
LAST = date(2026, 11, 21)
CUSTOMER = (
    "INSERT INTO customer (id, uid, display_name, kana, search_key, sort_key, last_visit_day, visit_count, spend,"
    " created_at) VALUES (?,?,'','','','',?,0,0,?)"
)
VISIT = "INSERT INTO visit (uid, customer, day, at, recorded_at, amount, currency) VALUES (?,?,?,?,?,?,'JPY')"
CARD: dict[str, Any] = {
    "size": 10, "reward": {"name": "500", "gives": {"kind": "discount", "amount": 500}},
    "expiry": {"kind": "months", "count": 6},
}  # fmt: skip
POINTS: dict[str, Any] = {
    "rules": [{"id": "1", "kind": "amount", "points": 1, "per": 100}],
    "spend": {"points": 1, "value": 1, "step": 100, "minimum": 500}, "expiry": {"kind": "months", "count": 12},
}  # fmt: skip
TUESDAY = {
    "id": "t", "name": "Tuesday", "kind": "multiply", "times": "2", "weekdays": [1], "hours": ["13:00", "16:00"],
}  # fmt: skip
LINE = "INSERT INTO visit_line (uid, visit, item, category, quantity, unit_price) VALUES (?,?,?,?,?,?)"
ITEMS = (("coffee", "hot"), ("tea", "hot"), ("cake", "sweet"), ("beans", "home"), ("cup", "home"))
BY_GOODS = {"id": "1", "kind": "amount", "points": 1, "per": 100, "categories": ["hot"]}
CAPS = {"day": 100, "customer": 5000}
LEVELS = {"by": "spend", "months": 12, "steps": [{"id": "1", "name": "Silver", "from": 50_000, "percent": 120}]}
ONE_ITEM = {"id": "1", "kind": "item", "points": 1, "items": ["coffee"]}


def year(folder: Path) -> Shop:
    """A shop with a year of visits, most of them by a few."""
    open_shop(folder, ROOT / "resources", clock=lambda: NOW).close()
    random = Random(14)
    with closing(sqlite3.connect(folder / "shop.db")) as connection, connection:
        people = ((key, f"c{key}", str(LAST), STAMP) for key in range(1, CUSTOMERS + 1))
        connection.executemany(CUSTOMER, people)
        rows = []
        for number in range(VISITS):
            day = LAST - timedelta(random.randrange(364))
            at = f"{day}T{random.randrange(1, 10):02}:30:00.000000Z"
            customer = 1 + int(CUSTOMERS * random.random() ** 2)
            rows.append((f"v{number}", customer, str(day), at, at, random.randrange(400, 12_000)))
        rows.sort(key=lambda row: row[3])
        connection.executemany(VISIT, rows)
        bought = ((key, random.choice(ITEMS)) for key in range(1, VISITS + 1) for _ in range(random.randrange(1, 3)))
        lines = ((f"l{number}", key, *item, random.randrange(1, 4), 400) for number, (key, item) in enumerate(bought))
        connection.executemany(LINE, lines)
    return open_shop(folder, ROOT / "resources", clock=lambda: NOW)


def bare_loop(connection: sqlite3.Connection) -> dict[int, tuple[int, int]]:
    """Every row read once, each customer's visits and amounts added up."""
    values = {"first": str(LAST.replace(year=LAST.year - 1) + timedelta(1)), "last": str(LAST), "currency": "JPY"}
    found: dict[int, tuple[int, int]] = {}
    for customer, _visit, _day, _at, amount, discount in connection.execute(LIGHT_ROWS, values):
        visits, sales = found.get(customer, (0, 0))
        found[customer] = visits + 1, sales + (amount or 0) - discount
    return found


def bare_loop_of_goods(connection: sqlite3.Connection) -> dict[int, int]:
    """The bare loop, and every line read once, each customer's units added up."""
    bare_loop(connection)
    values = {"first": str(LAST.replace(year=LAST.year - 1) + timedelta(1)), "last": str(LAST)}
    found: dict[int, int] = {}
    for customer, _visit, _tax, _code, _item, _category, quantity, _price, _line_tax in connection.execute(
        DETAIL_ROWS, values
    ):
        found[customer] = found.get(customer, 0) + quantity
    return found


def main() -> None:
    """Measure and tell."""
    with TemporaryDirectory() as name:
        shop = year(Path(name))
        with closing(sqlite3.connect(shop.db.path)) as connection:
            assert sum(visits for visits, _ in bare_loop(connection).values()) == VISITS
            both = {"punch": CARD, "point": POINTS}
            double = {"point": POINTS | {"promotions": [TUESDAY]}}
            goods = {"punch": CARD | {"rules": [ONE_ITEM]}}
            assert shop.simulator.replay(both).visits == VISITS
            hot = {"point": POINTS | {"rules": [BY_GOODS]}}
            capped = {"point": POINTS | {"caps": CAPS}}
            carried = {"point": POINTS | {"rules": [POINTS["rules"][0] | {"carry": True}]}}
            levels = {"point": POINTS | {"tiers": LEVELS}}
            floor, goods_floor, card, points, two, tuesday, item, category, caps, carry, level = in_turn(
                ROUNDS,
                lambda _: bare_loop(connection),
                lambda _: bare_loop_of_goods(connection),
                lambda _: shop.simulator.replay({"punch": CARD}),
                lambda _: shop.simulator.replay({"point": POINTS}),
                lambda _: shop.simulator.replay(both),
                lambda _: shop.simulator.replay(double),
                lambda _: shop.simulator.replay(goods),
                lambda _: shop.simulator.replay(hot),
                lambda _: shop.simulator.replay(capped),
                lambda _: shop.simulator.replay(carried),
                lambda _: shop.simulator.replay(levels),
            )
        shop.close()
    beside = "a bare loop over the same rows"
    compare("A year of 100,000 visits under a stamp card", beside, card, floor, GOAL)
    compare("The same under points that pay", beside, points, floor, GOAL)
    compare("The same under both at once", beside, two, floor, GOAL)
    compare("The same under points doubled on Tuesday afternoons", beside, tuesday, floor, GOAL)
    with_goods = "a bare loop over the same rows and lines"
    compare("The same under a card for one item", with_goods, item, goods_floor, GOAL)
    compare("The same under points for a category", with_goods, category, goods_floor, GOAL)
    compare("The same under caps", beside, caps, floor, GOAL)
    compare("The same under carry-over", beside, carry, floor, GOAL)
    compare("The same under levels", beside, level, floor, GOAL)


if __name__ == "__main__":
    main()
