"""A scanner that types into an amount: what it read is somebody's card or a slip, no amount.

A scanner types like a keyboard, only faster, and ends with Enter. Whatever came in one burst before Enter is asked
about; where it is a code that means something, the field gets back what stood there before, and no Enter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.shared.ime_edit import ImeEdit

BURST_MS: Final = 50
"""At most so long between two keys of a scanner; they take 1 to 30 ms, a fast typist 60 and more."""
LEAST: Final = 4
"""No code is shorter."""
_RETURN: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ScanWatch(QObject):
    """Watches one field.

    Args:
        field: where amounts are typed.
        scanned: takes a text that may be a code; False where it means nothing here.
    """

    def __init__(self, field: ImeEdit, scanned: Callable[[str], bool]) -> None:
        super().__init__(field)
        self._field = field
        self._scanned = scanned
        self._burst = ""
        self._before = ""
        self._last = 0
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note each key; Enter after a code that means something goes no further."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            if event.key() in _RETURN:
                return self._enter(event.timestamp())
            self._note(event)
        return super().eventFilter(watched, event)

    def _note(self, event: QKeyEvent) -> None:
        if event.timestamp() - self._last > BURST_MS or not event.text().isprintable() or not event.text():
            self._burst, self._before = "", self._field.text()
        self._last = event.timestamp()
        if event.text().isprintable():
            self._burst += event.text()

    def _enter(self, at: int) -> bool:
        burst, before, whole = self._burst, self._before, self._field.text()
        self._burst = ""
        if self._field.composing:
            return False
        if len(burst) >= LEAST and at - self._last <= BURST_MS and self._scanned(burst):
            if self._field.text() == whole:  # else it is another person's by now
                self._field.setText(before)
            return True
        # What an input method put in comes without keys; letters are no amount, however slowly they came.
        if any(sign.isalpha() for sign in whole) and self._scanned(whole):
            self._field.setText("")
            return True
        return False
