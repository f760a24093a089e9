"""Before the shop is open, in a smaller window, and across a change of language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.shop import open_shop
from tests.ui.by_name import by_name, texts
from tests.ui.desk.conftest import enter, keys, press, view
from ui.desk.page import DeskPage
from ui.shared.amount_field import AmountField
from ui.shared.buttons import IconButton
from ui.shared.ime_edit import ImeEdit

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from tests.ui.desk.conftest import Clock
    from ui.app import Program
    from ui.shared.kit import Kit


def test_what_is_typed_before_the_shop_is_open_is_looked_for_then(
    qtbot: QtBot, kit: Kit, tmp_path: Path, resources: Path, clock: Clock
) -> None:
    page = DeskPage(kit)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    QTest.keyClicks(page.frame.box, "1284")
    QTest.keyClick(page.frame.box, Qt.Key.Key_Return)
    assert view(page) == "start"
    shop = open_shop(tmp_path, resources, clock=clock)
    uid = shop.customers.add(CustomerDraft(name="Ann", phone="090-0000-1284"))
    page.attach(shop)
    page.reload()
    assert page.flow is not None
    assert page.flow.uid == uid
    assert view(page) == "person"
    shop.close()


def test_keys_of_forms_do_nothing_before_the_shop_is_open(qtbot: QtBot, kit: Kit) -> None:
    page = DeskPage(kit)
    qtbot.addWidget(page)
    page.show()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape):
        QTest.keyClick(page.frame.box, key)
    assert view(page) == "start"


def test_narrow_today_opens_over_the_page(program: Program, page: DeskPage) -> None:
    assert page.frame.today.isVisible()
    program.window.resize(1024, 700)
    assert not page.frame.today.isVisible()
    button = by_name(page, "Today", IconButton)
    assert min(button.width(), button.height()) >= 44
    button.click()
    assert page.frame.today.isVisible()
    assert page.rect().contains(page.frame.today.geometry())
    press(Qt.Key.Key_Escape)
    assert not page.frame.today.isVisible()
    program.window.resize(1280, 800)
    assert page.frame.today.isVisible()


def test_low_everything_of_the_person_is_in_sight(program: Program, page: DeskPage, hanako: str) -> None:
    program.window.resize(1024, 700)
    keys("1284")
    enter(2)
    assert hanako
    person = page.frame.person
    foot = person.sale.mapTo(page, person.sale.rect().bottomLeft()).y()
    assert foot <= page.height() - 72 - 16
    assert person.person._facts._facts[0]._label.isHidden()


def test_another_language_keeps_the_person_and_what_was_typed(
    program: Program, page: DeskPage, shop: Shop, hanako: str, qtbot: QtBot
) -> None:
    keys("1284")
    enter(2)
    keys("88")
    program.kit.language.choose("ja")
    qtbot.waitUntil(lambda: program.window.page is not page)
    again = program.window.page
    assert isinstance(again, DeskPage)
    assert by_name(again, "お会計の金額", AmountField).text() == "88"
    assert again.frame.person.person._name.accessibleName() == "佐々木 花子 様"
    assert shop.settings.now.language == "ja"
    assert hanako


def test_a_visit_is_taken_back_across_a_change_of_language(
    program: Program, page: DeskPage, shop: Shop, hanako: str, qtbot: QtBot
) -> None:
    keys("1284")
    enter(2)
    program.kit.language.choose("ja")
    qtbot.waitUntil(lambda: program.window.page is not page)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shop.desk.card(hanako).visits_today == ()


def test_another_language_keeps_forms_and_queries(program: Program, page: DeskPage, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F2)
    keys("Ann")
    program.kit.language.choose("ja")
    qtbot.waitUntil(lambda: program.window.page is not page)
    again = program.window.page
    assert isinstance(again, DeskPage)
    assert "新しいお客様" in texts(again)
    assert by_name(again, "お名前", ImeEdit).text() == "Ann"


def test_another_process_is_seen(page: DeskPage, shop: Shop, hanako: str, program: Program, qtbot: QtBot) -> None:
    keys("1284")
    enter()
    shop.desk.log_visit(hanako)
    qtbot.waitUntil(lambda: page.flow is not None and page.flow.step() == "amount")
    program.kit.go_to.open_customer(hanako, "desk")
    assert view(page) == "person"


def test_a_person_who_is_gone_leaves_the_counter(page: DeskPage, shop: Shop, hanako: str, qtbot: QtBot) -> None:
    keys("1284")
    enter()
    shop.customers.delete(hanako)
    qtbot.waitUntil(lambda: view(page) == "start")
    page.open_customer(hanako)
    assert view(page) == "start"
