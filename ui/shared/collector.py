"""Reference cycles are collected on the window's thread only.

Python collects cycles on whichever thread happens to make objects. A page that was rebuilt is such a cycle; found by
a worker, its timers and widgets would be destroyed there, and Qt ends the process ("Timers cannot be stopped from
another thread", seen as a segmentation fault).
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from ui.shared.tasks import Tasks

LOOK_MS: Final = 1000
_BULK: Final = 50_000
"""More young objects than this while a task runs are its own and no garbage; looking through them would stall a key."""


class Collector(QObject):
    """Switches Python's own collecting off and does it once a second, as often as Python's thresholds ask."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        gc.disable()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation whose threshold is passed."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        if counts[0] > _BULK and self._tasks.busy:
            return
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Leave collecting to Python again: the window is gone, and nothing of Qt's is left to workers."""
        self._timer.stop()
        gc.collect()
        gc.enable()
