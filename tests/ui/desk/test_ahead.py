"""The desk before the shop is open: who was typed is found, what was chosen happens once it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.first_look import FirstLook, first_look
from retention_desktop.settings import ShopSettings
from retention_desktop.shop import open_shop
from tests.ui.by_name import by_name
from tests.ui.desk.conftest import Clock, enter, focused, keys, view
from ui.app import Program, rooms
from ui.desk.find_results import FindResults
from ui.desk.page import DeskPage
from ui.shared.buttons import Button
from ui.shared.find_box import FindBox

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.shared.kit import Kit


@pytest.fixture
def kept(tmp_path: Path, resources: Path, clock: Clock) -> Iterator[Shop]:
    """A shop with two people whose numbers end alike."""
    shop = open_shop(tmp_path, resources, clock=clock, first=ShopSettings(language="en", theme="light"))
    shop.customers.add(CustomerDraft(name="佐々木 花子", kana="ささき はなこ", phone="090-0000-1284"))
    shop.customers.add(CustomerDraft(name="藤井 健一", kana="ふじい けんいち", phone="080-0000-1284"))
    yield shop
    shop.close()


@pytest.fixture
def look(kept: Shop, clock: Clock) -> Iterator[FirstLook]:
    found = first_look(kept.data, clock)
    assert found is not None
    yield found
    found.close()


@pytest.fixture
def early(qtbot: QtBot, kit: Kit) -> DeskPage:
    """A desk without a shop; the find box has the keyboard."""
    page = DeskPage(kit)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.focus_start()
    return page


def let_open(page: DeskPage, shop: Shop) -> None:
    page.look_ahead(None)
    page.attach(shop)
    page.reload()


def test_what_is_typed_is_answered_before_the_shop_is_open(early: DeskPage, look: FirstLook, qtbot: QtBot) -> None:
    early.look_ahead(look)
    keys("1284")
    qtbot.waitUntil(lambda: view(early) == "results")
    assert len(early.frame.results.found) == 2
    early.frame.box.clear()
    qtbot.waitUntil(lambda: view(early) == "start")


def test_what_was_typed_before_the_first_look_is_answered_by_it(
    early: DeskPage, look: FirstLook, kept: Shop, qtbot: QtBot
) -> None:
    keys("ささき")
    assert view(early) == "start"
    early.look_ahead(look)
    qtbot.waitUntil(lambda: view(early) == "results")
    before = early.frame.results.found
    let_open(early, kept)
    assert view(early) == "results"
    assert early.frame.results.found == before
    enter()
    assert view(early) == "person"


def test_enter_on_a_row_opens_the_person_once_the_shop_is_open(
    early: DeskPage, look: FirstLook, kept: Shop, qtbot: QtBot
) -> None:
    early.look_ahead(look)
    keys("1284")
    qtbot.waitUntil(lambda: view(early) == "results")
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    wanted = early.frame.results.found[1]
    enter()
    assert view(early) == "results"
    let_open(early, kept)
    assert view(early) == "person"
    assert early.flow is not None
    assert early.flow.uid == wanted


def test_a_row_picked_or_a_new_customer_wished_for_waits_as_well(
    early: DeskPage, look: FirstLook, kept: Shop, qtbot: QtBot
) -> None:
    early.look_ahead(look)
    keys("1284")
    qtbot.waitUntil(lambda: view(early) == "results")
    QTest.keyClick(focused(), Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    by_name(early, "New customer", Button).click()
    assert view(early) == "results"
    let_open(early, kept)
    assert view(early) == "new"


def test_the_program_finds_first_and_opens_then(
    qtbot: QtBot, qapp: QApplication, kept: Shop, clock: Clock, resources: Path
) -> None:
    program = Program(qapp, kept.data, resources, rooms(), clock=clock)
    program.kit.theme.reduce_motion = True
    qtbot.addWidget(program.window)
    found: list[tuple[str, ...]] = []
    program.opened.connect(lambda: found.append(program.window.findChildren(FindResults)[0].found))
    program.start()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), FindBox))
    keys("1284")
    enter()
    qtbot.waitUntil(lambda: program.shop is not None, timeout=10_000)
    page = program.window.page
    assert isinstance(page, DeskPage)
    assert [len(uids) for uids in found] == [2]
    assert view(page) == "person"
    enter()
    assert page.today is not None
    qtbot.waitUntil(lambda: len(page.today.visits if page.today else ()) == 1)
    program.window.close()
    program.kit.language.close()
