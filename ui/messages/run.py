"""Sending as a page sees it: how far it is, how long it will take, and Stop.

The program's background sends; a page follows the drain under way, its own or not, and may ask for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Signal

if TYPE_CHECKING:
    from retention_desktop.sending import Drained, Sending
    from ui.shared.kit import Kit
    from ui.shared.tasks import Task


class SendingRun(QObject):
    """Follows the drain under way; that goes on when the page is built anew.

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

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = kit.tasks
        self._background = kit.background
        self.task: Task | None = None
        self.stopped = False
        self.done = 0
        self.total = 0
        self._clock = QElapsedTimer()
        if self._background is not None:
            self._background.began.connect(self._follow)
            self._follow(self._background.task)

    @property
    def asked(self) -> bool:
        """Whether somebody asked for the drain under way; else the program looks what there is to do."""
        return self._background is None or self._background.asked

    @property
    def held(self) -> bool:
        """Whether somebody said stop and nothing is sent until somebody sends the rest."""
        return self._background is not None and self._background.held

    @property
    def visible(self) -> bool:
        """Whether there is something to see: the program's own look at the outbox shows nothing while it finds none."""
        return self.running and (self.asked or self.total > 0)

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
        """Send what is due; a drain under way goes on and takes along what was queued since."""
        if self._background is not None:
            self._follow(self._background.drain())
        elif self.task is None:
            self._follow(self._tasks.start(sending.drain))
        self.changed.emit()

    def _follow(self, task: Task | None) -> None:
        if task is None or task.done or task is self.task:
            return
        self.done = self.total = 0
        self._clock.start()
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
            if self._background is not None:
                self._background.hold()
            else:
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
