"""The head of the import: its title and the three steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.shared.card import Card, hairline
from ui.shared.labels import set_style_property, set_tone, text_label
from ui.shared.language import tr
from ui.shared.steps import StepBadge

if TYPE_CHECKING:
    from ui.shared.theme import Theme


class ImportHeader(Card):
    """File, check, done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("header", row=True, padded=False)
        self.setFixedHeight(max(64, theme.px(64)))
        self.column.setContentsMargins(24, 0, 24, 0)
        self.column.setSpacing(10)
        self.column.addWidget(text_label(tr("ImportHeader", "Bring customers in"), "title", strong=True))
        self.column.addStretch(1)
        words = (tr("ImportHeader", "File"), tr("ImportHeader", "Check"), tr("ImportHeader", "In the list"))
        self._steps = []
        for number, text in enumerate(words, 1):
            badge, label = StepBadge(theme, number, size=24), text_label(text)
            if number > 1:
                line = hairline()
                line.setFixedWidth(32)
                self.column.addWidget(line)
            self.column.addWidget(badge)
            self.column.addWidget(label)
            self._steps.append((badge, label))
        self.show_step(1)

    def show_step(self, current: int) -> None:
        """Which of the three steps is under way; 4 = all done."""
        for number, (badge, label) in enumerate(self._steps, 1):
            badge.set_state("done" if number < current else "current" if number == current else "ahead")
            set_style_property(label, "strong", "true" if number == current else "false")
            set_tone(label, "" if number == current else "secondary")
