"""What the desk shows of a bill before it is logged is what logging and redeeming then book."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as any_of

from retention_desktop.coupons import CouponDraft
from retention_desktop.domain.bill import Line
from retention_desktop.domain.terms import Gives
from retention_desktop.errors import ShopError
from tests.shop.loyalty_shop import customer, give, set_terms

if TYPE_CHECKING:
    from retention_desktop.shop import Shop

GIVES = (
    {"kind": "discount", "amount": 300},
    {"kind": "percent", "percent": 10, "cap": 900},
    {"kind": "item", "item": "tea", "count": 1},
    {"kind": "gift"},
)
TEA = Line(item="tea", quantity=3, unit_price=400)


def _point_terms(spend: dict[str, int], percent: int, own_bill: bool) -> dict[str, Any]:  # noqa: FBT001  a setting
    return {
        "rules": [{"id": "1", "kind": "amount", "points": 1, "per": 30}], "spend": spend, "own_bill": own_bill,
        "tiers": {"by": "spend", "months": 12, "steps": [{"id": "a", "name": "a", "from": 0, "percent": percent}]},
        "rewards": [
            {"id": str(at), "name": f"reward {at}", "points": 40 + at, "gives": gives} for at, gives in enumerate(GIVES)
        ],
    }  # fmt: skip


def _credit_terms(cap: int) -> dict[str, Any]:
    return {
        "rules": [{"id": "1", "kind": "amount", "points": 3, "per": 100}],
        "spend": {"points": 1, "value": 1, "cap_percent": cap},
    }


_SPEND = any_of.builds(
    lambda worth, step, cap: {"points": worth[0], "value": worth[1], "step": step, "cap_percent": cap},
    any_of.sampled_from(((1, 1), (1, 2), (10, 5), (100, 50), (7, 3))), any_of.sampled_from((1, 10, 100)),
    any_of.sampled_from((30, 100)),
)  # fmt: skip
_WANTED = any_of.lists(
    any_of.tuples(any_of.sampled_from(("0", "1", "2", "3", "point", "credit", "")), any_of.integers(0, 900)),
    max_size=5,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    spend=_SPEND, cap=any_of.sampled_from((50, 100)), percent=any_of.sampled_from((100, 125, 150)),
    own_bill=any_of.booleans(), points=any_of.integers(0, 900), credit=any_of.integers(0, 900),
    amount=any_of.integers(0, 6000), wanted=_WANTED, coupon=any_of.booleans(),
)  # fmt: skip
def test_a_preview_says_what_redeeming_books(
    *, shop: Shop, spend: dict[str, int], cap: int, percent: int, own_bill: bool, points: int, credit: int, amount: int,
    wanted: list[tuple[str, int]], coupon: bool,
) -> None:  # fmt: skip
    """Points, credit, rewards and a coupon in any order: discount, tender, what is left, and what is earned."""
    uids = {"point": set_terms(shop, "point", _point_terms(spend, percent, own_bill)), "punch": "", "": ""}
    uids["credit"] = set_terms(shop, "credit", _credit_terms(cap))
    uid = customer(shop)
    for unit, held in (("point", points), ("credit", credit)):
        if held:
            give(shop, uid, held, unit)
    code = shop.coupons.add(CouponDraft(name="c", gives=Gives(kind="percent", percent=5)))[0].code
    codes = [code] if coupon and amount >= 20 else []
    off = shop.coupons.check(code, uid, amount).discount if codes else 0
    named = [(uids.get(reward, reward), asked) for reward, asked in wanted]
    said = shop.desk.preview(uid, amount, lines=[TEA], redeem=named, already=off)
    visit = shop.desk.log_visit(uid, amount=amount, lines=[TEA], coupons=codes).visit.uid
    for reward, asked in named:
        try:
            shop.desk.redeem(uid, reward, visit=visit, points=asked)
        except ShopError as error:
            assert error.code in {"points_short", "points_too_few"}  # noqa: PT017  either is what the preview leaves out
    bill = shop.desk.bill(visit)
    booked = [entry for entry in shop.loyalty.entries(uid) if entry.visit == visit]
    earned = {
        one.programme: sum(
            entry.amount for entry in booked if entry.programme == one.programme and entry.kind.startswith("earn")
        )
        for one in said.earned
    }  # fmt: skip
    paid = sum(entry.amount for entry in booked if entry.unit == "credit" and entry.kind == "redeem")
    assert said.discount == bill.visit.discount - off
    assert said.tender == -paid
    assert said.to_pay == bill.left - said.tender
    assert {one.programme: one.amount for one in said.earned} == earned


@pytest.mark.parametrize("asked", [100, 300])
def test_credit_pays_where_points_could_pay_too(shop: Shop, asked: int) -> None:
    point = set_terms(shop, "point", {"spend": {"points": 1, "value": 1}})
    credit = set_terms(shop, "credit", _credit_terms(100))
    uid = customer(shop)
    give(shop, uid, 500)
    give(shop, uid, 500, "credit")
    offers = {offer.reward: offer for offer in shop.desk.preview(uid, 1000).offers if offer.money}
    assert set(offers) == {point, credit}
    visit = shop.desk.log_visit(uid, amount=1000).visit.uid
    done = shop.desk.redeem(uid, credit, visit=visit, points=asked)
    assert (done.discount, {one.unit: one.balance for one in done.balances}["credit"]) == (0, 530 - asked)
    assert {one.unit: one.balance for one in done.balances}["point"] == 500
