"""Worked examples under the rules: what one bill earns by what is on the page at this moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ui.loyalty.bonus_rules import shown_rules
from ui.shared.formats import minor_digits
from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.domain.earning import Earning
    from retention_desktop.loyalty.rules import Rules
    from ui.loyalty.draft import ProgrammeDraft
    from ui.loyalty.editing import Editing
    from ui.loyalty.rules_tab import RulesTab

AMOUNT: Final = 2990
"""A bill in yen that shows what rounding does; 29.90 in currencies with a minor unit."""


def show_examples(editing: Editing, rules: Rules, tab: RulesTab, broken: set[str]) -> None:
    """Write the example under every card of the rules.

    Args:
        broken: uids of the programmes whose terms can't be kept as they stand.
    """
    for programme in editing.draft.programmes:
        earning = None
        amount = _amount(editing, programme.terms)
        if programme.uid not in broken:
            earning = rules.worked_example(programme.unit, programme.terms, amount, editing.kit.clock())
        card = tab.programme_cards.get(programme.uid)
        if card is not None:
            card.example(_of_programme(editing, programme, amount, earning) if earning is not None else "")
        for number in shown_rules(programme):
            card = tab.rule_cards.get((programme.uid, number))
            if card is not None:
                card.example(_of_rule(editing, programme, number, amount, earning) if earning is not None else "")


def _amount(editing: Editing, terms: dict[str, Any]) -> int:
    digits = minor_digits(editing.currency)
    usual = AMOUNT * 10 ** (digits - 2) if digits > 2 else AMOUNT
    least: list[int] = [rule["minimum"] for rule in terms.get("rules", ()) if isinstance(rule.get("minimum"), int)]
    return max([usual, *least])


def _of_programme(editing: Editing, programme: ProgrammeDraft, amount: int, earning: Earning) -> str:
    given = editing.amount(programme.unit, earning.amount)
    said = tr("Examples", "A bill of {amount} today earns {points}").format(amount=editing.money(amount), points=given)
    named = [one["name"] for one in programme.terms.get("promotions", ()) if one["id"] == earning.promotion]
    return tr("Examples", "{example}, with “{promotion}”").format(example=said, promotion=named[0]) if named else said


def _of_rule(editing: Editing, programme: ProgrammeDraft, number: int, amount: int, earning: Earning) -> str:
    rule = programme.terms["rules"][number]
    points = rule.get("points", 0)
    if rule["kind"] in {"visit", "amount"}:
        given = editing.amount(programme.unit, earning.by_rule.get(rule["id"], 0))
        return tr("Examples", "Of a bill of {amount} today this rule earns {points}").format(
            amount=editing.money(amount), points=given
        )
    if rule["kind"] == "item":
        return tr("Examples", "Two of them earn {points}").format(points=editing.amount(programme.unit, 2 * points))
    if rule["kind"] == "referral":
        both = points + rule.get("friend_points", 0)
        return tr("Examples", "Both together get {points}").format(points=editing.amount(programme.unit, both))
    return ""
