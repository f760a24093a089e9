"""Bad terms are refused field by field, and what is not refused can always be used."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_desktop.domain.awards import awards
from retention_desktop.domain.earning import Bill, Line, default_point_terms, earn
from retention_desktop.domain.promotion_window import changes_at
from retention_desktop.domain.term_problems import CODES, Problem, problems
from retention_desktop.domain.terms import EVENT_KINDS, UNITS, read_terms, write_terms
from tests.domain.any_terms import SOME, any_terms

NOW = datetime(2026, 11, 27, 12, tzinfo=ZoneInfo("Asia/Tokyo"))


def _rule(**said: Any) -> dict[str, Any]:
    return {"rules": [{"id": "1", "kind": "amount", "points": 1, "per": 100, **said}]}


def _promotion(**said: Any) -> dict[str, Any]:
    return {"promotions": [{"id": "p", "name": "Happy hour", "kind": "multiply", "times": "2", **said}]}


def _card(**said: Any) -> dict[str, Any]:
    return {"size": 10, "per_visit": 1, "reward": "Free cut", **said}


def _reward(points: int, gives: dict[str, Any], **said: Any) -> dict[str, Any]:
    return {"rewards": [{"id": "1", "name": "500 off", "points": points, "gives": gives, **said}]}


def _spend(**said: Any) -> dict[str, Any]:
    return {"spend": {"points": 1, "value": 1, **said}}


def _tiers(*steps: dict[str, Any]) -> dict[str, Any]:
    return {"tiers": {"steps": [{"name": step["id"], **step} for step in steps]}}


def _codes(unit: str, terms: object) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in problems(unit, terms)]


@pytest.mark.parametrize(
    ("rate", "code"),
    [(None, "not_a_number"), (True, "not_a_number"), (-5, "too_small"), ("10", "not_a_number"),
     ("10abc", "not_a_number"), (1.5, "not_a_number"), (0, "too_small"), (10**10, "too_large"), ([], "not_a_number")],
)  # fmt: skip
def test_case_018_a_bad_rate_is_refused(rate: object, code: str) -> None:
    assert _codes("point", _rule(points=rate)) == [("rules.0.points", code)]


def test_case_018_150_where_a_percent_is_asked() -> None:
    assert _codes("point", _spend(cap_percent=150)) == [("spend.cap_percent", "too_large")]
    assert _codes("point", _reward(10, {"kind": "percent", "percent": 150})) == [
        ("rewards.0.gives.percent", "too_large")
    ]
    assert _codes("point", {"base": "bill_without_tax", "tax_percent": 150}) == [("tax_percent", "too_large")]
    assert _codes("point", _tiers({"id": "a", "from": 0, "discount_percent": 150})) == [
        ("tiers.steps.0.discount_percent", "too_large")
    ]


SHAPES: list[tuple[str, object, str, str]] = [
    ("point", _rule(per=0), "rules.0.per", "too_small"),
    ("point", {"points": 1, "per": 0, "minimum": 0}, "per", "too_small"),
    ("point", {"points": 1}, "per", "missing"),
    ("point", {"rules": [{"id": "1", "kind": "amount", "points": 1}]}, "rules.0.per", "missing"),
    ("point", {"rules": [{"id": "1", "kind": "gift"}]}, "rules.0.kind", "unknown_choice"),
    ("point", {"rules": [7]}, "rules.0", "not_an_object"),
    ("point", {"rules": "1"}, "rules", "not_a_list"),
    ("point", [], "", "not_an_object"),
    ("point", {"colour": "red"}, "colour", "unknown_field"),
    ("point", {"size": 10}, "size", "unknown_field"),
    ("stamp", {}, "unit", "unknown_choice"),
    ("point", {"rounding": "up"}, "rounding", "unknown_choice"),
    ("point", {"own_bill": 1}, "own_bill", "not_yes_or_no"),
    ("point", {"expiry": {"kind": "months"}}, "expiry.count", "missing"),
    ("point", {"expiry": {"kind": "days", "count": 0}}, "expiry.count", "too_small"),
    ("point", {"caps": {"day": 0}}, "caps.day", "too_small"),
    ("point", _rule(name=3), "rules.0.name", "not_a_text"),
    ("point", _rule(items=[""]), "rules.0.items.0", "missing"),
    ("point", {"rules": [{"id": "1", "kind": "mission", "points": 5}]}, "rules.0.name", "missing"),
    ("point", _rule(**{"from": "2026-11-27"}), "rules.0.from", "not_an_instant"),
    ("point", _rule(until="Friday"), "rules.0.until", "not_an_instant"),
    ("point", _rule(until="0001-01-01T00:00:00+09:00"), "rules.0.until", "not_an_instant"),
    ("point", _promotion(times="10.001"), "promotions.0.times", "too_large"),
    ("point", _promotion(times="11"), "promotions.0.times", "too_large"),
    ("point", _promotion(times="1.2345"), "promotions.0.times", "too_many_decimals"),
    ("point", _promotion(times="0.000"), "promotions.0.times", "not_above_zero"),
    ("point", _promotion(times="-2"), "promotions.0.times", "not_a_number"),
    ("point", _promotion(times="NaN"), "promotions.0.times", "not_a_number"),
    ("point", _promotion(times=1.5), "promotions.0.times", "not_a_number"),
    ("point", _promotion(times="２"), "promotions.0.times", "not_a_number"),
    ("point", _promotion(weekdays=[7]), "promotions.0.weekdays.0", "too_large"),
    ("point", _promotion(hours=["16:00", "25:00"]), "promotions.0.hours", "not_hours"),
    ("point", _promotion(hours="16:00"), "promotions.0.hours", "not_hours"),
    ("point", _promotion(kind="add"), "promotions.0.points", "missing"),
    ("point", _spend(value=0), "spend.value", "too_small"),
    ("point", _spend(points=0), "spend.points", "too_small"),
    ("point", _reward(500, {"kind": "discount"}), "rewards.0.gives.amount", "missing"),
    ("point", _reward(500, {"kind": "item", "item": " "}), "rewards.0.gives.item", "missing"),
    ("punch", {"reward": "Cut"}, "size", "missing"),
    ("punch", _card(size=0), "size", "too_small"),
    ("punch", _card(reward=""), "reward", "missing"),
    ("punch", _card(reward={"name": "Cut"}), "reward.gives", "missing"),
]
SENSES: list[tuple[str, object, str, str]] = [
    ("point", {"rules": _rule()["rules"] * 2}, "rules.1.id", "duplicate"),
    ("point", {"promotions": _promotion()["promotions"] * 2}, "promotions.1.id", "duplicate"),
    ("point", _rule(**{"from": "2026-11-28T00:00:00Z", "until": "2026-11-28T09:00:00+09:00"}), "rules.0.until",
     "window_ends_first"),
    ("point", _promotion(hours=["18:00", "16:00"]), "promotions.0.hours", "window_ends_first"),
    ("point", {"rules": [{"id": "1", "kind": "visit", "points": 1, "carry": True}]}, "rules.0.carry",
     "carry_without_amount"),
    ("point", {"rules": [{"id": "1", "kind": "referral", "points": 0}]}, "rules.0.points", "pays_nobody"),
    ("point", {"base": "goods_without_tax"}, "tax_percent", "tax_rate_missing"),
    ("point", _rule(points=101) | _spend(), "rules.0.points", "gives_more_than_spent"),
    ("credit", _rule(points=101), "rules.0.points", "gives_more_than_spent"),
    ("point", _spend() | _reward(3000, {"kind": "discount", "amount": 500}), "rewards.0.points", "points_worth_more"),
    ("point", _reward(3000, {"kind": "discount", "amount": 500}, cost=501), "rewards.0.cost", "reward_costs_more"),
    ("punch", _card(reward={"name": "x", "gives": {"kind": "discount", "amount": 500}, "cost": 900}), "reward.cost",
     "reward_costs_more"),
    ("point", _reward(3000, {"kind": "gift"}) | {"caps": {"customer": 2999}}, "caps.customer", "cap_below_reward"),
    ("point", _spend(minimum=500) | {"caps": {"customer": 499}}, "caps.customer", "cap_below_reward"),
    ("punch", _card(caps={"customer": 9}), "caps.customer", "cap_below_reward"),
    ("point", _tiers({"id": "s", "from": 0}, {"id": "g", "from": 0}), "tiers.steps.1.from", "tiers_not_rising"),
    ("point", _tiers({"id": "s", "from": 0}, {"id": "s", "from": 9}), "tiers.steps.1.id", "duplicate"),
    ("point", _tiers(), "tiers.steps", "tiers_missing"),
    ("punch", _card(milestones=[{"at": 10, "name": "Tea", "gives": {"kind": "gift"}}]), "milestones.0.at",
     "milestone_beyond_card"),
    ("punch", _card(milestones=[{"at": 5, "name": "Tea", "gives": {"kind": "gift"}}] * 2), "milestones.1.at",
     "duplicate"),
    ("punch", _card(start=10), "start", "start_fills_card"),
    ("punch", _card(per_visit=11), "per_visit", "visit_fills_card"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "terms", "path", "code"), SHAPES + SENSES)
def test_what_is_wrong_is_said_beside_its_field(unit: str, terms: object, path: str, code: str) -> None:
    assert _codes(unit, terms) == [(path, code)]


def test_each_code_is_registered_with_its_facts_and_used() -> None:
    found = [problem for unit, terms, _, _ in SHAPES + SENSES for problem in problems(unit, terms)]
    assert {problem.code for problem in found} == set(CODES)
    assert all(set(problem.facts) == set(CODES[problem.code]) for problem in found)


def test_several_problems_are_said_at_once() -> None:
    assert _codes("point", _rule(points=None, per=-1)) == [
        ("rules.0.points", "not_a_number"),
        ("rules.0.per", "too_small"),
    ]
    assert problems("point", _rule(points="10abc")) == (Problem("rules.0.points", "not_a_number", {"value": "10abc"}),)


@pytest.mark.parametrize(
    ("unit", "terms"),
    [
        ("point", default_point_terms(0)),
        ("punch", _card()),
        ("point", _spend(step=500, minimum=500) | _reward(500, {"kind": "discount", "amount": 500}, cost=500)),
        ("point", {"caps": {"day": 100}} | _reward(3000, {"kind": "gift"}, cost=1650, valid_days=None)),
        ("point", _promotion(times="10.000", weekdays=[1], hours=["16:00", "24:00"])),
        ("point", {"base": "bill_without_tax", "tax_percent": "8.1"}),
        ("punch", _card(milestones=[{"at": 5, "name": "Tea", "gives": {"kind": "gift"}}], start=2)),
    ],
)
def test_good_terms_have_no_problem(unit: str, terms: dict[str, Any]) -> None:
    assert problems(unit, terms) == ()


@SOME
@given(st.sampled_from(UNITS).flatmap(any_terms))
def test_what_is_written_has_no_problem(terms: Any) -> None:
    assert problems(terms.unit, write_terms(terms)) == ()


_JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(-10, 10**13), st.floats(), st.text(max_size=8), st.just([]), st.just({}),
    st.sampled_from(["10abc", "24:00", "1e3", "9999-12-31T23:59:59-23:59", "00:00", ["1", 2]]),
)  # fmt: skip


def _places(json_value: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) of a JSON value."""
    keys = json_value.keys() if isinstance(json_value, dict) else range(len(json_value))
    here = [(json_value, key) for key in keys]
    inside = [json_value[key] for key in keys if isinstance(json_value[key], dict | list)]
    return here + [place for value in inside for place in _places(value)]


@SOME
@given(st.sampled_from(UNITS).flatmap(any_terms), st.data())
def test_terms_without_a_problem_never_fail(terms: Any, data: st.DataObject) -> None:
    kept = deepcopy(write_terms(terms))
    for _ in range(data.draw(st.integers(1, 3))):
        places = _places(kept)
        if places:
            container, key = data.draw(st.sampled_from(places))
            container[key] = data.draw(_JUNK)
    if problems(terms.unit, kept):
        return
    read = read_terms(terms.unit, json.loads(json.dumps(kept)))
    lines = (Line(item="cut", category="tea", quantity=2, unit_price=2000),)
    earning = earn(read, Bill(local=NOW, amount=5000, lines=lines, code="SPRING"))
    assert earning.amount >= 0
    for kind in EVENT_KINDS:
        awards(read, kind, NOW, "review")
    for promotion in read.promotions:
        changes_at(promotion.window, NOW)
    assert read_terms(terms.unit, write_terms(read)) == read


@given(_JUNK, st.sampled_from(UNITS))
def test_no_junk_breaks_the_judge(junk: object, unit: str) -> None:
    assert isinstance(problems(unit, junk), tuple)
