"""A rule as a sentence with fields inside it; what is wrong with a field is said right under its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.loyalty.fields import LineField, PlaceChoice, WeekdaysField
from ui.shared.flow_layout import FlowLayout
from ui.shared.labels import set_style_property, text_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ui.shared.theme import Theme

_PARTS: Final = re.compile(r"\{(\w+)\}")
_STOPS: Final = re.compile(r"(?<=。)")
GAP: Final = 5
LINE: Final = 36
LONG: Final = 32
"""Letters after which words between two fields may go on in the next line."""


class Sentence(QWidget):
    """One line of a rule.

    Args:
        theme: colours.
        template: the sentence in the reader's language, fields by name in braces: "For every {per} yen".
        parts: the widget of each name, or words to fill in.
    """

    def __init__(self, theme: Theme, template: str, **parts: QWidget | str) -> None:
        super().__init__()
        self._theme = theme
        words = {name: part for name, part in parts.items() if isinstance(part, str)}
        self.fields = [part for part in parts.values() if isinstance(part, QWidget)]
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        line = QWidget()
        line.setSizePolicy(policy)
        flow = FlowLayout(line, gap=GAP)
        for part in _split(template, words):
            widget = parts.get(part[1:-1]) if part.startswith("{") else self._words(part)
            if isinstance(widget, QWidget):
                flow.addWidget(widget)
        self._wrong = text_label("", "caption", "bad", wrap=True)
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(line)
        column.addWidget(self._wrong)

    def places(self) -> Iterator[tuple[str, str]]:
        """(programme, path) of each field."""
        for field in self.fields:
            if isinstance(field, (LineField, PlaceChoice, WeekdaysField)):
                yield field.place.programme, field.place.name

    def show_values(self) -> None:
        """Show what stands in the draft, but for the field being typed into."""
        for field in self.fields:
            if isinstance(field, (LineField, PlaceChoice, WeekdaysField)) and not field.hasFocus():
                field.show_value()

    def show_problems(self, found: Mapping[tuple[str, str], str]) -> list[tuple[str, str]]:
        """Say what is wrong with these places; returns those that stand in this sentence."""
        mine: list[tuple[str, str]] = []
        said: list[str] = []
        for field in self.fields:
            if not isinstance(field, (LineField, PlaceChoice, WeekdaysField)):
                continue
            at = field.place.programme, field.place.name
            wrong = found.get(at, "")
            mine += [at] if wrong else []
            said += [wrong] if wrong and wrong not in said else []
            set_style_property(field, "error", "true" if wrong else "false")
            field.setAccessibleDescription(wrong)
        self._wrong.setText("\n".join(said))
        self._wrong.setVisible(bool(said))
        return mine

    def _words(self, text: str) -> QLabel:
        label = text_label(text)
        set_style_property(label, "lines", "many")
        label.setFixedHeight(max(LINE, self._theme.px(LINE)))
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        return label


def _split(template: str, words: Mapping[str, str]) -> Iterator[str]:
    """Fields ("{per}") and the words between them, in pieces that may each begin a line."""
    for name, text in words.items():
        template = template.replace(f"{{{name}}}", text)
    at = 0
    for found in _PARTS.finditer(template):
        yield from _pieces(template[at : found.start()])
        yield found[0]
        at = found.end()
    yield from _pieces(template[at:])


def _pieces(text: str) -> Iterator[str]:
    for sentence in _STOPS.split(text):
        piece = ""
        for word in sentence.split():
            if piece and len(piece) + len(word) >= LONG:
                yield piece
                piece = word
            else:
                piece = f"{piece} {word}".strip()
        if piece:
            yield piece
