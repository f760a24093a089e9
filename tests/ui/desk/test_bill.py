"""What a bill earns, what comes off it and what is left to pay, on each digit, before Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from retention_desktop.domain.bill import Line
from tests.ui.by_name import by_name
from tests.ui.desk.conftest import enter, focused, keys, press, toast
from tests.ui.desk.loyal import GIFT, POINTS, gain, give, set_terms
from ui.desk.bill_strip import TakenChip
from ui.shared.bar import PartBar
from ui.shared.buttons import IconButton
from ui.shared.ime_edit import ImeEdit

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from ui.desk.page import DeskPage

HAPPY = {"id": "h", "name": "Happy hour", "kind": "multiply", "times": "2", "hours": ["14:00", "18:00"]}
REWARDS = [{"id": "t", "name": "Mini treatment", "points": 1000, "gives": GIFT, "cost": 300}]
TIERS = {"by": "spend", "months": 12, "steps": [
    {"id": "g", "name": "Gold", "from": 5000, "benefit": "a drink"}, {"id": "p", "name": "Platinum", "from": 20000},
]}  # fmt: skip


def served(page: DeskPage) -> None:
    """Find Hanako and log her visit; the keyboard is at the amount."""
    keys("0148")
    enter(2)
    assert focused() is page.frame.person.sale.field


def test_each_digit_shows_the_points_and_the_promotion_that_counts(page: DeskPage, shop: Shop, hanako: str) -> None:
    set_terms(shop, "point", POINTS | {"promotions": [HAPPY]})
    page.reload()
    served(page)
    keys("88")
    assert gain(page) == ("", "1 pt per ¥100, from ¥1,000")
    keys("00")
    assert gain(page) == ("+176 pt", "×2 until 18:00 · Happy hour")
    assert page.frame.person.points._after.text == "→ 176 pt"
    enter()
    assert shop.desk.card(hanako).points == 176


def test_a_level_that_makes_it_more_is_named_with_its_factor(page: DeskPage, shop: Shop, hanako: str) -> None:
    gold = {"id": "gold", "name": "Gold", "from": 0, "percent": 150}
    set_terms(shop, "point", POINTS | {"tiers": {"by": "spend", "months": 12, "steps": [gold]}})
    page.reload()
    served(page)
    keys("8800")
    assert gain(page) == ("+132 pt", "Gold ×1.5 · 1 pt per ¥100, from ¥1,000")
    enter()
    assert shop.desk.card(hanako).points == 132


def test_a_level_and_a_promotion_are_both_named(page: DeskPage, shop: Shop, hanako: str) -> None:
    step = {"id": "gold", "name": "Gold", "from": 0, "percent": 125}
    tiers = {"by": "spend", "months": 12, "steps": [step]}
    set_terms(shop, "point", POINTS | {"promotions": [HAPPY], "tiers": tiers})
    page.reload()
    served(page)
    keys("8800")
    assert gain(page) == ("+220 pt", "Gold ×1.25 · ×2 until 18:00 · Happy hour")
    assert hanako


def test_the_bar_fills_towards_the_next_reward_and_the_level_says_what_is_missing(
    page: DeskPage, shop: Shop, hanako: str
) -> None:
    set_terms(shop, "point", POINTS | {"rewards": REWARDS, "tiers": TIERS})
    give(shop, hanako, 842)
    shop.desk.log_visit(hanako, amount=6000, guarded=False, at=shop.desk._clock().replace(month=6))
    page.reload()
    served(page)
    keys("8800")
    points = page.frame.person.points
    assert points._tier.text() == "Gold"
    assert points._ahead.text == "a drink · ¥14,000 to Platinum"
    assert points._goal.text == "98 pt to Mini treatment"
    assert by_name(page, "Points to the next reward", PartBar).value() == pytest.approx(990, abs=1)
    assert shop.desk.card(hanako).points == 902


def test_the_standing_discount_is_shown_taken_off_and_can_be_left_out(page: DeskPage, shop: Shop, hanako: str) -> None:
    shop.customers.tag([hanako], "student")
    shop.standing_discounts.save([
        {"id": "1", "name": "Students", "gives": {"kind": "percent", "percent": 10}, "for": {"tag": "student"}}
    ])  # fmt: skip
    page.reload()
    served(page)
    assert page.frame.person.sale.strip.text == "Take off the bill: Students · 10% off"
    keys("8800")
    assert page.frame.person.sale.strip.text == "Take off the bill: Students · 10% off  −¥880 · To pay ¥7,920"
    assert gain(page)[0] == "+79 pt"
    enter()
    assert [visit.amount for visit in shop.desk.card(hanako).visits_today] == [7920]
    page.reload()
    assert shop.checkup.check().ok
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.frame.person.sale.focus_amount()
    keys("1000")
    by_name(page, "Take off the bill: Students · 10% off  −¥100", TakenChip).click()
    enter()
    assert [visit.amount for visit in shop.desk.card(hanako).visits_today] == [1000]


def test_the_details_stand_behind_one_key_and_count(page: DeskPage, shop: Shop, hanako: str) -> None:
    rules = [*POINTS["rules"], {"id": "2", "kind": "visit", "points": 50, "code": "AUTUMN"},
             {"id": "3", "kind": "item", "points": 5, "items": ["Shampoo"]}]  # fmt: skip
    set_terms(shop, "point", {"rules": rules})
    page.reload()
    served(page)
    press(Qt.Key.Key_F7)
    assert focused() is by_name(page, "Code for points", ImeEdit)
    keys("autumn")
    by_name(page, "Item 1", ImeEdit).setFocus()
    keys("Shampoo")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert focused() is by_name(page, "Quantity 1", ImeEdit)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    keys("2")
    press(Qt.Key.Key_Tab)
    keys("1200")
    enter()
    assert focused() is page.frame.person.sale.field
    keys("2400")
    assert gain(page)[0] == "+84 pt"
    enter()
    visit = shop.desk.card(hanako).visits_today[0]
    bill = shop.desk.bill(visit.uid)
    assert [kept.line for kept in bill.lines] == [Line(item="Shampoo", quantity=2, unit_price=1200)]
    assert visit.code == "autumn"
    assert toast(page) == "¥2,400 recorded · +84 pt"
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shop.desk.bill(visit.uid).lines == ()
    assert shop.desk.card(hanako).points == 0
    assert by_name(page, "Bill details", IconButton).height() >= 44
    assert not page.frame.person.details.lines


def test_why_says_rule_window_rounding_and_version(page: DeskPage, shop: Shop, hanako: str) -> None:
    set_terms(shop, "point", POINTS | {"promotions": [HAPPY]})
    page.reload()
    served(page)
    keys("8850")
    enter()
    by_name(page, "Why these points and punches?", IconButton).click()
    said = page.frame.person.why.sentences
    assert said[0] == (
        "+177 pt: earned; 1 pt per ¥100 on ¥8,850; ×2 by “Happy hour” (14:00–18:00); rounded down; rules version 2."
    )
    assert said[1].startswith("Punches +1: earned; 1 punch a visit; rules version")
    press(Qt.Key.Key_Escape)
    assert page.frame.person.why.isHidden()
    assert page.frame.person.stamps.isVisible()
    assert shop.desk.card(hanako).points == 177
