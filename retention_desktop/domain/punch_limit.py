"""How often a card is punched: so many visits a day, and so many minutes apart. Pure.

A limit leaves a visit without a punch; the visit itself, its amount and what it earns elsewhere stand. Who was recorded
first has the punch: a visit is judged by those recorded before it that have one. When such a visit is taken back, or
moved to another day, the ones recorded after it are judged again, so that the next of them gets the punch; when it
comes back, it has it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, tzinfo

    from retention_desktop.domain.terms import Limit

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limited:
    """A visit that a card's limit leaves without a punch.

    Attributes:
        programme: uid.
        minutes: from the visit until a punch is possible again, whole ones, rounded up.
    """

    programme: str
    name: str
    limit: Limit
    minutes: int


def reach(limit: Limit) -> timedelta:
    """How many days off a punch may be, at most, and still count against a visit."""
    return timedelta(days=-(-limit.minutes // (24 * 60)) + 1 if limit.minutes else 0)


def minutes_left(
    limit: Limit, day: date, at: datetime | None, punched: Sequence[tuple[date, datetime | None]], zone: tzinfo
) -> int:
    """Minutes from a visit until its card may be punched, 0 = now.

    Args:
        day: the visit's, of the shop's calendar.
        at: its instant; without one only the day counts, from noon.
        punched: day and instant of the visits that count against it, before and after it alike.
        zone: the shop's; differences are real time, on days when clocks are put forward or back, too.
    """
    moment = (at or datetime.combine(day, time(12), zone)).astimezone(UTC)
    free = moment
    if at is not None:
        gap = limit.minutes * _MINUTE
        for other in sorted(other for _, other in punched if other is not None):
            if other - gap < free < other + gap:
                free = other.astimezone(UTC) + gap
    if limit.per_day and sum(other == day for other, _ in punched) >= limit.per_day:
        midnight = datetime.combine(day + timedelta(days=1), time(), zone)
        free = max(free, midnight.astimezone(UTC))
    return -(-(free - moment) // _MINUTE)
