"""What became of a message, in a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from retention_desktop.domain.message import MessageState
from ui.shared.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.shared.chips import ChipTone

_WORDS: Final = {
    MessageState.QUEUED: mark("StateText", "Waiting"),
    MessageState.SENDING: mark("StateText", "Being sent"),
    MessageState.ACCEPTED: mark("StateText", "Taken by the service"),
    MessageState.SENT: mark("StateText", "On its way"),
    MessageState.DELIVERED: mark("StateText", "Delivered"),
    MessageState.REJECTED: mark("StateText", "Rejected"),
    MessageState.OPTED_OUT: mark("StateText", "Opted out"),
    MessageState.UNKNOWN: mark("StateText", "Unknown"),
    MessageState.CANCELLED: mark("StateText", "Called off"),
    MessageState.EXPIRED: mark("StateText", "Too late"),
    MessageState.HELD: mark("StateText", "Held after a restore"),
}
_TONES: Final[dict[MessageState, ChipTone]] = {
    MessageState.DELIVERED: "chosen",
    MessageState.REJECTED: "bad",
    MessageState.OPTED_OUT: "warn",
    MessageState.UNKNOWN: "warn",
    MessageState.HELD: "warn",
    MessageState.EXPIRED: "warn",
}
OPEN: Final = frozenset({MessageState.QUEUED, MessageState.SENDING})
"""States in which a message has not left yet."""


def state_word(state: MessageState) -> str:
    """The word for a state."""
    return tr("StateText", _WORDS[state])


def state_tone(state: MessageState) -> ChipTone:
    """The chip's tone for a state."""
    return _TONES.get(state, "neutral")


def total(states: Mapping[str, int]) -> int:
    """All messages of a campaign."""
    return sum(states.values())


def left(states: Mapping[str, int]) -> int:
    """Messages that have not left yet."""
    return sum(states.get(state, 0) for state in OPEN)


def in_order(states: Mapping[str, int]) -> list[tuple[MessageState, int]]:
    """The states that occur with their counts, in the order of a message's life."""
    return [(state, states[state]) for state in MessageState if states.get(state)]
