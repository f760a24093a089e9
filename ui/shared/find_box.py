"""The find box: one field that takes anything, with its icon and its keys inside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

from ui.shared.icons import paint_icon
from ui.shared.ime_edit import ImeEdit
from ui.shared.key_cap import key_cap_size, paint_key_cap

if TYPE_CHECKING:
    from ui.shared.theme import Theme


class FindBox(ImeEdit):
    """Find people as one types, composing text included (`typed`).

    Plain digits always go on with the query: only Alt+digit picks a row.

    Args:
        theme: colours.
        name: its accessible name and placeholder.
        keys: text of the key cap shown while it is empty, or "".
        tier: "search" (48 high) or "regular" (36).

    Attributes:
        moved: -1 for Up, 1 for Down: the list beside the box moves, the box keeps the keyboard.
        picked: 0 to 8 for Alt+1 to Alt+9.
        chosen: Return, never while composing.
        left: Escape in an empty box; in a filled one it clears (Ctrl+Z brings the text back).
    """

    moved = Signal(int)
    picked = Signal(int)
    chosen = Signal()
    left = Signal()

    def __init__(self, theme: Theme, name: str, keys: str = "", tier: Literal["search", "regular"] = "search") -> None:
        super().__init__()
        self._theme = theme
        self._keys = keys
        self._icon = 20 if tier == "search" else 16
        self.setProperty("tier", tier)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        cap = key_cap_size(theme, keys).width() + 8 if keys else 0
        self.setTextMargins(self._icon + 12, 0, cap, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Return, Escape and Alt+digit drive the list."""
        if self.composing or not self._drive(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, the magnifying glass, and the keys while it is empty."""
        super().paintEvent(event)
        painter = QPainter(self)
        middle = (self.height() - self._icon) / 2
        paint_icon(painter, self._theme, "search", "textSecondary", QRectF(16, middle, self._icon, self._icon))
        if self._keys and not self.whole_text():
            size = key_cap_size(self._theme, self._keys)
            place = QRectF(
                self.width() - 16 - size.width(), (self.height() - size.height()) / 2, size.width(), size.height()
            )
            paint_key_cap(painter, self._theme, self._keys, place)

    def _drive(self, event: QKeyEvent) -> bool:
        key = event.key()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit()
        elif plain and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif plain and key == Qt.Key.Key_Escape:
            self._escape()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.picked.emit(int(key) - int(Qt.Key.Key_1))
        else:
            return False
        return True

    def _escape(self) -> None:
        if self.text():
            self.selectAll()
            self.del_()
        else:
            self.left.emit()
