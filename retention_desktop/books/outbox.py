"""The one gate to the outbox: judge, fill, count, freeze. Preview and queue are the same function."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from retention_desktop.books import journal
from retention_desktop.domain import campaign as rules
from retention_desktop.domain.message import DOUBTFUL, MessageState
from retention_desktop.domain.operation import Kept
from retention_desktop.domain.parts import Parts, count
from retention_desktop.domain.recipient import values_for
from retention_desktop.domain.sending_policy import Purpose, Verdict, facts_about, judge
from retention_desktop.domain.template import fill
from retention_desktop.errors import ShopError
from retention_desktop.storage import outbox_store, outbox_writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date, datetime

    from retention_desktop.domain.campaign import Draft, Sender
    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.recipient import Recipient
    from retention_desktop.storage.database import Tx

FRESH: Final = {
    Purpose.PROMO: timedelta(days=3),
    Purpose.SERVICE: timedelta(days=1),
    Purpose.TEST: timedelta(hours=1),
}
"""How long a message may wait in the outbox: a late one expires instead of surprising somebody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """One person's message as it would be queued now.

    Attributes:
        text: "" where the verdict refuses.
        parts: None where the verdict refuses.
    """

    recipient: Recipient
    verdict: Verdict
    text: str = ""
    parts: Parts | None = None


def prepare(
    draft: Draft,
    purpose: Purpose,
    recipients: Iterable[Recipient],
    *,
    sender: Sender,
    today: date,
    gateway_reaches_sample: bool,
) -> tuple[Prepared, ...]:
    """Judge, fill and count a draft for each person, in their order.

    The same text to the same number goes once: of two people who share a phone, the second is left out where the text
    would be identical. Raises ShopError placeholder_unknown.
    """
    counted: dict[str, Parts] = {}
    seen: set[tuple[str, str]] = set()
    prepared = []
    for one in recipients:
        text = fill(draft.text, values_for(one, draft.language, today, sender.name), draft.language)
        twice = (one.address, text) in seen
        verdict = judge(
            facts_about(one, purpose, gateway_reaches_sample=gateway_reaches_sample, same_text_before=twice)
        )
        if not verdict.allowed:
            prepared.append(Prepared(recipient=one, verdict=verdict))
            continue
        seen.add((one.address, text))
        parts = counted.get(text) or counted.setdefault(text, count(text))
        prepared.append(Prepared(recipient=one, verdict=verdict, text=text, parts=parts))
    return tuple(prepared)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCampaign:
    """A campaign's row and its uid."""

    key: int
    uid: str


def queue(
    tx: Tx,
    operation: Operation,
    campaign: NewCampaign,
    purpose: Purpose,
    prepared: Sequence[Prepared],
    new_uid: Callable[[], str],
) -> int:
    """Freeze what was prepared as queued messages with their verdicts; returns how many messages.

    The rows carry the operation instead of a change each. Raises ShopError too_many_parts.
    """
    rows = [
        _row(
            operation, purpose, one.recipient.address, one.text, one.parts,
            uid=new_uid(), dedupe_key=f"campaign:{campaign.uid}:{one.recipient.customer}",
            customer=one.recipient.customer_key, campaign=campaign.key, contact_point=one.recipient.contact_key,
        )
        for one in prepared
        if one.parts is not None
    ]  # fmt: skip
    outbox_writer.add_messages(tx, rows)
    alike = {facts: asdict(facts) for facts in {one.verdict.facts for one in prepared}}  # few kinds among many people
    outbox_writer.add_verdicts(tx, [
        {
            "campaign": campaign.key, "customer": one.recipient.customer_key, "allowed": one.verdict.allowed,
            "reason": one.verdict.reason.value, "facts": alike[one.verdict.facts], "at": operation.at,
        }
        for one in prepared
    ])  # fmt: skip
    return len(rows)


def queue_test(tx: Tx, operation: Operation, address: str, text: str, uid: str) -> None:
    """Queue one message to the owner's own number. Raises ShopError too_many_parts."""
    row = _row(
        operation, Purpose.TEST, address, text, count(text), uid=uid, dedupe_key=f"test:{uid}", customer=None,
        campaign=None, contact_point=None,
    )  # fmt: skip
    outbox_writer.add_messages(tx, [row])


def _row(
    operation: Operation, purpose: Purpose, address: str, text: str, parts: Parts, **columns: str | int | None
) -> dict[str, Any]:
    rules.check_parts(parts.parts)
    return {
        "channel": "sms", "address": address, "purpose": purpose.value, "text": text, "parts": parts.parts,
        "due": operation.at, "not_after": operation.at + FRESH[purpose], "state": MessageState.QUEUED.value,
        "queued_at": operation.at, "operation": operation.key, **columns,
    }  # fmt: skip


def withdraw(tx: Tx, operation: int, at: datetime) -> tuple[Kept, ...]:
    """Cancel what an operation queued; what has left the queue is kept and named."""
    outbox_writer.cancel_queued(tx, operation, at)
    left = outbox_store.not_queued_any_more(tx, operation)
    return tuple(Kept(uid=uid, reason="already_sent") for uid, state in left if state != MessageState.CANCELLED)


def cancel_campaign(tx: Tx, campaign: str, at: datetime) -> int:
    """Cancel what is still queued of a campaign; returns how many."""
    return outbox_writer.cancel_campaign(tx, campaign, at)


def cancel_for_people(tx: Tx, customers: Sequence[int], at: datetime) -> int:
    """Cancel what is still queued for these customers, by key; returns how many."""
    return sum(outbox_writer.cancel_customer(tx, key, at) for key in customers)


def hold_all(tx: Tx, at: datetime) -> int:
    """Hold everything that is still open, after a restore; returns how many."""
    return outbox_writer.hold_all(tx, at)


def settle(tx: Tx, operation: Operation, uid: str, *, arrived: bool) -> None:
    """The owner says what became of a message that nobody else can know about.

    Raises:
        ShopError: message_not_found; message_not_unknown where its state leaves nothing to say.
    """
    message = outbox_store.find_message(tx, uid)
    if message is None:
        raise ShopError("message_not_found", message=uid)
    if message.state not in DOUBTFUL:
        raise ShopError("message_not_unknown", message=uid, state=message.state.value)
    values: dict[str, Any] = {"settled_at": operation.at}
    if arrived:
        values |= {"state": "delivered", "reason": "owner", "provider_id": message.provider_id or f"owner:{uid}"}
    else:
        fresh = operation.at + FRESH[message.purpose]
        values |= {"state": "queued", "reason": "", "due": operation.at, "not_after": fresh}
    journal.edit(tx, operation, "outbox_message", uid, values)
