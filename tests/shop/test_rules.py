"""Programmes as their owner edits them: versions that never change, nothing invalid kept, undo."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from retention_desktop.domain.bill import Line
from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.operation import Kept
from retention_desktop.domain.terms import read_terms
from retention_desktop.errors import ShopError
from retention_desktop.shop import open_shop
from tests.shop.conftest import RESOURCES
from tests.state_dump import growing_rows

if TYPE_CHECKING:
    from pathlib import Path

    from retention_desktop.loyalty.rules import ProgrammeRules
    from retention_desktop.shop import Shop
    from tests.clock import Clock

DOUBLE: dict[str, Any] = {"rules": [{"id": "1", "kind": "amount", "points": 2, "per": 100, "minimum": 1000}]}
GOOD: dict[str, Any] = {"id": "1", "kind": "amount", "points": 1, "per": 100}
OFF: dict[str, Any] = {"kind": "discount", "amount": 500}


def points(shop: Shop) -> ProgrammeRules:
    return next(each for each in shop.rules.programmes() if each.unit == "point")


def everything(shop: Shop) -> object:
    return shop.rules.programmes(), growing_rows(shop.db.path)


BAD: dict[str, tuple[str, dict[str, Any], str]] = {
    "a rate that is no number": ("point", {"rules": [GOOD | {"points": "10abc"}]}, "rules.0.points"),
    "a rate that is true": ("point", {"rules": [GOOD | {"points": True}]}, "rules.0.points"),
    "no rate": ("point", {"rules": [GOOD | {"points": None}]}, "rules.0.points"),
    "a negative rate": ("point", {"rules": [GOOD | {"points": -5}]}, "rules.0.points"),
    "a zero divisor": ("point", {"rules": [GOOD | {"per": 0}]}, "rules.0.per"),
    "a window that ends first": (
        "point",
        {"rules": [GOOD | {"from": "2026-12-01T00:00:00Z", "until": "2026-11-01T00:00:00Z"}]},
        "rules.0.until",
    ),
    "a multiplier above ten": (
        "point",
        {"rules": [GOOD], "promotions": [{"id": "1", "name": "x", "kind": "multiply", "times": "10.5"}]},
        "promotions.0.times",
    ),
    "a reward that costs more than it gives": (
        "punch",
        {"size": 10, "reward": {"name": "500", "gives": OFF, "cost": 700}},
        "reward.cost",
    ),
    "a cap below one reward": (
        "point",
        {"caps": {"customer": 100}, "rewards": [{"id": "1", "name": "x", "points": 300, "gives": OFF}]},
        "caps.customer",
    ),
    "a percent above a hundred": (
        "punch",
        {"size": 10, "reward": {"name": "x", "gives": {"kind": "percent", "percent": 150}}},
        "reward.gives.percent",
    ),
    "two rules of one name": ("point", {"rules": [GOOD, GOOD]}, "rules.1.id"),
    "a milestone beyond the card": (
        "punch",
        {"size": 10, "reward": "x", "milestones": [{"at": 11, "name": "y", "gives": {"kind": "gift"}}]},
        "milestones.0.at",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_rule_is_named_by_its_field_and_nothing_is_written(shop: Shop, name: str) -> None:
    unit, terms, path = BAD[name]
    before = everything(shop)
    assert path in [each.path for each in shop.rules.problems(unit, terms)]
    programme = next(each for each in shop.rules.programmes() if each.unit == unit)
    with pytest.raises(ShopError, match="terms_invalid") as caught:
        shop.rules.save(programme.uid, terms)
    assert path in str(caught.value.facts["problems"])
    with pytest.raises(ShopError, match="terms_invalid"):
        shop.rules.add(unit, "Another", terms)
    assert everything(shop) == before


def test_a_change_appends_a_version_and_leaves_the_old_one(shop: Shop, clock: Clock) -> None:
    first = points(shop)
    clock.pass_(hours=1)
    second = shop.rules.save(first.uid, DOUBLE)
    assert (first.number, second.number, second.since) == (1, 2, clock.now)
    assert second.terms == DOUBLE
    assert points(shop).terms == DOUBLE
    assert second.operation == shop.history.newest("programme_save")


def test_the_same_terms_again_write_nothing(shop: Shop) -> None:
    first = points(shop)
    spelled_out = {"rules": [{"id": "1", "kind": "amount", "carry": False, **first.terms}], "rounding": "floor"}
    before = everything(shop)
    assert shop.rules.save(first.uid, spelled_out).operation == ""
    assert shop.rules.save(first.uid, first.terms, name=first.name, active=True).number == 1
    assert shop.rules.switch(first.uid, active=True).operation == ""
    assert everything(shop) == before


def test_a_name_and_a_switch_are_no_new_version(shop: Shop) -> None:
    first = points(shop)
    named = shop.rules.save(first.uid, first.terms, name="  Stars ", active=False)
    assert (named.name, named.active, named.number) == ("Stars", False, 1)
    assert shop.rules.switch(first.uid, active=True).active


def test_an_empty_name_is_refused(shop: Shop) -> None:
    with pytest.raises(ShopError, match="terms_invalid") as caught:
        shop.rules.save(points(shop).uid, DOUBLE, name="  ")
    assert caught.value.facts == {"problems": "name"}
    assert points(shop).number == 1


def test_an_unknown_programme_is_said_to_be_so(shop: Shop) -> None:
    with pytest.raises(ShopError, match="programme_not_found"):
        shop.rules.save("nobody", DOUBLE)
    with pytest.raises(ShopError, match="programme_not_found"):
        shop.rules.programme("nobody")


def test_a_programme_is_added_switched_on(shop: Shop) -> None:
    cashback = {"rules": [{"id": "1", "kind": "amount", "points": 3, "per": 100}]}
    added = shop.rules.add("credit", "Cashback", cashback)
    assert (added.unit, added.name, added.active, added.number) == ("credit", "Cashback", True, 1)
    assert shop.rules.programme(added.uid).terms == cashback
    assert added.operation == shop.history.newest("programme_add")


def test_a_shop_with_everything_switched_off_gets_no_programmes_anew(shop: Shop) -> None:
    for each in shop.rules.programmes():
        shop.rules.switch(each.uid, active=False)
    again = open_shop(shop.data, RESOURCES)
    assert [each.active for each in again.rules.programmes()] == [False, False]
    again.close()


def test_an_example_is_worked_under_terms_not_yet_kept(shop: Shop) -> None:
    tuesday = {
        "id": "t",
        "name": "Tuesday",
        "kind": "multiply",
        "times": "2",
        "weekdays": [1],
        "hours": ["16:00", "18:00"],
    }
    terms = {"rules": [GOOD], "promotions": [tuesday]}
    at_five = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)  # 17:00 in Tokyo
    assert shop.rules.worked_example("point", terms, 2550, at_five).amount == 51
    assert shop.rules.worked_example("point", terms, 2550, at_five.replace(hour=9)).amount == 25
    with pytest.raises(ShopError, match="terms_invalid"):
        shop.rules.worked_example("point", {"rules": [GOOD | {"per": 0}]}, 100, at_five)


def test_row_073_five_coffees_make_the_sixth_free_and_tea_does_not_count(shop: Shop, clock: Clock) -> None:
    coffee = {
        "size": 5, "reward": {"name": "A coffee", "gives": {"kind": "item", "item": "コーヒー"}, "cost": 120},
        "rules": [{"id": "1", "kind": "item", "points": 1, "items": ["コーヒー"]}],
    }  # fmt: skip
    card = shop.rules.add("punch", "Coffee card", coffee)
    uid = shop.customers.add(CustomerDraft(name="佐々木 花子", phone="090-1234-1284"))

    def holds() -> tuple[int, int]:
        held = shop.loyalty.holdings(uid)
        punches = sum(each.balance for each in held.balances if each.programme == card.uid)
        return punches, sum(each.name == "A coffee" and each.state == "issued" for each in held.rewards)

    bought = (Line(item="コーヒー", quantity=4, unit_price=400), Line(item="紅茶", quantity=1, unit_price=800))
    first = shop.desk.log_visit(uid, amount=2400, lines=bought).visit
    assert holds() == (4, 0)
    clock.pass_(days=1)
    second = shop.desk.log_visit(uid, amount=400, lines=(Line(item="コーヒー", unit_price=400),)).visit
    assert holds() == (0, 1)
    shop.desk.refund(second.uid)
    assert holds() == (4, 0), "the coffee given back takes the reward and the progress back"
    assert shop.checkup.check().ok
    shop.desk.void_visit(first.uid)
    assert holds() == (0, 0)


def test_row_075_levels_are_kept_with_their_grace(shop: Shop) -> None:
    levels = {"by": "spend", "months": 12, "grace_days": 30, "steps": [
        {"id": "1", "name": "Bronze", "from": 0}, {"id": "2", "name": "Silver", "from": 50_000, "percent": 150},
    ]}  # fmt: skip
    saved = shop.rules.save(points(shop).uid, {**DOUBLE, "tiers": levels})
    assert saved.terms["tiers"]["grace_days"] == 30
    falling = {**levels, "steps": list(reversed(levels["steps"]))}  # type: ignore[call-overload]
    assert shop.rules.problems("point", {**DOUBLE, "tiers": falling})


def test_row_076_three_percent_of_2990_yen_are_89_with_their_last_day(shop: Shop) -> None:
    cashback = {
        "rules": [{"id": "1", "kind": "amount", "points": 3, "per": 100}], "spend": {"points": 1, "value": 1},
        "expiry": {"kind": "months", "count": 12},
    }  # fmt: skip
    saved = shop.rules.add("credit", "Cashback", cashback)
    earned = shop.rules.worked_example("credit", saved.terms, 2990, datetime(2026, 11, 21, tzinfo=UTC))
    assert (earned.amount, earned.by_rule) == (89, {"1": 89})
    uid = shop.customers.add(CustomerDraft(name="佐々木 花子", phone="090-1234-1284"))
    shop.desk.log_visit(uid, amount=2990)
    held = next(each for each in shop.loyalty.holdings(uid).balances if each.programme == saved.uid)
    assert [(lot.left, lot.expires_on) for lot in held.lots] == [(89, date(2027, 11, 21))]
    assert held.balance == 89


def take_back(shop: Shop, operation: str) -> tuple[Kept, ...]:
    return shop.history.undo(operation).kept


def test_taking_a_change_back_appends_the_former_terms(shop: Shop) -> None:
    first = points(shop)
    saved = shop.rules.save(first.uid, DOUBLE, name="Stars", active=False)
    assert take_back(shop, saved.operation) == ()
    now = points(shop)
    assert (now.name, now.active, now.number) == (first.name, True, 3)
    assert read_terms("point", now.terms) == read_terms("point", first.terms)


def test_a_change_with_a_newer_one_on_top_stays(shop: Shop) -> None:
    first = points(shop)
    saved = shop.rules.save(first.uid, DOUBLE)
    shop.rules.save(first.uid, {"rules": [GOOD]})
    assert take_back(shop, saved.operation) == (Kept(uid=first.uid, reason="changed_since"),)
    assert points(shop).terms == {"rules": [GOOD]}


def test_a_programme_added_is_switched_off_again(shop: Shop) -> None:
    added = shop.rules.add("credit", "Cashback", {"rules": [{"id": "1", "kind": "amount", "points": 3, "per": 100}]})
    assert take_back(shop, added.operation) == ()
    assert (shop.rules.programme(added.uid).active, shop.rules.programme(added.uid).number) == (False, 1)


def test_row_074_a_preset_is_taken_back_whole(shop: Shop) -> None:
    before = [(each.uid, each.name, each.active, read_terms(each.unit, each.terms)) for each in shop.rules.programmes()]
    for trade in ("repair", "salon"):
        applied = shop.rules.apply_preset(trade, "ja")
        assert take_back(shop, applied.operation) == ()
        after = [
            (each.uid, each.name, each.active, read_terms(each.unit, each.terms)) for each in shop.rules.programmes()
        ]
        assert [each for each in after if each[2]] == before


def test_rules_are_the_owners(tmp_path: Path, clock: Clock) -> None:
    with_window = open_shop(tmp_path / "shop", RESOURCES, clock=clock, window=True)
    with_window.staff.add("Aya", "owner", pin="2468")
    with_window.staff.sign_out()
    before = everything(with_window)
    for act in (
        lambda: with_window.rules.save(points(with_window).uid, DOUBLE),
        lambda: with_window.rules.switch(points(with_window).uid, active=False),
        lambda: with_window.rules.add("credit", "Cashback", {}),
        lambda: with_window.rules.apply_preset("cafe", "ja"),
    ):
        with pytest.raises(ShopError, match="needs_owner"):
            act()
    assert everything(with_window) == before
    with_window.close()
