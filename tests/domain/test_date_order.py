"""The order of day, month and year: by the region, and by what a whole column shows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_desktop.domain.birthday import Birthday, read_birthday
from retention_desktop.domain.date_order import DateHabit, column_habit, habit_of

TODAY = date(2026, 11, 21)


def read_column(region: str, *texts: str) -> list[str]:
    """As ISO; "?" where several days could be meant, "!" where it is none."""
    habit = column_habit(texts, region, TODAY, 100)
    marks = {"birthday_unclear": "?", "birthday_invalid": "!"}
    return [marks.get(found.problem or "", str(found)) for found in (read_birthday(text, habit) for text in texts)]


@pytest.mark.parametrize(
    ("region", "text", "iso"),
    [
        ("US", "04/01/1988", "1988-04-01"),
        ("PH", "4/1/1988", "1988-04-01"),
        ("GB", "04/01/1988", "1988-01-04"),
        ("DE", "4.1.1988", "1988-01-04"),
        ("AU", "4-1-1988", "1988-01-04"),
        ("JP", "04/01/1988", "?"),
        ("CA", "04/01/1988", "?"),
        ("US", "4/13/90", "1990-04-13"),
        ("US", "4/5/90", "1990-04-05"),
        ("GB", "4/5/90", "1990-05-04"),
        ("US", "4/5/'26", "2026-04-05"),
        ("US", "4/5/27", "1927-04-05"),
        ("JP", "4/5/90", "?"),
        ("JP", "26/10/4", "?"),
        ("US", "78/5/1", "?"),
        ("US", "3/26", "--03-26"),
        ("GB", "3/2", "--02-03"),
        ("JP", "3/2", "--03-02"),
        ("GB", "3月2日", "--03-02"),
        ("GB", "--03-02", "--03-02"),
        ("GB", "1988-04-01", "1988-04-01"),
        ("GB", "1988/04/01", "1988-04-01"),
        ("US", "0４／０１／１９８８", "1988-04-01"),
        ("US", "April 3, 1979", "1979-04-03"),
        ("US", "Wed, April 4, 1979", "1979-04-04"),
        ("US", "13/13/1988", "!"),
        ("US", "2/30/1988", "!"),
        ("US", "2/29/90", "?"),
    ],
)
def test_the_region_decides_what_the_column_leaves_open(region: str, text: str, iso: str) -> None:
    assert read_column(region, text) == [iso]


@pytest.mark.parametrize(
    ("region", "texts", "read"),
    [
        ("US", ("04/01/1988", "13/04/1990"), ["1988-01-04", "1990-04-13"]),
        ("GB", ("04/01/1988", "04/13/1990"), ["1988-04-01", "1990-04-13"]),
        ("JP", ("04/01/1988", "04/13/1990"), ["1988-04-01", "1990-04-13"]),
        ("JP", ("04/01/1988", "13/04/1990", ""), ["1988-01-04", "1990-04-13", ""]),
        ("US", ("04/01/1988", "13/04/1990", "04/13/1990"), ["?", "1990-04-13", "1990-04-13"]),
        ("US", ("4/1", "4/1/88", "13/4"), ["--01-04", "1988-01-04", "--04-13"]),
        ("JP", ("04/01/1988", "3/26", "26/10/4"), ["?", "--03-26", "?"]),
        ("US", ("04/01/1988", "1990-04-13", "R2.4.13", "25:00"), ["1988-04-01", "1990-04-13", "2020-04-13", "!"]),
    ],
)
def test_a_column_that_can_be_read_one_way_only_decides(region: str, texts: tuple[str, ...], read: list[str]) -> None:
    assert read_column(region, *texts) == read


def test_a_form_asks_for_the_month_first_without_a_year() -> None:
    assert read_birthday("3/2", habit_of("GB")) == Birthday(None, 3, 2)
    assert read_birthday("3/2/1990", habit_of("GB")) == Birthday(1990, 2, 3)
    assert read_birthday("3/2/90", habit_of("GB")) == Birthday(problem="birthday_unclear")
    assert habit_of("JP") == DateHabit()


@given(
    st.dates(date(1927, 1, 1), TODAY), st.sampled_from(("US", "GB")), st.sampled_from("/.-"), st.sampled_from((2, 4))
)
def test_a_day_comes_back_from_its_regions_notation(day: date, region: str, mark: str, digits: int) -> None:
    parts = (day.month, day.day) if region == "US" else (day.day, day.month)
    year = str(day.year)[-digits:]
    text = mark.join(map(str, (*parts, year)))
    assert read_birthday(text, column_habit([text], region, TODAY, 100)) == Birthday(day.year, day.month, day.day)


@given(st.lists(st.text("0123456789/.- 年月日'", max_size=12), max_size=4), st.sampled_from(("US", "GB", "JP", "CA")))
def test_any_column_is_read_without_an_exception(texts: list[str], region: str) -> None:
    habit = column_habit(texts, region, TODAY, 100)
    for text in texts:
        found = read_birthday(text, habit)
        assert bool(found) is (str(found) != "")
