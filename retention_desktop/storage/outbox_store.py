"""Reading the outbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, or_, select

from retention_desktop.domain.campaign import Campaign
from retention_desktop.domain.message import DOUBTFUL, Message, MessageState
from retention_desktop.domain.sending_policy import Purpose
from retention_desktop.storage.tables import attempt, campaign, customer, outbox_message

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy.engine import Row

    from retention_desktop.storage.database import Tx

_m = outbox_message.c
_MESSAGES: Final = select(
    outbox_message, customer.c.uid.label("customer_uid"), customer.c.display_name, customer.c.sample
).outerjoin(customer, customer.c.id == _m.customer)
_DUE: Final = (
    _MESSAGES.where(_m.state == "queued", _m.due <= bindparam("now")).order_by(_m.due, _m.id).limit(bindparam("most"))
)
_BY_UID: Final = _MESSAGES.where(_m.uid == bindparam("wanted"))
_IN_STATES: Final = _MESSAGES.where(
    _m.state.in_(bindparam("states", expanding=True)), _m.provider == bindparam("provider")
).order_by(_m.id)
_HELD_FOR_ANYBODY: Final = _MESSAGES.where(_m.state == "held", _m.provider == "").order_by(_m.id)
_DOUBTFUL: Final = _MESSAGES.where(_m.state.in_(sorted(DOUBTFUL))).order_by(_m.id)
_OF_CAMPAIGN: Final = (
    _MESSAGES.join(campaign, campaign.c.id == _m.campaign).where(campaign.c.uid == bindparam("wanted")).order_by(_m.id)
)
_TO_ADDRESS: Final = _MESSAGES.where(
    _m.address == bindparam("address"),
    _m.id != bindparam("leaving_out"),
    or_(_m.claimed_at >= bindparam("since"), _m.state == "held"),
)
_KNOWN_IDS: Final = select(_m.provider_id).where(
    _m.provider == bindparam("provider"), _m.provider_id.in_(bindparam("ids", expanding=True))
)
_FIRST_ATTEMPT: Final = select(func.min(attempt.c.at)).where(attempt.c.outbox_message == bindparam("wanted"))
_COUNTS: Final = select(_m.state, func.count().label("messages")).group_by(_m.state)
_COUNT_DUE: Final = select(func.count()).where(_m.state == "queued", _m.due <= bindparam("now"))
_CAMPAIGNS: Final = select(
    campaign.c.uid, campaign.c.name, campaign.c.purpose, campaign.c.text, campaign.c.queued_at,
    campaign.c.cancelled_at, campaign.c.id,
)  # fmt: skip
_CAMPAIGN_LIST: Final = _CAMPAIGNS.order_by(campaign.c.id.desc()).limit(bindparam("most"))
_CAMPAIGN: Final = _CAMPAIGNS.where(campaign.c.uid == bindparam("wanted"))
_STATES_OF: Final = (
    select(_m.campaign, _m.state, func.count().label("messages"))
    .where(_m.campaign.in_(bindparam("wanted", expanding=True)))
    .group_by(_m.campaign, _m.state)
)
_SENT_BY_OPERATION: Final = select(_m.uid, _m.state).where(_m.operation == bindparam("wanted"), _m.state != "queued")


def due_messages(tx: Tx, now: datetime, most: int) -> list[Message]:
    """The next messages to send, oldest first."""
    return [_message(row) for row in tx.run(_DUE, {"now": now, "most": most})]


def count_due(tx: Tx, now: datetime) -> int:
    """How many messages may go now."""
    return int(tx.run(_COUNT_DUE, {"now": now}).scalar_one())


def count_by_state(tx: Tx) -> dict[str, int]:
    """How many messages are in each state."""
    return {row.state: row.messages for row in tx.run(_COUNTS)}


def find_message(tx: Tx, uid: str) -> Message | None:
    """The message with this uid."""
    row = tx.run(_BY_UID, {"wanted": uid}).one_or_none()
    return None if row is None else _message(row)


def messages_in(tx: Tx, states: Iterable[MessageState], provider: str) -> list[Message]:
    """The messages in these states that were handed to this provider, oldest first."""
    values = {"states": [state.value for state in states], "provider": provider}
    return [_message(row) for row in tx.run(_IN_STATES, values)]


def doubtful_messages(tx: Tx) -> list[Message]:
    """The messages that a look-up or the owner must settle, oldest first."""
    return [_message(row) for row in tx.run(_DOUBTFUL)]


def held_untried(tx: Tx) -> list[Message]:
    """Messages held after a restore that were only queued in the backup: they may have been tried since."""
    return [_message(row) for row in tx.run(_HELD_FOR_ANYBODY)]


def messages_of_campaign(tx: Tx, uid: str) -> list[Message]:
    """A campaign's messages, in the order they were queued."""
    return [_message(row) for row in tx.run(_OF_CAMPAIGN, {"wanted": uid})]


def tried_to_address(tx: Tx, address: str, since: datetime, leaving_out: int) -> list[Message]:
    """Other messages of ours to this number last tried at or after a UTC instant, or held: then nobody knows when."""
    values = {"address": address, "since": since, "leaving_out": leaving_out}
    return [_message(row) for row in tx.run(_TO_ADDRESS, values)]


def known_provider_ids(tx: Tx, provider: str, ids: Iterable[str]) -> set[str]:
    """Which of a provider's ids belong to a message of ours already."""
    return set(tx.run(_KNOWN_IDS, {"provider": provider, "ids": list(ids)}).scalars())


def first_attempt_at(tx: Tx, key: int) -> datetime | None:
    """The UTC instant at which a message was first tried."""
    at: datetime | None = tx.run(_FIRST_ATTEMPT, {"wanted": key}).scalar_one()
    return at


def campaigns(tx: Tx, most: int) -> list[Campaign]:
    """The newest campaigns with the states of their messages."""
    return _with_states(tx, tx.run(_CAMPAIGN_LIST, {"most": most}).all())


def find_campaign(tx: Tx, uid: str) -> Campaign | None:
    """The campaign with this uid."""
    found = _with_states(tx, tx.run(_CAMPAIGN, {"wanted": uid}).all())
    return found[0] if found else None


def not_queued_any_more(tx: Tx, operation: int) -> list[tuple[str, str]]:
    """(uid, state) of the messages an operation queued that have left the queue since."""
    return [(row.uid, row.state) for row in tx.run(_SENT_BY_OPERATION, {"wanted": operation})]


def _with_states(tx: Tx, rows: Iterable[Row[Any]]) -> list[Campaign]:
    rows = list(rows)
    states: dict[int, dict[str, int]] = {row.id: {} for row in rows}
    for row in tx.run(_STATES_OF, {"wanted": list(states)}):
        states[row.campaign][row.state] = row.messages
    return [
        Campaign(
            uid=row.uid, name=row.name, purpose=Purpose(row.purpose), text=row.text, queued_at=row.queued_at,
            cancelled_at=row.cancelled_at, states=states[row.id],
        )
        for row in rows
    ]  # fmt: skip


def _message(row: Row[Any]) -> Message:
    return Message(
        key=row.id, uid=row.uid, customer=row.customer_uid or "", customer_key=row.customer,
        name=row.display_name or "", sample=bool(row.sample), contact_key=row.contact_point, address=row.address,
        purpose=Purpose(row.purpose), text=row.text, parts=row.parts, due=row.due, not_after=row.not_after,
        state=MessageState(row.state), reason=row.reason, provider=row.provider, provider_id=row.provider_id,
        queued_at=row.queued_at, claimed_at=row.claimed_at, settled_at=row.settled_at,
    )  # fmt: skip
