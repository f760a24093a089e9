"""Redeeming by keys: F8, choose, Enter; codes typed and scanned; what is refused says why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from retention_desktop.coupons import CouponDraft
from retention_desktop.domain.terms import Gives
from tests.ui.by_name import by_name
from tests.ui.desk.conftest import compose, enter, focused, keys, press, toast, view
from tests.ui.desk.loyal import GIFT, POINTS, card, give, offers, set_terms
from ui.desk.bill_strip import TakenChip
from ui.desk.offer_row import OfferRow
from ui.desk.page import DeskPage
from ui.desk.redeem_panel import CodeField
from ui.shared.buttons import Button
from ui.shared.find_box import FindBox
from ui.shared.shortcuts import shown_shortcuts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from tests.ui.desk.conftest import Clock
    from ui.app import Program

CONTROL = Qt.KeyboardModifier.ControlModifier
SPEND = {"points": 1, "value": 1, "step": 100, "minimum": 500}
TREATMENT = {"id": "t", "name": "Mini treatment", "points": 300, "gives": GIFT, "cost": 300}
SPA = {"id": "s", "name": "Head spa", "points": 400, "gives": GIFT, "cost": 400}
MONEY = Gives(kind="discount", amount=500)


class Pressed:
    """Counts what is pressed."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, key: Qt.Key) -> None:
        self.count += 1
        press(key)


def at_the_amount(page: DeskPage, typed: str = "") -> None:
    page.reload()
    keys("0148")
    enter(2)
    keys(typed)


def test_a_reward_is_redeemed_in_two_keys_and_the_second_one_in_three(page: DeskPage, shop: Shop, hanako: str) -> None:
    set_terms(shop, "point", POINTS | {"rewards": [TREATMENT, SPA]})
    give(shop, hanako, 1000)
    at_the_amount(page)
    key = Pressed()
    key(Qt.Key.Key_F8)
    assert offers(page) == ["Mini treatment", "Head spa"]
    key(Qt.Key.Key_Return)
    assert key.count == 2
    assert toast(page) == "Mini treatment redeemed"
    assert shop.desk.card(hanako).points == 700
    key = Pressed()
    key(Qt.Key.Key_F8)
    key(Qt.Key.Key_2)
    key(Qt.Key.Key_Return)
    assert key.count == 3
    assert toast(page) == "Head spa redeemed"
    assert shop.desk.card(hanako).points == 300
    assert isinstance(focused(), FindBox)
    assert page.frame.person.stamps.isVisible()


def test_arrows_choose_and_the_toasts_undo_gives_back(page: DeskPage, shop: Shop, hanako: str) -> None:
    set_terms(shop, "point", POINTS | {"rewards": [TREATMENT, SPA]})
    give(shop, hanako, 1000)
    at_the_amount(page)
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_Down)
    enter()
    assert shop.desk.card(hanako).points == 600
    by_name(page, "Undo", Button).click()
    assert shop.desk.card(hanako).points == 1000
    press(Qt.Key.Key_F8)
    enter()
    press(Qt.Key.Key_Z, CONTROL)
    assert shop.desk.card(hanako).points == 1000
    assert toast(page) == "Taken back: redemption"
    assert shop.checkup.check().ok


def test_points_become_money_off_by_steps_on_the_bill_being_typed(page: DeskPage, shop: Shop, hanako: str) -> None:
    set_terms(shop, "point", POINTS | {"spend": SPEND})
    give(shop, hanako, 842)
    at_the_amount(page, "8800")
    press(Qt.Key.Key_F8)
    assert offers(page) == ["¥800 off"]
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    assert page.frame.person.redeem._rows[0].accessibleName() == "¥600 off, 600 pt, −¥600"
    enter()
    assert toast(page) == "¥800 off redeemed · ¥600 off, ¥8,200 to pay"
    visit = shop.desk.card(hanako).visits_today[0]
    assert (visit.amount, visit.discount) == (8800, 600)
    assert shop.desk.card(hanako).points == 842 - 600 + 82


def test_money_off_without_an_amount_says_what_to_do(page: DeskPage, shop: Shop, hanako: str) -> None:
    ten = {"id": "x", "name": "Ten off", "points": 100, "gives": {"kind": "percent", "percent": 10}, "cost": 500}
    set_terms(shop, "point", POINTS | {"rewards": [ten]})
    give(shop, hanako, 500)
    at_the_amount(page)
    press(Qt.Key.Key_F8)
    enter()
    assert "type the amount first" in page.frame.person.redeem.problem
    assert shop.desk.card(hanako).points == 500
    press(Qt.Key.Key_Escape)
    page.frame.person.sale.focus_amount()
    keys("5000")
    press(Qt.Key.Key_F8)
    enter()
    assert toast(page) == "Ten off redeemed · ¥500 off, ¥4,500 to pay"


def test_a_coupon_is_typed_put_on_the_bill_and_used_with_it(page: DeskPage, shop: Shop, hanako: str) -> None:
    shop.coupons.add(CouponDraft(name="Autumn", gives=MONEY, minimum=3000), code="AKI500")
    at_the_amount(page)
    press(Qt.Key.Key_F8)
    keys("aki-500")
    enter()
    assert focused() is page.frame.person.sale.field
    assert page.frame.person.sale.strip.text == "Take off the bill: Coupon AKI500"
    keys("2000")
    assert "¥3,000" in page.frame.person.sale.strip.text
    press(Qt.Key.Key_Escape)
    keys("8800")
    assert page.frame.person.sale.strip.text == "Take off the bill: Autumn  −¥500 · To pay ¥8,300"
    enter()
    visit = shop.desk.card(hanako).visits_today[0]
    assert (visit.amount, visit.discount) == (8800, 500)
    assert shop.coupons.all()[0].uses == 1
    assert not page.frame.person.sale.strip.isVisible()


def test_a_coupon_comes_off_the_bill_again(page: DeskPage, shop: Shop, hanako: str) -> None:
    shop.coupons.add(CouponDraft(name="Autumn", gives=MONEY), code="AKI500")
    at_the_amount(page, "8800")
    press(Qt.Key.Key_F8)
    keys("AKI500")
    enter()
    by_name(page, "Take off the bill: Autumn  −¥500", TakenChip).setFocus()
    press(Qt.Key.Key_Delete)
    assert focused() is page.frame.person.sale.field
    enter()
    assert shop.desk.card(hanako).visits_today[0].discount == 0


def test_a_coupon_that_does_not_count_says_why(page: DeskPage, shop: Shop, hanako: str, kenichi: str) -> None:
    shop.coupons.add(CouponDraft(name="Old", gives=MONEY, last_day=date(2026, 11, 1)), code="OLD1")
    shop.coupons.add(CouponDraft(name="His", gives=MONEY, customer=kenichi), code="HIS1")
    shop.coupons.add(CouponDraft(name="Large", gives=MONEY, minimum=9000), code="BIG1")
    at_the_amount(page, "8800")
    press(Qt.Key.Key_F8)
    for code, words in (("OLD1", "1 Nov"), ("HIS1", "another customer"), ("BIG1", "¥9,000"), ("NONE", "no coupon")):
        keys(code)
        enter()
        assert words in page.frame.person.redeem.problem
        assert focused() is by_name(page, "Coupon or reward code", CodeField)
    assert shop.desk.card(hanako).open_visit is not None


def test_a_rewards_code_scanned_in_the_find_box_opens_the_person_and_offers_it(
    page: DeskPage, shop: Shop, hanako: str, clock: Clock
) -> None:
    set_terms(shop, "punch", card(size=2, milestones=[{"at": 1, "name": "Hair oil", "gives": GIFT}]))
    shop.desk.log_visit(hanako)
    clock.pass_by(days=1)
    shop.desk.log_visit(hanako)
    clock.pass_by(days=1)
    full = next(one for one in shop.desk.card(hanako).rewards if one.name == "Free treatment")
    page.reload()
    keys(full.code)
    enter()
    assert view(page) == "person"
    assert page.frame.person.redeem.chosen is not None
    assert page.frame.person.redeem.chosen.name == "Free treatment"
    enter()
    assert toast(page) == "Free treatment redeemed"
    clock.pass_by(days=1)
    keys(full.code)
    enter()
    assert page.frame.person.redeem.problem == "“Free treatment” was used on 23 Nov."


def test_a_bound_coupon_scanned_in_the_find_box_lies_on_the_bill(page: DeskPage, shop: Shop, hanako: str) -> None:
    made = shop.coupons.add(CouponDraft(name="Welcome back", gives=MONEY, customer=hanako))[0]
    page.reload()
    keys(made.code)
    enter()
    assert view(page) == "person"
    keys("8800")
    assert "Welcome back" in page.frame.person.sale.strip.text
    enter()
    visit = shop.desk.card(hanako).visits_today[0]
    assert (visit.amount, visit.discount) == (8800, 500)


def test_another_persons_reward_is_refused_in_words(page: DeskPage, shop: Shop, hanako: str, kenichi: str) -> None:
    set_terms(shop, "punch", card(size=2))
    give(shop, kenichi, 2, "punch")
    theirs = shop.desk.card(kenichi).rewards[0]
    at_the_amount(page)
    press(Qt.Key.Key_F8)
    keys(theirs.code)
    enter()
    assert "another customer" in page.frame.person.redeem.problem
    assert shop.desk.card(hanako).rewards == ()


def test_a_reward_whose_day_is_over_stands_there_with_the_day(
    page: DeskPage, shop: Shop, hanako: str, clock: Clock
) -> None:
    reward = {"name": "Free treatment", "gives": GIFT, "cost": 500, "valid_days": 10}
    set_terms(shop, "punch", card(size=2, reward=reward))
    give(shop, hanako, 2, "punch")
    clock.pass_by(days=30)
    at_the_amount(page)
    press(Qt.Key.Key_F8)
    assert offers(page) == []
    row = by_name(page, "Free treatment, It counted until 30 Nov", OfferRow)
    assert not row.isEnabled()


def test_f8_stands_in_the_table_of_keys_and_waits_for_the_input_method(page: DeskPage, hanako: str) -> None:
    assert ("Desk", "F8", "Redeem a reward or a coupon") in shown_shortcuts()
    at_the_amount(page)
    press(Qt.Key.Key_F8)
    panel = page.frame.person.redeem
    compose("あ")
    enter()
    press(Qt.Key.Key_Escape)
    assert panel.isVisible()
    compose("")
    press(Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert hanako


def test_another_language_keeps_the_coupon_and_the_details(
    program: Program, page: DeskPage, shop: Shop, hanako: str, qtbot: QtBot
) -> None:
    shop.coupons.add(CouponDraft(name="Autumn", gives=MONEY), code="AKI500")
    at_the_amount(page, "8800")
    press(Qt.Key.Key_F8)
    keys("AKI500")
    enter()
    press(Qt.Key.Key_F7)
    keys("A1")
    program.kit.language.choose("ja")
    qtbot.waitUntil(lambda: program.window.page is not page)
    again = program.window.page
    assert isinstance(again, DeskPage)
    assert again.frame.person.details.code == "A1"
    again.frame.person.sale.focus_amount()
    enter()
    visit = shop.desk.card(hanako).visits_today[0]
    assert (visit.amount, visit.discount, visit.code) == (8800, 500, "A1")


def test_money_comes_off_the_bill_just_recorded_without_its_amount_typed_again(
    page: DeskPage, shop: Shop, hanako: str
) -> None:
    set_terms(shop, "point", POINTS | {"spend": SPEND})
    give(shop, hanako, 1000)
    at_the_amount(page, "8800")
    enter()
    press(Qt.Key.Key_F8)
    assert offers(page) == ["¥1,000 off"]  # what the bill itself has earned doesn't pay for it
    press(Qt.Key.Key_Left)
    assert offers(page) == ["¥1,000 off"]
    assert page.frame.person.redeem.chosen is not None
    press(Qt.Key.Key_Return)
    assert toast(page) == "¥1,000 off redeemed · ¥900 off, ¥7,900 to pay"
    assert shop.desk.card(hanako).visits_today[0].discount == 900
    assert shop.checkup.check().ok


def test_a_coupon_joins_the_bill_just_recorded(page: DeskPage, shop: Shop, hanako: str) -> None:
    code = shop.coupons.add(CouponDraft(name="Spring", gives=MONEY))[0].code
    at_the_amount(page, "8800")
    enter()
    press(Qt.Key.Key_F8)
    keys(code)
    enter()
    assert toast(page) == "Coupon used · ¥8,300 to pay"
    assert isinstance(focused(), FindBox)
    visit = shop.desk.card(hanako).visits_today[0]
    assert (visit.amount, visit.discount) == (8800, 500)
    press(Qt.Key.Key_Z, CONTROL)
    assert shop.desk.card(hanako).visits_today[0].discount == 0
    shop.desk.refund(visit.uid, amount=100)
    press(Qt.Key.Key_F8)
    keys(code)
    enter()
    assert page.frame.person.redeem.problem.startswith("This bill is of another day, or money of it was given back")
    assert shop.checkup.check().ok
