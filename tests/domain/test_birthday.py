"""Birthdays as people write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from japanera import EraDate

from retention_desktop.domain.birthday import Birthday, days_until, read_birthday


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("S63.4.1", "1988-04-01"),
        ("昭和63年4月1日", "1988-04-01"),
        ("昭６３年４月１日", "1988-04-01"),
        ("令和元年5月1日", "2019-05-01"),
        ("㋿元年5月1日", "2019-05-01"),
        ("R6/5/3", "2024-05-03"),
        ("ｒ６．５．３", "2024-05-03"),
        ("H2.10.26", "1990-10-26"),
        ("平成1年6月10日", "1989-06-10"),
        ("T15.12.24", "1926-12-24"),
        ("明治45年1月1日", "1912-01-01"),
        ("昭和63年", "1988"),
        ("昭和63年4月", "1988-04"),
        ("1987/8/27", "1987-08-27"),
        ("1974-02-01", "1974-02-01"),
        ("1978.5.1", "1978-05-01"),
        ("1978年5月1日", "1978-05-01"),
        ("1978年5月1日(月)", "1978-05-01"),
        ("1978年5月1日生まれ", "1978-05-01"),
        ("１９７８／５／１", "1978-05-01"),
        ("19780501", "1978-05-01"),
        ("1978-05-01 00:00:00", "1978-05-01"),
        ("1978-05-01T00:00:00", "1978-05-01"),
        ("1978年", "1978"),
        ("1978", "1978"),
        ("1978年5月", "1978-05"),
        ("1978/5", "1978-05"),
        ("5月14日", "--05-14"),
        ("3/26", "--03-26"),
        ("--05-14", "--05-14"),
        ("2月29日", "--02-29"),
        ("5月", "--05"),
        ("May 14, 1978", "1978-05-14"),
        ("14 May 1978", "1978-05-14"),
        ("14-May-1978", "1978-05-14"),
        ("September 3rd", "--09-03"),
        ("25/12/1978", "1978-12-25"),
        ("12/25/1978", "1978-12-25"),
        ("5/5/1978", "1978-05-05"),
    ],
)
def test_a_day_in_many_spellings(text: str, iso: str) -> None:
    birthday = read_birthday(text)
    assert (str(birthday), birthday.problem) == (iso, None)
    assert read_birthday(iso) == birthday


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("平成31年5月1日", "2019-05-01"),
        ("昭和64年1月8日", "1989-01-08"),
        ("H1.1.7", "1989-01-07"),
        ("S80.1.1", "2005-01-01"),
    ],
)
def test_a_day_outside_its_era_is_kept_and_flagged(text: str, iso: str) -> None:
    birthday = read_birthday(text)
    assert (str(birthday), birthday.problem) == (iso, "birthday_era")


@pytest.mark.parametrize("text", ["78/5/1", "63.4.1", "5/6/1978"])
def test_several_readings_are_not_guessed(text: str) -> None:
    assert read_birthday(text) == Birthday(problem="birthday_unclear")


@pytest.mark.parametrize(
    "text",
    [
        "1978/2/30",
        "2月30日",
        "1977/2/29",
        "13/45",
        "昭和0年1月1日",
        "S63.13.1",
        "1978/0/1",
        "0000-00-00",
        "28611",
        "不明",
        "-",
        "1500/1/1",
    ],
)
def test_impossible_days_are_problems_and_nothing_is_kept(text: str) -> None:
    assert read_birthday(text) == Birthday(problem="birthday_invalid")


@pytest.mark.parametrize("text", ["", " ", "　"])
def test_nothing_written(text: str) -> None:
    birthday = read_birthday(text.strip())
    assert birthday == Birthday()
    assert not birthday
    assert str(birthday) == ""


@given(st.dates(date(1873, 1, 1), date(2026, 12, 31)))
def test_eras_agree_with_japanera(day: date) -> None:
    era = EraDate.from_date(day)
    number = day.year - era.era.since.year + 1
    for name in (era.era.kanji, era.era.english[0]):
        assert read_birthday(f"{name}{number}年{day.month}月{day.day}日") == Birthday(day.year, day.month, day.day)


@given(st.text("0123456789年月日./-SHR昭和 元", max_size=14))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    found = read_birthday(text)
    assert bool(found) is (str(found) != "")
    if found.month is not None and found.day is not None:
        date(found.year or 2000, found.month, found.day)


@pytest.mark.parametrize(
    ("birthday", "today", "days"),
    [
        (Birthday(None, 5, 14), date(2026, 5, 14), 0),
        (Birthday(None, 5, 14), date(2026, 5, 13), 1),
        (Birthday(1980, 5, 14), date(2026, 5, 15), 364),
        (Birthday(1980, 2, 29), date(2026, 2, 27), 1),
        (Birthday(1980, 2, 29), date(2026, 2, 28), 0),
        (Birthday(1980, 2, 29), date(2028, 2, 28), 1),
        (Birthday(1980, 2, 29), date(2027, 3, 1), 365),
        (Birthday(None, 1, 1), date(2026, 12, 31), 1),
        (Birthday(1980, None, None), date(2026, 1, 1), None),
        (Birthday(None, 5, None), date(2026, 1, 1), None),
    ],
)
def test_days_until(birthday: Birthday, today: date, days: int | None) -> None:
    assert days_until(birthday, today) == days


@given(st.dates(date(1900, 1, 1), date(2026, 1, 1)), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_birthday_is_never_a_year_away(born: date, today: date) -> None:
    days = days_until(Birthday(born.year, born.month, born.day), today)
    assert days is not None
    assert 0 <= days <= 366
    assert (today + timedelta(days)).month == born.month
