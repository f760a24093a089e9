"""What comes with a new customer: who brought them, and what the rules give for signing up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop import settings
from retention_desktop.books import finding, people, points, referrals
from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.domain.operation import Operation
    from retention_desktop.storage.database import Tx
    from retention_desktop.storage.search_index import SearchIndex


def referrer_named(tx: Tx, index: SearchIndex, text: str) -> int | None:
    """The key of the customer whom a referral code, a uid, a card's code, a number or a name means; None for no text.

    Raises ShopError referral_unknown, customer_ambiguous.
    """
    if not text.strip():
        return None
    try:
        return referrals.referrer_of(tx, text)
    except ShopError:
        found = finding.find(tx, index, text, settings.read(tx).region, 9)
    if not found.keys:
        raise ShopError("referral_unknown", text=text)
    if len(found.keys) > 1:
        raise ShopError("customer_ambiguous", query=text, matches=len(found.keys))
    return found.keys[0]


def welcome(tx: Tx, operation: Operation, uid: str, referrer: int | None, new_uid: Callable[[], str]) -> None:
    """Note who brought the new customer, and pay what signing up gives. Raises ShopError referral_own."""
    person = people.known_key(tx, uid)
    if referrer is not None:
        referrals.check(tx, person, referrer)
        referrals.note(tx, operation, person, referrer, new_uid)
    local = operation.at.astimezone(settings.read(tx).zone_info)
    for award in points.awards_for(tx, "signup", uid, person, local):
        points.pay_award(tx, operation, award, new_uid)
