"""A person's name as the desk shows it: the name whole, the honorific lighter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from retention_desktop.domain.name import addressed
from ui.desk.words_line import LINES, Words, base_line, paint_words, words_width
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.shared.theme import TextKind, Theme

SIZES: Final[tuple[TextKind, ...]] = ("figure", "title", "body")
"""A long name is written smaller before it wraps; it is never cut."""
_BREAKS: Final = re.compile(r" |(?<=-)(?=.)")


def called(name: str) -> str:
    """The name, or what stands where none is known."""
    return name.strip() or tr("PersonName", "Name not known")


def honorific(name: str, kind: str, language: str) -> str:
    """What follows the name in Japanese: 様, 御中, or nothing after another title; nothing in English."""
    known = name.strip()
    if language != "ja" or not known:
        return ""
    return addressed(known, kind).removeprefix(known).strip()


def spoken_name(name: str, kind: str, language: str) -> str:
    """Name and honorific in one, for sentences."""
    title = honorific(name, kind, language)
    return f"{called(name)} {title}" if title else called(name)


def wrapped(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """The text in as few lines as fit, broken at blanks and hyphens, else anywhere."""
    lines = [""]
    for word in _BREAKS.split(text):
        joined = f"{lines[-1]}{word}" if lines[-1].endswith("-") else f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(joined) <= width:
            lines[-1] = joined
        else:
            lines += _pieces(word, metrics, width) if metrics.horizontalAdvance(word) > width else [word]
    return [line for line in lines if line] or [""]


def _pieces(word: str, metrics: QFontMetrics, width: int) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and metrics.horizontalAdvance(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def name_lines(
    theme: Theme, name: str, title: str, width: int, sizes: tuple[TextKind, ...] = SIZES
) -> list[list[Words]]:
    """The name with its honorific in the largest of these sizes that fits on one line, else in lines of the last."""
    for kind in sizes:
        line = _line(called(name), title, kind)
        if words_width(theme, line) <= width:
            return [line]
    kind = sizes[-1]
    metrics = QFontMetrics(theme.font(kind, strong=True))
    room = width - words_width(theme, _line("", title, kind))
    *upper, last = wrapped(called(name), metrics, room)
    return [[Words(line, kind, strong=True)] for line in upper] + [_line(last, title, kind)]


def _line(name: str, title: str, kind: TextKind) -> list[Words]:
    words = [Words(name, kind, strong=True)]
    smaller: TextKind = "title" if kind == "figure" else "body" if kind == "title" else "caption"
    return [*words, Words(f" {title}", smaller, "textSecondary")] if title else words


class NameView(QWidget):
    """The name of the person at the counter; 28 high letters, smaller where it is long."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._name = ""
        self._title = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._grow)

    def show_name(self, name: str, title: str) -> None:
        """Show another person."""
        self._name = name
        self._title = title
        self.setAccessibleName(f"{called(name)} {title}".strip())
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another number of lines."""
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        """The whole name at its largest."""
        width = words_width(self._theme, _line(called(self._name), self._title, "figure")) + 1
        return QSize(width, self._theme.px(LINES["figure"]))

    def minimumSizeHint(self) -> QSize:
        """A few letters; it shrinks and wraps before it is cut."""
        return QSize(120, self._theme.px(LINES["figure"]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lines."""
        painter = QPainter(self)
        lines = name_lines(self._theme, self._name, self._title, self.width())
        height = self._line(lines) if len(lines) > 1 else self.height()
        for place, line in enumerate(lines):
            base = base_line(self._theme, line, place * height, height)
            paint_words(painter, self._theme, QPointF(0, base), line)

    def _grow(self) -> None:
        """One line of 36, or as many smaller ones as the name takes; a height for a width would squeeze the others."""
        lines = name_lines(self._theme, self._name, self._title, self.width())
        self.setMinimumHeight(max(self._theme.px(LINES["figure"]), len(lines) * self._line(lines)))
        self.updateGeometry()
        self.update()

    def _line(self, lines: list[list[Words]]) -> int:
        return self._theme.px(LINES[lines[0][0].kind])
