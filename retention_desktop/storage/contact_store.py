"""Contact points: numbers and addresses, and who they belong to."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select

from retention_desktop.domain.customer import ContactPoint
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import contact_point, customer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.engine import Row

    from retention_desktop.storage.database import Tx

_point = contact_point.c
_LIVE: Final = _point.deleted_at.is_(None)
_OF: Final = (
    select(contact_point)
    .where(_point.customer.in_(bindparam("wanted", expanding=True)), _LIVE)
    .order_by(_point.customer, _point.position, _point.id)
)
_BY_UID: Final = Prepared(select(contact_point).where(_point.uid == bindparam("wanted"), _LIVE))
_WITH_ADDRESS: Final = Prepared(select(contact_point).where(_point.address == bindparam("wanted"), _LIVE))

_GONE_POINT: Final = Prepared(select(_point.id).where(_point.id == bindparam("wanted"), _point.deleted_at.is_not(None)))
_GONE_CUSTOMER: Final = Prepared(
    select(customer.c.id).where(customer.c.id == bindparam("wanted"), customer.c.deleted_at.is_not(None))
)


def contact_points(tx: Tx, customers: Sequence[int]) -> dict[int, tuple[ContactPoint, ...]]:
    """The contact points of these customers, in their order; consent is left for `books.consent` to add."""
    found: dict[int, list[ContactPoint]] = defaultdict(list)
    for start in range(0, len(customers), 500):
        for row in tx.run(_OF, {"wanted": list(customers[start : start + 500])}):
            found[row.customer].append(_contact_point(row))
    return {key: tuple(points) for key, points in found.items()}


def find_contact_point(tx: Tx, uid: str) -> ContactPoint | None:
    """The contact point with this uid."""
    row = tx.run(_BY_UID, {"wanted": uid}).one_or_none()
    return None if row is None else _contact_point(row)


def points_with_address(tx: Tx, address: str) -> tuple[ContactPoint, ...]:
    """Every contact point with this normalised address, whoever it belongs to."""
    return tuple(_contact_point(row) for row in tx.run(_WITH_ADDRESS, {"wanted": address}))


def is_still_theirs(tx: Tx, customer_key: int | None, contact_key: int | None) -> bool:
    """Whether neither the customer nor the contact point was deleted; nobody in particular can't be."""
    point_gone = tx.run(_GONE_POINT, {"wanted": contact_key}).first() is not None
    return not point_gone and tx.run(_GONE_CUSTOMER, {"wanted": customer_key}).first() is None


def _contact_point(row: Row[Any]) -> ContactPoint:
    return ContactPoint(
        key=row.id, uid=row.uid, customer=row.customer, channel=row.channel, given=row.given, address=row.address,
        last_four=row.last_four, mobile=row.mobile, position=row.position, state=row.state,
    )  # fmt: skip
