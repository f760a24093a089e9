"""The real window over a real store, at its loyalty page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retention_desktop.settings import ShopSettings
from retention_desktop.shop import open_shop
from tests.ui.conftest import NOW
from ui.app import Program
from ui.loyalty.page import LoyaltyPage
from ui.shared.navigation import Room
from ui.shared.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication, tmp_path: Path, resources: Path) -> Iterator[Callable[..., Program]]:
    """Opens a program in a currency and goes to the page."""
    begun: list[Program] = []

    def make(currency: str = "JPY") -> Program:
        def opened() -> Shop:
            first = ShopSettings(language="en", theme="light", name="Komorebi", currency=currency)
            return open_shop(tmp_path, resources, clock=lambda: NOW, first=first, window=True)

        rooms = (
            Room(name="desk", title="Desk", icon="stamp", build=Page),
            Room(name="customers", title="Customers", icon="users", build=Page),
            Room(name="loyalty", title="Loyalty", icon="gift", build=LoyaltyPage),
        )
        program = Program(qapp, tmp_path, resources, rooms, open_shop=opened, clock=lambda: NOW)
        begun.append(program)
        program.kit.language.choose("en")
        program.kit.theme.reduce_motion = True
        qtbot.addWidget(program.window)
        program.start()
        qtbot.waitUntil(lambda: program.shop is not None)
        program.window.open_room("loyalty")
        qtbot.waitUntil(lambda: not program.kit.tasks.busy)
        return program

    yield make
    for program in begun:
        program.window.close()
        program.kit.language.close()


@pytest.fixture
def program(begin: Callable[..., Program]) -> Program:
    return begin()


@pytest.fixture
def page(program: Program) -> LoyaltyPage:
    page = program.window.page
    assert isinstance(page, LoyaltyPage)
    return page


@pytest.fixture
def shop(program: Program) -> Shop:
    assert program.shop is not None
    return program.shop
