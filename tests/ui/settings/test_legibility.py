"""Every section of the settings can be read: in both languages, both themes, both window sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.legibility import clipped_texts, low_contrast, nameless
from tests.ui.looks import LOOKS
from ui.settings.page import SECTIONS, SettingsPage
from ui.settings.service_tile import ServiceTile

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.app import Program


def shown(qtbot: QtBot, program: Program, language: str, theme: str) -> SettingsPage:
    before = program.window.page
    program.kit.language.choose("ja" if language == "ja" else "en")
    if language == "ja":
        qtbot.waitUntil(lambda: program.window.page is not before)
    program.kit.theme.set_mode("dark" if theme == "dark" else "light")
    page = program.window.page
    assert isinstance(page, SettingsPage)
    return page


def refuse_flaws(page: SettingsPage, where: str) -> None:
    assert clipped_texts(page) == [], where
    assert nameless(page) == [], where


@pytest.mark.usefixtures("no_key_store")
@pytest.mark.parametrize(("language", "theme"), LOOKS)
def test_every_section(qtbot: QtBot, program: Program, shop: Shop, language: str, theme: str) -> None:
    shop.settings.change(opening_hours=("", *["10:00-19:00"] * 6))
    shop.backup.now()
    page = shown(qtbot, program, language, theme)
    for size in ((1280, 800), (1024, 700), (1280, 1500)):
        program.window.resize(*size)
        for name, _, _, _ in SECTIONS:
            page.open_section(name)
            if name == "sender":
                page.findChildren(ServiceTile)[1].click()
            qtbot.waitUntil(lambda: not program.kit.tasks.busy)
            qtbot.waitUntil(lambda: clipped_texts(page) == [])
            refuse_flaws(page, f"{name} {size}")
            if size[1] > 1000:
                assert low_contrast(page) == [], name
