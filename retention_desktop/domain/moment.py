"""A day with a time of day as lists write them: 2026-10-02 14:30, 10/2/2026 3:30 PM, 2026/10/2 午後3:30, 15時30分.

A time that can't be read is a problem, never a guess. On a clock of twelve hours 12:30 PM is half past noon and
12:30 AM half past midnight, in Japanese (午後12:30) as in English, as programs write it. The bare words 午前12時 and
午後12時 are unclear: by the decree of 1872 the first is noon, on a digital clock it is midnight.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Final, Literal

from retention_desktop.domain.birthday import read_birthday

if TYPE_CHECKING:
    from datetime import tzinfo

    from retention_desktop.domain.date_order import DateHabit

_HALF: Final = r"午前|午後|a\.?m\.?|p\.?m\.?"
_TIME: Final = re.compile(
    rf"""
    (?:(?:(?<=\d)t|\s+at\s+|[,\s]+)(?=[\d午apz])|(?=午)|(?<=[日)])(?=\d)|^)
    (?P<half>{_HALF})?\s*
    (?P<hour>\d{{1,2}})
    (?: : (?P<minute>\d\d) (?: : (?P<second>\d\d) (?:[.,]\d+)? )?
      | 時 (?: (?P<half_past>半) | \s*(?P<minutes>\d{{1,2}})分 (?:\s*(?P<seconds>\d{{1,2}})秒)? )?
      | (?=\s*[ap]\.?m)
    )
    \s*(?P<after>{_HALF})?
    \s*(?P<zone>z|utc|gmt|[+-](?:0\d|1[0-4]):?[0-5]\d)?
    """,
    re.ASCII | re.VERBOSE,
)
_FIRST_WORD: Final = re.compile(r"(.+?\d日?(?:\([^)]*\))?)(?:t(?=\d)|,?\s|(?=[午正夕朝昼夜])).*", re.ASCII)
_BEFORE_NOON: Final = frozenset(("午前", "am", "a.m.", "a.m", "am."))
_HOURS: Final = 24
_NOON: Final = 12
_SIXTY: Final = 60

Problem = Literal["", "day_invalid", "day_unclear", "time_invalid"]


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was.

    Attributes:
        day: None where the text names none.
        clock: the time of day where one is given; in a zone of its own if the text names one.
        problem: why there is no day, or that the time beside it can't be read.
    """

    day: date | None
    clock: time | None = None
    problem: Problem = ""

    def at(self, zone: tzinfo | None) -> datetime | None:
        """The instant, in the text's own zone or else in this one; None without a time of day."""
        if self.day is None or self.clock is None:
            return None
        return datetime.combine(self.day, self.clock, self.clock.tzinfo or zone)


def read_moment(text: str, habit: DateHabit) -> Moment:
    """Read a day, with or without a time of day. Midnight sharp is what a sheet writes for a day alone: no time."""
    tidy = unicodedata.normalize("NFKC", text).strip().lower()
    found = _last_time(tidy)
    if found is not None:
        moment = _day(tidy[: found.start()], habit)
        if moment.day is not None:
            return _with_clock(moment.day, found)
    whole = _day(tidy, habit)
    if whole.day is not None and ":" not in tidy:
        return whole
    begun = _FIRST_WORD.fullmatch(tidy)
    moment = whole if begun is None else _day(begun[1], habit)
    return whole if moment.day is None else Moment(moment.day, None, "time_invalid")


def _last_time(tidy: str) -> re.Match[str] | None:
    """The time of day that ends the text."""
    return next((found for found in _TIME.finditer(tidy) if found.end() == len(tidy)), None)


def _day(text: str, habit: DateHabit) -> Moment:
    try:
        return Moment(date.fromisoformat(text))
    except ValueError:
        read = read_birthday(text, habit)
    if read.year is None or read.month is None or read.day is None:
        return Moment(None, None, "day_unclear" if read.problem == "birthday_unclear" else "day_invalid")
    return Moment(date(read.year, read.month, read.day))


def _with_clock(day: date, found: re.Match[str]) -> Moment:
    clock = _clock(found)
    if clock is None:
        return Moment(day, None, "time_invalid")
    return Moment(day, None if clock.replace(tzinfo=None) == time() else clock)


def _clock(found: re.Match[str]) -> time | None:
    hour = int(found["hour"])
    minute = 30 if found["half_past"] else int(found["minute"] or found["minutes"] or 0)
    second = int(found["second"] or found["seconds"] or 0)
    half = found["half"] or found["after"]
    if half:
        bare_noon = hour == _NOON and minute == 0 and not found["minute"] and "午" in half
        if bare_noon or (found["half"] and found["after"]):
            return None
        hour = _of_half(hour, before_noon=half in _BEFORE_NOON)
    if not 0 <= hour < _HOURS or max(minute, second) >= _SIXTY:
        return None
    return time(hour, minute, second, tzinfo=_zone(found["zone"]))


def _of_half(hour: int, *, before_noon: bool) -> int:
    """The hour of 24, -1 where there is none: 12 AM is 0, 12 PM is 12, 15 PM is 15, 15 AM is none."""
    if before_noon:
        return hour % _NOON if hour <= _NOON else -1
    return hour % _NOON + _NOON if hour <= _NOON else hour


def _zone(text: str | None) -> tzinfo | None:
    if not text:
        return None
    digits = text.replace(":", "")[1:]
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:])) if digits.isdigit() else timedelta()
    return timezone(-offset if text[0] == "-" else offset)
