"""Writing the outbox. Each step names the state it leaves, so that two hands never take the same message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, case, insert, select, update

from retention_desktop.storage.tables import attempt, campaign, outbox_message, verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from retention_desktop.domain.message import MessageState
    from retention_desktop.storage.database import Tx

_m = outbox_message.c
_CLAIM: Final = (
    update(outbox_message)
    .where(_m.id == bindparam("wanted"), _m.state == "queued")
    .values(
        state="sending", reason="", provider=bindparam("by_provider"), provider_id=None, claimed_at=bindparam("at"),
        claimed_by=bindparam("by_owner"), settled_at=bindparam("at"),
    )
)  # fmt: skip
_ANSWER: Final = (
    update(attempt).where(attempt.c.id == bindparam("wanted")).values(outcome=bindparam("was"), reason=bindparam("why"))
)
_ORPHANS: Final = (
    update(outbox_message)
    .where(_m.state == "sending")
    .values(state="unknown", reason="interrupted", settled_at=_m.claimed_at)
)
_EXPIRE: Final = (
    update(outbox_message)
    .where(_m.state == "queued", _m.not_after <= bindparam("now"))
    .values(state="expired", settled_at=bindparam("now"))
)
_CANCEL: Final = (
    update(outbox_message)
    .where(_m.operation == bindparam("wanted"), _m.state == "queued")
    .values(state="cancelled", settled_at=bindparam("at"))
)
_CANCEL_CAMPAIGN: Final = (
    update(outbox_message)
    .where(
        _m.campaign == select(campaign.c.id).where(campaign.c.uid == bindparam("wanted")).scalar_subquery(),
        _m.state == "queued",
    )
    .values(state="cancelled", settled_at=bindparam("at"))
)
_CANCEL_CUSTOMER: Final = (
    update(outbox_message)
    .where(_m.customer == bindparam("wanted"), _m.state == "queued")
    .values(state="cancelled", settled_at=bindparam("at"))
)
_HOLD: Final = (
    update(outbox_message)
    .where(_m.state.in_(("queued", "sending", "unknown")))
    .values(
        state="held",
        reason=case((_m.state == "queued", "restored"), else_="restored_unknown"),
        settled_at=bindparam("at"),
    )
)


def add_messages(tx: Tx, rows: Sequence[dict[str, Any]]) -> None:
    """Append queued messages; a `dedupe_key` already there violates the store's unique rule."""
    if rows:
        tx.run(insert(outbox_message), rows)


def add_verdicts(tx: Tx, rows: Sequence[dict[str, Any]]) -> None:
    """Append verdicts with the facts they were judged on."""
    if rows:
        tx.run(insert(verdict), rows)


def claim(tx: Tx, key: int, provider: str, owner: str, at: datetime) -> int | None:
    """Take a queued message to send it; returns the key of its attempt, None where somebody else was faster."""
    if tx.run(_CLAIM, {"wanted": key, "by_provider": provider, "by_owner": owner, "at": at}).rowcount == 0:
        return None
    made = tx.run(insert(attempt), {"outbox_message": key, "at": at}).inserted_primary_key
    return made[0] if made else None


def answer_attempt(tx: Tx, key: int, outcome: str, reason: str) -> None:
    """Note how an attempt ended."""
    tx.run(_ANSWER, {"wanted": key, "was": outcome, "why": reason})


def move(
    tx: Tx, key: int, before: MessageState, after: MessageState, at: datetime, **values: str | int | datetime | None
) -> bool:
    """Bring a message from one state into another with these columns; False where it was not in the first one."""
    change = update(outbox_message).where(_m.id == key, _m.state == before.value)
    return tx.run(change.values({"state": after.value, "settled_at": at, **values})).rowcount == 1


def orphans_become_unknown(tx: Tx) -> int:
    """Messages whose sender died between claim and answer may have been sent; returns how many.

    Only whoever holds the sending lease may ask for this.
    """
    return tx.run(_ORPHANS).rowcount


def expire(tx: Tx, now: datetime) -> int:
    """Queued messages whose time is over won't go any more; returns how many."""
    return tx.run(_EXPIRE, {"now": now}).rowcount


def cancel_queued(tx: Tx, operation: int, at: datetime) -> int:
    """Cancel what an operation queued and nobody has taken yet; returns how many."""
    return tx.run(_CANCEL, {"wanted": operation, "at": at}).rowcount


def cancel_campaign(tx: Tx, uid: str, at: datetime) -> int:
    """Cancel what is still queued of a campaign; returns how many."""
    return tx.run(_CANCEL_CAMPAIGN, {"wanted": uid, "at": at}).rowcount


def cancel_customer(tx: Tx, key: int, at: datetime) -> int:
    """Cancel what is still queued for a customer; returns how many."""
    return tx.run(_CANCEL_CUSTOMER, {"wanted": key, "at": at}).rowcount


def hold_all(tx: Tx, at: datetime) -> int:
    """After a restore, nothing that was still open may go before the owner has looked; returns how many."""
    return tx.run(_HOLD, {"at": at}).rowcount
