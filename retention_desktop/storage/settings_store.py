"""Settings as rows: a name and a JSON value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, insert, select

from retention_desktop.storage.tables import setting

if TYPE_CHECKING:
    from retention_desktop.storage.database import Tx

_ALL: Final = select(setting.c.name, setting.c.value)
_DROP: Final = delete(setting).where(setting.c.name == bindparam("wanted"))


def read_all(tx: Tx) -> dict[str, Any]:
    """Every setting that was ever written."""
    return {row.name: row.value for row in tx.run(_ALL)}


def write(tx: Tx, name: str, value: object) -> None:
    """Keep a value under a name, in place of what was there."""
    tx.run(_DROP, {"wanted": name})
    tx.run(insert(setting), {"name": name, "value": value})
