"""The bar at the import's foot: reassurance at the left, back and the primary at the right."""

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


class ActionBar(Card):
    """One primary button that says exactly what it will do.

    Attributes:
        primary: that button.
        back_wanted, primary_wanted: what was pressed.
    """

    back_wanted = Signal()
    primary_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("bar", row=True, padded=False)
        self.column.setContentsMargins(24, 12, 24, 12)
        self.column.setSpacing(12)
        self._icon = IconView(theme, "undo-2", "textSecondary", 16)
        self._words = text_label("", tone="secondary", wrap=True)
        self._back = Button(theme, "", tier="large")
        self.primary = Button(theme, "", "primary", "large")
        self.column.addWidget(self._icon)
        self.column.addWidget(self._words, 1)
        self.column.addWidget(self._back)
        self.column.addWidget(self.primary)
        on_press(self._back, self.back_wanted.emit)
        on_press(self.primary, self.primary_wanted.emit)

    def show_choose(self) -> None:
        """No file yet."""
        self._show(tr("ActionBar", "Nothing is written before you have seen what will happen."), back=True)
        self.primary.hide()

    def show_check(self, promise: str, refusal: str) -> None:
        """Ready to import, or why not."""
        self._show(tr("ActionBar", "The whole import can be taken back afterwards."), back=True)
        self.primary.show()
        self.primary.say(promise)
        self.primary.refuse(refusal)

    def show_done(self) -> None:
        """It is in the list."""
        self._show("", back=False)
        self.primary.show()
        self.primary.refuse("")
        self.primary.say(tr("ActionBar", "Show the customers"))

    def _show(self, words: str, *, back: bool) -> None:
        self._words.setText(words)
        self._icon.setVisible(bool(words))
        self._back.say(tr("ActionBar", "Back") if back else tr("ActionBar", "Another list"))
