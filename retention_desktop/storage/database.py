"""The store's file: connections, transactions, and word of what changed.

SQLite rules (measured, see docs/architecture.md): WAL, synchronous=FULL, foreign keys on, deleted content
overwritten. A write begins with BEGIN IMMEDIATE, so check-then-write never fails half-way. Only the owner
thread's connection checkpoints (SQLite before 3.51.3 may corrupt when two do); all others never do.
"""

from __future__ import annotations

import errno
import sqlite3
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar, overload

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError, DBAPIError
from sqlalchemy.pool import QueuePool, StaticPool

from retention_desktop.errors import ShopError
from retention_desktop.storage.connecting import BUSY_MS, Opened, engine_of
from retention_desktop.storage.plain import Plain
from retention_desktop.storage.prepared import Found, Prepared, written_table

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import TracebackType

    from sqlalchemy.engine import CursorResult
    from sqlalchemy.sql import Executable

    from retention_desktop.storage.prepared import Values

_T = TypeVar("_T")
DRIVERS: Final = (DBAPIError, sqlite3.Error, OSError)
"""What the driver, SQLAlchemy around it and the system raise."""
_ENDLESS_MS: Final = 2**31 - 1


class Tx:
    """One open transaction; use cases open it, books and stores take it.

    Attributes:
        opened: the connection it runs on; stays inside storage.
        touched: names of the tables written so far.
        customers: keys of the customers whose search entry may have changed; None once that is too many to name.
        by_driver: whether prepared statements are run by the driver itself, else by SQLAlchemy.
    """

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self._connection = opened.connection
        self._driver = opened.driver
        self._dialect = opened.connection.dialect
        self.by_driver = self._dialect.name == "sqlite"
        self._kept: dict[Hashable, tuple[Mapping[str, object], Any]] = {}
        self._watched: set[str] = set()
        self.touched: set[str] = set()
        self.customers: set[int] | None = set()

    @overload
    def run(self, statement: Prepared, values: Values | Sequence[Values] | None = None) -> Found: ...
    @overload
    def run(self, statement: Plain, values: Values | None = None) -> Sequence[Sequence[Any]]: ...
    @overload
    def run(self, statement: Executable, values: Values | Sequence[Values] | None = None) -> CursorResult[Any]: ...
    def run(
        self, statement: Prepared | Plain | Executable, values: Values | Sequence[Values] | None = None
    ) -> Found | Sequence[Sequence[Any]] | CursorResult[Any]:
        """Execute one statement, or one many times over a sequence of values.

        A prepared or plain one is run by the driver itself where that is SQLite's; any other dialect takes
        SQLAlchemy's way.
        """
        if isinstance(statement, Prepared):
            if statement.table:
                self._writes(statement.table, values, statement.part)
            if self.by_driver:
                return statement.run(self._driver, self._dialect, {} if values is None else values)
            return Found.of(self._connection.execute(statement.statement, values))
        if isinstance(statement, Plain):
            return self._read_plainly(statement, values if isinstance(values, dict) else {})
        if table := written_table(statement):
            self._writes(table, values)
        return self._connection.execute(statement, values)

    def _read_plainly(self, statement: Plain, values: Values) -> Sequence[Sequence[Any]]:
        if self.by_driver:
            return statement.run(self._driver, values)
        spelled, named = statement.spelled_out(values)
        return self._connection.execute(text(spelled), named).all()

    def kept(self, name: Hashable, tables: Mapping[str, object], read: Callable[[], _T]) -> _T:
        """What `read` gave the first time in this transaction, read anew once one of these tables was written.

        Args:
            tables: by name the part that matters, as a `Prepared` write names it; None = any write.
        """
        if name not in self._kept:
            self._kept[name] = tables, read()
            self._watched.update(tables)
        found: _T = self._kept[name][1]
        return found

    def _writes(self, table: str, values: object, part: str = "") -> None:
        self.touched.add(table)
        if table in self._watched:
            written = values[part] if part and isinstance(values, dict) else None
            self._kept = {name: kept for name, kept in self._kept.items() if not _concerns(table, written, kept[0])}

    def customer_changed(self, key: int) -> None:
        """Say that this customer's name, number or last visit may differ now."""
        self.touched.add("customer")
        if self.customers is not None:
            self.customers.add(key)

    def many_customers_changed(self) -> None:
        """Say that more customers changed than are worth naming."""
        self.touched.add("customer")
        self.customers = None

    def driver(self) -> sqlite3.Connection:
        """The driver's own connection, for what SQLAlchemy cannot say; stays inside storage."""
        self._kept.clear()
        return self._driver


def _concerns(table: str, written: object, tables: Mapping[str, object]) -> bool:
    """Whether a write (None = to any part of the table) makes what was read of these tables old."""
    if table not in tables:
        return False
    part = tables[table]
    return part is None or written is None or part == written


class _Transaction:
    """A `with` block around one transaction; a class, since each of a generator's steps costs what a statement does."""

    __slots__ = ("_begin", "_db", "_tx", "_wait_ms")

    def __init__(self, db: Database, begin: str, wait_ms: int) -> None:
        self._db = db
        self._begin = begin
        self._wait_ms = wait_ms

    def __enter__(self) -> Tx:
        try:
            self._tx = self._db.begin(self._begin, self._wait_ms)
        except DRIVERS as error:
            raise_plainly(error, self._db.path)
        return self._tx

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        tx, db = self._tx, self._db
        try:
            if error is None:
                tx.opened.commit()
            else:
                tx.opened.driver.rollback()
        except DRIVERS as failure:
            raise_plainly(failure, db.path)
        finally:
            db.end(tx)
        if isinstance(error, DRIVERS):
            raise_plainly(error, db.path)
        if error is None:
            db.announce(tx)


class Commit:
    """What one commit changed: table names, and customers by key (None = too many to name)."""

    __slots__ = ("customers", "tables")

    def __init__(self, tables: frozenset[str], customers: frozenset[int] | None) -> None:
        self.tables = tables
        self.customers = customers


class Database:
    """One store file.

    Args:
        path: the file; made where missing.
        owner_checkpoints: the thread that makes this object is the window's; it alone checkpoints.

    Raises:
        ShopError: store_corrupt, store_read_only, disk_full.
    """

    def __init__(self, path: Path, *, owner_checkpoints: bool = False) -> None:
        self.path = path
        self._owner = threading.get_ident()
        self._open_here = threading.local()
        self._listeners: list[Callable[[frozenset[str]], None]] = []
        self._commit_listeners: list[Callable[[Commit], None]] = []
        checkpoints = "" if owner_checkpoints else "PRAGMA wal_autocheckpoint=0"
        self._owner_engine = engine_of(path, StaticPool, checkpoints)
        self._worker_engine = engine_of(path, QueuePool, "PRAGMA wal_autocheckpoint=0")
        self._owners: Opened | None = None
        self._data_version = 0

    def in_transaction(self) -> bool:
        """Whether the calling thread holds a transaction open."""
        return bool(getattr(self._open_here, "depth", 0))

    def read(self) -> AbstractContextManager[Tx]:
        """A consistent view of the store."""
        return _Transaction(self, "BEGIN", BUSY_MS)

    def write(self, *, wait_ms: int = BUSY_MS) -> AbstractContextManager[Tx]:
        """A write; commits at the end and then says which tables it touched; an exception rolls back.

        Raises ShopError store_busy where the lock isn't had within `wait_ms`, or what `waiting` allows.
        """
        return _Transaction(self, "BEGIN IMMEDIATE", min(wait_ms, self._patience()))

    @contextmanager
    def waiting(self, milliseconds: int) -> Iterator[None]:
        """Inside, no write of this thread waits longer than this for the lock; nothing has happened where it fails."""
        before = self._patience()
        self._open_here.patience = milliseconds
        try:
            yield
        finally:
            self._open_here.patience = before

    def _patience(self) -> int:
        return int(getattr(self._open_here, "patience", _ENDLESS_MS))

    def begin(self, begin: str, wait_ms: int) -> Tx:
        """Open a transaction on this thread's connection; `_Transaction` ends it."""
        if self.in_transaction():
            raise RuntimeError(begin)
        opened = self._opened()
        try:
            opened.begin(begin, wait_ms)
        except BaseException:
            opened.settle(close=opened is not self._owners)
            raise
        self._open_here.depth = 1
        return Tx(opened)

    def end(self, tx: Tx) -> None:
        """Let go of a transaction's connection; it is committed or rolled back by now."""
        self._open_here.depth = 0
        tx.opened.settle(close=tx.opened is not self._owners)

    def announce(self, tx: Tx) -> None:
        """Say what a commit changed."""
        if not tx.touched:
            return
        customers = None if tx.customers is None else frozenset(tx.customers)
        commit = Commit(frozenset(tx.touched), customers)
        for hear in tuple(self._commit_listeners):
            hear(commit)
        for listener in tuple(self._listeners):
            listener(commit.tables)

    def _opened(self) -> Opened:
        """A connection of the pool, or the owner's, kept: taking it out and back costs what three statements do."""
        if threading.get_ident() != self._owner:
            return Opened(self._worker_engine.connect())
        if self._owners is None or self._owners.connection.closed:
            self._owners = Opened(self._owner_engine.connect())
        return self._owners

    def on_commit(self, listener: Callable[[frozenset[str]], None]) -> None:
        """Call `listener` with the touched tables' names after each commit, on the thread that committed."""
        self._listeners.append(listener)

    def on_commit_details(self, listener: Callable[[Commit], None]) -> None:
        """Like `on_commit`, with the customers that changed; told before the others."""
        self._commit_listeners.append(listener)

    def other_process_wrote(self) -> bool:
        """Whether another connection wrote since this was last asked (PRAGMA data_version; owner thread only)."""
        with plain_errors(self.path):
            version = int(self._opened().driver.execute("PRAGMA data_version").fetchone()[0])
        moved = self._data_version not in {0, version}
        self._data_version = version
        return moved

    def integrity(self) -> str:
        """'ok', or what SQLite says is wrong with the file."""
        try:
            with self._worker_engine.connect() as connection:
                return str(connection.exec_driver_sql("PRAGMA integrity_check").scalar_one())
        except DatabaseError as error:
            return str(error.orig)

    def close(self) -> None:
        """Let go of the file."""
        if self._owners is not None:
            self._owners.connection.close()
        self._worker_engine.dispose()
        self._owner_engine.dispose()


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn the driver's known failures into ShopErrors; whatever else it raises is a bug and stays as it is."""
    try:
        yield
    except DRIVERS as error:
        raise_plainly(error, path)


def raise_plainly(error: BaseException, path: Path) -> NoReturn:
    """Raise the ShopError for one of `DRIVERS`, or that very error where it is a bug."""
    known = known_failure(error.orig if isinstance(error, DBAPIError) else error, path)
    if known is None:
        raise error
    raise known from error


def known_failure(error: BaseException | None, path: Path) -> ShopError | None:
    """The ShopError for a driver's or the system's error, None where it is a bug.

    SQLITE_IOERR_WRITE counts as a full disk: that is what a file-size limit gives (measured).
    """
    folder = str(path.parent)
    if isinstance(error, sqlite3.Error):
        return _known_sqlite(getattr(error, "sqlite_errorname", "") or "", str(error), folder, str(path))
    if isinstance(error, OSError):
        if error.errno in {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}:
            return ShopError("disk_full", folder=folder)
        if error.errno in {errno.EACCES, errno.EROFS, errno.EPERM}:
            return ShopError("store_read_only", folder=folder)
    return None


def _known_sqlite(name: str, text: str, folder: str, file: str) -> ShopError | None:
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_TRUNCATE", "SQLITE_IOERR_SHMSIZE")):
        return ShopError("disk_full", folder=folder)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return ShopError("store_busy")
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return ShopError("store_read_only", folder=folder)
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")) or "not a database" in text:
        return ShopError("store_corrupt", file=file)
    return None
