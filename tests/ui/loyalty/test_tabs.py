"""Rewards, promotions, tiers and coupons through the real page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QLineEdit

from retention_desktop.domain.customer import CustomerDraft
from tests.ui.by_name import by_name, texts
from tests.ui.loyalty.hands import SAVE, choose, press, promise, retype, says, settle, tab, toast_of
from tests.ui.loyalty.test_rules import earned, terms_of
from ui.shared.chips import FilterChip
from ui.shared.qr import QrCode

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.app import Program
    from ui.loyalty.page import LoyaltyPage


def test_a_reward_for_points(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    tab(qtbot, page, "Rewards")
    press(qtbot, page, "Add a reward to Points")
    retype(qtbot, page, "Reward 1: name", "Free treatment")
    retype(qtbot, page, "Reward 1: price", "3000")
    retype(qtbot, page, "Reward 1: our cost", "1650")
    assert says(page, "It would cost ¥1,650 and give only ¥500. Lower the cost.")
    assert promise(page) == "Mend 1 field first"
    choose(qtbot, page, "Reward 1: what it gives", "something free")
    retype(qtbot, page, "Reward 1: what", "Treatment")
    press(qtbot, page, SAVE)
    assert terms_of(shop, "point")["rewards"] == [
        {
            "id": "1", "points": 3000, "name": "Free treatment", "cost": 1650,
            "gives": {"kind": "item", "item": "Treatment"},
        }
    ]  # fmt: skip
    press(qtbot, page, "Remove Reward 1")
    assert says(page, "No rewards for Points yet")


def test_a_reward_of_each_kind(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    tab(qtbot, page, "Rewards")
    press(qtbot, page, "Add a reward to Points")
    choose(qtbot, page, "Reward 1: what it gives", "percent off")
    retype(qtbot, page, "Reward 1: percent", "150")
    assert says(page, "This must be 100 or less.")
    retype(qtbot, page, "Reward 1: percent", "15")
    retype(qtbot, page, "Reward 1: at most", "900")
    retype(qtbot, page, "Full card – Punch card: our cost", "300")
    press(qtbot, page, SAVE)
    rewards, reward = terms_of(shop, "point")["rewards"], terms_of(shop, "punch")["reward"]
    assert isinstance(rewards, list)
    assert isinstance(reward, dict)
    assert rewards[0]["gives"] == {"kind": "percent", "percent": 15, "cap": 900}
    assert reward["cost"] == 300


def test_double_points_for_48_hours(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    tab(qtbot, page, "Promotions")
    assert says(page, "No promotion yet")
    press(qtbot, page, "Double for 48 hours from now")
    assert by_name(page, "Promotion 1 – Points: from", QLineEdit).text() == "2026-11-21 14:32:00"
    assert by_name(page, "Promotion 1 – Points: until", QLineEdit).text() == "2026-11-23 14:32:00"
    assert says(page, "On now – ends in 48 h")
    press(qtbot, page, SAVE)
    assert earned(shop, 4000) == 80
    promotions = terms_of(shop, "point")["promotions"]
    assert isinstance(promotions, list)
    assert promotions[0]["until"] == "2026-11-23T05:32:00Z"
    assert by_name(page, "Promotions 1", QAbstractButton).isChecked()


def test_a_promotion_that_ends_before_it_begins(qtbot: QtBot, page: LoyaltyPage) -> None:
    tab(qtbot, page, "Promotions")
    press(qtbot, page, "Double for 48 hours from now")
    field = retype(qtbot, page, "Promotion 1 – Points: until", "2026-11-20 9:00")
    assert field.accessibleDescription() == "This ends before it begins. Choose a later end."
    retype(qtbot, page, "Promotion 1 – Points: until", "tomorrow")
    assert says(page, "“tomorrow” is not a day and time. Write it like 2026-11-21 09:00:00.")
    assert says(page, "Not complete")
    retype(qtbot, page, "Promotion 1 – Points: how much", "11")
    assert says(page, "This must be 10 or less.")
    assert promise(page) == "Mend 2 fields first"


def test_double_points_on_a_weekday(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    tab(qtbot, page, "Promotions")
    press(qtbot, page, "Double on a weekday")
    assert says(page, "Begins in 3 days, Tue 24 Nov 16:00")
    by_name(page, "Saturday", FilterChip).click()
    retype(qtbot, page, "Promotion 1 – Points: from", "14:00")
    assert says(page, "On now – ends in 3 h")
    choose(qtbot, page, "Promotion 1 – Points: how", "adds to every bill")
    retype(qtbot, page, "Promotion 1 – Points: how much", "7")
    press(qtbot, page, SAVE)
    assert earned(shop, 4000) == 47
    press(qtbot, page, "Promotion 1 – Points in use")
    assert says(page, "Switched off")
    press(qtbot, page, SAVE)
    assert earned(shop, 4000) == 40


def test_a_promotion_without_a_window(qtbot: QtBot, page: LoyaltyPage) -> None:
    tab(qtbot, page, "Promotions")
    press(qtbot, page, "Double on a weekday")
    choose(qtbot, page, "Promotion 1 – Points: when", "always")
    assert says(page, "Always on")
    press(qtbot, page, "Remove Promotion 1 – Points")
    assert says(page, "No promotion yet")


def test_tiers_rise(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    tab(qtbot, page, "Tiers")
    press(qtbot, page, "Begin with three levels")
    assert by_name(page, "Level 3: from", QLineEdit).text() == "100,000"
    field = retype(qtbot, page, "Level 3: from", "20000")
    assert field.accessibleDescription() == "Each level must begin above the one before (30,000)."
    retype(qtbot, page, "Level 3: from", "200000")
    press(qtbot, page, "Add a level")
    press(qtbot, page, SAVE)
    tiers = terms_of(shop, "point")["tiers"]
    assert isinstance(tiers, dict)
    assert [one["from"] for one in tiers["steps"]] == [0, 30_000, 200_000, 250_000]
    press(qtbot, page, "Remove Level 1")
    press(qtbot, page, "Tiers in use")
    assert says(page, "No tiers in Points yet")


def test_a_coupon_for_everybody(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    tab(qtbot, page, "Coupons")
    assert says(page, "No coupons yet")
    press(qtbot, page, "New coupon")
    press(qtbot, page, "Make this coupon")
    assert says(page, "Write what customers know it by.")
    retype(qtbot, page, "Name of the coupon", "Thank you 500")
    retype(qtbot, page, "Code", "A")
    press(qtbot, page, "Make this coupon")
    assert says(page, "“A” can't be a code. Use 4 to 24 letters, digits or hyphens.")
    retype(qtbot, page, "Code", "THANKS5")
    retype(qtbot, page, "Last day", "2026-12-31")
    retype(qtbot, page, "Smallest bill for the coupon", "3,000")
    press(qtbot, page, "Make this coupon")
    made = shop.coupons.all()[0].coupon
    assert (made.name, made.code, made.minimum, made.person_limit) == ("Thank you 500", "THANKS5", 3000, 1)
    assert by_name(page, "QR code: THANKS5", QrCode).text == "THANKS5"
    assert "used 0 times" in texts(page)


def test_a_coupon_that_is_not_right_is_not_made(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    tab(qtbot, page, "Coupons")
    press(qtbot, page, "New coupon")
    retype(qtbot, page, "Name of the coupon", "Thank you")
    retype(qtbot, page, "First day", "2026-12-31")
    retype(qtbot, page, "Last day", "2026-12-01")
    press(qtbot, page, "Make this coupon")
    assert says(page, "This ends before it begins. Choose a later day.")
    retype(qtbot, page, "Last day", "soon")
    retype(qtbot, page, "Coupon: money off", "lots")
    press(qtbot, page, "Make this coupon")
    assert says(page, "“soon” is not a day. Write it like 2026-11-21.")
    assert says(page, "“lots” is not a number. Write digits only.")
    assert shop.coupons.all() == ()
    press(qtbot, page, "Cancel")
    assert says(page, "No coupons yet")


def test_many_codes_share_a_line_and_can_be_withdrawn(
    qtbot: QtBot, program: Program, page: LoyaltyPage, shop: Shop
) -> None:
    tab(qtbot, page, "Coupons")
    press(qtbot, page, "New coupon")
    retype(qtbot, page, "Name of the coupon", "Leaflet")
    choose(qtbot, page, "Which codes", "many codes for one use each")
    retype(qtbot, page, "How many codes", "12")
    press(qtbot, page, "Make 12 codes")
    assert len(shop.coupons.all()) == 12
    assert toast_of(page).accessibleName() == "12 codes made"
    assert says(page, "0 of 12 used")
    assert program.kit.notices.undo_last()
    assert all(one.coupon.withdrawn for one in shop.coupons.all())
    assert says(page, "Withdrawn")


def test_withdrawing_a_coupon(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    tab(qtbot, page, "Coupons")
    press(qtbot, page, "New coupon")
    retype(qtbot, page, "Name of the coupon", "Leaflet")
    press(qtbot, page, "Make this coupon")
    press(qtbot, page, "Close")
    press(qtbot, page, "Withdraw Leaflet")
    assert shop.coupons.all()[0].coupon.withdrawn
    assert toast_of(page).accessibleName() == "“Leaflet” can't be used any more"


def test_what_is_promised_is_in_sight(qtbot: QtBot, program: Program, page: LoyaltyPage, shop: Shop) -> None:
    press(qtbot, page, "Expiry in use")
    choose(qtbot, page, "Points: when it lapses", "at the end of the month")
    press(qtbot, page, SAVE)
    customer = shop.customers.add(CustomerDraft(name="Hanako"))
    shop.desk.log_visit(customer, amount=4000)
    qtbot.waitUntil(lambda: says(page.rules.promises, "1 customer"))
    assert says(page.rules.promises, "1 punch, 40 points. What these cost you isn't written yet: 1 punch")
    assert says(page.rules.promises, "—")
    press(qtbot, page, "Show the people")
    assert says(page.rules.promises, "1 Dec") or says(page.rules.promises, "30 Nov")
    wanted: list[tuple[str, str]] = []
    program.kit.go_to.customer_wanted.connect(lambda room, uid: wanted.append((room, uid)))
    press(qtbot, page, "Open Hanako")
    assert wanted == [("customers", customer)]


def test_a_standing_discount(qtbot: QtBot, program: Program, page: LoyaltyPage, shop: Shop) -> None:
    tab(qtbot, page, "Rewards")
    press(qtbot, page, "Add a standing discount")
    retype(qtbot, page, "Standing discount 1: percent", "150")
    assert says(page, "This must be 100 or less.")
    assert promise(page) == "Mend 1 field first"
    retype(qtbot, page, "Standing discount 1: percent", "15")
    for words in ("of the level", "by spend, at least", "who bought"):
        choose(qtbot, page, "Standing discount 1: for whom", words)
    retype(qtbot, page, "Standing discount 1: which", "Cut")
    choose(qtbot, page, "Standing discount 1: for whom", "by visits, at least")
    retype(qtbot, page, "Standing discount 1: which", "1")
    press(qtbot, page, SAVE)
    assert promise(page) == "These rules are in use"
    customer = shop.customers.add(CustomerDraft(name="Hanako"))
    assert shop.standing_discounts.applies(customer, 1000) is None
    shop.desk.log_visit(customer, amount=4000)
    found = shop.standing_discounts.applies(customer, 1000)
    assert found is not None
    assert found.amount == 150
    press(qtbot, page, "Standing discount 1 in use")
    press(qtbot, page, SAVE)
    assert shop.standing_discounts.applies(customer, 1000) is None
    assert program.kit.notices.undo_last()
    assert shop.standing_discounts.applies(customer, 1000) is not None
    settle(qtbot, page)
    press(qtbot, page, "Remove Standing discount 1")
    press(qtbot, page, SAVE)
    assert shop.standing_discounts.all() == ()


def test_a_withdrawn_coupon_can_be_brought_back(qtbot: QtBot, program: Program, page: LoyaltyPage, shop: Shop) -> None:
    tab(qtbot, page, "Coupons")
    press(qtbot, page, "New coupon")
    retype(qtbot, page, "Name of the coupon", "Leaflet")
    press(qtbot, page, "Make this coupon")
    press(qtbot, page, "Withdraw Leaflet")
    assert program.kit.notices.undo_last()
    assert not shop.coupons.all()[0].coupon.withdrawn
    assert by_name(page, "Show the code of Leaflet", QAbstractButton).isVisible()
