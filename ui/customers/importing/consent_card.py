"""The one question about consent: did these people agree to offers, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.customers.wording_field import WordingField
from ui.shared.card import Card
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.segmented import Segmented

if TYPE_CHECKING:
    from ui.shared.theme import Theme

NO: Final = "no"
YES: Final = "yes"


class ConsentCard(Card):
    """No by default; yes asks for the words, which are kept with each number.

    Attributes:
        changed: the answer or the words.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("info", padded=False)
        self.column.setContentsMargins(16, 8, 12, 8)
        self.column.setSpacing(6)
        self._answer = Segmented(theme, tr("ConsentCard", "Did these people agree to offers by SMS?"), (
            (NO, tr("ConsentCard", "No, or not known")), (YES, tr("ConsentCard", "Yes, all of them")),
        ))  # fmt: skip
        self._answer.chosen.connect(self._answered)
        self._hint = text_label("", "caption", wrap=True)
        self.column.addLayout(self._question(theme))
        self.column.addWidget(self._wording_row(theme))
        self._answered(NO)

    @property
    def wording(self) -> str | None:
        """The words agreed to, None where nobody agreed."""
        return self._edit.text() if self.agreed else None

    @property
    def agreed(self) -> bool:
        """Whether the answer is yes."""
        return self._answer.value == YES

    def show_answer(self, *, agreed: bool, wording: str) -> None:
        """Put an answer back."""
        self._edit.set_text(wording)
        self._answer.choose(YES if agreed else NO)
        self._answered(self._answer.value)

    @property
    def text(self) -> str:
        """What stands in the field, agreed or not."""
        return self._edit.text()

    def _question(self, theme: Theme) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(
            text_label(tr("ConsentCard", "Did these people agree to offers by SMS?"), strong=True, wrap=True)
        )
        texts.addWidget(self._hint)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconView(theme, "shield-check", "Accent", 24))
        row.addLayout(texts, 1)
        row.addWidget(self._answer)
        return row

    def _wording_row(self, theme: Theme) -> QWidget:
        self._words = QWidget()
        self._edit = WordingField(theme, tr("ConsentCard", "The words they agreed to"), 2)
        self._edit.textChanged.connect(self.changed)
        label = text_label(tr("ConsentCard", "In these words"), "caption")
        label.setBuddy(self._edit)
        row = QHBoxLayout(self._words)
        row.setContentsMargins(36, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(label)
        row.addWidget(self._edit, 1)
        return self._words

    def _answered(self, answer: str) -> None:
        yes = answer == YES
        self._words.setVisible(yes)
        self._hint.setText(
            tr("ConsentCard", "These words and this import are kept as evidence with each number.")
            if yes
            else tr(
                "ConsentCard",
                "Nobody gets offers until asked at the desk. No column of the list counts as consent.",
            )
        )
        self.changed.emit()
