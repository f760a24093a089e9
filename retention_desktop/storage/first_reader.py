"""Reading a store before it is opened as a whole: nothing is written, made, migrated or locked."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Self

from retention_desktop.storage.revision import HEAD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from retention_desktop.storage.plain import Plain, Values

_WAIT_MS: Final = 50


class FirstReader:
    """A connection that only reads; made by `at`, used by one thread at a time."""

    def __init__(self, driver: sqlite3.Connection) -> None:
        self._driver = driver

    @classmethod
    def at(cls, path: Path) -> Self | None:
        """A reader of the store at `path`; None where there is none of the newest revision that can be read so.

        Why it can't is for whoever opens the store as a whole to say.
        """
        try:
            driver = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False,
            )  # fmt: skip
        except sqlite3.Error:
            return None
        try:
            driver.execute(f"PRAGMA busy_timeout={_WAIT_MS}")
            found = driver.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.Error:
            found = None
        if found != (HEAD,):
            driver.close()
            return None
        return cls(driver)

    @contextmanager
    def view(self) -> Iterator[Self]:
        """A consistent view of the store. Raises sqlite3.Error."""
        self._driver.execute("BEGIN")
        try:
            yield self
        finally:
            self._driver.execute("COMMIT")

    def run(self, statement: Plain, values: Values | None = None) -> list[tuple[Any, ...]]:
        """Every row of one statement. Raises sqlite3.Error."""
        return statement.run(self._driver, values or {})

    def close(self) -> None:
        """Let go of the file."""
        self._driver.close()
