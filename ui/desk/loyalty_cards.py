"""What the person has collected: the punch card, and the points with the rewards that are ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from retention_desktop.domain.earning import PointTerms
from ui.desk.words_line import Words, WordsLine, fill
from ui.shared.card import Card as Surface
from ui.shared.elide_label import ElideLabel
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.punch_card import Punch, PunchCard

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from PySide6.QtGui import QResizeEvent

    from retention_desktop.desk import Card
    from retention_desktop.domain.programme import Programme, Reward
    from ui.shared.formats import Formats
    from ui.shared.kit import Kit

LARGE_CARD = 10
"""Above so many punches they stand ten in a row."""


def places(card: Card, formats: Formats) -> list[Punch]:
    """Every place of the card in order; the card a visit of today filled is shown full."""
    if card.filled_today and not card.punches:
        return [Punch("done")] * (card.card_size - 1) + [Punch("gift", tr("StampCard", "Today"))]
    done = [
        Punch("today", tr("StampCard", "Today")) if punch.today else Punch("done", formats.punch_day(punch.day))
        for punch in card.punches[: card.card_size]
    ]
    ahead = [Punch("next", "", number) for number in range(len(done) + 1, card.card_size)]
    goal = [Punch("reward", tr("StampCard", "Reward"))] if len(done) < card.card_size else []
    return [*done, *ahead, *goal]


def point_rule(programmes: Sequence[Programme], currency: str, formats: Formats) -> str:
    """The rule in words: "1 pt per ¥100, from ¥1,000"; "" without a point programme."""
    for programme in programmes:
        terms = programme.terms
        if isinstance(terms, PointTerms):
            rule = tr("PointsCard", "{points} pt per {per}, from {least}")
            per, least = formats.money(terms.per, currency), formats.money(terms.minimum, currency)
            return rule.format(points=formats.number(terms.points), per=per, least=least)
    return ""


class StampCard(Surface):
    """Figure, how many more for what, and the punches."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._low = False
        self._size = 0
        self._count = WordsLine(kit.theme)
        self._more = WordsLine(kit.theme, elastic=True)
        self._punches = PunchCard(kit.theme, tr("StampCard", "Punch card"))
        figures = QHBoxLayout()
        figures.setSpacing(12)
        figures.addWidget(self._count)
        figures.addWidget(self._more, 1)
        self.column.setContentsMargins(20, 16, 20, 10)
        self.column.setSpacing(4)
        self.column.addWidget(text_label(tr("StampCard", "Punch card"), strong=True))
        self.column.addLayout(figures)
        self.column.addStretch(1)
        self.column.addWidget(self._punches)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_card(self, card: Card, *, grow: bool) -> None:
        """Show a person's card; `grow`: its last punch was given just now."""
        self._size = card.card_size
        shown = places(card, self._kit.formats)
        done = sum(punch.state in {"done", "today", "gift"} for punch in shown)
        self._count.show_words(
            Words(str(done), "figure", strong=True), Words(f" / {card.card_size}", "title", "textSecondary")
        )
        self._more.show_words(*self._ahead(card, card.card_size - done))
        self._shape()
        spoken = f"{self._count.text} {self._more.text}"
        self._punches.show_punches(shown, spoken, grow=grow)

    def set_low(self, *, low: bool) -> None:
        """One row of smaller punches where the window is low."""
        self._low = low
        self._shape()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In one row the punches are as large as the card lets them be."""
        super().resizeEvent(event)
        self._shape()

    def _ahead(self, card: Card, left: int) -> list[Words]:
        reward = Words(card.reward_name, strong=True)
        if left <= 0:
            return fill(tr("StampCard", "Full: {reward}"), Words(""), reward=reward)
        more = Words(tr("StampCard", "%n more", left), role="Accent", strong=True)
        return fill(tr("StampCard", "{more} for {reward}"), Words(""), more=more, reward=reward)

    def _shape(self) -> None:
        if self._low or self._size > LARGE_CARD:
            room = (self.width() - 40) // LARGE_CARD - 14
            self._punches.set_shape(max(min(room, 40), 24), LARGE_CARD)
        else:
            self._punches.set_shape(48, 5)


class RewardStrip(Surface):
    """One reward that is ready."""

    def __init__(self, kit: Kit, reward: Reward, zone: tzinfo) -> None:
        super().__init__("info", row=True, padded=False)
        self.column.setContentsMargins(13, 9, 13, 9)
        self.column.setSpacing(12)
        self.column.addWidget(IconView(kit.theme, "ticket", "Accent", 20))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(text_label(reward.name, strong=True, wrap=True))
        day = kit.formats.short_day(reward.issued_at.astimezone(zone).date())
        words.addWidget(text_label(tr("RewardStrip", "since {day}").format(day=day), "caption", "secondary"))
        self.column.addLayout(words, 1)


class PointsCard(Surface):
    """Balance, what it will be after this sale, and the rewards that are ready."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._balance = 0
        self._count = WordsLine(kit.theme)
        self._after = WordsLine(kit.theme)
        self._rule = ElideLabel(kit.theme, "", "caption", "textSecondary")
        self._ready_title = text_label(tr("PointsCard", "Rewards"), "caption", "secondary")
        self._ready = QVBoxLayout()
        self._shown: list[QWidget] = []
        figures = QHBoxLayout()
        figures.addWidget(self._count)
        figures.addStretch(1)
        figures.addWidget(self._after, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.setSpacing(4)
        self.column.addWidget(text_label(tr("PointsCard", "Points"), strong=True))
        self.column.addLayout(figures)
        self.column.addWidget(self._rule)
        self.column.addStretch(1)
        self.column.addWidget(self._ready_title)
        self.column.addLayout(self._ready)
        self.setFixedWidth(276)

    def show_card(self, card: Card, rule: str, zone: tzinfo) -> None:
        """Show a person's points and rewards."""
        self._balance = card.points or 0
        self._count.show_words(
            Words(self._kit.formats.number(self._balance), "figure", strong=True),
            Words(f" {tr('PointsCard', 'pt')}", "title", "textSecondary"),
        )
        self._rule.set_text(rule)
        self._show_rewards(card.rewards, zone)
        self.show_gain(0)

    def show_gain(self, gain: int) -> None:
        """The balance after the sale being typed; nothing where it earns nothing."""
        if gain <= 0:
            self._after.show_words()
            return
        after = self._kit.formats.number(self._balance + gain)
        self._after.show_words(Words(f"→ {after} {tr('PointsCard', 'pt')}", role="Accent", strong=True))

    def set_low(self, *, low: bool) -> None:
        """Without the heading of the rewards where the window is low."""
        self._ready_title.setVisible(not low)

    def _show_rewards(self, rewards: Sequence[Reward], zone: tzinfo) -> None:
        for old in self._shown:
            self._ready.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = [RewardStrip(self._kit, rewards[0], zone)] if rewards else [self._no_reward()]
        if len(rewards) > 1:
            more = tr("PointsCard", "and %n more", len(rewards) - 1)
            self._shown.append(text_label(more, "caption", "secondary"))
        for widget in self._shown:
            self._ready.addWidget(widget)

    @staticmethod
    def _no_reward() -> QWidget:
        words = tr("PointsCard", "None ready yet. A full punch card brings one.")
        return text_label(words, "caption", "secondary", wrap=True)
