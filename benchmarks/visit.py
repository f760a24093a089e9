"""A visit at the desk, durable: the use case against the same SQL driven by `sqlite3` alone.

The product's statements are recorded on a copy of the store and replayed, value by value, on another copy; the two runs
and a replay of the writes alone take turns. Every run commits with `synchronous=FULL`.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from benchmarks.measure import compare, in_turn
from benchmarks.store import big_shop, new_shop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retention_desktop.shop import Shop

VISITS = 1000
PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
    " PRAGMA cache_size=-32000;"
)
"""As the product's own connection has them."""
Statement = tuple[str, Any]


class Recorder(sqlite3.Connection):
    """The driver's connection, noting the statements it is handed while it is told to."""

    into: list[Statement] | None = None

    def execute(self, sql: str, values: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401  as the driver has it
        """Run and note a statement."""
        if Recorder.into is not None:
            Recorder.into.append((sql, values))
        return super().execute(sql, values)

    def executemany(self, sql: str, rows: Any, /) -> sqlite3.Cursor:  # noqa: ANN401
        """Run a statement for each row, noting it for each."""
        if Recorder.into is not None:
            Recorder.into.extend((sql, values) for values in rows)
        return super().executemany(sql, rows)

    def cursor(self, factory: Any = sqlite3.Cursor) -> Any:  # noqa: ANN401
        """SQLAlchemy's own way to a statement, which a visit is not to take: its statements would not be noted."""
        assert Recorder.into is None, "a visit ran a statement past the recorder"
        return super().cursor(factory)


@contextmanager
def recorders() -> Iterator[None]:
    """Inside, every store is opened by a `Recorder`."""

    def connect(*facts: Any) -> Recorder:  # noqa: ANN401
        _dialect, _record, where, how = facts
        return sqlite3.connect(*where, **how, factory=Recorder)

    event.listen(Engine, "do_connect", connect)
    try:
        yield
    finally:
        event.remove(Engine, "do_connect", connect)


@contextmanager
def recorded(into: list[Statement]) -> Iterator[None]:
    """Note every statement that reaches the driver."""
    Recorder.into = into
    try:
        yield
    finally:
        Recorder.into = None


def log_visit(shop: Shop, number: int) -> None:
    """One visit with an amount."""
    shop.desk.log_visit(f"c{number % 1000 + 1}", amount=1500 + number, guarded=False)


def record(folder: Path) -> list[list[Statement]]:
    """Every statement of each visit, recorded on a store of its own."""
    visits = []
    with recorders(), closing(new_shop(folder)) as shop:
        for number in range(VISITS):
            statements: list[Statement] = []
            with recorded(statements):
                log_visit(shop, number)
            visits.append(statements)
    return visits


def replayer(store: Path, visits: list[list[Statement]], *, writes_only: bool) -> tuple[sqlite3.Connection, Any]:
    """A function that runs one recorded visit with the driver alone."""
    connection = sqlite3.connect(store, isolation_level=None, check_same_thread=False)
    connection.executescript(PRAGMAS)
    reads = ("SELECT", "PRAGMA", "BEGIN", "COMMIT")
    kept = [
        [(sql, values) for sql, values in statements if not sql.startswith(reads[1:])
         and not (writes_only and sql.startswith(reads))]
        for statements in visits
    ]  # fmt: skip

    def replay(number: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        for sql, values in kept[number]:
            connection.execute(sql, values).fetchall()
        connection.execute("COMMIT")

    return connection, replay


def main(customers: int) -> None:
    """Record, replay, compare; both replayed stores must end with the product's visits."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        big_shop(folder / "ours", customers).close()
        for copy in ("recorded", "same", "writes"):
            shutil.copytree(folder / "ours", folder / copy)
        visits = record(folder / "recorded")
        same_connection, same = replayer(folder / "same" / "shop.db", visits, writes_only=False)
        bare_connection, bare = replayer(folder / "writes" / "shop.db", visits, writes_only=True)
        with closing(new_shop(folder / "ours")) as shop, closing(same_connection), closing(bare_connection):
            ours, replayed, written = in_turn(VISITS, lambda number: log_visit(shop, number), same, bare)
        counted = {copy: count(folder / copy / "shop.db") for copy in ("ours", "recorded", "same", "writes")}
    assert len(set(counted.values())) == 1, counted
    statements = len(visits[-1])
    compare(f"durable visit ({statements} statements)", "the same SQL by sqlite3", ours, replayed, 1.35)
    compare("durable visit", "the same SQL by sqlite3", ours, replayed, None, 0.99)
    compare("durable visit", "its writes alone by sqlite3", ours, written, None)


def count(store: Path) -> tuple[int, int]:
    """How many visits and entries a store holds."""
    with closing(sqlite3.connect(store)) as connection:
        rows = connection.execute("SELECT (SELECT count(*) FROM visit), (SELECT count(*) FROM ledger_entry)")
        visits, entries = rows.fetchone()
        return visits, entries


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
