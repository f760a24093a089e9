"""Keys of providers: in the system's keyring, else where the owner says; never in the store, the settings or a log.

The keyring may show a prompt and wait for it: call from a worker thread. Where it fails there are two other places,
both the owner's choice: only until the program ends, or a file that nobody but this account can read.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SERVICE: Final = "Retention Desktop"
ENVIRONMENT: Final = "RETENTION_DESKTOP_KEY"
FILE: Final = "keys.json"


class Place(StrEnum):
    """Where a key is kept."""

    NOWHERE = "nowhere"
    ENVIRONMENT = "environment"
    SESSION = "session"
    KEYRING = "keyring"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyState:
    """What can be said of a key without showing it.

    Attributes:
        place: where it is.
        problem: why the keyring could not be asked, "" where it could or did not need to be.
    """

    place: Place
    problem: str = ""


class Credentials:
    """The keys of one data folder.

    Args:
        data: the data folder; keys of another folder are other keys.
        environ: the process's environment; `RETENTION_DESKTOP_KEY` comes before every other place.
        platform: as in `sys.platform`; decides whether file modes mean anything.
    """

    def __init__(self, data: Path, environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> None:
        self._data = data
        self._environ = os.environ if environ is None else environ
        self._has_modes = platform != "win32"
        self._session: dict[str, str] = {}

    def read(self, name: str) -> str:
        """The key of a provider, "" where there is none or the keyring can't be asked."""
        return self._find(name)[0]

    def state(self, name: str) -> KeyState:
        """Where the key of a provider is."""
        return self._find(name)[1]

    def keep(self, name: str, key: str, place: Place = Place.KEYRING) -> KeyState:
        """Keep a key in one place and take it out of the others.

        Raises:
            ShopError: keyring_unavailable where the keyring is asked for and does not keep it; setting_invalid for an
                empty key or a place a key can't be put in.
        """
        key = key.strip()
        if not key or place in {Place.NOWHERE, Place.ENVIRONMENT}:
            raise ShopError("setting_invalid", name="key", value=place.value)
        if place is Place.KEYRING:
            self._put_into_keyring(name, key)
        self.forget(name, leaving=place)
        if place is Place.SESSION:
            self._session[name] = key
        elif place is Place.FILE:
            self._write_file(self._read_file() | {name: key})
        return KeyState(place=place)

    def forget(self, name: str, leaving: Place = Place.NOWHERE) -> None:
        """Take a key out of every place but `leaving`; a keyring that can't be asked keeps what it has."""
        if leaving is not Place.SESSION:
            self._session.pop(name, None)
        if leaving is not Place.KEYRING:
            self._drop_from_keyring(name)
        kept = self._read_file()
        if leaving is not Place.FILE and name in kept:
            self._write_file({other: key for other, key in kept.items() if other != name})

    def _find(self, name: str) -> tuple[str, KeyState]:
        for key, place in (
            (self._environ.get(ENVIRONMENT), Place.ENVIRONMENT),
            (self._session.get(name), Place.SESSION),
        ):
            if key:
                return key, KeyState(place=place)
        key, problem = self._ask_keyring(name)
        if key:
            return key, KeyState(place=Place.KEYRING)
        key = self._read_file().get(name, "")
        return key, KeyState(place=Place.FILE if key else Place.NOWHERE, problem=problem)

    # keyring takes 30 ms to load and is needed by who really sends: it is imported where it is asked.

    def _user(self, name: str) -> str:
        return f"{name} {self._data.resolve()}"

    def _ask_keyring(self, name: str) -> tuple[str, str]:
        """(key, problem)."""
        import keyring  # noqa: PLC0415
        from keyring.errors import KeyringError  # noqa: PLC0415

        try:
            return keyring.get_password(SERVICE, self._user(name)) or "", ""
        except KeyringError as error:
            return "", type(error).__name__

    def _put_into_keyring(self, name: str, key: str) -> None:
        import keyring  # noqa: PLC0415
        from keyring.errors import KeyringError  # noqa: PLC0415

        if type(keyring.get_keyring()).__module__.startswith("keyrings.alt"):
            raise ShopError("keyring_unavailable", reason="plain_text")
        try:
            keyring.set_password(SERVICE, self._user(name), key)
            kept = keyring.get_password(SERVICE, self._user(name))
        except KeyringError as error:
            raise ShopError("keyring_unavailable", reason=type(error).__name__) from None
        if kept != key:
            raise ShopError("keyring_unavailable", reason="not_kept")

    def _drop_from_keyring(self, name: str) -> None:
        import keyring  # noqa: PLC0415
        from keyring.errors import KeyringError  # noqa: PLC0415

        try:
            if keyring.get_password(SERVICE, self._user(name)) is not None:
                keyring.delete_password(SERVICE, self._user(name))
        except KeyringError:
            return

    @property
    def file(self) -> Path:
        """The file for keys kept by the owner's choice."""
        return self._data / FILE

    def _read_file(self) -> dict[str, str]:
        try:
            kept = json.loads(self.file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        if self._has_modes and self.file.stat().st_mode & 0o077:
            self.file.chmod(0o600)
        return {str(name): str(key) for name, key in kept.items()} if isinstance(kept, dict) else {}

    def _write_file(self, keys: dict[str, str]) -> None:
        """Replace the file in one step; it is made unreadable to others before anything is written into it."""
        if not keys:
            self.file.unlink(missing_ok=True)
            return
        self._data.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._has_modes:
            self._data.chmod(0o700)
        fresh = self.file.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:  # noqa: PTH123
            json.dump(keys, out)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(self.file)
