"""Opening a store of whatever age: make it, take it as it is, bring it up to date, or refuse it untouched."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from filelock import FileLock, Timeout

from retention_desktop.errors import ShopError
from retention_desktop.storage.database import plain_errors
from retention_desktop.storage.safe_copy import copy_store
from retention_desktop.storage.schema import HEAD, create_store, one_transaction, statement_by_statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection

KNOWN: Final = ("0001", "0002")
_PATIENCE: Final = 30.0
"""Seconds to wait for another process that makes, migrates or restores this very store."""


def ready_store(path: Path) -> None:
    """Leave a store of revision `HEAD` at `path`, keeping all that is in it.

    An older store is first copied beside itself, named with the old revision, and then migrated in one transaction.

    Raises:
        ShopError: store_newer (bytes untouched), store_corrupt, store_read_only, disk_full, store_busy.
    """
    ready_folder(path)
    with one_at_a_time(path):
        bring_up_to_date(path)


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Nobody else makes, migrates, restores or begins to open the store at `path` meanwhile.

    Two processes that make one new store would write into each other's half-made file.
    """
    lock = FileLock(path.with_name(f"{path.name}.opening"), timeout=_PATIENCE)
    try:
        with plain_errors(path):
            lock.acquire()
    except Timeout as error:
        raise ShopError("store_busy") from error
    try:
        yield
    finally:
        lock.release()


def bring_up_to_date(path: Path) -> None:
    """What `ready_store` does, for whoever has the store at `path` to itself already."""
    with plain_errors(path):
        if not path.exists() or path.stat().st_size == 0:
            _create(path)
            return
    found = revision_of(path)
    if found == HEAD:
        return
    if found not in KNOWN:
        raise ShopError("store_newer", found=found, known=HEAD)
    copy_store(path, path.with_name(f"{path.stem}-before-{HEAD}-from-{found}.db"))
    _migrate(path)


def ready_folder(path: Path) -> None:
    """Make the store's folder, for this account only. Raises ShopError store_read_only, disk_full."""
    try:
        with plain_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:  # a file lies there, a part of the path is none, a name is too long
        raise ShopError("store_read_only", folder=str(path.parent)) from error


def _create(path: Path) -> None:
    """A new store appears whole or not at all: it is made beside its place and moved there."""
    unfinished = path.with_name(path.name + ".new")
    unfinished.unlink(missing_ok=True)
    create_store(unfinished)
    unfinished.chmod(0o600)
    unfinished.replace(path)


def revision_of(path: Path) -> str:
    """The revision stamped in a store file, read without changing a byte of it.

    Raises ShopError store_corrupt where it isn't a store.
    """
    with plain_errors(path), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.OperationalError as error:
            if "no such table" not in str(error):
                raise
            row = None
    if row is None:
        raise ShopError("store_corrupt", file=str(path))
    return str(row[0])


def _migrate(path: Path) -> None:
    with plain_errors(path), statement_by_statement(path) as connection, one_transaction(connection):
        upgrade(connection)


def upgrade(connection: Connection, to: str = "head") -> None:
    """Run the revisions up to `to` on this connection; alembic is imported here because it costs 0.2 s."""
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
