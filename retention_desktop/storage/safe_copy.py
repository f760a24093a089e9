"""A verified copy of a store: written beside its name, checked, made durable, then moved into place."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from retention_desktop.errors import ShopError
from retention_desktop.storage.database import known_failure, plain_errors

if TYPE_CHECKING:
    from pathlib import Path


def copy_store(source: Path, target: Path) -> int:
    """Copy the store at `source` to `target`, replacing a file there only once the copy is proven; bytes written.

    VACUUM INTO, never a file copy: a live WAL store copied by file may lack its newest commits.

    Raises:
        ShopError: store_corrupt, disk_full, store_read_only; a half-written copy is removed first.
    """
    unfinished = target.with_name(target.name + ".tmp")
    try:
        with plain_errors(target):
            unfinished.unlink(missing_ok=True)
            with closing(sqlite3.connect(source, timeout=5)) as connection:
                connection.execute("PRAGMA wal_autocheckpoint=0")
                # as bytes: a folder's name need not be text
                connection.execute("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(unfinished),))
            verify_store(unfinished)
            _make_durable(unfinished)
            unfinished.replace(target)
            _make_durable(target.parent)
            return target.stat().st_size
    finally:
        unfinished.unlink(missing_ok=True)


def verify_store(path: Path) -> None:
    """Raise ShopError store_corrupt unless SQLite finds the whole file in order."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise ShopError("store_corrupt", file=str(path)) from error
    if answer != "ok":
        raise ShopError("store_corrupt", file=str(path))


def refuse_if_open(path: Path) -> None:
    """Raise ShopError restore_needs_store_alone where any process has the store at `path` open.

    An open WAL store is read-locked by each of its connections, so only who is alone gets it exclusively. A store that
    is no database any more is nobody's.
    """
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
    except sqlite3.DatabaseError as error:
        known = known_failure(error, path)
        if known is not None and known.code == "store_busy":
            raise ShopError("restore_needs_store_alone") from error
        if known is not None and known.code != "store_corrupt":
            raise known from error


def _make_durable(path: Path) -> None:
    """Fsync a file, or on POSIX a folder (Windows can't open one and needs no such call)."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
