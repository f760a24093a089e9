"""Says that sample people are in the list, and lets them go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.shared.theme import Theme


class SampleBanner(QWidget):
    """Shown while there are sample people.

    Attributes:
        removal_wanted: take them away.
    """

    removal_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        card = Card("info", row=True, padded=False)
        card.column.setContentsMargins(16, 5, 8, 5)
        card.column.setSpacing(12)
        self._words = text_label("", wrap=True)
        remove = Button(theme, tr("SampleBanner", "Remove the sample shop"), "quiet")
        on_press(remove, self.removal_wanted.emit)
        card.column.addWidget(IconView(theme, "store", "Accent", 20))
        card.column.addWidget(self._words, 1)
        card.column.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 12)
        column.addWidget(card)
        self.hide()

    def show_count(self, count: int) -> None:
        """How many sample people there are; 0 hides the banner."""
        self.setVisible(count > 0)
        self._words.setText(tr("SampleBanner", "%n people are samples. Messages to them stay on this PC.", count))
