"""Who was found: rows that tell two people apart without a full number, and the way to a new customer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desk.key_hints import key_hints
from ui.desk.result_row import NewRow, ResultRow
from ui.shared.card import Card as Surface
from ui.shared.card import hairline
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.scroll_column import ScrollColumn
from ui.shared.shortcuts import keys_text

if TYPE_CHECKING:
    from datetime import date

    from retention_desktop.desk import Matches
    from ui.shared.kit import Kit

MOST: Final = 9
"""As many as Alt+1 to Alt+9 reach."""


class FindResults(QWidget):
    """The list in place of the card; the find box keeps the keyboard.

    Attributes:
        opened: uid of the person chosen.
        new_wanted: register a new customer with what was typed.
    """

    opened = Signal(str)
    new_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._uids: list[str] = []
        self._chosen = 0
        self._title = text_label("", strong=True)
        self._hint = text_label("", "caption", "secondary")
        self._rows = [ResultRow(kit, place) for place in range(MOST)]
        self._lines = [hairline() for _ in range(MOST)]
        self._new = NewRow(kit)
        self._privacy = _privacy_line(kit)
        self._scroll = ScrollColumn(gap=12)
        self._lay_out()
        for place, row in enumerate(self._rows):
            row.clicked.connect(partial(self._open, place))
        self._new.clicked.connect(self._wants_new)

    @property
    def chosen(self) -> int:
        """Place of the chosen row; the last one is the new customer's."""
        return self._chosen

    @property
    def found(self) -> tuple[str, ...]:
        """The uids on show, best first."""
        return tuple(self._uids)

    def show_matches(self, matches: Matches, today: date) -> None:
        """Show who was found; the first is chosen, but the choice stays while the same people are found."""
        before, self._uids = self._uids, [match.uid for match in matches.people]
        for place, row in enumerate(self._rows):
            shown = place < len(matches.people)
            row.setVisible(shown)
            self._lines[place].setVisible(shown)
            if shown:
                row.show_match(matches.people[place], today)
        self._title.setText(_title(matches))
        self._hint.setText(tr("FindResults", "Ask for the name or the birth month") if len(self._uids) > 1 else "")
        self._new.show_query(matches.query.strip(), alone=not self._uids)
        self._privacy.setVisible(bool(self._uids))
        if before != self._uids or not before:
            self._choose(0)

    def move_choice(self, step: int) -> None:
        """Choose the row above or below."""
        self._choose(min(max(self._chosen + step, 0), len(self._uids)))

    def pick(self, place: int) -> None:
        """Alt+1 to Alt+9."""
        if place < len(self._uids):
            self._open(place)

    def confirm(self) -> None:
        """Return: open the chosen row."""
        if self._chosen < len(self._uids):
            self._open(self._chosen)
        else:
            self.new_wanted.emit()

    def _open(self, place: int, _checked: object = None) -> None:
        self.opened.emit(self._uids[place])

    def _wants_new(self, _checked: object = None) -> None:
        self.new_wanted.emit()

    def _choose(self, place: int) -> None:
        self._chosen = place
        for index, row in enumerate(self._rows):
            row.set_chosen(chosen=index == place and place < len(self._uids))
        self._new.set_chosen(chosen=place >= len(self._uids))
        shown = self._rows[place] if place < len(self._uids) else self._new
        self._scroll.ensureWidgetVisible(shown, 0, 8)

    def _lay_out(self) -> None:
        card = Surface(padded=False)
        card.column.setContentsMargins(1, 1, 1, 1)
        card.column.setSpacing(0)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 13, 20, 13)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._hint)
        card.column.addWidget(head)
        for line, one in zip(self._lines, self._rows, strict=True):
            card.column.addWidget(line)
            card.column.addWidget(one)
        card.column.addWidget(hairline())
        card.column.addWidget(self._new)
        self._scroll.column.addWidget(card)
        self._scroll.column.addWidget(self._privacy)
        self._scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._scroll, 1)
        column.addWidget(key_hints(self._kit, _keys()))


def _title(matches: Matches) -> str:
    query = matches.query.strip()
    if not matches.people:
        return tr("FindResults", "Nobody fits “{query}”").format(query=query)
    return tr("FindResults", "%n person(s) fit “{query}”", len(matches.people)).format(query=query)


def _privacy_line(kit: Kit) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(4, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconView(kit.theme, "shield-check", "textSecondary", 16))
    words = tr("FindResults", "Customers may see this screen: the desk shows only the last four digits")
    row.addWidget(text_label(words, "caption", "secondary", wrap=True), 1)
    return holder


def _keys() -> tuple[tuple[str, str], ...]:
    return (
        ("↑ ↓", tr("FindResults", "choose")),
        (f"{keys_text('pick')} – 9", tr("FindResults", "open at once")),
        (keys_text("enter"), tr("FindResults", "open, again for the visit")),
        (keys_text("back"), tr("FindResults", "clear")),
    )
