"""What a visit earns under a programme's terms. Whole numbers only; terms come from an immutable version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from retention_desktop.domain.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class PointTerms:
    """`points` for each full `per` minor units, once the amount reaches `minimum` (inclusive)."""

    points: int
    per: int
    minimum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PunchTerms:
    """`per_visit` punches a visit; `size` punches fill a card, which issues the reward named `reward`."""

    size: int
    per_visit: int
    reward: str


def read_terms(unit: str, terms: Mapping[str, Any]) -> PointTerms | PunchTerms:
    """The terms kept with a programme version; `unit` is "point" or "punch"."""
    if unit == "point":
        return PointTerms(points=terms["points"], per=terms["per"], minimum=terms["minimum"])
    return PunchTerms(size=terms["size"], per_visit=terms["per_visit"], reward=terms["reward"])


def default_point_terms(exponent: int) -> dict[str, int]:
    """1 point per 100 yen from 1,000 yen; with minor units 1 point per 1.00 from 10.00.

    Args:
        exponent: the currency's number of decimals (ISO 4217).
    """
    per = 10 ** max(exponent, 2)
    return {"points": 1, "per": per, "minimum": 10 * per}


def earned_by_amount(terms: PointTerms, amount: int | None) -> int:
    """Points for an amount in minor units: proportional, rounded down once at the end."""
    if amount is None or amount < terms.minimum:
        return 0
    return amount * terms.points // terms.per


def earned_by_visit(terms: PointTerms | PunchTerms, visit: Visit) -> int:
    """What one visit earns: a void visit nothing, a visit without an amount the punch only."""
    if visit.voided:
        return 0
    if isinstance(terms, PunchTerms):
        return terms.per_visit
    return earned_by_amount(terms, visit.amount)
