"""Stages by each person's own rhythm, to the day."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from retention_desktop.domain.stage import Stage, StageDates, median_gap, stage_dates, stage_on

FIRST = date(2026, 1, 1)


def _days(*offsets: int) -> list[date]:
    return [FIRST + timedelta(days=offset) for offset in offsets]


def test_the_median_needs_three_visits() -> None:
    assert median_gap(_days(0, 10)) is None
    assert median_gap(_days(0, 10, 40)) == 20
    assert median_gap(_days(0, 10, 20, 50)) == 10
    assert median_gap(_days(0, 10, 31)) == Fraction(31, 2)


def test_two_visits_on_one_day_are_one_visit_day() -> None:
    assert median_gap(_days(0, 0, 10, 20)) == 10


@pytest.mark.parametrize(
    ("passed", "stage"),
    [(0, Stage.REGULAR), (30, Stage.REGULAR), (31, Stage.DUE), (45, Stage.DUE), (46, Stage.INACTIVE),
     (90, Stage.INACTIVE), (91, Stage.LOST)],
)  # fmt: skip
def test_stages_flip_exactly_on_the_day(passed: int, stage: Stage) -> None:
    days = _days(0, 30, 60)
    assert stage_on(days[-1] + timedelta(days=passed), 3, stage_dates(days)) is stage


@pytest.mark.parametrize(("passed", "stage"), [(60, Stage.NEW), (61, Stage.INACTIVE), (181, Stage.LOST)])
def test_below_three_visits_the_fixed_days_decide(passed: int, stage: Stage) -> None:
    assert stage_on(FIRST + timedelta(days=passed), 1, stage_dates([FIRST])) is stage


def test_without_visits_a_customer_is_new_for_ever() -> None:
    assert stage_dates([]) == StageDates(None, None, None)
    assert stage_on(FIRST, 0, stage_dates([])) is Stage.NEW
