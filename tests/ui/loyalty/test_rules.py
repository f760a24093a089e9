"""Rules as sentences: what is typed is judged beside its field, and used only when the button is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.term_problems import CODES
from tests.ui.by_name import by_name
from tests.ui.loyalty.hands import SAVE, choose, press, promise, retype, says, settle, toast_of
from ui.loyalty.bonus_rules import KINDS
from ui.loyalty.problem_text import SENTENCES
from ui.loyalty.rule_card import RuleCard
from ui.shared.switch import Switch

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.app import Program
    from ui.loyalty.page import LoyaltyPage

PER = "Amount for points"


def earned(shop: Shop, amount: int, unit: str = "point") -> int:
    """What a new customer has after one bill."""
    customer = shop.customers.add(CustomerDraft(name="佐々木 花子"))
    shop.desk.log_visit(customer, amount=amount)
    return next(one.balance for one in shop.loyalty.holdings(customer).balances if one.unit == unit)


def terms_of(shop: Shop, unit: str) -> dict[str, object]:
    return next(one.terms for one in shop.rules.programmes() if one.unit == unit)


def test_nothing_to_save_says_so(page: LoyaltyPage) -> None:
    assert promise(page) == "These rules are in use"
    assert not page.foot.save.isEnabled()
    assert says(page, "A bill of ¥2,990 today earns 29 points")


def test_twice_the_amount_earns_half(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    assert earned(shop, 4000) == 40
    retype(qtbot, page, PER, "200")
    assert says(page, "A bill of ¥2,990 today earns 14 points")
    assert promise(page) == SAVE
    press(qtbot, page, SAVE)
    assert earned(shop, 4000) == 20
    assert promise(page) == "These rules are in use"
    assert toast_of(page).accessibleName() == "In use from now on. Visits until now stay as they were."


def test_a_save_can_be_undone(qtbot: QtBot, program: Program, page: LoyaltyPage, shop: Shop) -> None:
    retype(qtbot, page, PER, "200")
    press(qtbot, page, SAVE)
    assert program.kit.notices.undo_last()
    settle(qtbot, page)
    assert by_name(page, PER, QLineEdit).text() == "100"
    assert earned(shop, 4000) == 40


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("10abc", "“10abc” is not a number. Write digits only."),
        ("0", "This must be 1 or more."),
        ("", "Something is missing here."),
        ("-5", "“-5” is not a number. Write digits only."),
    ],
)
def test_a_bad_value_is_said_beside_its_field_and_nothing_is_written(
    qtbot: QtBot, page: LoyaltyPage, shop: Shop, typed: str, sentence: str
) -> None:
    before = terms_of(shop, "point")
    field = retype(qtbot, page, PER, typed)
    assert field.property("error") == "true"
    assert field.accessibleDescription() == sentence
    assert says(page.rules, sentence)
    assert says(page.foot, f"Rules: {sentence}")
    assert promise(page) == "Mend 1 field first"
    assert not page.foot.save.isEnabled()
    page.save()
    assert terms_of(shop, "point") == before
    retype(qtbot, page, PER, "100")
    assert field.accessibleDescription() == ""
    assert not says(page.rules, sentence)


def test_full_width_digits_count(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    retype(qtbot, page, PER, "５００")
    press(qtbot, page, SAVE)
    assert terms_of(shop, "point")["rules"] == [{"id": "1", "kind": "amount", "points": 1, "per": 500, "minimum": 1000}]


def test_all_changes_can_be_forgotten(qtbot: QtBot, page: LoyaltyPage) -> None:
    retype(qtbot, page, PER, "abc")
    press(qtbot, page, "Points in use")
    press(qtbot, page, "Undo all")
    assert by_name(page, PER, QLineEdit).text() == "100"
    assert by_name(page, "Points in use", Switch).isChecked()
    assert promise(page) == "These rules are in use"


def test_a_programme_switched_off_earns_nothing(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    press(qtbot, page, "Points in use")
    press(qtbot, page, SAVE)
    customer = shop.customers.add(CustomerDraft(name="林 真由美"))
    shop.desk.log_visit(customer, amount=4000)
    assert [one.unit for one in shop.loyalty.holdings(customer).balances if one.balance] == ["punch"]


def test_a_card_of_other_size_with_a_gift_on_the_way(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    retype(qtbot, page, "Punches for a full card", "8")
    press(qtbot, page, "More about Punch card")
    press(qtbot, page, "Add a gift on the way")
    retype(qtbot, page, "Punches for gift 1", "8")
    assert says(page, "The gift must come before the card is full. Choose fewer than 8 punches.")
    retype(qtbot, page, "Punches for gift 1", "4")
    retype(qtbot, page, "Gift 1", "Fringe cut")
    press(qtbot, page, SAVE)
    kept = terms_of(shop, "punch")
    assert (kept["size"], kept["milestones"]) == (8, [{"at": 4, "name": "Fringe cut", "gives": {"kind": "gift"}}])
    press(qtbot, page, "Remove gift 1")
    press(qtbot, page, SAVE)
    assert "milestones" not in terms_of(shop, "punch")


def test_points_take_money_off(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    press(qtbot, page, "More about Points")
    press(qtbot, page, "Let points take money off a bill")
    retype(qtbot, page, "What they are worth", "600")
    press(qtbot, page, SAVE)
    spend = terms_of(shop, "point")["spend"]
    assert isinstance(spend, dict)
    assert (spend["points"], spend["value"], spend["minimum"]) == (500, 600, 500)


def test_details_are_said_in_choices(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    press(qtbot, page, "More about Points")
    choose(qtbot, page, "Fractions", "rounded up")
    choose(qtbot, page, "How amounts are counted", "full amounts only")
    choose(qtbot, page, "What is left over", "kept for the next visit")
    retype(qtbot, page, "Most a day", "100")
    choose(qtbot, page, "What is counted", "without tax")
    assert says(page, "To count without tax, write the tax in percent.")
    retype(qtbot, page, "Tax in percent", "10")
    press(qtbot, page, SAVE)
    kept = terms_of(shop, "point")
    assert kept["rounding"] == "ceil"
    assert kept["base"] == "bill_without_tax"
    assert kept["caps"] == {"day": 100}
    assert kept["rules"] == [
        {
            "id": "1", "kind": "amount", "points": 1, "per": 100, "minimum": 1000, "mode": "block", "carry": True,
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "kind"),
    [("after the last visit", "idle_months"), ("at the end of the year", "year_end"), ("never", "never")],
)
def test_expiry_in_words(qtbot: QtBot, page: LoyaltyPage, shop: Shop, words: str, kind: str) -> None:
    press(qtbot, page, "Expiry in use")
    choose(qtbot, page, "Points: when it lapses", words)
    press(qtbot, page, SAVE)
    kept = terms_of(shop, "point").get("expiry", {"kind": "never"})
    assert isinstance(kept, dict)
    assert kept["kind"] == kind
    assert terms_of(shop, "punch")["expiry"] == {"kind": "idle_months", "count": 12}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_rule_can_be_added_and_taken_away(qtbot: QtBot, page: LoyaltyPage, shop: Shop, kind: str) -> None:
    uid = page.editing.draft.of_unit("point")[0].uid
    page.rules.add_rule(uid, kind)
    settle(qtbot, page)
    if kind == "item":
        retype(qtbot, page, "Certain goods – Points: which", "Cut, Colour")
    assert promise(page) == SAVE
    press(qtbot, page, SAVE)
    rules = terms_of(shop, "point")["rules"]
    assert isinstance(rules, list)
    assert [rule["kind"] for rule in rules] == ["amount", kind]
    card = next(iter(page.rules.rule_cards.values()))
    assert isinstance(card, RuleCard)
    press(qtbot, page, f"Remove {card.title}")
    press(qtbot, page, SAVE)
    assert len(shop.rules.programmes()) == 2
    rules = terms_of(shop, "point")["rules"]
    assert isinstance(rules, list)
    assert len(rules) == 1


def test_a_rule_of_the_punch_card_leaves_the_visits_punches(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    retype(qtbot, page, "Punches a visit", "2")
    page.rules.add_rule(page.editing.draft.of_unit("punch")[0].uid, "birthday")
    settle(qtbot, page)
    assert by_name(page, "Punches a visit", QLineEdit).text() == "2"
    press(qtbot, page, SAVE)
    assert earned(shop, 500, "punch") == 2


@pytest.mark.parametrize("unit", ["punch", "point", "credit"])
def test_a_further_programme(qtbot: QtBot, page: LoyaltyPage, shop: Shop, unit: str) -> None:
    page.rules.add_programme(unit)
    settle(qtbot, page)
    assert promise(page) == SAVE
    press(qtbot, page, SAVE)
    assert [one.unit for one in shop.rules.programmes()] == ["punch", "point", unit]
    assert page.panel.stale or page.panel.found is not None


def test_a_programme_needs_a_name(qtbot: QtBot, page: LoyaltyPage, shop: Shop) -> None:
    press(qtbot, page, "More about Points")
    retype(qtbot, page, "Name of the programme", "")
    assert promise(page) == "Mend 1 field first"
    retype(qtbot, page, "Name of the programme", "Komorebi points")
    press(qtbot, page, SAVE)
    assert "Komorebi points" in [one.name for one in shop.rules.programmes()]


def test_amounts_in_euro(qtbot: QtBot, begin: Callable[..., Program]) -> None:
    program = begin("EUR")
    page = program.window.page
    assert program.shop is not None
    field = by_name(page, PER, QLineEdit)
    assert field.text() == "1"
    assert says(page, "A bill of €29.90 today earns 29 points")
    retype(qtbot, page, PER, "2.50")  # type: ignore[arg-type]
    press(qtbot, page, SAVE)  # type: ignore[arg-type]
    rules = terms_of(program.shop, "point")["rules"]
    assert isinstance(rules, list)
    assert rules[0]["per"] == 250


def test_the_sentence_for_customers_follows_the_rules(qtbot: QtBot, page: LoyaltyPage) -> None:
    assert says(page, "“1 punch a visit, Full card reward for 10; 1 point for every ¥100”")
    retype(qtbot, page, "Reward for a full card", "Free treatment")
    assert says(page, "“1 punch a visit, Free treatment for 10; 1 point for every ¥100”")


def test_every_problem_has_a_sentence() -> None:
    assert set(SENTENCES) - {"name_missing"} == set(CODES)
    for code, facts in CODES.items():
        assert SENTENCES[code].format(**dict.fromkeys(facts, "x"))


def test_show_goes_to_the_first_wrong_field(qtbot: QtBot, page: LoyaltyPage) -> None:
    retype(qtbot, page, PER, "abc")
    page.show_view("tiers")
    press(qtbot, page, "Show what is wrong")
    assert page.view == "rules"
    assert page.window().focusWidget() is by_name(page, PER, QLineEdit)
