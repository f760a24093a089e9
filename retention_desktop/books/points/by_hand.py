"""What is written to an account without a visit: corrections with a reason, opening balances, awards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from retention_desktop.books.points.reading import posting_on, today
from retention_desktop.books.points.writing import account_of, write
from retention_desktop.domain.expiry import expires_on
from retention_desktop.domain.posting import Cause, fill_cards
from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.programme import Programme
    from retention_desktop.storage.database import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHand:
    """What is written without a visit.

    Attributes:
        kind: "adjust_in", "opening" or "bonus".
        idem: the idempotency key: the caller has made sure that it is new.
        reason: in a person's words, or "" where `facts` say it all.
    """

    kind: str
    idem: str
    reason: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


def give(
    tx: Tx, operation: Operation, programme: Programme, customer: int, amount: int, why: ByHand,
    new_uid: Callable[[], str],
) -> None:  # fmt: skip
    """Open a lot of `amount` > 0, which lapses as the programme's terms say; full cards give their rewards."""
    account = account_of(tx, customer, programme.key, new_uid)
    posting = posting_on(tx, operation, programme, account, customer, new_uid, cards=False)
    cause = Cause(occurred=operation.at, version=programme.version, reason=why.reason, breakdown=dict(why.facts))
    posting.credit(why.kind, amount, why.idem, cause, expires_on(programme.terms.expiry, today(tx, operation.at)))
    if posting.account.cards:
        fill_cards(posting, cause)
    write(tx, operation, posting, new_uid)


def take(
    tx: Tx, operation: Operation, programme: Programme, customer: int, amount: int, why: ByHand,
    new_uid: Callable[[], str],
) -> None:  # fmt: skip
    """Take `amount` > 0 away by hand, the soonest to lapse first. Raises ShopError points_short."""
    account = account_of(tx, customer, programme.key, new_uid)
    posting = posting_on(tx, operation, programme, account, customer, new_uid)
    held = posting.left()
    if held < amount:
        raise ShopError("points_short", needed=amount, held=max(held, 0))
    cause = Cause(occurred=operation.at, version=programme.version, reason=why.reason)
    posting.take("adjust_out", amount, why.idem, cause, posting.open())
    if posting.account.cards:
        fill_cards(posting, cause)
    write(tx, operation, posting, new_uid)
