"""A line edit that leaves composing text alone.

While an input method is composing, Return commits the text and no shortcut may fire (Qt would deliver both
to the window). Without that, Ctrl+Z goes to the window's undo where the field itself has nothing to undo.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class ImeEdit(QLineEdit):
    """A line edit for names, kana and numbers.

    Attributes:
        typed: what is in the field including the part still being composed; emitted on every change of it.
    """

    typed = Signal(str)

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._preedit = ""
        self._told = text
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.textChanged.connect(self._tell)

    @property
    def composing(self) -> bool:
        """Whether an input method holds text that isn't committed."""
        return bool(self._preedit)

    def whole_text(self) -> str:
        """The text with the part still being composed at the cursor: `text()` alone lacks it."""
        at = self.cursorPosition()
        return self.text()[:at] + self._preedit + self.text()[at:]

    def take(self) -> str:
        """Give the text away and start afresh, with nothing left to undo in the field."""
        text = self.text()
        self.setText("")
        return text

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note what is being composed and tell about it."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        self._tell()

    def event(self, event: QEvent) -> bool:
        """Keep shortcuts and Return from firing while composing."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self.composing:
                event.accept()
                return True
            if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return belongs to the input method while it composes."""
        if self.composing and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            event.accept()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A dropped file is the window's, not a text of ours."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def _tell(self) -> None:
        whole = self.whole_text()
        if whole != self._told:
            self._told = whole
            self.typed.emit(whole)
