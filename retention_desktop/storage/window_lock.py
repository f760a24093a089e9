"""One window a store: a lock file beside it, freed by the system even when its holder is killed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from retention_desktop.errors import ShopError
from retention_desktop.storage.database import plain_errors

if TYPE_CHECKING:
    from pathlib import Path


class WindowLock:
    """Held by the window for as long as it is open, and by whatever needs the store to itself."""

    def __init__(self, store: Path) -> None:
        self._folder = store.parent
        self._lock = FileLock(store.with_name("window.lock"), timeout=0)

    def take(self) -> None:
        """Take the lock now or not at all. Raises ShopError store_open_elsewhere, store_read_only."""
        try:
            with plain_errors(self._folder / "window.lock"):
                self._lock.acquire()
        except Timeout as error:
            raise ShopError("store_open_elsewhere", folder=str(self._folder)) from error

    def release(self) -> None:
        """Let the next one in."""
        self._lock.release()
