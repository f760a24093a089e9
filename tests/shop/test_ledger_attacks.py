"""What a hurried counter does to the ledger: in every order the figures are right and the check is clean."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from retention_desktop.coupons import CouponDraft
from retention_desktop.domain.bill import Line
from retention_desktop.domain.terms import Gives
from retention_desktop.errors import ShopError
from retention_desktop.shop import open_shop
from tests.shop.conftest import RESOURCES
from tests.shop.loyalty_shop import ONE_EACH, changed, customer, give, held, kinds, refused, rewards, set_terms

if TYPE_CHECKING:
    from pathlib import Path

    from retention_desktop.shop import Shop
    from tests.clock import Clock

MONEY_OFF = {"spend": {"points": 1, "value": 1}}
GIFT = {"kind": "gift"}
BERLIN = ZoneInfo("Europe/Berlin")


def _per(per: int, **said: Any) -> dict[str, Any]:
    return {"rules": [{"id": "1", "kind": "amount", "points": 1, "per": per, **said}]}


def _sound(shop: Shop) -> None:
    found = shop.checkup.check()
    assert found.ok, found.findings


def _visit(shop: Shop, uid: str, amount: int | None, **said: Any) -> str:
    return shop.desk.log_visit(uid, amount=amount, guarded=False, **said).visit.uid


def test_a_clock_put_back_neither_loses_nor_doubles_anything(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", {**ONE_EACH, **MONEY_OFF, "expiry": {"kind": "days", "count": 10}})
    uid = customer(shop)
    visit = _visit(shop, uid, 100)
    clock.pass_(days=11)
    give(shop, uid, 5)  # writes the lapse of the hundred
    clock.pass_(days=-9)  # the battery of the clock
    _sound(shop)
    assert held(shop, uid) == 5
    later = _visit(shop, uid, 40)
    shop.desk.redeem(uid, "", visit=later, points=5)
    shop.desk.refund(visit)
    shop.desk.void_visit(later)
    _sound(shop)
    assert held(shop, uid) == 5


def test_a_clock_put_back_before_a_change_of_the_rules(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", ONE_EACH)
    clock.pass_(days=2)
    set_terms(shop, "point", {"rules": [{"id": "1", "kind": "amount", "points": 2, "per": 1}]})
    uid = customer(shop)
    clock.pass_(days=-1)
    visit = _visit(shop, uid, 100)
    first = held(shop, uid)
    shop.desk.refund(visit, amount=50)
    assert held(shop, uid) == first // 2
    shop.desk.correct_visit(visit, amount=100)
    assert held(shop, uid) == first // 2
    _sound(shop)


@pytest.mark.parametrize(
    ("at", "day", "gone"),
    [
        ("2026-10-24T22:30:00+00:00", "2026-10-25", "2026-10-26"),
        ("2026-03-28T23:30:00+00:00", "2026-03-29", "2026-03-30"),
    ],
)
def test_a_day_of_23_or_25_hours_is_one_day(shop: Shop, clock: Clock, at: str, day: str, gone: str) -> None:
    clock.now = datetime.fromisoformat(at)
    shop.settings.change(zone="Europe/Berlin")
    set_terms(shop, "point", {**ONE_EACH, "expiry": {"kind": "days", "count": 1}, "caps": {"day": 150}})
    uid = customer(shop)
    _visit(shop, uid, 100)
    clock.now = datetime.fromisoformat(f"{day}T23:30:00").replace(tzinfo=BERLIN).astimezone(UTC)
    _visit(shop, uid, 100)
    assert held(shop, uid) == 150
    clock.now = datetime.fromisoformat(f"{gone}T00:00:00").replace(tzinfo=BERLIN).astimezone(UTC)
    assert held(shop, uid) == 0
    _visit(shop, uid, 100)
    assert held(shop, uid) == 100
    _sound(shop)


def test_back_dated_visits_are_settled_by_the_rules_of_the_day_they_were_noted(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", ONE_EACH)
    uid = customer(shop)
    before = clock.now
    clock.pass_(days=5)
    set_terms(shop, "point", {**_per(10), "expiry": {"kind": "days", "count": 3}})
    visit = _visit(shop, uid, 100, at=before)
    assert kinds(shop, uid)[0] == ("earn", 10)
    assert held(shop, uid) == 0  # counted from the day of the visit these have lapsed
    clock.pass_(days=1)
    set_terms(shop, "point", {"rules": [{"id": "1", "kind": "amount", "points": 5, "per": 1}]})
    shop.desk.correct_visit(visit, amount=200)
    _sound(shop)
    shop.desk.refund(visit)
    assert sum(amount for kind, amount in kinds(shop, uid) if kind.startswith("earn")) == 0
    assert held(shop, uid) == 0
    _sound(shop)


def test_a_refund_after_a_merge_takes_from_the_points_that_moved(shop: Shop) -> None:
    set_terms(shop, "point", {**ONE_EACH, **MONEY_OFF})
    keep, other = customer(shop, "残す人"), customer(shop, "まとめる人")
    give(shop, other, 30)
    visit = _visit(shop, other, 100)
    paid = _visit(shop, other, 50)
    shop.desk.redeem(other, "", visit=paid, points=80)
    shop.customers.merge(keep, other)
    _sound(shop)
    before = held(shop, keep)
    shop.desk.refund(visit, amount=60)
    assert held(shop, keep) == before - 60
    shop.desk.refund(paid)
    _sound(shop)
    shop.desk.void_visit(visit)
    _sound(shop)
    assert held(shop, keep) == 30


def test_points_given_back_after_a_merge_reach_whoever_holds_them_now(shop: Shop) -> None:
    set_terms(shop, "point", {**ONE_EACH, **MONEY_OFF})
    keep, other = customer(shop, "残す人"), customer(shop, "まとめる人")
    give(shop, other, 300)
    visit = _visit(shop, other, 1000)
    redeemed = [shop.desk.redeem(other, "", visit=visit, points=points) for points in (100, 50)]
    merged = shop.customers.merge(keep, other)
    assert held(shop, keep) == 150 + 850
    shop.history.undo(redeemed[0].operation)
    _sound(shop)
    assert held(shop, keep) == 250 + 950
    voided = shop.desk.void_visit(visit)
    _sound(shop)
    assert held(shop, keep) == 300
    shop.history.undo(voided.operation)
    _sound(shop)
    assert held(shop, keep) == 250 + 950
    shop.history.undo(merged.operation)
    _sound(shop)
    assert held(shop, keep) + held(shop, other) == 250 + 950


def test_what_was_spent_and_what_lapsed_is_taken_once(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", {**ONE_EACH, **MONEY_OFF, "expiry": {"kind": "days", "count": 10}})
    uid = customer(shop)
    visit = _visit(shop, uid, 100)
    clock.pass_(days=1)
    paid = _visit(shop, uid, 1000)
    shop.desk.redeem(uid, "", visit=paid, points=60)
    before = held(shop, uid)
    clock.pass_(days=12)
    give(shop, uid, 7)
    assert (before, held(shop, uid)) == (980, 7)
    shop.desk.refund(visit)
    _sound(shop)
    assert held(shop, uid) == 0  # sixty of the hundred were spent: what there is makes up for them
    shop.desk.void_visit(paid)
    _sound(shop)
    assert held(shop, uid) <= 7


def test_undo_in_any_order_ends_where_it_began(shop: Shop) -> None:
    set_terms(shop, "point", {**ONE_EACH, **MONEY_OFF})
    uid = customer(shop)
    give(shop, uid, 500)
    logged = shop.desk.log_visit(uid, amount=1000)
    redeemed = shop.desk.redeem(uid, "", visit=logged.visit.uid, points=300)
    back = shop.desk.refund(logged.visit.uid, amount=200)
    assert held(shop, uid) == 200 + 500
    for operation in (redeemed.operation, back.operation, logged.operation):
        with suppress(ShopError):  # an order that can't be is refused, and changes nothing
            shop.history.undo(operation)
        _sound(shop)
    assert held(shop, uid) == 500


def test_two_windows_redeem_correct_and_refund_the_same_bill(shop: Shop, clock: Clock, tmp_path: Path) -> None:
    set_terms(shop, "point", {**ONE_EACH, **MONEY_OFF})
    uid = customer(shop)
    give(shop, uid, 100)
    visit = _visit(shop, uid, 1000)
    other = open_shop(tmp_path / "data", RESOURCES, clock=clock)
    try:
        shop.desk.redeem(uid, "", visit=visit, points=100)
        assert refused(lambda: other.desk.redeem(uid, "", visit=visit, points=100)) == "points_short"
        other.desk.refund(visit, amount=900)
        assert refused(lambda: shop.desk.refund(visit, amount=900)) == "refund_too_much"
        assert held(shop, uid) == held(other, uid) == 100
        set_terms(other, "point", _per(10))
        assert changed(shop.desk.log_visit(uid, amount=100, guarded=False).earned) == 10
    finally:
        other.close()
    _sound(shop)


@pytest.mark.parametrize(("currency", "amount", "points"), [("JPY", 2575, 25), ("USD", 2575, 25), ("KWD", 25_750, 25)])
def test_points_of_currencies_with_none_two_and_three_decimals(
    shop: Shop, currency: str, amount: int, points: int
) -> None:
    shop.settings.change(currency=currency)
    set_terms(shop, "point", {**_per(10 ** (3 if currency == "KWD" else 2)), **MONEY_OFF})
    uid = customer(shop)
    visit = _visit(shop, uid, amount)
    assert held(shop, uid) == points
    give(shop, uid, amount)
    shop.desk.redeem(uid, "", visit=visit, points=amount)
    assert (shop.desk.bill(visit).left, held(shop, uid)) == (0, 0 if amount else points)
    _sound(shop)


def test_a_visit_refunded_in_full_pays_for_no_reward(shop: Shop) -> None:
    set_terms(shop, "point", {
        **ONE_EACH, **MONEY_OFF,
        "rewards": [{"id": "x", "name": "x", "points": 10, "gives": {"kind": "discount", "amount": 500}}],
    })  # fmt: skip
    uid = customer(shop)
    give(shop, uid, 100)
    visit = _visit(shop, uid, 1000)
    shop.desk.refund(visit)
    assert held(shop, uid) == 100
    assert refused(lambda: shop.desk.redeem(uid, "", visit=visit, points=50)) == "points_too_few"
    taken = shop.desk.redeem(uid, "x", visit=visit)
    assert (taken.discount, held(shop, uid)) == (0, 90)
    _sound(shop)
    shop.history.undo(taken.operation)
    assert held(shop, uid) == 100
    _sound(shop)


def test_coupon_points_reward_and_credit_never_take_more_than_the_bill(shop: Shop) -> None:
    set_terms(shop, "point", {**_per(100), **MONEY_OFF})
    set_terms(shop, "credit", {"rules": [], "spend": {"points": 1, "value": 1}})
    uid = customer(shop)
    give(shop, uid, 1000)
    give(shop, uid, 5000, "credit")
    made = shop.coupons.add(CouponDraft(name="10%", gives=Gives(kind="percent", percent=10)))[0]
    visit = _visit(shop, uid, 3000, coupons=[made.code])
    shop.desk.redeem(uid, "", visit=visit, points=700)
    assert shop.desk.bill(visit).left == 2000
    assert held(shop, uid) == 300 + 20
    shop.rules.switch(next(one.uid for one in shop.rules.programmes() if one.unit == "point"), active=False)
    shop.desk.redeem(uid, "", visit=visit, points=1500)
    shop.desk.redeem(uid, "", visit=visit, points=1500)
    assert held(shop, uid, "credit") == 3000  # credit pays what is left of the bill, and no more
    assert refused(lambda: shop.desk.redeem(uid, "", visit=visit, points=1)) == "points_too_few"
    _sound(shop)
    shop.desk.void_visit(visit)
    assert held(shop, uid, "credit") == 5000
    shop.rules.switch(next(one.uid for one in shop.rules.programmes() if one.unit == "point"), active=True)
    assert held(shop, uid) == 1000
    assert made.code in {line.coupon.code for line in shop.coupons.all() if not line.uses}
    _sound(shop)


def test_a_cap_counts_what_stands_after_corrections(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", {**ONE_EACH, "caps": {"day": 100, "customer": 250}})
    uid = customer(shop)
    first, second = _visit(shop, uid, 80), _visit(shop, uid, 80)
    assert held(shop, uid) == 100
    shop.desk.correct_visit(first, amount=10)
    shop.desk.correct_visit(second, amount=85)
    assert held(shop, uid) == 95
    shop.desk.void_visit(first)
    shop.desk.correct_visit(second, amount=500)
    assert held(shop, uid) == 100
    clock.pass_(days=1)
    _visit(shop, uid, 90)
    clock.pass_(days=1)
    _visit(shop, uid, 90)
    clock.pass_(days=1)
    last = _visit(shop, uid, 90)
    assert held(shop, uid) == 250
    shop.desk.void_visit(second)
    shop.desk.correct_visit(last, amount=95)
    assert held(shop, uid) == 250 - 100 + 95
    _sound(shop)


def test_carry_over_with_refunds_undo_and_a_merge_stays_the_sum_of_what_was_spent(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", _per(50, carry=True))
    keep, other = customer(shop, "残す人"), customer(shop, "まとめる人")
    first = _visit(shop, keep, 30)
    _visit(shop, keep, 20)
    _visit(shop, other, 45)
    assert (held(shop, keep), held(shop, other)) == (1, 0)
    merged = shop.customers.merge(keep, other)
    _sound(shop)
    clock.pass_(days=1)
    last = shop.desk.log_visit(keep, amount=5)
    assert held(shop, keep) == 2
    back = shop.desk.refund(first)
    assert held(shop, keep) == 1  # 20 + 45 + 5 = 70
    shop.history.undo(back.operation)
    assert held(shop, keep) == 2
    shop.history.undo(last.operation)
    assert held(shop, keep) == 1
    shop.history.undo(merged.operation)
    assert (held(shop, keep), held(shop, other)) == (1, 0)
    _visit(shop, other, 5)
    assert held(shop, other) == 1
    _sound(shop)


def test_goods_given_back_one_by_one_end_at_nothing(shop: Shop) -> None:
    set_terms(shop, "point", _per(100))
    set_terms(shop, "punch", {
        "size": 3, "reward": "tea", "rules": [{"id": "1", "kind": "item", "points": 1, "items": ["tea"]}],
    })  # fmt: skip
    uid = customer(shop)
    lines = [Line(item="tea", quantity=4, unit_price=333), Line(item="cake", unit_price=668)]
    visit = _visit(shop, uid, 2000, lines=lines)
    assert (held(shop, uid), held(shop, uid, "punch"), rewards(shop, uid)) == (20, 1, ["issued"])
    tea = shop.desk.bill(visit).lines[0].uid
    for points, punches in ((16, 0), (13, 2), (10, 1), (6, 0)):
        shop.desk.refund(visit, lines={tea: 1})
        assert (held(shop, uid), held(shop, uid, "punch")) == (points, punches)
        _sound(shop)
    assert rewards(shop, uid) == []
    shop.desk.refund(visit)
    assert (held(shop, uid), shop.customers.detail(uid).customer.spend) == (0, 0)
    _sound(shop)


def test_a_bill_whose_credit_paid_for_another_is_given_back(shop: Shop) -> None:
    set_terms(shop, "credit", {**_per(100, points=3), **MONEY_OFF})
    uid = customer(shop)
    first = _visit(shop, uid, 3000)
    second = _visit(shop, uid, 3000)
    assert held(shop, uid, "credit") == 180
    shop.desk.redeem(uid, "", visit=second, points=90)
    shop.desk.refund(first)
    _sound(shop)
    assert held(shop, uid, "credit") == 0
    shop.desk.refund(second)
    assert held(shop, uid, "credit") == 0
    _sound(shop)


def test_a_bill_that_points_paid_whole_can_be_given_back_once(shop: Shop) -> None:
    set_terms(shop, "point", {**ONE_EACH, **MONEY_OFF})
    uid = customer(shop)
    give(shop, uid, 300)
    visit = _visit(shop, uid, 300)
    shop.desk.redeem(uid, "", visit=visit, points=300)
    assert (held(shop, uid), held(shop, uid, "punch")) == (0, 1)
    back = shop.desk.refund(visit)
    assert (held(shop, uid), held(shop, uid, "punch")) == (300, 0)
    assert refused(lambda: shop.desk.refund(visit)) == "refund_invalid"
    _sound(shop)
    shop.history.undo(back.operation)
    assert (held(shop, uid), held(shop, uid, "punch")) == (0, 1)
    _sound(shop)


def test_goods_of_a_visit_without_an_amount_go_back_one_by_one(shop: Shop) -> None:
    uid = customer(shop)
    visit = _visit(shop, uid, None, lines=[Line(item="tea", quantity=2)])
    tea = shop.desk.bill(visit).lines[0].uid
    shop.desk.refund(visit, lines={tea: 1})
    assert held(shop, uid, "punch") == 1
    shop.desk.refund(visit, lines={tea: 1})
    assert held(shop, uid, "punch") == 0
    assert refused(lambda: shop.desk.refund(visit)) == "refund_invalid"
    _sound(shop)


@pytest.mark.parametrize("merged", [False, True])
@pytest.mark.parametrize(("which", "off"), [(0, 50), (1, 100)])
def test_either_of_two_redemptions_on_a_bill_can_be_undone(shop: Shop, which: int, off: int, merged: bool) -> None:  # noqa: FBT001 - a case
    set_terms(shop, "point", {**ONE_EACH, **MONEY_OFF})
    uid, keep = customer(shop), customer(shop, "残す人")
    give(shop, uid, 300)
    visit = _visit(shop, uid, 1000)
    redeemed = [shop.desk.redeem(uid, "", visit=visit, points=points).operation for points in (100, 50)]
    holder = keep if merged else uid
    if merged:
        shop.customers.merge(keep, uid)
    undone = shop.history.undo(redeemed[which])
    assert undone.kept == ()
    assert (shop.desk.bill(visit).visit.discount, held(shop, holder)) == (off, 300 - off + 1000 - off)
    assert shop.customers.detail(holder).customer.spend == 1000 - off
    _sound(shop)
    voided = shop.desk.void_visit(visit)
    assert held(shop, holder) == 300
    shop.history.undo(voided.operation)
    assert (shop.desk.bill(visit).visit.discount, held(shop, holder)) == (off, 300 - off + 1000 - off)
    _sound(shop)


def test_a_reward_used_elsewhere_takes_nothing_off_a_bill_that_stands_again(shop: Shop) -> None:
    set_terms(shop, "punch", {"size": 1, "reward": {"name": "500円引き", "gives": {"kind": "discount", "amount": 500}}})
    uid = customer(shop)
    _visit(shop, uid, None)
    reward = shop.loyalty.holdings(uid).rewards[0]
    set_terms(shop, "punch", {"size": 10, "reward": "x"})
    first, second = _visit(shop, uid, 2000), _visit(shop, uid, 3000)
    shop.desk.redeem(uid, reward.code, visit=first)
    voided = shop.desk.void_visit(first)
    shop.desk.redeem(uid, reward.code, visit=second)
    shop.history.undo(voided.operation)
    assert (shop.desk.bill(first).visit.discount, shop.desk.bill(second).visit.discount) == (0, 500)
    assert shop.customers.detail(uid).customer.spend == 4500
    _sound(shop)
