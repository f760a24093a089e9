"""What every tab of the page shares: cards that scroll, built again when the draft changes its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.loyalty.rule_card import RuleCard
from ui.loyalty.sentence import Sentence
from ui.shared.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ui.loyalty.editing import Editing

BELOW: Final = 88
"""Free at the foot, so that the last button can be scrolled out from under a toast."""


class RuleTab(ScrollColumn):
    """One tab. Subclasses fill `column` in `build`."""

    def __init__(self, editing: Editing) -> None:
        super().__init__(gap=12)
        self.editing = editing
        self.kit = editing.kit
        self.column.setContentsMargins(24, 4, 20, BELOW)
        self._shown: list[QWidget] = []
        self.verticalScrollBar().rangeChanged.connect(self._share_margin)
        editing.draft.moved.connect(self.show_values)

    def build(self) -> None:
        """Put the widgets for the draft into the column, by `put`."""

    def put(self, widget: QWidget, *, wide: bool = True) -> None:
        """Add a widget at the end, as wide as the tab or as wide as it needs."""
        self._shown.append(widget)
        if wide:
            self.column.addWidget(widget)
        else:
            self.column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        widget.show()

    def rebuild(self) -> None:
        """Build the widgets for the draft as it is now; open details stay open and the keyboard stays where it is."""
        opened = {card.title for card in self.cards() if card.more_shown}
        focused = self._focused_name()
        place = self.verticalScrollBar().value()
        while self.column.takeAt(0):
            pass
        for widget in self._shown:  # one of them may be the very button that is being pressed: later, then
            widget.hide()
            widget.deleteLater()
        self._shown = []
        self.build()
        self.column.addStretch(1)
        for card in self.cards():
            card.open_more(shown=card.title in opened)
        self._focus(focused)
        self.verticalScrollBar().setValue(place)

    def cards(self) -> Iterator[RuleCard]:
        """The cards on show."""
        yield from (one for one in self._shown if isinstance(one, RuleCard))

    def sentences(self) -> Iterator[Sentence]:
        """All sentences, those of closed details too."""
        for card in self.cards():
            yield from card.findChildren(Sentence)

    def show_values(self) -> None:
        """A value was moved from elsewhere: show every one again, but for the field being typed into."""
        for sentence in self.sentences():
            sentence.show_values()

    def show_problems(self, found: Mapping[tuple[str, str], str]) -> set[tuple[str, str]]:
        """Say what is wrong beside each field; returns the places that stand on this tab."""
        mine: set[tuple[str, str]] = set()
        for sentence in self.sentences():
            mine |= set(sentence.show_problems(found))
        for card in self.cards():
            if any(set(sentence.places()) & mine for sentence in card.hidden_sentences()):
                card.open_more(shown=True)
        return mine

    def go_to(self, programme: str, path: str) -> None:
        """Give the keyboard to the field of a place."""
        for sentence in self.sentences():
            for field in sentence.fields:
                place = getattr(field, "place", None)
                if place is not None and (place.programme, place.name) == (programme, path):
                    field.setFocus()
                    self.ensureWidgetVisible(field)

    def start(self) -> None:
        """Give the keyboard to the first field."""
        for sentence in self.sentences():
            for field in sentence.fields:
                if field.isVisible() and field.isEnabled():
                    field.setFocus()
                    return
        self.setFocus()

    def keep(self) -> dict[str, Any]:
        """Which details are open, by the cards' places."""
        return {"open": [number for number, card in enumerate(self.cards()) if card.more_shown]}

    def restore(self, kept: dict[str, Any]) -> None:
        """Open them again."""
        for number, card in enumerate(self.cards()):
            card.open_more(shown=number in kept.get("open", ()))

    def _share_margin(self, _least: int, most: int) -> None:
        """The scroll bar takes its width from the margin: cards are as wide with it as without."""
        bar = self.verticalScrollBar().sizeHint().width() if most else 0
        self.column.setContentsMargins(24, 4, max(20 - bar, 0), BELOW)

    def _focused_name(self) -> str:
        focused = QApplication.focusWidget()
        return focused.accessibleName() if focused is not None and self.isAncestorOf(focused) else ""

    def _focus(self, name: str) -> None:
        if name and self.isVisible():
            named = (
                one for shown in self._shown for one in shown.findChildren(QWidget) if one.accessibleName() == name
            )
            found = next(named, None)
            if found is not None and found.isEnabled():
                found.setFocus()
