"""In which order people write day, month and year, by region and by what a whole column shows.

Regions by the short date pattern of the Unicode CLDR: month first in the United States, their territories, Micronesia,
the Marshall Islands, Palau and the Philippines; year first in East Asia and a few others; everywhere else day first.
Canada writes all three, so nothing is taken for granted there.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

DateOrder = Literal["month_first", "day_first", "year_first", "mixed"]
"""`year_first`: days before the year are not usual, so one that can be read two ways is unclear. `mixed`: the same
after a column showed both other orders."""

_MONTH_FIRST: Final = frozenset(("US", "AS", "FM", "GU", "MH", "MP", "PH", "PR", "PW", "UM", "VI"))
_YEAR_FIRST: Final = frozenset(("JP", "CN", "KR", "KP", "TW", "MN", "HU", "LT", "IR", "CA"))
_PARTS: Final = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|'?\d\d))?(?![\d/.:-])", re.ASCII)
_MONTHS: Final = 12
_DAYS: Final = 31


@dataclass(frozen=True, slots=True)
class DateHabit:
    """How the days of one column, or of one shop's forms, are written.

    Attributes:
        order: of their parts.
        years: those that two digits may mean, at most a hundred; none = such a year is unclear.
        alone: days without a year are in this order, too; else the month stands first, as the forms ask for it.
    """

    order: DateOrder = "year_first"
    years: range = range(0)
    alone: bool = False


def habit_of(region: str) -> DateHabit:
    """How a single day is written in a region (ISO 3166 alpha-2); nobody says there what two digits of a year mean."""
    return DateHabit(_order_of(region))


def column_habit(texts: Iterable[str], region: str, today: date, back: int) -> DateHabit:
    """How a column's days are written: one that can be read one way only decides for all, else the region does.

    A column with both, 13/04 and 04/13, decides nothing. Two digits mean one of the `back` years up to today's.
    """
    usual = _order_of(region)
    seen = {order for text in texts if text for order in _shown_by(text, usual)}
    years = range(today.year - back + 1, today.year + 1)
    order: DateOrder = "mixed" if len(seen) > 1 else seen.pop() if seen else usual
    return DateHabit(order, years, alone=order != "year_first")


def _order_of(region: str) -> DateOrder:
    if region in _MONTH_FIRST:
        return "month_first"
    return "year_first" if region in _YEAR_FIRST else "day_first"


def _shown_by(text: str, usual: DateOrder) -> tuple[DateOrder, ...]:
    """The order that a cell proves. Where the year stands first, 26/10/04 and 3/26 prove none."""
    found = _PARTS.match(text if text.isascii() else unicodedata.normalize("NFKC", text))
    if found is None or (usual == "year_first" and len(found[3] or "") < len("2026")):
        return ()
    one, two = int(found[1]), int(found[2])
    if _MONTHS < one <= _DAYS and 1 <= two <= _MONTHS:
        return ("day_first",)
    return ("month_first",) if _MONTHS < two <= _DAYS and 1 <= one <= _MONTHS else ()
