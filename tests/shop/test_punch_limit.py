"""A card's limit limits the punch, never the sale: visit, amount and points stand, and who was first has the punch."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from retention_desktop.domain.staff import Deed, Role
from retention_desktop.shop import open_shop
from tests.shop.conftest import RESOURCES
from tests.shop.loyalty_shop import customer, held, refused, set_terms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from retention_desktop.shop import Shop
    from tests.clock import Clock

CARD: dict[str, Any] = {"size": 10, "reward": {"name": "1回無料", "gives": {"kind": "gift"}}}
DAILY = {**CARD, "limit": {"per_day": 1}}


@pytest.fixture
def ana(shop: Shop) -> str:
    """A customer of a shop that punches once a day."""
    set_terms(shop, "punch", DAILY)
    return customer(shop)


@pytest.fixture
def window(tmp_path: Path, clock: Clock) -> Iterator[Shop]:
    """A window with an owner (PIN 1234) and somebody at the desk."""
    opened = open_shop(tmp_path / "window", RESOURCES, clock=clock, window=True)
    opened.staff._pin_memory = 64
    opened.staff.add("Mori", Role.OWNER, pin="1234")
    set_terms(opened, "punch", DAILY)
    opened.staff.sign_in(opened.staff.add("Tanaka", Role.DESK).uid)
    yield opened
    opened.close()


def test_the_second_sale_of_a_day_is_logged_and_earns_its_points(shop: Shop, clock: Clock, ana: str) -> None:
    shop.desk.log_visit(ana, amount=8_800)
    clock.pass_(hours=3)
    second = shop.desk.log_visit(ana, amount=2_200)
    assert [(one.unit, one.amount) for one in second.earned] == [("point", 22)]
    assert [(one.name, one.limit.per_day) for one in second.limits] == [(shop.loyalty.programmes()[0].name, 1)]
    assert (held(shop, ana, "punch"), held(shop, ana, "point")) == (1, 110)
    assert shop.desk.today().sales == 11_000
    assert shop.desk.card(ana).limits == second.limits
    assert shop.checkup.check().ok


def test_a_preview_shows_no_punch_either(shop: Shop, clock: Clock, ana: str) -> None:
    shop.desk.log_visit(ana, amount=1_000)
    clock.pass_(hours=3)
    (punches,) = [one for one in shop.desk.preview(ana, 1_000).earned if one.unit == "punch"]
    assert (punches.amount, punches.limited is not None) == (0, True)


def test_the_owners_word_gives_the_punch_and_can_be_taken_back(shop: Shop, clock: Clock, ana: str) -> None:
    shop.desk.log_visit(ana, amount=1_000)
    clock.pass_(hours=3)
    second = shop.desk.log_visit(ana, amount=1_000)
    allowed = shop.desk.allow_punch(second.visit.uid)
    assert ([one.amount for one in allowed.earned], allowed.limits) == ([1], ())
    assert shop.desk.allow_punch(second.visit.uid).duplicate
    shop.desk.correct_visit(second.visit.uid, amount=900)
    assert held(shop, ana, "punch") == 2
    shop.history.undo()
    shop.history.undo()
    assert held(shop, ana, "punch") == 1
    assert shop.desk.card(ana).limits
    assert shop.checkup.check().ok


def test_passing_the_limit_is_the_owners_in_the_core(window: Shop, clock: Clock) -> None:
    ana = customer(window)
    window.desk.log_visit(ana)
    clock.pass_(hours=3)
    assert refused(lambda: window.desk.log_visit(ana, override=True)) == "needs_owner"
    second = window.desk.log_visit(ana)
    assert refused(lambda: window.desk.allow_punch(second.visit.uid)) == "needs_owner"
    window.staff.grant(Deed.PUNCH_LIMIT, "1234")
    window.desk.allow_punch(second.visit.uid)
    assert held(window, ana, "punch") == 2


@pytest.mark.parametrize("how", ["void", "undo", "refund"])
def test_where_the_first_is_taken_back_the_next_one_has_the_punch_until_it_stands_again(
    shop: Shop, clock: Clock, ana: str, how: str
) -> None:
    first = shop.desk.log_visit(ana, amount=1_000)
    clock.pass_(hours=3)
    second = shop.desk.log_visit(ana, amount=500)
    if how == "void":
        shop.desk.void_visit(first.visit.uid)
    elif how == "refund":
        shop.desk.refund(first.visit.uid)
    else:
        shop.history.undo(first.operation)
    assert held(shop, ana, "punch") == 1
    assert shop.desk.card(ana).limits == ()
    if how != "undo":
        shop.history.undo()
        assert held(shop, ana, "punch") == 1
        assert [one.limit.per_day for one in shop.desk.card(ana).limits] == [1]
    shop.desk.void_visit(second.visit.uid)
    assert held(shop, ana, "punch") == (0 if how == "undo" else 1)
    assert shop.checkup.check().ok


def test_the_first_comes_back_after_a_later_visit(shop: Shop, clock: Clock, ana: str) -> None:
    first = shop.desk.log_visit(ana, amount=1_000)
    clock.pass_(hours=3)
    shop.desk.log_visit(ana, amount=500)
    voided = shop.desk.void_visit(first.visit.uid)
    clock.pass_(days=1)
    shop.desk.log_visit(ana, amount=700)
    assert held(shop, ana, "punch") == 2
    shop.history.undo(voided.operation)
    assert held(shop, ana, "punch") == 2
    assert shop.checkup.check().ok


def test_a_visit_moved_to_another_day_leaves_its_day_to_the_next(shop: Shop, clock: Clock, ana: str) -> None:
    first = shop.desk.log_visit(ana, amount=1_000)
    clock.pass_(hours=3)
    shop.desk.log_visit(ana, amount=500)
    shop.desk.correct_visit(first.visit.uid, amount=1_000, at=clock() - timedelta(days=2))
    assert held(shop, ana, "punch") == 2
    shop.history.undo()
    assert held(shop, ana, "punch") == 1


def test_a_back_dated_visit_looks_both_ways(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "punch", {**CARD, "limit": {"minutes": 120}})
    ana = customer(shop)
    shop.desk.log_visit(ana, at=clock() - timedelta(hours=5))
    shop.desk.log_visit(ana, at=clock() - timedelta(hours=2))
    (limited,) = shop.desk.log_visit(ana, at=clock() - timedelta(minutes=210), guarded=False).limits
    assert limited.minutes == 210  # from 3.5 h ago: 5 h ago + 2 h is free, but 2 h ago is too near after it
    assert held(shop, ana, "punch") == 2


def test_minutes_are_real_ones_where_clocks_change(tmp_path: Path, clock: Clock) -> None:
    shop = open_shop(tmp_path / "berlin", RESOURCES, clock=clock)
    try:
        shop.settings.change(zone="Europe/Berlin")
        set_terms(shop, "punch", DAILY)
        ana = customer(shop)
        clock.now = datetime(2027, 10, 30, 23, 0, tzinfo=UTC)  # 01:00 of a day of 25 hours
        shop.desk.log_visit(ana)
        clock.pass_(hours=1, minutes=30)
        (limited,) = shop.desk.log_visit(ana).limits
        assert limited.minutes == 25 * 60 - 150
    finally:
        shop.close()
