"""One message on its way from the shop to a person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

    from retention_desktop.domain.sending_policy import Purpose


class MessageState(StrEnum):
    """How far a message has come; no state is left by a guess."""

    QUEUED = "queued"
    SENDING = "sending"
    ACCEPTED = "accepted"
    SENT = "sent"
    DELIVERED = "delivered"
    REJECTED = "rejected"
    OPTED_OUT = "opted_out"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    HELD = "held"


UNDERWAY: Final = frozenset({MessageState.ACCEPTED, MessageState.SENT})
"""The provider has it and may still say more about it."""
DOUBTFUL: Final = frozenset({MessageState.UNKNOWN, MessageState.HELD})
"""Only a look-up or the owner may say what became of it."""
REACHED: Final = frozenset({MessageState.ACCEPTED, MessageState.SENT, MessageState.DELIVERED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A row of the outbox.

    Attributes:
        key: the row's key in this store.
        uid: our own reference.
        customer: uid, "" for a test.
        customer_key: key of the customer's row, None for a test.
        name: the customer's name as it was given, "" for a test.
        sample: the customer belongs to the sample shop.
        contact_key: key of the contact point it goes to.
        address: E.164.
        text: what is sent, to the letter.
        parts: as counted when it was queued.
        due: UTC instant from which it may go.
        not_after: UTC instant after which it must not.
        reason: the provider's code or our own for the state it is in.
        provider: the gateway it was handed to, "" before that.
        provider_id: the provider's id, None before it is known.
        queued_at: UTC instant.
        claimed_at: UTC instant of the last attempt.
        settled_at: UTC instant at which it came into this state.
    """

    key: int
    uid: str
    customer: str
    customer_key: int | None
    name: str
    sample: bool
    contact_key: int | None
    address: str
    purpose: Purpose
    text: str
    parts: int
    due: datetime
    not_after: datetime | None
    state: MessageState
    reason: str
    provider: str
    provider_id: str | None
    queued_at: datetime
    claimed_at: datetime | None
    settled_at: datetime | None
