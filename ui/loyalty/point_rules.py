"""The card of a points or credit programme: what a bill earns, how it is counted and what points take off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ui.loyalty.rule_card import RuleCard
from ui.shared.buttons import Button, on_press
from ui.shared.formats import minor_digits
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.loyalty.draft import ProgrammeDraft
    from ui.loyalty.editing import Editing

FACE_VALUE: Final = {"points": 1, "value": 1, "step": 1}
"""What credit pays with."""


def main_rule(terms: dict[str, object]) -> int | None:
    """The number of the rule by amount that the programme's own card shows: the first one."""
    rules = terms.get("rules")
    if not isinstance(rules, list):
        return None
    return next((number for number, rule in enumerate(rules) if rule.get("kind") == "amount"), None)


def point_card(editing: Editing, programme: ProgrammeDraft) -> RuleCard:
    """What a bill earns, and what it buys."""
    uid, name = programme.uid, programme.name
    switch = editing.active(uid, tr("PointRules", "{name} in use").format(name=name))
    icon = "wallet" if programme.unit == "credit" else "hand-coins"
    card = RuleCard(editing.kit, icon, name, switch)
    if programme.is_new:
        remove = tr("PointRules", "Remove {name}").format(name=name)
        card.add_remove(remove, lambda: editing.draft.remove_programme(uid))
    rule = main_rule(programme.terms)
    if rule is not None:
        _say_earning(editing, card, programme, rule)
    if programme.unit == "point":
        _say_spending(editing, card, programme)
    else:
        _say_paying(editing, card, programme)
    if rule is not None:
        _say_counting(editing, card, uid, rule)
    _say_limits(editing, card, programme)
    return card


def _say_earning(editing: Editing, card: RuleCard, programme: ProgrammeDraft, rule: int) -> None:
    uid, at = programme.uid, ("rules", rule)
    points = editing.quantity(programme.unit, uid, (*at, "points"), tr("PointRules", "Points for each amount"))
    per = editing.cash(uid, (*at, "per"), tr("PointRules", "Amount for points"), 3)
    if programme.unit == "credit":
        template = tr(
            "PointRules", "Every {per} {money} spent gives {points} {money} of credit, counted {base} and {rounding}"
        )
    else:
        template = tr("PointRules", "Every {per} {money} spent gives {points} points, counted {base} and {rounding}")
    card.say(
        template, per=per, points=points, money=editing.money_word,
        base=editing.choice(uid, ("base",), tr("PointRules", "What is counted"), bases(), "bill"),
        rounding=editing.choice(uid, ("rounding",), tr("PointRules", "Fractions"), roundings(), "floor"),
    )  # fmt: skip
    minimum = editing.cash(uid, (*at, "minimum"), tr("PointRules", "Smallest bill that counts"), 5, 0)
    if not programme.terms.get("spend") or programme.unit == "credit":
        template = tr("PointRules", "Bills count from {minimum} {money} on.")
        card.say(template, minimum=minimum, money=editing.money_word)
        return
    card.say(
        tr("PointRules", "Bills count from {minimum} {money} on. {points} pt take {value} {money} off."),
        minimum=minimum,
        points=editing.number(uid, ("spend", "points"), tr("PointRules", "Points to pay with")),
        value=editing.cash(uid, ("spend", "value"), tr("PointRules", "What they are worth")),
        money=editing.money_word,
    )


def _say_spending(editing: Editing, card: RuleCard, programme: ProgrammeDraft) -> None:
    uid = programme.uid
    if not programme.terms.get("spend"):
        offer = Button(editing.kit.theme, tr("PointRules", "Let points take money off a bill"), "text", icon="plus")
        on_press(offer, lambda: add_spending(editing, uid))
        card.say_more("{offer}", offer=offer)
        return
    remove = Button(editing.kit.theme, tr("PointRules", "Remove"), "text")
    remove.setAccessibleName(tr("PointRules", "No money off for points"))
    on_press(remove, lambda: editing.draft.remove(uid, ("spend",)))
    card.say_more(
        tr(
            "PointRules", "Paid in steps of {step} points, from {minimum} points on, up to {cap}% of the bill. {remove}"
        ),
        step=editing.number(uid, ("spend", "step"), tr("PointRules", "Step when paying with points")),
        minimum=editing.number(uid, ("spend", "minimum"), tr("PointRules", "Fewest points to pay with"), 3, 0),
        cap=editing.number(uid, ("spend", "cap_percent"), tr("PointRules", "Largest share of the bill"), 3, 100),
        remove=remove,
    )


def _say_paying(editing: Editing, card: RuleCard, programme: ProgrammeDraft) -> None:
    """Credit is money: it pays at its own worth."""
    uid = programme.uid
    if not programme.terms.get("spend"):
        offer = Button(editing.kit.theme, tr("PointRules", "Let credit pay bills"), "text", icon="plus")
        on_press(offer, lambda: editing.draft.replace(uid, programme.terms | {"spend": dict(FACE_VALUE)}))
        card.say_more("{offer}", offer=offer)
        return
    card.say_more(
        tr("PointRules", "Credit pays from {minimum} {money} on, up to {cap}% of the bill."),
        minimum=editing.cash(uid, ("spend", "minimum"), tr("PointRules", "Least credit to pay with"), 3, 0),
        money=editing.money_word,
        cap=editing.number(uid, ("spend", "cap_percent"), tr("PointRules", "Largest share of the bill"), 3, 100),
    )


def _say_counting(editing: Editing, card: RuleCard, uid: str, rule: int) -> None:
    at = ("rules", rule)
    card.say_more(
        tr("PointRules", "It counts {mode} and what is left over is {carry}"),
        mode=editing.choice(uid, (*at, "mode"), tr("PointRules", "How amounts are counted"), modes(), "proportional"),
        carry=editing.choice(uid, (*at, "carry"), tr("PointRules", "What is left over"), carries(), default=False),
    )


def _say_limits(editing: Editing, card: RuleCard, programme: ProgrammeDraft) -> None:
    uid, unit = programme.uid, programme.unit
    card.say_more(
        tr("PointRules", "One customer earns at most {day} a day and {all} in all (empty: no limit)."),
        day=editing.quantity(unit, uid, ("caps", "day"), tr("PointRules", "Most a day")),
        all=editing.quantity(unit, uid, ("caps", "customer"), tr("PointRules", "Most in all")),
    )
    card.say_more(
        tr("PointRules", "What a bill earns {own_bill} pay for that very bill. After a refund a balance {below_zero}"),
        own_bill=editing.choice(
            uid, ("own_bill",), tr("PointRules", "Points of the bill itself"),
            [("no", tr("PointRules", "may not")), ("yes", tr("PointRules", "may"))], default=False,
        ),
        below_zero=editing.choice(
            uid, ("below_zero",), tr("PointRules", "Balance after a refund"),
            [("floor", tr("PointRules", "stops at zero")), ("debt", tr("PointRules", "may fall below zero"))], "floor",
        ),
    )  # fmt: skip
    card.say_more(
        tr("PointRules", "Tax is {tax}% where a bill doesn't say. This programme is called {name}"),
        tax=editing.number(uid, ("tax_percent",), tr("PointRules", "Tax in percent"), 2, 0),
        name=editing.called(uid, tr("PointRules", "Name of the programme")),
    )


def add_spending(editing: Editing, uid: str) -> None:
    """500 points take 500 yen off, as many small shops begin."""
    value = 500 * 10 ** minor_digits(editing.currency) // (100 if minor_digits(editing.currency) else 1)
    editing.draft.replace(
        uid,
        editing.draft.programme(uid).terms | {"spend": {"points": 500, "value": value, "step": 500, "minimum": 500}},
    )


def new_points(editing: Editing, unit: str) -> str:
    """A further programme by amount; returns its uid in the draft."""
    per = 100
    name = tr("PointRules", "Credit") if unit == "credit" else tr("PointRules", "Points")
    terms: dict[str, Any] = {"rules": [{"id": "1", "kind": "amount", "points": 1, "per": per}]}
    terms |= {"spend": dict(FACE_VALUE)} if unit == "credit" else {}
    return editing.draft.add_programme(unit, name, terms)


def bases() -> list[tuple[str, str]]:
    """What of a bill is counted."""
    return [
        ("bill", tr("PointRules", "with tax")),
        ("bill_without_tax", tr("PointRules", "without tax")),
        ("goods", tr("PointRules", "goods only, with tax")),
        ("goods_without_tax", tr("PointRules", "goods only, without tax")),
    ]


def roundings() -> list[tuple[str, str]]:
    """What becomes of fractions."""
    return [
        ("floor", tr("PointRules", "rounded down")),
        ("half_up", tr("PointRules", "rounded to the nearest")),
        ("ceil", tr("PointRules", "rounded up")),
    ]


def modes() -> list[tuple[str, str]]:
    """How an amount is counted."""
    return [
        ("proportional", tr("PointRules", "every part of the amount")),
        ("block", tr("PointRules", "full amounts only")),
    ]


def carries() -> list[tuple[str, str]]:
    """What becomes of the rest below one point."""
    return [
        ("no", tr("PointRules", "dropped")),
        ("yes", tr("PointRules", "kept for the next visit")),
    ]
