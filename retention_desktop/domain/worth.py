"""What points, punches and rewards are worth to the shop: what it has promised, in minor units.

A point is worth what it takes off a bill; where points only buy rewards, the dearest of them by the point, since any
may be chosen. A punch is worth its part of what the full card costs.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from retention_desktop.domain.terms import CREDIT

if TYPE_CHECKING:
    from retention_desktop.domain.terms import Gives, Present, Terms


def cost_of(present: Present) -> int | None:
    """What one reward costs the shop in minor units; None where neither its cost nor its amount is known."""
    return cost_of_gift(present.gives) if present.cost is None else present.cost


def cost_of_gift(gives: Gives) -> int | None:
    """What is taken off a bill, at most; None for goods and for a percentage without a limit."""
    if gives.kind == "discount":
        return gives.amount
    return gives.cap if gives.kind == "percent" else None


def unit_worth(terms: Terms) -> Fraction | None:
    """What one point, punch or unit of credit is worth in minor units.

    Points that buy nothing are worth 0; None is where what they buy is of unknown cost.
    """
    if terms.card:
        cost = cost_of(terms.card.reward)
        return None if cost is None else Fraction(cost, terms.card.size)
    if terms.spend:
        return Fraction(terms.spend.value, terms.spend.points)
    if terms.unit == CREDIT:
        return Fraction(1)
    if not terms.rewards:
        return Fraction(0)
    costs = ((cost_of(each.present), each.points) for each in terms.rewards)
    return max((Fraction(cost, points) for cost, points in costs if cost is not None), default=None)
