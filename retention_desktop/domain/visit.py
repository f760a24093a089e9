"""A visit to the shop, with or without a sale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from retention_desktop.domain.bill import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit or anonymous sale.

    Attributes:
        customer: the store's key of the customer; None = a sale without a customer.
        day: the shop's calendar day, fixed at entry.
        at: UTC instant, None where only the day is known.
        amount: minor units of `currency`, with tax, before rewards and coupons; None = no amount entered.
        tax: the part of it that is tax; None = by the programme's rate.
        discount: what rewards and coupons took off.
        code: what was entered for rules that ask for one.
        past_limit: the owner lets it punch cards whose limit would leave it without a punch.
    """

    key: int
    uid: str
    customer: int | None
    day: date
    at: datetime | None
    recorded_at: datetime
    amount: int | None
    currency: str
    staff: str = ""
    note: str = ""
    voided: bool = False
    tax: int | None = None
    discount: int = 0
    code: str = ""
    past_limit: bool = False


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line of a visit as it is kept."""

    key: int
    uid: str
    line: Line


@dataclass(frozen=True, slots=True)
class Refund:
    """What was given back at once: minor units, and units of lines (by their uid)."""

    uid: str
    amount: int
    lines: tuple[Line, ...]
    units: dict[str, int]
