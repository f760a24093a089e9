"""Every part of the kit can be read in both languages, both themes, and at larger text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.legibility import clipped_texts, low_contrast, nameless, picture
from tests.ui.shared.gallery import Gallery

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.shared.kit import Kit
    from ui.shared.language import LanguageChoice
    from ui.shared.theme import ThemeMode


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("code", ["ja", "en"])
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
