"""Consent events, and the digests of addresses that said stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import and_, bindparam, func, insert, or_, select, update

from retention_desktop.domain.consent import ConsentEvent
from retention_desktop.storage.tables import consent_event, contact_point, operation, store_secret, suppression

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from retention_desktop.storage.database import Tx

STOPPING: Final = ("opt_out", "provider_opt_out")
"""Kinds of operations that suppress an address."""
LIFTING: Final = ("consent", "customer_add")
"""Kinds of operations whose consent lifts a suppression: the person said so, no list did."""
_event = consent_event.c
_taken_back = select(operation.c.undoes).where(operation.c.undoes.is_not(None))
_taking_back = select(operation.c.id).where(operation.c.undoes.is_not(None))
STANDING: Final = or_(
    _event.operation.is_(None), and_(_event.operation.not_in(_taken_back), _event.operation.not_in(_taking_back))
)
"""Events that count: those of an undone operation don't, nor those that only note its undo."""
_newest = (
    select(func.max(_event.id).label("id"))
    .where(
        _event.contact_point.in_(bindparam("wanted", expanding=True)), _event.purpose == bindparam("purpose"), STANDING
    )
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
    select(_event.contact_point, _event.purpose, _event.given)
    .where(_event.operation == bindparam("wanted"))
    .order_by(_event.id)
)
_ADDRESSES: Final = (
    select(contact_point.c.address)
    .join(consent_event, _event.contact_point == contact_point.c.id)
    .where(_event.operation == bindparam("wanted"), contact_point.c.address != "")
    .distinct()
)
_LAST_WORD: Final = (
    select(_event.given)
    .join(contact_point, contact_point.c.id == _event.contact_point)
    .join(operation, operation.c.id == _event.operation)
    .where(
        contact_point.c.address == bindparam("wanted"),
        STANDING,
        or_(
            and_(_event.given.is_(False), operation.c.kind.in_(STOPPING)),
            and_(_event.given.is_(True), operation.c.kind.in_(LIFTING)),
        ),
    )
    .order_by(_event.id.desc())
    .limit(1)
)
_SECRET: Final = select(store_secret.c.value).where(store_secret.c.name == bindparam("wanted"))
_SUPPRESSED: Final = select(suppression.c.digest).where(
    suppression.c.digest.in_(bindparam("wanted", expanding=True)), suppression.c.lifted_at.is_(None)
)
_SUPPRESS_AGAIN: Final = update(suppression).where(suppression.c.digest == bindparam("wanted")).values(lifted_at=None)
_LIFT: Final = update(suppression).where(suppression.c.digest == bindparam("wanted")).values(lifted_at=bindparam("at"))
_RENEW: Final = (
    update(suppression).where(suppression.c.digest == bindparam("wanted")).values(since=bindparam("at"), lifted_at=None)
)


def add_events(tx: Tx, events: Sequence[ConsentEvent], operation_key: int | None) -> None:
    """Append consent events."""
    rows = [
        {
            "uid": event.uid, "contact_point": event.contact_point, "purpose": event.purpose, "given": event.given,
            "source": event.source, "wording": event.wording, "at": event.at, "staff": event.staff,
            "operation": operation_key,
        }
        for event in events
    ]  # fmt: skip
    if rows:
        tx.run(insert(consent_event), rows)


def consent_in_force(tx: Tx, points: Sequence[int], purpose: str = "promo") -> dict[int, bool]:
    """The newest standing word of each contact point that ever was asked; True = given."""
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


def words_of_operation(tx: Tx, operation_key: int) -> dict[tuple[int, str], bool]:
    """What an operation noted last, by (contact point, purpose): True = given."""
    return {(row.contact_point, row.purpose): row.given for row in tx.run(_OF_OPERATION, {"wanted": operation_key})}


def stopped_by_operations(tx: Tx, operation_key: int) -> dict[str, bool]:
    """For each address an operation noted a word about: whether the last standing word there was stop."""
    addresses = list(tx.run(_ADDRESSES, {"wanted": operation_key}).scalars())
    return {address: tx.run(_LAST_WORD, {"wanted": address}).scalar_one_or_none() is False for address in addresses}


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


def suppress_digest_again(tx: Tx, digest: str) -> None:
    """Note that the address behind this digest should not have been lifted."""
    tx.run(_SUPPRESS_AGAIN, {"wanted": digest})


def lift_digest(tx: Tx, digest: str, at: datetime) -> None:
    """Note that the address behind this digest may be written to again."""
    tx.run(_LIFT, {"wanted": digest, "at": at})
