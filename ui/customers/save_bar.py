"""The bar at the pane's foot while something typed is not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.shared.theme import Theme


class SaveBar(Card):
    """Not saved yet: discard or save.

    Attributes:
        saved: keep what was typed.
        discarded: go back to what is kept.
    """

    saved = Signal()
    discarded = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("bar", row=True, padded=False)
        self.column.setContentsMargins(20, 12, 20, 12)
        self.column.addWidget(text_label(tr("SaveBar", "Not saved"), "caption", "secondary"))
        self.column.addStretch(1)
        discard = Button(theme, tr("SaveBar", "Discard"), "quiet")
        save = Button(theme, tr("SaveBar", "Save"), "primary", icon="check")
        on_press(discard, self.discarded.emit)
        on_press(save, self.saved.emit)
        self.column.addWidget(discard)
        self.column.addWidget(save)
