"""From a selection to people, with everything that fills and judges a message for them."""

from __future__ import annotations

import hmac
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from retention_desktop import settings
from retention_desktop.domain.sending_policy import Purpose, Verdict, facts_about, judge
from retention_desktop.storage import account_store, audience_store, consent_store, loyalty_store

if TYPE_CHECKING:
    from datetime import date

    from retention_desktop.domain.campaign import Selection
    from retention_desktop.domain.recipient import Recipient
    from retention_desktop.storage.database import Tx

_DIGEST_KEY: Final = "suppression"


def people(tx: Tx, selection: Selection, today: date) -> tuple[Recipient, ...]:
    """Everyone meant, reachable or not, in the order of their names; each person once.

    Args:
        today: the shop's day; points that lapsed by then are not counted.
    """
    if selection.customers:
        found = audience_store.these(tx, selection.customers)
    elif selection.tag:
        found = audience_store.tagged_with(tx, selection.tag)
    else:
        found = audience_store.everyone(tx)
    return tuple(_with_balances(tx, _with_consent(tx, found), today))


def explain(
    recipient: Recipient, purpose: Purpose, *, gateway_reaches_sample: bool, same_text_before: bool = False
) -> Verdict:
    """Why this person gets such a message, or why not."""
    facts = facts_about(
        recipient, purpose, gateway_reaches_sample=gateway_reaches_sample, same_text_before=same_text_before
    )
    return judge(facts)


def _with_consent(tx: Tx, found: list[Recipient]) -> list[Recipient]:
    consents = audience_store.consents(tx)
    stopped = audience_store.all_suppressed(tx)
    key = consent_store.read_secret(tx, _DIGEST_KEY) if stopped else None

    def with_consent(one: Recipient) -> Recipient:
        if one.contact_key is None:
            return one
        digest = hmac.digest(key, one.address.encode(), "sha256").hex() if key else ""
        return replace(
            one,
            promo=consents.get((one.contact_key, Purpose.PROMO.value)),
            service=consents.get((one.contact_key, Purpose.SERVICE.value)),
            suppressed=digest in stopped,
        )

    return [with_consent(one) for one in found]


def _with_balances(tx: Tx, found: list[Recipient], today: date) -> list[Recipient]:
    sums: dict[tuple[int, str], int] = {}
    wanted, zone = {one.customer_key for one in found}, settings.read(tx).zone_info
    for cached in audience_store.balances(tx):
        if cached.customer in wanted:
            lapsed = cached.earliest_expiry is not None and cached.earliest_expiry <= today
            left = account_store.open_sum(tx, cached.account, today, zone) if lapsed else cached.posted
            sums[cached.customer, cached.unit] = sums.get((cached.customer, cached.unit), 0) + left
    size = next((each.terms.card.size for each in loyalty_store.active_programmes(tx) if each.terms.card), None)

    def with_balances(one: Recipient) -> Recipient:
        punches = sums.get((one.customer_key, "punch"), 0)
        to_go = None if size is None else size - punches % size
        return replace(one, points=sums.get((one.customer_key, "point"), 0), punches=punches, to_go=to_go)

    return [with_balances(one) for one in found]
