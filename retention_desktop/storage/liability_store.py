"""What the shop has promised: open points and rewards, what lapses soon, and who collects at all.

Sums come from the accounts' cached balances; only accounts of which something has lapsed, or will soon, are looked
into lot by lot, found by the index of their earliest day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, bindparam, exists, func, or_, select

from retention_desktop.domain.ledger import LOT_KINDS, Lot
from retention_desktop.domain.posting import lapse_day
from retention_desktop.domain.terms import Gives, read_gives
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.spend import NET
from retention_desktop.storage.tables import (
    account,
    allocation,
    customer,
    ledger_entry,
    programme,
    reward,
    visit,
)

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from sqlalchemy import ColumnElement
    from sqlalchemy.engine import Row

    from retention_desktop.storage.database import Tx

_entry = ledger_entry.c
_later = or_(account.c.earliest_expiry.is_(None), account.c.earliest_expiry > bindparam("day"))
_STANDING: Final = Prepared(
    select(account.c.programme, func.count().label("holders"), func.sum(account.c.posted).label("amount"))
    .where(account.c.posted > 0, _later)
    .group_by(account.c.programme)
)
_taken = select(func.coalesce(func.sum(allocation.c.amount), 0)).where(allocation.c.lot == _entry.id).scalar_subquery()
_LOTS: Final = Prepared(
    select(
        account.c.id.label("account"), account.c.programme, customer.c.uid, customer.c.display_name,
        customer.c.last_visit_day, customer.c.deleted_at, programme.c.unit, programme.c.name.label("programme_name"),
        _entry.expires_on, _entry.idle_months, _entry.occurred, (_entry.amount - _taken).label("left"),
    )
    .join(customer, customer.c.id == account.c.customer)
    .join(programme, programme.c.id == account.c.programme)
    .join(ledger_entry, _entry.account == account.c.id)
    .where(
        account.c.earliest_expiry.is_not(None), account.c.earliest_expiry <= bindparam("day"),
        _entry.kind.in_(sorted(LOT_KINDS)), _entry.amount > 0,
    )
)  # fmt: skip
_REWARDS: Final = Prepared(
    select(
        account.c.programme, reward.c.name, reward.c.gives, reward.c.cost, func.count().label("count"),
    )
    .join(account, account.c.id == reward.c.account)
    .where(
        reward.c.state == "issued",
        or_(reward.c.expires_on.is_(None), reward.c.expires_on > bindparam("day")),
    )
    .group_by(account.c.programme, reward.c.name, reward.c.gives, reward.c.cost)
)  # fmt: skip
_LAPSING_REWARDS: Final = Prepared(
    select(
        customer.c.uid, customer.c.display_name, programme.c.name.label("programme"), reward.c.name,
        reward.c.expires_on, func.count().label("count"),
    )
    .join(account, account.c.id == reward.c.account)
    .join(customer, customer.c.id == account.c.customer)
    .join(programme, programme.c.id == account.c.programme)
    .where(
        reward.c.state == "issued", reward.c.expires_on > bindparam("after"),
        reward.c.expires_on <= bindparam("until"), customer.c.deleted_at.is_(None),
    )
    .group_by(customer.c.uid, customer.c.display_name, programme.c.name, reward.c.name, reward.c.expires_on)
)  # fmt: skip
_person = (
    select(visit.c.customer, func.count().label("visits"), func.sum(NET).label("sales"))
    .where(visit.c.voided_at.is_(None), visit.c.day.between(bindparam("first"), bindparam("last")))
    .group_by(visit.c.customer)
    .subquery()
)
_collects = exists().where(and_(account.c.customer == _person.c.customer, _entry.account == account.c.id))
_group_columns: tuple[ColumnElement[Any], ...] = (
    _person.c.customer.is_not(None).label("known"), _collects.label("member"), func.count().label("people"),
    func.sum(_person.c.visits).label("visits"), func.sum(_person.c.sales).label("sales"),
)  # fmt: skip
_GROUPS: Final = Prepared(select(*_group_columns).group_by("known", "member"))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSum:
    """What is open in a programme on a day: how many customers hold how much."""

    holders: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LapsingLot:
    """What is left of one lot that lapses; `lapses` is the first day on which it no longer counts."""

    account: int
    programme: int
    programme_name: str
    unit: str
    customer: str
    name: str
    deleted: bool
    left: int
    lapses: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LapsingRewards:
    """Rewards of one name that a customer (uid) has not used; `lapses` is the first day on which they don't count."""

    customer: str
    name: str
    programme: str
    reward: str
    count: int
    lapses: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRewards:
    """Rewards of one kind that may still be used: what each was issued as and at what cost (None: unknown)."""

    programme: int
    name: str
    gives: Gives
    cost: int | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitGroup:
    """The visits of some people; `known`: they are customers, `member`: they have collected something."""

    known: bool
    member: bool
    people: int
    visits: int
    sales: int


def standing_sums(tx: Tx, day: date) -> dict[int, OpenSum]:
    """What is open by programme key, of the accounts of which nothing has lapsed on this day."""
    return {row.programme: OpenSum(holders=row.holders, amount=row.amount) for row in tx.run(_STANDING, {"day": day})}


def lapsing_lots(tx: Tx, day: date, zone: tzinfo) -> tuple[LapsingLot, ...]:
    """Every lot with something left of the accounts of which something lapses up to this day; `zone`: the shop's."""
    return tuple(
        LapsingLot(
            account=row.account, programme=row.programme, programme_name=row.programme_name, unit=row.unit,
            customer=row.uid, name=row.display_name, deleted=row.deleted_at is not None, left=row.left,
            lapses=_lapse_day(row, zone),
        )
        for row in tx.run(_LOTS, {"day": day})
        if row.left > 0
    )  # fmt: skip


def lapsing_rewards(tx: Tx, after: date, until: date) -> tuple[LapsingRewards, ...]:
    """The rewards not used that lapse after `after` and up to `until`; people who were deleted are left out."""
    return tuple(
        LapsingRewards(
            customer=row.uid, name=row.display_name, programme=row.programme, reward=row.name, count=row.count,
            lapses=row.expires_on,
        )
        for row in tx.run(_LAPSING_REWARDS, {"after": after, "until": until})
    )  # fmt: skip


def _lapse_day(row: Row[Any], zone: tzinfo) -> date | None:
    lot = Lot(
        entry=0, left=row.left, expires_on=row.expires_on, occurred=row.occurred, visit=None,
        idle_months=row.idle_months,
    )  # fmt: skip
    return lapse_day(lot, row.last_visit_day, zone)


def open_rewards(tx: Tx, day: date) -> tuple[OpenRewards, ...]:
    """The rewards that may still be used on this day or later, those alike together."""
    return tuple(
        OpenRewards(
            programme=row.programme, name=row.name, cost=row.cost, count=row.count,
            gives=read_gives(row.gives) if row.gives else Gives(kind="gift"),
        )
        for row in tx.run(_REWARDS, {"day": day})
    )  # fmt: skip


def visit_groups(tx: Tx, first: date, last: date) -> tuple[VisitGroup, ...]:
    """The standing visits of these days by who made them; `people` is 1 for all anonymous ones together."""
    return tuple(
        VisitGroup(
            known=bool(row.known), member=bool(row.member), people=row.people, visits=row.visits, sales=row.sales
        )
        for row in tx.run(_GROUPS, {"first": first, "last": last})
    )
