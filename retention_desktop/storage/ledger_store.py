"""Reading the ledger: accounts, lots and what a visit earned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, func, select

from retention_desktop.domain.ledger import LOT_KINDS, Lot, open_lots
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import account, allocation, ledger_entry, programme, reward

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from retention_desktop.storage.database import Tx

FOREVER: Final = datetime.max.replace(tzinfo=UTC)
_entry = ledger_entry.c
_ACCOUNTS: Final = Prepared(
    select(account.c.programme, account.c.id).where(account.c.customer == bindparam("customer"))
)
_taken = (
    select(allocation.c.lot, func.sum(allocation.c.amount).label("amount"))
    .join(ledger_entry, _entry.id == allocation.c.entry)
    .where(_entry.account == bindparam("account"), _entry.occurred <= bindparam("until"))
    .group_by(allocation.c.lot)
    .subquery()
)
_LOTS: Final = Prepared(
    select(
        _entry.id, (_entry.amount - func.coalesce(_taken.c.amount, 0)).label("left"),
        _entry.expires_on, _entry.occurred, _entry.visit,
    )
    .outerjoin(_taken, _taken.c.lot == _entry.id)
    .where(
        _entry.account == bindparam("account"),
        _entry.occurred <= bindparam("until"),
        _entry.kind.in_(sorted(LOT_KINDS)),
    )
    .order_by(_entry.id)
)  # fmt: skip
_EARNED: Final = Prepared(
    select(
        _entry.account, account.c.programme, func.sum(_entry.amount).label("amount"),
        func.max(_entry.programme_version).label("version"), func.count().label("entries"),
    )
    .join(account, account.c.id == _entry.account)
    .where(_entry.visit == bindparam("visit"), _entry.kind.in_(("earn", "earn_back")))
    .group_by(_entry.account, account.c.programme)
)  # fmt: skip
_TAKEN_BY: Final = Prepared(
    select(allocation.c.lot, allocation.c.amount).where(allocation.c.entry == bindparam("entry"))
)
_LAST_REWARD: Final = Prepared(
    select(reward.c.uid, reward.c.entry)
    .where(reward.c.account == bindparam("account"), reward.c.state == "issued", reward.c.entry.is_not(None))
    .order_by(reward.c.id.desc())
    .limit(1)
)
_BALANCES: Final = (
    select(account.c.customer, programme.c.unit, account.c.posted, account.c.earliest_expiry, account.c.id)
    .join(programme, programme.c.id == account.c.programme)
    .where(account.c.customer.in_(bindparam("customers", expanding=True)))
)


@dataclass(frozen=True, slots=True)
class VisitEarning:
    """What a visit has earned in one programme so far, over `entries` entries, under version `version`."""

    account: int
    programme: int
    amount: int
    version: int
    entries: int


@dataclass(frozen=True, slots=True)
class PostedBalance:
    """An account's cached sum, right until `earliest_expiry`."""

    customer: int
    unit: str
    posted: int
    earliest_expiry: date | None
    account: int


def accounts_of(tx: Tx, customer: int) -> dict[int, int]:
    """The keys of a customer's accounts, by their programme's."""
    return dict(tx.run(_ACCOUNTS, {"customer": customer}))


def lots_of(tx: Tx, account_key: int, until: datetime = FOREVER) -> Sequence[Lot]:
    """Every lot of an account, oldest first, spent and lapsed ones included, as it stood at a UTC instant."""

    def read() -> list[Lot]:
        return [
            Lot(entry=entry, left=left, expires_on=expires_on, occurred=occurred, visit=visit)
            for entry, left, expires_on, occurred, visit in tx.run(_LOTS, {"account": account_key, "until": until})
        ]

    return tx.kept(("lots", account_key, until), {"ledger_entry": account_key, "allocation": None}, read)


def earned_by(tx: Tx, visit: int) -> dict[int, VisitEarning]:
    """What a visit has earned, by programme key."""
    found = [
        VisitEarning(row.account, row.programme, row.amount, row.version, row.entries)
        for row in tx.run(_EARNED, {"visit": visit})
    ]
    return {earning.programme: earning for earning in found}


def taken_by(tx: Tx, entry: int) -> list[tuple[int, int]]:
    """(lot, amount) pairs of an entry's allocations."""
    return [(row.lot, row.amount) for row in tx.run(_TAKEN_BY, {"entry": entry})]


def last_unused_reward(tx: Tx, account_key: int) -> tuple[str, int] | None:
    """(uid, key of the debit that bought it) of the newest reward not yet used."""
    row = tx.run(_LAST_REWARD, {"account": account_key}).one_or_none()
    return None if row is None else (row.uid, row.entry)


def posted_balances(tx: Tx, customers: list[int]) -> list[PostedBalance]:
    """The cached balances of these customers, for lists."""
    return [
        PostedBalance(row.customer, row.unit, row.posted, row.earliest_expiry, row.id)
        for row in tx.run(_BALANCES, {"customers": customers})
    ]


def open_sum(tx: Tx, account_key: int, day: date) -> int:
    """What is left in an account's lots that still count on `day`."""
    return sum(lot.left for lot in open_lots(lots_of(tx, account_key), day))
