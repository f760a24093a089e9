"""What a referral pays: both sides, for the friend's first purchase, for as long as that stands.

Each side is paid once in all: what is taken back with its visit, the next visit that counts is paid for. Keys:
`referral:<referral uid>:<programme uid>:<side>:<n>`, counted over all visits it paid for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retention_desktop.books.points.bill import local_time
from retention_desktop.books.points.reading import posting_on
from retention_desktop.books.points.writing import account_of, write
from retention_desktop.domain.awards import awards
from retention_desktop.domain.expiry import expires_on
from retention_desktop.domain.posting import Cause, VisitEarned, settle
from retention_desktop.storage import account_store, loyalty_store, merge_store, referral_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.domain.bill import Bill
    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.programme import Programme
    from retention_desktop.domain.visit import Visit
    from retention_desktop.storage.account_store import Written
    from retention_desktop.storage.database import Tx
    from retention_desktop.storage.referral_store import Referral

BONUS = "bonus"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """One side of a referral in one programme.

    Attributes:
        customer: key of whoever it is paid to.
        target: what this visit should have paid.
        key: how its entries' keys begin.
        number: that of its next entry.
        own: what this visit has paid so far.
    """

    customer: int
    target: int
    key: str
    number: int
    own: list[Written]


def settle_referral(
    tx: Tx, operation: Operation, visit: Visit, bill: Bill, new_uid: Callable[[], str], *, new: bool = False
) -> None:  # fmt: skip
    """Bring what referrals pay for this visit to what they should pay now.

    Paid is for the referral that brought the customer; one that has paid for the visit before its friend was merged
    away, or that was withdrawn since, only takes back.

    Args:
        new: the visit was added in this transaction, so nothing was paid for it yet.
    """
    if visit.customer is None or (new and not _pays_now(tx)):
        return
    own = referral_store.referral_of(tx, visit.customer)
    referrals = [] if new else referral_store.referrals_of_visit(tx, visit.key)
    if own is not None and own not in referrals:
        referrals.append(own)
    for referral in referrals:
        _settle_one(tx, operation, visit, bill, referral, new_uid)


def _settle_one(
    tx: Tx, operation: Operation, visit: Visit, bill: Bill, referral: Referral, new_uid: Callable[[], str]
) -> None:  # fmt: skip
    paid = referral_store.paid_for(tx, referral.uid)
    here = [(one, account_store.entry_by_key(tx, one.entry)) for one in paid if one.visit == visit.key]
    others = sum(one.amount for one in paid if one.visit != visit.key)
    stands = referral.stands and not bill.undone and bill.net > 0 and others <= 0
    if not (stands or here):
        return
    sides = {"referrer": merge_store.holder_of(tx, referral.referrer), "friend": visit.customer or 0}
    stands = stands and (bool(here) or sides["referrer"] != sides["friend"])
    for programme in loyalty_store.programmes_then(tx, visit.recorded_at):
        rules = awards(programme.terms, "referral", local_time(tx, visit))
        amounts = {"referrer": sum(rule.points for rule in rules), "friend": sum(rule.friend_points for rule in rules)}
        for name, customer in sides.items():
            key = f"referral:{referral.uid}:{programme.uid}:{name}"
            own = [entry for one, entry in here if one.key.startswith(f"{key}:")]
            if own or (stands and amounts[name]):
                number = sum(one.key.startswith(f"{key}:") for one in paid)
                target = amounts[name] if stands else 0
                side = _Side(customer=customer, target=target, key=key, number=number, own=own)
                _pay(tx, operation, visit, programme, side, new_uid)


def _pays_now(tx: Tx) -> bool:
    """Whether any rules in force pay for referrals: where none do, a new visit need not ask who brought whom."""
    return any(rule.kind == "referral" for one in loyalty_store.active_programmes(tx) for rule in one.terms.rules)


def _pay(
    tx: Tx, operation: Operation, visit: Visit, programme: Programme, side: _Side, new_uid: Callable[[], str]
) -> None:  # fmt: skip
    account = account_of(tx, side.customer, programme.key, new_uid)
    here = [entry.posted for entry in side.own if entry.account == account.key]
    earned = VisitEarned(
        amount=sum(entry.posted.amount for entry in side.own), entries=side.number,
        taken=tuple(posted for posted in here if posted.amount < 0),
    )  # fmt: skip
    if earned.amount == side.target:
        return
    posting = posting_on(tx, operation, programme, account, side.customer, new_uid)
    cause = Cause(
        occurred=visit.at or visit.recorded_at, visit=visit.key, version=programme.version,
        breakdown={"referral": side.key.split(":")[1], "side": side.key.split(":")[3]},
    )  # fmt: skip
    expires = expires_on(programme.terms.expiry, visit.day)
    settle(posting, earned, side.target, side.key, cause, expires=expires, kind=BONUS)
    write(tx, operation, posting, new_uid)
