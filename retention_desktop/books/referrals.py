"""Who brought a new customer: noted once, refused for oneself, for one who has been here before, for a wrong code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.books import journal
from retention_desktop.domain.codes import plain_code
from retention_desktop.errors import ShopError
from retention_desktop.storage import customer_store, referral_store, visit_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.domain.operation import Operation
    from retention_desktop.storage.database import Tx


def referrer_of(tx: Tx, text: str) -> int:
    """The key of the customer whom a referral code or a uid names. Raises ShopError referral_unknown."""
    found = customer_store.key_of(tx, text.strip())
    if found is None:
        found = referral_store.customer_of_code(tx, plain_code(text))
    if found is None:
        raise ShopError("referral_unknown", text=text)
    return found


def check(tx: Tx, friend: int, referrer: int) -> None:
    """Raise ShopError referral_own or referral_late where `referrer` (both keys) did not bring `friend`."""
    if referrer == friend or referral_store.share_a_number(tx, friend, referrer):
        raise ShopError("referral_own")
    if referral_store.referral_of(tx, friend) is not None or visit_store.visits_of(tx, friend, 1):
        raise ShopError("referral_late")


def note(tx: Tx, operation: Operation, friend: int, referrer: int, new_uid: Callable[[], str]) -> None:
    """Note that `referrer` brought `friend`; one that was taken back is noted again."""
    known = referral_store.was_referred(tx, friend)
    if known:
        journal.edit(
            tx, operation, "referral", known, {"referrer": referrer, "at": operation.at, "withdrawn_at": None}
        )  # fmt: skip
        return
    row = {"uid": new_uid(), "referrer": referrer, "friend": friend, "at": operation.at}
    journal.add(tx, operation, "referral", row)
