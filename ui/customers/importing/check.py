"""The check before anything is written: file, counts, first rows, problems, the question about consent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.customers.field_text import field_word
from ui.customers.importing.consent_card import ConsentCard
from ui.customers.importing.counts import Counts
from ui.customers.importing.file_card import FileCard
from ui.customers.importing.preview import Preview, shown_row, unread_row
from ui.customers.importing.problems import Problems
from ui.shared.banner import Banner
from ui.shared.card import Card
from ui.shared.check_box import CheckBox
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.segmented import Segmented

if TYPE_CHECKING:
    from retention_desktop.transfer import Peeked, Prepared
    from ui.customers.shop_formats import ShopFormats
    from ui.shared.kit import Kit

ROWS: Final = "rows"
PROBLEMS: Final = "problems"


class Check(QWidget):
    """What the file would bring.

    Attributes:
        changed: an answer changed; ask `refusal`.
        go_without: import although a wanted column was not found.
    """

    changed = Signal()
    go_without = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        theme = kit.theme
        self._kit = kit
        self._prepared: Prepared | None = None
        self._missing: Banner | None = None
        self.file = FileCard(theme)
        self.preview = Preview(theme)
        self.consent = ConsentCard(theme)
        self._counts = Counts(theme)
        self._problems = Problems(theme)
        self._again = CheckBox(theme, "")
        self._again_card = Card("warn", row=True, padded=False)
        self._again_card.column.setContentsMargins(16, 4, 16, 4)
        self._again_card.column.addWidget(self._again)
        self._again.toggled.connect(lambda _on: self.changed.emit())
        self.consent.changed.connect(self.changed)
        self._table = self._build_table()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 12)
        self._column.setSpacing(12)
        for widget in (self.file, self._again_card, self._counts):
            self._column.addWidget(widget)
        self._column.addWidget(self._table, 1)
        self._column.addWidget(self.consent)
        self._rest = QWidget()
        self._column.addWidget(self._rest, 1)
        self.show_unread("")

    def show_unread(self, name: str) -> None:
        """A file of which nothing is known yet."""
        self._prepared = None
        self.file.show_file(name)
        self._say_missing("")
        for widget in (self._again_card, self._counts, self._table, self.consent):
            widget.hide()
        self._rest.show()

    def show_prepared(self, prepared: Prepared, formats: ShopFormats) -> None:
        """What `prepare` found."""
        self._prepared = prepared
        self.file.show_trouble("")
        self.file.show_facts(prepared.rows, len(prepared.columns), prepared.encoding, formats)
        self._counts.show_counts(prepared, formats)
        self.preview.show_rows(prepared.columns, [shown_row(row) for row in prepared.preview])
        self._problems.show_problems(prepared.problems, formats)
        self._say_problems(len(prepared.problems), formats)
        self._ask_again(prepared, formats)
        wanted = ", ".join(field_word(kind) for kind in prepared.missing)
        self._say_missing(wanted)
        for widget in (self._counts, self._table, self.consent):
            widget.show()
        self._rest.hide()

    def show_peeked(self, peeked: Peeked, sentence: str, formats: ShopFormats) -> None:
        """Neither names nor numbers were found: the columns are to be chosen by hand."""
        self.show_unread(peeked.file)
        self.file.show_trouble(sentence)
        self.file.show_encoding(peeked.encoding)
        first = 2 if any(column.heading for column in peeked.columns) else 1
        rows = [unread_row(line, cells) for line, cells in enumerate(peeked.rows, first)]
        self.preview.show_rows(peeked.columns, rows)
        self._say_problems(0, formats)
        self._rest.hide()
        self._table.show()

    def show_trouble(self, sentence: str) -> None:
        """Say what is wrong with the file; what was read before stays."""
        self.file.show_trouble(sentence)

    @property
    def again(self) -> bool:
        """Whether a file that is in already may be imported once more."""
        return self._again.isChecked()

    def set_again(self, *, again: bool) -> None:
        """Put the tick back."""
        self._again.setChecked(again)

    def refusal(self) -> str:
        """Why nothing can be imported yet, "" where it can."""
        prepared = self._prepared
        if prepared is None:
            return tr("Check", "No list to import")
        if prepared.missing:
            return tr("Check", "Choose the missing column first")
        if prepared.already_imported and not self.again:
            return tr("Check", "Imported before: tick to do it again")
        if self.consent.agreed and not self.consent.wording:
            return tr("Check", "Write the words they agreed to")
        if not prepared.created and not prepared.merged:
            return tr("Check", "No row to import")
        return ""

    def _build_table(self) -> Card:
        self._tabs = Segmented(self._kit.theme, tr("Check", "Show"), (
            (ROWS, tr("Check", "First rows")), (PROBLEMS, tr("Check", "Problems")),
        ))  # fmt: skip
        self._stack = QStackedWidget()
        self._stack.addWidget(self.preview)
        self._stack.addWidget(self._problems)
        self._tabs.chosen.connect(lambda tab: self._stack.setCurrentIndex(0 if tab == ROWS else 1))
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 16, 8)
        head.addWidget(self._tabs)
        head.addStretch(1)
        head.addWidget(text_label(tr("Check", "Nothing is written yet"), "caption", "secondary"))
        card = Card(padded=False)
        card.column.setContentsMargins(0, 0, 0, 12)
        card.column.setSpacing(0)
        card.column.addLayout(head)
        card.column.addWidget(self._stack, 1)
        card.setMinimumHeight(200)
        return card

    def _say_problems(self, count: int, formats: ShopFormats) -> None:
        words = tr("Check", "Problems {count}").format(count=formats.number(count))
        self._tabs.say(PROBLEMS, words if count else tr("Check", "No problems"))

    def _ask_again(self, prepared: Prepared, formats: ShopFormats) -> None:
        day = prepared.already_imported
        self._again_card.setVisible(day is not None)
        if day is None:
            self._again.setChecked(False)
            return
        words = tr("Check", "This very file was brought in on {day}. Bring it in again, merging people already known.")
        self._again.setText(words.format(day=formats.day(day)))
        self._again.setAccessibleName(self._again.text())
        self._again.updateGeometry()

    def _say_missing(self, wanted: str) -> None:
        if self._missing is not None:
            self._missing.hide()
            self._missing.deleteLater()
            self._missing = None
        if wanted:
            words = tr("Check", "No column was found for: {fields}. Choose it above its column, or go on without.")
            self._missing = Banner(
                self._kit.theme, words.format(fields=wanted), "warn", action=tr("Check", "Go on without"),
                on_action=self.go_without.emit,
            )  # fmt: skip
            self._column.insertWidget(1, self._missing)
