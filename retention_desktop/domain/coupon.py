"""Coupons: who may use one, when, how often, on what bill. Pure.

Times are judged as instants; days that the owner names are days of the shop's calendar, in the shop's zone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from retention_desktop.domain.terms import Gives

_CODE: Final = re.compile(r"[0-9A-Z]{4,24}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coupon:
    """A coupon: one shared code, or one of many single-use codes.

    Attributes:
        gives: what it takes off or adds.
        valid_from: the first instant (UTC) at which it counts, None = from the start.
        valid_until: the first instant (UTC) at which it no longer counts, None = for ever.
        minimum: the bill it asks for, minor units, before anything is taken off; the amount itself is enough.
        total_limit: how often it may be used in all, None = without end.
        person_limit: how often by one person, None = without end.
        customer: the store's key of the person it is bound to, None = free.
        sale: the store's key of the visit that gave it, None = no sale did; it counts once that bill is paid.
        withdrawn: taken back by the shop.
    """

    key: int
    uid: str
    name: str
    code: str
    gives: Gives
    made_at: datetime
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    minimum: int = 0
    total_limit: int | None = None
    person_limit: int | None = None
    customer: int | None = None
    sale: int | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """The bill that a coupon is held against, when it is paid.

    Attributes:
        at: UTC instant of the payment, not of the moment the code was named.
        customer: the store's key, None = nobody is known.
        bill: minor units before anything is taken off, None = not entered.
        visit: the store's key of the visit being paid, None = not kept yet.
    """

    at: datetime
    customer: int | None = None
    bill: int | None = None
    visit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the store says of a coupon at the moment of payment.

    Attributes:
        uses: in all, those given back left out.
        by_person: by the person who pays.
        sale_paid: the sale that gave it stands and has its amount; True where no sale gave it.
    """

    uses: int = 0
    by_person: int = 0
    sale_paid: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a coupon counts: `code` is "" or the code of a ShopError, with its facts beside the coupon's own code."""

    code: str = ""
    facts: dict[str, str | int] = field(default_factory=dict)


def judge(coupon: Coupon, payment: Payment, standing: Standing, zone: tzinfo) -> Verdict:
    """Whether a coupon counts on this bill, and if not, the first reason that a person can do something about.

    The order is fixed: the coupon itself, its time, its person, its sale, the bill, its limits.
    """
    if coupon.withdrawn:
        return Verdict(code="coupon_withdrawn")
    return (
        _judge_time(coupon, payment.at, zone)
        or _judge_person(coupon, payment)
        or _judge_sale(coupon, payment, standing)
        or _judge_bill(coupon, payment)
        or judge_limits(coupon, standing, payment.customer)
        or Verdict()
    )


def judge_limits(coupon: Coupon, standing: Standing, customer: int | None) -> Verdict | None:
    """Whether one more use is within the limits; None where it is."""
    if coupon.total_limit is not None and standing.uses >= coupon.total_limit:
        return Verdict(code="coupon_used_up", facts={"limit": coupon.total_limit})
    if coupon.person_limit is not None and customer is not None and standing.by_person >= coupon.person_limit:
        return Verdict(code="coupon_used_by_person", facts={"limit": coupon.person_limit})
    return None


def window(first: date | None, last: date | None, zone: tzinfo) -> tuple[datetime | None, datetime | None]:
    """The instants [from, until) of a coupon that counts from the first to the last day, both included."""
    after = None if last is None else last + timedelta(days=1)
    return (None if first is None else _midnight(first, zone), None if after is None else _midnight(after, zone))


def days_after(sale: date, after: int, lasting: int) -> tuple[date, date]:
    """First and last day of a coupon that counts from so many days after a sale, for so many days (at least one)."""
    first = sale + timedelta(days=after)
    return first, first + timedelta(days=lasting - 1)


def is_code(plain: str) -> bool:
    """Whether a plain code (`codes.plain_code`) may be a coupon's: 4 to 24 letters and digits."""
    return _CODE.fullmatch(plain) is not None


def last_day(coupon: Coupon, zone: tzinfo) -> date | None:
    """The last day on which it counts, in the shop's calendar."""
    if coupon.valid_until is None:
        return None
    return (coupon.valid_until - timedelta(microseconds=1)).astimezone(zone).date()


def _judge_time(coupon: Coupon, at: datetime, zone: tzinfo) -> Verdict | None:
    if coupon.valid_from is not None and at < coupon.valid_from:
        return Verdict(code="coupon_not_yet", facts={"day": coupon.valid_from.astimezone(zone).date().isoformat()})
    if coupon.valid_until is not None and at >= coupon.valid_until:
        return Verdict(code="coupon_over", facts={"day": str(last_day(coupon, zone))})
    return None


def _judge_person(coupon: Coupon, payment: Payment) -> Verdict | None:
    if payment.customer is None and (coupon.customer is not None or coupon.person_limit is not None):
        return Verdict(code="coupon_person_missing")
    if coupon.customer is not None and coupon.customer != payment.customer:
        return Verdict(code="coupon_other_person")
    return None


def _judge_sale(coupon: Coupon, payment: Payment, standing: Standing) -> Verdict | None:
    """What a sale gives for the next visit can't pay for that very sale, nor count before it is paid."""
    own = coupon.sale is not None and coupon.sale == payment.visit
    return Verdict(code="coupon_reserved") if own or not standing.sale_paid else None


def _judge_bill(coupon: Coupon, payment: Payment) -> Verdict | None:
    if (payment.bill or 0) >= coupon.minimum:
        return None
    return Verdict(code="coupon_minimum", facts={"minimum": coupon.minimum})


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)
