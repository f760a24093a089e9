"""Operations and changes as they are kept; both tables only grow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, exists, insert, or_, select

from retention_desktop.domain.operation import Change, Operation
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import change, operation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from retention_desktop.storage.database import Tx

_COLUMNS: Final = (
    operation.c.id, operation.c.uid, operation.c.kind, operation.c.at, operation.c.staff, operation.c.undoes,
)  # fmt: skip
_BY_UID: Final = Prepared(select(*_COLUMNS).where(operation.c.uid == bindparam("wanted")))
_WITHOUT_CHANGES: Final = ("import", "campaign_queue", "consent", "opt_out", "adjust", "opening", "award", "birthdays")
"""Kinds whose rows carry the operation instead of a change each; any other without a change has done nothing."""
_undoing = operation.alias("undoing")
_LAST: Final = (
    select(*_COLUMNS)
    .outerjoin(_undoing, _undoing.c.undoes == operation.c.id)
    .where(
        operation.c.undoes.is_(None),
        _undoing.c.id.is_(None),
        operation.c.kind.in_(bindparam("kinds", expanding=True)),
        or_(operation.c.kind.in_(_WITHOUT_CHANGES), exists().where(change.c.operation == operation.c.id)),
    )
    .order_by(operation.c.id.desc())
    .limit(1)
)
_BETWEEN: Final = (
    select(*_COLUMNS)
    .where(
        operation.c.undoes.is_(None),
        operation.c.kind.in_(bindparam("kinds", expanding=True)),
        operation.c.at >= bindparam("begins"),
        operation.c.at < bindparam("ends"),
        or_(operation.c.kind.in_(_WITHOUT_CHANGES), exists().where(change.c.operation == operation.c.id)),
    )
    .order_by(operation.c.id.desc())
    .limit(bindparam("most"))
)
_ADD: Final = Prepared(insert(operation))
_ADD_CHANGE: Final = Prepared(insert(change))
_UNDONE: Final = Prepared(select(operation.c.id).where(operation.c.undoes == bindparam("wanted")))
_CHANGES: Final = Prepared(
    select(change.c.table_name, change.c.row_uid, change.c.before, change.c.after)
    .where(change.c.operation == bindparam("wanted"))
    .order_by(change.c.id.desc())
)
_OF_ROWS: Final = (
    select(*_COLUMNS, change.c.table_name, change.c.row_uid, change.c.before, change.c.after)
    .join(change, change.c.operation == operation.c.id)
    .where(change.c.row_uid.in_(bindparam("rows", expanding=True)))
    .order_by(change.c.id.desc())
)


def add_operation(tx: Tx, uid: str, kind: str, at: datetime, staff: str, undoes: int | None) -> Operation:
    """Append an operation; a second undo of the same one violates the store's unique rule."""
    values = {"uid": uid, "kind": kind, "at": at, "staff": staff, "undoes": undoes}
    key = tx.run(_ADD, values).key
    return Operation(key=key, uid=uid, kind=kind, at=at, staff=staff, undoes=undoes)


def add_change(
    tx: Tx, operation_key: int, table: str, row_uid: str, before: dict[str, Any], after: dict[str, Any]
) -> None:
    """Append what an operation did to one row."""
    values = {"operation": operation_key, "table_name": table, "row_uid": row_uid, "before": before, "after": after}
    tx.run(_ADD_CHANGE, values)


def find_operation(tx: Tx, uid: str) -> Operation | None:
    """The operation with this uid."""
    row = tx.run(_BY_UID, {"wanted": uid}).one_or_none()
    return None if row is None else _operation(row)


def last_operation(tx: Tx, kinds: Sequence[str]) -> Operation | None:
    """The newest operation of these kinds that is neither an undo nor undone."""
    row = tx.run(_LAST, {"kinds": list(kinds)}).one_or_none()
    return None if row is None else _operation(row)


def operations_between(
    tx: Tx, kinds: Sequence[str], begins: datetime | None, ends: datetime | None, most: int
) -> tuple[Operation, ...]:
    """The operations of these kinds in [begins, ends), UTC, newest first, undone ones too."""
    wanted = {"kinds": list(kinds), "begins": begins, "ends": ends, "most": most}
    return tuple(_operation(row) for row in tx.run(_BETWEEN, wanted))


def is_undone(tx: Tx, key: int) -> bool:
    """Whether another operation has taken this one back."""
    return tx.run(_UNDONE, {"wanted": key}).first() is not None


def changes_of(tx: Tx, key: int) -> tuple[Change, ...]:
    """An operation's changes, newest first."""
    return tuple(
        Change(table=row.table_name, row_uid=row.row_uid, before=row.before, after=row.after)
        for row in tx.run(_CHANGES, {"wanted": key})
    )


def changes_of_rows(tx: Tx, rows: Sequence[str]) -> tuple[tuple[Operation, Change], ...]:
    """Every change of these rows with its operation, newest first."""
    return tuple(
        (_operation(row), Change(table=row.table_name, row_uid=row.row_uid, before=row.before, after=row.after))
        for row in tx.run(_OF_ROWS, {"rows": list(rows)})
    )


def _operation(row: Any) -> Operation:  # noqa: ANN401  a SQLAlchemy row has no static type
    return Operation(key=row.id, uid=row.uid, kind=row.kind, at=row.at, staff=row.staff, undoes=row.undoes)
