"""The people who work here: what each may do, and how long to wait after wrong PINs. Pure.

A PIN is for accountability and against slips: four digits fall to a program within the hour for anyone who has the
store's file, whatever the hash.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

FREE_TRIES: Final = 5
"""Wrong PINs in a row before the first wait."""
FIRST_WAIT: Final = timedelta(seconds=30)
LONGEST_WAIT: Final = timedelta(minutes=15)
"""The wait doubles up to here: a person who only mistypes is never kept out for a day."""
PIN_DIGITS: Final = range(4, 13)


class Role(StrEnum):
    """What a person is here."""

    OWNER = "owner"
    DESK = "desk"


class Deed(StrEnum):
    """What the desk may not do without the owner."""

    ADJUST = "adjust"
    EXPORT = "export"
    BULK_SEND = "bulk_send"
    RULES = "rules"
    RESTORE = "restore"
    STAFF = "staff"
    VOID_EARLIER = "void_earlier"
    PUNCH_LIMIT = "punch_limit"
    MERGE = "merge"
    DELETE = "delete"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """One person who works here.

    Attributes:
        has_pin: a PIN is asked for when this person signs in; owners always have one.
        adjust_limit: points, punches or minor units by hand in one entry; None = no limit. Owners have none.
        customer: the store's key of this person's own card, None where there is none.
        card, card_name: that customer's uid and name, "" where there is none.
        failures: wrong PINs since the last right one.
        locked_until: UTC; no PIN is tried before.
        left: works here no longer.
    """

    key: int
    uid: str
    name: str
    role: Role
    has_pin: bool
    adjust_limit: int | None = None
    customer: int | None = None
    card: str = ""
    card_name: str = ""
    failures: int = 0
    locked_until: datetime | None = None
    left: bool = False

    @property
    def is_owner(self) -> bool:
        """Whether everything is theirs to do."""
        return self.role is Role.OWNER


def refusal(person: StaffMember | None, deed: Deed, amount: int | None = None) -> str:
    """Why this person (None = nobody has signed in) may not do this: "needs_owner", "over_limit", "" where they may.

    Args:
        amount: what is added or taken by hand, for `Deed.ADJUST`; the limit holds in both directions.
    """
    if person is None:
        return "needs_owner"
    if person.is_owner:
        return ""
    if deed is not Deed.ADJUST:
        return "needs_owner"
    within = person.adjust_limit is None or abs(amount or 0) <= person.adjust_limit
    return "" if within else "over_limit"


def plain_pin(typed: str) -> str:
    """The digits of a PIN as typed, full-width ones too; "" where it is not four to twelve digits."""
    digits = unicodedata.normalize("NFKC", typed).strip()
    return digits if digits.isascii() and digits.isdigit() and len(digits) in PIN_DIGITS else ""


def wait_after(failures: int) -> timedelta:
    """How long no PIN is tried after so many wrong ones in a row: none, then 30 s, doubling, at most 15 min."""
    if failures < FREE_TRIES:
        return timedelta()
    doublings: int = 2 ** min(failures - FREE_TRIES, 10)
    return min(FIRST_WAIT * doublings, LONGEST_WAIT)


def seconds_left(person: StaffMember, now: datetime) -> int:
    """Whole seconds until a PIN is tried again, 0 where it is tried now.

    Never more than the wait that was due: a clock set back must not keep anybody out for ever.
    """
    if person.locked_until is None or person.locked_until <= now:
        return 0
    left = min(person.locked_until - now, wait_after(person.failures))
    return -(-left // timedelta(seconds=1))
