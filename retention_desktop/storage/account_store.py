"""Accounts as plans find them: lots with what is left, what a visit did, filled cards, carry-over."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import String, bindparam, func, select, type_coerce

from retention_desktop.domain.account import HeldReward, Posted
from retention_desktop.domain.earning import Carried
from retention_desktop.domain.ledger import CARD_FILLED, EXPIRE, LOT_KINDS, Lot, back
from retention_desktop.domain.posting import lapse_day
from retention_desktop.domain.posting.settling import VISIT_KINDS
from retention_desktop.domain.terms import Gives, read_gives
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import account, allocation, carry, customer, ledger_entry, reward, visit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from retention_desktop.storage.database import Tx

FOREVER: Final = datetime.max.replace(tzinfo=UTC)
_entry = ledger_entry.c
_EXPIRES: Final = frozenset({EXPIRE, back(EXPIRE)})
_UNFORGIVEN: Final = "forgiven_back"
_OF_VISIT: Final = tuple(sorted(VISIT_KINDS | {_UNFORGIVEN, "forgiven_again"}))
_ACCOUNTS: Final = Prepared(
    select(account.c.programme, account.c.id, account.c.uid, account.c.posted, account.c.earliest_expiry).where(
        account.c.customer == bindparam("customer")
    )
)
_BY_KEY: Final = Prepared(
    select(account.c.programme, account.c.id, account.c.uid, account.c.posted, account.c.earliest_expiry,
           account.c.customer)
    .where(account.c.id == bindparam("wanted"))
)  # fmt: skip
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
_OPERATION_ENTRIES: Final = Prepared(
    select(
        _entry.id, _entry.uid, _entry.kind, _entry.amount, _entry.account, account.c.programme,
        _entry.programme_version, _entry.reverses, _entry.breakdown, _entry.visit, _entry.key, allocation.c.lot,
        allocation.c.amount.label("part"),
    )
    .join(account, account.c.id == _entry.account)
    .outerjoin(allocation, allocation.c.entry == _entry.id)
    .where(_entry.operation == bindparam("operation"))
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
_CARDS: Final = Prepared(
    select(
        reward.c.id, reward.c.uid, reward.c.name, reward.c.state, type_coerce(reward.c.gives, String).label("gives"),
        reward.c.key, _entry.id.label("debit"),
        _entry.uid.label("debit_uid"), _entry.amount, _entry.visit, _entry.programme_version, allocation.c.lot,
        allocation.c.amount.label("part"),
    )
    .outerjoin(
        ledger_entry,
        (_entry.id == reward.c.entry) & (_entry.account == reward.c.account) & (_entry.kind == CARD_FILLED),
    )
    .outerjoin(allocation, allocation.c.entry == _entry.id)
    .where(reward.c.account == bindparam("account"))
    .order_by(reward.c.id, allocation.c.id)
)  # fmt: skip
_LAST_VISIT: Final = Prepared(select(customer.c.last_visit_day).where(customer.c.id == bindparam("customer")))
_CARRIED: Final = Prepared(
    select(carry.c.rule, func.sum(carry.c.base).label("base"), func.sum(carry.c.granted).label("granted"))
    .where(carry.c.account == bindparam("account"), carry.c.visit != bindparam("visit"))
    .group_by(carry.c.rule)
)
_START: Final = Prepared(
    select(_entry.visit)
    .where(_entry.account == bindparam("account"), _entry.kind.in_(sorted(VISIT_KINDS)))
    .group_by(_entry.visit)
    .having(func.sum(_entry.amount) > 0, func.max(_entry.breakdown[("rules", "start")].as_integer()) > 0)
)
# The plus keeps SQLite from going through the whole account instead of the visits of one day.
_EARNED_ON: Final = Prepared(
    select(_entry.amount, _entry.breakdown)
    .join(visit, visit.c.id == _entry.visit)
    .where(
        visit.c.customer == bindparam("customer"), visit.c.day == bindparam("day"), visit.c.id != bindparam("visit"),
        _entry.account + 0 == bindparam("account"), _entry.kind.in_(sorted(VISIT_KINDS)),
        visit.c.voided_at.is_(None),
    )
)  # fmt: skip
_EARNED_EVER: Final = Prepared(
    select(func.coalesce(func.sum(_entry.amount), 0)).where(
        _entry.account == bindparam("account"), _entry.kind.in_(sorted(VISIT_KINDS)), _entry.visit != bindparam("visit")
    )
)
_EARNED_BY_DAY: Final = Prepared(
    select(visit.c.day, func.sum(_entry.amount).label("amount"))
    .join(ledger_entry, _entry.visit == visit.c.id)
    .where(
        _entry.account == bindparam("account"), _entry.kind.in_(sorted(VISIT_KINDS)),
        visit.c.id != bindparam("visit"), visit.c.day > bindparam("after"),
    )
    .group_by(visit.c.day)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account with its caches: the sum of its entries, and the first day on which an open lot lapses."""

    programme: int
    key: int
    uid: str
    posted: int
    earliest: date | None


@dataclass(frozen=True, slots=True)
class Written:
    """An entry as it stands, with its account and programme.

    Attributes:
        posted: the entry; its `takes` are net of what reversed it.
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
    return AccountRow(*row[:5]), row[5]


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


def open_lots(lots: Iterable[Lot], day: date, last_visit: date | None) -> list[Lot]:
    """The lots that count on `day`, soonest to lapse first; `expires_on` is the day on which each lapses."""
    found = []
    for lot in lots:
        when = lapse_day(lot, last_visit) if lot.left > 0 else None
        if lot.left > 0 and (when is None or when > day):
            found.append(lot if when == lot.expires_on else replace(lot, expires_on=when))
    return sorted(found, key=lambda lot: (lot.expires_on is None, lot.expires_on or day, lot.occurred, lot.entry))


def open_sum(tx: Tx, account_key: int, day: date) -> int:
    """What is left in an account's lots that still count on `day`, debts counted."""
    _, owner = account_by_key(tx, account_key)
    lots = lots_of(tx, account_key, FOREVER)
    standing = open_lots(lots, day, last_visit(tx, owner))
    return sum(lot.left for lot in standing) + sum(lot.left for lot in lots if lot.left < 0)


def visit_entries(tx: Tx, visit_key: int) -> list[Written]:
    """What a visit earned, lost and was forgiven, oldest first; each net of the entries that reverse it."""
    return _net(_written(tx.run(_VISIT_ENTRIES, {"visit": visit_key}), visit_key))


def operation_entries(tx: Tx, operation: int) -> list[Written]:
    """Every entry of an operation, oldest first, each net of whatever reversed it since."""
    return [_reversed(tx, entry) for entry in _written(tx.run(_OPERATION_ENTRIES, {"operation": operation}))]


def entry_by_key(tx: Tx, key: int) -> Written:
    """One entry, net of whatever reversed it."""
    return _reversed(tx, _written(tx.run(_ONE_ENTRY, {"entry": key}))[0])


def key_of_entry(tx: Tx, uid: str) -> int:
    """The key of the entry with this uid."""
    return int(tx.run(_KEY_OF, {"wanted": uid}).one()[0])


def _written(rows: Iterable[Any], visit_key: int | None = None) -> list[Written]:
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
            ),
            row.account, row.programme, row.reverses, row.breakdown or {}, getattr(row, "key", ""),
        )
        for row in found.values()
    ]  # fmt: skip


def _net(entries: list[Written]) -> list[Written]:
    """The same entries, each net of those among them that reverse it."""
    by_reversed: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for entry in entries:
        if entry.reverses is not None:
            by_reversed[entry.reverses] += entry.posted.takes
    return [_less(entry, by_reversed[entry.posted.key]) for entry in entries]


def _reversed(tx: Tx, entry: Written) -> Written:
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
        takes=tuple((lot, part) for lot, part in net.items() if part),
    )  # fmt: skip
    return Written(posted, entry.account, entry.programme, entry.reverses, entry.breakdown, entry.idem)


def cards_of(tx: Tx, account_key: int) -> tuple[HeldReward, ...]:
    """The rewards that the account's cards and milestones issued, oldest first, whatever their state."""
    found: dict[int, Any] = {}
    takes: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in tx.run(_CARDS, {"account": account_key}):
        if row.debit is not None or _is_milestone(row.key):
            found[row.id] = row
            if row.lot is not None:
                takes[row.id].append((row.lot, row.part))
    return tuple(
        HeldReward(
            uid=row.uid, name=row.name, state=row.state, key=row.key if _is_milestone(row.key) else "",
            gives=_gives(row.gives),
            card=None if row.debit is None else Posted(
                key=row.debit, uid=row.debit_uid, kind=CARD_FILLED, amount=row.amount, takes=tuple(takes[row.id]),
                visit=row.visit, version=row.programme_version,
            ),
        )
        for row in found.values()
    )  # fmt: skip


@lru_cache(maxsize=64)
def _gives(text: str) -> Gives:
    """What a reward gives; the rewards of a programme say the same again and again."""
    said = json.loads(text)
    return read_gives(said) if said else Gives(kind="gift")


def _is_milestone(key: str | None) -> bool:
    """Any other key is the one under which a caller used the reward."""
    return key is not None and key.startswith("milestone:")


def last_visit(tx: Tx, customer_key: int) -> date | None:
    """The day of a customer's last standing visit, from the cache."""
    day: date | None = tx.run(_LAST_VISIT, {"customer": customer_key}).one()[0]
    return day


def carried(tx: Tx, account_key: int, visit_key: int) -> dict[str, Carried]:
    """What the account's other visits carry over, by rule."""
    rows = tx.run(_CARRIED, {"account": account_key, "visit": visit_key})
    return {row.rule: Carried(row.base, row.granted) for row in rows}


def start_holders(tx: Tx, account_key: int) -> set[int]:
    """The visits that hold an account's start bonus: one at most."""
    return set(tx.run(_START, {"account": account_key}).scalars())


def earned_on(tx: Tx, account_key: int, customer_key: int, day: date, visit_key: int) -> tuple[int, set[str]]:
    """What the customer's other visits of a day earned, and the promotions that counted for them."""
    values = {"account": account_key, "customer": customer_key, "day": day, "visit": visit_key}
    rows = tx.run(_EARNED_ON, values).all()
    used = {(row.breakdown or {}).get("promotion", "") for row in rows if row.amount > 0}
    return sum(row.amount for row in rows), used - {""}


def earned_ever(tx: Tx, account_key: int, visit_key: int) -> int:
    """What all other visits earned."""
    return int(tx.run(_EARNED_EVER, {"account": account_key, "visit": visit_key}).one()[0])


def earned_by_day(tx: Tx, account_key: int, after: date, visit_key: int) -> list[tuple[date, int]]:
    """What the account's other visits earned, by day, since `after`."""
    rows = tx.run(_EARNED_BY_DAY, {"account": account_key, "after": after, "visit": visit_key})
    return [(row.day, row.amount) for row in rows]
