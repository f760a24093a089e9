"""What the shop does once a day without anyone asking: at the start, and when its day changes while the window is open.

The day is the shop's own, so a window left open over night does it after midnight there.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ui.shared.tasks import Tasks

log = logging.getLogger(__name__)
LOOK_MS: Final = 30_000


class Daily(QObject):
    """One thing a day, in a worker. What a busy store refuses is tried again at the next look."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._work: Callable[[], object] | None = None
        self._today: Callable[[], date] | None = None
        self._done: date | None = None
        self._under_way: date | None = None
        self._stale = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self, work: Callable[[], object], today: Callable[[], date]) -> None:
        """Do today's, and from now on each day's.

        Args:
            work: does what is due; nothing where all is done.
            today: the shop's day.
        """
        self._work, self._today, self._done = work, today, None
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Begin nothing new."""
        self._timer.stop()
        self._work = self._today = None
        self._stale = False

    def again(self) -> None:
        """What it depends on has changed: do today's once more."""
        self._done, self._stale = None, True
        self.look()

    def look(self) -> None:
        """Begin if today's is not done and not under way."""
        work, today = self._work, self._today
        if work is None or today is None or self._under_way is not None or self._done == today():
            return
        self._under_way, self._stale = today(), False
        task = self._tasks.start(lambda _progress, _stop: work())
        task.finished.connect(self._finished)
        task.failed.connect(self._failed)
        task.ended.connect(self._ended)

    def _finished(self, _result: object) -> None:
        self._done = self._under_way

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, ShopError):
            log.info("the day's work waits: %s", error)
        else:
            log.error("the day's work failed", exc_info=error)
            self._done = self._under_way

    def _ended(self) -> None:
        self._under_way = None
        if self._stale:
            self._done = None
            self.look()
