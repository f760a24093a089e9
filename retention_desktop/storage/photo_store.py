"""Photos beside the store: each a file of its own that never changes, named by whoever keeps it."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Final

from retention_desktop.errors import ShopError
from retention_desktop.storage.database import plain_errors

if TYPE_CHECKING:
    from pathlib import Path

FOLDER: Final = "photos"
MOST_BYTES: Final = 4 * 2**20
"""The window makes photos much smaller; a file this large is no photo of a card."""
_JPEG: Final = b"\xff\xd8\xff"


class Photos:
    """The photos in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, uid: str, data: bytes) -> str:
        """Keep a JPEG; returns its name. Raises ShopError photo_invalid, disk_full, store_read_only."""
        if not data.startswith(_JPEG) or len(data) > MOST_BYTES:
            raise ShopError("photo_invalid")
        path = self._folder / f"{uid}.jpg"
        with plain_errors(path):
            self._folder.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_suffix(".tmp")
            unfinished.write_bytes(data)
            unfinished.replace(path)
        return path.name

    def read(self, name: str) -> bytes:
        """The photo of this name, b"" where it is gone."""
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            return b""

    def drop(self, name: str) -> None:
        """Forget one that nothing came of."""
        (self._folder / name).unlink(missing_ok=True)


def photos_of(store: Path) -> Path:
    """Where the photos of a backup lie: in a folder of its name beside it."""
    return store.with_name(f"{store.stem}-{FOLDER}")


def copy_photos(source: Path, target: Path) -> None:
    """Bring the photos of one folder into another; what is there already stays, for a photo never changes."""
    if not source.is_dir():
        return
    with plain_errors(target):
        target.mkdir(parents=True, exist_ok=True)
        for photo in source.glob("*.jpg"):
            place = target / photo.name
            if not place.exists():
                _copy(photo, place)


def _copy(photo: Path, place: Path) -> None:
    """A second name for the same file where the disk knows that, else a copy."""
    try:
        os.link(photo, place)
    except OSError:
        shutil.copyfile(photo, place)
