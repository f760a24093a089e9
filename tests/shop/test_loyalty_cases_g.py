"""Cases of levels: by what was spent or earned in the months that count, never by the balance."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.shop.loyalty_shop import ONE_EACH, changed, customer, give, held, set_terms

if TYPE_CHECKING:
    from retention_desktop.domain.tier import TierStanding
    from retention_desktop.shop import Shop
    from tests.clock import Clock

METALS = (("bronze", 0), ("silver", 10_000), ("gold", 20_000))


def _tiers(*steps: tuple[str, int], by: str = "spend", grace_days: int = 0, **percent: int) -> dict[str, Any]:
    return {"tiers": {
        "by": by, "months": 12, "grace_days": grace_days,
        "steps": [{"id": one, "name": one, "from": at, "percent": percent.get(one, 100)} for one, at in steps],
    }}  # fmt: skip


LEVELS = _tiers(("0", 0), ("1", 10), ("2", 30), ("3", 100), by="earned")


def _standing(shop: Shop, uid: str) -> TierStanding:
    return shop.desk.card(uid).tiers[0].standing


def _level(shop: Shop, uid: str) -> str:
    step = _standing(shop, uid).step
    return step.id if step else ""


@pytest.mark.parametrize(
    ("before", "bill", "level"),
    [(0, 6000, "bronze"), (0, 15_000, "silver"), (0, 25_000, "gold"), (4000, 500, "bronze"), (8000, 3000, "silver"),
     (18_000, 3000, "gold"), (22_000, 5000, "gold")],
)  # fmt: skip
def test_case_090_the_bill_at_hand_counts(shop: Shop, clock: Clock, before: int, bill: int, level: str) -> None:
    set_terms(shop, "point", {**ONE_EACH, **_tiers(*METALS)})
    uid = customer(shop)
    if before:
        shop.desk.log_visit(uid, amount=before)
    clock.pass_(days=1)
    last = shop.desk.log_visit(uid, amount=bill)
    assert (_level(shop, uid), _standing(shop, uid).total) == (level, before + bill)
    shop.desk.void_visit(last.visit.uid)
    assert _standing(shop, uid).total == before


def test_case_090_a_bill_is_multiplied_by_the_level_before_it_and_keeps_that(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", {**ONE_EACH, **_tiers(*METALS, silver=150)})
    uid = customer(shop)
    first = shop.desk.log_visit(uid, amount=15_000)
    assert (changed(first.earned), _level(shop, uid)) == (15_000, "silver")
    clock.pass_(days=1)
    second = shop.desk.log_visit(uid, amount=1000)
    assert changed(second.earned) == 1500
    shop.desk.void_visit(first.visit.uid)  # bronze now: the second bill keeps its percent
    assert _level(shop, uid) == "bronze"
    assert changed(shop.desk.refund(second.visit.uid, amount=500).earned) == -750
    assert shop.checkup.check().ok


def test_case_092_spending_points_does_not_lower_the_level(shop: Shop) -> None:
    set_terms(shop, "point", {
        **ONE_EACH, **LEVELS, "rewards": [{"id": "x", "name": "x", "points": 30, "gives": {"kind": "gift"}}],
    })  # fmt: skip
    uid = customer(shop)
    shop.desk.log_visit(uid, amount=35)
    shop.desk.redeem(uid, "x")
    assert (held(shop, uid), _level(shop, uid), _standing(shop, uid).total) == (5, "2", 35)


@pytest.mark.parametrize(("earned", "level"), [(5, "0"), (10, "1"), (30, "2"), (100, "3")])
def test_case_093_levels_by_points_are_judged_anew_over_the_year(
    shop: Shop, clock: Clock, earned: int, level: str
) -> None:
    set_terms(shop, "point", {**ONE_EACH, **LEVELS})
    uid = customer(shop)
    shop.desk.log_visit(uid, amount=earned)
    assert _level(shop, uid) == level
    clock.now = datetime(2027, 11, 20, 9, tzinfo=UTC)
    assert _level(shop, uid) == level
    clock.now = datetime(2027, 11, 21, 9, tzinfo=UTC)
    assert _level(shop, uid) == "0"
    assert held(shop, uid) == earned


def test_case_094_what_was_earned_is_not_raised_by_a_redemption_taken_back(shop: Shop) -> None:
    set_terms(shop, "point", {
        **ONE_EACH, **LEVELS, "caps": {"customer": 200},
        "rewards": [{"id": "x", "name": "x", "points": 100, "gives": {"kind": "gift"}}],
    })  # fmt: skip
    uid = customer(shop)
    shop.desk.log_visit(uid, amount=150)
    assert _standing(shop, uid).total == 150
    redeemed = shop.desk.redeem(uid, "x")
    shop.history.undo(redeemed.operation)
    assert (_standing(shop, uid).total, held(shop, uid)) == (150, 150)
    assert changed(shop.desk.log_visit(uid, amount=100, again=True).earned) == 50  # the cap counts what was earned
    assert shop.checkup.check().ok


def test_row_075_a_level_outlives_its_year_by_thirty_days_only(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", {**ONE_EACH, **_tiers(*METALS, grace_days=30)})
    uid = customer(shop)
    shop.desk.log_visit(uid, amount=25_000)
    give(shop, uid, 50)
    clock.now = datetime(2027, 12, 20, 9, tzinfo=UTC)  # 29 days after the year
    assert (_level(shop, uid), _standing(shop, uid).held) == ("gold", True)
    clock.now = datetime(2027, 12, 21, 9, tzinfo=UTC)
    assert (_level(shop, uid), _standing(shop, uid).held) == ("bronze", False)
