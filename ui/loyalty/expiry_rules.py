"""The card that says when points and punches lapse, one line a programme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.loyalty.rule_card import RuleCard
from ui.shared.language import tr
from ui.shared.switch import Switch

if TYPE_CHECKING:
    from ui.loyalty.draft import ProgrammeDraft
    from ui.loyalty.editing import Editing

USUAL: Final = {"kind": "idle_months", "count": 12}
"""What a card gets whose expiry is switched on: the year after the last visit most shops use."""
COUNTED: Final = frozenset({"days", "months", "idle_months"})


def expiry_card(editing: Editing) -> RuleCard:
    """When what was earned lapses. What is earned already keeps its date."""
    lapse = any(_kind(editing, one) != "never" for one in editing.draft.programmes)
    switch = Switch(editing.kit.theme, tr("ExpiryRules", "Expiry in use"))
    switch.setChecked(lapse)
    card = RuleCard(editing.kit, "clock", tr("ExpiryRules", "Expiry"), switch)
    switch.clicked.connect(lambda _on=False: _switch(editing, on=switch.isChecked()))
    for programme in editing.draft.programmes:
        if programme.active and lapse:
            _say_line(editing, card, programme)
    if not lapse:
        card.say(tr("ExpiryRules", "Nothing lapses."))
    card.example(tr("ExpiryRules", "What customers have already keeps its date."))
    return card


def _say_line(editing: Editing, card: RuleCard, programme: ProgrammeDraft) -> None:
    uid, name, kind = programme.uid, programme.name, _kind(editing, programme)
    choice = editing.choice(
        uid, ("expiry", "kind"), tr("ExpiryRules", "{name}: when it lapses").format(name=name), kinds(), "never"
    )
    choice.chosen.connect(lambda value: _choose(editing, uid, value))
    if kind not in COUNTED:
        card.say(tr("ExpiryRules", "{name}: {kind}"), name=name, kind=choice)
        return
    card.say(
        tr("ExpiryRules", "{name}: {count} {unit} {kind}"),
        name=name,
        count=editing.number(uid, ("expiry", "count"), tr("ExpiryRules", "{name}: how long").format(name=name), 2),
        unit=tr("ExpiryRules", "days") if kind == "days" else tr("ExpiryRules", "months"),
        kind=choice,
    )


def _kind(editing: Editing, programme: ProgrammeDraft) -> str:
    return str(editing.draft.value(programme.uid, ("expiry", "kind"), "never"))


def _choose(editing: Editing, uid: str, kind: str) -> None:
    count = {"days": 90, "months": 12, "idle_months": 12}.get(kind)
    expiry = {"kind": kind} | ({"count": count} if count else {})
    rest = {key: value for key, value in editing.draft.programme(uid).terms.items() if key != "expiry"}
    editing.draft.replace(uid, rest if kind == "never" else rest | {"expiry": expiry})


def _switch(editing: Editing, *, on: bool) -> None:
    for programme in editing.draft.programmes:
        rest = {key: value for key, value in programme.terms.items() if key != "expiry"}
        kept = programme.kept[2].get("expiry", USUAL) if programme.kept else USUAL
        editing.draft.replace(programme.uid, rest | ({"expiry": dict(kept)} if on else {}))


def kinds() -> list[tuple[str, str]]:
    """When something may lapse."""
    return [
        ("idle_months", tr("ExpiryRules", "after the last visit")),
        ("months", tr("ExpiryRules", "after they were earned")),
        ("days", tr("ExpiryRules", "after they were earned, in days")),
        ("month_end", tr("ExpiryRules", "at the end of the month")),
        ("year_end", tr("ExpiryRules", "at the end of the year")),
        ("never", tr("ExpiryRules", "never")),
    ]
