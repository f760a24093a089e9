"""When what was earned lapses. Expiry is a function of the day: no job has to run for it to be true."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retention_desktop.domain.terms import Expiry


def expires_on(expiry: Expiry, day: date) -> tuple[date | None, int | None]:
    """The first day on which what is earned on `day` no longer counts, and its idle months; None is never.

    At the end of the month or year means through its last day: gone at 00:00 of the next one's first.
    """
    match expiry.kind:
        case "days":
            return day + timedelta(days=expiry.count), None
        case "months":
            return add_months(day, expiry.count), None
        case "month_end":
            return add_months(day.replace(day=1), 1), None
        case "year_end":
            return date(day.year + 1, 1, 1), None
        case "idle_months":
            return None, expiry.count
        case _:
            return None, None


def add_months(day: date, months: int) -> date:
    """The same day so many months on or back; a month without it ends earlier: 31 January and one are 28 February."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
