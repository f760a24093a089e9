"""Programmes and rewards as they are kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import String, bindparam, func, insert, or_, select, type_coerce

from retention_desktop.domain.programme import Programme, Reward
from retention_desktop.domain.terms import Gives, read_gives, read_terms
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import (
    account,
    customer,
    ledger_entry,
    programme,
    programme_version,
    reward,
    visit,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy.engine import Row

    from retention_desktop.domain.terms import Terms
    from retention_desktop.storage.database import Tx

_OWN_TABLES: Final = {"programme": None, "programme_version": None}
_newer = programme_version.alias("newer")
_newest: Final = (
    select(func.max(_newer.c.number)).where(_newer.c.programme == programme.c.id).correlate(programme).scalar_subquery()
)
_COLUMNS: Final = (
    programme.c.id, programme.c.uid, programme.c.unit, programme.c.name,
    programme_version.c.id.label("version"), programme_version.c.number,
    type_coerce(programme_version.c.terms, String).label("terms"),
)  # fmt: skip
_ACTIVE: Final = Prepared(
    select(*_COLUMNS)
    .join_from(
        programme, programme_version,
        (programme_version.c.programme == programme.c.id) & (programme_version.c.number == _newest),
    )
    .where(programme.c.active.is_(True))
    .order_by(programme.c.id)
)  # fmt: skip
_ACTIVE_THEN: Final = Prepared(
    select(*_COLUMNS)
    .join(programme_version, programme_version.c.programme == programme.c.id)
    .where(programme.c.active.is_(True), programme_version.c.since <= bindparam("then"))
    .order_by(programme.c.id, programme_version.c.number)
)
_OF_VERSION: Final = Prepared(
    select(*_COLUMNS)
    .join(programme_version, programme_version.c.programme == programme.c.id)
    .where(programme_version.c.id == bindparam("wanted"))
)
_VERSIONS: Final = Prepared(
    select(*_COLUMNS)
    .join(programme_version, programme_version.c.programme == programme.c.id)
    .where(programme.c.id == bindparam("wanted"))
)
_NEWEST_OF: Final = Prepared(
    select(*_COLUMNS)
    .join(programme_version, programme_version.c.programme == programme.c.id)
    .where(programme.c.uid == bindparam("wanted"))
    .order_by(programme_version.c.number.desc())
    .limit(1)
)
_NEWEST_OF_KEY: Final = Prepared(
    select(*_COLUMNS)
    .join(programme_version, programme_version.c.programme == programme.c.id)
    .where(programme.c.id == bindparam("wanted"))
    .order_by(programme_version.c.number.desc())
    .limit(1)
)
_REWARD_ROWS: Final = (
    select(
        reward.c.id, reward.c.uid, reward.c.name, reward.c.code, reward.c.key, reward.c.state, reward.c.gives,
        reward.c.entry, reward.c.issued_at, reward.c.valid_from, reward.c.expires_on, reward.c.discount,
        reward.c.account, programme.c.uid.label("programme"), programme.c.unit, account.c.customer,
        customer.c.uid.label("holder"), ledger_entry.c.kind.label("bought"), visit.c.uid.label("used_on"),
        reward.c.used_visit, reward.c.used_at,
    )
    .join(account, account.c.id == reward.c.account)
    .join(programme, programme.c.id == account.c.programme)
    .join(customer, customer.c.id == account.c.customer)
    .outerjoin(ledger_entry, ledger_entry.c.id == reward.c.entry)
    .outerjoin(visit, visit.c.id == reward.c.used_visit)
    .order_by(reward.c.id)
)  # fmt: skip
_REWARDS: Final = Prepared(
    _REWARD_ROWS.where(account.c.customer == bindparam("wanted"), reward.c.state != "given_back", reward.c.name != "")
)
_REWARD: Final = Prepared(
    _REWARD_ROWS.where(or_(reward.c.uid == bindparam("wanted"), reward.c.code == bindparam("code")))
)
_REWARD_BY_KEY: Final = Prepared(_REWARD_ROWS.where(reward.c.key == bindparam("wanted")))
_USED_ON: Final = Prepared(_REWARD_ROWS.where(reward.c.used_visit == bindparam("wanted"), reward.c.state == "used"))
_OF_ACCOUNT: Final = Prepared(_REWARD_ROWS.where(reward.c.account == bindparam("wanted")))
_ADD: Final = Prepared(insert(programme))
_ADD_VERSION: Final = Prepared(insert(programme_version))
_FILLED_BY: Final = (
    select(ledger_entry.c.visit, account.c.programme, ledger_entry.c.programme_version.label("version"))
    .join(reward, reward.c.entry == ledger_entry.c.id)
    .join(account, account.c.id == ledger_entry.c.account)
    .where(
        ledger_entry.c.visit.in_(bindparam("wanted", expanding=True)), reward.c.state != "given_back",
        ledger_entry.c.kind == "card_filled",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReward:
    """A reward with what only the books need.

    Attributes:
        key: a milestone's, or the caller's idempotency key.
        customer, holder: key and uid of whoever has it.
        bought: kind of the debit that bought it, "" where none did.
        entry: that debit's key.
    """

    reward: Reward
    key: str
    account: int
    customer: int
    holder: str
    unit: str
    bought: str
    entry: int | None


def active_programmes(tx: Tx) -> tuple[Programme, ...]:
    """The programmes that are switched on, each with its newest version."""
    return tx.kept("active_programmes", _OWN_TABLES, lambda: tuple(_programme(row) for row in tx.run(_ACTIVE)))


def programmes_then(tx: Tx, then: datetime) -> tuple[Programme, ...]:
    """The programmes that are switched on, each with the version that was the newest at this UTC instant."""
    newest = {row.id: row for row in tx.run(_ACTIVE_THEN, {"then": then})}
    return tuple(_programme(row) for row in newest.values())


def programme_of_version(tx: Tx, version: int) -> Programme:
    """A programme with the terms of one of its versions."""
    return _programme(tx.run(_OF_VERSION, {"wanted": version}).one())


def newest_version(tx: Tx, uid: str) -> Programme | None:
    """A programme with its newest version, switched on or not."""
    row = tx.run(_NEWEST_OF, {"wanted": uid}).one_or_none()
    return None if row is None else _programme(row)


def newest_by_key(tx: Tx, key: int) -> Programme:
    """A programme with its newest version, switched on or not."""
    return _programme(tx.run(_NEWEST_OF_KEY, {"wanted": key}).one())


def versions_of(tx: Tx, key: int) -> dict[int, Terms]:
    """The terms of every version of a programme, by version key."""
    return {row.version: _terms(row.unit, row.terms) for row in tx.run(_VERSIONS, {"wanted": key})}


def add_programme(
    tx: Tx, *, uid: str, version_uid: str, unit: str, name: str, terms: Mapping[str, Any], since: datetime
) -> None:
    """Add a programme with its first version."""
    key = tx.run(_ADD, {"uid": uid, "unit": unit, "name": name}).key
    tx.run(_ADD_VERSION, {
        "uid": version_uid, "programme": key, "number": 1, "terms": dict(terms), "since": since,
    })  # fmt: skip


def rewards_of(tx: Tx, customer_key: int, day: date, until: datetime | None = None) -> tuple[Reward, ...]:
    """A customer's rewards as they stood on a day of the shop's calendar, oldest first.

    Those given back are left out, and points paid with.

    Args:
        until: leave out what happened after this UTC instant.
    """
    found = (_kept(row).reward.on(day, until) for row in tx.run(_REWARDS, {"wanted": customer_key}))
    return tuple(reward for reward in found if reward is not None)


def find_reward(tx: Tx, uid: str, code: str) -> KeptReward | None:
    """The reward with this uid or this plain code."""
    row = tx.run(_REWARD, {"wanted": uid, "code": code}).first()
    return None if row is None else _kept(row)


def reward_by_key(tx: Tx, key: str) -> KeptReward | None:
    """The reward written under a caller's idempotency key."""
    row = tx.run(_REWARD_BY_KEY, {"wanted": key}).first()
    return None if row is None else _kept(row)


def rewards_used_on(tx: Tx, visit_key: int) -> tuple[KeptReward, ...]:
    """The rewards, and the points, that paid for a visit."""
    return tuple(_kept(row) for row in tx.run(_USED_ON, {"wanted": visit_key}))


def rewards_of_account(tx: Tx, account_key: int) -> tuple[KeptReward, ...]:
    """Every reward of an account, whatever its state."""
    return tuple(_kept(row) for row in tx.run(_OF_ACCOUNT, {"wanted": account_key}))


def cards_filled_by(tx: Tx, visits: Sequence[int]) -> dict[int, tuple[int, int]]:
    """By visit that filled a card: the keys of the card's programme and of its version."""
    return {row.visit: (row.programme, row.version) for row in tx.run(_FILLED_BY, {"wanted": list(visits)})}


def _kept(row: Row[Any]) -> KeptReward:
    held = Reward(
        uid=row.uid, name=row.name, code=row.code, state=row.state, issued_at=row.issued_at,
        expires_on=row.expires_on, gives=read_gives(row.gives) if row.gives else Gives(kind="gift"),
        programme=row.programme, discount=row.discount, visit=row.used_on or "", used_at=row.used_at,
    )  # fmt: skip
    return KeptReward(
        reward=held,
        key=row.key or "",
        account=row.account,
        customer=row.customer,
        holder=row.holder,
        unit=row.unit,
        bought=row.bought or "",
        entry=row.entry,
    )


@lru_cache(maxsize=256)
def _terms(unit: str, text: str) -> Terms:
    """A version never changes: its text is read once."""
    return read_terms(unit, json.loads(text))


@lru_cache(maxsize=256)
def _programme(row: Row[Any]) -> Programme:
    """The same row says the same programme."""
    return Programme(
        key=row.id, uid=row.uid, unit=row.unit, name=row.name, version=row.version, number=row.number,
        terms=_terms(row.unit, row.terms),
    )  # fmt: skip
