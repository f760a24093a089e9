"""Typing stays ahead of the meter: a key is on the screen within a frame while three hundred copies are counted."""

from __future__ import annotations

from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from retention_desktop.domain.customer import CustomerDraft
from tests.ui.messages.test_compose import editor, primary, take

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.messages.page import MessagesPage

FRAME_MS = 1000 / 60


@pytest.mark.long
def test_a_key_is_shown_within_a_frame_at_three_hundred_people(qtbot: QtBot, page: MessagesPage, shop: Shop) -> None:
    for number in range(300):
        shop.customers.add(CustomerDraft(name=f"Many {number}", phone=f"080-2222-{number:04}", consent="yes"))
    take(qtbot, page, "News of the season")
    qtbot.waitUntil(lambda: primary(page).startswith("Send to 312 people"), timeout=20_000)
    spent = []
    for _ in range(40):
        start = perf_counter()
        qtbot.keyClick(editor(page), Qt.Key.Key_A)
        editor(page).repaint()
        spent.append((perf_counter() - start) * 1000)
    assert median(spent) <= FRAME_MS
    assert editor(page).source().endswith("a" * 40)
    qtbot.waitUntil(lambda: not page.compose._measuring.pending, timeout=20_000)
