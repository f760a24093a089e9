"""Programmes with their versions, for those who edit them; what the desk needs is `loyalty_store`'s."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, select

from retention_desktop.domain.programme_rules import ProgrammeRules
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import account, programme, programme_version

if TYPE_CHECKING:
    from sqlalchemy.engine import Row

    from retention_desktop.storage.database import Tx

_version = programme_version.c
_newest = select(_version.programme, func.max(_version.number).label("number")).group_by(_version.programme).subquery()
_WITH_TERMS: Final = (
    select(
        programme.c.id, programme.c.uid, programme.c.unit, programme.c.name, programme.c.active,
        _version.number, _version.since, _version.terms,
    )
    .join(_newest, _newest.c.programme == programme.c.id)
    .join(programme_version, (_version.programme == programme.c.id) & (_version.number == _newest.c.number))
    .order_by(programme.c.id)
)  # fmt: skip
_EVERY: Final = Prepared(_WITH_TERMS)
_ONE: Final = Prepared(_WITH_TERMS.where(programme.c.uid == bindparam("wanted")))
_ANY: Final = Prepared(select(programme.c.id, programme.c.unit).limit(1))  # of the table: damage shows at opening
_OF_VERSION: Final = Prepared(
    select(programme.c.uid, _version.number)
    .join(programme, programme.c.id == _version.programme)
    .where(_version.uid == bindparam("wanted"))
)
_TERMS_OF: Final = Prepared(
    select(_version.terms)
    .join(programme, programme.c.id == _version.programme)
    .where(programme.c.uid == bindparam("programme"), _version.number == bindparam("number"))
)
_HOLDERS: Final = Prepared(
    select(func.count()).where(account.c.programme == bindparam("programme"), account.c.posted > 0)
)


def programmes(tx: Tx) -> tuple[ProgrammeRules, ...]:
    """Every programme with its newest version, oldest first, those switched off included."""
    return tuple(_rules(row) for row in tx.run(_EVERY))


def find_programme(tx: Tx, uid: str) -> ProgrammeRules | None:
    """One programme with its newest version."""
    row = tx.run(_ONE, {"wanted": uid}).one_or_none()
    return None if row is None else _rules(row)


def has_programmes(tx: Tx) -> bool:
    """Whether the shop has any programme, switched on or off."""
    return tx.run(_ANY).first() is not None


def number_of_version(tx: Tx, version_uid: str) -> tuple[str, int]:
    """(uid of the programme, number) of a version."""
    row = tx.run(_OF_VERSION, {"wanted": version_uid}).one()
    return row.uid, row.number


def terms_of(tx: Tx, uid: str, number: int) -> dict[str, Any]:
    """The terms of one version of a programme."""
    terms: dict[str, Any] = tx.run(_TERMS_OF, {"programme": uid, "number": number}).one().terms
    return terms


def holders(tx: Tx, key: int) -> int:
    """How many customers hold something in a programme, what has lapsed and isn't written yet included."""
    return int(tx.run(_HOLDERS, {"programme": key}).one()[0])


def _rules(row: Row[Any]) -> ProgrammeRules:
    return ProgrammeRules(
        key=row.id, uid=row.uid, unit=row.unit, name=row.name, active=row.active, number=row.number, since=row.since,
        terms=row.terms,
    )  # fmt: skip
