"""The stage of a customer's relationship, judged by each person's own rhythm.

Rule (the shop's definition, the same on every page): new below 2 visits; due after more than 1 x the own
median gap, inactive after more than 1.5 x, lost after more than 3 x; below three visits the owner's fixed
days decide, by default 60 (inactive) and 180 (lost).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.domain.customer import Customer

INACTIVE_DAYS: Final = 60
LOST_DAYS: Final = 180


class Stage(StrEnum):
    """Where a customer stands today."""

    NEW = "new"
    REGULAR = "regular"
    DUE = "due"
    INACTIVE = "inactive"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class StageDates:
    """The first day of each stage, None where it does not come."""

    due_on: date | None
    inactive_on: date | None
    lost_on: date | None


def median_gap(days: Sequence[date]) -> Fraction | None:
    """The median of the gaps between consecutive visit days, None below three visits.

    Args:
        days: the visit days; several visits on one day count as one.
    """
    twice = _twice_the_median(days)
    return None if twice is None else Fraction(twice, 2)


def _twice_the_median(days: Sequence[date]) -> int | None:
    """In whole numbers: a Fraction is slow, and each visit comes here."""
    distinct = sorted({day.toordinal() for day in days})
    if len(distinct) < 3:
        return None
    gaps = sorted(later - earlier for earlier, later in pairwise(distinct))
    middle = len(gaps) // 2
    return 2 * gaps[middle] if len(gaps) % 2 else gaps[middle - 1] + gaps[middle]


def stage_dates(days: Sequence[date], inactive_days: int = INACTIVE_DAYS, lost_days: int = LOST_DAYS) -> StageDates:
    """When a customer with these visit days becomes due, inactive and lost, if no visit comes."""
    if not days:
        return StageDates(None, None, None)
    last, twice = max(days), _twice_the_median(days)
    if twice is None:
        return StageDates(None, _first_day_after(last, inactive_days), _first_day_after(last, lost_days))
    return StageDates(*(_first_day_after(last, days) for days in (twice // 2, 3 * twice // 4, 3 * twice // 2)))


def _first_day_after(last: date, days: int) -> date:
    """The first day on which more than `days`, or a fraction of a day beyond them, have passed."""
    return last + timedelta(days=days + 1)


def stage_on(today: date, visit_count: int, dates: StageDates) -> Stage:
    """The stage on a day of the shop's calendar."""
    if dates.lost_on and today >= dates.lost_on:
        return Stage.LOST
    if dates.inactive_on and today >= dates.inactive_on:
        return Stage.INACTIVE
    if dates.due_on and today >= dates.due_on:
        return Stage.DUE
    return Stage.NEW if visit_count < 2 else Stage.REGULAR


def stage_of(customer: Customer, today: date) -> Stage:
    """The stage of a customer on a day of the shop's calendar."""
    return stage_on(today, customer.visit_count, StageDates(customer.due_on, customer.inactive_on, customer.lost_on))
