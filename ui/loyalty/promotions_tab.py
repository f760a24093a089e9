"""Promotions: more points for a while, each with a running clock."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer

from retention_desktop.domain.terms import instant_text
from ui.loyalty.fields import PlaceChoice
from ui.loyalty.promotion_places import HourField, KindPlace, WindowPlace
from ui.loyalty.rule_card import RuleCard
from ui.loyalty.rule_clock import clock_of, clock_text
from ui.loyalty.tab import RuleTab
from ui.shared.buttons import Button, on_press
from ui.shared.chips import chip, chip_row, set_chip
from ui.shared.empty_state import EmptyState
from ui.shared.language import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QWidget

    from ui.loyalty.draft import ProgrammeDraft
    from ui.loyalty.editing import Editing
    from ui.loyalty.sheet import Path

EVERY_MS: Final = 20_000
"""How often the clocks are set; they show minutes."""


class PromotionsTab(RuleTab):
    """A card a promotion, of every programme."""

    def __init__(self, editing: Editing) -> None:
        super().__init__(editing)
        self._clocks: list[tuple[QLabel, str, int]] = []
        self._ticking = QTimer(self, interval=EVERY_MS)
        self._ticking.timeout.connect(self.set_clocks)
        self._ticking.start()
        editing.draft.changed.connect(self.set_clocks)

    def build(self) -> None:
        """The promotions there are, and ways to begin one."""
        self._clocks = []
        found = [
            (one, n) for one in self.editing.draft.programmes for n, _ in enumerate(one.terms.get("promotions", ()))
        ]
        if not found:
            title = tr("PromotionsTab", "No promotion yet")
            sentence = tr("PromotionsTab", "Double points on quiet days, or for 48 hours: begin with one of these.")
            empty = EmptyState(self.kit.theme, "repeat", title, sentence)
            empty.setFixedHeight(max(220, self.kit.theme.px(220)))
            self.put(empty)
        for programme, number in found:
            self._add_card(programme, number)
        self.put(self._starters())
        self.set_clocks()

    def set_clocks(self) -> None:
        """Say where each promotion stands now."""
        local = self.editing.local(self.kit.clock())
        for label, uid, number in self._clocks:
            promotion = self.editing.draft.value(uid, ("promotions", number)) or {}
            clock = clock_of(promotion, local)
            if not promotion.get("enabled", True):
                set_chip(label, tr("PromotionsTab", "Switched off"), "neutral")
            elif clock is not None:
                set_chip(label, clock_text(self.editing, clock, local), "chosen" if clock.running else "neutral")
            else:
                set_chip(label, tr("PromotionsTab", "Not complete"), "warn")

    def _starters(self) -> QWidget:
        bonus = Button(self.kit.theme, tr("PromotionsTab", "Double for 48 hours from now"), icon="timer")
        weekly = Button(self.kit.theme, tr("PromotionsTab", "Double on a weekday"), icon="repeat")
        on_press(bonus, self.add_hours)
        on_press(weekly, self.add_weekly)
        return chip_row(bonus, weekly)

    def add_hours(self) -> None:
        """Twice the points for 48 hours from this second on."""
        now = self.kit.clock().replace(microsecond=0)
        window = {"from": instant_text(now), "until": instant_text(now + timedelta(hours=48))}
        self._add(tr("PromotionsTab", "48-hour bonus"), window)

    def add_weekly(self) -> None:
        """Twice the points on Tuesdays from four to six."""
        self._add(tr("PromotionsTab", "Double day"), {"weekdays": [1], "hours": ["16:00", "18:00"]})

    def _add(self, name: str, window: dict[str, Any]) -> None:
        draft = self.editing.draft
        programme = next((one for one in draft.of_unit("point", "credit", "punch") if one.active), None)
        first = next((one for one in draft.of_unit("point") if one.active), programme)
        if first is not None:
            number = draft.free_id(first.uid, "promotions")
            entry = {"id": number, "name": name, "kind": "multiply", "times": "2", **window}
            draft.add(first.uid, ("promotions",), entry)

    def _add_card(self, programme: ProgrammeDraft, number: int) -> None:
        editing, uid = self.editing, programme.uid
        at: Path = ("promotions", number)
        title = tr("PromotionsTab", "Promotion {number} – {programme}").format(
            number=number + 1, programme=programme.name
        )
        switch = editing.switch(
            uid, (*at, "enabled"), tr("PromotionsTab", "{promotion} in use").format(promotion=title)
        )
        card = RuleCard(self.kit, "repeat", title, switch)
        remove = tr("PromotionsTab", "Remove {promotion}").format(promotion=title)
        clock = chip("")
        card.head.insertWidget(2, clock)
        self._clocks.append((clock, uid, number))
        card.add_remove(remove, lambda: editing.draft.remove(uid, at))
        self._say_gain(card, programme, at, title)
        self._say_window(card, uid, at, title)
        self._say_limits(card, uid, at, title)
        self.put(card)

    def _say_gain(self, card: RuleCard, programme: ProgrammeDraft, at: Path, title: str) -> None:
        editing, uid = self.editing, programme.uid
        kind = KindPlace(editing, uid, at)
        named = tr("PromotionsTab", "{promotion}: name").format(promotion=title)
        choice = PlaceChoice(
            self.kit.theme, kind, tr("PromotionsTab", "{promotion}: how").format(promotion=title),
            [("multiply", tr("PromotionsTab", "multiplies by")), ("add", tr("PromotionsTab", "adds to every bill"))],
        )  # fmt: skip
        much = tr("PromotionsTab", "{promotion}: how much").format(promotion=title)
        gain: QWidget
        if kind.get() == "add":
            gain = editing.quantity(programme.unit, uid, (*at, "points"), much)
        else:
            gain = editing.times(uid, (*at, "times"), much)
        name = editing.words(uid, (*at, "name"), named, 12)
        card.say(tr("PromotionsTab", "{name} {kind} {gain}"), name=name, kind=choice, gain=gain)

    def _say_window(self, card: RuleCard, uid: str, at: Path, title: str) -> None:
        editing = self.editing
        shape = WindowPlace(editing, uid, at)
        choice = PlaceChoice(
            self.kit.theme, shape, tr("PromotionsTab", "{promotion}: when").format(promotion=title),
            [
                ("dates", tr("PromotionsTab", "from one moment to another")),
                ("weekly", tr("PromotionsTab", "every week")),
                ("always", tr("PromotionsTab", "always")),
            ],
        )  # fmt: skip
        begin = tr("PromotionsTab", "{promotion}: from").format(promotion=title)
        end = tr("PromotionsTab", "{promotion}: until").format(promotion=title)
        if shape.get() == "dates":
            card.say(
                tr("PromotionsTab", "It counts {when}: {start} until {until}"), when=choice,
                start=editing.instant(uid, (*at, "from"), begin),
                until=editing.instant(uid, (*at, "until"), end),
            )  # fmt: skip
        elif shape.get() == "weekly":
            card.say(
                tr("PromotionsTab", "It counts {when}: {days} {first} – {last}"), when=choice,
                days=editing.weekdays(uid, (*at, "weekdays")),
                first=HourField(editing, uid, at, 0, begin),
                last=HourField(editing, uid, at, 1, end),
            )  # fmt: skip
        else:
            card.say(tr("PromotionsTab", "It counts {when}"), when=choice)

    def _say_limits(self, card: RuleCard, uid: str, at: Path, title: str) -> None:
        editing = self.editing
        goods = tr("PromotionsTab", "{promotion}: which goods").format(promotion=title)
        daily = [("no", tr("PromotionsTab", "on every bill")), ("yes", tr("PromotionsTab", "once a day"))]
        card.say_more(
            tr("PromotionsTab", "For bills from {minimum} {money} on {daily} for {items} and the groups {groups}"),
            minimum=editing.cash(
                uid, (*at, "minimum"), tr("PromotionsTab", "{promotion}: smallest bill").format(promotion=title), 5, 0
            ),
            money=editing.money_word,
            daily=editing.choice(
                uid, (*at, "once_a_day"), tr("PromotionsTab", "{promotion}: how often").format(promotion=title), daily,
                default=False,
            ),
            items=editing.listed(uid, (*at, "items"), goods),
            groups=editing.listed(
                uid, (*at, "categories"), tr("PromotionsTab", "{promotion}: which groups").format(promotion=title)
            ),
        )  # fmt: skip
        rank = tr("PromotionsTab", "{promotion}: rank").format(promotion=title)
        card.say_more(
            tr(
                "PromotionsTab",
                "One promotion counts for a bill: the one with the highest rank {rank} or the one that gives most.",
            ),
            rank=editing.number(uid, (*at, "priority"), rank, 2, 0),
        )
