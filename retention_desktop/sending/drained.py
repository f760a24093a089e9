"""What a drain did, and how patient one is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Drained:
    """What one drain did.

    Attributes:
        busy: another process or thread is draining; nothing was done.
        claimed: messages taken from the queue, each attempt once.
        sent: messages the provider took, those found by a look-up included.
        delivered: messages that arrived, as far as the provider says.
        retry: times a message surely not sent went back to the queue.
        rejected: messages refused for good.
        opted_out: messages to numbers that said stop.
        expired: messages whose time was over.
        unknown: messages nobody knows about yet, whoever tried them.
        left: messages still queued.
    """

    busy: bool = False
    claimed: int = 0
    sent: int = 0
    delivered: int = 0
    retry: int = 0
    rejected: int = 0
    opted_out: int = 0
    expired: int = 0
    unknown: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How patient a drain is.

    Attributes:
        workers: threads that send, each with a connection of its own.
        lease: how long the lease in the store is good without being renewed.
        first_back_off: the wait after a 429 without Retry-After; doubles each time in a row.
        longest_back_off: the wait does not grow beyond this.
        longest_wait: a provider that asks for more is asked again in another drain.
        most_in_a_row: so many refusals in a row without one success end the drain.
        polls: the pauses before each round of asking how far messages have come.
        poll_age: messages older than this are asked about no more.
        looks: how often one message is looked up in one drain.
    """

    workers: int = 4
    lease: timedelta = timedelta(minutes=2)
    first_back_off: timedelta = timedelta(seconds=1)
    longest_back_off: timedelta = timedelta(minutes=1)
    longest_wait: timedelta = timedelta(minutes=10)
    most_in_a_row: int = 6
    polls: tuple[float, ...] = (0.5, 1, 2, 4, 8, 15)
    poll_age: timedelta = timedelta(days=4)
    looks: int = 3
