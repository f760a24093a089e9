"""What is wrong with a programme's terms, field by field. Nothing with a problem is ever written."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.standing_discount import read_discount
from retention_desktop.domain.term_shape import Problem, check_discounts, check_shape
from retention_desktop.domain.terms import CREDIT, UNITS, SpendTerms, read_terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from retention_desktop.domain.terms import CardTerms, Present, Rule, Terms, Tiers, Window

__all__ = ["CODES", "Problem", "discount_problems", "problems"]

CODES: Final[Mapping[str, tuple[str, ...]]] = {
    # the shape of a field
    "missing": (),
    "unknown_field": (),
    "unknown_choice": ("value", "choices"),
    "not_a_number": ("value",),
    "not_a_text": ("value",),
    "not_yes_or_no": ("value",),
    "not_a_list": ("value",),
    "not_an_object": ("value",),
    "not_an_instant": ("value",),
    "not_hours": ("value",),
    "too_small": ("least",),
    "too_large": ("most",),
    "not_above_zero": (),
    "too_many_decimals": ("most",),
    # what makes no sense together
    "duplicate": ("value",),
    "window_ends_first": (),
    "carry_without_amount": (),
    "pays_nobody": (),
    "tax_rate_missing": (),
    "reward_costs_more": ("cost", "gives"),
    "points_worth_more": ("worth", "gives"),
    "gives_more_than_spent": ("gives", "spent"),
    "cap_below_reward": ("least",),
    "tiers_not_rising": ("above",),
    "tiers_missing": (),
    "milestone_beyond_card": ("size",),
    "start_fills_card": ("size",),
    "visit_fills_card": ("size",),
}
"""Every code with the names of its facts; money in minor units."""

_CREDIT: Final = SpendTerms(points=1, value=1)


def problems(unit: str, json: object) -> tuple[Problem, ...]:
    """Everything wrong with the terms of a unit, in the order of their fields; empty if they may be kept.

    What is misshapen comes first; whether the fields make sense together is asked of well-shaped terms only.
    """
    if unit not in UNITS:
        return (Problem("unit", "unknown_choice", {"value": unit[:40], "choices": ", ".join(UNITS)}),)
    misshapen = check_shape(unit, json)
    if misshapen or not isinstance(json, dict):
        return misshapen
    terms = read_terms(unit, json)
    return (*_base(terms, json), *_caps(terms), *_rules(terms), *_promotions(terms), *_rewards(terms), *_rest(terms))


def discount_problems(json: object) -> tuple[Problem, ...]:
    """Everything wrong with a list of standing discounts (its JSON: `standing_discount`)."""
    misshapen = tuple(check_discounts("", json))
    if misshapen or not isinstance(json, list):
        return misshapen
    discounts = [read_discount(each) for each in json]
    windows = (problem for at, each in enumerate(discounts) for problem in _window(str(at), each.window))
    return (*_twice("", [each.id for each in discounts]), *windows)


def _base(terms: Terms, json: Mapping[str, object]) -> Iterator[Problem]:
    """A base without tax needs a rate for bills that don't say their tax: 0 must be said, not forgotten."""
    if terms.base.endswith("without_tax") and "tax_percent" not in json:
        yield Problem("tax_percent", "tax_rate_missing")


def _caps(terms: Terms) -> Iterator[Problem]:
    """A customer may earn enough for each reward, else it is promised in vain."""
    needed = [reward.points for reward in terms.rewards]
    if terms.spend:
        needed.append(max(terms.spend.minimum, terms.spend.step))
    if terms.card:
        needed.append(terms.card.size - terms.card.start)
    if terms.caps.customer is not None and terms.caps.customer < max(needed, default=0):
        yield Problem("caps.customer", "cap_below_reward", {"least": max(needed)})


def _rules(terms: Terms) -> Iterator[Problem]:
    yield from _twice("rules", [rule.id for rule in terms.rules])
    for at, rule in enumerate(terms.rules):
        yield from _window(f"rules.{at}", rule.window)
        if rule.carry and rule.kind != "amount":
            yield Problem(f"rules.{at}.carry", "carry_without_amount")
        if not rule.points and not rule.friend_points:
            yield Problem(f"rules.{at}.points", "pays_nobody")
        if rule.kind == "amount":
            yield from _rate(f"rules.{at}.points", rule, terms)


def _rate(path: str, rule: Rule, terms: Terms) -> Iterator[Problem]:
    """Points may not be worth more than the spend that earns them: a decimal point slipped, surely."""
    worth = _worth(terms)
    if worth and rule.points * worth.value > rule.per * worth.points:
        gives = rule.points * worth.value // worth.points
        yield Problem(path, "gives_more_than_spent", {"gives": gives, "spent": rule.per})


def _worth(terms: Terms) -> SpendTerms | None:
    """What points are worth: credit is money, points what they buy."""
    return _CREDIT if terms.unit == CREDIT else terms.spend


def _promotions(terms: Terms) -> Iterator[Problem]:
    yield from _twice("promotions", [each.id for each in terms.promotions])
    for at, promotion in enumerate(terms.promotions):
        yield from _window(f"promotions.{at}", promotion.window)


def _window(path: str, window: Window | None) -> Iterator[Problem]:
    if window and window.starts and window.until and window.until <= window.starts:
        yield Problem(f"{path}.until", "window_ends_first")
    if window and window.hours and window.hours[1] <= window.hours[0]:
        yield Problem(f"{path}.hours", "window_ends_first")


def _rewards(terms: Terms) -> Iterator[Problem]:
    yield from _twice("rewards", [reward.id for reward in terms.rewards])
    worth = _worth(terms)
    for at, reward in enumerate(terms.rewards):
        gives = reward.present.gives
        yield from _cost(f"rewards.{at}", reward.present)
        if worth and gives.kind == "discount" and reward.points * worth.value > gives.amount * worth.points:
            facts = {"worth": reward.points * worth.value // worth.points, "gives": gives.amount}
            yield Problem(f"rewards.{at}.points", "points_worth_more", facts)


def _cost(path: str, present: Present) -> Iterator[Problem]:
    """Money off can't cost the shop more than the money it takes off."""
    gives = present.gives
    if gives.kind == "discount" and present.cost is not None and present.cost > gives.amount:
        yield Problem(f"{path}.cost", "reward_costs_more", {"cost": present.cost, "gives": gives.amount})


def _rest(terms: Terms) -> Iterator[Problem]:
    if terms.tiers:
        yield from _tiers(terms.tiers)
    if terms.card:
        yield from _card(terms.card)


def _tiers(tiers: Tiers) -> Iterator[Problem]:
    if not tiers.steps:
        yield Problem("tiers.steps", "tiers_missing")
    yield from _twice("tiers.steps", [step.id for step in tiers.steps])
    for at, (lower, higher) in enumerate(pairwise(tiers.steps), start=1):
        if higher.threshold <= lower.threshold:
            yield Problem(f"tiers.steps.{at}.from", "tiers_not_rising", {"above": lower.threshold})


def _card(card: CardTerms) -> Iterator[Problem]:
    """The last punch fills the card and is the reward's; every present stands before it."""
    yield from _cost("reward", card.reward)
    if card.start >= card.size:
        yield Problem("start", "start_fills_card", {"size": card.size})
    if card.per_visit > card.size:
        yield Problem("per_visit", "visit_fills_card", {"size": card.size})
    yield from _twice("milestones", [str(each.at) for each in card.milestones], "at")
    for at, each in enumerate(card.milestones):
        yield from _cost(f"milestones.{at}", each.present)
        if each.at >= card.size:
            yield Problem(f"milestones.{at}.at", "milestone_beyond_card", {"size": card.size})


def _twice(path: str, names: Sequence[str], key: str = "id") -> Iterator[Problem]:
    """Each repetition of a name that must be its own."""
    seen: Counter[str] = Counter()
    for at, name in enumerate(names):
        seen[name] += 1
        if seen[name] > 1:
            yield Problem(f"{path}.{at}.{key}".lstrip("."), "duplicate", {"value": name})
