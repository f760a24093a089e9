"""Opening hours as people type them: "10", "1030", "１０：３０" and a closing time past midnight."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_TIME: Final = re.compile(r"(\d{1,2})(?:[:.時]?([0-5]\d)分?|時)?", re.ASCII)
WEEK: Final = 7


def read_time(text: str) -> str:
    """The time as "HH:MM", or "" for what is none. "24:00" is a closing time at midnight."""
    found = _TIME.fullmatch(unicodedata.normalize("NFKC", text).replace(" ", ""))
    if found is None:
        return ""
    hour, minute = int(found[1]), int(found[2] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 or (hour, minute) == (24, 0) else ""


def read_hours(start: str, end: str) -> str:
    """The day's hours as kept ("10:00-19:00"); "" where either is no time or both are the same.

    An end before the start is past midnight.
    """
    opens, closes = read_time(start), read_time(end)
    if not opens or not closes or opens in {closes, "24:00"}:
        return ""
    return f"{opens}-{closes}"


def split_hours(hours: str) -> tuple[str, str]:
    """Both times of one day's hours, two empty texts for a closed day."""
    start, _, end = hours.partition("-")
    return start, end
