"""Draws a document between the turns of the event loop: the window stays awake, and no worker makes Qt objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from collections.abc import Iterator

AT_ONCE: Final = 3
"""Pages drawn without letting the event loop turn: about as long as a key press may take to show."""


class DrawingJob(QObject):
    """One document being drawn.

    Args:
        steps: what `write_pdf` or `paint` gives.
        total: how many pages there are.

    Attributes:
        progress: pages drawn, pages in all.
        finished: everything is drawn.
        failed: the ShopError that ended it.
    """

    progress = Signal(int, int)
    finished = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject, steps: Iterator[int], total: int) -> None:
        super().__init__(parent)
        self._steps: Iterator[int] | None = steps
        self._total = total
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self.draw)
        self._turn.start()

    def draw(self) -> None:
        """Draw the next few pages."""
        if self._steps is None:
            return
        done = 0
        try:
            for _ in range(AT_ONCE):
                done = next(self._steps, 0)
                if not done:
                    break
        except ShopError as error:
            self._end()
            self.failed.emit(error)
            return
        if done:
            self.progress.emit(done, self._total)
        else:
            self._end()
            self.finished.emit()

    def cancel(self) -> None:
        """Stop; nothing is left behind."""
        close = getattr(self._steps, "close", None)
        self._end()
        if close is not None:
            close()

    def _end(self) -> None:
        self._turn.stop()
        self._steps = None
