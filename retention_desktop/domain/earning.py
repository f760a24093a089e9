"""What a bill earns under a programme's terms, in whole numbers and exact fractions; each rule rounds once, at its end.

The rules that stand add up, unless one of them stands alone: then it replaces them (highest priority, then the one
that gives most). One promotion counts a bill: the highest priority, then the one that gives most. A multiplier and
the tier's percent are part of each rule's product before it is rounded.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from retention_desktop.domain.bill import Bill, Line, counted, units
from retention_desktop.domain.promotion_window import is_open
from retention_desktop.domain.terms import BILL_KINDS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from fractions import Fraction

    from retention_desktop.domain.terms import Caps, Goods, Promotion, Rule, Terms
    from retention_desktop.domain.visit import Visit

__all__ = [
    "NOTHING_CARRIED", "Bill", "Carried", "Earning", "Line", "PointTerms", "PunchTerms", "capped", "carry_key",
    "default_point_terms", "earn", "earned_by_amount", "earned_by_visit", "read_terms", "summed",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Carried:
    """Minor units that count towards a rule with carry-over, and what was granted for them.

    For a customer's other visits both are sums; for one bill `granted` is what the sum of all is worth less what the
    others were granted: it may be below zero after a refund, for the whole stays exact.
    """

    base: int
    granted: int


@dataclass(frozen=True, slots=True)
class Earning:
    """What one bill earns and why.

    Attributes:
        amount: points, punches or minor units of credit.
        by_rule: what each rule gave, and "promotion:<id>" its bonus; zeros are left out.
        promotion: the id of the one that counted, or "".
        facts: JSON for the entry's breakdown: `net`, `counted` (minor units or units by rule), `times`,
            `tier_percent`, `cap` and `uncapped` where they mattered.
        carry: by `carry_key`, what this bill adds to the rules with carry-over.
    """

    amount: int
    by_rule: dict[str, int]
    promotion: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    carry: dict[str, Carried] = field(default_factory=dict)


_NONE_CARRIED: Final[Mapping[str, Carried]] = {}
NOTHING_CARRIED: Final = Carried(0, 0)


def earn(
    terms: Terms,
    bill: Bill,
    *,
    tier_percent: int = 100,
    carried: Mapping[str, Carried] = _NONE_CARRIED,
    used_today: Collection[str] = (),
) -> Earning:
    """What a bill earns.

    Args:
        tier_percent: the earning percent of the customer's tier before this bill.
        carried: by `carry_key`, the sums of the customer's other standing visits.
        used_today: promotions that counted for this customer today, for those that count once a day.
    """
    rules = [rule for rule in terms.rules if _stands(rule, bill)]
    if bill.undone:
        return _taken_back(rules, carried)
    offers = [offer for offer in terms.promotions if _offered(offer, terms, bill, used_today)]
    if not offers:
        return _settle(terms, bill, rules, tier_percent, carried, None)
    settled = [(offer, _settle(terms, bill, rules, tier_percent, carried, offer)) for offer in offers]
    return max(settled, key=lambda it: (it[1].amount > 0, it[0].priority, it[1].amount))[1]


def capped(earning: Earning, caps: Caps, *, today: int = 0, ever: int = 0) -> Earning:
    """What is left of an earning under the caps, given what the customer's other bills earned that day and in all."""
    amount, cap = earning.amount, ""
    for name, most, already in (("day", caps.day, today), ("customer", caps.customer, ever)):
        if most is not None and amount > max(most - already, 0):
            amount, cap = max(most - already, 0), name
    facts = earning.facts | {"cap": cap, "uncapped": earning.amount}
    return replace(earning, amount=amount, facts=facts) if cap else earning


def summed(some: Mapping[str, Carried], more: Mapping[str, Carried]) -> dict[str, Carried]:
    """What is carried over together, by `carry_key`."""
    found = dict(some)
    for key, part in more.items():
        sums = found.get(key, NOTHING_CARRIED)
        found[key] = Carried(sums.base + part.base, sums.granted + part.granted)
    return found


def carry_key(rule: Rule) -> str:
    """Under which name a rule's carry-over is kept: a new rate begins anew."""
    return f"{rule.id}:{rule.points}/{rule.per}:{rule.mode}"


def worth_of(key: str, base: int) -> int:
    """What minor units that count are worth by the rule of a `carry_key`."""
    rate, mode = key.rsplit(":", 2)[1:]
    points, per = (int(part) for part in rate.split("/"))
    return base // per * points if mode == "block" else base * points // per


def _carries(rule: Rule) -> bool:
    return rule.carry and rule.kind == "amount" and rule.per > 0


def _stands(rule: Rule, bill: Bill) -> bool:
    if not rule.enabled or rule.kind not in BILL_KINDS:
        return False
    if rule.code and rule.code.casefold() != bill.code.strip().casefold():
        return False
    return rule.window is None or is_open(rule.window, bill.local)


def _offered(promotion: Promotion, terms: Terms, bill: Bill, used_today: Collection[str]) -> bool:
    """Whether a promotion counts for this bill: open, not used up, enough spent, its goods bought."""
    if not promotion.enabled or not is_open(promotion.window, bill.local):
        return False
    if promotion.once_a_day and promotion.id in used_today:
        return False
    if promotion.minimum and counted(bill, terms.base, terms.tax_percent) < promotion.minimum:
        return False
    return promotion.goods is None or units(bill, promotion.goods) > 0


def _settle(
    terms: Terms, bill: Bill, rules: list[Rule], percent: int, carried: Mapping[str, Carried], offer: Promotion | None
) -> Earning:
    """What the standing rules give together under one promotion or none."""
    given: dict[str, int] = {}
    measured: dict[str, int | str] = {}
    carry: dict[str, Carried] = {}
    for rule in rules:
        measure = _measure(rule, terms, bill)
        if not measure and not (rule.carry and _carries(rule) and carry_key(rule) in carried):
            continue
        exact, over = _multiplied(measure, rule, terms, bill, percent, offer)
        if rule.carry and _carries(rule):
            carry[carry_key(rule)] = kept = _carry(rule, int(exact // over), carried)
            given[rule.id] = kept.granted
        else:
            given[rule.id] = _rounded(terms.rounding, rule.points * exact, over * _divisor(rule))
        measured[rule.id] = measure if isinstance(measure, int) else str(measure)
    alone = _standing_alone(rules, given)
    if alone:
        given = {alone.id: given[alone.id]}
        carry = {key: kept for key, kept in carry.items() if key == carry_key(alone)}
    return _summed(bill, given, measured, carry, percent, offer)


def _taken_back(rules: list[Rule], carried: Mapping[str, Carried]) -> Earning:
    """A bill given back whole earns nothing, but what it had lent to the carry-over of other bills is settled."""
    carry = {
        carry_key(rule): _carry(rule, 0, carried) for rule in rules if _carries(rule) and carry_key(rule) in carried
    }
    by_rule = {rule.id: carry[carry_key(rule)].granted for rule in rules if carry_key(rule) in carry}
    by_rule = {rule: points for rule, points in by_rule.items() if points}
    return Earning(sum(by_rule.values()), by_rule, facts={"net": 0}, carry=carry)


def _measure(rule: Rule, terms: Terms, bill: Bill) -> int | Fraction:
    """How much a rule counts on this bill: minor units, blocks, units or the one visit; 0 below its minimum.

    An amount rule's minimum is asked of the goods it counts, the others' of the whole bill.
    """
    if rule.kind == "amount":
        base = _base(terms, bill, rule.goods)
        return _portion(rule, base) if base >= rule.minimum else 0
    if rule.minimum and _base(terms, bill) < rule.minimum:
        return 0
    return _units(rule, bill, rule.goods)


def _base(terms: Terms, bill: Bill, *chosen: Goods | None) -> int | Fraction:
    if terms.base == "bill" and not any(chosen):
        return bill.net
    return counted(bill, terms.base, terms.tax_percent, *(goods for goods in chosen if goods))


def _portion(rule: Rule, base: int | Fraction) -> int | Fraction:
    """What of a base a rule multiplies: its full blocks, or all of it; nothing for a rule without a divisor."""
    if not rule.per:
        return 0
    return int(base // rule.per) if rule.mode == "block" and not rule.carry else base


def _units(rule: Rule, bill: Bill, *chosen: Goods | None) -> int:
    goods = [each for each in chosen if each]
    if rule.kind == "item":
        return units(bill, *goods)
    return 1 if not goods or units(bill, *goods) else 0


def _divisor(rule: Rule) -> int:
    return rule.per if rule.kind == "amount" and rule.mode != "block" else 1


def _multiplied(
    measure: int | Fraction, rule: Rule, terms: Terms, bill: Bill, percent: int, offer: Promotion | None
) -> tuple[int | Fraction, int]:
    """A measure times the tier's percent and the promotion's multiplier, as a numerator and a denominator.

    A promotion for certain goods multiplies their part of the measure only.
    """
    share, over = (1, 1) if percent == 100 else (percent, 100)
    if offer and offer.kind == "multiply":
        times, of = offer.times.as_integer_ratio()
        part = measure if offer.goods is None else _part(rule, terms, bill, offer.goods)
        measure, over = measure * of + part * (times - of), over * of
    return measure * share, over


def _part(rule: Rule, terms: Terms, bill: Bill, goods: Goods) -> int | Fraction:
    if rule.kind == "amount":
        return _portion(rule, _base(terms, bill, rule.goods, goods))
    return _units(rule, bill, rule.goods, goods)


def _rounded(rounding: str, exact: int | Fraction, over: int) -> int:
    if rounding == "ceil":
        return int(-(-exact // over))
    if rounding == "half_up":
        return int((2 * exact + over) // (2 * over))
    return int(exact // over)


def _carry(rule: Rule, base: int, carried: Mapping[str, Carried]) -> Carried:
    others = carried.get(carry_key(rule), NOTHING_CARRIED)
    total = others.base + base
    worth = total // rule.per * rule.points if rule.mode == "block" else total * rule.points // rule.per
    return Carried(base, worth - others.granted)


def _standing_alone(rules: list[Rule], given: Mapping[str, int]) -> Rule | None:
    alone = [rule for rule in rules if rule.alone and given.get(rule.id, 0) > 0]
    return max(alone, key=lambda rule: (rule.priority, given[rule.id])) if alone else None


def _summed(
    bill: Bill,
    given: dict[str, int],
    measured: dict[str, int | str],
    carry: dict[str, Carried],
    percent: int,
    offer: Promotion | None,
) -> Earning:
    by_rule = {rule: points for rule, points in given.items() if points}
    facts: dict[str, Any] = {"net": bill.net, "counted": {rule: measured[rule] for rule in given}}
    if percent != 100:
        facts["tier_percent"] = percent
    if offer and offer.kind == "add":
        by_rule[f"promotion:{offer.id}"] = offer.points
    elif offer:
        facts["times"] = str(offer.times)
    return Earning(sum(by_rule.values()), by_rule, offer.id if offer and by_rule else "", facts, carry)


# -- the terms of revision 0001 --------------------------------------------------------------------------------------


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
