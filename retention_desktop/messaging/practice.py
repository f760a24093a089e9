"""The practice outbox: the default. It keeps a message in the store and never lets it leave this machine."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from retention_desktop.messaging.gateway import (
    DeliveryState,
    Gateway,
    Listing,
    OutgoingMessage,
    Receipt,
    refuse_in_transaction,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

NAME = "practice"
KEPT = "kept"


class PracticeGateway(Gateway):
    """Settles every message at once as delivered, with the reason "kept"."""

    name = NAME
    kept_as = NAME
    reaches_sample_people = True
    settle_time = timedelta(0)
    can_look_up = True

    def __init__(self, in_transaction: Callable[[], bool]) -> None:
        self._in_transaction = in_transaction

    def send(self, message: OutgoingMessage) -> Receipt:
        """Keep it: the id is the message's own."""
        refuse_in_transaction(self._in_transaction)
        return self.status(message.uid)

    def status(self, provider_id: str) -> Receipt:
        """Kept for good."""
        return Receipt(provider_id=provider_id, state=DeliveryState.DELIVERED, reason=KEPT)

    def look_up(self, address: str, text: str, since: datetime, until: datetime) -> Listing:  # noqa: ARG002
        """Nothing is kept here but what `send` answered, so a message without an answer has not been taken."""
        return Listing(matches=(), complete=True)

    def close(self) -> None:
        """Nothing is held."""
