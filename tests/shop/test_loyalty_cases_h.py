"""Coupons as the conformance list has them (cases 95 to 102), over a real store."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from retention_desktop.books import coupons as book
from retention_desktop.coupons import CouponDraft
from retention_desktop.domain.bill import Line
from retention_desktop.domain.coupon import Payment
from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.terms import Gives
from retention_desktop.errors import ShopError
from tests.shop.loyalty_shop import ONE_EACH, give, set_terms

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.shop import Shop
    from tests.clock import Clock

PERCENT = Gives(kind="percent", percent=10)
OFF = Gives(kind="discount", amount=500)


def _person(shop: Shop, number: int = 0) -> str:
    return shop.customers.add(CustomerDraft(name=f"佐々木 {number}", phone=f"090-1234-{number:04}"))


def _refused(call: Callable[[], object]) -> str:
    with pytest.raises(ShopError) as caught:
        call()
    return caught.value.code


def _use(shop: Shop, visit_uid: str, code: str) -> int:
    """Put a coupon on a bill that was recorded before; returns what it takes off."""
    before = shop.desk.bill(visit_uid).visit.discount
    return shop.desk.use_coupon(visit_uid, code, wait_ms=20_000).visit.discount - before


def _pay(shop: Shop, customer: str | None, code: str, amount: int = 10_000, lines: tuple[Line, ...] = ()) -> str:
    """The whole way: the desk logs a bill that is paid with a coupon."""
    return shop.desk.log_visit(customer, amount=amount, guarded=False, coupons=[code], lines=lines).visit.uid


def _discount(shop: Shop, visit_uid: str) -> int:
    with closing(sqlite3.connect(shop.db.path)) as connection:
        return int(connection.execute("select discount from visit where uid = ?", (visit_uid,)).fetchone()[0])


def _add(shop: Shop, code: str = "SPRING", **more: object) -> str:
    draft: dict[str, object] = {"name": "Spring", "gives": PERCENT} | more
    return shop.coupons.add(CouponDraft(**draft), code=code)[0].uid  # type: ignore[arg-type]


def _uses(shop: Shop) -> list[tuple[str, int, int]]:
    return [(line.coupon.code, line.uses, line.taken_off) for line in shop.coupons.all()]


def test_case_095_a_coupon_of_another_customer_and_goods_that_are_gone(shop: Shop) -> None:
    mine, other = _person(shop, 1), _person(shop, 2)
    _add(shop, "ACUT", customer=mine, gives=Gives(kind="item", item="カット", count=1))
    cut = (Line(item="カット", unit_price=4950), Line(item="カラー", unit_price=8800))
    assert _refused(lambda: shop.coupons.check("ACUT", other, 13_750, lines=cut)) == "coupon_other_person"
    assert _refused(lambda: shop.coupons.check("ACUT", "", 13_750, lines=cut)) == "coupon_person_missing"
    assert shop.coupons.check("ACUT", mine, 13_750, lines=cut).discount == 4950
    assert _refused(lambda: shop.coupons.check("ACUT", mine, 8800, lines=cut[1:])) == "coupon_gives_nothing"
    _pay(shop, mine, "ACUT", 13_750, cut)
    assert _uses(shop) == [("ACUT", 1, 4950)]


def test_case_096_a_bill_taken_back_and_confirmed_again_gets_no_discount_that_another_used(shop: Shop) -> None:
    _add(shop, total_limit=1)
    a, b = _person(shop, 1), _person(shop, 2)
    first = _pay(shop, a, "SPRING")
    assert _refused(lambda: _pay(shop, b, "SPRING")) == "coupon_used_up"
    voided = shop.desk.void_visit(first).operation
    assert _uses(shop) == [("SPRING", 0, 0)]
    second = _pay(shop, b, "SPRING")
    shop.history.undo(voided)
    assert (_discount(shop, first), _discount(shop, second)) == (0, 1000)
    assert _uses(shop) == [("SPRING", 1, 1000)]
    assert {one.unit: one.balance for one in shop.loyalty.holdings(a).balances}["point"] == 100
    assert shop.checkup.check().ok


def test_case_096_a_bill_confirmed_again_keeps_what_nobody_used(shop: Shop) -> None:
    _add(shop, total_limit=1)
    a = _person(shop, 1)
    first = _pay(shop, a, "SPRING")
    shop.history.undo(shop.desk.void_visit(first).operation)
    assert (_discount(shop, first), _uses(shop)) == (1000, [("SPRING", 1, 1000)])
    assert shop.checkup.check().ok


def test_case_097_for_the_next_visit_once_this_one_is_paid(shop: Shop) -> None:
    uid = _person(shop)
    sale = shop.desk.log_visit(uid).visit.uid
    _add(shop, "NEXT", gives=OFF, sale=sale, customer=uid)
    assert _refused(lambda: shop.coupons.check("NEXT", uid, 3000)) == "coupon_reserved"
    shop.desk.add_amount(sale, 3000)
    assert _refused(lambda: _use(shop, sale, "NEXT")) == "coupon_reserved"
    assert shop.coupons.check("NEXT", uid, 3000).discount == 500
    _pay(shop, uid, "NEXT")
    shop.desk.void_visit(sale)
    assert _refused(lambda: shop.coupons.check("NEXT", uid, 3000)) == "coupon_reserved"


def test_case_098_the_last_of_ten_codes_counts_like_the_first(shop: Shop) -> None:
    made = shop.coupons.add(CouponDraft(name="Flyer", gives=OFF), count=10)
    assert len({coupon.code for coupon in made}) == 10
    for coupon in made:
        _pay(shop, None, coupon.code)
    assert {_refused(partial(_pay, shop, None, coupon.code)) for coupon in made} == {"coupon_used_up"}
    assert {uses for _, uses, _ in _uses(shop)} == {1}


def test_case_099_named_in_time_but_paid_too_late(shop: Shop, clock: Clock) -> None:
    clock.now = datetime(2026, 10, 30, 3, 0, tzinfo=UTC)
    uid = _person(shop)
    _add(shop, last_day=date(2026, 10, 31))
    assert shop.coupons.check("SPRING", uid, 10_000).discount == 1000
    clock.now = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
    assert _refused(lambda: _pay(shop, uid, "SPRING")) == "coupon_over"
    assert _uses(shop) == [("SPRING", 0, 0)]


def test_case_100_days_are_the_shops_at_both_steps(shop: Shop, clock: Clock) -> None:
    uid = _person(shop)
    clock.now = datetime(2026, 12, 1, 0, 0, tzinfo=UTC)
    _add(shop, first_day=date(2026, 12, 24), last_day=date(2026, 12, 31))
    for now, why in (
        (datetime(2026, 12, 23, 14, 59, 59, tzinfo=UTC), "coupon_not_yet"),
        (datetime(2026, 12, 23, 15, 0, tzinfo=UTC), ""),
        (datetime(2026, 12, 31, 14, 59, 59, tzinfo=UTC), ""),
        (datetime(2026, 12, 31, 15, 0, tzinfo=UTC), "coupon_over"),
    ):
        clock.now = now
        if why:
            assert _refused(lambda: shop.coupons.check("SPRING", uid, 10_000)) == why
            assert _refused(lambda: _pay(shop, uid, "SPRING")) == why
        else:
            assert shop.coupons.check("SPRING", uid, 10_000).discount == 1000
            _pay(shop, uid, "SPRING")


def test_case_101_ten_percent_of_what_a_price_rule_left(shop: Shop) -> None:
    shop.settings.change(currency="EUR")
    _add(shop)
    assert shop.coupons.check("SPRING", "", 100_00, already=10_00).discount == 9_00
    _add(shop, "SECOND")
    visit = shop.desk.log_visit(None, amount=100_00).visit.uid
    assert (_use(shop, visit, "SPRING"), _use(shop, visit, "SECOND")) == (10_00, 9_00)
    assert 100_00 - _discount(shop, visit) == 81_00
    both = shop.desk.log_visit(None, amount=100_00, coupons=["SPRING", "SECOND"]).visit
    assert (both.amount or 0) - both.discount == 81_00


def test_case_102_the_first_ten_customers_once_each(shop: Shop) -> None:
    _add(shop, total_limit=10, person_limit=1)
    people = [_person(shop, number) for number in range(11)]
    for uid in people[:10]:
        _pay(shop, uid, "SPRING")
        assert _refused(partial(_pay, shop, uid, "SPRING")) in {"coupon_used_by_person", "coupon_used_up"}
    assert _refused(lambda: _pay(shop, people[10], "SPRING")) == "coupon_used_up"
    assert _uses(shop) == [("SPRING", 10, 10_000)]


def test_case_102_from_days_after_the_sale_for_some_days(shop: Shop, clock: Clock) -> None:
    uid = _person(shop)
    sale = shop.desk.log_visit(uid, amount=5000).visit.uid
    _add(shop, "LATER", gives=OFF, sale=sale, after_days=7, for_days=30, customer=uid)
    for days, why in ((0, "coupon_not_yet"), (6, "coupon_not_yet"), (7, ""), (36, ""), (37, "coupon_over")):
        clock.now = datetime(2026, 11, 21, 9, 0, tzinfo=UTC) + timedelta(days=days)
        if why:
            assert _refused(lambda: shop.coupons.check("LATER", uid, 3000)) == why
        else:
            assert shop.coupons.check("LATER", uid, 3000).discount == 500


def test_twenty_tills_at_once_use_one_code_once(shop: Shop) -> None:
    _add(shop, total_limit=1)
    visits = [shop.desk.log_visit(None, amount=10_000).visit.uid for _ in range(20)]

    def till(visit: str) -> str:
        try:
            _use(shop, visit, "SPRING")
        except ShopError as error:
            return error.code
        return "used"

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(till, visits))
    assert sorted(answers) == ["coupon_used_up"] * 19 + ["used"]


def test_a_discount_never_exceeds_what_is_left(shop: Shop) -> None:
    _add(shop, "BIGONE", gives=Gives(kind="discount", amount=5000))
    _add(shop, "CAPPED", gives=Gives(kind="percent", percent=50, cap=900))
    assert shop.coupons.check("BIGONE", "", 3000).discount == 3000
    assert shop.coupons.check("BIGONE", "", 3000, already=2999).discount == 1
    assert shop.coupons.check("CAPPED", "", 3000).discount == 900
    assert _refused(lambda: shop.coupons.check("BIGONE", "", 3000, already=3000)) == "coupon_gives_nothing"
    assert _refused(lambda: shop.coupons.check("BIGONE", "", None)) == "coupon_gives_nothing"


def test_a_gift_takes_nothing_off_and_is_counted(shop: Shop) -> None:
    _add(shop, "GIFT", gives=Gives(kind="gift"), total_limit=1)
    _pay(shop, None, "gift")
    assert _refused(lambda: shop.coupons.check("GIFT")) == "coupon_used_up"


def test_the_same_code_twice_on_a_bill_is_one(shop: Shop) -> None:
    _add(shop)
    with shop.db.write() as tx:
        paid = book.price(tx, ["spring", "ＳＰＲＩＮＧ"], Payment(at=shop._clock(), bill=10_000))
    assert [one.discount for one in paid] == [1000]


def test_a_minimum_is_inclusive_and_said_in_money(shop: Shop) -> None:
    shop.settings.change(currency="EUR")
    _add(shop, minimum=50_00)
    assert shop.coupons.check("SPRING", "", 50_00).discount == 5_00
    with pytest.raises(ShopError) as caught:
        shop.coupons.check("SPRING", "", 49_99)
    assert caught.value.facts == {"coupon": "SPRING", "minimum": "50.00 EUR"}


def test_a_withdrawn_coupon_and_one_that_never_was(shop: Shop) -> None:
    uid = _add(shop)
    visit = _pay(shop, None, "SPRING")
    shop.coupons.withdraw(uid)
    assert _refused(lambda: shop.coupons.check("SPRING", "", 10_000)) == "coupon_withdrawn"
    assert _refused(lambda: shop.coupons.check("NEVER", "", 10_000)) == "coupon_not_found"
    assert _refused(lambda: shop.coupons.withdraw("nobody")) == "coupon_not_found"
    assert _discount(shop, visit) == 1000
    assert [line.coupon.withdrawn for line in shop.coupons.all()] == [True]


def test_the_list_says_whose_it_is_and_what_it_took_off(shop: Shop) -> None:
    uid = _person(shop)
    _add(shop, customer=uid)
    _pay(shop, uid, "SPRING")
    line = shop.coupons.all()[0]
    assert (line.person, line.person_name, line.uses, line.taken_off) == (uid, "佐々木 0", 1, 1000)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"name": " "}, "name"),
        ({"gives": Gives(kind="percent", percent=150)}, "percent"),
        ({"gives": Gives(kind="percent", percent=0)}, "percent"),
        ({"gives": Gives(kind="discount", amount=-5)}, "amount"),
        ({"gives": Gives(kind="item", item=" ")}, "item"),
        ({"gives": Gives(kind="magic")}, "gives"),
        ({"first_day": date(2026, 12, 2), "last_day": date(2026, 12, 1)}, "last_day"),
        ({"minimum": -1}, "minimum"),
        ({"total_limit": 0}, "total_limit"),
        ({"person_limit": 0}, "person_limit"),
        ({"after_days": 3}, "after_days"),
    ],
)
def test_a_coupon_that_cannot_be_is_refused_and_nothing_written(
    shop: Shop, more: dict[str, object], field: str
) -> None:
    with pytest.raises(ShopError) as caught:
        _add(shop, "SPRING", **more)
    assert (caught.value.code, caught.value.facts) == ("coupon_invalid", {"field": field})
    assert shop.coupons.all() == ()


def test_codes_are_unique_and_readable(shop: Shop) -> None:
    _add(shop, "spring-26")
    assert shop.coupons.all()[0].coupon.code == "SPRING26"
    assert _refused(lambda: _add(shop, "ＳＰＲＩＮＧ 26")) == "coupon_code_taken"
    assert _refused(lambda: _add(shop, "春")) == "coupon_code_invalid"
    made = shop.coupons.add(CouponDraft(name="Made", gives=OFF))[0]
    assert not set(made.code) & set("01OIL")
    assert shop.coupons.check(made.code.lower(), "", 1000).discount == 500


def test_the_proofs_find_a_use_too_many_and_a_discount_too_small(shop: Shop) -> None:
    coupon = _add(shop, total_limit=2)
    visits = [_pay(shop, None, "SPRING") for _ in range(2)]
    assert shop.checkup.check().ok
    with closing(sqlite3.connect(shop.db.path)) as connection, connection:
        connection.execute("update coupon set total_limit = 1")
        connection.execute("update visit set discount = 399 where uid = ?", (visits[0],))
    found = {(one.code, one.where) for one in shop.checkup.check().findings}
    assert {("coupon_limit", coupon), ("coupon_discount", visits[0])} <= found


def test_an_undone_visit_and_an_undone_coupon_give_their_codes_back(shop: Shop) -> None:
    made = _add(shop, total_limit=1)
    logged = shop.desk.log_visit(None, amount=10_000, coupons=["SPRING"])
    shop.history.undo(logged.operation)
    assert _uses(shop) == [("SPRING", 0, 0)]
    _pay(shop, None, "SPRING")
    shop.coupons.withdraw(made)
    shop.history.undo()
    assert not shop.coupons.all()[0].coupon.withdrawn
    assert shop.checkup.check().ok


def test_a_refused_coupon_leaves_no_visit_behind(shop: Shop) -> None:
    uid = _person(shop)
    assert _refused(lambda: _pay(shop, uid, "NEVER")) == "coupon_not_found"
    assert shop.desk.today().visits == ()


def test_points_are_earned_on_what_is_left_to_pay(shop: Shop) -> None:
    uid = _person(shop)
    _add(shop)
    logged = shop.desk.log_visit(uid, amount=10_000, coupons=["SPRING"])
    assert {one.unit: one.amount for one in logged.earned}["point"] == 90
    assert shop.customers.detail(uid).customer.spend == 9000
    assert shop.checkup.check().ok


def test_a_coupon_joins_a_bill_that_is_recorded_once_and_can_be_undone(shop: Shop) -> None:
    uid = _person(shop)
    _add(shop)
    visit = shop.desk.log_visit(uid, amount=10_000).visit.uid
    joined = shop.desk.use_coupon(visit, "spring")
    assert (joined.visit.discount, joined.customer, shop.desk.bill(visit).left) == (1000, uid, 9000)
    assert [(one.unit, one.amount) for one in joined.earned] == [("point", -10)]
    again = shop.desk.use_coupon(visit, "SPRING")
    assert (again.duplicate, again.operation, _uses(shop)) == (True, "", [("SPRING", 1, 1000)])
    assert shop.customers.detail(uid).customer.spend == 9000
    assert shop.checkup.check().ok
    assert shop.history.undo().undid == joined.operation
    assert (_discount(shop, visit), _uses(shop)) == (0, [("SPRING", 0, 0)])
    assert {one.unit: one.balance for one in shop.loyalty.holdings(uid).balances}["point"] == 100
    assert shop.checkup.check().ok


def test_a_bill_that_was_given_back_or_is_of_another_day_takes_no_coupon(shop: Shop, clock: Clock) -> None:
    _add(shop)
    part, old = (shop.desk.log_visit(None, amount=10_000).visit.uid for _ in range(2))
    shop.desk.refund(part, amount=1)
    assert _refused(lambda: shop.desk.use_coupon(part, "SPRING")) == "bill_closed"
    clock.now += timedelta(days=1)
    assert _refused(lambda: shop.desk.use_coupon(old, "SPRING")) == "bill_closed"
    assert _refused(lambda: shop.desk.use_coupon(old, "NEVER")) == "coupon_not_found"
    shop.desk.void_visit(old)
    assert _refused(lambda: shop.desk.use_coupon(old, "SPRING")) == "visit_voided"
    assert _uses(shop) == [("SPRING", 0, 0)]


def test_a_percent_counts_what_points_paid_and_never_takes_off_more_than_is_left(shop: Shop) -> None:
    set_terms(shop, "point", {"spend": {"points": 1, "value": 1}})
    set_terms(shop, "credit", {"rules": [], "spend": {"points": 1, "value": 1}})
    uid = _person(shop)
    _add(shop)
    for unit in ("point", "credit"):
        give(shop, uid, 9400, unit)
    credit = next(one.uid for one in shop.rules.programmes() if one.unit == "credit")
    bills = [shop.desk.log_visit(uid, amount=10_000, guarded=False).visit.uid for _ in range(2)]
    shop.desk.redeem(uid, "", visit=bills[0], points=9400)
    shop.desk.redeem(uid, credit, visit=bills[1], points=8000)
    assert [_use(shop, bill, "SPRING") for bill in bills] == [600, 1000]
    assert shop.checkup.check().ok


def test_what_may_be_redeemed_on_a_recorded_bill_is_of_its_amount(shop: Shop) -> None:
    programme = set_terms(shop, "point", {**ONE_EACH, "spend": {"points": 1, "value": 1, "step": 100}})
    uid = _person(shop)
    give(shop, uid, 5000)
    visit = shop.desk.log_visit(uid, amount=3000).visit.uid
    (offer,) = shop.desk.offers(visit)
    assert (offer.reward, offer.points, offer.discount, offer.money) == (programme, 3000, 3000, True)
    assert shop.desk.redeem(uid, offer.reward, visit=visit, points=offer.points).discount == 3000
    assert shop.desk.offers(visit) == ()
