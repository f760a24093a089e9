"""Sending beside the typing: one drain at a time, with how far it is, how long it will take, and Stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Signal

if TYPE_CHECKING:
    from retention_desktop.sending import Drained, Sending
    from ui.shared.tasks import Task, Tasks


class SendingRun(QObject):
    """The drain of a page; it goes on when the page is built anew.

    Attributes:
        changed: begun, further, stopping or ended.
        ended: what it did.
        failed: why it could not be done; what could not be sent is still queued.
        done: messages that have left the queue in this run.
        total: messages there were to send, 0 = not known yet.
    """

    changed = Signal()
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.task: Task | None = None
        self.stopped = False
        self.done = 0
        self.total = 0
        self._clock = QElapsedTimer()

    @property
    def running(self) -> bool:
        """Whether messages are being sent."""
        return self.task is not None

    @property
    def seconds_left(self) -> float | None:
        """A guess from the pace so far; None in the first three seconds, which tell nothing."""
        passed = self._clock.elapsed() / 1000 if self._clock.isValid() else 0.0
        if passed < 3 or not self.done or self.total <= self.done:
            return None
        return passed / self.done * (self.total - self.done)

    def start(self, sending: Sending) -> None:
        """Send what is due; a run under way goes on."""
        if self.task is not None:
            return
        self.stopped = False
        self.done = self.total = 0
        self._clock.start()
        self.follow(self._tasks.start(sending.drain))

    def follow(self, task: Task | None) -> None:
        """Watch a drain that is under way: a page built anew takes over from the one before."""
        if task is None or task.done:
            return
        self.task = task
        self.stopped = task.cancelled
        task.progress.connect(self._progress)
        task.finished.connect(self._finished)
        task.failed.connect(self._broken)
        self.changed.emit()

    def stop(self) -> None:
        """Finish the messages being sent and begin no new ones; the rest stays queued."""
        if self.task is not None:
            self.stopped = True
            self.task.cancel()
            self.changed.emit()

    def _progress(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        self.changed.emit()

    def _finished(self, drained: Drained) -> None:
        self.task = None
        self.changed.emit()
        self.ended.emit(drained)

    def _broken(self, error: BaseException) -> None:
        self.task = None
        self.changed.emit()
        self.failed.emit(error)
