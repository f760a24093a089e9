"""Tiers: levels by what a customer spent or earned in the last months, never by the balance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.loyalty.rule_card import RuleCard
from ui.loyalty.tab import RuleTab
from ui.shared.buttons import Button, on_press
from ui.shared.empty_state import EmptyState
from ui.shared.formats import minor_digits
from ui.shared.language import tr
from ui.shared.switch import Switch

if TYPE_CHECKING:
    from ui.loyalty.draft import ProgrammeDraft
    from ui.loyalty.editing import Editing
    from ui.loyalty.sheet import Path


class TiersTab(RuleTab):
    """How a level is reached, then a card a level."""

    def build(self) -> None:
        """The levels of each points programme."""
        programmes = self.editing.draft.of_unit("point", "credit")
        for programme in programmes:
            if programme.terms.get("tiers"):
                self._build_tiers(programme)
            else:
                self._offer(programme)
        if not programmes:
            title = tr("TiersTab", "Tiers need a points programme")
            self.put(EmptyState(self.kit.theme, "medal", title))

    def _offer(self, programme: ProgrammeDraft) -> None:
        begin = Button(self.kit.theme, tr("TiersTab", "Begin with three levels"), icon="plus")
        on_press(begin, lambda: begin_tiers(self.editing, programme.uid))
        title = tr("TiersTab", "No tiers in {programme} yet").format(programme=programme.name)
        sentence = tr(
            "TiersTab", "Regulars reach a level by what they spent in the last 12 months and earn more there."
        )
        empty = EmptyState(self.kit.theme, "medal", title, sentence, begin)
        empty.setFixedHeight(max(240, self.kit.theme.px(240)))
        self.put(empty)

    def _build_tiers(self, programme: ProgrammeDraft) -> None:
        self.put(self._reach_card(programme))
        for number, _ in enumerate(programme.terms["tiers"].get("steps", ())):
            self.put(self._step_card(programme, number))
        add = Button(self.kit.theme, tr("TiersTab", "Add a level"), icon="plus")
        on_press(add, lambda: add_step(self.editing, programme.uid))
        self.put(add, wide=False)

    def _reach_card(self, programme: ProgrammeDraft) -> RuleCard:
        editing, uid = self.editing, programme.uid
        switch = Switch(self.kit.theme, tr("TiersTab", "Tiers in use"))
        switch.setChecked(True)
        switch.clicked.connect(lambda _on=False: editing.draft.remove(uid, ("tiers",)))
        card = RuleCard(self.kit, "medal", tr("TiersTab", "How a level is reached"), switch)
        ways = [("spend", tr("TiersTab", "what they spent")), ("earned", tr("TiersTab", "the points they earned"))]
        by = editing.choice(uid, ("tiers", "by"), tr("TiersTab", "What a level is reached by"), ways, "spend")
        by.chosen.connect(lambda _value: editing.draft.reshaped.emit())
        card.say(
            tr("TiersTab", "By {by} in the last {months} months. Whoever falls below keeps the level {days} days."),
            by=by,
            months=editing.number(uid, ("tiers", "months"), tr("TiersTab", "Months that count"), 2, 12),
            days=editing.number(uid, ("tiers", "grace_days"), tr("TiersTab", "Days of grace"), 3, 0),
        )
        return card

    def _step_card(self, programme: ProgrammeDraft, number: int) -> RuleCard:
        editing, uid = self.editing, programme.uid
        at: Path = ("tiers", "steps", number)
        title = tr("TiersTab", "Level {number}").format(number=number + 1)
        card = RuleCard(self.kit, "chevrons-up", title)
        remove = tr("TiersTab", "Remove {level}").format(level=title)
        card.add_remove(remove, lambda: remove_step(editing, uid, number))
        by_spend = editing.draft.value(uid, ("tiers", "by"), "spend") == "spend"
        reached = tr("TiersTab", "{level}: from").format(level=title)
        start = (
            editing.cash(uid, (*at, "from"), reached, 6) if by_spend else editing.number(uid, (*at, "from"), reached, 6)
        )
        card.say(
            tr("TiersTab", "{name} from {start} {unit} on"),
            name=editing.words(uid, (*at, "name"), tr("TiersTab", "{level}: name").format(level=title), 10),
            start=start,
            unit=editing.money_word if by_spend else tr("TiersTab", "points"),
        )
        share = tr("TiersTab", "{level}: percent of the points").format(level=title)
        less = tr("TiersTab", "{level}: discount").format(level=title)
        card.say(
            tr("TiersTab", "earns {percent}% of the points, pays {discount}% less, and gets {benefit}"),
            percent=editing.number(uid, (*at, "percent"), share, 3, 100),
            discount=editing.number(uid, (*at, "discount_percent"), less, 2, 0),
            benefit=editing.words(uid, (*at, "benefit"), tr("TiersTab", "{level}: benefit").format(level=title), 12),
        )  # fmt: skip
        return card


def begin_tiers(editing: Editing, uid: str) -> None:
    """Three levels with the names most shops know."""
    unit = 10 ** max(minor_digits(editing.currency), 2)
    names = [tr("TiersTab", "Regular"), tr("TiersTab", "Silver"), tr("TiersTab", "Gold")]
    steps = [
        {"id": str(n + 1), "name": name, "from": start * unit, "percent": percent}
        for n, (name, start, percent) in enumerate(zip(names, (0, 300, 1000), (100, 120, 150), strict=True))
    ]
    tiers = {"by": "spend", "months": 12, "grace_days": 30, "steps": steps}
    editing.draft.replace(uid, editing.draft.programme(uid).terms | {"tiers": tiers})


def add_step(editing: Editing, uid: str) -> None:
    """One level above the last."""
    steps = editing.draft.value(uid, ("tiers", "steps"), [])
    last = steps[-1] if steps else {}
    unit = 10 ** max(minor_digits(editing.currency), 2)
    start = last.get("from")
    editing.draft.add(
        uid, ("tiers", "steps"),
        {
            "id": editing.draft.free_id(uid, "steps"), "name": tr("TiersTab", "New level"),
            "from": (start if isinstance(start, int) else 0) + 500 * unit, "percent": 100,
        },
    )  # fmt: skip


def remove_step(editing: Editing, uid: str, number: int) -> None:
    """Take a level away, and the tiers with their last one."""
    steps = editing.draft.value(uid, ("tiers", "steps"), [])
    editing.draft.remove(uid, ("tiers", "steps", number) if len(steps) > 1 else ("tiers",))
