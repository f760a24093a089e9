"""A visit under the full rule set, durable, in a shop with 1,000 visits and in one with 1,000,000.

The rules: points for each amount with carry-over, for an item and for a referral, a weekly window and a promotion once
a day, caps, tiers, expiry; a punch card with a milestone and a limit; cashback; standing discounts; the bill has two
goods and a coupon. Floor: the very statements of the use case, recorded on a copy of the store and run value by value
on another one by `sqlite3` alone, taking turns with the use case. Every run commits with `synchronous=FULL`.

In both shops a customer has twenty visits and forty entries behind them; in the large one each visit of the benchmark
is another customer's. The last figures compare the large shop with the small one, each visit with its own floor.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.loyal_shop import COUPON, customer_uid, customers_for, loyal_shop, open_here
from benchmarks.measure import compare, in_turn
from benchmarks.visit import Statement, count, recorded, recorders, replayer
from retention_desktop.domain.bill import Line

if TYPE_CHECKING:
    from retention_desktop.shop import Shop

SIZES = (1_000, 1_000_000)
VISITS, GOAL = 300, 2.0


def log_visit(shop: Shop, number: int, customers: int) -> None:
    """One visit with goods and a coupon, each time of the customer who is farthest away."""
    person = 1 + number * max(customers // VISITS, 1) % customers
    lines = (
        Line(item="color", category="hair", quantity=1, unit_price=6000 + number),
        Line(item="care", category="hair", quantity=2, unit_price=800),
    )
    shop.desk.log_visit(
        customer_uid(person), amount=7600 + number, tax=690, lines=lines, coupons=(COUPON,), guarded=False
    )


def record(folder: Path, customers: int) -> list[list[Statement]]:
    """Every statement of each visit, recorded on a store of its own."""
    visits = []
    with recorders(), closing(open_here(folder)) as shop:
        for number in range(VISITS):
            statements: list[Statement] = []
            with recorded(statements):
                log_visit(shop, number, customers)
            visits.append(statements)
    return visits


def measured(folder: Path, size: int) -> tuple[list[float], list[float], int]:
    """Milliseconds of the visits and of their statements alone, and how many statements the last one has."""
    customers = customers_for(size)
    loyal_shop(folder / "ours", size)
    for copy in ("recorded", "same"):
        shutil.copytree(folder / "ours", folder / copy)
    visits = record(folder / "recorded", customers)
    shutil.rmtree(folder / "recorded")
    connection, same = replayer(folder / "same" / "shop.db", visits, writes_only=False)
    with closing(open_here(folder / "ours")) as shop, closing(connection):
        ours, replayed = in_turn(VISITS, lambda number: log_visit(shop, number, customers), same)
        assert shop.checkup.check().ok or size > SIZES[0]
    counted = {copy: count(folder / copy / "shop.db") for copy in ("ours", "same")}
    assert len(set(counted.values())) == 1, counted
    return ours, replayed, len(visits[-1])


def main() -> None:
    """Measure in both shops and tell."""
    by_size = {}
    for size in SIZES:
        with TemporaryDirectory() as name:
            by_size[size] = measured(Path(name), size)
    for size, (ours, replayed, statements) in by_size.items():
        name = f"visit under the full rule set, {size:,} visits in the shop"
        compare(f"{name} ({statements} statements)", "the same SQL by sqlite3", ours, replayed, GOAL)
        compare(name, "the same SQL by sqlite3", ours, replayed, None, 0.99)
    small, large = (by_size[size] for size in SIZES)
    compare("visit under the full rule set, 1,000,000 visits in the shop", "1,000 visits", large[0], small[0], None)
    compare("its SQL alone, 1,000,000 visits in the shop", "1,000 visits", large[1], small[1], None)


if __name__ == "__main__":
    main()
