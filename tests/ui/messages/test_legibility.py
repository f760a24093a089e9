"""Every view of the messages can be read: in both languages, both themes, both window sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.legibility import clipped_texts, low_contrast, nameless
from tests.ui.looks import LOOKS
from ui.messages.page import MessagesPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from tests.ui.messages.conftest import Provider
    from ui.app import Program

SIZES = ((1280, 800), (1024, 700), (1280, 1200))


def shown(qtbot: QtBot, program: Program, language: str, theme: str) -> MessagesPage:
    before = program.window.page
    program.kit.language.choose("ja" if language == "ja" else "en")
    if language == "ja":
        qtbot.waitUntil(lambda: program.window.page is not before)
    program.kit.theme.set_mode("dark" if theme == "dark" else "light")
    page = program.window.page
    assert isinstance(page, MessagesPage)
    return page


def refuse_flaws(qtbot: QtBot, program: Program, page: QWidget, where: str) -> None:
    qtbot.waitUntil(lambda: not program.kit.tasks.busy)
    for size in SIZES:
        program.window.resize(*size)

        def unclipped(size: tuple[int, int] = size) -> None:
            assert clipped_texts(page) == [], f"{where} {size}"

        qtbot.waitUntil(unclipped)
        assert nameless(page) == [], f"{where} {size}"
    assert low_contrast(page) == [], where


@pytest.mark.parametrize(("language", "theme"), LOOKS)
def test_every_view(
    qtbot: QtBot, program: Program, shop: Shop, provider: Provider, language: str, theme: str
) -> None:  # fmt: skip
    page = shown(qtbot, program, language, theme)
    refuse_flaws(qtbot, program, page, "empty")
    season = next(one for one in shop.campaigns.templates(language) if one.uid == "season")
    page.compose.templates.chosen.emit(season)
    qtbot.waitUntil(page.compose.bar.send.isEnabled)
    refuse_flaws(qtbot, program, page, "offer")
    page.compose.card.editor.set_source("[nobody] ’")
    page.compose.card.ask_name("x")
    qtbot.waitUntil(lambda: not page.compose.bar.send.isEnabled())
    refuse_flaws(qtbot, program, page, "problem")
    provider.plan = {"+819012340001": "stop", "+819012340003": "lost"}
    page.compose.templates.chosen.emit(season)
    qtbot.waitUntil(page.compose.bar.send.isEnabled)
    page.compose.send()
    qtbot.waitUntil(lambda: len(provider.taken) == 10)
    qtbot.waitUntil(lambda: not program.kit.tasks.busy)
    refuse_flaws(qtbot, program, page, "sent")
