"""What became of a message whose answer was lost: asked of the provider's list, never guessed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.message import MessageState
from retention_desktop.messaging.same_text import same_text
from retention_desktop.storage import outbox_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from retention_desktop.domain.message import Message
    from retention_desktop.messaging.gateway import Gateway, Receipt
    from retention_desktop.sending.record import Recorder
    from retention_desktop.storage.database import Database, Tx

NEAR: Final = timedelta(minutes=10)
"""A request may hang this long before the provider makes the message of it."""
_OPEN: Final = frozenset({MessageState.SENDING, MessageState.UNKNOWN, MessageState.HELD})


def look_up(
    db: Database, recorder: Recorder, gateway: Gateway, message: Message, clock: Callable[[], datetime]
) -> MessageState:
    """Look one doubtful message up; returns the state it is in afterwards.

    Exactly one match that is no other message's of ours: it was sent. No match, and the list was read to its end: it
    never arrived and is queued again (a message held after a restore stays held: the owner decides). Everything else,
    an identical text to the same number whose fate is open as well above all, waits for the owner; so does a message
    whose text the list knows from another time, for this PC's clock may have been set since.

    Raises:
        SurelyNotSentError: the provider can't be asked now; nothing is changed.
    """
    with db.read() as tx:
        since = outbox_store.first_attempt_at(tx, message.key) or message.queued_at
    listing = gateway.look_up(message.address, message.text, since, clock())
    with db.write() as tx:
        matches = _not_yet_ours(tx, gateway.kept_as, listing.matches)
        if len(matches) == 1 and not _rivals(tx, message, since):
            return recorder.found(tx, message, gateway.kept_as, matches[0])
        strangers = [*matches, *_not_yet_ours(tx, gateway.kept_as, listing.elsewhere)]
        return _decide(tx, recorder, message, strangers, complete=listing.complete)


def _decide(tx: Tx, recorder: Recorder, message: Message, alike: list[Receipt], *, complete: bool) -> MessageState:
    if alike:
        return recorder.still_unknown(tx, message, "identical_texts")
    if not complete:
        return recorder.still_unknown(tx, message, "list_incomplete")
    if message.state is MessageState.HELD:
        return recorder.still_unknown(tx, message, "not_found")
    return recorder.never_arrived(tx, message)


def _not_yet_ours(tx: Tx, provider: str, matches: tuple[Receipt, ...]) -> list[Receipt]:
    known = outbox_store.known_provider_ids(tx, provider, [match.provider_id for match in matches])
    return [match for match in matches if match.provider_id not in known]


def _rivals(tx: Tx, message: Message, since: datetime) -> list[Message]:
    """Our other messages that a match could just as well be."""
    tried = outbox_store.tried_to_address(tx, message.address, since - NEAR, message.key)
    return [other for other in tried if other.state in _OPEN and same_text(other.text, message.text)]
