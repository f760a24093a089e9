"""The room inside the real window: keys, ways in from other rooms, a live switch of language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from retention_desktop.domain.customer import CustomerDraft
from tests.ui.by_name import by_name, texts
from tests.ui.conftest import NOW
from tests.ui.customers.conftest import make_shop, shown_names, turn
from ui.app import Program
from ui.customers.customer_table import CustomerTable
from ui.customers.page import CustomersPage
from ui.shared.buttons import Button
from ui.shared.find_box import FindBox
from ui.shared.ime_edit import ImeEdit
from ui.shared.navigation import Room
from ui.shared.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

LIST = Path(__file__).resolve().parents[2] / "data" / "customers_ja.csv"
ROOMS = (
    Room(name="desk", title="Desk", icon="stamp", build=Page),
    Room(name="customers", title="Customers", icon="users", build=CustomersPage),
)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, resources: Path) -> Iterator[Program]:
    program = Program(
        qapp, tmp_path, resources, ROOMS, open_shop=lambda: make_shop(tmp_path / "shop"), clock=lambda: NOW
    )
    program.kit.language.choose("en")
    program.kit.theme.reduce_motion = True
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(lambda: program.shop is not None)
    assert program.shop is not None
    for name, kana in (("阿部 誠", "あべ まこと"), ("田中 一郎", "たなか いちろう")):
        program.shop.customers.add(CustomerDraft(name=name, kana=kana, phone="090-1234-1284"))
    yield program
    program.window.close()
    program.kit.language.close()


def _room(program: Program) -> CustomersPage:
    page = program.window.page
    assert isinstance(page, CustomersPage)
    return page


def _key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)
    turn()


CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_person_is_found_opened_deleted_and_brought_back_by_keys_alone(program: Program, qtbot: QtBot) -> None:
    program.window.open_room("customers")
    page = _room(program)
    box = by_name(page, "Find", FindBox)
    assert page.focusWidget() is box
    QTest.keyClicks(box, "tanaka")
    _key(Qt.Key.Key_Return)
    assert "田中 一郎" in texts(page.browse.pane)
    page.browse.pane.person.delete()
    qtbot.waitUntil(lambda: shown_names(page) == [])
    _key(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown_names(page) == ["阿部 誠"])
    by_name(page, "Customers", CustomerTable).setFocus()
    _key(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: shown_names(page) == ["阿部 誠", "田中 一郎"])
    by_name(page, "Customers", CustomerTable).setFocus()
    _key(Qt.Key.Key_F, CTRL)
    assert page.focusWidget() is box


def test_a_dropped_list_is_shown_from_any_room_and_survives_a_switch_of_language(
    program: Program, qtbot: QtBot
) -> None:
    program.kit.go_to.import_file(LIST)
    qtbot.waitUntil(lambda: program.window.room == "customers" and not _room(program).importing.busy)
    promise = "Import 286, merge 8, leave out 6"
    qtbot.waitUntil(lambda: promise in [one.promise for one in _room(program).findChildren(Button)])
    program.kit.language.choose("ja")
    words = "286件を取り込み、8件をまとめ、6件を見送る"
    qtbot.waitUntil(lambda: words in [one.promise for one in _room(program).findChildren(Button)])
    turn()
    button = by_name(_room(program), words, Button)
    button.setFocus()
    _key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "286件を取り込みました、8件をまとめました、6件を見送りました" in texts(_room(program)))
    assert program.shop is not None
    assert program.shop.customers.count() == 288


def test_another_room_opens_a_person_here(program: Program, qtbot: QtBot) -> None:
    assert program.shop is not None
    uid = program.shop.customers.add(CustomerDraft(name="Ann"))
    program.kit.go_to.open_customer(uid)
    qtbot.waitUntil(lambda: program.window.room == "customers")
    qtbot.waitUntil(lambda: "Ann" in texts(_room(program).browse.pane))


def test_what_is_typed_survives_a_switch_of_language(program: Program, qtbot: QtBot) -> None:
    assert program.shop is not None
    uid = program.shop.customers.add(CustomerDraft(name="Ann"))
    program.kit.go_to.open_customer(uid)
    _room(program).browse.pane.person.open_details()
    turn()
    by_name(_room(program), "Kana", ImeEdit).setText("アン")
    program.kit.language.choose("ja")
    qtbot.waitUntil(lambda: "未保存" in texts(_room(program)))
    assert by_name(_room(program), "かな", ImeEdit).text() == "アン"
