"""When a rule or promotion counts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_desktop.domain.promotion_window import changes_at, is_open
from retention_desktop.domain.terms import Window
from tests.domain.any_terms import WINDOWS

TOKYO = ZoneInfo("Asia/Tokyo")
BERLIN = ZoneInfo("Europe/Berlin")
TUESDAY = Window(weekdays=(1,), hours=(16 * 60, 18 * 60))


def _tokyo(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TOKYO)


BLACK_FRIDAY = Window(starts=_tokyo("2026-11-27"), until=_tokyo("2026-11-28"))


@pytest.mark.parametrize(
    ("local", "inside"),
    [("2026-11-26T23:59:59", False), ("2026-11-27T00:00:00", True), ("2026-11-27T12:00", True),
     ("2026-11-27T23:59:59.999", True), ("2026-11-28T00:00:00", False), ("2026-11-28T00:00:01", False)],
)  # fmt: skip
def test_case_011_a_bonus_day(local: str, inside: bool) -> None:  # noqa: FBT001 - the expected answer
    assert is_open(BLACK_FRIDAY, _tokyo(local)) is inside


def test_case_011_a_missing_end_is_open() -> None:
    assert is_open(None, _tokyo("1999-01-01"))
    assert is_open(Window(starts=BLACK_FRIDAY.starts), _tokyo("2099-01-01"))
    assert is_open(Window(until=BLACK_FRIDAY.until), _tokyo("1999-01-01"))


def test_case_012_weekdays() -> None:
    thursday = _tokyo("2026-11-26T12:00")
    assert is_open(Window(weekdays=(3,)), thursday)
    assert not is_open(Window(weekdays=(4, 5)), thursday)
    assert not is_open(Window(weekdays=()), thursday)


@pytest.mark.parametrize(
    ("local", "inside"),
    [("2026-11-24T15:59:59", False), ("2026-11-24T16:00", True), ("2026-11-24T17:59:59", True),
     ("2026-11-24T18:00", False), ("2026-11-25T17:00", False)],
)  # fmt: skip
def test_double_points_on_tuesday_afternoon(local: str, inside: bool) -> None:  # noqa: FBT001 - the expected answer
    assert is_open(TUESDAY, _tokyo(local)) is inside


def test_row_056_a_bonus_of_48_hours_is_exact_to_the_second() -> None:
    bonus = Window(starts=_tokyo("2026-11-27T10:00"), until=_tokyo("2026-11-29T10:00"))
    assert is_open(bonus, _tokyo("2026-11-29T09:59:59"))
    assert not is_open(bonus, _tokyo("2026-11-29T10:00:00"))


def test_48_hours_are_48_hours_when_the_clocks_change() -> None:
    starts = datetime(2026, 10, 24, 10, tzinfo=BERLIN).astimezone(UTC)  # the night after has 25 hours
    bonus = Window(starts=starts, until=starts + timedelta(hours=48))
    assert is_open(bonus, datetime(2026, 10, 26, 8, 59, 59, tzinfo=BERLIN))
    assert not is_open(bonus, datetime(2026, 10, 26, 9, tzinfo=BERLIN))


def test_both_hours_of_a_repeated_hour_are_inside() -> None:
    night = Window(weekdays=(6,), hours=(120, 180))
    for fold in (0, 1):
        assert is_open(night, datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=fold))


def test_weekly_hours_go_by_the_clock_on_the_wall() -> None:
    for day in (24, 31):  # before and after the change of 25 October 2026
        assert is_open(Window(weekdays=(5,), hours=(960, 1080)), datetime(2026, 10, day, 16, tzinfo=BERLIN))


def test_when_a_window_opens_and_closes() -> None:
    assert changes_at(TUESDAY, _tokyo("2026-11-24T12:00")) == _tokyo("2026-11-24T16:00")
    assert changes_at(TUESDAY, _tokyo("2026-11-24T17:00")) == _tokyo("2026-11-24T18:00")
    assert changes_at(TUESDAY, _tokyo("2026-11-24T18:00")) == _tokyo("2026-12-01T16:00")
    assert changes_at(BLACK_FRIDAY, _tokyo("2026-11-20")) == BLACK_FRIDAY.starts
    assert changes_at(BLACK_FRIDAY, _tokyo("2026-11-27")) == BLACK_FRIDAY.until
    assert changes_at(BLACK_FRIDAY, _tokyo("2026-11-28")) is None
    assert changes_at(None, _tokyo("2026-11-28")) is None
    later = Window(starts=_tokyo("2027-06-01"), weekdays=(1,), hours=(960, 1080))
    assert changes_at(later, _tokyo("2026-11-24T17:00")) == _tokyo("2027-06-01T16:00")
    assert changes_at(Window(weekdays=(1,)), _tokyo("2026-11-24T17:00")) == _tokyo("2026-11-25")


@given(WINDOWS, st.integers(0, 10**8))
def test_nothing_changes_before_the_next_change(window: Window | None, seconds: int) -> None:
    local = datetime(2025, 1, 1, tzinfo=BERLIN) + timedelta(seconds=seconds)
    at = changes_at(window, local)
    if at is None:
        return
    before = (at - timedelta(microseconds=1)).astimezone(BERLIN)
    assert is_open(window, before) is is_open(window, local)
    assert is_open(window, at.astimezone(BERLIN)) is not is_open(window, local)
