"""Says that sample people are in the list, and lets them go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.shared.theme import Theme


class SampleBanner(Card):
    """Shown while there are sample people.

    Attributes:
        removal_wanted: take them away.
    """

    removal_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("info", row=True, padded=False)
        self.column.setContentsMargins(16, 5, 8, 5)
        self.column.setSpacing(12)
        self._words = text_label("", wrap=True)
        remove = Button(theme, tr("SampleBanner", "Remove the sample shop"), "quiet")
        on_press(remove, self.removal_wanted.emit)
        self.column.addWidget(IconView(theme, "store", "Accent", 20))
        self.column.addWidget(self._words, 1)
        self.column.addWidget(remove)
        self.hide()

    def show_count(self, count: int) -> None:
        """How many sample people there are; 0 hides the banner."""
        self.setVisible(count > 0)
        self._words.setText(tr("SampleBanner", "%n people are samples. No message reaches them.", count))
