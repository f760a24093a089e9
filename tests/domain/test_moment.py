"""Days with times of day, in the notations of lists."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_desktop.domain.date_order import DateHabit
from retention_desktop.domain.moment import Moment, read_moment

US = DateHabit("month_first", range(1977, 2027))
OCTOBER = date(2026, 10, 2)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("2026-10-02", None),
        ("10/2/2026", None),
        ("10/2/26", None),
        ("2026-10-02 00:00:00", None),
        ("10/2/2026 12:00:00 AM", None),
        ("2026-10-02T00:00:00Z", None),
        ("2026-10-02 14:30", time(14, 30)),
        ("2026-10-02T14:30:05.250", time(14, 30, 5)),
        ("2026/10/2 9:05:07", time(9, 5, 7)),
        ("10/2/2026 3:30 PM", time(15, 30)),
        ("10/2/2026, 3:30:15 PM", time(15, 30, 15)),
        ("10/2/2026 3:30PM", time(15, 30)),
        ("10/2/2026 3:30 p.m.", time(15, 30)),
        ("10/2/2026 3 pm", time(15)),
        ("10/2/2026 12:30 AM", time(0, 30)),
        ("10/2/2026 12:00 PM", time(12)),
        ("10/2/2026 12:30 PM", time(12, 30)),
        ("10/2/2026 11:59 AM", time(11, 59)),
        ("10/2/2026 15:30 PM", time(15, 30)),
        ("Oct 2, 2026 at 3:30 PM", time(15, 30)),
        ("Fri, Oct 2, 2026 8am", time(8)),
        ("2026/10/2 午後3:30", time(15, 30)),
        ("2026/10/2 午前9:30", time(9, 30)),
        ("2026/10/2 午後12:30", time(12, 30)),
        ("2026/10/2 午前12:30", time(0, 30)),
        ("2026/10/2 午後0時5分", time(12, 5)),
        ("2026/10/2 15時30分", time(15, 30)),
        ("2026年10月2日 15時30分20秒", time(15, 30, 20)),
        ("2026年10月2日15時", time(15)),
        ("2026年10月2日(金)午後3時半", time(15, 30)),
        ("令和8年10月2日 午後３時３０分", time(15, 30)),
        ("R8.10.2 9:05", time(9, 5)),
        ("２０２６／１０／２　１４：３０", time(14, 30)),
        ("１０／２／２０２６　３：３０　ＰＭ", time(15, 30)),
    ],
)
def test_a_time_of_day_in_many_notations(text: str, clock: time | None) -> None:
    assert read_moment(text, US) == Moment(OCTOBER, clock)


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-02 99:99",
        "2026-10-02 25:30",
        "2026-10-02 24:00",
        "2026-10-02 14:60",
        "2026-10-02 15:30 AM",
        "2026-10-02 AM 3:30 PM",
        "2026-10-02 14:30 about",
        "10/2/2026 noon",
        "2026-10-02 夕方",
        "2026年10月2日 夕方",
        "2026年10月2日 午後12時",
        "2026年10月2日 午前12時",
        "2026-10-02 14:30+99:00",
    ],
)
def test_a_time_that_cannot_be_read_is_listed_and_the_day_kept(text: str) -> None:
    assert read_moment(text, US) == Moment(OCTOBER, None, "time_invalid")


@pytest.mark.parametrize(
    "text", ["", "14:30", "3:30 PM", "5月1日", "10月2日 14:30", "2026-02-30", "2026-02-30 14:30", "x"]
)
def test_no_day_is_no_moment(text: str) -> None:
    assert read_moment(text, US) == Moment(None, None, "day_invalid")


def test_a_day_that_could_be_two_is_unclear() -> None:
    assert read_moment("10/04/2026 3:30 PM", DateHabit()) == Moment(None, None, "day_unclear")


def test_a_text_may_name_its_own_zone() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    assert read_moment("2026-10-02T14:30:00Z", US).at(tokyo) == datetime(2026, 10, 2, 14, 30, tzinfo=UTC)
    assert read_moment("2026-10-02T14:30-05:00", US).at(tokyo) == datetime(2026, 10, 2, 19, 30, tzinfo=UTC)
    assert read_moment("2026-10-02T14:30", US).at(tokyo) == datetime(2026, 10, 2, 5, 30, tzinfo=UTC)
    assert read_moment("2026-10-02", US).at(tokyo) is None


_NOTATIONS = (
    "{0:%Y-%m-%d %H:%M}", "{0:%Y-%m-%dT%H:%M:%S}", "{0:%m/%d/%Y %I:%M %p}", "{0:%m/%d/%y %I:%M:%S %p}",
    "{0:%b %d, %Y %I:%M%p}", "{0:%Y}年{0:%m}月{0:%d}日 {0:%H}時{0:%M}分", "{0:%Y/%m/%d} {1}{0:%I:%M}",
    "{0:%Y}年{0:%m}月{0:%d}日{1}{2}時{0:%M}分", "{0:%Y/%m/%d}({3}) {0:%H:%M}",
)  # fmt: skip


@given(st.dates(date(1977, 1, 1), OCTOBER), st.times(), st.sampled_from(_NOTATIONS), st.sampled_from((0, 0xFEE0)))
def test_what_is_written_is_read_back(day: date, clock: time, notation: str, wider: int) -> None:
    at = datetime.combine(day, clock.replace(second=0, microsecond=0), tzinfo=UTC)
    text = notation.format(at, "午前" if at.hour < 12 else "午後", at.hour % 12, "月火水木金土日"[at.weekday()])
    text = text.translate({code: code + wider for code in range(0x21, 0x7F)})
    assert read_moment(text, US) == Moment(day, at.time() if at.time() != time() else None)


@given(st.text("0123456789年月日時分秒午前後半:/.- TZ+APMapm", max_size=24))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    found = read_moment(text, US)
    assert (found.day is None) is found.problem.startswith("day")
    found.at(UTC)
