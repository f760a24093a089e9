"""Cases of earning, at the desk: what a bill earns under the rules in force, in whole numbers."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from retention_desktop.coupons import CouponDraft
from retention_desktop.domain.bill import Line
from retention_desktop.domain.money import read_amount
from retention_desktop.domain.terms import Gives
from tests.shop.loyalty_shop import ONE_EACH, changed, customer, give, held, kinds, refused, set_terms

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from tests.clock import Clock

TOKYO = ZoneInfo("Asia/Tokyo")
FLAT = {"id": "flat", "kind": "visit", "points": 100, "alone": True}


def _rule(**said: Any) -> dict[str, Any]:
    return {"id": "1", "kind": "amount", "points": 1, "per": 100, **said}


def _rules(*rules: dict[str, Any], **said: Any) -> dict[str, Any]:
    return {"rules": list(rules), **said}


def _promoted(times: str, **said: Any) -> dict[str, Any]:
    return _rules(_rule(per=1), promotions=[{"id": "p", "name": "p", "kind": "multiply", "times": times, **said}])


def _earned(shop: Shop, terms: dict[str, Any], amount: int | None, unit: str = "point", **said: Any) -> int:
    """What a new customer's bill earns under these terms; the ledger, the balance and the check agree."""
    set_terms(shop, unit, terms)
    uid = customer(shop)
    earned = changed(shop.desk.log_visit(uid, amount=amount, **said).earned, unit)
    assert held(shop, uid, unit) == earned
    assert shop.checkup.check().ok
    return earned


def _at(text: str) -> datetime:
    """An instant by the shop's own clock."""
    return datetime.fromisoformat(text).replace(tzinfo=TOKYO).astimezone(UTC)


@pytest.mark.parametrize(("points", "amount", "earned"), [(1, 1999, 19), (3, 4000, 120)])
def test_case_001_points_for_each_unit_of_money(shop: Shop, points: int, amount: int, earned: int) -> None:
    assert _earned(shop, _rules(_rule(points=points)), amount) == earned


def test_case_002_two_rules_that_stack_floor_each_on_its_own(shop: Shop) -> None:
    assert _earned(shop, _rules(_rule(), _rule(id="2", per=200)), 1999) == 28


def test_case_003_a_rule_that_stands_alone_replaces_the_others(shop: Shop) -> None:
    assert _earned(shop, _rules(_rule(), FLAT), 1999) == 100
    five, twenty = FLAT | {"points": 50, "priority": 5}, FLAT | {"id": "b", "points": 200, "priority": 20}
    assert _earned(shop, _rules(five, twenty), 1999) == 200


@pytest.mark.parametrize(("times", "amount", "earned"), [("1.5", 4, 6), ("3", 5, 15), ("1.1", 9, 9), ("1.125", 8, 9)])
def test_case_005_a_multiplier_drops_fractions(shop: Shop, times: str, amount: int, earned: int) -> None:
    assert _earned(shop, _promoted(times), amount) == earned


@pytest.mark.parametrize("times", ["1.2345", "10.001"])
def test_case_005_a_multiplier_has_three_decimals_and_is_at_most_ten(shop: Shop, times: str) -> None:
    assert refused(lambda: set_terms(shop, "point", _promoted(times))) == "terms_invalid"


@pytest.mark.parametrize("said", [{"enabled": False}, {"from": "2099-01-01T00:00:00Z"}])
def test_case_006_a_disabled_or_later_rule_gives_nothing(shop: Shop, said: dict[str, Any]) -> None:
    assert _earned(shop, _rules(_rule(**said)), 1999) == 0


def test_case_007_the_breakdown_is_kept_by_rule(shop: Shop) -> None:
    set_terms(shop, "point", _rules(_rule(id="7"), _rule(id="9", per=399)))
    uid = customer(shop)
    shop.desk.log_visit(uid, amount=1999)
    entry = next(one for one in shop.loyalty.entries(uid) if one.unit == "point")
    explained = shop.loyalty.explain(entry.uid)
    assert (entry.amount, entry.breakdown["rules"]) == (24, {"7": 19, "9": 5})
    assert [(rule.id, amount) for rule, amount in explained.rules()] == [("7", 19), ("9", 5)]


@pytest.mark.parametrize("rule", [_rule(per=0), {"id": "1", "kind": "amount", "points": 1}, _rule(points="1")])
def test_case_008_a_rule_without_a_divisor_or_rate_is_never_kept(shop: Shop, rule: dict[str, Any]) -> None:
    assert _earned(shop, _rules(_rule()), 1999) == 19
    assert refused(lambda: set_terms(shop, "point", _rules(rule))) == "terms_invalid"
    assert changed(shop.desk.log_visit(customer(shop), amount=1999).earned) == 19


@pytest.mark.parametrize(
    "rule",
    [
        _rule(per=0),
        _rule(points="10abc"),
        {"id": "1", "kind": "amount", "points": 1},
        {"id": "1", "kind": "item", "points": 0, "items": ["tea"]},
    ],
)
def test_case_008_and_009_one_that_got_into_the_store_gives_nothing_and_breaks_nothing(
    shop: Shop, rule: dict[str, Any]
) -> None:
    programme = set_terms(shop, "point", _rules(_rule(points=2)))
    with closing(sqlite3.connect(shop.db.path, isolation_level=None)) as another:
        put = "UPDATE programme_version SET terms = ? WHERE programme = (SELECT id FROM programme WHERE uid = ?)"
        assert another.execute(put, (json.dumps(_rules(rule)), programme)).rowcount
    uid, tea = customer(shop), [Line(item="tea", quantity=4, unit_price=300)]
    logged = shop.desk.log_visit(uid, amount=1999, lines=tea)
    assert (changed(logged.earned), held(shop, uid)) == (0, 0)
    assert changed(shop.desk.refund(logged.visit.uid).earned) == 0


@pytest.mark.parametrize(("count", "earned"), [(1, 100), (3, 300)])
def test_case_009_flat_for_each_unit(shop: Shop, count: int, earned: int) -> None:
    rule = {"id": "1", "kind": "item", "points": 100, "items": ["tea"]}
    lines = [Line(item="tea", quantity=count, unit_price=300), Line(item="cake", unit_price=500)]
    assert _earned(shop, _rules(rule), 300 * count + 500, lines=lines) == earned
    assert refused(lambda: set_terms(shop, "point", _rules(rule | {"points": 0}))) == "terms_invalid"


@pytest.mark.parametrize(("minimum", "earned"), [(5000, 50), (4999, 50), (5001, 0)])
def test_case_010_a_minimum_is_inclusive(shop: Shop, minimum: int, earned: int) -> None:
    assert _earned(shop, _rules(_rule(minimum=minimum)), 5000) == earned


@pytest.mark.parametrize(
    ("local", "earned"),
    [("2026-11-26T23:59:59", 0), ("2026-11-27T00:00:00", 10), ("2026-11-27T12:00:00", 10), ("2026-11-28T00:00:01", 0)],
)
def test_case_011_a_bonus_day(shop: Shop, clock: Clock, local: str, earned: int) -> None:
    clock.now = _at(local)
    window = {"from": "2026-11-26T15:00:00Z", "until": "2026-11-27T15:00:00Z"}  # 27 November in Tokyo
    assert _earned(shop, _rules(_rule(**window)), 1000) == earned


@pytest.mark.parametrize(
    ("said", "earned"),
    [
        ({"until": "2026-11-26T15:00:00Z"}, 10),
        ({"from": "2026-11-26T15:00:00Z"}, 0),
        ({"from": "2026-11-01T00:00:00Z"}, 10),
    ],
)
def test_case_011_a_missing_start_or_end_is_open(shop: Shop, said: dict[str, Any], earned: int) -> None:
    assert _earned(shop, _rules(_rule(**said)), 1000) == earned


@pytest.mark.parametrize(("weekdays", "earned"), [([3], 20), ([4, 5], 10), ([], 10)])
def test_case_012_weekdays(shop: Shop, clock: Clock, weekdays: list[int], earned: int) -> None:
    clock.now = _at("2026-11-26T08:00:00")  # Thursday, where the day in UTC is Wednesday still
    assert _earned(shop, _promoted("2", weekdays=weekdays), 10) == earned


@pytest.mark.parametrize(
    ("base", "earned"), [("goods", 5000), ("goods_without_tax", 4200), ("bill", 6000), ("bill_without_tax", 5000)]
)
def test_case_013_the_base_is_a_setting(shop: Shop, base: str, earned: int) -> None:
    lines = [Line(item="coat", unit_price=5000, tax=800)]
    assert _earned(shop, _rules(_rule(per=1), base=base, tax_percent=10), 6000, tax=1000, lines=lines) == earned


def test_case_014_a_discount_earns_nothing(shop: Shop) -> None:
    set_terms(shop, "point", _rules(_rule()))
    made = shop.coupons.add(CouponDraft(name="10%", gives=Gives(kind="percent", percent=10)))[0]
    uid = customer(shop)
    logged = shop.desk.log_visit(uid, amount=10_000, coupons=[made.code])
    assert (logged.visit.discount, held(shop, uid)) == (1000, 90)


@pytest.mark.parametrize("paid", [10, 50])
def test_case_016_stored_value_is_tender_and_no_discount(shop: Shop, paid: int) -> None:
    set_terms(shop, "point", ONE_EACH)
    set_terms(shop, "credit", {"rules": [], "spend": {"points": 1, "value": 1}})
    uid = customer(shop)
    give(shop, uid, 50, "credit")
    visit = shop.desk.log_visit(uid, amount=100).visit.uid
    shop.desk.redeem(uid, "", visit=visit, points=paid)
    assert (held(shop, uid), held(shop, uid, "credit")) == (100, 50 - paid)
    assert shop.checkup.check().ok


@pytest.mark.parametrize("rate", [None, True, -5, "10", "10abc", 1.5])
def test_case_018_a_bad_rate_is_refused_with_its_field(shop: Shop, rate: object) -> None:
    terms = _rules(_rule(points=rate))
    assert [one.path for one in shop.rules.problems("point", terms)] == ["rules.0.points"]
    assert refused(lambda: set_terms(shop, "point", terms)) == "terms_invalid"


def test_case_018_150_where_a_percent_is_asked(shop: Shop) -> None:
    terms = _rules(_rule(), spend={"points": 1, "value": 1, "cap_percent": 150})
    assert [one.path for one in shop.rules.problems("point", terms)] == ["spend.cap_percent"]
    assert refused(lambda: set_terms(shop, "point", terms)) == "terms_invalid"


def test_case_020_points_used_as_money_off_earn_nothing(shop: Shop) -> None:
    set_terms(shop, "point", _rules(_rule(per=1000), spend={"points": 1, "value": 1}))
    uid = customer(shop)
    assert changed(shop.desk.log_visit(uid, amount=10_000).earned) == 10
    second = shop.desk.log_visit(uid, amount=10_000, again=True).visit.uid
    shop.desk.redeem(uid, "", visit=second, points=10)
    assert held(shop, uid) == 9
    assert kinds(shop, uid) == [("earn", 10), ("earn", 10), ("redeem", -10), ("earn_back", -1)]


@pytest.mark.parametrize(
    ("mode", "amount", "earned"), [("block", 250, 20), ("block", 300, 30), ("proportional", 250, 25)]
)
def test_case_021_blocks_or_in_proportion(shop: Shop, mode: str, amount: int, earned: int) -> None:
    assert _earned(shop, _rules(_rule(points=10, mode=mode)), amount) == earned


@pytest.mark.parametrize(("carry", "earned"), [(False, 0), (True, 1)])
def test_case_022_what_is_left_over_carries_on(shop: Shop, carry: bool, earned: int) -> None:  # noqa: FBT001 - setting
    set_terms(shop, "point", _rules(_rule(per=50, carry=carry)))
    uid = customer(shop)
    assert changed(shop.desk.log_visit(uid, amount=30).earned) == 0
    assert changed(shop.desk.log_visit(uid, amount=20, again=True).earned) == earned
    assert changed(shop.desk.log_visit(uid, amount=49, again=True).earned) == 0  # nothing was left over
    assert held(shop, uid) == earned
    assert shop.checkup.check().ok


def test_case_023_three_drinks_are_one_visit_or_three_items(shop: Shop) -> None:
    drinks = [Line(item="latte", category="drinks", quantity=3, unit_price=500)]
    card = {"size": 10, "reward": "Latte"}
    assert _earned(shop, card, 1500, "punch", lines=drinks) == 1
    each = {"id": "1", "kind": "item", "points": 1, "categories": ["drinks"]}
    assert _earned(shop, card | _rules(each), 1500, "punch", lines=drinks) == 3


def test_case_024_a_birthday_is_paid_on_the_day_and_once(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", _rules({"id": "b", "kind": "birthday", "points": 150}))
    today = customer(shop, birthday="11月21日")
    other, unknown = customer(shop, "別の人", birthday="11月23日"), customer(shop, "誕生日なし")
    shop.loyalty.pay_birthdays()
    assert [held(shop, uid) for uid in (today, other, unknown)] == [150, 0, 0]
    assert shop.loyalty.pay_birthdays() == ()
    clock.pass_(hours=3)
    shop.loyalty.pay_birthdays()
    assert held(shop, today) == 150


@pytest.mark.parametrize(("feb29", "paid"), [("02-28", "2027-02-28T09:00"), ("03-01", "2027-03-01T09:00")])
def test_case_025_born_on_the_29th_of_february(shop: Shop, clock: Clock, feb29: str, paid: str) -> None:
    clock.now = _at("2027-02-20T09:00")
    set_terms(shop, "point", _rules({"id": "b", "kind": "birthday", "points": 150, "feb29": feb29}))
    uid = customer(shop, birthday="2月29日")
    for day in ("2027-02-27T23:59", "2027-02-28T09:00", "2027-03-01T09:00", "2027-03-02T09:00"):
        clock.now = _at(day)
        shop.loyalty.pay_birthdays()
        assert held(shop, uid) == (150 if day >= paid else 0)


def test_case_025_closed_on_the_day_it_is_paid_at_the_next_start_once(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", _rules({"id": "b", "kind": "birthday", "points": 150}))
    uid = customer(shop, birthday="11月24日")
    shop.loyalty.pay_birthdays()
    clock.pass_(days=6)
    shop.loyalty.pay_birthdays()
    shop.loyalty.pay_birthdays()
    assert held(shop, uid) == 150


def test_case_026_a_code_only_rule_needs_its_code(shop: Shop) -> None:
    set_terms(shop, "point", _rules({"id": "1", "kind": "visit", "points": 10, "code": "SPRING"}))
    without, by_code = customer(shop), customer(shop, "別の人")
    shop.desk.log_visit(without, amount=1000)
    assert (held(shop, without), kinds(shop, without)) == (0, [])
    shop.desk.log_visit(by_code, amount=1000, code="SPRING")
    assert (held(shop, by_code), kinds(shop, by_code)) == (10, [("earn", 10)])


def test_case_027_money_never_goes_through_a_binary_float(shop: Shop) -> None:
    shop.settings.change(currency="USD")
    assert _earned(shop, ONE_EACH, read_amount("0.29", "USD")) == 29


# -- rows of the feature list ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("local", "earned"),
    [
        ("2026-11-27T09:59:59", 10),
        ("2026-11-27T10:00:00", 20),
        ("2026-11-29T09:59:59", 20),
        ("2026-11-29T10:00:00", 10),
    ],
)
def test_row_056_friday_ten_to_sunday_ten_to_the_second(shop: Shop, clock: Clock, local: str, earned: int) -> None:
    clock.now = _at(local)
    window = {"from": "2026-11-27T01:00:00Z", "until": "2026-11-29T01:00:00Z"}  # 10:00 in Tokyo
    assert _earned(shop, _promoted("2", **window), 10) == earned


def test_row_056_a_visit_noted_later_counts_by_when_it_was(shop: Shop, clock: Clock) -> None:
    window = {"from": "2026-11-27T01:00:00Z", "until": "2026-11-29T01:00:00Z"}
    set_terms(shop, "point", _promoted("2", **window))
    clock.now = _at("2026-11-29T18:00:00")
    uid = customer(shop)
    late = shop.desk.log_visit(uid, amount=10, at=_at("2026-11-29T09:59:59"))
    assert changed(late.earned) == 20
    moved = shop.desk.correct_visit(late.visit.uid, amount=10, at=_at("2026-11-29T10:00:00"))
    assert (changed(moved.earned), held(shop, uid)) == (-10, 10)


@pytest.mark.parametrize(("cents", "points"), [(999, 0), (1000, 10), (1050, 10), (2575, 25)])
def test_row_072_one_point_a_dollar_from_ten_dollars(shop: Shop, cents: int, points: int) -> None:
    shop.settings.change(currency="USD")
    assert _earned(shop, _rules(_rule(minimum=1000)), cents) == points


@pytest.mark.parametrize(("yen", "points"), [(999, 0), (1000, 10), (1099, 10), (2575, 25)])
def test_row_072_the_yen_preset_is_a_point_per_100_from_1000(shop: Shop, yen: int, points: int) -> None:
    uid = customer(shop)
    assert changed(shop.desk.log_visit(uid, amount=yen).earned) == points
