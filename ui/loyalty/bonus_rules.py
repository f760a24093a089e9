"""Cards of the further rules: visits, goods, a second amount, and what is given once for something that happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ui.loyalty.point_rules import main_rule
from ui.loyalty.punch_rules import visit_rule
from ui.loyalty.rule_card import RuleCard
from ui.shared.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from ui.loyalty.draft import ProgrammeDraft
    from ui.loyalty.editing import Editing
    from ui.loyalty.sheet import Path

KINDS: Final[dict[str, tuple[str, str]]] = {
    "visit": ("calendar-check", mark("BonusRules", "Every visit")),
    "item": ("shopping-bag", mark("BonusRules", "Certain goods")),
    "amount": ("receipt", mark("BonusRules", "A further amount")),
    "signup": ("user-plus", mark("BonusRules", "New customer")),
    "birthday": ("cake", mark("BonusRules", "Birthday")),
    "referral": ("users", mark("BonusRules", "Bringing a friend")),
    "survey": ("message-circle", mark("BonusRules", "Answered survey")),
    "mission": ("flag", mark("BonusRules", "A task")),
}
"""Kind of rule -> icon and English title."""

_SENTENCES: Final[dict[str, str]] = {
    "visit": mark("BonusRules", "Every visit gives {points} if the bill is at least {minimum}"),
    "item": mark("BonusRules", "{items} give {points} each."),
    "amount": mark("BonusRules", "Every {per} spent gives {points} on bills from {minimum} on"),
    "signup": mark("BonusRules", "A new customer gets {points} once"),
    "birthday": mark("BonusRules", "On their birthday they get {points} and 29 February counts as {feb29}"),
    "referral": mark("BonusRules", "Whoever brings a friend gets {points} and the friend {friend_points}"),
    "survey": mark("BonusRules", "An answered survey gives {points}"),
    "mission": mark("BonusRules", "{name} gives {points} once for each person"),
}


def title_of(kind: str) -> str:
    """What a kind of rule is called."""
    return tr("BonusRules", KINDS[kind][1]) if kind in KINDS else kind


def shown_rules(programme: ProgrammeDraft) -> Iterator[int]:
    """The numbers of the rules that have a card of their own."""
    own = visit_rule(programme.terms) if programme.unit == "punch" else main_rule(programme.terms)
    for number, _ in enumerate(programme.terms.get("rules", ())):
        if number != own:
            yield number


def bonus_card(editing: Editing, programme: ProgrammeDraft, number: int) -> RuleCard:
    """One further rule of a programme."""
    uid, at = programme.uid, ("rules", number)
    rule: dict[str, Any] = programme.terms["rules"][number]
    kind = str(rule.get("kind"))
    title = title_of(kind)
    if len(editing.draft.programmes) > 1:
        title = tr("BonusRules", "{rule} – {programme}").format(rule=title, programme=programme.name)
    switch = editing.switch(uid, (*at, "enabled"), tr("BonusRules", "{rule} in use").format(rule=title))
    card = RuleCard(editing.kit, KINDS.get(kind, ("gift", ""))[0], title, switch)
    remove = tr("BonusRules", "Remove {rule}").format(rule=title)
    card.add_remove(remove, lambda: editing.draft.remove(uid, at))
    card.say(tr("BonusRules", _SENTENCES[kind]), **_parts(editing, programme, at, kind, title))
    if kind in {"visit", "item", "amount"}:
        _say_when(editing, card, uid, at, title)
    return card


def _parts(editing: Editing, programme: ProgrammeDraft, at: Path, kind: str, title: str) -> dict[str, QWidget | str]:
    uid, unit = programme.uid, programme.unit
    parts: dict[str, QWidget | str] = {
        "points": editing.quantity(
            unit, uid, (*at, "points"), tr("BonusRules", "{rule}: what it gives").format(rule=title)
        )
    }
    if kind in {"visit", "amount"}:
        name = tr("BonusRules", "{rule}: smallest bill").format(rule=title)
        parts["minimum"] = editing.cash(uid, (*at, "minimum"), name, 5, 0)
    if kind == "amount":
        parts["per"] = editing.cash(uid, (*at, "per"), tr("BonusRules", "{rule}: for each").format(rule=title))
    if kind == "item":
        name = tr("BonusRules", "{rule}: which").format(rule=title)
        parts["items"] = editing.listed(uid, (*at, "items"), name, tr("BonusRules", "Cut, Colour"))
    if kind == "birthday":
        name = tr("BonusRules", "{rule}: 29 February").format(rule=title)
        days = [("02-28", tr("BonusRules", "28 February")), ("03-01", tr("BonusRules", "1 March"))]
        parts["feb29"] = editing.choice(uid, (*at, "feb29"), name, days, "02-28")
    if kind == "referral":
        name = tr("BonusRules", "{rule}: for the friend").format(rule=title)
        parts["friend_points"] = editing.quantity(unit, uid, (*at, "friend_points"), name, 0)
    if kind == "mission":
        parts["name"] = editing.words(uid, (*at, "name"), tr("BonusRules", "{rule}: what to do").format(rule=title))
    return parts


def _say_when(editing: Editing, card: RuleCard, uid: str, at: Path, title: str) -> None:
    card.say_more(
        tr("BonusRules", "Only {items} and the groups {categories} but never {but} nor the groups {but_groups}"),
        items=editing.listed(uid, (*at, "items"), tr("BonusRules", "{rule}: only these goods").format(rule=title)),
        categories=editing.listed(uid, (*at, "categories"), tr("BonusRules", "{rule}: groups").format(rule=title)),
        but=editing.listed(uid, (*at, "except_items"), tr("BonusRules", "{rule}: never these").format(rule=title)),
        but_groups=editing.listed(
            uid, (*at, "except_categories"), tr("BonusRules", "{rule}: never these groups").format(rule=title)
        ),
    )
    card.say_more(
        tr("BonusRules", "It counts from {start} until {until} with the code {code}"),
        start=editing.instant(uid, (*at, "from"), tr("BonusRules", "{rule}: from").format(rule=title)),
        until=editing.instant(uid, (*at, "until"), tr("BonusRules", "{rule}: until").format(rule=title)),
        code=editing.words(uid, (*at, "code"), tr("BonusRules", "{rule}: code").format(rule=title), 8),
    )
    beside = tr("BonusRules", "{rule}: beside others").format(rule=title)
    alone = [("no", tr("BonusRules", "adds to the other rules")), ("yes", tr("BonusRules", "replaces the other rules"))]
    card.say_more(
        tr("BonusRules", "It {alone} and has the rank {priority} (the highest wins)."),
        alone=editing.choice(uid, (*at, "alone"), beside, alone, default=False),
        priority=editing.number(uid, (*at, "priority"), tr("BonusRules", "{rule}: rank").format(rule=title), 2, 0),
    )  # fmt: skip


def add_rule(editing: Editing, uid: str, kind: str) -> int:
    """A further rule with figures to begin with; returns its number."""
    programme = editing.draft.programme(uid)
    if programme.unit == "punch" and "rules" not in programme.terms:
        # A list of rules takes the place of the punches a visit earns: these come first in it.
        visit = {"id": "1", "kind": "visit", "points": programme.terms.get("per_visit", 1)}
        programme.terms["rules"] = [visit]
        programme.terms.pop("per_visit", None)
    few = programme.unit == "punch"
    rule: dict[str, Any] = {"id": editing.draft.free_id(uid, "rules"), "kind": kind, "points": 1 if few else 100}
    rule |= {"per": 1000} if kind == "amount" else {}
    rule |= {"friend_points": 1 if few else 100} if kind == "referral" else {}
    rule |= {"name": tr("BonusRules", "Write a review")} if kind == "mission" else {}
    return editing.draft.add(uid, ("rules",), rule)
