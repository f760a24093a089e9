"""Punch cards at the desk: milestones, several at once, older terms, the limit and the owner's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from retention_desktop.domain.bill import Line
from tests.ui.by_name import by_name, texts
from tests.ui.desk.conftest import enter, focused, keys, press, toast
from tests.ui.desk.loyal import GIFT, card, give, set_terms
from ui.desk.result_row import ResultRow
from ui.desk.stamp_card import CardChip
from ui.desk.today_panel import TodayRow
from ui.shared.buttons import Button, IconButton
from ui.shared.punch_card import PunchCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from tests.ui.desk.conftest import Clock
    from ui.desk.page import DeskPage

OIL = [{"at": 5, "name": "Hair oil", "gives": GIFT}]


def find(page: DeskPage, digits: str = "0148") -> None:
    page.reload()
    keys(digits)
    enter()


def test_the_milestone_is_a_gift_and_brings_its_reward(page: DeskPage, shop: Shop, hanako: str) -> None:
    set_terms(shop, "punch", card(milestones=OIL))
    give(shop, hanako, 3, "punch")
    find(page)
    shown = page.frame.person.stamps._punches._punches
    assert [(place, punch.tip) for place, punch in enumerate(shown, start=1) if punch.tip] == [
        (5, "Hair oil"),
        (10, "Free treatment"),
    ]
    assert shown[4].state == "reward"
    give(shop, hanako, 1, "punch")
    enter()
    shown = page.frame.person.stamps._punches._punches
    assert shown[4].gift
    assert [one.name for one in shop.desk.card(hanako).rewards] == ["Hair oil"]
    press(Qt.Key.Key_F8)
    enter()
    assert toast(page) == "Hair oil redeemed"


def test_a_card_keeps_its_terms_and_says_so(page: DeskPage, shop: Shop, hanako: str, clock: Clock) -> None:
    set_terms(shop, "punch", card())
    give(shop, hanako, 3, "punch")
    clock.pass_by(minutes=1)
    set_terms(shop, "punch", card(size=8))
    find(page)
    stamps = page.frame.person.stamps
    assert by_name(page, "Punch card", PunchCard).maximum() == 10
    assert "old terms" in texts(stamps)
    enter()
    assert toast(page) == "Visit of 佐々木 花子 logged · punch 4 of 10"


def test_several_cards_stand_side_by_side(page: DeskPage, shop: Shop, hanako: str) -> None:
    shop.rules.add("punch", "Colour card", card(size=5))
    find(page)
    enter()
    chips = [chip.accessibleName() for chip in page.frame.person.stamps._chips]
    assert chips == ["Punch card 1/10", "Colour card 1/5"]
    second = by_name(page, "Colour card 1/5", CardChip)
    assert second.height() >= 44
    second.click()
    assert by_name(page, "Punch card", PunchCard).maximum() == 5
    assert hanako


def test_the_limit_leaves_the_visit_without_a_punch_and_without_staff_anyone_may_give_it(
    page: DeskPage, shop: Shop, hanako: str, clock: Clock
) -> None:
    set_terms(shop, "punch", card(limit={"minutes": 720, "per_day": 0}))
    shop.desk.log_visit(hanako, amount=1000)
    clock.pass_by(hours=2)
    find(page)
    assert page.frame.person.limit.isHidden()
    enter()
    limit = page.frame.person.limit
    assert toast(page) == "Visit of 佐々木 花子 logged · No punch: 12 h apart"
    assert (limit.text, limit._below.text()) == ("No punch: 12 h apart", "The next one 10 h after this visit.")
    assert len(shop.desk.card(hanako).visits_today) == 2
    assert focused() is page.frame.person.sale.field
    by_name(page, "Why these points and punches?", IconButton).click()
    assert page.frame.person.why.sentences[0] == "Today's visit: No punch: 12 h apart."
    by_name(page, "Give the punch", Button).click()
    assert len(shop.desk.card(hanako).punches) == 2
    assert limit.isHidden()
    assert toast(page) == "Punch given · punch 2 of 10"


@pytest.mark.parametrize("pin", ["1234", "9999"])
def test_where_there_is_staff_the_limit_asks_for_the_owners_pin(
    page: DeskPage, shop: Shop, hanako: str, clock: Clock, qtbot: QtBot, pin: str
) -> None:
    shop.staff._pin_memory = 64
    shop.staff.add("Mori", "owner", pin="1234")
    shop.staff.sign_in(shop.staff.add("Tanaka", "desk").uid)
    set_by_owner(shop)
    shop.desk.log_visit(hanako, amount=1000)
    clock.pass_by(hours=2)
    find(page)
    enter()
    assert page.frame.person.limit.text == "No punch: one a day"
    by_name(page, "Owner's PIN", QLineEdit).setFocus()
    keys(pin)
    enter()
    if pin == "1234":
        qtbot.waitUntil(lambda: len(shop.desk.card(hanako).punches) == 2)
    else:
        limit = page.frame.person.limit
        qtbot.waitUntil(lambda: "not the PIN" in limit._below.text())
        assert len(shop.desk.card(hanako).punches) == 1
    assert len(shop.desk.card(hanako).visits_today) == 2


def set_by_owner(shop: Shop) -> None:
    """The rules are the owner's to change."""
    here = shop.staff.current
    owner = next(one for one in shop.staff.members() if one.is_owner)
    shop.staff.sign_in(owner.uid, "1234")
    set_terms(shop, "punch", card(limit={"minutes": 0, "per_day": 1}))
    assert here is not None
    shop.staff.sign_in(here.uid)


def test_of_several_cards_the_lists_name_the_fullest(page: DeskPage, shop: Shop, hanako: str) -> None:
    each = {"id": "1", "kind": "item", "points": 1, "items": ["Colour"]}
    shop.rules.add("punch", "Colour card", card(size=3, rules=[each]))
    shop.desk.log_visit(hanako, amount=16_000, lines=[Line(item="Colour", quantity=2, unit_price=8000)])
    page.reload()
    (line,) = page.frame.today.findChildren(TodayRow)
    assert line.accessibleName().endswith("¥16,000 · Colour card, 2/3")
    keys("0148")
    (found,) = [row for row in page.frame.results.findChildren(ResultRow) if row.isVisible()]
    assert found.accessibleName().endswith("Colour card 2/3")
    enter()
    assert page.flow is not None
    page.flow.enter(None, again=True)
    assert toast(page) == "Visit of 佐々木 花子 logged · Punch card 2/10"
