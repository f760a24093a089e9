"""Drain the outbox through a gateway: claim, send, record; look up what is unknown; ask how far the rest has come."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from retention_desktop.sending.drained import Drained, Pace
from retention_desktop.sending.run import Run
from retention_desktop.storage import outbox_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from retention_desktop.messaging.gateway import Gateway
    from retention_desktop.storage.database import Database

__all__ = ["Drained", "Pace", "Sending"]


class Sending:
    """The one place from which messages leave.

    One process drains at a time. Two things say so: a lock file beside the store, which the system takes back when its
    holder dies, and a renewable lease in the store, which a sender that was asleep for too long finds in other hands.

    Args:
        gateway_factory: makes a gateway for one thread; asked again for each worker.
        pace: how long to wait for what.
    """

    def __init__(
        self,
        db: Database,
        clock: Callable[[], datetime],
        new_uid: Callable[[], str],
        gateway_factory: Callable[[], Gateway],
        pace: Pace | None = None,
    ) -> None:
        self._db = db
        self._clock = clock
        self._new_uid = new_uid
        self._gateway_factory = gateway_factory
        self._pace = pace or Pace()
        self._closing = threading.Event()
        self._idle = threading.Event()
        self._idle.set()
        self._stop: threading.Event | None = None

    def waiting(self) -> int:
        """How many messages a drain would do something about now."""
        with self._db.read() as tx:
            states = outbox_store.count_by_state(tx)
            due = outbox_store.count_due(tx, self._clock())
        return due + sum(states.get(state, 0) for state in ("sending", "unknown", "accepted", "sent"))

    def drain(
        self,
        progress: Callable[[int, int], None] | None = None,
        stop: threading.Event | None = None,
        wait: Callable[[float], bool] | None = None,
    ) -> Drained:
        """Send what is due, look up what is unknown, and follow what is under way.

        Call it from a worker thread: it may take minutes. A message whose answer was lost is never sent again before
        the provider's list has been read to its end without it.

        Args:
            progress: told (done, total) as messages leave the queue.
            stop: when set, the messages being sent are finished and nothing new is begun.
            wait: waits that many seconds, or until stopped, and says whether it was stopped; by default on `stop`.

        Raises:
            ShopError: gateway_unauthorised, gateway_unreachable, gateway_refused where nothing can be sent at all;
                sender_incomplete, address_not_https. What could not be sent is still queued.
        """
        if self._closing.is_set():
            return Drained(busy=True)
        stop = stop or threading.Event()
        lock = FileLock(self._db.path.with_name(f"{self._db.path.name}.sending"), timeout=0)
        try:
            lock.acquire()
        except Timeout:
            return Drained(busy=True)
        self._idle.clear()
        self._stop = stop
        try:
            run = Run(
                self._db, self._clock, self._new_uid, self._gateway_factory, self._pace,
                progress=progress, stop=stop, wait=wait or stop.wait,
            )  # fmt: skip
            return run.drain()
        finally:
            self._stop = None
            self._idle.set()
            lock.release()

    def close(self, patience: float = 10.0) -> None:
        """Begin nothing new, and give the messages being sent some seconds to finish."""
        self._closing.set()
        running = self._stop
        if running is not None:
            running.set()
            self._idle.wait(patience)
