"""Birthdays as people write them; each of year, month and day may be missing, and nothing is guessed.

Era starts: Meiji 25 January 1868 (in force from the year's first day), Taishō 30 July 1912, Shōwa 25 December 1926,
Heisei 8 January 1989, Reiwa 1 May 2019. The package `japanera` knows the same but takes 40 ms to import; a test
compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from retention_desktop.domain.date_order import DateHabit, DateOrder

Problem = Literal["birthday_invalid", "birthday_unclear", "birthday_era"]

_ERAS: Final = {
    "m": (date(1868, 1, 1), date(1912, 7, 30)),
    "t": (date(1912, 7, 30), date(1926, 12, 25)),
    "s": (date(1926, 12, 25), date(1989, 1, 7)),
    "h": (date(1989, 1, 8), date(2019, 4, 30)),
    "r": (date(2019, 5, 1), date.max),
}
_FIRST_YEAR: Final = 1868
_ERA_NAME: Final = re.compile("(明治|大正|昭和|平成|令和|明|大|昭|平|令)(?=[元0-9])")
_ERA_LETTERS: Final = {"明": "m", "大": "t", "昭": "s", "平": "h", "令": "r"}
_BESIDE: Final = re.compile(
    r"\([^)]*\)|[t ]\d{1,2}:\d\d.*$|生(?:まれ)?$|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]*\s+(?=\w)"
)  # weekday, time of a date cell, "born"
_MARKS: Final = str.maketrans({"年": "/", "月": "/", "日": "", ".": "/", "-": "/", "元": "1", " ": ""})
_PLAIN: Final = re.compile(r"([12]\d{3})[-/](\d{1,2})[-/](\d{1,2})", re.ASCII)
_WESTERN: Final = re.compile(r"([12]\d{3})(?:/(\d{1,2}))?(?:/(\d{1,2}))?/?", re.ASCII)
_ERA: Final = re.compile(r"([mtshr])/?(\d{1,2})(?:/(\d{1,2}))?(?:/(\d{1,2}))?/?", re.ASCII)
_DIGITS: Final = re.compile(r"([12]\d{3})(\d\d)(\d\d)", re.ASCII)
_NO_YEAR: Final = re.compile(r"(?://)?(\d{1,2})/(\d{1,2})?|//(\d\d)", re.ASCII)
_SHORT_YEAR: Final = re.compile(r"'?\d\d/\d{1,2}/\d{1,2}|\d{1,2}/\d{1,2}/'?\d\d", re.ASCII)
_SHORT_YEAR_LAST: Final = re.compile(r"(\d{1,2})/(\d{1,2})/'?(\d\d)", re.ASCII)
_YEAR_LAST: Final = re.compile(r"(\d{1,2})/(\d{1,2})/([12]\d{3})", re.ASCII)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_MONTH_FIRST: Final = re.compile(rf"{_MONTH}\s*(\d{{1,2}})(?:st|nd|rd|th)?(?:[,\s]+([12]\d{{3}}))?", re.ASCII)
_DAY_FIRST: Final = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[\s-]*{_MONTH}(?:[,\s-]+([12]\d{{3}}))?", re.ASCII)


_ANYWHERE: Final = DateHabit()


@dataclass(frozen=True, slots=True)
class Birthday:
    """What is known of a birthday.

    Attributes:
        year: of the common era.
        month: 1-12.
        day: 1-31, possible in that month and year.
        problem: `birthday_era` where the day lies outside the era it was written in (kept all the same);
            `birthday_unclear` where several days could be meant, `birthday_invalid` where none can: nothing is kept.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    problem: Problem | None = None

    def __bool__(self) -> bool:
        """Whether anything is known."""
        return not (self.year is None and self.month is None and self.day is None)

    def __str__(self) -> str:
        """As ISO 8601 writes it: 1978-05-01, 1978-05, 1978, --05-14, --05; "" for nothing."""
        year = "-" if self.year is None else f"{self.year:04}"
        parts = [year, *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts) if self else ""


def read_birthday(text: str, habit: DateHabit = _ANYWHERE) -> Birthday:
    """Read a day written in an era or western year, or without a year. Empty text is no birthday and no problem.

    `habit` decides where day and month stand before the year, or alone, and could be either.
    """
    plain = _PLAIN.fullmatch(text)
    if plain is not None:
        return _known(int(plain[1]), int(plain[2]), int(plain[3]))
    tidy = _BESIDE.sub("", unicodedata.normalize("NFKC", text).strip().lower()).strip()
    if not tidy:
        return Birthday(problem="birthday_invalid") if text.strip() else Birthday()
    tidy = _ERA_NAME.sub(lambda era: _ERA_LETTERS[era[0][0]], tidy)
    if "月" in tidy or tidy.startswith("--"):
        habit = _ANYWHERE  # the text itself says which is the month
    return _named_month(tidy) or _numbers(tidy.translate(_MARKS), habit)


def days_until(birthday: Birthday, today: date) -> int | None:
    """Days from `today` to the next birthday, 0 on the day; None without month and day.

    Who was born on 29 February has it on the 28th in other years: a greeting a day early is still in the month.
    """
    if birthday.month is None or birthday.day is None:
        return None
    days = (_in_year(birthday.month, birthday.day, year) for year in (today.year, today.year + 1))
    return next((day - today).days for day in days if day >= today)


def _numbers(tidy: str, habit: DateHabit) -> Birthday:
    western = _WESTERN.fullmatch(tidy) or _DIGITS.fullmatch(tidy)
    if western is not None:
        return _known(*(int(part) if part else None for part in western.groups()))
    era = _ERA.fullmatch(tidy)
    if era is not None:
        return _of_era(era[1], *(int(part) if part else None for part in era.groups()[1:]))
    no_year = _NO_YEAR.fullmatch(tidy)
    if no_year is not None:
        return _without_year(int(no_year[1] or no_year[3]), int(no_year[2]) if no_year[2] else None, habit)
    year_last = _YEAR_LAST.fullmatch(tidy)
    if year_last is not None:
        return _either_order(int(year_last[1]), int(year_last[2]), int(year_last[3]), habit.order)
    return _short_year(tidy, habit)


def _without_year(one: int, two: int | None, habit: DateHabit) -> Birthday:
    if two is None or not habit.alone:
        return _known(None, one, two)
    return _either_order(one, two, None, habit.order)


def _short_year(tidy: str, habit: DateHabit) -> Birthday:
    """A year of two digits: clear only where it stands last by habit and one of the habit's years ends so."""
    found = _SHORT_YEAR_LAST.fullmatch(tidy)
    if found is not None and habit.order != "year_first":
        year = next((year for year in habit.years if year % 100 == int(found[3])), None)
        read = Birthday() if year is None else _either_order(int(found[1]), int(found[2]), year, habit.order)
        if read:
            return read
    return Birthday(problem="birthday_unclear" if _SHORT_YEAR.fullmatch(tidy) else "birthday_invalid")


def _known(year: int | None, month: int | None = None, day: int | None = None) -> Birthday:
    """The parts if they can be a day; a leap year stands in for a missing one."""
    try:
        date(2000 if year is None else year, month or 1, day or 1)
    except ValueError:
        return Birthday(problem="birthday_invalid")
    if month == 0 or day == 0 or (year is not None and year < _FIRST_YEAR):
        return Birthday(problem="birthday_invalid")
    return Birthday(year, month, day)


def _of_era(letter: str, number: int | None, month: int | None = None, day: int | None = None) -> Birthday:
    first, last = _ERAS[letter]
    if not number:
        return Birthday(problem="birthday_invalid")
    found = _known(first.year + number - 1, month, day)
    if found.year is None:
        return found
    earliest, latest = date(found.year, month or 1, day or 1), date(found.year, month or 12, day or 28)
    outside = latest < first or earliest > last
    return Birthday(found.year, found.month, found.day, "birthday_era" if outside else None)


def _either_order(one: int, two: int, year: int | None, order: DateOrder) -> Birthday:
    """Day and month without a sign which is which: clear if only one reading is a day, else as the order says."""
    readings = {(found.month, found.day) for found in (_known(year, one, two), _known(year, two, one)) if found}
    if len(readings) < 2:
        return _known(year, *readings.pop()) if readings else Birthday(problem="birthday_invalid")
    if order == "month_first":
        return _known(year, one, two)
    return _known(year, two, one) if order == "day_first" else Birthday(problem="birthday_unclear")


def _named_month(tidy: str) -> Birthday | None:
    found = _MONTH_FIRST.fullmatch(tidy)
    if found is not None:
        return _known(int(found[3]) if found[3] else None, _MONTHS.index(found[1]) + 1, int(found[2]))
    found = _DAY_FIRST.fullmatch(tidy)
    if found is not None:
        return _known(int(found[3]) if found[3] else None, _MONTHS.index(found[2]) + 1, int(found[1]))
    return None


def _in_year(month: int, day: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)
