"""The desk while 100,000 rows come in: how long a visit waits until it is kept, or until the page says "saving".

As in the window, the import runs in a worker thread and the visits on the thread that owns the store. A visit that
does not get the store at once is shown as being saved and handed to a worker, which waits for it under the same key.
None may be lost and none doubled.
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.measure import Figure, quantile, tell
from benchmarks.people import write_list
from benchmarks.store import big_shop
from retention_desktop.errors import ShopError
from ui.app import HAND_OVER_SECONDS

if TYPE_CHECKING:
    from concurrent.futures import Future

    from retention_desktop.shop import Shop

BETWEEN = 0.02
"""Seconds between two visits; no desk is faster."""
WAIT_MS = 60_000
"""How long the worker waits for the store: the whole import if need be."""


def log_visits(shop: Shop, over: Event, workers: ThreadPoolExecutor) -> tuple[list[float], list[Future[object]]]:
    """Log visits until the import is over; milliseconds until each was kept or shown as being saved."""
    answered: list[float] = []
    saving: list[Future[object]] = []
    while not over.wait(BETWEEN):
        number = len(answered)
        uid, key = f"c{number % 1000 + 1}", f"visit-{number}"
        start = perf_counter()
        try:
            shop.desk.log_visit(uid, amount=1500, key=key, guarded=False)
        except ShopError as error:
            if error.code != "store_busy":
                raise
            saving.append(workers.submit(save, shop, uid, key))
        answered.append((perf_counter() - start) * 1000)
    return answered, saving


def save(shop: Shop, uid: str, key: str) -> object:
    """What the page's task does with a visit that had to wait."""
    return shop.desk.log_visit(uid, amount=1500, key=key, guarded=False, wait_ms=WAIT_MS)


def main(count: int) -> None:
    """Import beside the desk, then count what is there."""
    sys.setswitchinterval(HAND_OVER_SECONDS)  # as the window does
    with TemporaryDirectory() as name, closing(big_shop(Path(name) / "shop", 1000)) as shop:
        file = write_list(Path(name) / "list.csv", count)
        before = visits_of(shop)
        over = Event()
        importing = Thread(target=run_import, args=(shop, file, over))
        with ThreadPoolExecutor(4) as workers:
            start = perf_counter()
            importing.start()
            answered, saving = log_visits(shop, over, workers)
            importing.join()
            for waiting in saving:
                waiting.result()
        took = perf_counter() - start
        kept = visits_of(shop) - before
        assert shop.customers.count() == 1000 + count
    assert kept == len(answered), f"{len(answered)} visits logged, {kept} kept"
    saved = f"{len(saving)} shown as being saved, 0 lost"
    print(f"{len(answered)} visits while {count:,} rows came in within {took:.1f} s: {saved}")
    for share, label, goal in ((0.5, "p50", None), (0.99, "p99", 100.0), (1.0, "slowest", None)):
        name = f"visit during an import, kept or shown as being saved, {label}"
        tell(Figure(name=name, floor_name="", ours=quantile(answered, share), floor=0, unit="ms", goal=goal))


def run_import(shop: Shop, file: Path, over: Event) -> None:
    """The import, as the page's two tasks run it; what was read stays with the page until somebody leaves it."""
    try:
        prepared = shop.transfer.prepare(file)
        shop.transfer.run(prepared)
    finally:
        over.set()


def visits_of(shop: Shop) -> int:
    """How many visits the first thousand customers have."""
    rows = shop.customers.rows(list(range(1, 1001)))
    return sum(row.visit_count for row in rows)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
