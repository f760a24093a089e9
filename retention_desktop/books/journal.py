"""The journal: every write of a use case is one operation, with what it changed row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from retention_desktop.storage import journal_store, row_store

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from retention_desktop.domain.operation import Operation
    from retention_desktop.storage.database import Tx


def begin(tx: Tx, kind: str, uid: str, at: datetime, *, staff: str = "", undoes: int | None = None) -> Operation:
    """Open an operation of this kind; its changes are noted by `add` and `edit`."""
    return journal_store.add_operation(tx, uid, kind, at, staff, undoes)


def add(tx: Tx, operation: Operation, table: str, values: Mapping[str, Any]) -> int:
    """Insert a row with a `uid` and note it; returns its key."""
    key = row_store.insert_row(tx, table, values)
    journal_store.add_change(tx, operation.key, table, str(values["uid"]), {}, row_store.to_json(values))
    return key


def edit(tx: Tx, operation: Operation, table: str, uid: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Change a row and note only the fields that differ; returns those fields' new values ({} = nothing to do)."""
    current = row_store.read_row(tx, table, uid)
    if current is None:
        raise LookupError(table, uid)
    wanted = row_store.to_json(values)
    after = {name: value for name, value in wanted.items() if current[name] != value}
    if after:
        row_store.update_row(tx, table, uid, after)
        before = {name: current[name] for name in after}
        journal_store.add_change(tx, operation.key, table, uid, before, after)
    return after
