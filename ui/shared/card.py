"""Cards, strips and lines: what things lie on."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

Surface = Literal["rest", "current", "info", "good", "warn", "bad", "panel", "panelLeft", "bar", "header", "sidebar"]


class Card(QFrame):
    """A surface with a column (or row) layout in it: `card.column.addWidget(...)`.

    Rounded cards don't clip their children: a last strip inside needs bottom radii of 11 of its own.

    Attributes:
        column: the layout; padding 20 x 16 for cards, none for panels and bars.
    """

    def __init__(self, surface: Surface = "rest", *, row: bool = False, padded: bool = True) -> None:
        super().__init__()
        self.setProperty("card", surface)
        self.column: QBoxLayout = QHBoxLayout(self) if row else QVBoxLayout(self)
        sides = (20, 16) if padded else (0, 0)
        self.column.setContentsMargins(sides[0], sides[1], sides[0], sides[1])
        self.column.setSpacing(8)


def hairline() -> QFrame:
    """A line of one pixel across."""
    line = QFrame()
    line.setProperty("card", "line")
    return line


def upright_line() -> QFrame:
    """A line of one pixel downwards."""
    line = QFrame()
    line.setProperty("card", "upright")
    return line
