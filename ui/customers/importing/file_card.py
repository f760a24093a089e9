"""The card of the file that is read: name, size, encoding; what is wrong with it stands below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.customers.importing.words import encoding_word
from ui.shared.banner import Banner
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.choice_field import ChoiceField
from ui.shared.elide_label import ElideLabel
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.customers.shop_formats import ShopFormats
    from ui.shared.theme import Theme

AUTOMATIC: Final = "auto"
CHOICES: Final = ("utf-8", "cp932", "euc_jp")


class FileCard(QWidget):
    """One file.

    Attributes:
        encoding_chosen: one of `CHOICES`, "auto" to find out.
        another_wanted: choose another file.
    """

    encoding_chosen = Signal(str)
    another_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._trouble: Banner | None = None
        self._name = ElideLabel(theme, "", strong=True)
        self._facts = text_label("", "caption", "secondary")
        self._encoding = self._choice()
        self._encoding_label = text_label(tr("FileCard", "Encoding"), "caption", "secondary")
        self._encoding_label.setBuddy(self._encoding)
        another = Button(theme, tr("FileCard", "Another file"))
        on_press(another, self.another_wanted.emit)
        card = Card(row=True, padded=False)
        card.column.setContentsMargins(20, 10, 16, 10)
        card.column.setSpacing(12)
        card.column.addWidget(IconView(theme, "file-text", "Accent", 24))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._name)
        texts.addWidget(self._facts)
        card.column.addLayout(texts, 1)
        for widget in (self._encoding_label, self._encoding, another):
            card.column.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(card)

    def show_file(self, name: str) -> None:
        """A file that is not read yet."""
        self._name.set_text(name)
        self._facts.setText("")
        self.show_trouble("")

    def show_facts(self, rows: int, columns: int, encoding: str, formats: ShopFormats) -> None:
        """What was read."""
        self._facts.setText(
            tr("FileCard", "{rows} rows, {columns} columns").format(
                rows=formats.number(rows), columns=formats.number(columns)
            )
        )
        self.show_encoding(encoding)

    def show_encoding(self, encoding: str) -> None:
        """What the file was read as; a workbook leaves nothing to choose."""
        found = encoding_word(encoding) if encoding else ""
        words = tr("FileCard", "{encoding} (found)").format(encoding=found) if found else tr("FileCard", "Find out")
        self._encoding.setItemText(0, words)
        for widget in (self._encoding, self._encoding_label):
            widget.setVisible(encoding != "workbook")

    def choose_encoding(self, encoding: str) -> None:
        """Show a choice without saying so."""
        self._encoding.choose(encoding)

    def show_trouble(self, sentence: str) -> None:
        """Say what is wrong with the file, "" for nothing."""
        if self._trouble is not None:
            self._trouble.hide()
            self._trouble.deleteLater()
            self._trouble = None
        if sentence:
            self._trouble = Banner(self._theme, sentence, "bad")
            self._column.addWidget(self._trouble)
            self._trouble.announce()

    def _choice(self) -> ChoiceField:
        choice = ChoiceField(self._theme)
        choice.setAccessibleName(tr("FileCard", "Encoding"))
        choice.add(AUTOMATIC, tr("FileCard", "Find out"))
        for encoding in CHOICES:
            choice.add(encoding, encoding_word(encoding))
        choice.setMinimumWidth(208)
        choice.chosen.connect(self.encoding_chosen)
        return choice
