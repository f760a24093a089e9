"""Every part of the kit can be read in both languages, both themes, and at larger text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from retention_desktop.errors import ShopError
from tests.ui.legibility import clipped_texts, low_contrast, nameless, picture
from tests.ui.looks import LOOKS
from tests.ui.shared.gallery import Gallery
from ui.shared.bug_dialog import BugDialog
from ui.shared.error_text import error_sentence
from ui.shared.opening_failed import OpeningFailed
from ui.shared.shortcuts_dialog import ShortcutsDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.shared.kit import Kit
    from ui.shared.language import LanguageChoice
    from ui.shared.theme import ThemeMode


@pytest.mark.parametrize(("code", "mode"), LOOKS)
@pytest.mark.parametrize("text_scale", [1.0, 1.5])
def test_the_gallery_is_legible(
    kit: Kit, qtbot: QtBot, tmp_path: Path, code: LanguageChoice, mode: ThemeMode, text_scale: float
) -> None:
    kit.language.choose(code)
    kit.theme.start(mode, text_scale, code)
    gallery = Gallery(kit)
    qtbot.addWidget(gallery)
    gallery.resize(int(1480 * text_scale), int(1320 * text_scale))
    with qtbot.waitExposed(gallery):
        gallery.show()
    kit.notices.toast(gallery, gallery.words["card"], icon="stamp", undo=gallery.update)
    for ratio in (1, 2):
        assert picture(gallery, ratio).save(str(tmp_path / f"gallery_{code}_{mode}_{text_scale}_{ratio}x.png"))
    assert clipped_texts(gallery) == []
    assert low_contrast(gallery) == []
    assert nameless(gallery) == []


@pytest.mark.parametrize(("code", "mode"), LOOKS)
@pytest.mark.parametrize("text_scale", [1.0, 1.5])
def test_dialogs_and_full_page_notices_are_legible(
    kit: Kit, qtbot: QtBot, code: LanguageChoice, mode: ThemeMode, text_scale: float
) -> None:
    kit.language.choose(code)
    kit.theme.start(mode, text_scale, code)
    owner = QWidget()
    sentence = error_sentence(ShopError("store_corrupt", file="/a/rather/long/path/to/the/data/of/the/shop/shop.db"))
    notice = OpeningFailed(kit.theme, sentence, restorable=True)
    notice.resize(1024, 700)
    for widget in (ShortcutsDialog(kit.theme, owner), BugDialog(kit.theme, owner, "A1B2C"), notice):
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        assert clipped_texts(widget) == []
        assert low_contrast(widget) == []
        assert nameless(widget) == []
    qtbot.addWidget(owner)
