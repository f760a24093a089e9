"""Find, Enter, Enter, amount, Enter: by keys, on a real store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from retention_desktop.domain.customer import CustomerDraft
from tests.ui.by_name import by_name, texts
from tests.ui.desk.conftest import enter, focused, keys, press, toast, view
from ui.desk.result_row import ResultRow
from ui.shared.amount_field import AmountField
from ui.shared.buttons import Button
from ui.shared.find_box import FindBox
from ui.shared.punch_card import PunchCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from tests.ui.desk.conftest import Clock
    from ui.desk.page import DeskPage

CONTROL = Qt.KeyboardModifier.ControlModifier


def visits(shop: Shop, uid: str) -> int:
    return len(shop.desk.card(uid).visits_today)


def rows(page: DeskPage) -> list[ResultRow]:
    return [row for row in page.findChildren(ResultRow) if row.isVisible()]


def test_four_digits_and_two_enters_log_the_visit_and_its_punch(page: DeskPage, shop: Shop, hanako: str) -> None:
    keys("1284")
    enter(2)
    assert visits(shop, hanako) == 1
    card = by_name(page, "Punch card", PunchCard)
    assert card.value() == 1
    assert card.maximum() == 10
    assert toast(page) == "Visit of 佐々木 花子 logged · punch 1 of 10"
    assert isinstance(focused(), AmountField)


def test_the_amount_shows_its_points_and_joins_the_same_visit(page: DeskPage, shop: Shop, hanako: str) -> None:
    keys("1284")
    enter(2)
    keys("8800")
    assert page.frame.person.points._after.text == "→ 88 pt"
    assert page.frame.person.sale._gain.text == "+88 pt"
    enter()
    card = shop.desk.card(hanako)
    assert [visit.amount for visit in card.visits_today] == [8800]
    assert card.points == 88
    assert isinstance(focused(), FindBox)
    assert page.frame.box.text() == ""
    assert toast(page) == "¥8,800 recorded · +88 pt"


def test_full_width_digits_are_digits(page: DeskPage, shop: Shop, hanako: str) -> None:
    keys("１２８４")
    enter(2)
    keys("８８００")
    assert by_name(page, "Amount of the sale", AmountField).text() == "8,800"
    enter()
    assert shop.desk.card(hanako).points == 88


def test_an_amount_typed_first_is_logged_with_the_visit(page: DeskPage, shop: Shop, hanako: str) -> None:
    keys("1284")
    enter()
    field = by_name(page, "Amount of the sale", AmountField)
    QTest.keyClicks(field, "1000")
    assert by_name(page, "Log visit and sale", Button).isEnabled()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [visit.amount for visit in shop.desk.card(hanako).visits_today] == [1000]
    assert toast(page) == "Visit of 佐々木 花子 logged · punch 1 of 10 · +10 pt"


def test_what_is_no_amount_is_said_and_not_recorded(page: DeskPage, shop: Shop, hanako: str) -> None:
    keys("1284")
    enter(2)
    keys("12x")
    assert page.frame.person.sale._gain.text == "Digits only"
    enter()
    assert shop.desk.card(hanako).open_visit is not None


def test_a_second_press_asks_and_esc_leaves_it(page: DeskPage, shop: Shop, hanako: str, clock: Clock) -> None:
    keys("1284")
    enter(2)
    keys("1000")
    enter()
    clock.pass_by(minutes=3)
    enter()
    asked = "A visit of 佐々木 花子 was logged 3 min ago. Was there really another one?"
    assert asked in texts(page)
    press(Qt.Key.Key_Escape)
    assert asked not in texts(page)
    assert visits(shop, hanako) == 1
    assert isinstance(focused(), FindBox)


def test_a_second_press_logs_again_on_enter(page: DeskPage, shop: Shop, hanako: str) -> None:
    keys("1284")
    enter(2)
    keys("1000")
    enter(2)
    assert focused() is by_name(page, "Log one more", Button)
    enter()
    assert visits(shop, hanako) == 2


def test_enter_without_an_amount_serves_the_next_and_a_further_one_asks(
    page: DeskPage, shop: Shop, hanako: str
) -> None:
    keys("1284")
    enter(3)
    assert isinstance(focused(), FindBox)
    assert visits(shop, hanako) == 1
    enter()
    assert page.frame.person.question.isVisible()
    assert visits(shop, hanako) == 1


def test_opening_someone_whose_visit_lacks_its_amount_leads_to_the_amount(
    page: DeskPage, shop: Shop, hanako: str
) -> None:
    shop.desk.log_visit(hanako)
    keys("1284")
    enter(2)
    assert focused() is page.frame.person.sale.field
    keys("2000")
    enter()
    assert [visit.amount for visit in shop.desk.card(hanako).visits_today] == [2000]


def test_after_an_hour_nothing_is_asked(page: DeskPage, shop: Shop, hanako: str, clock: Clock) -> None:
    shop.desk.log_visit(hanako, amount=500)
    clock.pass_by(minutes=61)
    keys("1284")
    enter(2)
    assert visits(shop, hanako) == 2
    assert not page.frame.person.question.isVisible()


def test_a_key_held_down_logs_nothing_twice(page: DeskPage, shop: Shop, hanako: str) -> None:
    keys("1284")
    enter()
    for _ in range(5):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True, 1)
        QApplication.sendEvent(focused(), held)
    assert view(page) == "person"
    assert visits(shop, hanako) == 0


def test_ctrl_z_takes_the_visit_back_with_its_punch(page: DeskPage, shop: Shop, hanako: str) -> None:
    keys("1284")
    enter(2)
    press(Qt.Key.Key_Z, CONTROL)
    assert visits(shop, hanako) == 0
    assert shop.desk.card(hanako).punches == ()
    assert by_name(page, "Punch card", PunchCard).value() == 0
    assert toast(page) == "Taken back: visit"
    assert shop.checkup.check().ok


def test_the_toasts_undo_takes_the_amount_back_first(page: DeskPage, shop: Shop, hanako: str) -> None:
    keys("1284")
    enter(2)
    keys("8800")
    enter()
    by_name(page, "Undo", Button).click()
    card = shop.desk.card(hanako)
    assert [visit.amount for visit in card.visits_today] == [None]
    assert card.points == 0


def test_f9_takes_back_after_the_toast_is_gone(page: DeskPage, shop: Shop, hanako: str, qtbot: QtBot) -> None:
    shop.desk.log_visit(hanako)
    keys("1284")
    enter()
    press(Qt.Key.Key_F9)
    assert visits(shop, hanako) == 0
    qtbot.waitUntil(lambda: by_name(page, "Punch card", PunchCard).value() == 0)


def test_two_people_with_the_same_digits_are_told_apart(page: DeskPage, shop: Shop, hanako: str, kenichi: str) -> None:
    shop.desk.log_visit(kenichi, at=shop.desk._clock().replace(month=9), guarded=False)
    keys("1284")
    first, second = rows(page)
    assert "藤井 健一" in first.accessibleName()
    assert "Birth month Mar" in first.accessibleName()
    assert "Birth month Nov" in second.accessibleName()
    assert "61 days ago" in first.accessibleName()
    press(Qt.Key.Key_Down)
    enter(2)
    assert visits(shop, hanako) == 1
    assert visits(shop, kenichi) == 0


def test_alt_and_a_digit_opens_while_plain_digits_go_on(page: DeskPage, hanako: str, kenichi: str) -> None:
    keys("128")
    keys("4")
    assert page.frame.box.text() == "1284"
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert page.flow is not None
    assert page.flow.uid in {hanako, kenichi}
    assert view(page) == "person"


def test_a_scanned_number_opens_its_owner_alone(page: DeskPage, hanako: str, kenichi: str) -> None:
    keys("08000001284")
    enter()
    assert page.flow is not None
    assert page.flow.uid == kenichi
    keys("0148")
    enter()
    assert page.flow.uid == hanako


def test_kana_kanji_variants_and_romaji_find(page: DeskPage, hanako: str, shop: Shop) -> None:
    shop.customers.add(CustomerDraft(name="髙橋 美咲", kana="たかはし みさき"))
    for query, name in (("ささ", "佐々木"), ("高橋", "髙橋"), ("sasaki", "佐々木"), ("佐々木", "佐々木")):
        page.frame.box.setText(query)
        assert name in rows(page)[0].accessibleName()
    assert hanako


def test_esc_goes_back_step_by_step(page: DeskPage, hanako: str) -> None:
    keys("1284")
    press(Qt.Key.Key_Escape)
    assert view(page) == "start"
    keys("1284")
    enter(2)
    keys("88")
    press(Qt.Key.Key_Escape)
    assert by_name(page, "Amount of the sale", AmountField).text() == ""
    press(Qt.Key.Key_Escape)
    assert isinstance(focused(), FindBox)
    assert view(page) == "person"
    press(Qt.Key.Key_Escape)
    assert view(page) == "start"
    assert hanako


def test_a_filled_card_is_shown_full_with_its_reward(page: DeskPage, shop: Shop, hanako: str, clock: Clock) -> None:
    for _ in range(9):
        shop.desk.log_visit(hanako, guarded=False, amount=0)
        clock.pass_by(days=1)
    keys("1284")
    enter(2)
    card = by_name(page, "Punch card", PunchCard)
    assert (card.value(), card.maximum()) == (10, 10)
    assert "the card is full" in toast(page)
    assert len(shop.desk.card(hanako).rewards) == 1


def test_today_lists_what_happened(page: DeskPage, shop: Shop, hanako: str, qtbot: QtBot) -> None:
    shop.desk.log_visit(hanako, amount=1200)
    qtbot.waitUntil(lambda: page.today is not None and len(page.today.visits) == 1)
    names = [child.accessibleName() for child in page.frame.today.findChildren(type(page.frame.today._numbers[0]))]
    assert "Visits 1" in names
    assert "Sales ¥1,200" in names
