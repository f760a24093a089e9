"""What a visit earns: its bill as it stands, and what else the terms ask about its customer."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from retention_desktop import settings
from retention_desktop.domain.earning import Bill, Earning, capped, earn
from retention_desktop.domain.expiry import add_months
from retention_desktop.domain.tier import TierStanding, tier_on
from retention_desktop.storage import bill_store, earned_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from retention_desktop.domain.bill import Line
    from retention_desktop.domain.programme import Programme
    from retention_desktop.domain.terms import Tiers
    from retention_desktop.domain.visit import Visit
    from retention_desktop.storage.account_store import AccountRow
    from retention_desktop.storage.database import Tx


def local_time(tx: Tx, visit: Visit) -> datetime:
    """When a visit was, in the shop's zone; noon of its day where only that is known."""
    zone = settings.read(tx).zone_info
    return visit.at.astimezone(zone) if visit.at else datetime.combine(visit.day, time(12), zone)


def bill_of(tx: Tx, visit: Visit, *, new: bool = False, lines: Sequence[Line] = ()) -> Bill:
    """A visit's bill as it stands.

    Args:
        new: the visit was added in this transaction with these `lines`, so nothing was given back yet.
    """
    if new:
        return _bill(tx, visit, tuple(lines), (0, (), visit.voided))
    kept = bill_store.lines_of(tx, visit.key)
    refunds = bill_store.refunds_of(tx, visit.key)
    # No money and no goods: all of a bill that had no amount, or that points and rewards had paid for.
    returned = visit.voided or any(not one.amount and not one.lines for one in refunds)
    back = tuple(line for refund in refunds for line in refund.lines)
    return _bill(tx, visit, tuple(one.line for one in kept), (sum(one.amount for one in refunds), back, returned))


def _bill(tx: Tx, visit: Visit, lines: tuple[Line, ...], refunded: tuple[int, tuple[Line, ...], bool]) -> Bill:
    return Bill(
        local=local_time(tx, visit), amount=visit.amount, tax=visit.tax, discount=visit.discount, lines=lines,
        code=visit.code, refunded=refunded[0], refunded_lines=refunded[1], returned=refunded[2],
    )  # fmt: skip


def earning_of(
    tx: Tx, programme: Programme, visit: Visit, bill: Bill, account: AccountRow | None, first: dict[str, Any] | None
) -> Earning:
    """What a bill earns in a programme.

    Args:
        account: as it would be without this visit; None where the customer has none yet.
        first: the breakdown of the visit's first entry, which keeps the tier it was multiplied by; None without one.
    """
    terms, customer = programme.terms, visit.customer or 0
    if account is None and terms.tiers is None:
        return capped(earn(terms, bill), terms.caps)
    percent = 100
    if terms.tiers:
        percent = _first_percent(first) or standing(tx, programme, customer, account, visit.day, visit.key).percent
    carries = account is not None and any(rule.carry for rule in terms.rules)
    today, used = _today(tx, programme, visit, account)
    earning = earn(
        terms, bill, tier_percent=percent, used_today=used,
        carried=account.carried_over() if carries and account else {},
    )  # fmt: skip
    if terms.caps.customer is None or account is None:
        return capped(earning, terms.caps, today=today)
    return capped(earning, terms.caps, today=today, ever=account.earned)


def _first_percent(first: dict[str, Any] | None) -> int | None:
    return None if first is None else int(first.get("tier_percent", 100))


def _today(tx: Tx, programme: Programme, visit: Visit, account: AccountRow | None) -> tuple[int, set[str]]:
    terms = programme.terms
    asked = terms.caps.day is not None or any(offer.once_a_day for offer in terms.promotions)
    if not asked or account is None or visit.customer is None:
        return 0, set()
    return earned_store.earned_on(tx, account.key, visit.customer, visit.day, visit.key)


def standing(
    tx: Tx, programme: Programme, customer: int, account: AccountRow | None, day: date, but: int = 0
) -> TierStanding:
    """Where a customer stands in a programme with tiers, on a day; `but`: a visit that doesn't count."""
    tiers = programme.terms.tiers
    if tiers is None:
        raise LookupError(programme.uid)
    return tier_on(tiers, _history(tx, tiers, customer, account, day, but), day)


def _history(
    tx: Tx, tiers: Tiers, customer: int, account: AccountRow | None, day: date, but: int
) -> Sequence[tuple[date, int]]:
    after = add_months(day, -tiers.months - tiers.grace_days // 28 - 1)
    if tiers.by == "spend":
        return bill_store.spent_by_day(tx, customer, after, but)
    return earned_store.earned_by_day(tx, account.key, customer, after, but) if account else ()
