"""Giving money back, taking a visit back, and the list of what was done today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from retention_desktop.domain.bill import Line
from tests.ui.by_name import by_name
from tests.ui.desk.conftest import enter, focused, keys, press, toast, view
from tests.ui.desk.loyal import GIFT, POINTS, give, set_terms
from ui.desk.today_panel import TodayRow
from ui.shared.amount_field import AmountField
from ui.shared.buttons import Button, IconButton

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from ui.desk.page import DeskPage


def open_refund(page: DeskPage) -> None:
    """Press the newest visit of today, then Refund."""
    page.reload()
    row = page.frame.today.findChildren(TodayRow)[0]
    row.click()
    by_name(page, "Refund…", Button).click()
    assert view(page) == "refund"


def test_part_of_a_bill_shows_what_goes_back_before_enter(page: DeskPage, shop: Shop, hanako: str) -> None:
    set_terms(shop, "point", POINTS)
    shop.desk.log_visit(hanako, amount=8800)
    open_refund(page)
    field = by_name(page, "Amount to give back", AmountField)
    assert field.text() == "8,800"
    assert page.frame.refund.effects == "Punch card: −1 (1 → 0)\nPoints: −88 (88 → 0)"
    keys("4400")
    assert page.frame.refund.effects == "Points: −44 (88 → 44)"
    assert by_name(page, "Give back ¥4,400", Button).isEnabled()
    assert shop.desk.card(hanako).points == 88
    enter()
    assert shop.desk.card(hanako).points == 44
    assert toast(page) == "¥4,400 given back · −44 pt"
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shop.desk.card(hanako).points == 88
    assert shop.checkup.check().ok


def test_a_whole_refund_gives_the_reward_back(page: DeskPage, shop: Shop, hanako: str) -> None:
    set_terms(shop, "punch", {"size": 2, "reward": {"name": "Free cut", "gives": GIFT, "cost": 1}})
    give(shop, hanako, 2, "punch")
    visit = shop.desk.log_visit(hanako, amount=8800).visit.uid
    shop.desk.redeem(hanako, shop.desk.card(hanako).rewards[0].uid, visit=visit)
    open_refund(page)
    assert "“Free cut” can be used again" in page.frame.refund.effects
    enter()
    assert [one.name for one in shop.desk.card(hanako).rewards] == ["Free cut"]


def test_too_much_is_refused_beside_the_field(page: DeskPage, shop: Shop, hanako: str) -> None:
    shop.desk.log_visit(hanako, amount=1000)
    open_refund(page)
    keys("1001")
    assert not by_name(page, "Correct the amount", Button).isEnabled()
    enter()
    assert view(page) == "refund"
    press(Qt.Key.Key_Escape)
    assert view(page) == "start"
    assert hanako


def test_a_visit_of_today_is_taken_back_from_its_form(page: DeskPage, shop: Shop, hanako: str) -> None:
    shop.desk.log_visit(hanako, amount=8800)
    page.reload()
    page.frame.today.findChildren(TodayRow)[0].click()
    by_name(page, "Take this visit back", Button).click()
    assert shop.desk.card(hanako).visits_today == ()
    assert shop.desk.card(hanako).points == 0


def test_anything_of_today_is_undone_from_the_list(page: DeskPage, shop: Shop, hanako: str) -> None:
    treatment = {"id": "t", "name": "Mini treatment", "points": 300, "gives": GIFT, "cost": 300}
    set_terms(shop, "point", POINTS | {"rewards": [treatment]})
    give(shop, hanako, 500)
    shop.desk.redeem(hanako, "t")
    shop.desk.log_visit(hanako, amount=8800)
    page.reload()
    by_name(page, "Done today, with undo", IconButton).click()
    assert view(page) == "done"
    assert focused() is by_name(page, "Undo: visit · 佐々木 花子", Button)
    by_name(page, "Undo: redemption · 佐々木 花子", Button).click()
    assert shop.desk.card(hanako).points == 588
    assert toast(page) == "Taken back: redemption"
    press(Qt.Key.Key_Escape)
    assert view(page) != "done"
    assert shop.checkup.check().ok


def test_goods_come_back_one_by_one_with_their_price_and_points(page: DeskPage, shop: Shop, hanako: str) -> None:
    each = {"id": "1", "kind": "item", "points": 10, "items": ["Soap"]}
    set_terms(shop, "point", {"rules": [each]})
    lines = [Line(item="Soap", quantity=3, unit_price=800), Line(item="Cut", unit_price=5000)]
    visit = shop.desk.log_visit(hanako, amount=7400, lines=lines).visit.uid
    open_refund(page)
    field = by_name(page, "Amount to give back", AmountField)
    assert field.text() == "7,400"
    more = by_name(page, "More: Soap", IconButton)
    for _ in range(2):
        more.setFocus()
        enter()
    assert (field.text(), more.focusPolicy() is not Qt.FocusPolicy.NoFocus) == ("1,600", True)
    assert by_name(page, "Soap 2 of 3", QLabel).isVisible()
    assert page.frame.refund.effects == "Points: −20 (30 → 10)"
    by_name(page, "Fewer: Soap", IconButton).click()
    assert (field.text(), page.frame.refund.effects) == ("800", "Points: −10 (30 → 20)")
    field.setFocus()
    enter()
    assert shop.desk.card(hanako).points == 20
    (refund,) = shop.desk.bill(visit).refunds
    assert (refund.amount, list(refund.units.values())) == (800, [1])
    open_refund(page)
    assert by_name(page, "Soap 0 of 2", QLabel).isVisible()
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shop.desk.card(hanako).points == 30
    assert shop.checkup.check().ok
