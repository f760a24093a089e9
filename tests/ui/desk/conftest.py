"""The real window over a real store, at its desk, with a clock that can be moved on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.settings import ShopSettings
from retention_desktop.shop import open_shop
from tests.ui.conftest import NOW
from ui.app import Program
from ui.desk.page import DeskPage
from ui.shared.navigation import Room
from ui.shared.page import Page
from ui.shared.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop

ROOMS = (
    Room(name="desk", title="Desk", icon="stamp", build=DeskPage),
    Room(name="customers", title="Customers", icon="users", build=Page),
    Room(name="settings", title="Settings", icon="settings", build=Page, at_foot=True),
)


@dataclass
class Clock:
    """A clock that a test moves."""

    now: datetime = field(default=NOW)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: int) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def first() -> ShopSettings:
    """What the new store begins with; a test module may give another."""
    return ShopSettings(language="en", theme="light", name="Komorebi", legal_name="Komorebi Ltd")


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, resources: Path, clock: Clock, first: ShopSettings
) -> Iterator[Program]:
    def opened() -> Shop:
        return open_shop(tmp_path, resources, clock=clock, first=first, window=True)

    program = Program(qapp, tmp_path, resources, ROOMS, open_shop=opened, clock=clock)
    program.kit.language.choose("ja" if first.language == "ja" else "en")
    program.kit.theme.reduce_motion = True
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(lambda: program.shop is not None)
    yield program
    program.window.close()
    program.kit.language.close()


@pytest.fixture
def shop(program: Program) -> Shop:
    assert program.shop is not None
    return program.shop


@pytest.fixture
def page(program: Program) -> DeskPage:
    page = program.window.page
    assert isinstance(page, DeskPage)
    return page


@pytest.fixture
def hanako(shop: Shop) -> str:
    """Hanako Sasaki, whose number ends in 1284, with a birthday in six days."""
    return shop.customers.add(
        CustomerDraft(
            name="佐々木 花子",
            kana="ささき はなこ",
            phone="090-0000-1284",
            birthday="1990-11-27",
            member_number="0148",
            consent="yes",
        )
    )


@pytest.fixture
def kenichi(shop: Shop) -> str:
    """Somebody else whose number ends in 1284."""
    return shop.customers.add(
        CustomerDraft(name="藤井 健一", kana="ふじい けんいち", phone="080-0000-1284", birthday="1985-03-02")
    )


def keys(text: str) -> None:
    """Type into whatever has the keyboard; what no key types comes as an input method commits it."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(focused(), letter)
        else:
            commit(letter)


def compose(preedit: str) -> None:
    """An input method shows what is being composed."""
    QApplication.sendEvent(focused(), QInputMethodEvent(preedit, []))


def commit(text: str) -> None:
    """An input method puts text in."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(focused(), event)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press one key where the keyboard is."""
    QTest.keyClick(focused(), key, modifier)


def enter(times: int = 1) -> None:
    """Press Enter."""
    for _ in range(times):
        press(Qt.Key.Key_Return)


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def view(page: DeskPage) -> str:
    """What is on show below the find box."""
    return page.frame.view


def toast(page: DeskPage) -> str:
    """What the toast says."""
    shown = [one for one in page.findChildren(Toast) if one.isVisible()]
    return shown[-1].accessibleName() if shown else ""
