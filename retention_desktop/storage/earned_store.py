"""What a customer's other visits earned, as far as a bill's own earning depends on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, func, select

from retention_desktop.domain.earning import NOTHING_CARRIED, Carried
from retention_desktop.domain.posting.settling import VISIT_KINDS
from retention_desktop.storage.account_store import carried_text
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import account, carry, ledger_entry, visit

if TYPE_CHECKING:
    from datetime import date, datetime

    from retention_desktop.storage.account_store import AccountRow
    from retention_desktop.storage.database import Tx

_entry = ledger_entry.c
_OWN_CARRY: Final = Prepared(
    select(carry.c.rule, carry.c.base, carry.c.granted).where(
        carry.c.visit == bindparam("visit"), carry.c.account == bindparam("account")
    )
)
_same_visit = ledger_entry.alias("same_visit")
_START: Final = Prepared(
    select(_entry.visit)
    .where(
        _entry.account == bindparam("account"), _entry.visit != bindparam("visit"),
        _entry.kind.in_(sorted(VISIT_KINDS)), _entry.breakdown[("rules", "start")].as_integer() > 0,
        select(func.sum(_same_visit.c.amount))
        .where(
            _same_visit.c.visit == _entry.visit, _same_visit.c.account == _entry.account,
            _same_visit.c.kind.in_(sorted(VISIT_KINDS)),
        )
        .scalar_subquery() > 0,
    )
    .limit(1)
)  # fmt: skip
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
_EARNING: Final = Prepared(
    select(visit.c.day, visit.c.at)
    .join(ledger_entry, _entry.visit == visit.c.id)
    .join(account, account.c.id == _entry.account)
    .where(
        visit.c.customer == bindparam("customer"), visit.c.day >= bindparam("first"), visit.c.day <= bindparam("last"),
        visit.c.id < bindparam("before"), visit.c.voided_at.is_(None), account.c.programme == bindparam("programme"),
        _entry.kind.in_(sorted(VISIT_KINDS)),
    )
    .group_by(visit.c.id)
    .having(func.sum(_entry.amount) > 0)
)  # fmt: skip
_EARNED_BY_DAY: Final = Prepared(
    select(visit.c.day, func.sum(_entry.amount).label("amount"))
    .join(ledger_entry, _entry.visit == visit.c.id)
    .where(
        visit.c.customer == bindparam("customer"), visit.c.day > bindparam("after"), visit.c.id != bindparam("visit"),
        _entry.account + 0 == bindparam("account"), _entry.kind.in_(sorted(VISIT_KINDS)),
    )
    .group_by(visit.c.day)
)  # fmt: skip


def without_visit(tx: Tx, account: AccountRow, visit_key: int, earned: int) -> tuple[AccountRow, bool]:
    """An account as it would be without a visit that earned so much there; and whether the visit carried over."""
    own = tx.run(_OWN_CARRY, {"account": account.key, "visit": visit_key}).all()
    if not own and not earned:
        return account, False
    carried = account.carried_over()
    for row in own:
        sums = carried.get(row.rule, NOTHING_CARRIED)
        carried[row.rule] = Carried(sums.base - row.base, sums.granted - row.granted)
    return replace(account, earned=account.earned - earned, carried=carried_text(carried)), bool(own)


def another_started(tx: Tx, account_key: int, visit_key: int) -> bool:
    """Whether another visit than this one holds the account's start bonus."""
    return tx.run(_START, {"account": account_key, "visit": visit_key}).first() is not None


def earned_on(tx: Tx, account_key: int, customer_key: int, day: date, visit_key: int) -> tuple[int, set[str]]:
    """What the customer's other visits of a day earned, and the promotions that counted for them."""
    values = {"account": account_key, "customer": customer_key, "day": day, "visit": visit_key}
    rows = tx.run(_EARNED_ON, values).all()
    used = {(row.breakdown or {}).get("promotion", "") for row in rows if row.amount > 0}
    return sum(row.amount for row in rows), used - {""}


def earned_by_day(tx: Tx, account_key: int, customer_key: int, after: date, visit_key: int) -> list[tuple[date, int]]:
    """What the customer's other visits earned in the account, by day, since `after`."""
    values = {"account": account_key, "customer": customer_key, "after": after, "visit": visit_key}
    return [(row.day, row.amount) for row in tx.run(_EARNED_BY_DAY, values)]


def earning_visits(
    tx: Tx, programme: int, customer: int, days: tuple[date, date], before: int
) -> list[tuple[date, datetime | None]]:
    """Day and, where known, UTC instant of the customer's visits that earned in a programme, in whichever account.

    Args:
        programme, customer: their keys.
        days: the first and the last day asked for.
        before: only visits with a smaller key, which were recorded earlier.
    """
    values = {"programme": programme, "customer": customer, "first": days[0], "last": days[1], "before": before}
    return [(row.day, row.at) for row in tx.run(_EARNING, values)]
