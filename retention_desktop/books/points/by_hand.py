"""What is written to an account without a visit: corrections with a reason, opening balances, awards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from retention_desktop.books.points.reading import posting_on, today
from retention_desktop.books.points.writing import account_of, write
from retention_desktop.domain.expiry import expires_on
from retention_desktop.domain.posting import Cause, fill_cards
from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.programme import Programme
    from retention_desktop.storage.database import Tx


def give(
    tx: Tx, operation: Operation, programme: Programme, customer: int, amount: int, new_uid: Callable[[], str], *,
    kind: str, idem: str, reason: str = "", occurred: datetime | None = None, visit: int | None = None,
    facts: Mapping[str, Any] | None = None,
) -> None:  # fmt: skip
    """Open a lot of `amount` > 0, which lapses as the programme's terms say; full cards give their rewards.

    Args:
        kind: "adjust_in", "opening" or "bonus".
        idem: the idempotency key: the caller has made sure that it is new.
    """
    account = account_of(tx, customer, programme.key, new_uid)
    posting = posting_on(tx, operation, programme, account, customer, new_uid, cards=False)
    cause = Cause(
        occurred=occurred or operation.at, visit=visit, version=programme.version, reason=reason,
        breakdown=dict(facts or {}),
    )  # fmt: skip
    posting.credit(kind, amount, idem, cause, expires_on(programme.terms.expiry, today(tx, operation.at)))
    if posting.account.cards:
        fill_cards(posting, cause)
    write(tx, operation, posting, new_uid)


def take(
    tx: Tx, operation: Operation, programme: Programme, customer: int, amount: int, new_uid: Callable[[], str], *,
    idem: str, reason: str,
) -> None:  # fmt: skip
    """Take `amount` > 0 away by hand, the soonest to lapse first. Raises ShopError points_short."""
    account = account_of(tx, customer, programme.key, new_uid)
    posting = posting_on(tx, operation, programme, account, customer, new_uid)
    held = posting.left()
    if held < amount:
        raise ShopError("points_short", needed=amount, held=max(held, 0))
    cause = Cause(occurred=operation.at, version=programme.version, reason=reason)
    posting.take("adjust_out", amount, idem, cause, posting.open())
    if posting.account.cards:
        fill_cards(posting, cause)
    write(tx, operation, posting, new_uid)
