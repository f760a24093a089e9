"""The real window over a real store, at its settings."""

from __future__ import annotations

from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring

from retention_desktop.settings import ShopSettings
from retention_desktop.shop import open_shop
from tests.ui.conftest import NOW
from ui.app import Program
from ui.settings.page import SettingsPage
from ui.shared.navigation import Room
from ui.shared.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop


class MemoryKeyring(KeyringBackend):
    """A key store that works."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def moving_clock() -> Callable[[], datetime]:
    """Begins at NOW and runs: what waits for an answer must see time pass."""
    start = monotonic()
    return lambda: NOW + timedelta(seconds=monotonic() - start)


@pytest.fixture
def key_store() -> Iterator[MemoryKeyring]:
    store = MemoryKeyring()
    before = keyring.get_keyring()
    keyring.set_keyring(store)
    yield store
    keyring.set_keyring(before)


@pytest.fixture
def no_key_store() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    yield
    keyring.set_keyring(before)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, resources: Path) -> Iterator[Program]:
    def opened() -> Shop:
        first = ShopSettings(language="en", theme="light", name="Komorebi", legal_name="Komorebi Ltd")
        return open_shop(tmp_path, resources, clock=moving_clock(), first=first, window=True)

    rooms = (
        Room(name="desk", title="Desk", icon="stamp", build=Page),
        Room(name="settings", title="Settings", icon="settings", build=SettingsPage, at_foot=True),
    )
    program = Program(qapp, tmp_path, resources, rooms, open_shop=opened, clock=lambda: NOW)
    program.kit.language.choose("en")
    program.kit.theme.reduce_motion = True
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(lambda: program.shop is not None)
    program.window.open_room("settings")
    yield program
    program.window.close()
    program.kit.language.close()


@pytest.fixture
def page(program: Program) -> SettingsPage:
    page = program.window.page
    assert isinstance(page, SettingsPage)
    return page


@pytest.fixture
def shop(program: Program) -> Shop:
    assert program.shop is not None
    return program.shop
