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
_BESIDE: Final = re.compile(r"\([^)]*\)|[t ]\d{1,2}:\d\d.*$|生(?:まれ)?$")  # weekday, time of a date cell, "born"
_MARKS: Final = str.maketrans({"年": "/", "月": "/", "日": "", ".": "/", "-": "/", "元": "1", " ": ""})
_PLAIN: Final = re.compile(r"([12]\d{3})[-/](\d{1,2})[-/](\d{1,2})", re.ASCII)
_WESTERN: Final = re.compile(r"([12]\d{3})(?:/(\d{1,2}))?(?:/(\d{1,2}))?/?", re.ASCII)
_ERA: Final = re.compile(r"([mtshr])/?(\d{1,2})(?:/(\d{1,2}))?(?:/(\d{1,2}))?/?", re.ASCII)
_DIGITS: Final = re.compile(r"([12]\d{3})(\d\d)(\d\d)", re.ASCII)
_NO_YEAR: Final = re.compile(r"(?://)?(\d{1,2})/(\d{1,2})?|//(\d\d)", re.ASCII)
_SHORT_YEAR: Final = re.compile(r"'?\d\d/\d{1,2}/\d{1,2}", re.ASCII)
_YEAR_LAST: Final = re.compile(r"(\d{1,2})/(\d{1,2})/([12]\d{3})", re.ASCII)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_MONTH_FIRST: Final = re.compile(rf"{_MONTH}\s*(\d{{1,2}})(?:st|nd|rd|th)?(?:[,\s]+([12]\d{{3}}))?", re.ASCII)
_DAY_FIRST: Final = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[\s-]*{_MONTH}(?:[,\s-]+([12]\d{{3}}))?", re.ASCII)


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


def read_birthday(text: str) -> Birthday:
    """Read a day written in an era or western year, or without a year. Empty text is no birthday and no problem."""
    plain = _PLAIN.fullmatch(text)
    if plain is not None:
        return _known(int(plain[1]), int(plain[2]), int(plain[3]))
    tidy = _BESIDE.sub("", unicodedata.normalize("NFKC", text).strip().lower()).strip()
    if not tidy:
        return Birthday(problem="birthday_invalid") if text.strip() else Birthday()
    tidy = _ERA_NAME.sub(lambda era: _ERA_LETTERS[era[0][0]], tidy)
    return _named_month(tidy) or _numbers(tidy.translate(_MARKS))


def days_until(birthday: Birthday, today: date) -> int | None:
    """Days from `today` to the next birthday, 0 on the day; None without month and day.

    Who was born on 29 February has it on the 28th in other years: a greeting a day early is still in the month.
    """
    if birthday.month is None or birthday.day is None:
        return None
    days = (_in_year(birthday.month, birthday.day, year) for year in (today.year, today.year + 1))
    return next((day - today).days for day in days if day >= today)


def _numbers(tidy: str) -> Birthday:
    western = _WESTERN.fullmatch(tidy) or _DIGITS.fullmatch(tidy)
    if western is not None:
        return _known(*(int(part) if part else None for part in western.groups()))
    era = _ERA.fullmatch(tidy)
    if era is not None:
        return _of_era(era[1], *(int(part) if part else None for part in era.groups()[1:]))
    no_year = _NO_YEAR.fullmatch(tidy)
    if no_year is not None:
        return _known(None, int(no_year[1] or no_year[3]), int(no_year[2]) if no_year[2] else None)
    year_last = _YEAR_LAST.fullmatch(tidy)
    if year_last is not None:
        return _either_order(int(year_last[1]), int(year_last[2]), int(year_last[3]))
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


def _either_order(one: int, two: int, year: int) -> Birthday:
    """Day and month before the year: clear only if one of them can't be a month or both are the same."""
    readings = {(found.month, found.day) for found in (_known(year, one, two), _known(year, two, one)) if found}
    if len(readings) > 1:
        return Birthday(problem="birthday_unclear")
    return _known(year, *readings.pop()) if readings else Birthday(problem="birthday_invalid")


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
