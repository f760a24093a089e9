"""Replays the shop's last year under the draft, beside the typing: the newest draft wins."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from threading import Event

    from retention_desktop.domain.simulation import Simulation
    from retention_desktop.loyalty.simulator import Simulator
    from ui.shared.tasks import Task, Tasks

QUIET_MS: Final = 60
"""How long keys and slider must rest before a replay begins."""
MONTHS: Final = 12


@dataclass(frozen=True)
class Wish:
    """What is to be replayed.

    Attributes:
        drafts: terms by programme uid, of the programmes in use.
        others: the same with another value of the lever, by that value.
    """

    drafts: Mapping[str, dict[str, Any]]
    others: Mapping[int, Mapping[str, dict[str, Any]]] = field(default_factory=dict)


@dataclass(frozen=True)
class Found:
    """What a wish came to.

    Attributes:
        simulation: of the draft itself.
        others: of the lever's other values.
    """

    wish: Wish
    simulation: Simulation
    others: Mapping[int, Simulation]


class Simulating(QObject):
    """One replay at a time, in a worker.

    Attributes:
        found: a `Found` of the newest wish.
        failed: what nobody foresaw.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._simulator: Simulator | None = None
        self._wish: Wish | None = None
        self._task: Task | None = None
        self._resting = False
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._start)

    def attach(self, simulator: Simulator) -> None:
        """The shop is open."""
        self._simulator = simulator

    def ask(self, wish: Wish) -> None:
        """Replay this as soon as the keys rest; what runs meanwhile is stopped."""
        self._wish = Wish(deepcopy(dict(wish.drafts)), deepcopy(dict(wish.others)))
        if self._task is not None:
            self._task.cancel()
        if not self._resting:
            self._quiet.start()

    def rest(self) -> None:
        """Begin nothing until `wake`: nobody is looking."""
        self._resting = True
        self._quiet.stop()

    def wake(self) -> None:
        """Replay what was asked for meanwhile."""
        self._resting = False
        if self._wish is not None:
            self._quiet.start()

    def _start(self) -> None:
        simulator, wish = self._simulator, self._wish
        if simulator is None or wish is None or self._task is not None or self._resting:
            return
        self._wish = None
        self._task = self._tasks.start(lambda progress, stop: replay(simulator, wish, progress, stop))
        self._task.finished.connect(self._done)
        self._task.failed.connect(self._broken)

    def _done(self, found: Found) -> None:
        self._task = None
        if self._wish is None:
            self.found.emit(found)
        else:
            self._start()

    def _broken(self, error: BaseException) -> None:
        self._task = None
        if not (isinstance(error, ShopError) and error.code == "stopped"):
            self.failed.emit(error)
        elif self._wish is not None and not self._quiet.isActive():
            self._start()


def replay(simulator: Simulator, wish: Wish, progress: Callable[[int, int], None], stop: Event) -> Found:
    """The draft, then its lever's other values."""
    simulation = simulator.replay(wish.drafts, months=MONTHS, progress=progress, stop=stop)
    others = {value: simulator.replay(drafts, months=MONTHS, stop=stop) for value, drafts in wish.others.items()}
    return Found(wish, simulation, others)
