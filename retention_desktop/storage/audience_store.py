"""Everyone a message could be for, with what fills and what judges it, read in a few passes over whole tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, bindparam, func, select

from retention_desktop.domain.recipient import Recipient
from retention_desktop.storage.consent_store import STANDING
from retention_desktop.storage.ledger_store import PostedBalance
from retention_desktop.storage.tables import (
    account,
    consent_event,
    contact_point,
    customer,
    programme,
    suppression,
    tag,
    tag_link,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.engine import Row

    from retention_desktop.storage.database import Tx

_c, _p = customer.c, contact_point.c
_EVERYONE: Final = (
    select(
        _c.id, _c.uid, _c.family, _c.given, _c.display_name, _c.kind, _c.sample, _c.visit_count, _c.last_visit_day
    )
    .where(_c.deleted_at.is_(None), _c.merged_into.is_(None))
    .order_by(_c.sort_key, _c.id)
)  # fmt: skip
_TAGGED: Final = _EVERYONE.where(
    _c.id.in_(
        select(tag_link.c.customer)
        .join(tag, tag.c.id == tag_link.c.tag)
        .where(tag.c.name == bindparam("tag"), tag_link.c.removed_at.is_(None))
    )
)
_NAMED: Final = _EVERYONE.where(_c.uid.in_(bindparam("uids", expanding=True)))
# The first number that can get an SMS and is not known to be dead; else whichever comes first.
_NUMBERS: Final = (
    select(_p.id, _p.customer, _p.address, _p.mobile, _p.state)
    .where(_p.deleted_at.is_(None), _p.channel != "email", _p.address != "")
    .order_by(_p.customer, _p.mobile.desc(), _p.state == "dead", _p.position, _p.id)
)
_newest = (
    select(func.max(consent_event.c.id).label("id"))
    .where(STANDING)
    .group_by(consent_event.c.contact_point, consent_event.c.purpose)
    .subquery()
)
_CONSENTS: Final = select(consent_event.c.contact_point, consent_event.c.purpose, consent_event.c.given).join(
    _newest, _newest.c.id == consent_event.c.id
)
_BALANCES: Final = (
    select(
        account.c.id,
        account.c.customer,
        programme.c.unit,
        account.c.posted,
        account.c.earliest_expiry,
        account.c.programme,
    )
    .join(programme, programme.c.id == account.c.programme)
    .where(programme.c.active.is_(True))
)
_SUPPRESSED: Final = select(suppression.c.digest).where(suppression.c.lifted_at.is_(None))


def everyone(tx: Tx) -> list[Recipient]:
    """Every customer there is, in the order of their names."""
    return _with_numbers(tx, _EVERYONE, {})


def tagged_with(tx: Tx, name: str) -> list[Recipient]:
    """Every customer with this tag."""
    return _with_numbers(tx, _TAGGED, {"tag": name})


def these(tx: Tx, uids: Iterable[str]) -> list[Recipient]:
    """These customers, those among them that still exist."""
    return _with_numbers(tx, _NAMED, {"uids": list(uids)})


def consents(tx: Tx) -> dict[tuple[int, str], bool]:
    """The newest standing word of every contact point on every purpose: True = given."""
    return {(row.contact_point, row.purpose): row.given for row in tx.run(_CONSENTS)}


def balances(tx: Tx) -> list[PostedBalance]:
    """The cached sum of every account in a programme that is switched on."""
    return [
        PostedBalance(row.customer, row.unit, row.posted, row.earliest_expiry, row.id, row.programme)
        for row in tx.run(_BALANCES)
    ]


def all_suppressed(tx: Tx) -> set[str]:
    """Digests of every address that said stop."""
    return set(tx.run(_SUPPRESSED).scalars())


def _with_numbers(tx: Tx, people: Select[Any], values: Mapping[str, object]) -> list[Recipient]:
    rows = tx.run(people, dict(values)).all()
    wanted = {row.id for row in rows}
    numbers: dict[int, Row[Any]] = {}
    for number in tx.run(_NUMBERS):
        if number.customer in wanted:
            numbers.setdefault(number.customer, number)
    return [_recipient(row, numbers.get(row.id)) for row in rows]


def _recipient(row: Row[Any], number: Row[Any] | None) -> Recipient:
    return Recipient(
        customer=row.uid, customer_key=row.id, family=row.family, given=row.given, display_name=row.display_name,
        organisation=row.kind == "organisation", sample=row.sample, visits=row.visit_count,
        last_visit=row.last_visit_day, contact_key=number.id if number else None,
        address=number.address if number else "", mobile=bool(number and number.mobile),
        dead=bool(number and number.state == "dead"),
    )  # fmt: skip
