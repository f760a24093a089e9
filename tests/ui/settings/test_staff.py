"""The staff's list in the settings, and who is at the desk at the foot of the navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.staff import Deed, Role
from retention_desktop.shop import new_uid
from retention_desktop.staff import Staff
from tests.ui.by_name import by_name, texts
from tests.ui.legibility import clipped_texts, low_contrast, nameless
from tests.ui.looks import LOOKS
from ui.shared.buttons import Button
from ui.shared.ime_edit import ImeEdit
from ui.shared.owner_pin import OwnerPin
from ui.shared.sign_in_panel import SignInPanel
from ui.shared.signed_in import PersonButton
from ui.shared.switch import Switch

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.app import Program
    from ui.settings.page import SettingsPage

OWNER, DESK = "4711", "0815"


@pytest.fixture
def shop(program: Program) -> Shop:
    """Hashes are made cheap; the window asks for the same list."""
    shop = program.shop
    assert shop is not None
    vars(shop)["staff"] = Staff(shop.db, shop._clock, new_uid, window=True, pin_memory=64)
    program.window._show_person()
    foot = program.window._navigation.foot
    assert foot is not None
    foot._staff = shop.staff
    return shop


@pytest.fixture
def people(shop: Shop) -> tuple[str, str]:
    owner = shop.staff.add("Miwa Mori", Role.OWNER, pin=OWNER).uid
    return owner, shop.staff.add("Ayumi Tanaka", Role.DESK, pin=DESK, adjust_limit=100).uid


def fill(qtbot: QtBot, page: SettingsPage, **typed: str) -> None:
    names = {"name": "Name", "pin": "PIN", "again": "PIN again", "limit": "Limit by hand", "card": "Own card"}
    for key, text in typed.items():
        field = by_name(page, names[key], QLineEdit)
        field.selectAll()
        qtbot.keyClicks(field, text)


def by_name_or_none(page: SettingsPage, name: str) -> Button | None:
    found = [one for one in page.findChildren(Button) if one.accessibleName() == name and one.isVisibleTo(page)]
    return found[0] if found else None


def press(qtbot: QtBot, page: SettingsPage, name: str) -> None:
    """Rows come on show with the next turn of the event loop."""
    qtbot.waitUntil(lambda: by_name_or_none(page, name) is not None)
    by_name(page, name, Button).click()


def foot_of(program: Program) -> PersonButton:
    return program.window._navigation.findChildren(PersonButton)[0]


def opened_panel(qtbot: QtBot, program: Program) -> SignInPanel:
    qtbot.keyClick(foot_of(program), Qt.Key.Key_Space)
    panel = program.window.findChildren(SignInPanel)[-1]
    assert panel.isVisible()
    return panel


def test_the_owner_comes_first_then_the_desk(qtbot: QtBot, program: Program, page: SettingsPage, shop: Shop) -> None:
    page.open_section("staff")
    assert not foot_of(program).isVisible()
    qtbot.waitUntil(lambda: any(text.startswith("Nobody is on the list") for text in texts(page)))
    by_name(page, "Add somebody", Button).click()
    assert "The owner first" in texts(page)
    fill(qtbot, page, name="Miwa Mori", pin="471", again="471")
    by_name(page, "Save", Button).click()
    qtbot.waitUntil(lambda: "A PIN has 4 to 12 digits. Choose another." in texts(page))
    fill(qtbot, page, pin=OWNER, again="9999")
    by_name(page, "Save", Button).click()
    assert "The two PINs differ. Type the same one twice." in texts(page)
    fill(qtbot, page, again=OWNER)
    qtbot.keyClick(by_name(page, "PIN again", QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: foot_of(program).accessibleName() == "Miwa Mori, Owner. Change who is here")
    assert foot_of(program).isVisible()
    by_name(page, "Add somebody", Button).click()
    fill(qtbot, page, name="Ayumi Tanaka", limit="50")
    by_name(page, "Save", Button).click()
    qtbot.waitUntil(lambda: "Ayumi Tanaka" in texts(page))
    assert "Desk staff · no PIN · up to 50 by hand" in texts(page)
    assert [(one.name, one.role, one.has_pin, one.adjust_limit) for one in shop.staff.members()] == [
        ("Miwa Mori", Role.OWNER, True, None), ("Ayumi Tanaka", Role.DESK, False, 50),
    ]  # fmt: skip


@pytest.mark.usefixtures("people")
def test_signing_in_by_keys_and_a_wrong_pin(qtbot: QtBot, program: Program, page: SettingsPage, shop: Shop) -> None:
    page.open_section("staff")
    qtbot.waitUntil(lambda: foot_of(program).isVisible())
    panel = opened_panel(qtbot, program)
    choice = by_name(panel, "Ayumi Tanaka, Desk staff", QPushButton)
    assert choice.isChecked()
    qtbot.keyClick(choice, Qt.Key.Key_Return)
    pin = by_name(panel, "PIN", QLineEdit)
    qtbot.keyClicks(pin, "1111")
    qtbot.keyClick(pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "That is not the PIN. Tries left: 4." in texts(panel))
    assert (pin.text(), panel.isVisible()) == ("", True)
    qtbot.keyClicks(pin, DESK)
    qtbot.keyClick(pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shop.staff.acting() == "Ayumi Tanaka")
    qtbot.waitUntil(lambda: foot_of(program).accessibleName().startswith("Ayumi Tanaka, Desk staff"))
    qtbot.waitUntil(lambda: any(text.startswith("Only the owner changes this list") for text in texts(page)))
    assert not by_name_or_none(page, "Add somebody")
    qtbot.waitUntil(lambda: by_name_or_none(page, "Change Ayumi Tanaka") is not None)
    assert not by_name_or_none(page, "Change Miwa Mori")
    assert not by_name(page, "Staff collect on their own cards", Switch).isEnabled()


@pytest.mark.usefixtures("people")
def test_signing_out_and_escape(qtbot: QtBot, program: Program, shop: Shop) -> None:
    qtbot.waitUntil(lambda: foot_of(program).isVisible())
    panel = opened_panel(qtbot, program)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not program.window.findChildren(SignInPanel))
    assert shop.staff.acting() == "Miwa Mori"
    assert program.window.focusWidget() is foot_of(program)
    by_name(opened_panel(qtbot, program), "Sign out", Button).click()
    assert shop.staff.acting() == ""
    assert foot_of(program).accessibleName() == "Sign in"
    assert not shop.staff.may(Deed.EXPORT)


def test_the_desk_changes_its_own_pin_only(
    qtbot: QtBot, program: Program, page: SettingsPage, shop: Shop, people: tuple[str, str]
) -> None:
    shop.staff.sign_in(people[1], DESK)
    page.open_section("staff")
    press(qtbot, page, "Change Ayumi Tanaka")
    assert not [one for one in page.findChildren(ImeEdit) if one.accessibleName() == "Name" and one.isVisibleTo(page)]
    fill(qtbot, page, pin="5555", again="5555")
    by_name(page, "Save", Button).click()
    qtbot.waitUntil(lambda: not program.kit.tasks.busy)
    assert shop.staff.sign_in(people[1], "5555").uid == people[1]


@pytest.mark.usefixtures("people")
def test_a_card_is_found_by_the_phone_and_a_person_leaves(qtbot: QtBot, page: SettingsPage, shop: Shop) -> None:
    card = shop.customers.add(CustomerDraft(name="Ayumi Tanaka", phone="090-1234-1284"))
    page.open_section("staff")
    press(qtbot, page, "Change Ayumi Tanaka")
    fill(qtbot, page, card="nobody", limit="ten")
    by_name(page, "Save", Button).click()
    assert "Nobody fits. Write the name or the phone number of a customer." in texts(page)
    fill(qtbot, page, card="09012341284")
    by_name(page, "Save", Button).click()
    assert "“ten” is not a limit. Write a whole number from 0." in texts(page)
    fill(qtbot, page, limit="10")
    by_name(page, "Save", Button).click()
    qtbot.waitUntil(lambda: any("own card: Ayumi Tanaka" in text for text in texts(page)))
    assert shop.staff.members()[1].card == card
    press(qtbot, page, "Take Miwa Mori off the list")
    press(qtbot, page, "Take off the list")
    assert "The last owner must stay. Make someone else an owner first." in texts(page)
    press(qtbot, page, "Take Ayumi Tanaka off the list")
    press(qtbot, page, "Take off the list")
    assert [one.name for one in shop.staff.members()] == ["Miwa Mori"]


def test_the_switch_is_kept(qtbot: QtBot, page: SettingsPage, shop: Shop) -> None:
    page.open_section("staff")
    switch = by_name(page, "Staff collect on their own cards", Switch)
    assert switch.isChecked()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert not shop.settings.now.staff_may_earn


@pytest.mark.usefixtures("people")
def test_typing_survives_the_language_but_a_pin_does_not(qtbot: QtBot, program: Program, page: SettingsPage) -> None:
    page.open_section("staff")
    by_name(page, "Add somebody", Button).click()
    fill(qtbot, page, name="Ken", pin="1234", limit="7")
    program.kit.language.choose("ja")
    qtbot.waitUntil(lambda: program.window.page is not page)
    fresh = program.window.page
    assert by_name(fresh, "名前", ImeEdit).text() == "Ken"
    assert by_name(fresh, "手での上限", QLineEdit).text() == "7"
    assert by_name(fresh, "暗証番号", QLineEdit).text() == ""
    assert foot_of(program).accessibleName().startswith("Miwa Mori、オーナー")


@pytest.mark.parametrize(("language", "theme"), LOOKS)
def test_everything_can_be_read(
    qtbot: QtBot, program: Program, shop: Shop, people: tuple[str, str], language: str, theme: str
) -> None:
    before = program.window.page
    program.kit.language.choose("ja" if language == "ja" else "en")
    if language == "ja":
        qtbot.waitUntil(lambda: program.window.page is not before)
    program.kit.theme.set_mode("dark" if theme == "dark" else "light")
    page = program.window.page
    shop.staff.edit(people[1], name="田中 あゆみ")
    page.open_section("staff")  # type: ignore[attr-defined]
    page._sections["staff"]._open_form(shop.staff.members()[1])  # type: ignore[attr-defined]
    for size in ((1280, 800), (1024, 700), (1280, 1500)):
        program.window.resize(*size)
        qtbot.waitUntil(lambda: clipped_texts(program.window) == [])
        assert nameless(program.window) == []
        if size[1] > 1000:
            assert low_contrast(page) == []
    panel = opened_panel(qtbot, program)
    assert (clipped_texts(panel), nameless(panel), low_contrast(panel)) == ([], [], [])
    assert min(one.height() for one in panel.findChildren(QPushButton) if one.isVisible()) >= 44


@pytest.mark.usefixtures("people")
def test_the_desk_restores_nothing(qtbot: QtBot, program: Program, page: SettingsPage, shop: Shop) -> None:
    backup = shop.backup.now().file
    shop.staff.sign_out()
    program.kit.go_to.restore(backup)
    qtbot.waitUntil(lambda: any(text.startswith("Only the owner may do this.") for text in texts(page)))
    assert program.shop is shop


@pytest.mark.usefixtures("people")
def test_the_owners_pin_lets_one_restore_happen(qtbot: QtBot, program: Program, page: SettingsPage, shop: Shop) -> None:
    shop.backup.now()
    shop.staff.sign_out()
    page.open_section("data")
    qtbot.waitUntil(lambda: bool(restores(page)))
    restores(page)[0].click()
    qtbot.waitUntil(lambda: len(restores(page)) > 1)
    restores(page)[-1].click()
    asked = program.window.findChildren(OwnerPin)[0]
    assert "Only the owner may do this. Sign in as the owner, or ask for the owner's PIN." in texts(asked)
    assert (clipped_texts(asked), nameless(asked), low_contrast(asked)) == ([], [], [])
    pin = by_name(asked, "The owner's PIN", QLineEdit)
    qtbot.keyClicks(pin, "1111")
    qtbot.keyClick(pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "That is not the PIN. Tries left: 4." in texts(asked))
    qtbot.waitUntil(lambda: not program.kit.tasks.busy)
    qtbot.keyClicks(pin, OWNER)
    qtbot.keyClick(pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.shop is not shop)


def test_what_is_the_shops_is_the_owners_to_change(
    qtbot: QtBot, program: Program, page: SettingsPage, shop: Shop, people: tuple[str, str]
) -> None:
    shop.staff.sign_in(people[1], DESK)
    page.open_section("shop")
    page.reload()
    assert "Only an owner may change this" in texts(page)
    field = by_name(page, "Shop name", ImeEdit)
    field.setText("Nami")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    asked = program.window.findChildren(OwnerPin)[-1]
    assert shop.settings.now.name != "Nami"
    pin = by_name(asked, "The owner's PIN", QLineEdit)
    qtbot.keyClicks(pin, OWNER)
    qtbot.keyClick(pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shop.settings.now.name == "Nami")


def restores(page: SettingsPage) -> list[Button]:
    return [
        one for one in page.findChildren(Button)
        if one.accessibleName().startswith("Restore ") and one.isVisibleTo(page) and "file" not in one.accessibleName()
    ]  # fmt: skip
