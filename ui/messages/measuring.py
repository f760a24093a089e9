"""Who gets the draft and what it costs, worked out beside the typing: the newest draft wins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from retention_desktop.campaigns import Audience, Campaigns
    from retention_desktop.domain.campaign import Draft
    from retention_desktop.domain.meter import Meter
    from ui.shared.tasks import Tasks

QUIET_MS: Final = 80
"""How long the keys must rest before measuring begins: somebody who types on has the processor to himself."""
QUIET_MANY_MS: Final = 300
"""The same where measuring takes longer than a frame or two."""
MANY: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What is known of a draft.

    Attributes:
        draft: what was measured.
        audience: who gets it, and who does not.
        meter: None where the text can't be filled.
        problem: what keeps the draft from being queued, None = nothing.
    """

    draft: Draft
    audience: Audience
    meter: Meter | None
    problem: ShopError | None


class Measuring(QObject):
    """Measures in a worker, one draft at a time.

    Attributes:
        measured: a `Measured`; of the newest draft asked for, or one on the way to it.
        failed: what nobody foresaw.
    """

    measured = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._campaigns: Campaigns | None = None
        self._wanted: Draft | None = None
        self._audience: Audience | None = None
        self._running = False
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._start)

    @property
    def pending(self) -> bool:
        """Whether what was measured last is older than the draft."""
        return self._running or self._quiet.isActive()

    def attach(self, campaigns: Campaigns) -> None:
        """The shop is open."""
        self._campaigns = campaigns

    def forget_people(self) -> None:
        """Customers or consents have changed: ask for the audience again next time."""
        self._audience = None

    def ask(self, draft: Draft) -> None:
        """Measure this draft as soon as the keys rest."""
        self._wanted = draft
        many = self._audience is not None and len(self._audience.recipients) > MANY
        self._quiet.start(QUIET_MANY_MS if many else QUIET_MS)

    def rest(self) -> None:
        """Begin nothing until `wake`."""
        self._quiet.stop()

    def wake(self) -> None:
        """Measure what was asked for meanwhile."""
        if self._wanted is not None:
            self._quiet.start()

    def _start(self) -> None:
        campaigns, draft, known = self._campaigns, self._wanted, self._audience
        if campaigns is None or draft is None or self._running:
            return
        self._running = True
        self._wanted = None
        task = self._tasks.start(lambda _progress, _stop: measure(campaigns, draft, known))
        task.finished.connect(self._done)
        task.failed.connect(self._broken)

    def _done(self, measured: Measured) -> None:
        self._running = False
        self._audience = measured.audience
        self.measured.emit(measured)
        if self._wanted is not None:
            self._start()

    def _broken(self, error: BaseException) -> None:
        self._running = False
        self.failed.emit(error)


def measure(campaigns: Campaigns, draft: Draft, known: Audience | None) -> Measured:
    """Measure a draft; people who were read for the same selection and purpose are taken as they are."""
    audience = known
    if audience is None or audience.selection != draft.selection or audience.purpose != (draft.purpose or "promo"):
        audience = campaigns.audience(draft.selection, draft.purpose)
    meter: Meter | None = None
    problem = campaigns.problem(draft)
    try:
        meter = campaigns.meter(draft, audience)
    except ShopError as error:
        problem = error
    return Measured(draft=draft, audience=audience, meter=meter, problem=problem)
