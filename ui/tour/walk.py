"""Steps taken one after the other on the event loop, each once what the step before asked for is so."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, QTimer

TICK_MS: Final = 20
PATIENCE_MS: Final = 60_000

type_of_steps = Iterator[Callable[[], bool]]
"""Each item says whether what its step asked for is so."""


class TourError(Exception):
    """A step did not come to its end."""


class Walk(QObject):
    """Takes steps on the event loop."""

    def __init__(self, steps: type_of_steps) -> None:
        super().__init__()
        self._steps = steps
        self._reached: Callable[[], bool] | None = None
        self._errors: list[BaseException] = []
        self._patience = QElapsedTimer()
        self._loop = QEventLoop(self)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._advance)

    def run(self) -> None:
        """Take all steps. Raises what one of them raised first, in the loop or beside it."""
        before, sys.excepthook = sys.excepthook, lambda _kind, error, _trace: self._fail(error)
        self._patience.start()
        self._timer.start()
        self._loop.exec()
        self._timer.stop()
        sys.excepthook = before
        if self._errors:
            raise self._errors[0]

    def _advance(self) -> None:
        try:
            if self._reached is None or self._reached():
                self._reached = next(self._steps)
                self._patience.start()
            elif self._patience.elapsed() > PATIENCE_MS:
                self._fail(TourError("a step took too long"))
        except StopIteration:
            self._loop.quit()
        except Exception as error:  # noqa: BLE001 - whatever it is ends the tour
            self._fail(error)

    def _fail(self, error: BaseException) -> None:
        self._errors.append(error)
        self._loop.quit()
