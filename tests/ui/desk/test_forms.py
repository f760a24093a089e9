"""New customer, sale without a customer, correction and back-dating, taking back; the first steps."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.by_name import by_name, texts
from tests.ui.conftest import NOW
from tests.ui.desk.conftest import commit, enter, focused, keys, press, toast, view
from ui.desk.person_card import VisitChip
from ui.desk.today_panel import TodayRow
from ui.shared.amount_field import AmountField
from ui.shared.buttons import Button
from ui.shared.check_box import CheckBox
from ui.shared.find_box import FindBox
from ui.shared.ime_edit import ImeEdit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.app import Program
    from ui.desk.page import DeskPage

CONTROL = Qt.KeyboardModifier.ControlModifier


def write(page: DeskPage, name: str, text: str) -> None:
    field = by_name(page, name, QLineEdit)
    field.setFocus()
    field.selectAll()
    press(Qt.Key.Key_Delete)
    keys(text)


def today_row(page: DeskPage, said: str) -> TodayRow:
    return next(row for row in page.findChildren(TodayRow) if said in row.accessibleName())


# -- a new customer ----------------------------------------------------------------------------------------------------


def test_a_new_customer_from_the_digits_typed(page: DeskPage, shop: Shop) -> None:
    keys("09000005678")
    assert "Nobody fits “09000005678”" in texts(page)
    enter()
    assert by_name(page, "Phone number", ImeEdit).text() == "09000005678"
    commit("小林 結衣")
    write(page, "Birthday", "4/23")
    consent = "I agree to receive news and offers from Komorebi by SMS. I can stop them any time."
    by_name(page, consent, CheckBox).click()
    by_name(page, "Birthday", ImeEdit).setFocus()
    enter()
    assert page.flow is not None
    detail = shop.customers.detail(page.flow.uid)
    assert detail.customer.display_name == "小林 結衣"
    assert (detail.customer.birth_month, detail.customer.birth_day) == (4, 23)
    assert [point.address for point in detail.contacts] == ["+819000005678"]
    assert [(event.given, event.wording) for event in detail.consents] == [(True, consent)]
    assert toast(page) == "小林 結衣 registered"
    enter()
    assert len(shop.desk.card(page.flow.uid).visits_today) == 1


def test_without_the_tick_no_consent_is_noted(page: DeskPage, shop: Shop) -> None:
    press(Qt.Key.Key_F2)
    keys("Ann")
    enter()
    assert page.flow is not None
    assert shop.customers.detail(page.flow.uid).consents == ()


def test_errors_stand_beside_their_field(page: DeskPage, shop: Shop) -> None:
    press(Qt.Key.Key_F2)
    enter()
    assert "Write a name or a phone number." in texts(page)
    keys("Ann")
    write(page, "Phone number", "12")
    enter()
    assert "“12” is not a phone number. Check its digits." in texts(page)
    assert focused() is by_name(page, "Phone number", ImeEdit)
    write(page, "Phone number", "090-0000-5678")
    write(page, "Birthday", "soon")
    enter()
    assert any("“soon” is not a day" in text for text in texts(page))
    assert shop.customers.count() == 0
    write(page, "Birthday", "1990-04-23")
    enter()
    assert shop.customers.count() == 1


def test_esc_keeps_what_was_typed_for_the_next_f2(page: DeskPage) -> None:
    press(Qt.Key.Key_F2)
    keys("Ann")
    press(Qt.Key.Key_Escape)
    assert view(page) == "start"
    press(Qt.Key.Key_F2)
    assert by_name(page, "Name", ImeEdit).text() == "Ann"


def test_a_new_customer_can_be_taken_back(page: DeskPage, shop: Shop) -> None:
    press(Qt.Key.Key_F2)
    keys("Ann")
    enter()
    press(Qt.Key.Key_Z, CONTROL)
    assert shop.customers.count() == 0
    assert view(page) == "start"


# -- a sale without a customer -----------------------------------------------------------------------------------------


def test_a_sale_without_a_customer(page: DeskPage, shop: Shop) -> None:
    press(Qt.Key.Key_F4)
    keys("1650")
    enter()
    today = shop.desk.today()
    assert (len(today.visits), today.sales, today.visits[0].customer) == (1, 1650, "")
    assert isinstance(focused(), FindBox)
    assert view(page) == "start"
    press(Qt.Key.Key_Z, CONTROL)
    assert shop.desk.today().sales == 0


def test_the_panel_offers_it_too(page: DeskPage) -> None:
    by_name(page, "Sale without a customer", Button).click()
    assert view(page) == "sale"
    enter()
    assert view(page) == "sale"
    press(Qt.Key.Key_Escape)
    assert view(page) == "start"


# -- corrections -------------------------------------------------------------------------------------------------------


def test_correcting_the_amount_moves_the_points(page: DeskPage, shop: Shop, hanako: str) -> None:
    keys("1284")
    enter(2)
    keys("8800")
    enter()
    today_row(page, "佐々木").click()
    assert "Correct the visit of 佐々木 花子" in texts(page)
    keys("2000")
    enter()
    assert shop.desk.card(hanako).points == 20
    assert toast(page) == "Visit corrected"
    assert view(page) == "person"
    press(Qt.Key.Key_Z, CONTROL)
    assert shop.desk.card(hanako).points == 88


def test_back_dating_a_visit_from_the_card(page: DeskPage, shop: Shop, hanako: str) -> None:
    keys("1284")
    enter(2)
    by_name(page, "Correct visit 14:32", VisitChip).click()
    write(page, "Day", "11/20")
    write(page, "Time", "１８：０５")
    enter()
    assert shop.desk.card(hanako).visits_today == ()
    visit = next(one for one in shop.history.timeline(hanako) if one.kind == "visit")
    assert visit.day == date(2026, 11, 20)
    assert visit.at == datetime(2026, 11, 20, 9, 5, tzinfo=UTC)
    assert [punch.day for punch in shop.desk.card(hanako).punches] == [date(2026, 11, 20)]


def test_what_can_not_be_read_is_said_beside_its_field(page: DeskPage, shop: Shop, hanako: str) -> None:
    shop.desk.log_visit(hanako)
    page.reload()
    today_row(page, "佐々木").click()
    keys("x")
    write(page, "Day", "someday")
    write(page, "Time", "25:00")
    enter()
    said = texts(page)
    assert "This is not an amount. Write digits only." in said
    assert "This is not a day. Write it like 11/21." in said
    assert "This is not a time. Write it like 14:30." in said
    write(page, "Amount", "")
    write(page, "Day", "2026-12-01")
    write(page, "Time", "10:00")
    enter()
    assert "This lies in the future. Choose a day and time up to now." in texts(page)
    assert shop.desk.card(hanako).visits_today[0].at == NOW


def test_taking_a_visit_back(page: DeskPage, shop: Shop, hanako: str) -> None:
    shop.desk.log_visit(hanako, amount=3000)
    page.reload()
    today_row(page, "佐々木").click()
    by_name(page, "Take this visit back", Button).click()
    card = shop.desk.card(hanako)
    assert (card.visits_today, card.punches, card.points) == ((), (), 0)
    press(Qt.Key.Key_Z, CONTROL)
    assert shop.desk.card(hanako).points == 30


# -- the first steps ---------------------------------------------------------------------------------------------------


def test_an_empty_shop_offers_its_first_steps(page: DeskPage, program: Program) -> None:
    assert "There are no customers yet" in texts(page)
    by_name(page, "Bring in a list", Button).click()
    assert program.window.room == "customers"


def test_the_sample_shop_fills_from_here(page: DeskPage, shop: Shop, qtbot: QtBot) -> None:
    by_name(page, "Try the sample shop", Button).click()
    qtbot.waitUntil(lambda: not page.frame.start.first.isVisible())
    assert shop.sample_shop.count() == 60
    keys("0101")
    enter(2)
    assert page.flow is not None
    assert page.flow.card is not None
    assert page.flow.card.customer.sample


def test_tab_and_space_work_the_rows(page: DeskPage, shop: Shop, hanako: str) -> None:
    shop.desk.log_visit(hanako, amount=3000)
    page.reload()
    row = today_row(page, "佐々木")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert view(page) == "correct"
    assert isinstance(focused(), AmountField)
