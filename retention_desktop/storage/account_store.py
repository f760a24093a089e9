"""Accounts as plans find them: lots with what is left, what a visit did."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import String, bindparam, case, func, select, type_coerce

from retention_desktop.domain.account import Posted
from retention_desktop.domain.earning import Carried
from retention_desktop.domain.ledger import EXPIRE, LOT_KINDS, Lot, back
from retention_desktop.domain.posting import lapse_day
from retention_desktop.domain.posting.settling import VISIT_KINDS
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import account, allocation, customer, ledger_entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, tzinfo

    from retention_desktop.storage.database import Tx

FOREVER: Final = datetime.max.replace(tzinfo=UTC)
_entry = ledger_entry.c
_EXPIRES: Final = frozenset({EXPIRE, back(EXPIRE)})
_UNFORGIVEN: Final = "forgiven_back"
_OF_VISIT: Final = tuple(sorted(VISIT_KINDS | {_UNFORGIVEN, "forgiven_again"}))
_COLUMNS: Final = (
    account.c.programme, account.c.id, account.c.uid, account.c.posted, account.c.earliest_expiry,
    account.c.oldest_open, account.c.owed, account.c.earned, type_coerce(account.c.carried, String).label("carried"),
)  # fmt: skip
_ACCOUNTS: Final = Prepared(select(*_COLUMNS).where(account.c.customer == bindparam("customer")))
_BY_KEY: Final = Prepared(select(*_COLUMNS, account.c.customer).where(account.c.id == bindparam("wanted")))
_LOTS: Final = Prepared(
    select(
        _entry.id, _entry.uid, _entry.kind, _entry.amount, _entry.expires_on, _entry.idle_months, _entry.occurred,
        _entry.visit, _entry.programme_version,
    )
    .where(
        _entry.account == bindparam("account"), _entry.occurred <= bindparam("until"),
        _entry.kind.in_(sorted(LOT_KINDS)),
    )
    .order_by(_entry.id)
)  # fmt: skip
_TAKEN: Final = Prepared(
    select(allocation.c.lot, allocation.c.amount, _entry.kind)
    .join(ledger_entry, _entry.id == allocation.c.entry)
    .where(_entry.account == bindparam("account"), _entry.occurred <= bindparam("until"))
)
_lapse = case((_entry.kind.in_(sorted(_EXPIRES)), allocation.c.amount), else_=0)
_lot = ledger_entry.alias("lot")
_left = _lot.c.amount - func.coalesce(func.sum(allocation.c.amount), 0)
_OPEN_LOTS: Final = Prepared(
    select(
        _lot.c.id, _lot.c.uid, _lot.c.kind, _left.label("left"), _lot.c.expires_on, _lot.c.idle_months,
        _lot.c.occurred, _lot.c.visit, _lot.c.programme_version, func.coalesce(func.sum(_lapse), 0).label("lapsed"),
        func.count(case((_entry.kind == EXPIRE, 1))).label("lapses"),
    )
    .outerjoin(allocation, allocation.c.lot == _lot.c.id)
    .outerjoin(ledger_entry, _entry.id == allocation.c.entry)
    .where(
        _lot.c.account == bindparam("account"), _lot.c.id >= bindparam("oldest"), _lot.c.kind.in_(sorted(LOT_KINDS))
    )
    .group_by(_lot.c.id)
    .having(_left != 0)
    .order_by(_lot.c.id)
)  # fmt: skip
_VISIT_ENTRIES: Final = Prepared(
    select(
        _entry.id, _entry.uid, _entry.kind, _entry.amount, _entry.account, account.c.programme,
        _entry.programme_version, _entry.reverses, _entry.breakdown, allocation.c.lot,
        allocation.c.amount.label("part"),
    )
    .join(account, account.c.id == _entry.account)
    .outerjoin(allocation, allocation.c.entry == _entry.id)
    .where(_entry.visit == bindparam("visit"), _entry.kind.in_(_OF_VISIT))
    .order_by(_entry.id, allocation.c.id)
)  # fmt: skip
_ONE_ENTRY: Final = Prepared(
    select(
        _entry.id, _entry.uid, _entry.kind, _entry.amount, _entry.account, account.c.programme,
        _entry.programme_version, _entry.reverses, _entry.breakdown, _entry.visit, _entry.key, allocation.c.lot,
        allocation.c.amount.label("part"),
    )
    .join(account, account.c.id == _entry.account)
    .outerjoin(allocation, allocation.c.entry == _entry.id)
    .where(_entry.id == bindparam("entry"))
    .order_by(_entry.id, allocation.c.id)
)  # fmt: skip
_KEY_OF: Final = Prepared(select(_entry.id).where(_entry.uid == bindparam("wanted")))
_REVERSED: Final = Prepared(
    select(_entry.id, allocation.c.lot, allocation.c.amount)
    .join(ledger_entry, _entry.id == allocation.c.entry)
    .where(_entry.reverses == bindparam("entry"), _entry.kind.not_in(("debt_paid",)))
)
_LAST_VISIT: Final = Prepared(select(customer.c.last_visit_day).where(customer.c.id == bindparam("customer")))


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account with its caches.

    Attributes:
        posted: the sum of its entries.
        earliest: no day before it lapses an open lot; None = none lapses.
        oldest: no lot with a smaller key has anything left.
        owed: what its lots are below zero by.
        earned: what visits earned, less what was taken back of it.
        carried: JSON of what visits carry over; see `carried_over`.
    """

    programme: int
    key: int
    uid: str
    posted: int = 0
    earliest: date | None = None
    oldest: int = 0
    owed: int = 0
    earned: int = 0
    carried: str = "{}"

    def counts_on(self, day: date) -> bool:
        """Whether nothing of it has lapsed by this day, so that `posted` is what the customer has."""
        return self.earliest is None or self.earliest > day

    def carried_over(self) -> dict[str, Carried]:
        """What all visits carry over, by rule."""
        return {rule: Carried(*sums) for rule, sums in json.loads(self.carried).items()}


@dataclass(frozen=True, slots=True)
class Written:
    """An entry as it stands, with its account and programme.

    Attributes:
        posted: the entry; who asks for one alone gets its `takes` net of what reversed it.
        reverses: key of the entry it reverses.
        breakdown: the facts it was written with.
        idem: its idempotency key, "" where not asked for.
    """

    posted: Posted
    account: int
    programme: int
    reverses: int | None
    breakdown: dict[str, Any]
    idem: str = ""


def accounts_of(tx: Tx, customer_key: int) -> dict[int, AccountRow]:
    """A customer's accounts, by their programme's key."""
    return {row[0]: AccountRow(*row) for row in tx.run(_ACCOUNTS, {"customer": customer_key})}


def account_by_key(tx: Tx, key: int) -> tuple[AccountRow, int]:
    """An account, and the key of its customer."""
    row = tx.run(_BY_KEY, {"wanted": key}).one()
    return AccountRow(*row[:-1]), row[-1]


def lots_of(tx: Tx, account_key: int, until: datetime) -> Sequence[Lot]:
    """Every lot of an account, oldest first, spent and lapsed ones included, as it stood at a UTC instant."""

    def read() -> list[Lot]:
        taken: dict[int, int] = defaultdict(int)
        lapsed: dict[int, int] = defaultdict(int)
        lapses: dict[int, int] = defaultdict(int)
        values = {"account": account_key, "until": until}
        for lot, amount, kind in tx.run(_TAKEN, values):
            taken[lot] += amount
            if kind in _EXPIRES:
                lapsed[lot] += amount
                lapses[lot] += kind == EXPIRE
        return [
            Lot(
                entry=key, left=amount - taken.get(key, 0), expires_on=expires_on, occurred=occurred, visit=of,
                uid=uid, kind=kind, idle_months=idle, version=version, lapsed=lapsed.get(key, 0),
                lapses=lapses.get(key, 0),
            )
            for key, uid, kind, amount, expires_on, idle, occurred, of, version in tx.run(_LOTS, values)
        ]  # fmt: skip

    return tx.kept(("lots", account_key, until), {"ledger_entry": account_key, "allocation": None}, read)


def open_lots_of(tx: Tx, account: AccountRow) -> list[Lot]:
    """The lots of an account with anything left, oldest first, lapsed ones whose entry isn't written yet included."""
    if not account.posted and not account.owed:
        return []
    return [
        Lot(
            entry=key, left=left, expires_on=expires_on, occurred=occurred, visit=of, uid=uid, kind=kind,
            idle_months=idle, version=version, lapsed=lapsed, lapses=lapses,
        )
        for key, uid, kind, left, expires_on, idle, occurred, of, version, lapsed, lapses
        in tx.run(_OPEN_LOTS, {"account": account.key, "oldest": account.oldest})
    ]  # fmt: skip


def carried_text(carried: Mapping[str, Carried]) -> str:
    """What visits carry over, as an account keeps it: JSON, by rule [base, granted]."""
    return json.dumps({rule: [sums.base, sums.granted] for rule, sums in carried.items() if sums.base or sums.granted})


def open_lots(lots: Iterable[Lot], day: date, last_visit: date | None, zone: tzinfo) -> list[Lot]:
    """The lots that count on `day`, soonest to lapse first; `expires_on` is the day on which each lapses.

    Args:
        zone: the shop's.
    """
    found = []
    for lot in lots:
        when = lapse_day(lot, last_visit, zone) if lot.left > 0 else None
        if lot.left > 0 and (when is None or when > day):
            found.append(lot if when == lot.expires_on else replace(lot, expires_on=when))
    return sorted(found, key=lambda lot: (lot.expires_on is None, lot.expires_on or day, lot.occurred, lot.entry))


def open_sum(tx: Tx, account_key: int, day: date, zone: tzinfo) -> int:
    """What is left in an account's lots that still count on `day` of the shop's calendar in `zone`, debts counted."""
    row, owner = account_by_key(tx, account_key)
    lots = open_lots_of(tx, row)
    return sum(lot.left for lot in open_lots(lots, day, last_visit(tx, owner), zone)) - row.owed


def visit_entries(tx: Tx, visit_key: int) -> list[Written]:
    """What a visit earned, lost and was forgiven, oldest first, as it was written."""
    return written(tx.run(_VISIT_ENTRIES, {"visit": visit_key}), visit_key)


def entry_by_key(tx: Tx, key: int) -> Written:
    """One entry, net of whatever reversed it."""
    return net_of_reversals(tx, written(tx.run(_ONE_ENTRY, {"entry": key}))[0])


def key_of_entry(tx: Tx, uid: str) -> int:
    """The key of the entry with this uid."""
    return int(tx.run(_KEY_OF, {"wanted": uid}).one()[0])


def written(rows: Iterable[Any], visit_key: int | None = None) -> list[Written]:
    """Entries, a row for each of their allocations; `visit_key` where the rows don't say their visit."""
    found: dict[int, Any] = {}
    takes: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in rows:
        found[row.id] = row
        if row.lot is not None:
            takes[row.id].append((row.lot, row.part))
    return [
        Written(
            Posted(
                key=row.id, uid=row.uid, kind=row.kind, amount=row.amount, takes=tuple(takes[row.id]),
                visit=visit_key if visit_key is not None else row.visit, version=row.programme_version,
                reverses=row.reverses,
            ),
            row.account, row.programme, row.reverses, row.breakdown or {}, getattr(row, "key", ""),
        )
        for row in found.values()
    ]  # fmt: skip


def net_of_reversals(tx: Tx, entry: Written) -> Written:
    """An entry less what reversed it, and what reversed that in its turn."""
    return _less(entry, _undone(tx, entry.posted.key))


def _undone(tx: Tx, key: int) -> list[tuple[int, int]]:
    """What reversed an entry did to lots, net of what reversed that in its turn."""
    rows = tx.run(_REVERSED, {"entry": key}).all()
    again = [part for later in dict.fromkeys(row.id for row in rows) for part in _undone(tx, later)]
    return [(row.lot, row.amount) for row in rows] + again


def _less(entry: Written, undone: list[tuple[int, int]]) -> Written:
    if not undone or not entry.posted.takes:
        return entry
    net: dict[int, int] = defaultdict(int)
    for lot, part in entry.posted.takes:
        net[lot] += part
    for lot, part in undone:
        if lot in net:
            net[lot] += part
    was = entry.posted
    posted = Posted(
        key=was.key, uid=was.uid, kind=was.kind, amount=was.amount, visit=was.visit, version=was.version,
        reverses=was.reverses, takes=tuple((lot, part) for lot, part in net.items() if part),
    )  # fmt: skip
    return Written(posted, entry.account, entry.programme, entry.reverses, entry.breakdown, entry.idem)


def last_visit(tx: Tx, customer_key: int) -> date | None:
    """The day of a customer's last standing visit, from the cache."""
    day: date | None = tx.run(_LAST_VISIT, {"customer": customer_key}).one()[0]
    return day
