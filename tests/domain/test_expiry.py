"""When what was earned lapses."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_desktop.domain.expiry import add_months, expires_on
from retention_desktop.domain.terms import Expiry


@pytest.mark.parametrize(
    ("kind", "count", "earned", "gone"),
    [
        ("month_end", 0, date(2018, 1, 22), date(2018, 2, 1)),
        ("month_end", 0, date(2018, 12, 31), date(2019, 1, 1)),
        ("year_end", 0, date(2018, 1, 22), date(2019, 1, 1)),
        ("days", 30, date(2026, 11, 21), date(2026, 12, 21)),
        ("months", 12, date(2026, 11, 21), date(2027, 11, 21)),
        ("months", 1, date(2027, 1, 31), date(2027, 2, 28)),
        ("never", 0, date(2026, 11, 21), None),
    ],
)
def test_case_052_the_first_day_it_is_gone(kind: str, count: int, earned: date, gone: date | None) -> None:
    assert expires_on(Expiry(kind, count), earned) == (gone, None)


def test_idle_months_are_kept_as_such() -> None:
    assert expires_on(Expiry("idle_months", 6), date(2026, 11, 21)) == (None, 6)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 600))
def test_months_never_run_past_the_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert add_months(later, -months) <= day
