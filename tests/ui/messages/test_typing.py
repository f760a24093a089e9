"""Typing stays ahead of the meter: no key waits until three hundred copies are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from retention_desktop.domain.customer import CustomerDraft
from tests.ui.messages.test_compose import editor, primary, take

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.messages.page import MessagesPage


@pytest.mark.long
def test_no_key_waits_for_the_meter_at_three_hundred_people(qtbot: QtBot, page: MessagesPage, shop: Shop) -> None:
    for number in range(300):
        shop.customers.add(CustomerDraft(name=f"Many {number}", phone=f"080-2222-{number:04}", consent="yes"))
    take(qtbot, page, "News of the season")
    qtbot.waitUntil(lambda: primary(page).startswith("Send to 312 people"))
    before = editor(page).source()
    for typed in range(1, 41):
        qtbot.keyClick(editor(page), Qt.Key.Key_A)
        assert editor(page).source() == before + "a" * typed
        assert page.compose._measuring.pending, "the copies are counted afterwards, in a worker"
    qtbot.waitUntil(lambda: not page.compose._measuring.pending)
