"""Loyalty programmes, what a visit earned, and rewards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.terms import Gives

if TYPE_CHECKING:
    from datetime import date, datetime

    from retention_desktop.domain.terms import Terms

GIFT: Final = Gives(kind="gift")
"""Something handed over that takes nothing off a bill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A programme with one of its versions: the one in force, unless it was asked for another.

    Attributes:
        unit: "point", "punch" or "credit".
        version: key of the version that `terms` belong to.
        number: that version's number, 1 for the first.
    """

    key: int
    uid: str
    unit: str
    name: str
    version: int
    terms: Terms
    number: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Earned:
    """What one operation changed in one programme; negative where points went back."""

    programme: str
    unit: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reward:
    """A reward someone has.

    Attributes:
        state: "issued", "used" or "given_back", as it is kept; "expired" follows from the date, see `on`.
        gives: what was promised.
        programme: uid.
        discount: minor units that it took off a bill.
        visit: uid of the visit it was used on, "" where none.
        used_at: UTC instant, None while it isn't used.
    """

    uid: str
    name: str
    code: str
    state: str
    issued_at: datetime
    expires_on: date | None = None
    gives: Gives = GIFT
    programme: str = ""
    discount: int = 0
    visit: str = ""
    used_at: datetime | None = None

    def on(self, day: date, until: datetime | None = None) -> Reward | None:
        """It as it stood on a day of the shop's calendar, "expired" where its time was over; None = not issued yet.

        Args:
            until: leave out what happened after this UTC instant.
        """
        then = self
        if until is not None and self.issued_at > until:
            return None
        if until is not None and self.used_at is not None and self.used_at > until:
            then = replace(self, state="issued", discount=0, visit="", used_at=None)
        lapsed = then.state == "issued" and then.expires_on is not None and then.expires_on <= day
        return replace(then, state="expired") if lapsed else then

    def usable(self, day: date) -> bool:
        """Whether it can be used on this day of the shop's calendar."""
        return self.state == "issued" and (self.expires_on is None or self.expires_on > day)
