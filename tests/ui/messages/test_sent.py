"""Sending through the real page, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton

from tests.ui.by_name import by_name, texts
from tests.ui.messages.test_compose import editor, primary, said, take
from ui.messages.campaign_list import CampaignRow
from ui.messages.message_table import MessageTable
from ui.messages.page import MessagesPage
from ui.shared.buttons import Button
from ui.shared.chips import FilterChip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from tests.ui.messages.conftest import Provider
    from ui.app import Program


def ready(qtbot: QtBot, page: MessagesPage, people: str = "Send to 12 people (24 parts)") -> None:
    take(qtbot, page, "News of the season")
    qtbot.waitUntil(lambda: primary(page) == people and page.compose.bar.send.isEnabled())


def states(shop: Shop) -> dict[str, int]:
    """How many messages of the newest campaign are in each state that any is in."""
    return {state: many for state, many in shop.campaigns.campaigns()[0].states.items() if many}


def stop_under_way(qtbot: QtBot, page: MessagesPage, provider: Provider) -> None:
    """Send, and say stop once the provider has a text in its hands, which it keeps."""
    provider.pause.clear()
    ready(qtbot, page)
    page.compose.bar.send.click()
    qtbot.waitUntil(provider.asked.is_set)
    by_name(page, "Stop", Button).click()


def stopped_with(qtbot: QtBot, page: MessagesPage, shop: Shop, provider: Provider) -> int:
    """Let the provider go on; how many wait when it has been said that sending has stopped."""
    provider.pause.set()
    qtbot.waitUntil(lambda: said(page).startswith("Stopped. "))
    waiting = states(shop)["queued"]
    assert 0 < waiting < 12
    return waiting


def test_send_to_everyone_and_see_everyone_delivered(
    qtbot: QtBot, page: MessagesPage, shop: Shop, provider: Provider
) -> None:  # fmt: skip
    ready(qtbot, page)
    qtbot.keyClick(editor(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: said(page) == "12 sent · 12 delivered")
    assert len(provider.taken) == 12
    assert states(shop) == {"delivered": 12}
    qtbot.waitUntil(lambda: "Delivered 12" in texts(page))
    row = page.findChild(CampaignRow)
    assert row is not None
    assert row.accessibleDescription().endswith("12 of 12 delivered")
    table = by_name(page, "People", MessageTable)
    QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [table.model().index(0, column).data() for column in range(4)] == [
        "Person 01",
        "Delivered",
        "21 Nov 14:32",
        "2",
    ]
    page.show_view("compose")
    assert editor(page).source() == ""
    assert primary(page) == "Write a text first"


def test_a_double_press_sends_once(qtbot: QtBot, page: MessagesPage, shop: Shop, provider: Provider) -> None:
    ready(qtbot, page)
    send = page.compose.bar.send
    send.click()
    send.click()
    page.compose.send()
    qtbot.keyClick(editor(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: said(page) == "12 sent · 12 delivered")
    page.compose.send()
    assert len(shop.campaigns.campaigns()) == 1
    assert len(provider.taken) == 12


def test_stop_and_send_the_rest(qtbot: QtBot, page: MessagesPage, shop: Shop, provider: Provider) -> None:
    stop_under_way(qtbot, page, provider)
    assert by_name(page, "Stopping…", Button).isEnabled() is False
    waiting = stopped_with(qtbot, page, shop, provider)
    assert states(shop) == {"queued": waiting, "delivered": 12 - waiting}
    qtbot.waitUntil(lambda: f"Waiting {waiting}" in texts(page))
    by_name(page, "Send the rest", Button).click()
    qtbot.waitUntil(lambda: states(shop) == {"delivered": 12})
    assert len(set(provider.taken)) == len(provider.taken) == 12


def test_what_was_stopped_stays_stopped(
    qtbot: QtBot, program: Program, page: MessagesPage, shop: Shop, provider: Provider
) -> None:  # fmt: skip
    stop_under_way(qtbot, page, provider)
    waiting = stopped_with(qtbot, page, shop, provider)
    assert program.kit.background is not None
    program.kit.background.look()
    program.kit.background.resume()
    assert program.kit.background.task is None
    page.show_view("compose")
    take(qtbot, page, "Thank you for your visit")
    qtbot.waitUntil(page.compose.bar.test.isEnabled)
    page.compose.send_test()
    assert said(page).startswith("Stopped messages are waiting")
    assert states(shop)["queued"] == waiting


def test_what_waits_can_be_called_off(qtbot: QtBot, page: MessagesPage, shop: Shop, provider: Provider) -> None:
    stop_under_way(qtbot, page, provider)
    waiting = stopped_with(qtbot, page, shop, provider)
    by_name(page, f"Call off {waiting} waiting", Button).click()
    assert states(shop) == {"cancelled": waiting, "delivered": 12 - waiting}
    assert said(page) == ""
    qtbot.waitUntil(lambda: f"Called off {waiting}" in texts(page))


def test_every_person_has_a_state(qtbot: QtBot, page: MessagesPage, shop: Shop, provider: Provider) -> None:
    provider.plan = {"+819012340001": "stop", "+819012340002": "refuse", "+819012340003": "lost"}
    by_name(page, "VIP 5", FilterChip).click()
    ready(qtbot, page, "Send to 5 people (10 parts)")
    page.compose.bar.send.click()
    qtbot.waitUntil(lambda: states(shop).get("delivered", 0) == 2 if shop.campaigns.campaigns() else False)
    qtbot.waitUntil(lambda: {"Opted out 1", "Rejected 1", "Unknown 1"} <= set(texts(page)))
    doubt = "Nobody knows whether it reached Person 03 (•••-••••-0003). Ask, then say so here."
    qtbot.waitUntil(lambda: doubt in texts(page))
    by_name(page, "It arrived", Button).click()
    assert states(shop) == {"delivered": 3, "opted_out": 1, "rejected": 1}
    assert doubt not in texts(page)


def test_a_lost_message_can_be_sent_again(qtbot: QtBot, page: MessagesPage, shop: Shop, provider: Provider) -> None:
    provider.plan = {"+819012340003": "lost"}
    by_name(page, "VIP 5", FilterChip).click()
    ready(qtbot, page, "Send to 5 people (10 parts)")
    page.compose.bar.send.click()
    qtbot.waitUntil(lambda: "Unknown 1" in texts(page))
    qtbot.waitUntil(lambda: not page.kit.tasks.busy)
    provider.plan.clear()
    by_name(page, "Send again", Button).click()
    qtbot.waitUntil(lambda: states(shop) == {"delivered": 5})
    assert len(provider.taken) == 5


def test_sending_goes_on_when_the_page_is_built_anew(
    qtbot: QtBot, program: Program, page: MessagesPage, shop: Shop, provider: Provider
) -> None:  # fmt: skip
    provider.pause.clear()
    ready(qtbot, page)
    page.compose.bar.send.click()
    qtbot.waitUntil(lambda: any(one.promise == "Stop" and one.isVisibleTo(page) for one in page.findChildren(Button)))
    program.kit.language.choose("ja")
    qtbot.waitUntil(lambda: program.window.page is not page)
    rebuilt = program.window.page
    assert isinstance(rebuilt, MessagesPage)
    assert by_name(rebuilt, "止める", Button).isEnabled()
    provider.pause.set()
    qtbot.waitUntil(lambda: said(rebuilt) == "12通を送りました · 12通が届きました")
    assert states(shop) == {"delivered": 12}


def test_nothing_sent_yet(qtbot: QtBot, page: MessagesPage) -> None:
    by_name(page, "Sent", QPushButton).click()
    assert "Nothing has been sent yet" in texts(page)
    qtbot.keyClick(by_name(page, "Write a message", Button), Qt.Key.Key_Space)
    assert by_name(page, "Compose", QPushButton).isChecked()
    by_name(page, "Sent", QPushButton).click()
    assert page.go_back()
    assert not page.go_back()
