"""Sends what is due and looks up what is unknown while the window is open, without anyone asking.

At the start and every fifteen seconds. A failure that a person must mend (a wrong key) pauses it until the settings
change; the messages stay queued and the Messages page shows why.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event

    from ui.shared.tasks import Task, Tasks

log = logging.getLogger(__name__)
LOOK_MS: Final = 15_000


class Sender(Protocol):
    """What is needed of `shop.sending`."""

    def waiting(self) -> int:
        """How many messages a drain would do something about now."""

    def drain(self, progress: Callable[[int, int], None] | None = None, stop: Event | None = None) -> object:
        """Send what is due; look up what is unknown."""


class Background(QObject):
    """One drain at a time, in a worker.

    Attributes:
        began: the `Task` of a drain that has just begun, whoever asked for it.
        asked: somebody asked for the drain under way.
    """

    began = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._sender: Sender | None = None
        self._task: Task | None = None
        self._paused = self._held = False
        self.asked = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def task(self) -> Task | None:
        """The drain under way."""
        return self._task

    @property
    def held(self) -> bool:
        """Whether somebody said stop; until the program's end, or until somebody sends the rest."""
        return self._held

    @property
    def paused(self) -> bool:
        """Whether it waits for a person to mend something."""
        return self._paused

    def start(self, sender: Sender) -> None:
        """Begin, with a first look now."""
        self._sender = sender
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Begin nothing new."""
        self._timer.stop()
        self._sender = None

    def resume(self) -> None:
        """The settings have changed: try again."""
        self._paused = False
        self.look()

    def drain(self) -> Task | None:
        """Somebody asks for it: send now, whatever held it back. The one under way goes on.

        None before the start, which then does what was asked.
        """
        self._paused = self._held = False
        self.asked = True
        if self._task is None and self._sender is not None:
            self._begin(self._sender)
        return self._task

    def hold(self) -> None:
        """Somebody says stop: finish the messages being sent, and begin none until somebody sends the rest."""
        self._held = True
        if self._task is not None:
            self._task.cancel()

    def look(self) -> None:
        """Drain if there is something to do and nothing stands in the way."""
        sender = self._sender
        idle = self._task is None and not self._paused and not self._held
        if sender is not None and idle and sender.waiting():
            self._begin(sender)

    def _begin(self, sender: Sender) -> None:
        task = self._tasks.start(sender.drain)
        self._task = task
        task.failed.connect(self._failed)
        task.ended.connect(self._ended)
        self.began.emit(task)

    def _failed(self, error: BaseException) -> None:
        self._paused = isinstance(error, ShopError)
        if self._paused:
            log.info("sending waits: %s", error)
        else:
            log.error("sending failed", exc_info=error)

    def _ended(self) -> None:
        self._task = None
        self.asked = False
