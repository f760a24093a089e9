"""Single rows by uid, as plain JSON values: what the journal needs to note a change and to put it back."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Date, bindparam, delete, insert, select, update

from retention_desktop.storage.instant import Instant, instant_text
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Mapping

    from retention_desktop.storage.database import Tx

_KEYED_BY: Final = {"setting": "name"}
"""Tables whose rows are known by another column than `uid`."""


@cache
def _select(table: str) -> Prepared:
    live = metadata.tables[table]
    return Prepared(select(live).where(live.c[_KEYED_BY.get(table, "uid")] == bindparam("row_uid")))


@cache
def _insert(table: str) -> Prepared:
    return Prepared(insert(metadata.tables[table]))


@cache
def _update(table: str, names: tuple[str, ...]) -> Prepared:
    live = metadata.tables[table]
    change = update(live).where(live.c[_KEYED_BY.get(table, "uid")] == bindparam("row_uid"))
    return Prepared(change.values({name: bindparam(f"new_{name}") for name in names}))


def read_row(tx: Tx, table: str, uid: str) -> dict[str, Any] | None:
    """The row's columns as JSON values (dates and instants as text), None where there is no such row."""
    row = tx.run(_select(table), {"row_uid": uid}).one_or_none()
    names = metadata.tables[table].c.keys()
    return None if row is None else {name: _to_json(value) for name, value in zip(names, row, strict=True)}


def insert_row(tx: Tx, table: str, values: Mapping[str, Any]) -> int:
    """Insert a row and return its key (0 for a table without one)."""
    return tx.run(_insert(table), values).key


def update_row(tx: Tx, table: str, uid: str, values: Mapping[str, Any]) -> None:
    """Set columns of the row with this uid; JSON values are turned back into the columns' own types."""
    columns = metadata.tables[table].c
    typed = {f"new_{name}": _from_json(columns[name].type, value) for name, value in values.items()}
    tx.run(_update(table, tuple(values)), {"row_uid": uid, **typed})


def delete_row(tx: Tx, table: str, uid: str) -> None:
    """Take a row away that nothing refers to."""
    live = metadata.tables[table]
    tx.run(delete(live).where(live.c.uid == bindparam("row_uid")), {"row_uid": uid})


def to_json(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same columns as JSON values."""
    return {name: _to_json(value) for name, value in values.items()}


def _to_json(value: object) -> object:
    if isinstance(value, datetime):
        return instant_text(value)
    return value.isoformat() if isinstance(value, date) else value


def _from_json(kind: object, value: object) -> object:
    if not isinstance(value, str):
        return value
    if isinstance(kind, Instant):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value
