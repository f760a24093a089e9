"""A card of a step: number or tick, title, and a remark at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from ui.shared.card import Card
from ui.shared.labels import set_style_property, set_tone, text_label
from ui.shared.steps import StepBadge

if TYPE_CHECKING:
    from ui.shared.labels import Tone
    from ui.shared.steps import StepState
    from ui.shared.theme import Theme


class NumberedCard(Card):
    """One of the steps to sending; the current one has the accent's border."""

    def __init__(self, theme: Theme, number: int, title: str) -> None:
        super().__init__()
        self.column.setSpacing(14)
        self._theme = theme
        self._badge = StepBadge(theme, number)
        self._remark = text_label("", "caption", "secondary")
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        self._head.addWidget(self._badge)
        self._head.addWidget(text_label(title, strong=True))
        self._head.addStretch(1)
        self._head.addWidget(self._remark)
        self.column.addLayout(self._head)

    def set_number(self, number: int) -> None:
        """Another number: a step before this one came or went."""
        old, self._badge = self._badge, StepBadge(self._theme, number)
        self._head.replaceWidget(old, self._badge)
        old.hide()
        old.deleteLater()

    def set_state(self, state: StepState) -> None:
        """Show how far this step is."""
        self._badge.set_state(state)
        current = state in {"current", "failed"}
        set_style_property(self, "card", "current" if current else "rest")
        sides = (19, 15) if current else (20, 16)
        self.column.setContentsMargins(sides[0], sides[1], sides[0], sides[1])

    def remark(self, text: str, tone: Tone = "secondary") -> None:
        """The small words at the right."""
        self._remark.setText(text)
        set_tone(self._remark, tone)
