"""Waiting for what becomes of one message, a test to oneself, whoever drains the outbox meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from retention_desktop.domain.message import UNDERWAY, MessageState

if TYPE_CHECKING:
    from threading import Event

    from retention_desktop.domain.message import Message
    from retention_desktop.shop import Shop

TRIES: Final = 20
PAUSE: Final = 0.5
"""Seconds between looks while somebody else drains the outbox."""
OPEN: Final = frozenset({MessageState.QUEUED, MessageState.SENDING, *UNDERWAY})
"""Whoever drains will soon say more about a message in one of these."""


def deliver(shop: Shop, uid: str, stop: Event) -> Message:
    """Drain, and give the message as it is then; runs in a worker.

    Raises what `Sending.drain` raises.
    """
    for _ in range(TRIES):
        drained = shop.sending.drain(stop=stop)
        if not drained.busy or shop.campaigns.message(uid).state not in OPEN or stop.wait(PAUSE):
            break
    return shop.campaigns.message(uid)
