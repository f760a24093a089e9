"""What an import does in a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from threading import Event

    from retention_desktop.transfer import Imported, Peeked, Prepared, Transfer


def read_list(
    transfer: Transfer, path: Path, encoding: str | None, mapping: dict[int, str | None] | None,
    progress: Callable[[int, int], None], stop: Event,
) -> tuple[Prepared | None, Peeked | None, ShopError | None]:  # fmt: skip
    """The list made ready; or, where nobody can tell its columns, its first rows and the error that says so."""
    try:
        return transfer.prepare(path, encoding=encoding, mapping=mapping, progress=progress, stop=stop), None, None
    except ShopError as error:
        if error.code != "columns_missing":
            raise
        return None, transfer.peek(path, encoding=encoding), error


def write_list(
    transfer: Transfer, prepared: Prepared, wording: str | None, progress: Callable[[int, int], None], stop: Event,
    *, again: bool,
) -> Imported:  # fmt: skip
    """Write what was prepared; with a `wording` everybody agreed to it."""
    return transfer.run(prepared, consent=wording, again=again, progress=progress, stop=stop)
