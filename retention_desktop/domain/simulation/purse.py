"""What one customer holds in the course of a replay: a sum, and lots only where they can lapse."""

from __future__ import annotations

from collections import deque
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from retention_desktop.domain.expiry import add_months, expires_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.domain.terms import Expiry

    type_of_end = Callable[[str], str]


class Purse:
    """One customer's points or punches under one draft; days are ISO text and never go back.

    Lots lapse in the order in which they were earned, since one expiry rule holds for all of them.

    Args:
        end: the first day on which what is earned on a day no longer counts; None = it never lapses.
        idle: with `end`: what it says is said of the last visit, for all that is there.
    """

    __slots__ = ("_end", "_idle", "_last", "_lots", "balance", "issued", "lapsed", "reached", "redeemed")

    def __init__(self, end: type_of_end | None, *, idle: bool) -> None:
        self._end = end
        self._idle = idle
        self._last = ""
        self._lots: deque[list[str | int]] = deque()
        self.balance = self.issued = self.redeemed = self.lapsed = 0
        self.reached = 0

    def arrive(self, day: str) -> None:
        """A visit on this day, or the end of the replay: what has lapsed by then goes."""
        if self._end is None:
            return
        if self._idle:
            if self._last and self._end(self._last) <= day:
                self.lapsed += self.balance
                self.balance = 0
            self._last = day
            return
        lots = self._lots
        while lots and str(lots[0][0]) <= day:
            gone = int(lots.popleft()[1])
            self.lapsed += gone
            self.balance -= gone

    def put(self, amount: int, day: str) -> None:
        """Earn on this day."""
        self.balance += amount
        self.issued += amount
        if self._end is not None and not self._idle:
            self._lots.append([self._end(day), amount])

    def take(self, amount: int) -> None:
        """Spend, what lapses first before the rest; the balance must cover it."""
        self.balance -= amount
        self.redeemed += amount
        lots = self._lots
        while amount and lots:
            left = int(lots[0][1])
            if left > amount:
                lots[0][1] = left - amount
                return
            amount -= left
            lots.popleft()


def end_of(expiry: Expiry) -> tuple[type_of_end | None, bool]:
    """How a purse under this expiry is made: its `end`, remembered by day, and whether it is `idle`."""

    @cache
    def fixed(day: str) -> str:
        end, _ = expires_on(expiry, date.fromisoformat(day))
        return "9999-12-31" if end is None else end.isoformat()

    @cache
    def idle(day: str) -> str:
        return add_months(date.fromisoformat(day), expiry.count).isoformat()

    if expiry.kind == "never":
        return None, False
    return (idle, True) if expiry.kind == "idle_months" else (fixed, False)
