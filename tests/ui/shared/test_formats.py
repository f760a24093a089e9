"""Values as the reader writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from ui.shared.formats import NOTHING, Formats, minor_digits

if TYPE_CHECKING:
    from ui.shared.language import Language

TODAY = date(2026, 11, 21)
TOKYO = ZoneInfo("Asia/Tokyo")


@pytest.fixture
def formats(language: Language) -> Formats:
    return Formats(language)


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [
        (1080, "JPY", "¥1,080"),
        (0, "JPY", "¥0"),
        (-500, "JPY", "−¥500"),
        (1250, "EUR", "€12.50"),
        (123456, "GBP", "£1,234.56"),
        (12345, "KWD", "KWD 12.345"),
    ],
)
def test_money(formats: Formats, minor: int, currency: str, text: str) -> None:
    assert formats.money(minor, currency) == text


def test_minor_digits_follow_iso_4217() -> None:
    assert [minor_digits(code) for code in ("JPY", "EUR", "KWD")] == [0, 2, 3]


@pytest.mark.parametrize(
    ("code", "day", "short", "old", "punch", "birthday"),
    [
        ("ja", "11月21日（土）", "11月21日", "2025年3月4日", "11/21", "11月27日"),
        ("en", "Sat 21 Nov", "21 Nov", "4 Mar 2025", "21/11", "27 Nov"),
    ],
)
def test_days(
    formats: Formats, language: Language, code: str, day: str, short: str, old: str, punch: str, birthday: str
) -> None:
    language.choose("ja" if code == "ja" else "en")
    assert formats.day(TODAY, TODAY) == day
    assert formats.short_day(TODAY) == short
    assert formats.short_day(date(2025, 3, 4), TODAY) == old
    assert formats.punch_day(TODAY) == punch
    assert formats.month_day(11, 27) == birthday
    assert formats.day(None) == NOTHING


def test_instants_are_shown_in_the_shops_zone(formats: Formats) -> None:
    instant = datetime(2026, 11, 20, 15, 32, tzinfo=UTC)
    assert formats.time(instant, TOKYO) == "00:32"
    assert formats.day_time(instant, TOKYO) == "21 Nov 00:32"


def test_days_ago(formats: Formats, language: Language) -> None:
    assert formats.relative_day(TODAY, TODAY) == "Today"
    assert formats.relative_day(date(2026, 11, 20), TODAY) == "Yesterday"
    assert formats.relative_day(date(2026, 10, 3), TODAY) == "3 Oct"
    assert formats.days_ago(date(2026, 11, 20), TODAY) == "1 day ago"
    assert formats.days_ago(date(2026, 10, 3), TODAY) == "49 days ago"
    assert formats.days(1) == "1 day"
    language.choose("ja")
    assert formats.days_ago(date(2026, 10, 3), TODAY) == "49日前"
    assert formats.days_ago(None, TODAY) == NOTHING


def test_phones(formats: Formats) -> None:
    assert formats.phone("+819012341284") == "090-1234-1284"
    assert formats.phone("+81312341284") == "03-1234-1284" or formats.phone("+81312341284").endswith("-1284")
    assert formats.phone("+442071838750") == "+442071838750"
    assert formats.masked_phone("+819012341284") == "•••-••••-1284"
    assert formats.masked_phone("") == NOTHING


def test_shares_and_time_left(formats: Formats) -> None:
    assert formats.percent(0.432) == "43%"
    assert formats.duration(20) == "less than a minute"
    assert formats.duration(170) == "3 min"
    assert formats.number(12345) == "12,345"
    assert formats.symbol("EUR") == "€"
