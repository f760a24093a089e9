"""Backups, the way back, the sample shop, and what is running, through the real window."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from retention_desktop.domain.customer import CustomerDraft
from tests.ui.by_name import by_name, texts
from ui.settings.about_section import program_version
from ui.settings.data_section import made_at
from ui.settings.page import SettingsPage
from ui.shared.banner import ConfirmStrip
from ui.shared.buttons import Button

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.app import Program


@pytest.fixture
def data(page: SettingsPage) -> SettingsPage:
    page.open_section("data")
    return page


def test_where_the_data_lies(data: SettingsPage, shop: Shop) -> None:
    assert by_name(data, "Folder of the data", QLineEdit).text() == str(shop.data)
    assert "There is no backup yet." in texts(data)
    assert "Last backup: none yet" in texts(data)


def test_back_up_now(qtbot: QtBot, data: SettingsPage, shop: Shop) -> None:
    qtbot.keyClick(by_name(data, "Back up now", Button), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any(text.startswith("Backed up and read back: shop-2026") for text in texts(data)))
    assert len(shop.backup.files()) == 1
    assert "Last backup: 21 Nov 14:32" in texts(data)
    row = next(one for one in data.findChildren(Button) if one.accessibleName() == "Restore 21 Nov 14:32")
    qtbot.waitUntil(lambda: row.isVisibleTo(data))


def test_a_restore_says_what_it_does_and_reopens_the_shop(
    qtbot: QtBot, program: Program, data: SettingsPage, shop: Shop
) -> None:  # fmt: skip
    shop.settings.change(name="Before")
    shop.backup.now()
    data.reload()
    shop.settings.change(name="After")
    row = next(one for one in data.findChildren(Button) if one.accessibleName() == "Restore 21 Nov 14:32")
    qtbot.waitUntil(lambda: row.isVisibleTo(data))
    by_name(data, "Restore 21 Nov 14:32", Button).click()
    strip = data.findChild(ConfirmStrip)
    assert strip is not None
    assert strip.text.startswith("Go back to 21 Nov 14:32? What was entered since then leaves the shop")
    next(one for one in strip.findChildren(Button) if one.promise.startswith("Restore")).click()
    qtbot.waitUntil(lambda: program.shop is not None and program.shop is not shop)
    assert program.shop is not None
    assert program.shop.settings.now.name == "Before"
    assert program.window.windowTitle() == "Retention Desktop — Before"
    page = program.window.page
    assert isinstance(page, SettingsPage)
    assert list(shop.data.glob("shop-before-restore-*.db"))
    program.shop.customers.add(CustomerDraft(name="Yamada"))


def test_a_file_that_is_no_backup_leaves_the_shop_open(
    qtbot: QtBot, program: Program, shop: Shop, tmp_path: Path
) -> None:  # fmt: skip
    shop.settings.change(name="Untouched")
    other = tmp_path / "notes.db"
    other.write_text("no backup")
    program.kit.go_to.restore(other)
    qtbot.waitUntil(lambda: program.shop is not None and program.shop is not shop)
    assert program.shop is not None
    assert program.shop.settings.now.name == "Untouched"
    assert any("is not a backup of this app" in text for text in texts(program.window))


def test_the_sample_shop_comes_and_goes(qtbot: QtBot, data: SettingsPage, shop: Shop) -> None:
    by_name(data, "Fill the sample shop", Button).click()
    qtbot.waitUntil(lambda: shop.sample_shop.count() == 60)
    qtbot.waitUntil(lambda: any(text.startswith("60 invented people") for text in texts(data)))
    qtbot.waitUntil(lambda: by_name(data, "Remove the sample shop", Button).isEnabled())
    by_name(data, "Remove the sample shop", Button).click()
    qtbot.waitUntil(lambda: shop.sample_shop.count() == 0)
    qtbot.waitUntil(lambda: by_name(data, "Fill the sample shop", Button).isEnabled())


def test_about_names_the_versions(page: SettingsPage) -> None:
    page.open_section("about")
    assert sqlite3.sqlite_version in texts(page)
    assert program_version() in texts(page)
    assert program_version()[0].isdigit()


def test_a_folder_that_a_synchronising_program_keeps_is_said(data: SettingsPage) -> None:
    warning = "A synchronising program copies this folder and may damage the data. Move it away."
    assert warning not in texts(data)


def test_times_in_names_of_backups(tmp_path: Path) -> None:
    made = made_at(tmp_path / "shop-2026-11-21-053200-000000.db")
    assert made is not None
    assert made.isoformat() == "2026-11-21T05:32:00+00:00"
    assert made_at(tmp_path / "other.db") is None
