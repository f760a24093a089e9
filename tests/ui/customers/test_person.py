"""One person's pane: details, contacts, tags, consent, timeline, delete."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QPushButton

from retention_desktop.domain.customer import CustomerDraft
from tests.ui.by_name import by_name, texts
from tests.ui.customers.conftest import OFFSCREEN_MENUS, choose_action, press, shown_names, turn, type_into
from ui.customers.timeline import TimelineRow
from ui.customers.wording_field import WordingField
from ui.shared.banner import Banner
from ui.shared.buttons import Button, IconButton
from ui.shared.check_box import CheckBox
from ui.shared.chips import FilterChip
from ui.shared.choice_field import ChoiceField
from ui.shared.ime_edit import ImeEdit
from ui.shared.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from retention_desktop.customers import CustomerDetail
    from retention_desktop.shop import Shop
    from ui.customers.page import CustomersPage

pytestmark = OFFSCREEN_MENUS
TANAKA = "田中 一郎"


@pytest.fixture
def tanaka(page: CustomersPage, people: dict[str, str]) -> str:
    page.open_customer(people[TANAKA])
    turn()
    return people[TANAKA]


def _tab(page: CustomersPage, name: str) -> None:
    press(by_name(page, name, QAbstractButton))


def _detail(shop: Shop, uid: str) -> CustomerDetail:
    return shop.customers.detail(uid)


def _take_back(page: CustomersPage) -> None:
    toast = next(toast for toast in page.findChildren(Toast) if toast.isVisible())
    press(by_name(toast, "Undo", QPushButton))


def _rename(page: CustomersPage, name: str, text: str) -> ImeEdit:
    field = by_name(page, name, ImeEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    return field


def test_the_pane_tells_who_it_is(page: CustomersPage, tanaka: str) -> None:
    assert tanaka == page.browse.pane.person.uid
    said = texts(page.browse.pane)
    assert TANAKA in said
    assert "¥8,800" in said
    assert "Regular" in said or "New" in said


def test_every_field_can_be_changed_and_taken_back(page: CustomersPage, shop: Shop, tanaka: str) -> None:
    _tab(page, "Details")
    _rename(page, "Name", "Tanaka Jiro")
    _rename(page, "Kana", "tanaka jirou")
    _rename(page, "Birthday", "1990-04-23")
    _rename(page, "Member no.", "0777")
    _rename(page, "Postcode", "168-0001")
    _rename(page, "Address", "Suginami 1-2-3")
    by_name(page, "Pinned note", QPlainTextEdit).setPlainText("parks behind")
    by_name(page, "Notes", QPlainTextEdit).setPlainText("likes it short")
    for name, words in (
        ("Sex", "Male"),
        ("Person or organisation", "Organisation"),
        ("Language", "English"),
        ("Preferred way to reach them", "Phone call"),
    ):
        choice = by_name(page, name, ChoiceField)
        choice.setCurrentText(words)
        choice.activated.emit(choice.currentIndex())
    press(by_name(page, "Save", Button))
    customer = _detail(shop, tanaka).customer
    assert (customer.display_name, customer.kana, customer.member_number) == ("Tanaka Jiro", "tanaka jirou", "0777")
    assert (customer.birth_year, customer.birth_month, customer.birth_day) == (1990, 4, 23)
    assert (customer.sex, customer.kind, customer.language, customer.channel) == ("male", "organisation", "en", "phone")
    assert (customer.pinned_note, customer.notes) == ("parks behind", "likes it short")
    assert customer.address == "Suginami 1-2-3"
    assert not any(button.isVisible() for button in page.findChildren(Button) if button.promise == "Save")
    _take_back(page)
    assert _detail(shop, tanaka).customer.display_name == TANAKA


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(
    page: CustomersPage, shop: Shop, tanaka: str
) -> None:
    _tab(page, "Details")
    _rename(page, "Kana", "tanaka")
    field = _rename(page, "Birthday", "13/45")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "“13/45” is not a day. Write it like 1990-04-23 or 4/23." in texts(page)
    assert field.hasFocus()
    assert by_name(page, "Kana", ImeEdit).text() == "tanaka"
    assert _detail(shop, tanaka).customer.kana == "たなか いちろう"
    _rename(page, "Birthday", "4/23")
    assert not any("is not a day" in text for text in texts(page))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert _detail(shop, tanaka).customer.birth_month == 4


def test_a_person_without_a_number_must_keep_the_name(page: CustomersPage, people: dict[str, str]) -> None:
    page.open_customer(people["名無 番号"])
    _tab(page, "Details")
    field = by_name(page, "Name", ImeEdit)
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "Write a name or a phone number." in texts(page)


def test_what_was_typed_waits_while_another_person_is_looked_at(
    page: CustomersPage, tanaka: str, people: dict[str, str]
) -> None:
    _tab(page, "Details")
    _rename(page, "Kana", "half typed")
    page.open_customer(people["阿部 誠"])
    assert by_name(page, "Kana", ImeEdit).text() == "あべ まこと"
    page.open_customer(tanaka)
    assert by_name(page, "Kana", ImeEdit).text() == "half typed"
    assert "Not saved" in texts(page)
    press(by_name(page, "Discard", Button))
    assert by_name(page, "Kana", ImeEdit).text() == "たなか いちろう"


def test_what_was_typed_outlives_a_change_of_language(
    page: CustomersPage, open_page: Callable[..., CustomersPage], tanaka: str
) -> None:
    assert tanaka
    _tab(page, "Details")
    _rename(page, "Kana", "half typed")
    kept = page.keep()
    page.kit.language.choose("ja")
    again = open_page()
    again.restore(kept)
    assert by_name(again, "かな", ImeEdit).text() == "half typed"


def test_a_change_by_another_hand_leaves_what_is_being_typed(
    page: CustomersPage, shop: Shop, tanaka: str, qtbot: QtBot
) -> None:
    _tab(page, "Details")
    _rename(page, "Kana", "half typed")
    shop.customers.edit(tanaka, notes="from the desk")
    qtbot.waitUntil(lambda: by_name(page, "Notes", QPlainTextEdit).toPlainText() == "from the desk")
    assert by_name(page, "Kana", ImeEdit).text() == "half typed"


def test_numbers_are_corrected_added_and_removed(page: CustomersPage, shop: Shop, tanaka: str) -> None:
    _tab(page, "Details")
    field = _rename(page, "Mobile", "080-0000-")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert any("is not a phone number" in text for text in texts(page))
    field = _rename(page, "Mobile", "080-7777-1111")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [point.address for point in _detail(shop, tanaka).contacts] == ["+818077771111"]
    press(by_name(page, "Add a number", Button))
    field = by_name(page, "Phone", ImeEdit)
    type_into(field, "03-3333-4444")
    QTest.keyClick(field, Qt.Key.Key_Return)
    press(by_name(page, "Add an e-mail address", Button))
    field = by_name(page, "E-mail", ImeEdit)
    type_into(field, "tanaka@example.com")
    press(by_name(page, "Save: E-mail", IconButton))
    contacts = _detail(shop, tanaka).contacts
    assert [point.address for point in contacts] == ["+818077771111", "+81333334444", "tanaka@example.com"]
    assert "Takes no SMS" in texts(page)
    press(by_name(page, "Remove: Phone", IconButton))
    assert len(_detail(shop, tanaka).contacts) == 2
    _take_back(page)
    assert len(_detail(shop, tanaka).contacts) == 3


def test_tags_are_given_and_taken(page: CustomersPage, shop: Shop, tanaka: str, qtbot: QtBot) -> None:
    press(by_name(page, "Add a tag", FilterChip))
    field = by_name(page, "New tag", ImeEdit)
    type_into(field, "VIP")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert _detail(shop, tanaka).tags == ("VIP",)
    chips = page.browse.pane.findChildren
    qtbot.waitUntil(lambda: any(chip.text() == "VIP" and chip.isVisible() for chip in chips(FilterChip)))
    chip = by_name(page.browse.pane, "VIP", FilterChip)
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert _detail(shop, tanaka).tags == ()
    _take_back(page)
    assert _detail(shop, tanaka).tags == ("VIP",)


def test_consent_is_noted_withdrawn_and_stopped(page: CustomersPage, shop: Shop, tanaka: str, qtbot: QtBot) -> None:
    assert "Not asked about offers yet" in texts(page)
    press(by_name(page, "Note consent …", Button))
    field = by_name(page, "The words they agreed to", WordingField)
    assert "美容室こもれび" in field.text()
    press(by_name(page, "Note consent", Button))
    event = _detail(shop, tanaka).consents[0]
    assert (event.given, event.source) == (True, "desk")
    assert "美容室こもれび" in event.wording
    assert "Agreed to offers by SMS" in texts(page)
    assert any(text.startswith("21 Nov") and "at the desk" in text for text in texts(page))
    _tab(page, "Consent")
    assert any("美容室こもれび" in text for text in texts(page.browse.pane))
    press(by_name(page, "More about consent", IconButton))
    choose_action(page, "Withdraw consent")
    assert "No longer agrees to offers" in texts(page)
    press(by_name(page, "More about consent", IconButton))
    choose_action(page, "Opt out of all messages")
    qtbot.waitUntil(lambda: "Opted out: no message leaves" in texts(page))
    assert _detail(shop, tanaka).contacts[0].suppressed
    _take_back(page)
    assert not _detail(shop, tanaka).contacts[0].suppressed


def test_a_person_without_a_mobile_number_cannot_be_asked(page: CustomersPage, people: dict[str, str]) -> None:
    page.open_customer(people["名無 番号"])
    assert "No number that takes SMS" in texts(page)


def test_the_timeline_takes_a_change_back(page: CustomersPage, shop: Shop, tanaka: str, qtbot: QtBot) -> None:
    shop.customers.edit(tanaka, notes="one")
    qtbot.waitUntil(lambda: "Changed: Notes" in texts(page))
    press(by_name(page, "Undo: Changed: Notes", Button))
    assert _detail(shop, tanaka).customer.notes == ""
    qtbot.waitUntil(lambda: "A change was taken back" in texts(page))
    with pytest.raises(AssertionError):
        by_name(page, "Undo: Changed: Notes", Button)


def test_the_timeline_takes_a_visit_back(page: CustomersPage, shop: Shop, tanaka: str) -> None:
    assert _detail(shop, tanaka).customer.visit_count == 2
    press(by_name(page, "Undo: Visit · ¥5,500", Button))
    assert _detail(shop, tanaka).customer.visit_count == 1


def test_an_undo_that_is_not_possible_any_more_is_said(
    page: CustomersPage, shop: Shop, tanaka: str, qtbot: QtBot
) -> None:
    shop.customers.edit(tanaka, notes="one")
    qtbot.waitUntil(lambda: "Changed: Notes" in texts(page))
    button = by_name(page, "Undo: Changed: Notes", Button)
    shop.history.undo()
    press(button)
    assert any(banner.text == "This has already been undone." for banner in page.findChildren(Banner))


def test_earlier_entries_come_on_demand(page: CustomersPage, shop: Shop, tanaka: str) -> None:
    for number in range(30):
        shop.customers.edit(tanaka, notes=f"note {number}")
    page.reload()
    turn()
    rows = [row for row in page.findChildren(TimelineRow) if row.isVisible()]
    assert len(rows) == 20
    press(by_name(page, "Show earlier", Button))
    assert len([row for row in page.findChildren(TimelineRow) if row.isVisible()]) == 33


def test_deleting_asks_nothing_and_can_be_taken_back(page: CustomersPage, shop: Shop, tanaka: str) -> None:
    press(by_name(page, "More for this person", IconButton))
    choose_action(page, "Delete this customer")
    assert TANAKA not in shown_names(page)
    assert "Choose a customer" in texts(page)
    _take_back(page)
    page.reload()
    assert TANAKA in shown_names(page)
    assert _detail(shop, tanaka).contacts[0].address == "+818012345678"


def test_a_new_customer_with_consent(page: CustomersPage, shop: Shop) -> None:
    press(by_name(page, "Add", Button))
    type_into(by_name(page, "Name", ImeEdit), "Mori Ken")
    type_into(by_name(page, "Phone", ImeEdit), "12")
    press(by_name(page, "Agreed to offers by SMS", CheckBox))
    field = by_name(page, "Phone", ImeEdit)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert any("is not a phone number" in text for text in texts(page))
    field.clear()
    type_into(field, "09055556666")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "Mori Ken" in shown_names(page)
    uid = shop.customers.resolve("09055556666")
    assert _detail(shop, uid).consents[0].given
    assert page.browse.pane.person.uid == uid


def test_a_form_left_halfway_is_still_there(page: CustomersPage) -> None:
    press(by_name(page, "Add", Button))
    type_into(by_name(page, "Name", ImeEdit), "Half a name")
    assert page.go_back()
    press(by_name(page, "Add", Button))
    assert by_name(page, "Name", ImeEdit).text() == "Half a name"


def test_under_1160_the_pane_lies_over_the_list(
    open_page: Callable[..., CustomersPage], people: dict[str, str], qtbot: QtBot
) -> None:
    page = open_page(960, 700)
    pane = page.browse.pane
    assert not pane.isVisible()
    page.open_customer(people[TANAKA])
    assert pane.isVisible()
    assert page.browse.list.width() == page.width()
    assert pane.geometry().right() == page.browse.width() - 1
    press(by_name(page, "Close", IconButton))
    assert not pane.isVisible()
    page.open_customer(people[TANAKA])
    assert page.go_back()
    assert not pane.isVisible()
    page.window().resize(1200, 700)
    qtbot.waitUntil(pane.isVisible)


def test_the_desk_is_one_step_away(page: CustomersPage, tanaka: str) -> None:
    wanted: list[tuple[str, str]] = []
    page.kit.go_to.customer_wanted.connect(lambda room, uid: wanted.append((room, uid)))
    press(by_name(page, "More for this person", IconButton))
    choose_action(page, "Open at the desk")
    assert wanted == [("desk", tanaka)]


def test_a_customer_of_whom_only_the_kana_is_known(page: CustomersPage, shop: Shop) -> None:
    uid = shop.customers.add(CustomerDraft(kana="やまだ", phone="09011112222"))
    page.open_customer(uid)
    assert "やまだ" in texts(page.browse.pane)


@pytest.fixture
def held_store(shop: Shop) -> Iterator[Callable[[], None]]:
    """Somebody else is writing, until the fixture is called."""
    holding, release = Event(), Event()

    def hold() -> None:
        with shop.db.write():
            holding.set()
            release.wait(30)

    thread = Thread(target=hold)
    thread.start()
    assert holding.wait(10)
    yield release.set
    release.set()
    thread.join(10)


def test_a_change_waits_in_the_background_while_the_store_is_busy(
    page: CustomersPage, shop: Shop, tanaka: str, held_store: Callable[[], None], qtbot: QtBot
) -> None:
    _tab(page, "Details")
    field = _rename(page, "Kana", "waits")
    QTest.keyClick(field, Qt.Key.Key_Return)
    toast = next(toast for toast in page.findChildren(Toast) if toast.isVisible())
    assert toast.accessibleName() == "Saving as soon as the store is free …"
    assert _detail(shop, tanaka).customer.kana == "たなか いちろう"
    held_store()
    qtbot.waitUntil(lambda: _detail(shop, tanaka).customer.kana == "waits")
    qtbot.waitUntil(lambda: "Not saved" not in texts(page))


def test_an_undo_waits_too(
    page: CustomersPage, shop: Shop, tanaka: str, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    shop.customers.edit(tanaka, notes="one")
    qtbot.waitUntil(lambda: "Changed: Notes" in texts(page))
    release: Callable[[], None] = request.getfixturevalue("held_store")
    press(by_name(page, "Undo: Changed: Notes", Button))
    assert _detail(shop, tanaka).customer.notes == "one"
    release()
    qtbot.waitUntil(lambda: _detail(shop, tanaka).customer.notes == "")
