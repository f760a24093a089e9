"""How each answer is written down: one short transaction a message, after the network is done with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from retention_desktop.books import consent, journal
from retention_desktop.domain.message import MessageState
from retention_desktop.messaging.gateway import DeliveryState
from retention_desktop.storage import outbox_writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from retention_desktop.domain.message import Message
    from retention_desktop.messaging.gateway import Receipt
    from retention_desktop.storage.database import Database, Tx

PATIENCE_MS: Final = 60_000
"""An answer must be written down even while a long import holds the store."""
_STATES: Final = {
    DeliveryState.ACCEPTED: MessageState.ACCEPTED,
    DeliveryState.SENT: MessageState.SENT,
    DeliveryState.DELIVERED: MessageState.DELIVERED,
    DeliveryState.REJECTED: MessageState.REJECTED,
}


class Recorder:
    """Writes what became of a message; each method opens one transaction and returns the state it leaves."""

    def __init__(self, db: Database, clock: Callable[[], datetime], new_uid: Callable[[], str]) -> None:
        self._db = db
        self._clock = clock
        self._new_uid = new_uid

    def taken(self, message: Message, attempt: int, receipt: Receipt) -> MessageState:
        """The provider took it."""
        with self._db.write(wait_ms=PATIENCE_MS) as tx:
            outbox_writer.answer_attempt(tx, attempt, "taken", receipt.reason)
            return self._apply(tx, message, MessageState.SENDING, receipt)

    def refused(self, message: Message, attempt: int, reason: str, *, opted_out: bool) -> MessageState:
        """The provider refused it for good; a number on its stop list is on ours from now on."""
        after = MessageState.OPTED_OUT if opted_out else MessageState.REJECTED
        with self._db.write(wait_ms=PATIENCE_MS) as tx:
            outbox_writer.answer_attempt(tx, attempt, after.value, reason)
            self._leave(tx, message, MessageState.SENDING, after, reason=reason)
            if opted_out:
                self._opt_out(tx, message)
        return after

    def not_sent(self, message: Message, attempt: int, reason: str, due: datetime) -> MessageState:
        """It has surely not been taken: back to the queue, not before a UTC instant."""
        with self._db.write(wait_ms=PATIENCE_MS) as tx:
            outbox_writer.answer_attempt(tx, attempt, "not_sent", reason)
            outbox_writer.move(
                tx, message.key, MessageState.SENDING, MessageState.QUEUED, self._clock(), reason=reason, due=due,
                provider="",
            )  # fmt: skip
        return MessageState.QUEUED

    def too_late(self, message: Message, attempt: int) -> MessageState:
        """Its time was over before it could be handed on."""
        with self._db.write(wait_ms=PATIENCE_MS) as tx:
            outbox_writer.answer_attempt(tx, attempt, "not_sent", "too_late")
            self._leave(tx, message, MessageState.SENDING, MessageState.EXPIRED, provider="")
        return MessageState.EXPIRED

    def lost(self, message: Message, attempt: int, reason: str) -> MessageState:
        """Nobody knows whether it was taken."""
        with self._db.write(wait_ms=PATIENCE_MS) as tx:
            outbox_writer.answer_attempt(tx, attempt, "unknown", reason)
            self._leave(tx, message, MessageState.SENDING, MessageState.UNKNOWN, reason=reason)
        return MessageState.UNKNOWN

    def progressed(self, message: Message, receipt: Receipt) -> MessageState:
        """The provider, asked, says how far it has come; silence about something new writes nothing."""
        after = _STATES[receipt.state]
        if after is message.state or after is MessageState.ACCEPTED:
            return message.state
        with self._db.write(wait_ms=PATIENCE_MS) as tx:
            return self._apply(tx, message, message.state, receipt)

    def found(self, tx: Tx, message: Message, provider: str, receipt: Receipt) -> MessageState:
        """The look-up at this provider found exactly this one."""
        return self._apply(tx, message, message.state, receipt, provider=provider)

    def never_arrived(self, tx: Tx, message: Message) -> MessageState:
        """The provider's whole list is without it: it may go again."""
        now = self._clock()
        outbox_writer.move(
            tx, message.key, message.state, MessageState.QUEUED, now, reason="not_found", due=now, provider=""
        )
        return MessageState.QUEUED

    def still_unknown(self, tx: Tx, message: Message, reason: str) -> MessageState:
        """The look-up could not say; `reason` is why."""
        since = message.settled_at or self._clock()
        outbox_writer.move(tx, message.key, message.state, message.state, since, reason=reason)
        return message.state

    def _apply(self, tx: Tx, message: Message, before: MessageState, receipt: Receipt, **values: str) -> MessageState:
        after = MessageState.OPTED_OUT if receipt.opted_out else _STATES[receipt.state]
        priced: dict[str, str | int] = {}
        if receipt.price_micros is not None:
            priced = {"price_micros": receipt.price_micros, "price_currency": receipt.currency}
        self._leave(
            tx, message, before, after, reason=receipt.reason, provider_id=receipt.provider_id, **priced, **values
        )
        if receipt.opted_out:
            self._opt_out(tx, message)
        return after

    def _leave(self, tx: Tx, message: Message, before: MessageState, after: MessageState, **values: str | int) -> None:
        """Move it on; a sender that lost its lease meanwhile finds it unknown, and its answer still counts."""
        now = self._clock()
        if not outbox_writer.move(tx, message.key, before, after, now, **values) and before is MessageState.SENDING:
            outbox_writer.move(tx, message.key, MessageState.UNKNOWN, after, now, **values)

    def _opt_out(self, tx: Tx, message: Message) -> None:
        operation = journal.begin(tx, "provider_opt_out", self._new_uid(), self._clock())
        consent.opt_out(tx, operation, message.address, self._new_uid, "provider")
