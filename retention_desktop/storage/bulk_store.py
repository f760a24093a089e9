"""The rows that a bulk insert brought, by the operation they carry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, or_, select, update

from retention_desktop.storage.tables import (
    change,
    consent_event,
    contact_point,
    customer,
    imported_file,
    operation,
    tag_link,
    visit,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Select, Table, Update

    from retention_desktop.storage.database import Tx

_undoing = operation.alias("undoing")
_later: Final = (
    select(operation.c.id)
    .outerjoin(_undoing, _undoing.c.undoes == operation.c.id)
    .where(operation.c.id > bindparam("wanted"), operation.c.undoes.is_(None), _undoing.c.id.is_(None))
)
"""Operations after this one that still stand: neither an undo nor undone."""
_CUSTOMERS: Final = select(customer.c.id, customer.c.uid).where(
    customer.c.operation == bindparam("wanted"), customer.c.deleted_at.is_(None)
)
_EDITED: Final = (
    select(customer.c.id)
    .where(
        customer.c.operation == bindparam("wanted"),
        or_(
            customer.c.uid.in_(select(change.c.row_uid).where(change.c.operation.in_(_later))),
            customer.c.id.in_(
                select(contact_point.c.customer)
                .join(change, change.c.row_uid == contact_point.c.uid)
                .where(change.c.operation.in_(_later))
            ),
            customer.c.id.in_(select(contact_point.c.customer).where(contact_point.c.operation.in_(_later))),
            customer.c.id.in_(select(tag_link.c.customer).where(tag_link.c.operation.in_(_later))),
            customer.c.id.in_(
                select(tag_link.c.customer)
                .join(change, change.c.row_uid == tag_link.c.uid)
                .where(change.c.operation.in_(_later))
            ),
            customer.c.id.in_(
                select(contact_point.c.customer)
                .join(consent_event, consent_event.c.contact_point == contact_point.c.id)
                .where(consent_event.c.operation.in_(_later))
            ),
        ),
    )
    .distinct()
)
_VISITED: Final = (
    select(visit.c.customer)
    .join(customer, customer.c.id == visit.c.customer)
    .where(
        customer.c.operation == bindparam("wanted"),
        visit.c.voided_at.is_(None),
        or_(visit.c.operation.is_(None), visit.c.operation != bindparam("wanted")),
    )
    .distinct()
)


def customers_of_operation(tx: Tx, import_key: int) -> list[tuple[int, str]]:
    """(key, uid) of the customers an operation brought in bulk and that are still there."""
    return [(row.id, row.uid) for row in tx.run(_CUSTOMERS, {"wanted": import_key})]


def edited_since(tx: Tx, import_key: int) -> set[int]:
    """Keys of those customers whom a later operation edited."""
    return set(tx.run(_EDITED, {"wanted": import_key}).scalars())


def visited_besides(tx: Tx, import_key: int) -> set[int]:
    """Keys of those customers who have visits from elsewhere."""
    return set(tx.run(_VISITED, {"wanted": import_key}).scalars())


def remove_rows(tx: Tx, import_key: int, kept_customers: Iterable[int], at: datetime) -> None:
    """Delete an operation's customers, contact points and tag links, and void its visits, but for these people's."""
    kept = set(kept_customers)
    _mark(tx, customer, "deleted_at", customer.c.id, import_key, kept, at)
    _mark(tx, contact_point, "deleted_at", contact_point.c.customer, import_key, kept, at)
    _mark(tx, tag_link, "removed_at", tag_link.c.customer, import_key, kept, at)
    _mark(tx, visit, "voided_at", visit.c.customer, import_key, set(), at)
    tx.many_customers_changed()


def _mark(tx: Tx, table: Table, column: str, owner: Any, import_key: int, kept: set[int], at: datetime) -> None:  # noqa: ANN401
    wanted: Select[Any] = select(table.c.id).where(table.c.operation == import_key, table.c[column].is_(None))
    rows = [row.id for row in tx.run(wanted.add_columns(owner.label("owner"))) if row.owner not in kept]
    statement: Update = update(table).where(table.c.id == bindparam("row")).values({column: at})
    if rows:
        tx.run(statement, [{"row": row} for row in rows])


def forget_file(tx: Tx, import_key: int) -> None:
    """An undone import may be imported again without a question."""
    tx.run(imported_file.delete().where(imported_file.c.operation == import_key))
