"""Cases of redeeming, at the desk: what points take off a bill, what they cost, and what is refused."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from retention_desktop.domain.bill import Line
from retention_desktop.errors import ShopError
from tests.shop.loyalty_shop import ONE_EACH, customer, give, held, kinds, refused, set_terms

if TYPE_CHECKING:
    from retention_desktop.shop import Shop

GIFT = {"kind": "gift"}


def _reward(points: int, gives: dict[str, Any] | None = None, identity: str = "x") -> dict[str, Any]:
    return {"id": identity, "name": identity, "points": points, "gives": gives or GIFT}


def _holding(shop: Shop, points: int, **terms: Any) -> str:
    """A customer with so many points, and the programme of points under these terms."""
    set_terms(shop, "point", terms)
    uid = customer(shop)
    if points:
        give(shop, uid, points)
    return uid


def _bill(shop: Shop, uid: str, amount: int, *lines: Line) -> str:
    return shop.desk.log_visit(uid, amount=amount, lines=lines, again=True).visit.uid


def _to_pay(shop: Shop, visit: str) -> int:
    return shop.desk.bill(visit).left


def _ok(shop: Shop) -> bool:
    found = shop.checkup.check()
    assert found.ok, found.findings
    return found.ok


def test_case_029_whole_steps_are_taken(shop: Shop) -> None:
    uid = _holding(shop, 2000, spend={"points": 100, "value": 500, "step": 100})
    visit = _bill(shop, uid, 100_000)
    assert shop.desk.redeem(uid, "", visit=visit, points=1050).discount == 5000
    assert (held(shop, uid), _to_pay(shop, visit)) == (1000, 95_000)
    assert _ok(shop)


@pytest.mark.parametrize(("minimum", "asked"), [(500, 400), (0, 99), (0, 0)])
def test_case_029_below_the_minimum_nothing_is_taken(shop: Shop, minimum: int, asked: int) -> None:
    uid = _holding(shop, 2000, spend={"points": 100, "value": 500, "step": 100, "minimum": minimum})
    visit = _bill(shop, uid, 100_000)
    assert refused(lambda: shop.desk.redeem(uid, "", visit=visit, points=asked)) == "points_too_few"
    assert (held(shop, uid), _to_pay(shop, visit)) == (2000, 100_000)


def test_case_029_points_that_convert_to_nothing_are_refused_with_the_rules(shop: Shop) -> None:
    worthless = ({"points": 0, "value": 500}, {"points": 100, "value": 0})
    codes = {refused(partial(set_terms, shop, "point", {"spend": spend})) for spend in worthless}
    assert codes == {"terms_invalid"}


def test_case_031_a_free_item_by_the_pair(shop: Shop) -> None:
    uid = _holding(shop, 50, rewards=[_reward(3, {"kind": "item", "item": "tea", "count": 2})])
    visit = _bill(shop, uid, 3500, Line(item="tea", quantity=5, unit_price=300), Line(item="cake", unit_price=2000))
    taken = [shop.desk.redeem(uid, "x", visit=visit).discount for _ in range(3)]
    assert (taken, held(shop, uid)) == ([600, 600, 300], 41)
    assert _to_pay(shop, visit) == 2000
    assert _ok(shop)


def test_case_032_what_it_costs_is_the_rules_to_say(shop: Shop) -> None:
    uid = _holding(shop, 50, **ONE_EACH, rewards=[_reward(5)])
    visit = _bill(shop, uid, 100)
    shop.desk.redeem(uid, "x", visit=visit, points=1)
    assert held(shop, uid) == 145


@pytest.mark.parametrize("own_bill", [False, True])
def test_case_033_three_and_one_are_not_five(shop: Shop, own_bill: bool) -> None:  # noqa: FBT001 - a setting
    uid = _holding(shop, 3, **ONE_EACH, own_bill=own_bill, rewards=[_reward(5)])
    visit = _bill(shop, uid, 1)
    before = kinds(shop, uid)
    assert refused(lambda: shop.desk.redeem(uid, "x", visit=visit)) == "points_short"
    assert (kinds(shop, uid), held(shop, uid), shop.loyalty.holdings(uid).rewards) == (before, 4, ())


def test_case_033_points_of_this_very_bill_pay_only_where_the_shop_says_so(shop: Shop) -> None:
    uid = _holding(shop, 3, **ONE_EACH, rewards=[_reward(5)])
    visit = _bill(shop, uid, 2)
    assert refused(lambda: shop.desk.redeem(uid, "x", visit=visit)) == "points_short"
    set_terms(shop, "point", {**ONE_EACH, "own_bill": True, "rewards": [_reward(5)]})
    shop.desk.redeem(uid, "x", visit=visit)
    assert held(shop, uid) == 0
    assert _ok(shop)


def test_case_034_earning_and_spending_on_one_bill_are_two_entries(shop: Shop) -> None:
    uid = _holding(shop, 0, **ONE_EACH, own_bill=True, rewards=[_reward(5)])
    shop.desk.redeem(uid, "x", visit=_bill(shop, uid, 10))
    assert kinds(shop, uid) == [("earn", 10), ("redeem", -5)]


@pytest.mark.parametrize(("first", "second", "has", "earns", "left"), [(1, 2, 4, 1, 2), (100, 200, 400, 0, 100)])
def test_case_035_two_rewards_on_one_bill(shop: Shop, first: int, second: int, has: int, earns: int, left: int) -> None:
    uid = _holding(shop, has, **ONE_EACH, rewards=[_reward(first, identity="a"), _reward(second, identity="b")])
    visit = _bill(shop, uid, earns)
    for reward in ("a", "b"):
        shop.desk.redeem(uid, reward, visit=visit)
    assert held(shop, uid) == left
    assert [entry for entry in kinds(shop, uid) if entry[0] == "redeem"] == [("redeem", -first), ("redeem", -second)]


def test_case_036_more_than_is_held_is_refused_and_said(shop: Shop) -> None:
    uid = _holding(shop, 200, spend={"points": 1, "value": 1})
    visit = _bill(shop, uid, 1000)
    with pytest.raises(ShopError) as caught:
        shop.desk.redeem(uid, "", visit=visit, points=500)
    assert (caught.value.code, caught.value.facts) == ("points_short", {"needed": 500, "held": 200})
    shop.desk.redeem(uid, "", visit=visit, points=200)
    assert (held(shop, uid), _to_pay(shop, visit)) == (0, 800)
    assert refused(lambda: shop.desk.redeem(uid, "", visit=visit, points=1)) == "points_short"


def test_case_037_a_point_worth_two(shop: Shop) -> None:
    uid = _holding(shop, 50, spend={"points": 1, "value": 200})
    assert shop.desk.preview(uid, 10_000, redeem=[("", 20)]).to_pay == 6000
    visit = _bill(shop, uid, 10_000)
    assert shop.desk.redeem(uid, "", visit=visit, points=20).discount == 4000
    assert (held(shop, uid), _to_pay(shop, visit)) == (30, 6000)


@pytest.mark.parametrize(("step", "taken"), [(10, 1010), (1, 1006)])
def test_case_039_the_last_step_pays_the_rest(shop: Shop, step: int, taken: int) -> None:
    uid = _holding(shop, 5000, spend={"points": 1, "value": 10, "step": step})
    visit = _bill(shop, uid, 10_060)
    assert shop.desk.redeem(uid, "", visit=visit, points=1010).discount == 10_060
    assert (5000 - held(shop, uid), _to_pay(shop, visit)) == (taken, 0)


@pytest.mark.parametrize(
    ("gives", "bill", "off"),
    [
        ({"kind": "percent", "percent": 10, "cap": 900}, 9000, 900),
        ({"kind": "percent", "percent": 10, "cap": 900}, 20_000, 900),
        ({"kind": "percent", "percent": 10}, 9000, 1400),
        ({"kind": "percent", "percent": 100, "cap": 900}, 600, 600),
        ({"kind": "discount", "amount": 900}, 600, 600),
    ],
)
def test_case_040_never_more_than_is_left(shop: Shop, gives: dict[str, Any], bill: int, off: int) -> None:
    uid = _holding(shop, 9000, spend={"points": 1, "value": 1}, rewards=[_reward(900, gives)])
    visit = _bill(shop, uid, bill + 5000)
    shop.desk.redeem(uid, "", visit=visit, points=5000)  # what other lines of the bill have taken off
    assert _to_pay(shop, visit) == bill
    assert shop.desk.redeem(uid, "x", visit=visit).discount == off
    assert (_to_pay(shop, visit), held(shop, uid)) == (bill - off, 3100)
    assert _ok(shop)


def test_case_040_ten_percent_capped_at_nine_of_a_bill_of_which_six_are_left(shop: Shop) -> None:
    tenth = _reward(1, {"kind": "percent", "percent": 10, "cap": 900})
    uid = _holding(shop, 20_000, spend={"points": 1, "value": 1}, rewards=[tenth])
    visit = _bill(shop, uid, 10_000)
    shop.desk.redeem(uid, "", visit=visit, points=9400)
    assert _to_pay(shop, visit) == 600
    assert shop.desk.preview(uid, 10_000, redeem=[("", 9400), ("x", 0)]).discount == 10_000
    assert shop.desk.redeem(uid, "x", visit=visit).discount == 600
    assert _to_pay(shop, visit) == 0
    whole = _bill(shop, uid, 10_000)
    assert shop.desk.redeem(uid, "x", visit=whole).discount == 900
    assert _ok(shop)
