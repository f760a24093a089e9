"""Consent events, and the digests of addresses that said stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, func, insert, select, update

from retention_desktop.domain.consent import ConsentEvent
from retention_desktop.storage.tables import consent_event, contact_point, operation, store_secret, suppression

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from retention_desktop.storage.database import Tx

_event = consent_event.c
_newest = (
    select(func.max(_event.id).label("id"))
    .where(_event.contact_point.in_(bindparam("wanted", expanding=True)), _event.purpose == bindparam("purpose"))
    .group_by(_event.contact_point)
    .subquery()
)
_IN_FORCE: Final = select(_event.contact_point, _event.given).join(_newest, _newest.c.id == _event.id)
_HISTORY: Final = (
    select(consent_event, contact_point.c.given.label("address_given"))
    .join(contact_point, contact_point.c.id == _event.contact_point)
    .where(contact_point.c.customer == bindparam("wanted"))
    .order_by(_event.id.desc())
)
_OF_OPERATION: Final = (
    select(_event.contact_point, _event.purpose).where(_event.operation == bindparam("wanted")).distinct()
)
_undoing = operation.alias("undoing")
_STANDING: Final = (
    select(_event.given)
    .outerjoin(operation, operation.c.id == _event.operation)
    .outerjoin(_undoing, _undoing.c.undoes == operation.c.id)
    .where(
        _event.contact_point == bindparam("wanted"),
        _event.purpose == bindparam("purpose"),
        operation.c.undoes.is_(None),
        _undoing.c.id.is_(None),
    )
    .order_by(_event.id.desc())
    .limit(1)
)
_SECRET: Final = select(store_secret.c.value).where(store_secret.c.name == bindparam("wanted"))
_SUPPRESSED: Final = select(suppression.c.digest).where(
    suppression.c.digest.in_(bindparam("wanted", expanding=True)), suppression.c.lifted_at.is_(None)
)
_LIFT: Final = update(suppression).where(suppression.c.digest == bindparam("wanted")).values(lifted_at=bindparam("at"))
_RENEW: Final = (
    update(suppression).where(suppression.c.digest == bindparam("wanted")).values(since=bindparam("at"), lifted_at=None)
)


def add_event(tx: Tx, event: ConsentEvent, operation_key: int | None) -> None:
    """Append one consent event."""
    tx.run(insert(consent_event), {
        "uid": event.uid, "contact_point": event.contact_point, "purpose": event.purpose, "given": event.given,
        "source": event.source, "wording": event.wording, "at": event.at, "staff": event.staff,
        "operation": operation_key,
    })  # fmt: skip


def consent_in_force(tx: Tx, points: Sequence[int], purpose: str = "promo") -> dict[int, bool]:
    """The newest word of each contact point that ever was asked; True = given."""
    found: dict[int, bool] = {}
    for start in range(0, len(points), 500):
        values = {"wanted": list(points[start : start + 500]), "purpose": purpose}
        found.update({row.contact_point: row.given for row in tx.run(_IN_FORCE, values)})
    return found


def consent_history(tx: Tx, customer: int) -> tuple[ConsentEvent, ...]:
    """A customer's consent events over all contact points, newest first."""
    return tuple(
        ConsentEvent(
            uid=row.uid, contact_point=row.contact_point, purpose=row.purpose, given=row.given, source=row.source,
            wording=row.wording, at=row.at, staff=row.staff, address=row.address_given,
        )
        for row in tx.run(_HISTORY, {"wanted": customer})
    )  # fmt: skip


def points_of_operation(tx: Tx, operation_key: int) -> list[tuple[int, str]]:
    """(contact point, purpose) of each event an operation appended."""
    return [(row.contact_point, row.purpose) for row in tx.run(_OF_OPERATION, {"wanted": operation_key})]


def standing_consent(tx: Tx, point: int, purpose: str) -> bool | None:
    """The newest word of an operation that is neither undone nor an undo itself; None = there is none."""
    return tx.run(_STANDING, {"wanted": point, "purpose": purpose}).scalar_one_or_none()


def read_secret(tx: Tx, name: str) -> bytes | None:
    """The store's own random key kept under this name."""
    return tx.run(_SECRET, {"wanted": name}).scalar_one_or_none()


def keep_secret(tx: Tx, name: str, value: bytes) -> None:
    """Keep a random key under a name that has none yet."""
    tx.run(insert(store_secret), {"name": name, "value": value})


def suppressed_digests(tx: Tx, digests: Sequence[str]) -> set[str]:
    """Which of these digests said stop."""
    found: set[str] = set()
    for start in range(0, len(digests), 500):
        found.update(tx.run(_SUPPRESSED, {"wanted": list(digests[start : start + 500])}).scalars())
    return found


def suppress_digest(tx: Tx, digest: str, at: datetime) -> None:
    """Note that the address behind this digest said stop."""
    if tx.run(_RENEW, {"wanted": digest, "at": at}).rowcount == 0:
        tx.run(insert(suppression), {"digest": digest, "since": at})


def lift_digest(tx: Tx, digest: str, at: datetime) -> None:
    """Note that the address behind this digest may be written to again."""
    tx.run(_LIFT, {"wanted": digest, "at": at})
