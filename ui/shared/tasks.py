"""Long work off the GUI thread, with progress and a way to stop it.

A `Task` is made and deleted on the GUI thread; the worker only puts tuples into a queue and wakes the one
bridge, so no QObject is ever made or destroyed in a worker.
"""

from __future__ import annotations

import logging
from queue import Empty, SimpleQueue
from threading import Event
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor

    type_of_progress = Callable[[int, int], None]
    type_of_work = Callable[[type_of_progress, Event], Any]

log = logging.getLogger(__name__)
_WORKERS: Final = 4


class Task(QObject):
    """One piece of work under way.

    Attributes:
        progress: done, total; total 0 = not known yet.
        finished: the result.
        failed: the exception.
        ended: after `finished` or `failed`.
    """

    progress = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject, stop: Event) -> None:
        super().__init__(parent)
        self._stop = stop
        self.done = False

    def cancel(self) -> None:
        """Ask the work to stop; it ends soon after, usually with ShopError "stopped"."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether it has been asked to stop."""
        return self._stop.is_set()


class Tasks(QObject):
    """Runs work in a few threads and tells about it on the GUI thread."""

    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._queue: SimpleQueue[tuple[Task, str, tuple[Any, ...]]] = SimpleQueue()
        self._running: set[Task] = set()
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, work: type_of_work) -> Task:
        """Run `work(progress, stop)` in a worker.

        Args:
            work: calls `progress(done, total)` as it likes and looks at `stop.is_set()` now and then;
                what it returns is emitted by `finished`, what it raises by `failed`.
        """
        stop = Event()
        task = Task(self, stop)
        self._running.add(task)
        self._workers().submit(self._work, task, work, stop)
        return task

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._running)

    def stop(self) -> None:
        """Stop everything and wait for it; what was under way is not announced any more."""
        for task in self._running:
            task.cancel()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._running.clear()

    def _workers(self) -> ThreadPoolExecutor:
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - not before the first paint

            self._pool = ThreadPoolExecutor(max_workers=_WORKERS, thread_name_prefix="task")
        return self._pool

    def _work(self, task: Task, work: type_of_work, stop: Event) -> None:
        try:
            result = work(lambda done, total: self._tell(task, "progress", done, total), stop)
        except BaseException as error:  # noqa: BLE001 - every failure belongs to whoever started the work
            self._tell(task, "failed", error)
        else:
            self._tell(task, "finished", result)

    def _tell(self, task: Task, what: str, *values: object) -> None:
        self._queue.put((task, what, values))
        self._woken.emit()

    def _deliver(self) -> None:
        latest: dict[Task, tuple[Any, ...]] = {}
        ends: list[tuple[Task, str, tuple[Any, ...]]] = []
        for task, what, values in self._drain():
            if what == "progress":
                latest[task] = values
            else:
                ends.append((task, what, values))
        for task, values in latest.items():
            task.progress.emit(*values)
        for task, what, values in ends:
            self._end(task, what, values[0])

    def _drain(self) -> list[tuple[Task, str, tuple[Any, ...]]]:
        told = []
        while True:
            try:
                told.append(self._queue.get_nowait())
            except Empty:
                return told

    def _end(self, task: Task, what: str, value: object) -> None:
        if task not in self._running:
            return
        self._running.discard(task)
        task.done = True
        if what == "finished":
            task.finished.emit(value)
        else:
            task.failed.emit(value)
        task.ended.emit()
        task.deleteLater()
