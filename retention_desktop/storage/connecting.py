"""Connections to the store's file: how each is made, and how one begins and ends a transaction.

SQLite rules (measured, see docs/architecture.md): WAL, synchronous=FULL, foreign keys on, deleted content overwritten.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final

from sqlalchemy import URL, create_engine, event

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.engine import Connection, Engine
    from sqlalchemy.pool import ConnectionPoolEntry, QueuePool, StaticPool

BUSY_MS: Final = 5000
"""How long a connection waits for the lock unless told otherwise."""


class Opened:
    """A connection for one transaction after another.

    The driver begins and ends them: SQLAlchemy leaves both to `isolation_level`, which is None here.
    """

    __slots__ = ("_waits", "connection", "driver")

    def __init__(self, connection: Connection) -> None:
        driver = connection.connection.driver_connection
        if not isinstance(driver, sqlite3.Connection):
            raise TypeError(driver)
        self.connection: Final = connection
        self.driver: Final = driver
        self._waits: int | None = connection.info.get("waits")

    def begin(self, begin: str, wait_ms: int) -> None:
        """Run the statement that begins one, waiting so long for the lock."""
        if self._waits != wait_ms:
            self.driver.execute(f"PRAGMA busy_timeout={int(wait_ms)}")
            self.connection.info["waits"] = self._waits = wait_ms
        self.driver.execute(begin)

    def commit(self) -> None:
        """Keep it, or nothing of it."""
        try:
            self.driver.commit()
        except BaseException:
            self.driver.rollback()
            raise

    def settle(self, *, close: bool) -> None:
        """End SQLAlchemy's own word for having run something; the driver's transaction is over."""
        if self.connection.in_transaction():
            self.connection.rollback()
        if close:
            self.connection.close()


def address_of(path: Path) -> URL:
    """A store's address for SQLAlchemy; never made of text, in which a ? or a % of the folder's name is read."""
    return URL.create("sqlite", database=str(path.absolute()))


def engine_of(path: Path, pool: type[StaticPool | QueuePool], extra: str) -> Engine:
    """The way to the store's file; `extra` is one more pragma for each connection, or ""."""
    engine = create_engine(address_of(path), poolclass=pool, connect_args={"check_same_thread": False})

    def prepare(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        for pragma in (
            f"PRAGMA busy_timeout={BUSY_MS}",
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=FULL",
            "PRAGMA foreign_keys=ON",
            "PRAGMA secure_delete=ON",
            "PRAGMA cache_size=-32000",
            extra,
        ):
            if pragma:
                connection.execute(pragma)

    event.listen(engine, "connect", prepare)
    return engine
