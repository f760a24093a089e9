"""Cases of refunds and voids: points after are what the remaining spend earns, by the rules that stood on the bill."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retention_desktop.domain.bill import Line
from tests.shop.loyalty_shop import ONE_EACH, changed, customer, give, held, kinds, refused, rewards, set_terms

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from tests.clock import Clock

MONEY_OFF = {**ONE_EACH, "spend": {"points": 1, "value": 1}}
GIFT = {"kind": "gift"}
THING = {"rewards": [{"id": "thing", "name": "タオル", "points": 150, "gives": GIFT}]}


def test_case_058_returning_one_of_two_takes_half_back(shop: Shop) -> None:
    set_terms(shop, "point", ONE_EACH)
    uid = customer(shop)
    visit = shop.desk.log_visit(uid, amount=100, lines=[Line(item="soap", quantity=2, unit_price=50)])
    line = shop.desk.bill(visit.visit.uid).lines[0].uid
    back = shop.desk.refund(visit.visit.uid, lines={line: 1})
    assert (changed(back.earned), held(shop, uid)) == (-50, 50)


def test_case_059_a_full_refund_is_as_before_the_sale(shop: Shop) -> None:
    set_terms(shop, "point", {**ONE_EACH, **THING})
    uid = customer(shop)
    give(shop, uid, 200)
    visit = shop.desk.log_visit(uid, amount=70).visit.uid
    shop.desk.redeem(uid, "thing", visit=visit)
    assert held(shop, uid) == 120
    shop.desk.refund(visit)
    assert held(shop, uid) == 200
    assert [entry for entry in kinds(shop, uid) if entry[0] in {"earn_back", "redeem_back"}] == [
        ("redeem_back", 150), ("earn_back", -70),
    ]  # fmt: skip
    assert shop.checkup.check().ok


def test_case_061_half_returned_leaves_half_the_points_and_a_void_none(shop: Shop) -> None:
    set_terms(shop, "point", {"rules": [{"id": "1", "kind": "amount", "points": 1, "per": 1000}]})
    uid = customer(shop)
    visit = shop.desk.log_visit(uid, amount=20_000).visit.uid
    shop.desk.refund(visit, amount=10_000)
    assert held(shop, uid) == 10
    shop.desk.void_visit(visit)
    assert held(shop, uid) == 0


def test_partial_refunds_round_the_rest_once_and_never_each_part(shop: Shop) -> None:
    set_terms(shop, "point", {"rules": [{"id": "1", "kind": "amount", "points": 1, "per": 1000}]})
    uid = customer(shop)
    visit = shop.desk.log_visit(uid, amount=2000).visit.uid
    for left in (1, 1, 0, 0):
        shop.desk.refund(visit, amount=500)
        assert held(shop, uid) == left
    assert refused(lambda: shop.desk.refund(visit, amount=1)) == "refund_too_much"


@pytest.mark.parametrize(("policy", "taken", "left"), [("floor", -50, 0), ("debt", -150, -100)])
def test_case_064_reversing_150_when_100_was_spent(shop: Shop, policy: str, taken: int, left: int) -> None:
    set_terms(shop, "point", {
        **ONE_EACH, "below_zero": policy, "rewards": [{"id": "x", "name": "x", "points": 100, "gives": GIFT}],
    })  # fmt: skip
    uid = customer(shop)
    visit = shop.desk.log_visit(uid, amount=150).visit.uid
    shop.desk.redeem(uid, "x")
    voided = shop.desk.void_visit(visit)
    assert (changed(voided.earned), held(shop, uid)) == (taken, left)
    found = shop.checkup.check()
    assert found.ok, found.findings
    shop.history.undo(voided.operation)
    assert held(shop, uid) == 50


def test_a_debt_is_paid_by_what_comes_next(shop: Shop) -> None:
    set_terms(shop, "point", {
        **ONE_EACH, "below_zero": "debt", "rewards": [{"id": "x", "name": "x", "points": 100, "gives": GIFT}],
    })  # fmt: skip
    uid = customer(shop)
    visit = shop.desk.log_visit(uid, amount=150).visit.uid
    shop.desk.redeem(uid, "x")
    shop.desk.void_visit(visit)
    give(shop, uid, 130)
    assert held(shop, uid) == 30
    assert refused(lambda: shop.desk.redeem(uid, "x")) == "points_short"
    found = shop.checkup.check()
    assert found.ok, found.findings


def test_case_065_the_same_reversal_twice_is_one_and_never_more_than_was_earned(shop: Shop) -> None:
    set_terms(shop, "point", ONE_EACH)
    uid = customer(shop)
    give(shop, uid, 1000)
    visit = shop.desk.log_visit(uid, amount=150).visit.uid
    first = shop.desk.refund(visit, amount=100, key="till-7")
    again = shop.desk.refund(visit, amount=100, key="till-7")
    assert (again.duplicate, again.earned, first.duplicate) == (True, (), False)
    assert held(shop, uid) == 1050
    assert refused(lambda: shop.desk.refund(visit, amount=9999)) == "refund_too_much"
    assert refused(lambda: shop.desk.refund(visit, amount=-50)) == "refund_invalid"
    assert changed(shop.desk.void_visit(visit).earned) == -50
    assert refused(lambda: shop.desk.void_visit(visit)) == "visit_voided"
    assert held(shop, uid) == 1000
    assert sum(amount for kind, amount in kinds(shop, uid) if kind == "earn_back") == -150


def test_case_066_undoing_a_redemption_twice_gives_back_once(shop: Shop) -> None:
    set_terms(shop, "point", {"rewards": [{"id": "x", "name": "x", "points": 300, "gives": GIFT}]})
    uid = customer(shop)
    give(shop, uid, 1000)
    redeemed = shop.desk.redeem(uid, "x")
    assert held(shop, uid) == 700
    shop.history.undo(redeemed.operation)
    assert held(shop, uid) == 1000
    assert refused(lambda: shop.history.undo(redeemed.operation)) == "already_undone"
    assert [entry for entry in kinds(shop, uid) if entry[0] == "redeem_back"] == [("redeem_back", 300)]


def test_case_068_a_refund_takes_by_the_rule_that_stood_on_the_bill(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", ONE_EACH)
    uid = customer(shop)
    visit = shop.desk.log_visit(uid, amount=100).visit.uid
    clock.pass_(days=1)
    set_terms(shop, "point", {"rules": [{"id": "1", "kind": "amount", "points": 2, "per": 1}]})
    give(shop, uid, 500)
    assert changed(shop.desk.refund(visit).earned) == -100
    assert held(shop, uid) == 500


def test_case_069_a_bill_that_is_not_paid_after_all_gives_the_reward_back(shop: Shop) -> None:
    set_terms(shop, "point", {**MONEY_OFF, **THING})
    uid = customer(shop)
    give(shop, uid, 500)
    visit = shop.desk.log_visit(uid, amount=1000).visit.uid
    shop.desk.redeem(uid, "thing", visit=visit)
    shop.desk.redeem(uid, "", visit=visit, points=200)
    shop.desk.void_visit(visit)
    assert held(shop, uid) == 500
    assert shop.checkup.check().ok


def test_case_070_what_is_not_on_the_bill_earns_nothing(shop: Shop) -> None:
    set_terms(shop, "point", {"rules": [{"id": "1", "kind": "item", "points": 10, "items": ["soap"]}]})
    uid = customer(shop)
    visit = shop.desk.log_visit(uid, amount=200, lines=[Line(item="soap", quantity=2, unit_price=100)])
    assert changed(visit.earned) == 20
    line = shop.desk.bill(visit.visit.uid).lines[0].uid
    assert changed(shop.desk.refund(visit.visit.uid, lines={line: 1}).earned) == -10
    assert held(shop, uid) == 10


def test_an_issued_reward_used_on_a_voided_visit_can_be_used_again(shop: Shop) -> None:
    set_terms(shop, "punch", {"size": 2, "reward": {"name": "500円引き", "gives": {"kind": "discount", "amount": 500}}})
    uid = customer(shop)
    for _ in range(2):
        shop.desk.log_visit(uid, guarded=False)
    reward = shop.loyalty.holdings(uid).rewards[0]
    visit = shop.desk.log_visit(uid, amount=3000, guarded=False).visit.uid
    used = shop.desk.redeem(uid, reward.code, visit=visit)
    assert (used.discount, rewards(shop, uid)) == (500, ["used"])
    assert used.visit is not None
    assert used.visit.discount == 500
    assert shop.customers.detail(uid).customer.spend == 2500
    voided = shop.desk.void_visit(visit)
    assert rewards(shop, uid) == ["issued"]
    shop.history.undo(voided.operation)
    assert rewards(shop, uid) == ["used"]
    assert shop.customers.detail(uid).customer.spend == 2500
    found = shop.checkup.check()
    assert found.ok, found.findings


def test_a_refund_can_be_undone(shop: Shop) -> None:
    set_terms(shop, "point", ONE_EACH)
    uid = customer(shop)
    visit = shop.desk.log_visit(uid, amount=1000).visit.uid
    back = shop.desk.refund(visit, amount=400)
    assert (held(shop, uid), shop.customers.detail(uid).customer.spend) == (600, 600)
    shop.history.undo(back.operation)
    assert (held(shop, uid), shop.customers.detail(uid).customer.spend) == (1000, 1000)
    assert shop.checkup.check().ok
