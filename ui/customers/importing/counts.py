"""Three counts that add up to the rows of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.customers.importing.words import reasons_text
from ui.shared.card import Card
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.transfer import Prepared
    from ui.customers.shop_formats import ShopFormats
    from ui.shared.theme import Theme


class CountCard(Card):
    """A number, what it counts, and why."""

    def __init__(self, theme: Theme, icon: str, role: str, words: str) -> None:
        super().__init__(row=True, padded=False)
        self.column.setContentsMargins(16, 10, 16, 10)
        self.column.setSpacing(12)
        self._words = words
        self._number = text_label("", "title", strong=True)
        self._below = text_label("", "caption", "secondary", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._number)
        line.addWidget(text_label(words))
        line.addStretch(1)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addLayout(line)
        texts.addWidget(self._below)
        self.column.addWidget(IconView(theme, icon, role, 20))
        self.column.addLayout(texts, 1)

    def show_count(self, number: str, below: str) -> None:
        """Another number with its explanation."""
        self._number.setText(number)
        self._below.setText(below)
        self.setAccessibleName(f"{number} {self._words}")


class Counts(QWidget):
    """Imported, merged, left out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._created = CountCard(theme, "user-plus", "Accent", tr("Counts", "to import"))
        self._merged = CountCard(theme, "merge", "Accent", tr("Counts", "to merge"))
        self._skipped = CountCard(theme, "x", "bad", tr("Counts", "to leave out"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for card in (self._created, self._merged, self._skipped):
            row.addWidget(card, 1)

    def show_counts(self, prepared: Prepared, formats: ShopFormats) -> None:
        """What would become of the rows."""
        repaired = tr("Counts", "%n number(s) get their 0 back", prepared.repaired) if prepared.repaired else ""
        self._created.show_count(formats.number(prepared.created), repaired or tr("Counts", "New people"))
        self._merged.show_count(formats.number(prepared.merged), tr("Counts", "Same number and same name or kana"))
        why = reasons_text(prepared.reasons) or tr("Counts", "No row is lost")
        self._skipped.show_count(formats.number(prepared.skipped), why)
