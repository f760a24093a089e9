"""What one customer holds in the course of a replay: a sum, and lots only where they can lapse."""

from __future__ import annotations

from collections import deque
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.expiry import add_months, expires_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.domain.terms import Expiry

    type_of_end = Callable[[str], str]

NEVER: Final = "9999-12-31"
"""A day on which nothing lapses any more."""


class Purse:
    """One customer's points or punches under one draft; days are ISO text and never go back.

    Lots lapse in the order in which they were earned, since one expiry rule holds for all of them.

    Args:
        end: the first day on which what is earned on a day no longer counts; None = it never lapses.
        idle: with `end`: what it says is said of the last visit, for all that is there.

    Attributes:
        due: something lapses on this day at the earliest; asked before `lapse` is called.
        reached: the most punches the open card has had.
    """

    __slots__ = ("_end", "_idle", "_lots", "balance", "due", "issued", "lapsed", "reached", "redeemed")

    def __init__(self, end: type_of_end | None, *, idle: bool) -> None:
        self._end = None if idle else end
        self._idle = end if idle else None
        self._lots: deque[tuple[str, int]] = deque()
        self.balance = self.issued = self.redeemed = self.lapsed = self.reached = 0
        self.due = NEVER

    def lapse(self, day: str) -> None:
        """Let go of what no longer counts on this day."""
        lots = self._lots
        if self._idle:
            gone = self.balance
        else:
            gone = 0
            while lots and lots[0][0] <= day:
                gone += lots.popleft()[1]
        self.lapsed += gone
        self.balance -= gone
        self.due = lots[0][0] if lots else NEVER

    def seen(self, day: str) -> None:
        """The customer came: only what lapses when idle asks for that."""
        if self._idle:
            self.due = self._idle(day)

    def put(self, amount: int, day: str) -> None:
        """Earn on this day."""
        self.balance += amount
        self.issued += amount
        if self._end is not None:
            end = self._end(day)
            if not self._lots:
                self.due = end
            self._lots.append((end, amount))

    def take(self, amount: int) -> None:
        """Spend, what lapses first before the rest; the balance must cover it."""
        self.balance -= amount
        self.redeemed += amount
        lots = self._lots
        while amount and lots:
            end, left = lots.popleft()
            if left > amount:
                lots.appendleft((end, left - amount))
                return
            amount -= left
        if self._end is not None:
            self.due = lots[0][0] if lots else NEVER


def end_of(expiry: Expiry) -> tuple[type_of_end | None, bool]:
    """How a purse under this expiry is made: its `end`, remembered by day, and whether it is `idle`."""

    @cache
    def fixed(day: str) -> str:
        end, _ = expires_on(expiry, date.fromisoformat(day))
        return NEVER if end is None else end.isoformat()

    @cache
    def idle(day: str) -> str:
        return add_months(date.fromisoformat(day), expiry.count).isoformat()

    if expiry.kind == "never":
        return None, False
    return (idle, True) if expiry.kind == "idle_months" else (fixed, False)
