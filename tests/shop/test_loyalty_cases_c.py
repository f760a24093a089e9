"""Cases of lots and expiry: points lapse by the date, whether or not anybody looked."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from tests.shop.loyalty_shop import ONE_EACH, customer, give, held, kinds, set_terms

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from tests.clock import Clock

SPEND = {"spend": {"points": 1, "value": 1}}


def _redeem(shop: Shop, uid: str, points: int) -> str:
    """Redeem points on a bill that earns nothing itself; returns the operation."""
    visit = shop.desk.log_visit(uid, amount=100_000, guarded=False, again=True).visit.uid
    return shop.desk.redeem(uid, "", visit=visit, points=points).operation


def _terms(**expiry: object) -> dict[str, object]:
    return {**SPEND, **({"expiry": expiry} if expiry else {})}


def _give_with(shop: Shop, uid: str, amount: int, expiry: dict[str, object] | None) -> None:
    set_terms(shop, "point", _terms(**(expiry or {})))
    give(shop, uid, amount)


def test_case_041_a_credit_opens_a_lot_and_spending_takes_from_it(shop: Shop) -> None:
    uid = customer(shop)
    _give_with(shop, uid, 100, None)
    lots = next(balance.lots for balance in shop.loyalty.holdings(uid).balances if balance.unit == "point")
    assert [lot.left for lot in lots] == [100]
    _redeem(shop, uid, 30)
    assert held(shop, uid) == 70


def test_case_043_the_soonest_to_expire_goes_first(shop: Shop) -> None:
    uid = customer(shop)
    _give_with(shop, uid, 100, None)
    _give_with(shop, uid, 100, {"kind": "months", "count": 6})
    _redeem(shop, uid, 100)
    lots = next(balance.lots for balance in shop.loyalty.holdings(uid).balances if balance.unit == "point")
    assert [(lot.left, lot.expires_on) for lot in lots] == [(100, None)]


def test_case_045_only_the_lot_whose_day_has_come_expires(shop: Shop, clock: Clock) -> None:
    uid = customer(shop)
    _give_with(shop, uid, 100, {"kind": "days", "count": 10})
    _give_with(shop, uid, 40, None)
    clock.pass_(days=11)
    assert held(shop, uid) == 40
    give(shop, uid, 1)
    assert [entry for entry in kinds(shop, uid) if entry[0] == "expire"] == [("expire", -100)]
    assert held(shop, uid) == 41


def test_case_049_a_lot_counts_until_the_day_before(shop: Shop, clock: Clock) -> None:
    uid = customer(shop)
    clock.now = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
    _give_with(shop, uid, 150, {"kind": "days", "count": 10})
    clock.now = datetime(2026, 11, 30, 14, 59, tzinfo=UTC)  # 23:59 of 30 November in Tokyo
    assert held(shop, uid) == 150
    clock.now = datetime(2026, 11, 30, 15, 0, tzinfo=UTC)  # 1 December
    assert held(shop, uid) == 0
    give(shop, uid, 1)
    give(shop, uid, 1)
    assert [entry for entry in kinds(shop, uid) if entry[0] == "expire"] == [("expire", -150)]


def test_case_049_points_without_a_date_are_there_ten_years_on(shop: Shop, clock: Clock) -> None:
    uid = customer(shop)
    _give_with(shop, uid, 150, None)
    clock.pass_(days=3653)
    assert held(shop, uid) == 150


def test_case_050_two_expired_lots_give_two_entries(shop: Shop, clock: Clock) -> None:
    uid = customer(shop)
    _give_with(shop, uid, 100, {"kind": "days", "count": 5})
    _give_with(shop, uid, 60, {"kind": "days", "count": 6})
    clock.pass_(days=30)
    assert held(shop, uid) == 0
    _give_with(shop, uid, 50, None)
    assert [entry for entry in kinds(shop, uid) if entry[0] == "expire"] == [("expire", -100), ("expire", -60)]
    assert held(shop, uid) == 50


@pytest.mark.parametrize(
    ("kind", "on", "gone"),
    [("month_end", date(2026, 1, 22), date(2026, 2, 1)), ("year_end", date(2018, 5, 3), date(2019, 1, 1))],
)
def test_case_052_the_end_of_the_month_and_of_the_year(
    shop: Shop, clock: Clock, kind: str, on: date, gone: date
) -> None:
    clock.now = datetime(on.year, on.month, on.day, 3, 0, tzinfo=UTC)
    uid = customer(shop)
    _give_with(shop, uid, 10, {"kind": kind})
    lots = next(balance.lots for balance in shop.loyalty.holdings(uid).balances if balance.unit == "point")
    assert [lot.expires_on for lot in lots] == [gone]


def test_case_055_points_given_back_go_to_their_lot_with_its_old_date(shop: Shop, clock: Clock) -> None:
    uid = customer(shop)
    _give_with(shop, uid, 100, {"kind": "days", "count": 10})
    operation = _redeem(shop, uid, 100)
    clock.pass_(days=20)
    shop.history.undo(operation)
    assert held(shop, uid) == 0
    give(shop, uid, 5)
    assert shop.checkup.check().ok


def test_case_055_before_the_date_they_count_again(shop: Shop, clock: Clock) -> None:
    uid = customer(shop)
    _give_with(shop, uid, 100, {"kind": "days", "count": 10})
    operation = _redeem(shop, uid, 100)
    clock.pass_(days=2)
    shop.history.undo(operation)
    assert held(shop, uid) == 100
    lots = next(balance.lots for balance in shop.loyalty.holdings(uid).balances if balance.unit == "point")
    assert [(lot.left, lot.expires_on) for lot in lots] == [(100, date(2026, 12, 1))]


def test_case_056_after_forty_days_shut_the_balance_is_right_before_anything_runs(shop: Shop, clock: Clock) -> None:
    uid = customer(shop)
    _give_with(shop, uid, 100, {"kind": "days", "count": 30})
    _give_with(shop, uid, 40, {"kind": "days", "count": 60})
    clock.pass_(days=40)
    assert held(shop, uid) == 40
    assert shop.desk.card(uid).points == 40
    assert shop.customers.rows(shop.customers.keys())[0].points == 40
    assert kinds(shop, uid)[-1] == ("adjust_in", 40)


def test_case_057_old_lots_keep_the_date_they_were_earned_with(shop: Shop, clock: Clock) -> None:
    uid = customer(shop)
    set_terms(shop, "point", {**ONE_EACH, "expiry": {"kind": "months", "count": 6}})
    shop.desk.log_visit(uid, amount=100)
    set_terms(shop, "point", ONE_EACH)
    clock.pass_(hours=2)
    shop.desk.log_visit(uid, amount=50)
    lots = next(balance.lots for balance in shop.loyalty.holdings(uid).balances if balance.unit == "point")
    assert [(lot.left, lot.expires_on) for lot in lots] == [(100, date(2027, 5, 21)), (50, None)]


def test_idle_points_live_on_with_every_visit(shop: Shop, clock: Clock) -> None:
    uid = customer(shop)
    set_terms(shop, "point", {**ONE_EACH, "expiry": {"kind": "idle_months", "count": 6}})
    visit = shop.desk.log_visit(uid, amount=100)
    clock.pass_(days=150)
    assert held(shop, uid) == 100
    late = shop.desk.log_visit(uid)
    clock.pass_(days=150)
    assert held(shop, uid) == 100
    shop.desk.void_visit(late.visit.uid)
    assert held(shop, uid) == 0
    assert shop.customers.rows(shop.customers.keys())[0].points == 0
    assert visit.visit.amount == 100
    assert shop.checkup.check().ok
