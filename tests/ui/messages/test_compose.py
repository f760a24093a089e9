"""Writing a message through the real page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from tests.ui.by_name import by_name, texts
from ui.messages.editor import MessageEditor
from ui.messages.meter_card import Cell
from ui.messages.page import MessagesPage
from ui.messages.templates import TemplateButton
from ui.shared.banner import Banner
from ui.shared.bar import PartBar
from ui.shared.buttons import Button, IconButton
from ui.shared.chips import FilterChip
from ui.shared.ime_edit import ImeEdit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.app import Program


def editor(page: MessagesPage) -> MessageEditor:
    return by_name(page, "Text of the message", MessageEditor)


def primary(page: MessagesPage) -> str:
    """What the send button says."""
    return page.compose.bar.send.promise


def take(qtbot: QtBot, page: MessagesPage, name: str) -> None:
    qtbot.waitUntil(
        lambda: any(one.text() == name and one.isVisibleTo(page) for one in page.findChildren(TemplateButton))
    )
    qtbot.keyClick(by_name(page, name, TemplateButton), Qt.Key.Key_Return)


def press(page: MessagesPage, words: str) -> None:
    """Press the newest button of these words: an older one may be on its way out."""
    [one for one in page.findChildren(Button) if one.promise == words][-1].click()


def cells(page: MessagesPage) -> list[str]:
    """The meter's figures."""
    return [cell.value for cell in page.compose.meter.findChildren(Cell)]


def said(page: MessagesPage) -> str:
    """What banners say."""
    return " ".join(one.text for one in page.findChildren(Banner) if one.isVisibleTo(page))


def test_seven_texts_of_five_purposes_stand_ready(page: MessagesPage) -> None:
    names = [button.text() for button in page.findChildren(TemplateButton)]
    assert names[:3] == ["Thank you for your visit", "The day before a booking", "Ready to collect"]
    assert len(names) == 7
    assert {"After a visit", "Notices", "Come back", "Celebrate", "Seasonal"} <= set(texts(page))


def test_a_template_fills_the_page(qtbot: QtBot, page: MessagesPage) -> None:
    assert primary(page) == "Write a text first"
    take(qtbot, page, "News of the season")
    assert editor(page).source().startswith("[shop]: Hi [given], the new season")
    assert editor(page).toPlainText().count("\ufffc") == 3
    qtbot.waitUntil(lambda: primary(page) == "Send to 12 people (24 parts)")
    assert "Says who writes" in texts(page)
    assert "Says how to stop" in texts(page)
    assert by_name(page, "Text as it arrives", QLabel).text().startswith("Komorebi: Hi P01, the new season")
    assert "Practice outbox: nothing leaves this PC" in texts(page)


def test_the_purpose_is_a_required_choice(qtbot: QtBot, page: MessagesPage) -> None:
    qtbot.keyClick(by_name(page, "Write your own", Button), Qt.Key.Key_Space)
    qtbot.keyClicks(editor(page), "We are open on Sunday")
    assert primary(page) == "Choose offer or service first"
    assert not page.compose.bar.send.isEnabled()
    assert not by_name(page, "Offer", QPushButton).isChecked()
    by_name(page, "Service message", QPushButton).click()
    qtbot.waitUntil(lambda: primary(page) == "Send to 12 people (12 parts)")
    assert editor(page).source() == "We are open on Sunday"


def test_an_offer_gets_sender_and_opt_out_line_and_can_lose_neither(qtbot: QtBot, page: MessagesPage) -> None:
    qtbot.keyClicks(editor(page), "Ten percent off")
    by_name(page, "Offer", QPushButton).click()
    assert editor(page).source() == "[shop]: Ten percent off\nReply STOP to opt out"
    qtbot.waitUntil(lambda: primary(page) == "Send to 12 people (12 parts)")
    editor(page).set_source("Ten percent off")
    assert primary(page) == "Add the shop's name first"
    press(page, "Add the shop's name")
    assert primary(page) == "Add the opt-out line first"
    press(page, "Add the opt-out line")
    assert editor(page).source() == "[shop]: Ten percent off\nReply STOP to opt out"


def test_a_shop_without_a_name_is_sent_to_the_settings(qtbot: QtBot, page: MessagesPage, shop: Shop) -> None:
    take(qtbot, page, "News of the season")
    shop.settings.change(name="")
    qtbot.waitUntil(lambda: primary(page) == "Add the shop's name first")
    with qtbot.waitSignal(page.kit.go_to.room_wanted) as wanted:
        next(one for one in page.findChildren(Button) if one.promise == "Name the shop in the settings").click()
    assert wanted.args == ["settings"]


def test_an_unknown_placeholder_stops_sending(qtbot: QtBot, page: MessagesPage) -> None:
    take(qtbot, page, "Thank you for your visit")
    editor(page).moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor(page), " [shoe size]")
    assert primary(page) == "Mend “shoe size” first"
    assert len(editor(page).extraSelections()) == 1


def test_chips_are_inserted_typed_deleted_and_undone(qtbot: QtBot, page: MessagesPage) -> None:
    text = editor(page)
    qtbot.keyClicks(text, "Hi ")
    by_name(page, "Insert First name", Button).click()
    qtbot.keyClicks(text, ", you have [points] points")
    assert text.source() == "Hi [given], you have [points] points"
    assert text.toPlainText().count("\ufffc") == 2
    assert text.accessibleDescription() == text.source()
    text.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(4):
        qtbot.keyClick(text, Qt.Key.Key_Right)
    qtbot.keyClick(text, Qt.Key.Key_Backspace)
    assert text.source() == "Hi , you have [points] points"
    qtbot.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text.source() == "Hi [given], you have [points] points"


def test_copies_carry_brackets_and_pasted_brackets_become_chips(qtbot: QtBot, page: MessagesPage) -> None:
    text = editor(page)
    text.set_source("😀 [given]様、[points]点\n二行目[nobody]")
    text.selectAll()
    text.copy()
    assert QApplication.clipboard().text() == "😀 [given]様、[points]点\n二行目[nobody]"
    mime = QMimeData()
    mime.setHtml("<b>[last visit]</b>")
    mime.setText("[last visit] ok")
    text.insertFromMimeData(mime)
    assert text.source() == "[last visit] ok"
    assert text.toPlainText().startswith("\ufffc")
    qtbot.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text.source() == "😀 [given]様、[points]点\n二行目[nobody]"
    text.selectAll()
    assert not text.grab().isNull()


def test_a_template_can_be_taken_back_by_undo(qtbot: QtBot, page: MessagesPage) -> None:
    qtbot.keyClicks(editor(page), "My own words")
    take(qtbot, page, "Happy birthday")
    assert "birthday" in editor(page).source()
    qtbot.keyClick(editor(page), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor(page).source() == "My own words"


def test_no_shortcut_fires_while_composing(qtbot: QtBot, page: MessagesPage, shop: Shop) -> None:
    take(qtbot, page, "Thank you for your visit")
    qtbot.waitUntil(page.compose.bar.send.isEnabled)
    QApplication.sendEvent(editor(page), QInputMethodEvent("かん", []))
    qtbot.keyClick(editor(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shop.campaigns.campaigns() == ()
    commit = QInputMethodEvent("", [])
    commit.setCommitString("感謝")
    QApplication.sendEvent(editor(page), commit)
    assert "感謝" in editor(page).source()


def test_the_audience_is_everyone_or_a_tag(qtbot: QtBot, page: MessagesPage, shop: Shop) -> None:
    take(qtbot, page, "News of the season")
    qtbot.waitUntil(lambda: "12 people will get it" in texts(page))
    assert "of 15" in texts(page)
    by_name(page, "VIP 5", FilterChip).click()
    qtbot.waitUntil(lambda: "5 people will get it" in texts(page))
    assert primary(page) == "Send to 5 people (10 parts)"
    shop.customers.tag([shop.customers.resolve("09012340006")], "VIP")
    qtbot.waitUntil(lambda: "6 people will get it" in texts(page))


def test_who_is_left_out_and_why(qtbot: QtBot, page: MessagesPage) -> None:
    take(qtbot, page, "News of the season")
    qtbot.waitUntil(lambda: "3 left out" in texts(page))
    for reason in ("Opted out 1", "No number 1", "No consent 1"):
        assert by_name(page, reason, FilterChip).isEnabled()
    by_name(page, "Opted out 1", FilterChip).click()
    qtbot.waitUntil(lambda: "They said stop." in texts(page))
    by_name(page, "No consent 1", FilterChip).click()
    explained = "They never agreed and never came: writing to them is not allowed."
    qtbot.waitUntil(lambda: explained in texts(page))
    by_name(page, "No consent 1", FilterChip).click()
    assert explained not in texts(page)
    by_name(page, "Opted out 1", FilterChip).click()
    with qtbot.waitSignal(page.kit.go_to.customer_wanted) as wanted:
        press(page, "Stop Ped")
    assert wanted.args is not None
    assert wanted.args[0] == "customers"


def test_an_empty_audience_is_said(qtbot: QtBot, page: MessagesPage, shop: Shop) -> None:
    take(qtbot, page, "Thank you for your visit")
    shop.customers.tag([shop.customers.resolve("09011112222")], "Gone")
    qtbot.waitUntil(lambda: any(one.text() == "Gone" for one in page.findChildren(FilterChip)))
    next(one for one in page.findChildren(FilterChip) if one.text() == "Gone").click()
    qtbot.waitUntil(lambda: primary(page) == "No one would get it")


def test_the_meter_counts_and_says_what_made_it_unicode(qtbot: QtBot, page: MessagesPage) -> None:
    by_name(page, "Service message", QPushButton).click()
    editor(page).set_source("x" * 160)
    qtbot.waitUntil(lambda: cells(page) == ["160", "Plain", "12", "1"])
    editor(page).set_source("x" * 161)
    qtbot.waitUntil(lambda: cells(page) == ["161", "Plain", "24", "2"])
    assert by_name(page, "People by parts", PartBar).accessibleDescription() == "2 parts 12 people"
    editor(page).set_source("it’s")
    qtbot.waitUntil(lambda: cells(page) == ["4", "Unicode", "12", "1"])
    qtbot.waitUntil(lambda: "Unicode because of ’" in texts(page))
    editor(page).set_source("[given]" + "x" * 157)
    qtbot.waitUntil(lambda: cells(page) == ["160", "Plain", "12", "1"])
    editor(page).set_source("")
    qtbot.waitUntil(lambda: cells(page) == ["–", "–", "–", "–"])


def test_a_text_too_long_says_so(qtbot: QtBot, page: MessagesPage, shop: Shop) -> None:
    by_name(page, "Service message", QPushButton).click()
    editor(page).set_source("x" * 1600)
    qtbot.waitUntil(lambda: cells(page)[3] == "11")
    assert primary(page) == "Shorten it: 11 parts"
    assert not page.compose.bar.send.isEnabled()
    assert shop.campaigns.campaigns() == ()


def test_the_phone_walks_through_people(qtbot: QtBot, page: MessagesPage) -> None:
    take(qtbot, page, "News of the season")
    qtbot.waitUntil(lambda: any(text.endswith("1 of 12") for text in texts(page)))
    first = by_name(page, "Text as it arrives", QLabel).text()
    by_name(page, "Next person", IconButton).click()
    assert any(text.endswith("2 of 12") for text in texts(page))
    assert by_name(page, "Text as it arrives", QLabel).text() != first
    by_name(page, "Person before", IconButton).click()
    assert by_name(page, "Text as it arrives", QLabel).text() == first
    by_name(page, "Next person", IconButton).click()
    by_name(page, "Longest text", FilterChip).click()
    assert any(text.endswith("1 of 12") for text in texts(page))


def test_own_templates_are_kept_changed_and_removed(qtbot: QtBot, page: MessagesPage, shop: Shop) -> None:
    editor(page).set_source("Hi [given], our hours change")
    by_name(page, "Save as template", Button).click()
    qtbot.keyClicks(by_name(page, "Name of the template", ImeEdit), "Hours")
    qtbot.keyClick(by_name(page, "Name of the template", ImeEdit), Qt.Key.Key_Return)
    kept = [one for one in shop.campaigns.templates("en") if one.own]
    assert [(one.name, one.text) for one in kept] == [("Hours", "Hi [given], our hours change")]
    take(qtbot, page, "News of the season")
    own = next(one for one in page.findChildren(TemplateButton) if one.text() == "Hours")
    qtbot.keyClick(own, Qt.Key.Key_Space)
    assert editor(page).source() == "Hi [given], our hours change"
    by_name(page, "Remove the template", Button).click()
    assert [one for one in shop.campaigns.templates("en") if one.own] == []
    assert editor(page).source() == "Hi [given], our hours change"


def test_the_draft_outlives_a_change_of_language(qtbot: QtBot, program: Program, page: MessagesPage) -> None:
    take(qtbot, page, "News of the season")
    by_name(page, "VIP 5", FilterChip).click()
    qtbot.keyClicks(editor(page), " ps")
    written = editor(page).source()
    program.kit.language.choose("ja")
    qtbot.waitUntil(lambda: program.window.page is not page)
    rebuilt = program.window.page
    assert isinstance(rebuilt, MessagesPage)
    assert by_name(rebuilt, "メッセージの文", MessageEditor).source() == written
    qtbot.waitUntil(lambda: primary(rebuilt) == "5人に送る（10通）")
    assert "News of the season" in texts(rebuilt)


def test_a_test_goes_to_oneself(qtbot: QtBot, page: MessagesPage, shop: Shop) -> None:
    take(qtbot, page, "Thank you for your visit")
    qtbot.waitUntil(page.compose.bar.test.isEnabled)
    qtbot.keyClick(editor(page), Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: said(page) == "The test lies in the practice outbox. Nothing left this PC.")
    assert shop.campaigns.campaigns() == ()


@pytest.mark.parametrize(
    ("number", "answer"),
    [
        ("0", "“0” is not a phone number. Check its digits."),
        ("090-1234-1201", "The test lies in the practice outbox. Nothing left this PC."),
    ],
)
def test_a_test_asks_for_the_number(qtbot: QtBot, page: MessagesPage, shop: Shop, number: str, answer: str) -> None:
    shop.settings.change(test_number="")
    take(qtbot, page, "Thank you for your visit")
    qtbot.waitUntil(page.compose.bar.test.isEnabled)
    by_name(page, "Test to myself", Button).click()
    edit = next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == "Your number")
    qtbot.keyClicks(edit, number)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(page) == answer)
    assert shop.settings.now.test_number == ("" if number == "0" else number)


@pytest.mark.parametrize("width", [1280, 1024])
def test_where_there_is_room_for_one_panel_the_header_opens_the_other(
    qtbot: QtBot, program: Program, page: MessagesPage, width: int
) -> None:  # fmt: skip
    program.window.resize(width, 720)
    narrow = width == 1024
    qtbot.waitUntil(lambda: page.compose.narrow == narrow)
    assert page.compose.phone.isVisibleTo(page) != narrow
    if narrow:
        by_name(page, "On their phone", FilterChip).click()
        assert page.compose.phone.isVisibleTo(page)
        assert not page.compose.templates.isVisibleTo(page)
