"""Colours come from the tokens, stay readable, and switch live."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.legibility import picture
from ui.shared.buttons import Button
from ui.shared.icons import IconView, icon_source
from ui.shared.labels import set_tone, text_label
from ui.shared.stylesheet import LINES
from ui.shared.theme import font_families

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ui.shared.theme import TextKind, Theme, ThemeMode


@pytest.fixture
def tokens(resources: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((resources / "theme" / "tokens.json").read_text("utf-8"))
    return found


def _luminance(color: QColor) -> float:
    parts = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4
        for p in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("side", ["light", "dark"])
def test_every_pair_the_tokens_promise_keeps_its_contrast(
    theme: Theme, tokens: dict[str, Any], side: ThemeMode
) -> None:
    theme.set_mode(side)
    for pair, promise in tokens[side]["contrast"].items():
        front, back = pair.split(" on ")
        if front == "heatText":
            ground, ink = theme.heat(int(back[5]))
        else:
            ink, ground = theme.color(front), theme.color(back)
        light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= promise["minimum"], pair


def test_every_palette_role_is_named(theme: Theme, qapp: QApplication) -> None:
    theme.set_mode("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#1B1A18")
    named = {name for name in dir(QPalette.ColorRole) if name[0].isupper()} - {"NoRole", "NColorRoles"}
    assert {name for name in named if name not in theme._colors} <= {"AccentColor", "Foreground", "Background"}


def test_the_sheet_stays_small_and_has_no_ground_on_tables(qapp: QApplication, theme: Theme) -> None:
    theme.apply()
    sheet = qapp.styleSheet()
    assert sheet.count("{") < 100
    assert "$" not in sheet
    assert not re.search(r"Q(Table|List|Tree|AbstractItem)View", sheet)
    assert "palette(" not in sheet


def test_the_dynamic_properties_are_not_qts_own(qtbot: QtBot) -> None:
    widget = QLabel()
    qtbot.addWidget(widget)
    for name in ("card", "tone", "type", "strong", "kind", "tier", "chip", "lines", "busy", "bare", "error", "place"):
        assert widget.metaObject().indexOfProperty(name) == -1, name


def test_a_live_switch_equals_a_fresh_start(qtbot: QtBot, theme: Theme) -> None:
    def build() -> QWidget:
        card = QWidget()
        qtbot.addWidget(card)
        card.resize(300, 120)
        Button(theme, "Record", "primary", icon="stamp", keys="Enter").setParent(card)
        label = text_label("佐々木", "title", "accent")
        label.setParent(card)
        label.move(0, 60)
        icon = IconView(theme, "cake", "warn")
        icon.setParent(card)
        icon.move(200, 60)
        card.show()
        return card

    switched = build()
    theme.set_mode("dark")
    assert picture(switched) == picture(build())


def test_a_tone_can_change_later(qtbot: QtBot, theme: Theme) -> None:
    label = text_label("late")
    qtbot.addWidget(label)
    label.show()
    set_tone(label, "bad")
    assert label.palette().color(label.foregroundRole()) == theme.color("bad")


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("kind", list(LINES))
def test_labels_of_one_line_have_the_lines_height_in_both_scripts(
    qtbot: QtBot, theme: Theme, kind: TextKind, scale: float
) -> None:
    theme.set_text_scale(scale)
    for text in ("357", "日本語"):
        label = text_label(text, kind)
        qtbot.addWidget(label)
        label.show()
        assert label.minimumHeight() == label.maximumHeight() == LINES[kind] * scale


def test_figures_have_equal_width(theme: Theme) -> None:
    metrics = QFontMetrics(theme.font("body"))
    assert len({metrics.horizontalAdvance(digit * 10) for digit in "0123456789"}) == 1


@pytest.mark.parametrize(
    ("platform", "system", "language", "first"),
    [
        ("win32", "Segoe UI", "ja", "Yu Gothic UI"),
        ("win32", "Segoe UI", "en", "Segoe UI"),
        ("darwin", ".AppleSystemUIFont", "ja", ".AppleSystemUIFont"),
        ("linux", "Cantarell", "ja", "Cantarell"),
        ("linux", "DejaVu Sans", "en", "Inter"),
    ],
)
def test_a_japanese_family_is_named_on_every_system(platform: str, system: str, language: str, first: str) -> None:
    families = font_families(platform, system, language)
    assert families[0] == first
    assert {"Yu Gothic UI", "Hiragino Sans", "Noto Sans CJK JP"} & set(families)


def test_an_icon_that_is_not_there_is_a_bug() -> None:
    with pytest.raises(KeyError):
        icon_source("no-such-icon")


def test_the_system_theme_can_be_chosen_again(theme: Theme) -> None:
    theme.set_mode("dark")
    theme.set_mode("system")
    assert theme.dark == (theme.color("Window") == QColor("#1B1A18"))
