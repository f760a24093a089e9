"""Writing at the desk: at once, or where the store is busy in the background, until it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QObject, Signal

from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event

    from ui.shared.tasks import Task

FIRST_MS: Final = 50
"""How long the window may wait for the store before it goes on working and says that it is saving."""
PATIENT_MS: Final = 30_000
"""How long one try in the background waits."""


class Starts(Protocol):
    """What runs work in the background."""

    def start(self, work: Callable[..., Any]) -> Task:
        """Run `work(progress, stop)`."""


class _Waiting(QObject):
    """One write under way in the background; its answers reach nobody once the page is gone."""

    def __init__(self, saving: Saving, done: Callable[[Any], None], failed: Callable[[BaseException], None]) -> None:
        super().__init__(saving)
        self._saving = saving
        self._done = done
        self._failed = failed

    def finish(self, result: object) -> None:
        """It is saved."""
        self._saving.forget(self)
        self._done(result)

    def fail(self, error: BaseException) -> None:
        """It can't be saved."""
        self._saving.forget(self)
        self._failed(error)


class Saving(QObject):
    """Keeps what is being saved.

    Attributes:
        changed: something began or ended being saved in the background; True while any is.
    """

    changed = Signal(bool)

    def __init__(self, tasks: Starts, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._waiting: set[_Waiting] = set()

    @property
    def busy(self) -> bool:
        """Whether anything waits for the store."""
        return bool(self._waiting)

    def write(
        self, work: Callable[[int], Any], done: Callable[[Any], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Save.

        Args:
            work: does it, waiting at most so many milliseconds for the store; tried again, it must not double
                anything (a key of the caller's, or the store's own refusal).
            done: gets the result; at once if the store was free.
            failed: gets the ShopError; anything else from the first try is raised.
        """
        try:
            result = work(FIRST_MS)
        except ShopError as error:
            if error.code == "store_busy":
                self._later(work, done, failed)
            else:
                failed(error)
        else:
            done(result)

    def forget(self, waiting: _Waiting) -> None:
        """This one has ended."""
        self._waiting.discard(waiting)
        waiting.deleteLater()
        self.changed.emit(self.busy)

    def _later(
        self, work: Callable[[int], Any], done: Callable[[Any], None], failed: Callable[[BaseException], None]
    ) -> None:
        waiting = _Waiting(self, done, failed)
        self._waiting.add(waiting)
        task = self._tasks.start(lambda _progress, stop: patiently(work, stop))
        task.finished.connect(waiting.finish)
        task.failed.connect(waiting.fail)
        self.changed.emit(True)


def patiently(work: Callable[[int], Any], stop: Event) -> object:
    """Try until the store is free; once the window closes one whole try more, so that nothing is lost lightly."""
    while True:
        last = stop.is_set()
        try:
            return work(PATIENT_MS)
        except ShopError as error:
            if error.code != "store_busy" or last:
                raise
