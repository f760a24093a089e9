"""Programmes and rewards as they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, insert, select

from retention_desktop.domain.earning import read_terms
from retention_desktop.domain.programme import Programme, Reward
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import account, ledger_entry, programme, programme_version, reward

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.engine import Row

    from retention_desktop.storage.database import Tx

_OWN_TABLES: Final = {"programme": None, "programme_version": None}
_newest = (
    select(programme_version.c.programme, func.max(programme_version.c.number).label("number"))
    .group_by(programme_version.c.programme)
    .subquery()
)
_COLUMNS: Final = (
    programme.c.id, programme.c.uid, programme.c.unit, programme.c.name,
    programme_version.c.id.label("version"), programme_version.c.terms,
)  # fmt: skip
_ACTIVE: Final = Prepared(
    select(*_COLUMNS)
    .join(_newest, _newest.c.programme == programme.c.id)
    .join(
        programme_version,
        (programme_version.c.programme == programme.c.id) & (programme_version.c.number == _newest.c.number),
    )
    .where(programme.c.active.is_(True))
    .order_by(programme.c.id)
)
_OF_VERSION: Final = Prepared(
    select(*_COLUMNS)
    .join(programme_version, programme_version.c.programme == programme.c.id)
    .where(programme_version.c.id == bindparam("wanted"))
)
_REWARDS: Final = Prepared(
    select(reward)
    .join(account, account.c.id == reward.c.account)
    .where(account.c.customer == bindparam("wanted"), reward.c.state != "given_back")
    .order_by(reward.c.id)
)
_ADD: Final = Prepared(insert(programme))
_ADD_VERSION: Final = Prepared(insert(programme_version))
_FILLED_BY: Final = (
    select(ledger_entry.c.visit)
    .join(reward, reward.c.entry == ledger_entry.c.id)
    .where(ledger_entry.c.visit.in_(bindparam("wanted", expanding=True)), reward.c.state != "given_back")
)


def active_programmes(tx: Tx) -> tuple[Programme, ...]:
    """The programmes that are switched on, each with its newest version."""
    return tx.kept("active_programmes", _OWN_TABLES, lambda: tuple(_programme(row) for row in tx.run(_ACTIVE)))


def programme_of_version(tx: Tx, version: int) -> Programme:
    """A programme with the terms of one of its versions."""
    return _programme(tx.run(_OF_VERSION, {"wanted": version}).one())


def add_programme(
    tx: Tx, *, uid: str, version_uid: str, unit: str, name: str, terms: Mapping[str, Any], since: datetime
) -> None:
    """Add a programme with its first version."""
    key = tx.run(_ADD, {"uid": uid, "unit": unit, "name": name}).key
    tx.run(_ADD_VERSION, {
        "uid": version_uid, "programme": key, "number": 1, "terms": dict(terms), "since": since,
    })  # fmt: skip


def rewards_of(tx: Tx, customer: int) -> tuple[Reward, ...]:
    """A customer's rewards, oldest first, without those given back."""
    return tuple(
        Reward(
            uid=row.uid, name=row.name, code=row.code, state=row.state, issued_at=row.issued_at,
            expires_on=row.expires_on,
        )
        for row in tx.run(_REWARDS, {"wanted": customer})
    )  # fmt: skip


def visits_that_filled_a_card(tx: Tx, visits: Sequence[int]) -> set[int]:
    """Which of these visits filled a card."""
    return set(tx.run(_FILLED_BY, {"wanted": list(visits)}).scalars())


def _programme(row: Row[Any]) -> Programme:
    return Programme(
        key=row.id, uid=row.uid, unit=row.unit, name=row.name, version=row.version,
        terms=read_terms(row.unit, row.terms),
    )  # fmt: skip
