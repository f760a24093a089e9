"""Cards of the standing discounts: money off without a card or code, for a tag, a tier, or what was bought so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.loyalty import gives
from ui.loyalty.fields import Place, PlaceChoice
from ui.loyalty.rule_card import RuleCard
from ui.shared.language import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.loyalty.editing import Editing
    from ui.loyalty.sheet import Path

LIST = "discounts"
"""Under which key the list stands on its sheet; problems name places inside the list."""


def standing_card(editing: Editing, number: int) -> RuleCard:
    """One standing discount."""
    make, at = editing.standing, (LIST, number)
    title = tr("StandingCards", "Standing discount {number}").format(number=number + 1)
    switch = make.switch("", (*at, "enabled"), tr("StandingCards", "{discount} in use").format(discount=title))
    card = RuleCard(editing.kit, "badge-percent", title, switch)
    remove = tr("StandingCards", "Remove {discount}").format(discount=title)
    card.add_remove(remove, lambda: make.sheet.remove("", at))
    who = WhoPlace(editing, at)
    choice = PlaceChoice(
        editing.kit.theme, who, tr("StandingCards", "{discount}: for whom").format(discount=title), whoms()
    )
    name = make.words("", (*at, "name"), tr("StandingCards", "{discount}: name").format(discount=title), 12)
    card.say(
        tr("StandingCards", "{name} for customers {who} {what}"), name=name, who=choice, what=_first(editing, at, title)
    )
    kind = who.get()
    if kind in {"visits", "spend", "item"}:
        months = make.number(
            "", (*at, "for", "months"), tr("StandingCards", "{discount}: months").format(discount=title), 2
        )
        if kind == "item":
            often = tr("StandingCards", "{discount}: how many").format(discount=title)
            many = make.number("", (*at, "for", "count"), often, 2, 1)
            card.say(
                tr("StandingCards", "at least {count} of them in the last {months} months"), count=many, months=months
            )
        else:
            card.say(tr("StandingCards", "in the last {months} months (empty: ever)"), months=months)
    given = str(make.sheet.value("", (*at, "gives", "kind"), "percent"))
    card.say(gives.template(given), **gives.parts(make, "", (*at, "gives"), title, gives.money_kinds()))
    smallest = tr("StandingCards", "{discount}: smallest bill").format(discount=title)
    card.say(
        tr("StandingCards", "For bills from {minimum} {money} on."),
        minimum=make.cash("", (*at, "minimum"), smallest, 5, 0),
        money=make.money_word,
    )  # fmt: skip
    return card


def _first(editing: Editing, at: Path, title: str) -> QWidget:
    """The field of whom it is for."""
    make, kind = editing.standing, WhoPlace(editing, at).get()
    name = tr("StandingCards", "{discount}: which").format(discount=title)
    place = (*at, "for", kind)
    if kind == "visits":
        return make.number("", place, name, 2)
    if kind == "spend":
        return make.cash("", place, name, 6)
    levels = [(str(step.get("id")), str(step.get("name"))) for step in _levels(editing)]
    if kind == "tier" and levels:
        return make.choice("", place, name, levels)
    return make.words("", place, name, 10)


def _levels(editing: Editing) -> list[dict[str, Any]]:
    draft = editing.draft
    return [step for one in draft.programmes for step in draft.value(one.uid, ("tiers", "steps"), [])]


def whoms() -> list[tuple[str, str]]:
    """Whom a standing discount may be for."""
    return [
        ("tag", tr("StandingCards", "with the tag")),
        ("tier", tr("StandingCards", "of the level")),
        ("visits", tr("StandingCards", "by visits, at least")),
        ("spend", tr("StandingCards", "by spend, at least")),
        ("item", tr("StandingCards", "who bought")),
    ]


def add_standing(editing: Editing) -> None:
    """Ten percent for a tag, to begin with."""
    sheet = editing.standing.sheet
    taken = {str(one.get("id")) for one in sheet.value("", (LIST,), [])}
    new = next(str(n) for n in range(1, len(taken) + 2) if str(n) not in taken)
    entry = {
        "id": new, "name": tr("StandingCards", "Students"), "gives": {"kind": "percent", "percent": 10},
        "for": {"tag": tr("StandingCards", "student")},
    }  # fmt: skip
    sheet.add("", (LIST,), entry)


class WhoPlace(Place):
    """Whom it is for: another way brings its own fields."""

    def __init__(self, editing: Editing, at: Path) -> None:
        super().__init__(editing.standing.sheet, "", (*at, "for"))
        self._editing = editing

    def get(self) -> str:
        """Read off which key stands there."""
        said = self.sheet.value("", self.path) or {}
        return next((kind for kind, _ in whoms() if kind in said), "tag")

    def put(self, value: object) -> None:
        """Begin with what is usual for this way."""
        if value == self.get():
            return
        level = next((str(step.get("id")) for step in _levels(self._editing)), "")
        usual: dict[str, dict[str, Any]] = {
            "tag": {"tag": tr("StandingCards", "student")},
            "tier": {"tier": level},
            "visits": {"visits": 10, "months": 12},
            "spend": {"spend": 50_000, "months": 12},
            "item": {"item": tr("StandingCards", "Cut"), "count": 5, "months": 12},
        }
        self.sheet.put("", self.path, usual[str(value)])
        self.sheet.reshape()
