"""The bar that takes the chips' place while several people are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.customers.tag_field import TagField
from ui.shared.buttons import Button, IconButton, on_press
from ui.shared.card import Card
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.shared.theme import Theme


class SelectionBar(Card):
    """How many are chosen; give them a tag, take one away, or choose nobody.

    Attributes:
        tag_wanted: name of a tag to give.
        untag_wanted: name of a tag to take away.
        print_wanted: print their cards.
        merge_wanted: make one of the two who are chosen.
        cleared: choose nobody.
    """

    tag_wanted = Signal(str)
    untag_wanted = Signal(str)
    print_wanted = Signal()
    merge_wanted = Signal()
    cleared = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("info", row=True, padded=False)
        self.column.setContentsMargins(12, 5, 8, 5)
        self.column.setSpacing(6)  # all of it fits a window of 1024 pixels
        self._words = text_label("", strong=True)
        self.column.addWidget(self._words)
        self.column.addStretch(1)
        self._tag = TagField(theme, tr("SelectionBar", "Tag for the selected people"))
        self._give = Button(theme, tr("SelectionBar", "Tag"), icon="tag")
        self._take = Button(theme, tr("SelectionBar", "Untag"))
        cards = IconButton(theme, "printer", tr("SelectionBar", "Print their cards"))
        clear = Button(theme, tr("SelectionBar", "Clear"), "text")
        self._merge = IconButton(theme, "merge", tr("SelectionBar", "Merge these two …"))
        for widget in (self._tag, self._give, self._take, self._merge, cards, clear):
            self.column.addWidget(widget)
        self._tag.entered.connect(self.tag_wanted.emit)
        on_press(self._give, lambda: self._ask(give=True))
        on_press(self._take, lambda: self._ask(give=False))
        on_press(self._merge, self.merge_wanted.emit)
        on_press(cards, self.print_wanted.emit)
        on_press(clear, self.cleared.emit)

    def show_count(self, count: int) -> None:
        """How many people are chosen."""
        self._words.setText(tr("SelectionBar", "%n people selected", count))
        self._merge.setVisible(count == 2)

    def show_tags(self, tags: Iterable[str]) -> None:
        """The tags to propose."""
        self._tag.show_tags(tags)

    def set_busy(self, *, busy: bool) -> None:
        """While a tag is being given to many."""
        self._give.set_busy(busy=busy)
        self._take.setEnabled(not busy)

    def _ask(self, *, give: bool) -> None:
        name = self._tag.take()
        if not name:
            self._tag.setFocus()
        elif give:
            self.tag_wanted.emit(name)
        else:
            self.untag_wanted.emit(name)
