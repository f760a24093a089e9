"""What an import did, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.customers.importing.problems import Problems
from ui.customers.importing.words import outcome, reasons_text
from ui.customers.joined import joined
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.empty_state import TintedIcon
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.transfer import Imported
    from ui.customers.shop_formats import ShopFormats
    from ui.shared.theme import Theme


class Done(QWidget):
    """The counts, what to look at, and Undo.

    Attributes:
        undo_wanted: take the import back.
    """

    undo_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = text_label("", "title", strong=True, wrap=True)
        self._reasons = text_label("", tone="secondary", wrap=True)
        self._undo = Button(theme, tr("Done", "Undo this import"), icon="undo-2")
        on_press(self._undo, self.undo_wanted.emit)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self._title)
        texts.addWidget(self._reasons)
        card = Card(row=True)
        card.column.setSpacing(16)
        card.column.addWidget(TintedIcon(theme, "check", 48))
        card.column.addLayout(texts, 1)
        card.column.addWidget(self._undo)
        self._problems = Problems(theme)
        self._list = Card(padded=False)
        self._list.column.setContentsMargins(0, 12, 0, 12)
        self._list.column.addLayout(self._list_title())
        self._list.column.addWidget(self._problems, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(card)
        column.addWidget(self._list, 1)
        column.addStretch(0)

    def show_result(self, done: Imported, formats: ShopFormats, *, undone: bool) -> None:
        """What it did; `undone`: it has been taken back since."""
        words = outcome(done)
        self._title.setText(tr("Done", "Taken back: {what}").format(what=words) if undone else words)
        rows = tr("Done", "%n rows in all", done.rows)
        left_out = tr("Done", "Left out: {why}").format(why=reasons_text(done.reasons, counted=True))
        self._reasons.setText(joined(rows, left_out if done.reasons else ""))
        self._undo.setVisible(not undone)
        self._problems.show_problems(done.problems, formats)
        self._list.setVisible(bool(done.problems))

    def _list_title(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(text_label(tr("Done", "Worth a look when there is time"), strong=True))
        row.addStretch(1)
        return row
