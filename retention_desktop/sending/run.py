"""One drain, from taking the lease to giving it back."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.message import DOUBTFUL, REACHED, UNDERWAY, Message, MessageState
from retention_desktop.errors import ShopError
from retention_desktop.messaging.gateway import (
    OutcomeUnknownError,
    OutgoingMessage,
    RejectedError,
    SurelyNotSentError,
)
from retention_desktop.sending.drained import Drained
from retention_desktop.sending.follow import Follow
from retention_desktop.sending.gate import refusal
from retention_desktop.sending.record import Recorder
from retention_desktop.storage import lease_store, outbox_store, outbox_writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from retention_desktop.messaging.gateway import Gateway, Receipt
    from retention_desktop.sending.drained import Pace
    from retention_desktop.storage.database import Database, Tx

LEASE: Final = "sending"
_BATCH: Final = 4
_UNREACHABLE: Final = frozenset({"no_connection", "connect_timeout", "certificate"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claimed:
    """A message in our hands, and the key of this attempt."""

    message: Message
    attempt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What became of a claimed message; `error` where it has surely not been sent."""

    message: Message
    state: MessageState
    due: datetime | None = None
    error: SurelyNotSentError | None = None


class Run:
    """The state of one drain; used once. See `Sending.drain`."""

    def __init__(
        self,
        db: Database,
        clock: Callable[[], datetime],
        new_uid: Callable[[], str],
        gateway_factory: Callable[[], Gateway],
        pace: Pace,
        *,
        progress: Callable[[int, int], None] | None,
        stop: threading.Event,
        wait: Callable[[float], bool],
    ) -> None:
        self._db, self._clock, self._pace = db, clock, pace
        self._owner = new_uid()
        self._gateway_factory = gateway_factory
        self._recorder = Recorder(db, clock, new_uid)
        self._progress, self._stop, self._wait = progress, stop, wait
        self._here = threading.local()
        self._gateways: list[Gateway] = []
        self._counts: Counter[str] = Counter()  # by final state, and "claimed", "retry", "sent"
        self._flying: set[Future[_Outcome]] = set()
        self._lease_until = clock()
        self._problem: ShopError | None = None
        self._over = False  # begin nothing new
        self._refusals = 0  # in a row
        self._paused_until = clock()
        self._deferred: dict[int, datetime] = {}
        self._follow = Follow(db, self._recorder, clock, pace, self._gateway, stop)
        self._done = self._total = 0

    def drain(self) -> Drained:
        """Do it all. See `Sending.drain`."""
        if not self._begin():
            return self._drained()
        try:
            self._work()
        finally:
            for gateway in self._gateways:
                gateway.close()
            with self._db.write() as tx:
                lease_store.release(tx, LEASE, self._owner)
        if self._problem is not None:
            raise self._problem
        return self._drained()

    def _begin(self) -> bool:
        """Take the lease and see to what a dead sender left behind; False where there is nothing to do."""
        now = self._clock()
        with self._db.write() as tx:
            outbox_writer.orphans_become_unknown(tx)
            self._counts["expired"] += outbox_writer.expire(tx, now)
            states = outbox_store.count_by_state(tx)
            due = outbox_store.count_due(tx, now)
            if not due and not any(states.get(state) for state in (*DOUBTFUL, *UNDERWAY)):
                return False
            self._total = due + states.get("unknown", 0)
            self._lease_until = now + self._pace.lease
            lease_store.take(tx, LEASE, self._owner, self._lease_until)
            return True

    def _drained(self) -> Drained:
        with self._db.read() as tx:
            states = outbox_store.count_by_state(tx)
        done = self._counts
        return Drained(
            claimed=done["claimed"], sent=done["sent"], delivered=done["delivered"], retry=done["retry"],
            rejected=done["rejected"], opted_out=done["opted_out"], expired=done["expired"],
            unknown=states.get("unknown", 0), left=states.get("queued", 0),
        )  # fmt: skip

    def _work(self) -> None:
        gateway = self._gateway()
        workers = 1 if gateway.reaches_sample_people else self._pace.workers
        with ThreadPoolExecutor(workers, thread_name_prefix="sending") as pool:
            while True:
                self._launch(pool, workers)
                if self._flying:
                    self._reap()
                elif not self._rest(pool):
                    break

    def _gateway(self) -> Gateway:
        """This thread's own gateway."""
        gateway: Gateway | None = getattr(self._here, "gateway", None)
        if gateway is None:
            gateway = self._here.gateway = self._gateway_factory()
            self._gateways.append(gateway)
        return gateway

    @property
    def _is_over(self) -> bool:
        return self._over or self._problem is not None or self._stop.is_set()

    # -- sending

    def _launch(self, pool: ThreadPoolExecutor, workers: int) -> None:
        while len(self._flying) < workers and not self._is_over and self._clock() >= self._paused_until:
            claimed = self._claim()
            if claimed is None:
                return
            self._flying.add(pool.submit(self._send, claimed))

    def _claim(self) -> _Claimed | None:
        """Take the next message that may go; those that may not any more end here."""
        now, gateway = self._clock(), self._gateway()
        with self._db.write() as tx:
            if not self._renewed(tx, now):
                return None
            while batch := outbox_store.due_messages(tx, now, _BATCH):
                for message in batch:
                    ended = refusal(tx, message, now, reaches_sample=gateway.reaches_sample_people)
                    if ended is not None:
                        outbox_writer.move(tx, message.key, message.state, ended[0], now, reason=ended[1])
                        self._count(ended[0])
                        continue
                    attempt = outbox_writer.claim(tx, message.key, gateway.kept_as, self._owner, now)
                    if attempt is not None:
                        self._counts["claimed"] += 1
                        self._deferred.pop(message.key, None)
                        return _Claimed(message=message, attempt=attempt)
        return None

    def _renewed(self, tx: Tx, now: datetime) -> bool:
        """Hold the lease longer; where somebody else took it, this run is over."""
        if lease_store.renew(tx, LEASE, self._owner, now + self._pace.lease):
            self._lease_until = now + self._pace.lease
            return True
        self._over = True
        return False

    def _send(self, claimed: _Claimed) -> _Outcome:
        """Hand one message to the provider and write down the answer; runs in a worker."""
        message, attempt = claimed.message, claimed.attempt
        try:
            receipt = self._hand_over(self._gateway(), message)
        except SurelyNotSentError as error:
            return self._not_sent(claimed, error)
        except RejectedError as error:
            state = self._recorder.refused(message, attempt, error.reason, opted_out=error.opted_out)
        except OutcomeUnknownError as error:
            state = self._recorder.lost(message, attempt, error.reason)
        except ShopError as error:
            self._problem = error
            return self._not_sent(claimed, SurelyNotSentError(error.code))
        else:
            state = self._recorder.taken(message, attempt, receipt)
        return _Outcome(message=message, state=state)

    def _hand_over(self, gateway: Gateway, message: Message) -> Receipt:
        # A PC that slept between claim and here may have lost the lease: then somebody else has this message.
        if self._clock() >= self._lease_until:
            raise SurelyNotSentError("lease_lost", stop=True)
        return gateway.send(
            OutgoingMessage(uid=message.uid, address=message.address, text=message.text, not_after=message.not_after)
        )

    def _not_sent(self, claimed: _Claimed, error: SurelyNotSentError) -> _Outcome:
        message = claimed.message
        if error.reason == "too_late":
            return _Outcome(message=message, state=self._recorder.too_late(message, claimed.attempt))
        due = message.due if error.stop else self._clock() + self._back_off(error)
        state = self._recorder.not_sent(message, claimed.attempt, error.reason, due)
        return _Outcome(message=message, state=state, due=due, error=error)

    def _back_off(self, error: SurelyNotSentError) -> timedelta:
        if error.retry_after is not None:
            return timedelta(seconds=error.retry_after)
        return min(self._pace.first_back_off * (1 << self._refusals), self._pace.longest_back_off)

    def _reap(self) -> None:
        """Take in what has finished, renewing the lease while it takes long."""
        finished, self._flying = wait(
            self._flying, timeout=self._pace.lease.total_seconds() / 4, return_when=FIRST_COMPLETED
        )
        if not finished:
            with self._db.write() as tx:
                self._renewed(tx, self._clock())
        for future in finished:
            self._take_in(future.result())

    def _take_in(self, outcome: _Outcome) -> None:
        if outcome.error is None:
            self._refusals = 0
            self._count(outcome.state)
            return
        self._counts["retry"] += 1
        self._refusals += 1
        if outcome.error.stop:
            self._problem = self._problem or self._why_stopped(outcome.error)
            return
        due = outcome.due or self._clock()
        self._deferred[outcome.message.key] = due
        self._paused_until = max(self._paused_until, due)
        too_long = due - self._clock() > self._pace.longest_wait
        self._over = self._over or too_long or self._refusals >= self._pace.most_in_a_row

    def _why_stopped(self, error: SurelyNotSentError) -> ShopError | None:
        provider = self._gateway().name
        if error.reason == "lease_lost":
            self._over = True
            return None
        if error.reason == "unauthorised":
            return ShopError("gateway_unauthorised", provider=provider)
        if error.reason in _UNREACHABLE:
            return ShopError("gateway_unreachable", provider=provider)
        return ShopError("gateway_refused", provider=provider, reason=error.reason)

    def _count(self, state: MessageState) -> None:
        """Note what became of a message; one that nobody knows about is not done yet."""
        if state is MessageState.UNKNOWN:
            return
        self._counts["sent"] += state in REACHED
        if state in UNDERWAY:
            self._follow.expect_news()
        else:
            self._counts[state.value] += 1
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, max(self._total, self._done))

    # -- when nothing is in the air

    def _rest(self, pool: ThreadPoolExecutor) -> bool:
        """Look up, ask how far messages have come, wait for what is next; False where nothing is."""
        if self._is_over:
            return False
        if self._looked_up():
            return True
        polled = self._follow.poll_if_due(pool)
        if polled is not None:
            self._counts.update(state.value for state in polled)
            return True
        upcoming = self._next_instant()
        return upcoming is not None and self._waited_until(upcoming)

    def _looked_up(self) -> bool:
        """Look up what can be looked up by now; True where something may be sent again."""
        try:
            states = self._follow.look_up_ready()
        except SurelyNotSentError as error:
            self._problem = self._why_stopped(error)
            return False
        for state in states:
            if state is not MessageState.QUEUED and state not in DOUBTFUL:
                self._count(state)
        return MessageState.QUEUED in states

    def _next_instant(self) -> datetime | None:
        """When there is something to do again, None where there will not be in this run."""
        now = self._clock()
        ripe = [key for key, due in self._deferred.items() if due <= now]
        if ripe:  # the next claim takes them, unless somebody cancelled them
            for key in ripe:
                del self._deferred[key]
            return now
        instants = [*self._deferred.values(), self._follow.next_instant()]
        return min((instant for instant in instants if instant is not None), default=None)

    def _waited_until(self, instant: datetime) -> bool:
        """Wait, renewing the lease; False where it was stopped or the lease is gone."""
        while (left := (instant - self._clock()).total_seconds()) > 0:
            if self._wait(min(left, self._pace.lease.total_seconds() / 4)):
                return False
            with self._db.write() as tx:
                if not self._renewed(tx, self._clock()):
                    return False
        return True
