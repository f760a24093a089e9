"""Shop, language and look through the real page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.ui.by_name import by_name, texts
from ui.settings.hours import read_hours, read_time
from ui.settings.index import IndexButton
from ui.settings.page import SettingsPage
from ui.shared.choice_field import ChoiceField
from ui.shared.ime_edit import ImeEdit
from ui.shared.switch import Switch

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.app import Program


def retype(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    """What a person does: into the field, all of it away, the new text, Enter."""
    field.setFocus()
    field.selectAll()
    if text.isascii():
        qtbot.keyClicks(field, text)
    else:
        field.insert(text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_name_is_kept_when_the_field_is_left(qtbot: QtBot, page: SettingsPage, shop: Shop) -> None:
    field = by_name(page, "Shop name", ImeEdit)
    assert field.text() == "Komorebi"
    field.selectAll()
    qtbot.keyClicks(field, " Hair Komorebi ")
    assert shop.settings.now.name == "Komorebi"
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert shop.settings.now.name == "Hair Komorebi"
    assert field.text() == "Hair Komorebi"
    assert "Saved 14:32" in texts(page)


def test_the_window_is_called_after_the_shop(qtbot: QtBot, program: Program, page: SettingsPage) -> None:
    retype(qtbot, by_name(page, "Shop name", ImeEdit), "Nami")
    qtbot.waitUntil(lambda: program.window.windowTitle() == "Retention Desktop — Nami")


def test_a_wrong_zone_is_said_beside_it_and_stays_typed(qtbot: QtBot, page: SettingsPage, shop: Shop) -> None:
    zone = by_name(page, "Time zone", QLineEdit)
    retype(qtbot, zone, "Asia/Tokio")
    assert "No such time zone. Write one like Asia/Tokyo." in texts(page)
    assert zone.accessibleDescription() == "No such time zone. Write one like Asia/Tokyo."
    assert zone.text() == "Asia/Tokio"
    assert shop.settings.now.zone == "Asia/Tokyo"
    retype(qtbot, zone, "europe/berlin")
    assert shop.settings.now.zone == "Europe/Berlin"
    assert "No such time zone. Write one like Asia/Tokyo." not in texts(page)


def test_currency_and_region_are_chosen(qtbot: QtBot, page: SettingsPage, shop: Shop) -> None:
    currency = by_name(page, "Currency", ChoiceField)
    region = by_name(page, "Country or region", ChoiceField)
    assert (currency.currentText(), region.currentText()) == ("JPY – yen", "Japan")
    qtbot.keyClicks(currency, "EUR")
    qtbot.keyClicks(region, "Ger")
    assert (shop.settings.now.currency, shop.settings.now.region) == ("EUR", "DE")


def test_a_day_is_opened_and_its_hours_are_typed_as_people_do(qtbot: QtBot, page: SettingsPage, shop: Shop) -> None:
    qtbot.keyClick(by_name(page, "Tuesday open", Switch), Qt.Key.Key_Space)
    assert shop.settings.now.opening_hours[1] == "10:00-19:00"
    retype(qtbot, by_name(page, "Tuesday from", QLineEdit), "930")
    retype(qtbot, by_name(page, "Tuesday to", QLineEdit), "２０時")
    assert shop.settings.now.opening_hours[1] == "09:30-20:00"
    retype(qtbot, by_name(page, "Tuesday to", QLineEdit), "25:00")
    assert "Write two times like 10:00 and 19:00." in texts(page)
    assert shop.settings.now.opening_hours[1] == "09:30-20:00"
    qtbot.keyClick(by_name(page, "Wednesday open", Switch), Qt.Key.Key_Space)
    assert shop.settings.now.opening_hours[2] == "09:30-20:00"
    qtbot.keyClick(by_name(page, "Tuesday open", Switch), Qt.Key.Key_Space)
    assert shop.settings.now.opening_hours[:3] == ("", "", "09:30-20:00")


def test_the_same_hours_every_day(qtbot: QtBot, page: SettingsPage, shop: Shop) -> None:
    for day in ("Monday", "Friday"):
        qtbot.keyClick(by_name(page, f"{day} open", Switch), Qt.Key.Key_Space)
    retype(qtbot, by_name(page, "Monday to", QLineEdit), "18:00")
    by_name(page, "Same hours on every open day", QPushButton).click()
    assert [hours for hours in shop.settings.now.opening_hours if hours] == ["10:00-18:00"] * 2


@pytest.mark.parametrize(
    ("typed", "time"),
    [("10", "10:00"), ("1030", "10:30"), ("9:05", "09:05"), ("１０：３０", "10:30"), ("10時30分", "10:30"),
     ("24:00", "24:00"), ("24:30", ""), ("25", ""), ("10:60", ""), ("noon", ""), ("", "")],
)  # fmt: skip
def test_times(typed: str, time: str) -> None:
    assert read_time(typed) == time


def test_hours_may_run_past_midnight_but_not_be_empty() -> None:
    assert read_hours("18", "2") == "18:00-02:00"
    assert read_hours("10", "24") == "10:00-24:00"
    assert read_hours("10", "10:00") == ""
    assert read_hours("24:00", "10") == ""


def test_the_language_switches_live_and_nothing_typed_is_lost(qtbot: QtBot, program: Program, shop: Shop) -> None:
    page = program.window.page
    zone = by_name(page, "Time zone", QLineEdit)
    qtbot.keyClicks(zone, "?")
    qtbot.keyClick(by_name(page, "Language and look", IndexButton), Qt.Key.Key_Return)
    by_name(page, "日本語", QPushButton).click()
    qtbot.waitUntil(lambda: program.window.page is not page)
    page = program.window.page
    assert isinstance(page, SettingsPage)
    assert page.section == "look"
    assert "すぐに切り替わります" in texts(page)
    assert shop.settings.now.language == "ja"
    by_name(page, "お店", IndexButton).click()
    zone = by_name(page, "時間帯", QLineEdit)
    assert zone.text() == "Asia/Tokyo?"
    assert "その時間帯はありません。Asia/Tokyo のように入れてください。" in texts(page)


def test_the_theme_switches_live(qtbot: QtBot, program: Program, page: SettingsPage, shop: Shop) -> None:
    page.open_section("look")
    light = page.grab().toImage().pixelColor(page.width() - 5, 40)
    by_name(page, "Dark", QPushButton).click()
    assert program.kit.theme.dark
    assert shop.settings.now.theme == "dark"
    assert page.grab().toImage().pixelColor(page.width() - 5, 40).lightness() < light.lightness() / 2
    qtbot.keyClick(by_name(page, "Dark", QPushButton), Qt.Key.Key_Left)
    assert shop.settings.now.theme == "light"


def test_a_setting_made_elsewhere_is_shown(qtbot: QtBot, page: SettingsPage, shop: Shop) -> None:
    shop.settings.change(name="Elsewhere")
    qtbot.waitUntil(lambda: by_name(page, "Shop name", ImeEdit).text() == "Elsewhere")
