"""What is earned without a bill: for signing up, a birthday, a friend, an answered survey or a mission."""

from __future__ import annotations

from calendar import isleap
from datetime import date
from typing import TYPE_CHECKING

from retention_desktop.domain.promotion_window import is_open

if TYPE_CHECKING:
    from datetime import datetime

    from retention_desktop.domain.terms import Rule, Terms


def awards(terms: Terms, kind: str, local: datetime, name: str = "") -> tuple[Rule, ...]:
    """The rules that pay for what happened at `local` (in the shop's zone), each its `points` (and `friend_points`).

    Args:
        kind: one of `terms.EVENT_KINDS`.
        name: which mission or survey; a rule without a name pays for any.
    """
    standing = (rule for rule in terms.rules if rule.enabled and rule.kind == kind and rule.name in {"", name})
    return tuple(rule for rule in standing if is_open(rule.window, local))


def numbered_key(key: str, number: int) -> str:
    """The key under which something that is given once is written for the `number`-th time, 0 = the first.

    It is given again only after it was taken back.
    """
    return f"again:{number}:{key}" if number else key


def plain_key(key: str) -> str:
    """The key without its number."""
    return key.split(":", 2)[2] if key.startswith("again:") else key


def birthday_in(year: int, month: int, day: int, feb29: str = "02-28") -> date:
    """The day a birthday is paid in a year; one of 29 February falls on "02-28" or "03-01" in a common year."""
    if (month, day) == (2, 29) and not isleap(year):
        return date.fromisoformat(f"{year:04}-{feb29}")
    return date(year, month, day)
