"""Back up and restore. A restored store sends nothing until the owner has looked at its outbox."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from retention_desktop.books import outbox
from retention_desktop.errors import ShopError
from retention_desktop.storage import migrate, photo_store, safe_copy, schema
from retention_desktop.storage.database import Database, plain_errors

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

KEPT_BACKUPS: Final = 14
"""Automatic backups kept beside the store, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    """A backup that was read back and found whole."""

    file: Path
    size: int
    at: datetime


class Backup:
    """Copies of the store, each proven before it counts."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self._path = path
        self._clock = clock

    @property
    def folder(self) -> Path:
        """Where automatic backups lie."""
        return self._path.parent / "backups"

    def to_file(self, target: Path) -> BackedUp:
        """Back up to a file, replacing one of that name only once the copy is proven; photos go in a folder beside it.

        Raises ShopError disk_full, store_read_only, store_corrupt; file_not_written where no backup can lie there:
        a folder, a device, the store itself.
        """
        try:
            with plain_errors(target):
                _refuse_what_is_no_backup(target, self._path)
                target.parent.mkdir(parents=True, exist_ok=True)
                made = BackedUp(file=target, size=safe_copy.copy_store(self._path, target), at=self._clock())
                photo_store.copy_photos(self._path.with_name(photo_store.FOLDER), photo_store.photos_of(target))
                return made
        except OSError as error:
            raise ShopError("file_not_written", file=str(target)) from error

    def now(self) -> BackedUp:
        """Back up beside the store, named by the UTC instant; the oldest beyond `KEPT_BACKUPS` go afterwards."""
        name = self._clock().strftime("%Y-%m-%d-%H%M%S-%f")
        made = self.to_file(self.folder / f"shop-{name}.db")
        for old in self.files()[KEPT_BACKUPS:]:
            old.unlink(missing_ok=True)
            shutil.rmtree(photo_store.photos_of(old), ignore_errors=True)
        return made

    def files(self) -> list[Path]:
        """The automatic backups, newest first."""
        return sorted(self.folder.glob("shop-*.db"), reverse=True)


def restore(source: Path, path: Path, clock: Callable[[], datetime]) -> BackedUp:
    """Put a backup in the store's place; the store must not be open anywhere.

    The store that was there is kept beside it as `shop-before-restore-....db`. Messages still queued in the backup
    are held: they may have been sent since it was made.

    Raises:
        ShopError: restore_needs_store_alone, file_not_found, file_unreadable, not_a_backup, store_newer, disk_full,
            store_read_only.
    """
    if not _is_file(source):
        raise ShopError("file_not_found", file=str(source))
    with migrate.one_at_a_time(path):
        safe_copy.refuse_if_open(path)
        _prove(source)
        fresh = path.with_name(path.name + ".restoring")
        safe_copy.copy_store(source, fresh)
        migrate.bring_up_to_date(fresh)
        _hold_outbox(fresh, clock())
        if path.exists():
            stamp = clock().strftime("%Y-%m-%d-%H%M%S-%f")
            _keep(path, path.with_name(f"shop-before-restore-{stamp}.db"))
        with plain_errors(path):
            _replace(fresh, path)
        photo_store.copy_photos(photo_store.photos_of(source), path.with_name(photo_store.FOLDER))
    return BackedUp(file=path, size=path.stat().st_size, at=clock())


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long for the system
        return False


def _refuse_what_is_no_backup(target: Path, store: Path) -> None:
    """Only a file may be replaced by a backup, and never the living store. Raises OSError."""
    if not target.name:
        raise IsADirectoryError(target)
    if target.exists() and (not target.is_file() or (store.exists() and target.samefile(store))):
        raise FileExistsError(target)
    if target.name.startswith(store.name) and target.absolute().parent == store.absolute().parent:
        raise FileExistsError(target)  # its log and its locks


def _prove(source: Path) -> None:
    try:
        source.open("rb").close()
    except OSError as error:
        raise ShopError("file_unreadable", file=str(source)) from error
    try:
        safe_copy.verify_store(source)
        found = migrate.revision_of(source)
    except ShopError as error:
        if error.code == "store_corrupt":
            raise ShopError("not_a_backup", file=str(source)) from error
        raise
    if found not in migrate.KNOWN:
        raise ShopError("store_newer", found=found, known=schema.HEAD)


def _hold_outbox(path: Path, at: datetime) -> None:
    db = Database(path)
    try:
        with db.write() as tx:
            outbox.hold_all(tx, at)
    finally:
        db.close()
    _drop_log(path)


def _keep(path: Path, kept: Path) -> None:
    """Keep the store that is replaced; a damaged one can't be copied by SQLite and is put aside byte for byte."""
    try:
        safe_copy.copy_store(path, kept)
    except ShopError as error:
        if error.code != "store_corrupt":
            raise
        with plain_errors(path):
            for ending in ("", "-wal", "-shm"):
                part = path.with_name(path.name + ending)
                if part.exists():
                    part.replace(kept.with_name(kept.name + ending))


def _replace(fresh: Path, path: Path) -> None:
    """The write-ahead log belongs to the old file: it goes first, its commits are in the copy kept beside."""
    _drop_log(path)
    fresh.replace(path)


def _drop_log(path: Path) -> None:
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
