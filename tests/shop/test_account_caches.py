"""What an account keeps so that a visit need not read all of it: right after everything, and proven by the check."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, update

from retention_desktop.storage.tables import account, programme
from tests.shop.loyalty_shop import ONE_EACH, customer, give, held, rewards, set_terms

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from tests.clock import Clock

CARRYING = {"rules": [{"id": "1", "kind": "amount", "points": 1, "per": 100, "carry": True}]}


def _account(shop: Shop, unit: str = "point") -> dict[str, Any]:
    with shop.db.read() as tx:
        row = tx.run(select(account).join(programme).where(programme.c.unit == unit)).one()
        return dict(row._mapping)


def _visit(shop: Shop, uid: str, amount: int | None = None) -> str:
    return shop.desk.log_visit(uid, amount=amount, guarded=False).visit.uid


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"posted": 1}, "account_sum"),
        ({"oldest_open": 10_000}, "account_oldest"),
        ({"owed": 5}, "account_owed"),
        ({"earned": 7}, "account_earned"),
        ({"carried": {}}, "account_carried"),
        ({"carried": {"1:1/100:proportional": [1, 0]}}, "account_carried"),
        ({"earliest_expiry": date(2099, 1, 1)}, "account_expiry"),
    ],
)
def test_a_damaged_cache_is_named(shop: Shop, values: dict[str, Any], code: str) -> None:
    set_terms(shop, "point", CARRYING | {"expiry": {"kind": "days", "count": 30}})
    uid = customer(shop)
    _visit(shop, uid, 1250)
    _visit(shop, uid, 1250)
    assert shop.checkup.check().ok
    key = _account(shop)["id"]
    with shop.db.write() as tx:
        tx.run(update(account).where(account.c.id == key).values(**values))
    assert code in {finding.code for finding in shop.checkup.check().findings}


def test_what_is_carried_over_is_summed_in_the_account(shop: Shop) -> None:
    set_terms(shop, "point", CARRYING)
    uid = customer(shop)
    first, second = _visit(shop, uid, 150), _visit(shop, uid, 150)
    assert (held(shop, uid), _account(shop)["carried"]) == (3, {"1:1/100:proportional": [300, 3]})
    shop.desk.correct_visit(second, amount=40)
    assert (held(shop, uid), _account(shop)["carried"]) == (1, {"1:1/100:proportional": [190, 1]})
    shop.desk.void_visit(first)
    assert _account(shop)["carried"] == {"1:1/100:proportional": [40, 0]}
    shop.desk.void_visit(second)
    assert _account(shop)["carried"] == {}
    assert shop.checkup.check().ok


def test_a_visit_that_carried_without_earning_leaves_nothing_when_it_is_void(shop: Shop) -> None:
    set_terms(shop, "point", CARRYING)
    uid = customer(shop)
    visit = _visit(shop, uid, 40)
    shop.desk.void_visit(visit)
    found = shop.checkup.check()
    assert found.ok, found.findings
    assert _visit(shop, uid, 70)
    assert held(shop, uid) == 0


def test_what_visits_earned_follows_corrections(shop: Shop) -> None:
    set_terms(shop, "point", ONE_EACH | {"caps": {"customer": 500}})
    uid = customer(shop)
    visit = _visit(shop, uid, 400)
    give(shop, uid, 1000)
    assert _account(shop)["earned"] == 400
    shop.desk.correct_visit(visit, amount=450)
    assert _account(shop)["earned"] == 450
    _visit(shop, uid, 100)
    assert (held(shop, uid), _account(shop)["earned"]) == (1500, 500)
    shop.desk.void_visit(visit)
    assert (held(shop, uid), _account(shop)["earned"]) == (1050, 50)
    assert shop.checkup.check().ok


def test_what_is_owed_is_paid_by_the_next_visit(shop: Shop) -> None:
    set_terms(shop, "point", ONE_EACH | {"below_zero": "debt", "spend": {"points": 1, "value": 1}})
    uid = customer(shop)
    visit = _visit(shop, uid, 100)
    shop.desk.redeem(uid, "", visit=_visit(shop, uid, 60), points=60)
    shop.desk.void_visit(visit)
    owed = _account(shop)["owed"]
    assert owed == -held(shop, uid) > 0
    _visit(shop, uid, 500)
    assert (held(shop, uid), _account(shop)["owed"]) == (500 - owed, 0)
    assert shop.checkup.check().ok


def test_open_lots_begin_after_what_was_spent(shop: Shop) -> None:
    set_terms(shop, "punch", {"size": 3, "reward": {"name": "Coffee", "gives": {"kind": "gift"}}})
    uid = customer(shop)
    for _ in range(3):
        _visit(shop, uid)
    begins = _account(shop, "punch")["oldest_open"]
    fourth = _visit(shop, uid)
    assert begins < _account(shop, "punch")["oldest_open"]
    for _ in range(2):
        _visit(shop, uid)
    assert (held(shop, uid, "punch"), rewards(shop, uid)) == (0, ["issued", "issued"])
    shop.desk.void_visit(fourth)
    assert (held(shop, uid, "punch"), rewards(shop, uid)) == (2, ["issued"])
    assert shop.checkup.check().ok


def test_a_lapsed_punch_keeps_its_present_where_only_open_ones_are_read(shop: Shop, clock: Clock) -> None:
    present = {"at": 2, "name": "Sweet", "gives": {"kind": "gift"}}
    set_terms(shop, "punch", {
        "size": 5, "reward": {"name": "Coffee", "gives": {"kind": "gift"}}, "milestones": [present],
        "expiry": {"kind": "days", "count": 10},
    })  # fmt: skip
    uid = customer(shop)
    _visit(shop, uid)
    _visit(shop, uid)
    clock.pass_(days=11)
    _visit(shop, uid)
    assert (held(shop, uid, "punch"), rewards(shop, uid)) == (1, ["issued"])
    third = _visit(shop, uid)
    assert rewards(shop, uid) == ["issued"]
    shop.desk.void_visit(third)
    assert (held(shop, uid, "punch"), rewards(shop, uid)) == (1, ["issued"])
    assert shop.checkup.check().ok


def test_points_that_lapse_are_written_down_by_the_next_visit(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", ONE_EACH | {"expiry": {"kind": "days", "count": 10}})
    uid = customer(shop)
    _visit(shop, uid, 100)
    clock.pass_(days=5)
    logged = shop.desk.log_visit(uid, amount=10)
    assert {each.unit: each.balance for each in logged.balances}["point"] == 110
    clock.pass_(days=5)
    logged = shop.desk.log_visit(uid, amount=1)
    assert {each.unit: each.balance for each in logged.balances}["point"] == 11
    assert _account(shop)["posted"] == 11
    assert shop.checkup.check().ok
