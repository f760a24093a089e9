"""The page as a whole: presets, the simulator, languages, narrow windows, the notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from tests.ui.by_name import by_name, texts
from tests.ui.legibility import clipped_texts, low_contrast, nameless
from tests.ui.looks import LOOKS
from tests.ui.loyalty.hands import SAVE, press, promise, retype, says, settle, tab, toast_of
from tests.ui.loyalty.test_rules import PER, terms_of
from ui.loyalty.choice_tile import ChoiceTile
from ui.loyalty.page import TABS, LoyaltyPage
from ui.loyalty.trade_tile import TradeTile
from ui.loyalty.value_slider import ValueSlider
from ui.shared.chips import FilterChip
from ui.shared.printing.print_dialog import PrintDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.app import Program


def rested(qtbot: QtBot, page: LoyaltyPage) -> None:
    """The simulator has answered what stands on the page."""
    settle(qtbot, page)
    qtbot.waitUntil(lambda: page.panel.found is not None and not page.panel.stale)


def filled(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    shop.sample_shop.fill()
    qtbot.waitUntil(lambda: not says(page.panel, "No visits to try the rules on yet"))
    rested(qtbot, page)


def test_without_visits_the_simulator_says_so(qtbot: QtBot, page: LoyaltyPage) -> None:
    rested(qtbot, page)
    assert says(page.panel, "No visits to try the rules on yet")


def test_the_simulator_follows_the_rules(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    filled(qtbot, page, shop)
    found = page.panel.found
    assert found is not None
    assert says(page.panel, f"{found.simulation.visits} real visits")
    missing = found.simulation.without_cost
    assert missing == found.simulation.issued > 0
    assert says(page.panel, f"Nobody has written yet what {missing} of the rewards cost you.")
    assert says(page.panel, "Rewards by month")
    assert not says(page.panel, "of sales")
    assert not says(page.panel, "¥0")
    described = [tile.accessibleDescription() for tile in page.panel.findChildren(ChoiceTile)]
    assert all("cost unknown" in text and "%" not in text for text in described), described
    press(qtbot, page, "Write what it costs")
    assert page.view == "rewards"
    assert by_name(page, "Full card – Punch card: our cost", QLineEdit).hasFocus()
    retype(qtbot, page, "Full card – Punch card: our cost", "1650")
    assert page.panel.stale
    rested(qtbot, page)
    ten = page.panel.found
    assert ten is not None
    assert ten.simulation.cost == 1650 * ten.simulation.rewards[0].count > 0
    assert says(page.panel, page.editing.money(ten.simulation.cost))
    assert says(page.panel, "of sales")
    assert not says(page.panel, "Nobody has written")
    assert set(ten.others) == {8, 12}
    tile = by_name(page.panel, "12 punches", ChoiceTile)
    qtbot.keyClick(tile, Qt.Key.Key_Space)
    rested(qtbot, page)
    twelve = page.panel.found
    assert twelve is not None
    assert twelve.simulation.cost == ten.others[12].cost
    assert twelve.simulation.cost < ten.simulation.cost
    tab(qtbot, page, "Rules")
    assert by_name(page, "Punches for a full card", QLineEdit).text() == "12"


def test_the_slider_moves_the_figure_in_the_sentence(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    filled(qtbot, page, shop)
    slider = by_name(page.panel, "Try another figure", ValueSlider)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    settle(qtbot, page)
    assert by_name(page, "Punches for a full card", QLineEdit).text() == "11"
    assert promise(page) == SAVE
    rested(qtbot, page)
    assert [one.isChecked() for one in page.panel.findChildren(ChoiceTile)] == [False, False, False]


def test_bad_rules_are_not_replayed(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    filled(qtbot, page, shop)
    before = page.panel.found
    retype(qtbot, page, PER, "abc")
    assert page.panel.stale
    assert page.panel.found is before
    retype(qtbot, page, PER, "50")
    rested(qtbot, page)
    assert page.panel.found is not before


def test_a_trades_rules_show_what_changes_before_they_are_used(
    qtbot: QtBot, program: Program, page: LoyaltyPage, shop: Shop
) -> None:
    before = shop.rules.programmes()
    press(qtbot, page, "Start from your trade")
    assert page.view == "presets"
    assert len(page.findChildren(TradeTile)) == 8
    press(qtbot, page, "Hair and beauty salon")
    assert says(page.presets, "1 punch a visit, Full card reward for 10")
    assert says(page.presets, "1 punch a visit, Money off the next visit for 8")
    assert says(page.presets, "Texts for messages")
    assert by_name(page.presets, "New: How is the style?", QLabel).isVisible()
    assert not any(one.own for one in shop.campaigns.templates("en"))
    assert [one.terms for one in shop.rules.programmes()] == [one.terms for one in before]
    press(qtbot, page, "Use these rules from now on")
    assert page.view == "rules"
    assert terms_of(shop, "punch")["size"] == 8
    assert by_name(page, "Punches for a full card", QLineEdit).text() == "8"
    names = [one.name for one in shop.campaigns.templates("en") if one.own]
    assert names == ["How is the style?", "Time for a trim", "Points to spend"]
    assert toast_of(page).accessibleName() == "The rules of your trade are in use. Change them as you like."
    assert program.kit.notices.undo_last()
    settle(qtbot, page)
    assert by_name(page, "Punches for a full card", QLineEdit).text() == "10"
    assert terms_of(shop, "punch")["size"] == 10
    assert not any(one.own for one in shop.campaigns.templates("en"))


def test_escape_leaves_the_trades(qtbot: QtBot, page: LoyaltyPage) -> None:
    press(qtbot, page, "Start from your trade")
    qtbot.keyClick(page.window(), Qt.Key.Key_Escape)
    assert page.view == "rules"


@pytest.mark.parametrize("trade", ["cafe", "clinic", "bakery", "gym", "retail", "repair", "lessons", "salon"])
def test_every_trades_rules_can_be_edited(qtbot: QtBot, page: LoyaltyPage, shop: Shop, trade: str) -> None:
    shop.rules.apply_preset(trade, "en")
    page.reload()
    settle(qtbot, page)
    for name, _ in TABS:
        page.show_view(name)
    assert promise(page) == "These rules are in use"


def test_another_language_keeps_the_draft(qtbot: QtBot, program: Program, page: LoyaltyPage) -> None:
    retype(qtbot, page, PER, "12x")
    press(qtbot, page, "More about Points")
    page.rules.add_programme("punch")
    tab(qtbot, page, "Coupons")
    press(qtbot, page, "New coupon")
    retype(qtbot, page, "Name of the coupon", "Leaflet")
    program.kit.language.choose("ja")
    qtbot.waitUntil(lambda: program.window.page is not page)
    again = program.window.page
    assert isinstance(again, LoyaltyPage)
    settle(qtbot, again)
    assert again.view == "coupons"
    assert by_name(again, "クーポンの名前", QLineEdit).text() == "Leaflet"
    tab(qtbot, again, "ルール")
    assert by_name(again, "ポイントの単位金額", QLineEdit).text() == "12x"
    assert says(again, "「12x」は数ではありません。数字だけで書いてください。")
    assert promise(again) == "1か所を直してください"
    assert by_name(again, "端数", QComboBox).isVisible()
    assert len(again.editing.draft.programmes) == 3


def test_a_narrow_window_opens_the_figures_over_the_page(qtbot: QtBot, program: Program, page: LoyaltyPage) -> None:
    program.window.resize(1024, 700)
    qtbot.waitUntil(lambda: not page.panel.isVisible())
    assert page.foot.isVisible()
    by_name(page, "Cost", FilterChip).click()
    assert page.panel.isVisible()
    qtbot.keyClick(program.window, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    program.window.resize(1280, 800)
    qtbot.waitUntil(page.panel.isVisible)


def test_the_notice_for_the_wall(qtbot: QtBot, page: LoyaltyPage) -> None:
    press(qtbot, page, "Shop notice")
    dialog = page.findChild(PrintDialog)
    assert dialog is not None
    assert "Shop notice" in texts(dialog)
    dialog.reject()


def test_the_menu_adds_rules(qtbot: QtBot, page: LoyaltyPage) -> None:
    page.rules.fill_menu()
    wanted = next(one for one in page.rules.menu.actions() if one.text() == "Birthday (Points)")
    wanted.trigger()
    settle(qtbot, page)
    assert says(page, "Birthday – Points")
    assert promise(page) == SAVE


@pytest.mark.parametrize(("language", "theme"), LOOKS)
def test_everything_can_be_read(
    qtbot: QtBot, program: Program, page: LoyaltyPage, shop: Shop, language: str, theme: str
) -> None:
    shop.rules.apply_preset("cafe", language)
    if language == "ja":
        program.kit.language.choose("ja")
        qtbot.waitUntil(lambda: program.window.page is not page)
    program.kit.theme.set_mode("dark" if theme == "dark" else "light")
    shown = program.window.page
    assert isinstance(shown, LoyaltyPage)
    shown.reload()
    uid = shown.editing.draft.of_unit("point")[0].uid
    shown.rules.add_rule(uid, "amount")
    shown.editing.draft.put(uid, ("rules", 0, "per"), "10abc")
    settle(qtbot, shown)
    shown.coupons.begin()
    for size in ((1280, 800), (1024, 700), (1280, 1600)):
        program.window.resize(*size)
        for name in [*(name for name, _ in TABS), "presets"]:
            shown.show_view(name)
            for card in shown.rules.cards():
                card.open_more(shown=True)
            qtbot.waitUntil(lambda: not program.kit.tasks.busy)
            qtbot.waitUntil(lambda: clipped_texts(shown) == [])
            assert nameless(shown) == [], (name, size)
            if size[1] > 1000:
                assert low_contrast(shown) == [], name
