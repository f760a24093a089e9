"""Settings as rows: a name and a JSON value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import String, bindparam, delete, insert, select, type_coerce

from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import setting

if TYPE_CHECKING:
    from retention_desktop.storage.database import Tx

_TEXTS: Final = Prepared(select(setting.c.name, type_coerce(setting.c.value, String)).order_by(setting.c.name))
_DROP: Final = Prepared(delete(setting).where(setting.c.name == bindparam("wanted")))
_ADD: Final = Prepared(insert(setting))


def read_texts(tx: Tx) -> tuple[tuple[str, str], ...]:
    """Every setting that was ever written, by name, its value still as JSON text."""
    return tuple(tx.run(_TEXTS))


def write(tx: Tx, name: str, value: object) -> None:
    """Keep a value under a name, in place of what was there."""
    tx.run(_DROP, {"wanted": name})
    tx.run(_ADD, {"name": name, "value": value})
