"""The last look before a message is claimed: what was allowed when it was queued may not be any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.books import consent
from retention_desktop.domain.message import MessageState
from retention_desktop.domain.sending_policy import Purpose, Reason
from retention_desktop.storage import consent_store, contact_store

if TYPE_CHECKING:
    from datetime import datetime

    from retention_desktop.domain.message import Message
    from retention_desktop.storage.database import Tx


def refusal(tx: Tx, message: Message, now: datetime, *, reaches_sample: bool) -> tuple[MessageState, str] | None:
    """(state, reason) a message ends in instead of being sent, None where it may go."""
    if message.not_after is not None and message.not_after <= now:
        return MessageState.EXPIRED, ""
    if not contact_store.is_still_theirs(tx, message.customer_key, message.contact_key):
        return MessageState.CANCELLED, "gone"
    if message.sample and not reaches_sample:
        return MessageState.REJECTED, Reason.SAMPLE_PERSON.value
    if message.purpose is Purpose.TEST:
        return None
    if consent_store.suppressed_digests(tx, [consent.digest(tx, message.address)]):
        return MessageState.OPTED_OUT, "suppressed"
    if message.contact_key is not None:
        given = consent_store.consent_in_force(tx, [message.contact_key], message.purpose.value)
        if given.get(message.contact_key) is False:
            return MessageState.OPTED_OUT, "consent_withdrawn"
    return None
