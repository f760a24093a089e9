"""The people who work here, as they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, exists, select, update

from retention_desktop.domain.staff import Role, StaffMember
from retention_desktop.storage import journal_store, row_store
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import customer, staff

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from retention_desktop.domain.operation import Operation
    from retention_desktop.storage.database import Tx

_WITH_CARD: Final = select(staff, customer.c.uid.label("card"), customer.c.display_name.label("card_name")).outerjoin(
    customer, customer.c.id == staff.c.customer
)
_ALL: Final = Prepared(_WITH_CARD.where(staff.c.left_at.is_(None)).order_by(staff.c.role.desc(), staff.c.id))
_BY_UID: Final = Prepared(_WITH_CARD.where(staff.c.uid == bindparam("wanted")))
_COUNT_TRY: Final = Prepared(
    update(staff)
    .where(staff.c.id == bindparam("wanted"))
    .values(failures=bindparam("new_failures"), locked_until=bindparam("new_locked"))
)
_WORKS_HERE: Final = Prepared(
    select(staff.c.id).where(staff.c.customer == bindparam("wanted"), staff.c.left_at.is_(None)).limit(1)
)
_KEY_OF_CUSTOMER: Final = Prepared(
    select(customer.c.id).where(customer.c.uid == bindparam("wanted"), customer.c.deleted_at.is_(None))
)
_ANYBODY: Final = Prepared(select(exists().where(staff.c.left_at.is_(None)).label("some")))


def members(tx: Tx) -> tuple[StaffMember, ...]:
    """Everyone who works here now, owners first."""
    return tuple(_member(row) for row in tx.run(_ALL))


def find_member(tx: Tx, uid: str) -> StaffMember | None:
    """The person with this uid, also one who has left."""
    row = tx.run(_BY_UID, {"wanted": uid}).one_or_none()
    return None if row is None else _member(row)


def anybody(tx: Tx) -> bool:
    """Whether anyone is on the list."""
    return bool(tx.run(_ANYBODY).scalar_one())


def pin_of(tx: Tx, uid: str) -> str:
    """The hash of a person's PIN, "" where there is none."""
    return str(tx.run(_BY_UID, {"wanted": uid}).one().pin)


def count_try(tx: Tx, key: int, failures: int, locked_until: datetime | None) -> None:
    """Keep how many wrong PINs there were in a row, and until when none is tried."""
    tx.run(_COUNT_TRY, {"wanted": key, "new_failures": failures, "new_locked": locked_until})


def works_here(tx: Tx, customer_key: int) -> bool:
    """Whether this customer's card belongs to someone who works here."""
    return tx.run(_WORKS_HERE, {"wanted": customer_key}).first() is not None


def customer_key(tx: Tx, uid: str) -> int | None:
    """The key of the customer with this uid."""
    found: int | None = tx.run(_KEY_OF_CUSTOMER, {"wanted": uid}).scalar_one_or_none()
    return found


def add_member(tx: Tx, operation: Operation, values: Mapping[str, Any]) -> None:
    """Insert a person and note it in the journal, which never sees the hash of a PIN."""
    row_store.insert_row(tx, "staff", values)
    journal_store.add_change(tx, operation.key, "staff", str(values["uid"]), {}, _noted(values))


def edit_member(tx: Tx, operation: Operation, uid: str, values: Mapping[str, Any]) -> None:
    """Change a person and note what differs."""
    current = row_store.read_row(tx, "staff", uid) or {}
    wanted = row_store.to_json(values)
    after = {name: value for name, value in wanted.items() if current[name] != value}
    if after:
        row_store.update_row(tx, "staff", uid, after)
        before = {name: current[name] for name in after}
        journal_store.add_change(tx, operation.key, "staff", uid, _noted(before), _noted(after))


def _noted(values: Mapping[str, Any]) -> dict[str, Any]:
    plain = row_store.to_json(values)
    return plain | ({"pin": "set" if plain["pin"] else ""} if "pin" in plain else {})


def _member(row: Any) -> StaffMember:  # noqa: ANN401  a row has the columns of its statement
    return StaffMember(
        key=row.id, uid=row.uid, name=row.name, role=Role(row.role), has_pin=bool(row.pin),
        adjust_limit=row.adjust_limit, customer=row.customer, card=row.card or "", card_name=row.card_name or "",
        failures=row.failures, locked_until=row.locked_until, left=row.left_at is not None,
    )  # fmt: skip
