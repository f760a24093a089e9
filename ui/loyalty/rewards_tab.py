"""What points and full cards bring: the catalogue, the card's reward and the gifts on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.loyalty import gives
from ui.loyalty.rule_card import RuleCard
from ui.loyalty.standing_cards import LIST, add_standing, standing_card
from ui.loyalty.tab import RuleTab
from ui.shared.buttons import Button, on_press
from ui.shared.empty_state import EmptyState
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.loyalty.draft import ProgrammeDraft
    from ui.loyalty.sheet import Path


class RewardsTab(RuleTab):
    """A card a reward."""

    def build(self) -> None:
        """The catalogue of each points programme, then each punch card's rewards."""
        for programme in self.editing.draft.of_unit("point", "credit"):
            if programme.unit == "point" or programme.terms.get("rewards"):
                self._build_catalogue(programme)
        for programme in self.editing.draft.of_unit("punch"):
            self._head(programme.name)
            self._add_card_reward(programme)
            for number, _ in enumerate(programme.terms.get("milestones", ())):
                self._add_milestone(programme, number)

        self._build_standing()

    def _build_standing(self) -> None:
        """Money off without a card or code."""
        self._head(tr("RewardsTab", "Money off without a card or code"))
        for number, _ in enumerate(self.editing.standing.sheet.value("", (LIST,), [])):
            self.put(standing_card(self.editing, number))
        add = Button(self.kit.theme, tr("RewardsTab", "Add a standing discount"), "secondary", icon="plus")
        on_press(add, lambda: add_standing(self.editing))
        self.put(add, wide=False)

    def _build_catalogue(self, programme: ProgrammeDraft) -> None:
        add = Button(self.kit.theme, tr("RewardsTab", "Add a reward"), "secondary", icon="plus")
        add.setAccessibleName(tr("RewardsTab", "Add a reward to {programme}").format(programme=programme.name))
        on_press(add, lambda: self._add_reward(programme))
        rewards = programme.terms.get("rewards", [])
        if not rewards:
            sentence = tr("RewardsTab", "A reward has a price in points and says what it gives and what it costs you.")
            title = tr("RewardsTab", "No rewards for {programme} yet").format(programme=programme.name)
            empty = EmptyState(self.kit.theme, "gift", title, sentence, add)
            empty.setFixedHeight(max(220, self.kit.theme.px(220)))
            self.put(empty)
            return
        self._head(programme.name)
        for number, _ in enumerate(rewards):
            self._add_catalogue_card(programme, number)
        self.put(add, wide=False)

    def _head(self, text: str) -> None:
        label = text_label(text, "caption", "secondary")
        self.put(label)

    def _add_catalogue_card(self, programme: ProgrammeDraft, number: int) -> None:
        uid, at = programme.uid, ("rewards", number)
        title = tr("RewardsTab", "Reward {number}").format(number=number + 1)
        card = RuleCard(self.kit, "ticket", title)
        card.add_remove(
            tr("RewardsTab", "Remove {reward}").format(reward=title), lambda: self.editing.draft.remove(uid, at)
        )
        template = (
            tr("RewardsTab", "{name} for {price} {money}")
            if programme.unit == "credit"
            else tr("RewardsTab", "{name} for {price} points")
        )
        card.say(
            template, money=self.editing.money_word,
            name=self.editing.words(uid, (*at, "name"), tr("RewardsTab", "{reward}: name").format(reward=title)),
            price=self.editing.quantity(
                programme.unit, uid, (*at, "points"), tr("RewardsTab", "{reward}: price").format(reward=title)
            ),
        )  # fmt: skip
        self._say_gives(card, uid, at, title)
        self.put(card)

    def _add_card_reward(self, programme: ProgrammeDraft) -> None:
        title = tr("RewardsTab", "Full card – {programme}").format(programme=programme.name)
        card = RuleCard(self.kit, "gift", title)
        uid, name = programme.uid, tr("RewardsTab", "{reward}: name").format(reward=title)
        template = tr("RewardsTab", "A full card of {size} punches brings {name}")
        words = self.editing.words(uid, ("reward", "name"), name)
        card.say(template, size=str(self.editing.draft.value(uid, ("size",), "")), name=words)
        self._say_gives(card, uid, ("reward",), title)
        self.put(card)

    def _add_milestone(self, programme: ProgrammeDraft, number: int) -> None:
        uid, at = programme.uid, ("milestones", number)
        title = tr("RewardsTab", "On the way {number} – {programme}")
        title = title.format(number=number + 1, programme=programme.name)
        card = RuleCard(self.kit, "gift", title)
        card.add_remove(
            tr("RewardsTab", "Remove {reward}").format(reward=title), lambda: self.editing.draft.remove(uid, at)
        )
        template = tr("RewardsTab", "{at} punches bring {name}")
        card.say(
            template,
            at=self.editing.number(uid, (*at, "at"), tr("RewardsTab", "{reward}: punches").format(reward=title), 2),
            name=self.editing.words(uid, (*at, "name"), tr("RewardsTab", "{reward}: name").format(reward=title)),
        )
        self._say_gives(card, uid, at, title)
        self.put(card)

    def _say_gives(self, card: RuleCard, uid: str, at: Path, title: str) -> None:
        kind = str(self.editing.draft.value(uid, (*at, "gives", "kind"), "gift"))
        card.say(gives.template(kind), **gives.parts(self.editing, uid, (*at, "gives"), title))
        card.say(
            tr("RewardsTab", "It costs us {cost} {money} and is valid {days} days (empty: always)."),
            cost=self.editing.cash(uid, (*at, "cost"), tr("RewardsTab", "{reward}: our cost").format(reward=title), 5),
            money=self.editing.money_word,
            days=self.editing.number(
                uid, (*at, "valid_days"), tr("RewardsTab", "{reward}: valid days").format(reward=title)
            ),
        )

    def _add_reward(self, programme: ProgrammeDraft) -> None:
        draft = self.editing.draft
        reward = {
            "id": draft.free_id(programme.uid, "rewards"), "name": tr("RewardsTab", "Reward"), "points": 500,
            "gives": gives.usual(self.editing, "discount"),
        }  # fmt: skip
        draft.add(programme.uid, ("rewards",), reward)
