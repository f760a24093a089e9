"""The words a person agrees to: a small field of a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

if TYPE_CHECKING:
    from ui.shared.theme import Theme

LINES: Final = 3


class WordingField(QPlainTextEdit):
    """Shows the whole sentence; Tab goes on to the next field.

    Args:
        theme: text size.
        name: accessible name.
        lines: how many lines show at once.
    """

    def __init__(self, theme: Theme, name: str, lines: int = LINES) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.px(22) * lines + 26)

    def text(self) -> str:
        """What stands in it, as one line without blanks around it."""
        return " ".join(self.toPlainText().split())

    def set_text(self, text: str) -> None:
        """Put a sentence in."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)
