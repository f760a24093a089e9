"""The protocol every provider follows, and the three ways in which a send can fail.

A gateway does nothing but talk to its provider. It never retries a POST, never decides what a doubtful
answer means for the shop, and refuses to work while its thread holds a transaction.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, timedelta


class DeliveryState(StrEnum):
    """How far a provider says a message has come."""

    ACCEPTED = "accepted"
    SENT = "sent"
    DELIVERED = "delivered"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingMessage:
    """One text for one number.

    Attributes:
        uid: the outbox message's uid, our own reference.
        address: E.164.
        text: exactly what is to be sent.
        not_after: UTC instant after which the provider should give up; None = its own default.
    """

    uid: str
    address: str
    text: str
    not_after: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A provider's word on one message.

    Attributes:
        provider_id: the provider's own id of the message.
        state: how far it has come.
        reason: the provider's error code where rejected, else "".
        opted_out: the provider refused because this number said stop.
        parts: billed parts as far as known.
        price_micros: price in millionths of `currency`, as far as known (never negative).
        currency: ISO 4217 code of the price, "" where unknown.
        created_at: UTC instant at which the provider made the message, where told.
    """

    provider_id: str
    state: DeliveryState
    reason: str = ""
    opted_out: bool = False
    parts: int | None = None
    price_micros: int | None = None
    currency: str = ""
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a look-up found.

    Attributes:
        matches: receipts of messages with this address and exactly this text, made inside the window asked for.
        complete: True only if the provider's list was read to its end, so that no match means "never arrived".
        elsewhere: receipts of such messages made outside the window: a clock that was set back in between moves the
            window, so where one of them is nobody's, no match does not mean "never arrived".
    """

    matches: tuple[Receipt, ...]
    complete: bool
    elsewhere: tuple[Receipt, ...] = ()


class SurelyNotSentError(Exception):
    """The provider has certainly not taken the message; trying again later cannot double it.

    Attributes:
        reason: a short code: "refused_connection", "dns", "rate_limited", "unauthorised", ...
        retry_after: seconds the provider asked to wait, or None.
        stop: True where no other message can go either (wrong key, no network): stop draining.
    """

    def __init__(self, reason: str, *, retry_after: float | None = None, stop: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after
        self.stop = stop


class RejectedError(Exception):
    """The provider refused this message for good: sending it again would be refused again.

    Attributes:
        reason: the provider's error code.
        opted_out: True where the number is on the provider's stop list.
    """

    def __init__(self, reason: str, *, opted_out: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.opted_out = opted_out


class OutcomeUnknownError(Exception):
    """The request may or may not have been taken: nobody may send again before a look-up."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Gateway(Protocol):
    """A way to reach people.

    Attributes:
        name: "practice", "twilio", ...; what a sentence calls it.
        kept_as: the name and the account, kept on each message: another account's list can't tell of its fate.
        reaches_sample_people: only the practice outbox does.
        settle_time: how long after a lost answer the provider's list may still lack the message.
        can_look_up: False where no look-up exists; unknown messages then wait for the owner.
    """

    name: str
    kept_as: str
    reaches_sample_people: bool
    settle_time: timedelta
    can_look_up: bool

    def send(self, message: OutgoingMessage) -> Receipt:
        """Hand one message to the provider, once.

        Raises:
            SurelyNotSentError: it has certainly not been taken.
            RejectedError: refused for good.
            OutcomeUnknownError: it may have been taken.
        """
        ...

    def status(self, provider_id: str) -> Receipt:
        """How far the message has come. Raises SurelyNotSentError where the provider can't be asked now."""
        ...

    def look_up(self, address: str, text: str, since: datetime, until: datetime) -> Listing:
        """Messages to this E.164 address with exactly this text made between two UTC instants.

        Raises SurelyNotSentError where the provider can't be asked now.
        """
        ...

    def close(self) -> None:
        """Let go of connections."""
        ...


def refuse_in_transaction(in_transaction: Callable[[], bool]) -> None:
    """Raise ShopError gateway_in_transaction where the calling thread holds a transaction open."""
    if in_transaction():
        raise ShopError("gateway_in_transaction")
