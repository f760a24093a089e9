"""The card of a punch card programme: how punches are earned and what a full card brings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.loyalty.rule_card import RuleCard
from ui.shared.buttons import Button, on_press
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.loyalty.draft import ProgrammeDraft
    from ui.loyalty.editing import Editing
    from ui.loyalty.sheet import Path


def punch_card(editing: Editing, programme: ProgrammeDraft) -> RuleCard:
    """Punches a visit, size, reward, gifts on the way, start, limit."""
    uid, name = programme.uid, programme.name
    switch = editing.active(uid, tr("PunchRules", "{name} in use").format(name=name))
    card = RuleCard(editing.kit, "stamp", name, switch)
    if programme.is_new:
        remove = tr("PunchRules", "Remove {name}").format(name=name)
        card.add_remove(remove, lambda: editing.draft.remove_programme(uid))
    card.say(
        tr("PunchRules", "Punches a visit: {per_visit}. {size} punches bring {reward}"),
        per_visit=editing.number(uid, visit_place(programme.terms), tr("PunchRules", "Punches a visit"), 2),
        size=editing.number(uid, ("size",), tr("PunchRules", "Punches for a full card"), 2),
        reward=editing.words(uid, ("reward", "name"), tr("PunchRules", "Reward for a full card"), 14),
    )
    for number, _ in enumerate(programme.terms.get("milestones", [])):
        _say_milestone(editing, card, uid, number)
    _say_details(editing, card, uid)
    return card


def visit_rule(terms: dict[str, Any]) -> int | None:
    """The number of the rule a visit earns by, where the terms list rules; the programme's own card shows it."""
    return next((number for number, rule in enumerate(terms.get("rules", ())) if rule.get("kind") == "visit"), None)


def visit_place(terms: dict[str, Any]) -> Path:
    """Where the punches a visit earns stand."""
    rule = visit_rule(terms)
    return ("per_visit",) if rule is None else ("rules", rule, "points")


def _say_milestone(editing: Editing, card: RuleCard, uid: str, number: int) -> None:
    remove = Button(editing.kit.theme, tr("PunchRules", "Remove"), "text")
    remove.setAccessibleName(tr("PunchRules", "Remove gift {number}").format(number=number + 1))
    on_press(remove, lambda: editing.draft.remove(uid, ("milestones", number)))
    at = tr("PunchRules", "Punches for gift {number}").format(number=number + 1)
    gift = tr("PunchRules", "Gift {number}").format(number=number + 1)
    card.say(
        tr("PunchRules", "On the way, {at} punches bring {gift} too. {remove}"),
        at=editing.number(uid, ("milestones", number, "at"), at, 2),
        gift=editing.words(uid, ("milestones", number, "name"), gift, 14),
        remove=remove,
    )


def _say_details(editing: Editing, card: RuleCard, uid: str) -> None:
    add = Button(editing.kit.theme, tr("PunchRules", "Add a gift on the way"), "text", icon="plus")
    on_press(add, lambda: add_milestone(editing, uid))
    card.say_more(
        tr("PunchRules", "A new card begins with {start} punches. {add}"),
        start=editing.number(uid, ("start",), tr("PunchRules", "Punches to begin with"), 2, 0),
        add=add,
    )
    card.say_more(
        tr("PunchRules", "At least {minutes} minutes apart, at most {per_day} entries a day (0: no limit)."),
        minutes=editing.number(uid, ("limit", "minutes"), tr("PunchRules", "Minutes between two entries"), 3, 0),
        per_day=editing.number(uid, ("limit", "per_day"), tr("PunchRules", "Entries a day"), 2, 0),
    )
    card.say_more(
        tr("PunchRules", "This programme is called {name}"),
        name=editing.called(uid, tr("PunchRules", "Name of the punch card")),
    )


def add_milestone(editing: Editing, uid: str) -> None:
    """A small gift half-way to the first place that is free."""
    size = editing.draft.value(uid, ("size",))
    taken = {one.get("at") for one in editing.draft.value(uid, ("milestones",), [])}
    half = size // 2 if isinstance(size, int) else 5
    at = next((n for n in range(max(half, 1), half + 50) if n not in taken), half)
    gift = {"at": at, "name": tr("PunchRules", "Small gift"), "gives": {"kind": "gift"}}
    editing.draft.add(uid, ("milestones",), gift)


def new_card(editing: Editing) -> str:
    """A further punch card; returns its uid in the draft."""
    reward = {"name": tr("PunchRules", "Reward"), "gives": {"kind": "gift"}}
    return editing.draft.add_programme("punch", tr("PunchRules", "Punch card"), {"size": 10, "reward": reward})
