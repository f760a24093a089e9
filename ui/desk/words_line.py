"""A line of words in several sizes and colours on one base line: 佐々木 花子 様, 7 / 10, 842 pt.

Two labels side by side would sit on two base lines, and rich text keeps the colours of the theme it was made in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.shared.theme import TextKind, Theme

LINES: Final[dict[TextKind, int]] = {"caption": 16, "body": 20, "title": 26, "figure": 36}
"""Height of one line of each size at 100 %, as in the labels."""
_GAP: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Words:
    """Some words in one look.

    Attributes:
        text: what is written.
        kind: size.
        role: colour token.
        strong: semibold.
    """

    text: str
    kind: TextKind = "body"
    role: str = "Text"
    strong: bool = False


def fill(template: str, plain: Words, **filled: Words) -> list[Words]:
    """A translated sentence whose {names} are words in a look of their own; the rest looks like `plain`."""
    pieces = _GAP.split(template)
    return [
        filled[piece] if place % 2 else replace(plain, text=piece)
        for place, piece in enumerate(pieces)
        if piece and (place % 2 == 0 or filled[piece].text)
    ]


def words_width(theme: Theme, words: Sequence[Words]) -> int:
    """How wide they are side by side."""
    return sum(QFontMetrics(theme.font(one.kind, strong=one.strong)).horizontalAdvance(one.text) for one in words)


def line_height(theme: Theme, words: Sequence[Words]) -> int:
    """The line of the largest of them."""
    return theme.px(max((LINES[one.kind] for one in words), default=LINES["body"]))


def paint_words(painter: QPainter, theme: Theme, at: QPointF, words: Sequence[Words]) -> float:
    """Draw them from a point on the base line; returns where they end."""
    x = at.x()
    for one in words:
        font = theme.font(one.kind, strong=one.strong)
        painter.setFont(font)
        painter.setPen(theme.color(one.role))
        painter.drawText(QPointF(x, at.y()), one.text)
        x += QFontMetrics(font).horizontalAdvance(one.text)
    return x


def base_line(theme: Theme, words: Sequence[Words], top: float, height: float) -> float:
    """The base line that puts the largest words' capitals in the middle of a strip."""
    largest = max(words, key=lambda one: LINES[one.kind])
    cap = QFontMetrics(theme.font(largest.kind, strong=largest.strong)).capHeight()
    return top + (height + cap) / 2


class WordsLine(QWidget):
    """The line as a widget; its text is its accessible name.

    Args:
        theme: colours.
        elastic: it may be cut at its end (with the whole as tooltip); never for amounts, dates or people's names.
    """

    def __init__(self, theme: Theme, *, elastic: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._elastic = elastic
        self._words: Sequence[Words] = ()
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(one.text for one in self._words)

    def show_words(self, *words: Words) -> None:
        """Say something else."""
        self._words = words
        self.setAccessibleName(self.text)
        self.setToolTip(self.text if self._elastic else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All of it."""
        return QSize(words_width(self._theme, self._words) + 1, line_height(self._theme, self._words))

    def minimumSizeHint(self) -> QSize:
        """All of it, for figures and dates are never cut; an elastic line a few letters."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), 24), whole.height()) if self._elastic else whole

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        if self._words:
            base = base_line(self._theme, self._words, 0, self.height())
            paint_words(QPainter(self), self._theme, QPointF(0, base), self._cut())

    def _cut(self) -> list[Words]:
        """The words that fit, the last of them with an ellipsis."""
        shown: list[Words] = []
        left = self.width()
        for one in self._words:
            metrics = QFontMetrics(self._theme.font(one.kind, strong=one.strong))
            width = metrics.horizontalAdvance(one.text)
            if width > left:
                cut = metrics.elidedText(one.text, Qt.TextElideMode.ElideRight, max(left, 0))
                return [*shown, replace(one, text=cut)]
            shown.append(one)
            left -= width
        return shown
