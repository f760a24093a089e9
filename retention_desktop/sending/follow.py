"""What a drain does when nothing is in the air: look up what is unknown, ask how far the rest has come."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from retention_desktop.domain.message import DOUBTFUL, UNDERWAY, Message, MessageState
from retention_desktop.messaging.gateway import SurelyNotSentError
from retention_desktop.sending.look_up import look_up
from retention_desktop.storage import outbox_store

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor
    from datetime import datetime

    from retention_desktop.messaging.gateway import Gateway
    from retention_desktop.sending.drained import Pace
    from retention_desktop.sending.record import Recorder
    from retention_desktop.storage.database import Database


class Follow:
    """Follows messages that have left our hands; one for a drain.

    Args:
        gateway: the calling thread's own gateway.
    """

    def __init__(
        self,
        db: Database,
        recorder: Recorder,
        clock: Callable[[], datetime],
        pace: Pace,
        gateway: Callable[[], Gateway],
        stop: threading.Event,
    ) -> None:
        self._db, self._recorder, self._clock, self._pace = db, recorder, clock, pace
        self._gateway = gateway
        self._stop = stop
        self._looks: Counter[int] = Counter()
        self._polls: list[float] = []
        self._next_poll: datetime | None = None

        self.expect_news()

    def expect_news(self) -> None:
        """A message was just taken: begin the rounds of asking anew."""
        self._polls = list(self._pace.polls)

    def look_up_ready(self) -> list[MessageState]:
        """Look up each unknown message whose settle time is over; returns the states they are in now.

        Raises SurelyNotSentError with `stop` where the provider can't be asked at all.
        """
        return [self._look(message) for message, ready in self._doubtful() if ready <= self._clock()]

    def _look(self, message: Message) -> MessageState:
        if self._stop.is_set():
            return message.state
        self._looks[message.key] += 1
        try:
            state = look_up(self._db, self._recorder, self._gateway(), message, self._clock)
        except SurelyNotSentError as error:
            if error.stop:
                raise
            return message.state
        if state in DOUBTFUL:
            self._looks[message.key] = self._pace.looks
        return state

    def _doubtful(self) -> list[tuple[Message, datetime]]:
        """Messages this provider may know about, with when to look them up (next)."""
        gateway = self._gateway()
        if not gateway.can_look_up:
            return []
        with self._db.read() as tx:
            messages = outbox_store.messages_in(tx, DOUBTFUL, gateway.kept_as) + outbox_store.held_untried(tx)
        return [
            (message, (message.settled_at or message.queued_at) + gateway.settle_time * (1 + self._looks[message.key]))
            for message in messages
            if self._looks[message.key] < self._pace.looks
        ]

    def poll_if_due(self, pool: ThreadPoolExecutor) -> list[MessageState] | None:
        """Ask after every message under way, if it is time; the states that are final now. None = not yet time."""
        if self._next_poll is None or self._clock() < self._next_poll:
            return None
        self._next_poll = None
        states = list(pool.map(self._ask, self._underway()))
        if None in states:
            self._polls.clear()
        return [state for state in states if state is not None and state not in UNDERWAY]

    def _underway(self) -> list[Message]:
        oldest = self._clock() - self._pace.poll_age
        with self._db.read() as tx:
            messages = outbox_store.messages_in(tx, UNDERWAY, self._gateway().kept_as)
        return [message for message in messages if message.claimed_at is None or message.claimed_at > oldest]

    def _ask(self, message: Message) -> MessageState | None:
        """How far one message has come, None where the provider can't be asked at all now; runs in a worker."""
        if self._stop.is_set() or message.provider_id is None:
            return message.state
        try:
            return self._recorder.progressed(message, self._gateway().status(message.provider_id))
        except SurelyNotSentError as error:
            return None if error.stop else message.state

    def next_instant(self) -> datetime | None:
        """When there is something to look up or to ask again, None where there will not be in this drain."""
        instants = [ready for _, ready in self._doubtful()]
        if self._next_poll is None and self._polls and self._underway():
            self._next_poll = self._clock() + timedelta(seconds=self._polls.pop(0))
        if self._next_poll is not None:
            instants.append(self._next_poll)
        return min(instants, default=None)
