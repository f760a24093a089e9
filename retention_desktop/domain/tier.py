"""Which level a customer stands on, a function of the day and of what was spent or earned; never of a balance.

A level is reached by the sum of the last months. Who falls below it keeps it for the days of grace, and then has the
best level reached within them. Levels rise only on days on which something was spent, so only those are asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from retention_desktop.domain.expiry import add_months

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.domain.terms import Tiers, TierStep


@dataclass(frozen=True, slots=True, kw_only=True)
class TierStanding:
    """Where a customer stands on a day.

    Attributes:
        step: the level held, None below the first.
        total: spent (minor units) or earned in the months that count.
        held: whether the level is kept by grace only.
        following: the next level above the one held, None on the highest.
        missing: what reaches it, in the unit of `total`.
    """

    step: TierStep | None
    total: int
    held: bool
    following: TierStep | None
    missing: int

    @property
    def percent(self) -> int:
        """The earning percent of the level."""
        return self.step.percent if self.step else 100


def tier_on(tiers: Tiers, history: Sequence[tuple[date, int]], day: date) -> TierStanding:
    """The level on a day of the shop's calendar.

    Args:
        history: what counts, by day: the net spend of standing visits, or the points earned. For the level after the
            bill at hand that bill is part of it, for the level that multiplies the bill it is not.
    """
    first = day - timedelta(days=tiers.grace_days)
    asked = {first, day, *(at for at, _ in history if first < at < day)}
    best = max((_level(tiers, sum_on(tiers, history, at)) for at in asked), default=-1)
    total = sum_on(tiers, history, day)
    following = tiers.steps[best + 1] if best + 1 < len(tiers.steps) else None
    return TierStanding(
        step=tiers.steps[best] if best >= 0 else None,
        total=total,
        held=best > _level(tiers, total),
        following=following,
        missing=following.threshold - total if following else 0,
    )


def sum_on(tiers: Tiers, history: Sequence[tuple[date, int]], day: date) -> int:
    """What counts on a day: everything up to it that is younger than the months of the tiers."""
    before = add_months(day, -tiers.months)
    return sum(amount for at, amount in history if before < at <= day)


def _level(tiers: Tiers, total: int) -> int:
    """The index of the highest level that a sum reaches, its threshold included; -1 below the first."""
    return sum(step.threshold <= total for step in tiers.steps) - 1
