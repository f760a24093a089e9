"""What a visit earns."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_desktop.domain.earning import (
    Bill,
    Carried,
    Line,
    PointTerms,
    PunchTerms,
    capped,
    carry_key,
    default_point_terms,
    earn,
    earned_by_amount,
    earned_by_visit,
)
from retention_desktop.domain.ledger import Lot, open_lots, spread
from retention_desktop.domain.terms import UNITS, Caps, Terms, read_terms
from retention_desktop.domain.visit import Visit
from tests.domain.any_terms import SOME, any_terms

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
YEN = PointTerms(**default_point_terms(0))
CENTS = PointTerms(**default_point_terms(2))


@pytest.mark.parametrize(
    ("amount", "points"), [(None, 0), (0, 0), (999, 0), (1000, 10), (1080, 10), (1099, 10), (1100, 11), (8800, 88)]
)
def test_one_point_a_hundred_yen_from_a_thousand(amount: int | None, points: int) -> None:
    assert earned_by_amount(YEN, amount) == points


@pytest.mark.parametrize(("cents", "points"), [(999, 0), (1000, 10), (2933, 29)])
def test_one_point_a_unit_from_ten_where_there_are_minor_units(cents: int, points: int) -> None:
    assert earned_by_amount(CENTS, cents) == points


def test_three_decimals_count_whole_units_too() -> None:
    assert default_point_terms(3) == {"points": 1, "per": 1000, "minimum": 10_000}


def _visit(*, amount: int | None = None, voided: bool = False) -> Visit:
    return Visit(
        key=1, uid="u", customer=1, day=date(2026, 11, 21), at=NOW, recorded_at=NOW, amount=amount, currency="JPY",
        voided=voided,
    )  # fmt: skip


def test_a_visit_without_an_amount_earns_the_punch_only() -> None:
    card = PunchTerms(size=10, per_visit=1, reward="free")
    assert earned_by_visit(card, _visit()) == 1
    assert earned_by_visit(YEN, _visit()) == 0
    assert earned_by_visit(card, _visit(amount=5000, voided=True)) == 0


def _lot(entry: int, left: int, expires: date | None) -> Lot:
    return Lot(entry=entry, left=left, expires_on=expires, occurred=NOW, visit=None)


def test_the_soonest_to_expire_is_spent_first_and_a_lapsed_lot_never() -> None:
    day = date(2026, 11, 21)
    lots = [_lot(1, 5, None), _lot(2, 5, date(2026, 12, 1)), _lot(3, 5, day), _lot(4, 0, None)]
    ordered = open_lots(lots, day)
    assert [lot.entry for lot in ordered] == [2, 1]
    assert spread(ordered, 7) == [(2, 5), (1, 2)]
    assert spread(ordered, 99) == [(2, 5), (1, 5)]


# -- the whole rule set ----------------------------------------------------------------------------------------------

TOKYO = ZoneInfo("Asia/Tokyo")
FRIDAY = datetime(2026, 11, 27, 12, tzinfo=TOKYO)


def _rule(**said: Any) -> dict[str, Any]:
    return {"id": "1", "kind": "amount", "points": 1, "per": 100, **said}


def _points(*rules: dict[str, Any], **said: Any) -> Terms:
    return read_terms("point", {"rules": list(rules), **said})


def _bill(amount: int | None = None, **said: Any) -> Bill:
    return Bill(**{"local": FRIDAY, "amount": amount, **said})


def _amount(terms: Terms, bill: Bill, **said: Any) -> int:
    return earn(terms, bill, **said).amount


@pytest.mark.parametrize(("points", "cents", "earned"), [(1, 1999, 19), (3, 4000, 120)])
def test_case_001_points_for_each_unit_of_money(points: int, cents: int, earned: int) -> None:
    assert _amount(_points(_rule(points=points)), _bill(cents)) == earned


def test_case_002_and_007_stacking_rules_floor_on_their_own_and_the_breakdown_says_so() -> None:
    earning = earn(_points(_rule(id="7"), _rule(id="9", per=200)), _bill(1999))
    assert earning.amount == 28
    assert earning.by_rule == {"7": 19, "9": 9}
    assert earning.facts == {"net": 1999, "counted": {"7": 1999, "9": 1999}}


def test_case_003_a_rule_that_stands_alone_replaces_the_others() -> None:
    flat = {"id": "flat", "kind": "visit", "points": 100, "alone": True}
    assert _amount(_points(_rule(), flat), _bill(1999)) == 100
    first, second = flat | {"points": 50, "priority": 5}, flat | {"id": "b", "points": 200, "priority": 20}
    assert earn(_points(_rule(), first, second), _bill(1999)).by_rule == {"b": 200}
    assert _amount(_points(flat, flat | {"id": "b", "points": 200}), _bill()) == 200


def _times(times: str, **said: Any) -> dict[str, Any]:
    return {"id": "p", "name": "p", "kind": "multiply", "times": times, **said}


@pytest.mark.parametrize(("times", "units", "earned"), [("1.5", 4, 6), ("3", 5, 15), ("1.1", 9, 9), ("0.5", 3, 1)])
def test_case_005_a_multiplier_is_exact_and_drops_fractions(times: str, units: int, earned: int) -> None:
    earning = earn(_points(_rule(), promotions=[_times(times)]), _bill(100 * units))
    assert (earning.amount, earning.promotion, earning.facts["times"]) == (earned, "p", times)


def test_a_multiplier_counts_before_the_rule_rounds() -> None:
    assert _amount(_points(_rule(), promotions=[_times("1.5")]), _bill(199)) == 2  # 1.99 x 1.5 = 2.985


def test_case_006_a_disabled_or_later_rule_gives_nothing() -> None:
    assert _amount(_points(_rule(enabled=False)), _bill(1000)) == 0
    assert _amount(_points(_rule(**{"from": "2099-01-01T00:00:00Z"})), _bill(1000)) == 0


def test_case_008_no_divisor_gives_nothing() -> None:
    assert _amount(_points(_rule(per=0)), _bill(1000)) == 0
    assert _amount(_points({"id": "1", "kind": "amount", "points": 1}), _bill(1000)) == 0


@pytest.mark.parametrize(("points", "count", "earned"), [(100, 1, 100), (100, 3, 300), (0, 4, 0)])
def test_case_009_flat_for_each_unit(points: int, count: int, earned: int) -> None:
    tea = _bill(lines=(Line(item="tea", quantity=count), Line(item="cake")))
    assert _amount(_points({"id": "1", "kind": "item", "points": points, "items": ["tea"]}), tea) == earned


@pytest.mark.parametrize(("minimum", "earned"), [(5000, 50), (4999, 50), (5001, 0)])
def test_case_010_a_minimum_is_inclusive(minimum: int, earned: int) -> None:
    assert _amount(_points(_rule(minimum=minimum)), _bill(5000)) == earned


@pytest.mark.parametrize(
    ("base", "earned"), [("goods", 5000), ("goods_without_tax", 4200), ("bill", 6000), ("bill_without_tax", 5000)]
)
def test_case_013_the_base_is_a_setting(base: str, earned: int) -> None:
    bill = _bill(6000, tax=1000, lines=(Line(item="coat", unit_price=5000, tax=800),))
    assert _amount(_points(_rule(per=1), base=base), bill) == earned


def test_tax_follows_the_rate_where_the_bill_does_not_say_it() -> None:
    without = _points(_rule(per=1), base="bill_without_tax", tax_percent=10)
    assert _amount(without, _bill(1100)) == 1000
    assert _amount(without, _bill(1099)) == 999  # 999.09, rounded once
    swiss = _points(_rule(per=1), base="bill_without_tax", tax_percent="8.1")
    assert _amount(swiss, _bill(10810)) == 10000


def test_case_014_a_discount_earns_nothing() -> None:
    assert _amount(_points(_rule()), _bill(10_000, discount=1000)) == 90


def test_case_020_points_used_as_money_off_earn_nothing() -> None:
    rule = _points(_rule(per=1000))
    assert _amount(rule, _bill(10_000)) == 10
    assert _amount(rule, _bill(10_000, discount=10)) == 9


@pytest.mark.parametrize(("mode", "yen", "earned"), [("block", 250, 20), ("block", 300, 30), ("proportional", 250, 25)])
def test_case_021_blocks_or_in_proportion(mode: str, yen: int, earned: int) -> None:
    assert _amount(_points(_rule(points=10, mode=mode)), _bill(yen)) == earned


def test_case_022_what_is_left_over_carries_on() -> None:
    rule = _rule(per=50)
    assert _amount(_points(rule), _bill(30)) + _amount(_points(rule), _bill(20)) == 0
    terms = _points(rule | {"carry": True})
    key = carry_key(terms.rules[0])
    first = earn(terms, _bill(30))
    assert (first.amount, first.carry) == (0, {key: Carried(30, 0)})
    second = earn(terms, _bill(20), carried=first.carry)
    assert (second.amount, second.carry) == (1, {key: Carried(20, 1)})


def test_carry_over_stays_exact_when_an_earlier_visit_is_given_back() -> None:
    terms = _points(_rule(per=50, carry=True))
    key = carry_key(terms.rules[0])
    undone = earn(terms, _bill(30, refunded=30), carried={key: Carried(20, 1)})
    assert undone.amount == -1  # 20 alone are worth none
    assert undone.carry == {key: Carried(0, -1)}


def test_case_023_a_visit_counts_once_and_an_item_each_time() -> None:
    drinks = _bill(1500, lines=(Line(item="latte", category="drinks", quantity=3),))
    assert _amount(read_terms("punch", {"size": 10, "reward": "Latte"}), drinks) == 1
    each = {"id": "1", "kind": "item", "points": 1, "categories": ["drinks"]}
    assert _amount(read_terms("punch", {"size": 10, "reward": "Latte", "rules": [each]}), drinks) == 3


@pytest.mark.parametrize(("code", "earned"), [("", {}), ("SPRING", {"1": 10}), (" spring", {"1": 10}), ("FALL", {})])
def test_case_026_a_rule_that_asks_for_a_code(code: str, earned: dict[str, int]) -> None:
    rule = {"id": "1", "kind": "visit", "points": 10, "code": "SPRING"}
    assert earn(_points(rule), _bill(code=code)).by_rule == earned


def test_case_027_money_never_goes_through_a_binary_float() -> None:
    assert _amount(_points(_rule(per=1)), _bill(29)) == 29
    assert _amount(_points(_rule(per=1), promotions=[_times("1.1")]), _bill(30)) == 33


def test_row_072_a_point_a_unit_from_ten() -> None:
    row = _points(_rule(minimum=1000))
    assert [_amount(row, _bill(cents)) for cents in (999, 1000, 1050, 2575)] == [0, 10, 10, 25]


def test_row_076_cashback_rounds_down() -> None:
    credit = read_terms("credit", {"rules": [_rule(points=3)]})
    assert _amount(credit, _bill(2990)) == 89


def test_row_073_a_coffee_given_back_reverses_the_progress() -> None:
    coffee = {"id": "1", "kind": "item", "points": 1, "items": ["ｺｰﾋｰ"]}
    card = read_terms("punch", {"size": 5, "reward": "コーヒー", "rules": [coffee]})
    lines = (Line(item="コーヒー", quantity=4, unit_price=400), Line(item="紅茶", unit_price=400))
    assert _amount(card, _bill(2000, lines=lines)) == 4
    back = (Line(item="コーヒー", unit_price=400),)
    assert _amount(card, _bill(2000, lines=lines, refunded=400, refunded_lines=back)) == 3


@pytest.mark.parametrize(("rounding", "earned"), [("floor", 1), ("half_up", 2), ("ceil", 2)])
def test_each_rounding(rounding: str, earned: int) -> None:
    assert _amount(_points(_rule(), rounding=rounding), _bill(150)) == earned
    assert _amount(_points(_rule(), rounding=rounding), _bill(149)) == (2 if rounding == "ceil" else 1)


def test_excluded_goods_bear_their_part_of_the_discount() -> None:
    lines = (Line(item="shampoo", category="retail", unit_price=3000), Line(item="cut", unit_price=6000))
    rule = _rule(except_categories=["retail"])
    assert _amount(_points(rule), _bill(9000, lines=lines)) == 60
    assert _amount(_points(rule), _bill(9000, lines=lines, discount=900)) == 54
    back = {"refunded": 3000, "refunded_lines": lines[:1]}
    assert _amount(_points(rule), _bill(9000, lines=lines, **back)) == 60
    assert _amount(_points(rule), _bill(9000, lines=lines, refunded=4500)) == 30


@pytest.mark.parametrize(("refunded", "earned"), [(500, 15), (1000, 10), (1999, 0), (2000, 0)])
def test_case_058_and_061_points_after_are_what_the_remaining_spend_earns(refunded: int, earned: int) -> None:
    assert _amount(_points(_rule()), _bill(2000, refunded=refunded)) == earned


def test_a_visit_given_back_whole_earns_not_even_its_punch() -> None:
    card = read_terms("punch", {"size": 10, "reward": "Cut"})
    assert _amount(card, _bill(2000, refunded=1000)) == 1
    assert _amount(card, _bill(2000, refunded=2000)) == 0
    assert _amount(card, _bill(2000, discount=500, refunded=1500)) == 0
    assert _amount(card, _bill(returned=True)) == 0
    tea = (Line(item="tea"),)
    assert _amount(card, _bill(lines=tea, refunded_lines=tea)) == 0


def test_the_promotion_of_highest_priority_then_the_one_that_gives_most_counts() -> None:
    double, bonus = _times("2"), {"id": "b", "name": "b", "kind": "add", "points": 50}
    assert earn(_points(_rule(), promotions=[double, bonus]), _bill(1000)).by_rule == {"1": 10, "promotion:b": 50}
    assert earn(_points(_rule(), promotions=[double, bonus]), _bill(9000)).amount == 180
    first = earn(_points(_rule(), promotions=[double | {"priority": 1}, bonus]), _bill(1000))
    assert (first.amount, first.promotion) == (20, "p")
    assert _amount(_points(_rule(), promotions=[_times("2", minimum=1000)]), _bill(999)) == 9


def test_a_promotion_for_certain_goods_multiplies_only_them() -> None:
    lines = (Line(item="shampoo", unit_price=3000), Line(item="cut", unit_price=6000))
    double = _points(_rule(), promotions=[_times("2", items=["shampoo"])])
    assert _amount(double, _bill(9000, lines=lines)) == 120
    assert earn(double, _bill(9000, lines=lines[1:])).promotion == ""
    assert _amount(double, _bill(9000, lines=lines), tier_percent=150) == 180


def test_a_promotion_once_a_day_counts_once_a_day() -> None:
    terms = _points(_rule(), promotions=[_times("2", once_a_day=True)])
    assert _amount(terms, _bill(1000)) == 20
    assert _amount(terms, _bill(1000), used_today={"p"}) == 10


def test_a_tier_multiplies_before_rounding() -> None:
    earning = earn(_points(_rule()), _bill(1990), tier_percent=150)
    assert (earning.amount, earning.facts["tier_percent"]) == (29, 150)


def test_caps_of_a_day_and_of_a_customer() -> None:
    earning = earn(_points(_rule()), _bill(12_000))
    assert capped(earning, Caps(day=100)).amount == 100
    assert capped(earning, Caps(day=100), today=100).amount == 0
    full = capped(earning, Caps(day=100, customer=10_000), today=20, ever=9_990)
    assert (full.amount, full.facts["cap"], full.facts["uncapped"]) == (10, "customer", 120)
    assert capped(earning, Caps(customer=10_000)) == earning


_LINES = st.lists(
    st.builds(
        Line, item=st.sampled_from(["cut", "colour", "tea"]), category=st.sampled_from(["", "tea"]),
        quantity=st.integers(1, 5), unit_price=st.none() | st.integers(0, 9000), tax=st.just(0) | st.none(),
    ),
    max_size=3,
).map(tuple)  # fmt: skip
_BILLS = st.builds(
    Bill,
    local=st.integers(0, 10**8).map(lambda seconds: NOW.astimezone(TOKYO) + timedelta(seconds=seconds)),
    amount=st.none() | st.integers(0, 90_000),
    discount=st.integers(0, 500),
    refunded=st.integers(0, 500),
    lines=_LINES,
    code=st.sampled_from(["", "SPRING"]),
)


@SOME
@given(st.sampled_from(UNITS).flatmap(any_terms), _BILLS, st.integers(100, 300))
def test_no_terms_and_no_bill_earn_below_zero(terms: Terms, bill: Bill, percent: int) -> None:
    earning = earn(terms, bill, tier_percent=percent)
    assert earning.amount == sum(earning.by_rule.values())
    assert earning.amount >= 0
    json.dumps(earning.facts)


@SOME
@given(any_terms("point"), st.integers(0, 10**6), st.integers(0, 10**6))
def test_who_spends_more_never_earns_less(terms: Terms, one: int, more: int) -> None:
    calm = replace(terms, promotions=(), rules=tuple(replace(rule, alone=False) for rule in terms.rules))
    assert _amount(calm, _bill(one)) <= _amount(calm, _bill(one + more))


@given(
    st.lists(st.integers(0, 500), min_size=1, max_size=8),
    st.integers(1, 300),
    st.sampled_from(["block", "proportional"]),
)
def test_carry_over_grants_what_the_sum_is_worth(amounts: list[int], per: int, mode: str) -> None:
    terms = _points(_rule(points=3, per=per, carry=True, mode=mode))
    key, total = carry_key(terms.rules[0]), Carried(0, 0)
    for amount in amounts:
        kept = earn(terms, _bill(amount), carried={key: total}).carry[key]
        total = Carried(total.base + kept.base, total.granted + kept.granted)
    worth = sum(amounts) // per * 3 if mode == "block" else sum(amounts) * 3 // per
    assert total == Carried(sum(amounts), worth)
