"""Ready-made programmes by trade: valid, in both languages, shown before they are applied, and taken back whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.terms import Terms, read_terms, write_terms
from retention_desktop.domain.worth import unit_worth
from retention_desktop.loyalty.presets import LANGUAGES, TRADES

if TYPE_CHECKING:
    from retention_desktop.shop import Shop

EIGHT = ("salon", "cafe", "clinic", "bakery", "gym", "retail", "repair", "lessons")


def test_row_074_eight_trades_each_set_programmes_that_may_be_kept(shop: Shop) -> None:
    presets = shop.rules.presets()
    assert tuple(each.trade for each in presets) == TRADES == EIGHT
    for preset in presets:
        assert set(preset.names) == set(preset.sentences) == set(preset.terms) == set(LANGUAGES)
        for language in LANGUAGES:
            assert preset.terms[language], preset.trade
            for unit, terms in preset.terms[language].items():
                assert shop.rules.problems(unit, terms) == (), (preset.trade, unit)
                assert write_terms(read_terms(unit, terms)) == terms
                assert unit_worth(read_terms(unit, terms)), "its cost can be told"
                assert preset.programme_names[language][unit]


def test_row_074_one_click_sets_the_programmes_as_the_preset_shows_them(shop: Shop) -> None:
    changes = shop.rules.preset_changes("cafe", "ja")
    assert [(each.unit, each.active_before, each.active_after) for each in changes] == [
        ("punch", True, True), ("point", True, False),
    ]  # fmt: skip
    before = {each.uid: each for each in shop.rules.programmes()}
    applied = shop.rules.apply_preset("cafe", "ja")
    assert {each.operation for each in applied.programmes} == {applied.operation}
    for change in changes:
        now = shop.rules.programme(change.programme)
        assert (now.terms, now.active, now.name) == (change.after, change.active_after, change.name_after)
        assert change.before == before[change.programme].terms
    card = next(each for each in shop.rules.programmes() if each.unit == "punch")
    assert card.terms["reward"]["name"] == "お好きなドリンク1杯"
    assert shop.rules.preset_changes("cafe", "ja") == ()


def test_a_preset_already_there_writes_nothing(shop: Shop) -> None:
    shop.rules.apply_preset("gym", "en")
    last = shop.history.newest("programme_preset")
    again = shop.rules.apply_preset("gym", "en")
    assert (again.operation, again.programmes, again.templates) == ("", (), ())
    assert shop.history.newest("programme_preset") == last


def test_a_preset_adds_the_programme_the_shop_has_not(shop: Shop) -> None:
    changes = shop.rules.preset_changes("repair", "en")
    assert [(each.unit, each.programme == "", each.active_after) for each in changes] == [
        ("credit", True, True), ("punch", False, False), ("point", False, False),
    ]  # fmt: skip
    shop.rules.apply_preset("repair", "en")
    assert [(each.unit, each.active) for each in shop.rules.programmes()] == [
        ("punch", False), ("point", False), ("credit", True),
    ]  # fmt: skip


def test_a_preset_switches_on_again_what_was_off(shop: Shop) -> None:
    shop.rules.apply_preset("repair", "en")
    shop.rules.apply_preset("salon", "en")
    assert [(each.unit, each.active) for each in shop.rules.programmes()] == [
        ("punch", True), ("point", True), ("credit", False),
    ]  # fmt: skip


def test_a_card_in_use_is_said_to_be_so(shop: Shop) -> None:
    uid = shop.customers.add(CustomerDraft(name="佐々木 花子", phone="090-1234-1284"))
    shop.desk.log_visit(uid, amount=3000)
    held = {each.unit: each.holders for each in shop.rules.preset_changes("repair", "ja")}
    assert held == {"credit": 0, "punch": 1, "point": 1}


@pytest.mark.parametrize(("currency", "off", "per"), [("JPY", 1500, 100), ("USD", 1500, 100), ("KWD", 15000, 1000)])
def test_amounts_are_in_the_minor_units_of_the_shop(shop: Shop, currency: str, off: int, per: int) -> None:
    shop.settings.change(currency=currency)
    salon = next(each for each in shop.rules.presets() if each.trade == "salon").terms["en"]
    assert salon["punch"]["reward"]["gives"]["amount"] == off
    assert salon["point"]["rules"][0]["per"] == per
    repair = next(each for each in shop.rules.presets() if each.trade == "repair").terms["en"]["credit"]
    assert (repair["rules"][0]["points"], repair["rules"][0]["per"], repair["spend"]["value"]) == (3, 100, 1)


def test_every_preset_can_be_replayed_on_past_visits(shop: Shop) -> None:
    for preset in shop.rules.presets():
        found = shop.simulator.replay(preset.terms["ja"])
        assert (found.visits, found.cost, found.percent_of_sales) == (0, 0, None)
        assert [each.unit for each in found.programmes] == list(preset.terms["ja"])


def in_use(shop: Shop) -> list[tuple[str, str, Terms]]:
    """The programmes that are switched on, with what they say."""
    return [(one.uid, one.name, read_terms(one.unit, one.terms)) for one in shop.rules.programmes() if one.active]


def own(shop: Shop, language: str) -> list[tuple[str, str]]:
    return [(one.name, one.text) for one in shop.campaigns.templates(language) if one.own]


@pytest.mark.parametrize("trade", EIGHT)
def test_row_074_three_texts_a_trade_in_each_language_come_along_and_go_with_an_undo(shop: Shop, trade: str) -> None:
    shown = shop.rules.preset_templates(trade)
    assert [sum(one.language == language for one in shown) for language in LANGUAGES] == [3, 3]
    assert own(shop, "ja") == own(shop, "en") == []
    before = in_use(shop)
    applied = shop.rules.apply_preset(trade, "ja")
    assert applied.templates == shown
    for language in LANGUAGES:
        assert own(shop, language) == [(one.name, one.text) for one in shown if one.language == language]
    assert shop.rules.preset_templates(trade) == ()
    assert shop.history.undo().undid == applied.operation
    assert own(shop, "ja") == own(shop, "en") == []
    assert in_use(shop) == before
    assert {(one.language, one.text) for one in shop.rules.preset_templates(trade)} == {
        (one.language, one.text) for one in shown
    }


def test_a_text_of_the_shops_own_by_that_name_stays_as_it_is(shop: Shop) -> None:
    first = next(one for one in shop.rules.preset_templates("salon") if one.language == "ja")
    shop.campaigns.save_template(name=first.name, text="[店名]です。", purpose=first.purpose, language="ja")
    assert len(shop.rules.preset_templates("salon")) == 5
    shop.rules.apply_preset("salon", "ja")
    assert [name for name, _ in own(shop, "ja")].count(first.name) == 1
