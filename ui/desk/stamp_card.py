"""The punch card of the person at the counter; where there are several, chips choose which one is shown large."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from ui.desk.words_line import Words, WordsLine, fill
from ui.shared.card import Card as Surface
from ui.shared.chips import FilterChip, chip
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.punch_card import PunchCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ui.desk.card_views import CardView
    from ui.shared.kit import Kit

LARGE_CARD = 10
"""Above so many punches they stand ten in a row."""


class CardChip(FilterChip):
    """Which of several cards is shown; as high as a finger."""

    def sizeHint(self) -> QSize:
        """A finger's height."""
        return QSize(super().sizeHint().width(), max(44, super().sizeHint().height()))

    def nextCheckState(self) -> None:
        """The choice is the card's."""


class StampCard(Surface):
    """Figure, how many more for what, and the punches."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._low = False
        self._cards: Sequence[CardView] = ()
        self._chosen = ""
        self._chips: list[CardChip] = []
        self._title = text_label("", strong=True)
        self._until = text_label("", "caption", "secondary")
        self._old = chip(tr("StampCard", "old terms"), "warn")
        self._old.setToolTip(tr("StampCard", "This card was begun under older terms and keeps them until it is full."))
        self._count = WordsLine(kit.theme)
        self._more = WordsLine(kit.theme, elastic=True)
        self._punches = PunchCard(kit.theme, tr("StampCard", "Punch card"))
        self._choice = QHBoxLayout()
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addLayout(self._choice)
        head.addStretch(1)
        head.addWidget(self._until)
        self._choice.setSpacing(8)
        figures = QHBoxLayout()
        figures.setSpacing(12)
        figures.addWidget(self._count)
        figures.addWidget(self._more, 1)
        figures.addWidget(self._old)
        self.column.setContentsMargins(20, 16, 20, 10)
        self.column.setSpacing(4)
        self.column.addLayout(head)
        self.column.addLayout(figures)
        self.column.addStretch(1)
        self.column.addWidget(self._punches)

    def show_cards(self, cards: Sequence[CardView], *, grow: bool) -> None:
        """Show a person's cards; `grow`: the last punch was given just now."""
        self._cards = cards
        if self._chosen not in {card.programme for card in cards}:
            self._chosen = cards[0].programme if cards else ""
        self._show_choice()
        self._show_card(grow=grow)

    def set_low(self, *, low: bool) -> None:
        """One row of smaller punches where the window is low."""
        self._low = low
        self._shape()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In one row the punches are as large as the card lets them be."""
        super().resizeEvent(event)
        self._shape()

    @property
    def _card(self) -> CardView | None:
        return next((card for card in self._cards if card.programme == self._chosen), None)

    def _show_choice(self) -> None:
        for old in self._chips:
            self._choice.removeWidget(old)
            old.hide()
            old.deleteLater()
        several = self._cards if len(self._cards) > 1 else ()
        self._chips = []
        for place, card in enumerate(several):
            one = CardChip(self._kit.theme, card.name, f"{card.done}/{card.size}", tier="tag")
            one.setChecked(card.programme == self._chosen)
            one.clicked.connect(partial(self._choose, card.programme))
            self._choice.insertWidget(place, one)
            one.show()
            self._chips.append(one)

    def _choose(self, programme: str, _checked: object = None) -> None:
        self._chosen = programme
        for card, one in zip(self._cards, self._chips, strict=True):
            one.setChecked(card.programme == programme)
        self._show_card(grow=False)

    def _show_card(self, *, grow: bool) -> None:
        card = self._card
        if card is None:
            return
        self._title.setText(card.name)
        self._title.setVisible(len(self._cards) == 1)
        self._until.setText(tr("StampCard", "Valid to {day}").format(day=card.until) if card.until else "")
        self._old.setVisible(card.old_terms)
        self._count.show_words(
            Words(str(card.done), "figure", strong=True), Words(f" / {card.size}", "title", "textSecondary")
        )
        self._more.show_words(*self._ahead(card))
        self._shape()
        spoken = f"{self._count.text} {self._more.text}"
        self._punches.show_punches(card.places, spoken, grow=grow)

    def _ahead(self, card: CardView) -> list[Words]:
        left = card.size - card.done
        reward = Words(card.reward, strong=True)
        if left <= 0:
            return fill(tr("StampCard", "Full: {reward}"), Words(""), reward=reward)
        more = Words(tr("StampCard", "%n more", left), role="Accent", strong=True)
        return fill(tr("StampCard", "{more} for {reward}"), Words(""), more=more, reward=reward)

    def _shape(self) -> None:
        card = self._card
        if self._low or (card is not None and card.size > LARGE_CARD):
            room = (self.width() - 40) // LARGE_CARD - 14
            self._punches.set_shape(max(min(room, 40), 24), LARGE_CARD)
        else:
            self._punches.set_shape(48, 5)
