"""What a referral pays: both sides, for the friend's first purchase, for as long as that stands.

Keys: `referral:<referral uid>:<programme uid>:<side>:<n>`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.books.points.bill import local_time
from retention_desktop.books.points.reading import posting_on
from retention_desktop.books.points.writing import account_of, write
from retention_desktop.domain.awards import awards
from retention_desktop.domain.expiry import expires_on
from retention_desktop.domain.posting import Cause, VisitEarned, settle
from retention_desktop.storage import account_store, loyalty_store, referral_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.domain.bill import Bill
    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.programme import Programme
    from retention_desktop.domain.visit import Visit
    from retention_desktop.storage.account_store import Written
    from retention_desktop.storage.database import Tx

BONUS = "bonus"


def settle_referral(tx: Tx, operation: Operation, visit: Visit, bill: Bill, new_uid: Callable[[], str]) -> None:
    """Bring what a referral pays for this visit to what it should pay now."""
    referral = referral_store.referral_of(tx, visit.customer or 0)
    if referral is None or visit.customer is None:
        return
    uid, referrer = referral
    paid = referral_store.paid_for(tx, uid)
    stands = not bill.undone and bill.net > 0 and sum(one.amount for one in paid if one.visit != visit.key) <= 0
    here = [(one, account_store.entry_by_key(tx, one.entry)) for one in paid if one.visit == visit.key]
    if not (stands or here):
        return
    for programme in loyalty_store.programmes_then(tx, visit.recorded_at):
        rules = awards(programme.terms, "referral", local_time(tx, visit))
        sides = {"referrer": sum(rule.points for rule in rules), "friend": sum(rule.friend_points for rule in rules)}
        for side, amount in sides.items():
            key = f"referral:{uid}:{programme.uid}:{side}"
            own = [entry for one, entry in here if one.key.startswith(f"{key}:")]
            if own or (stands and amount):
                customer = referrer if side == "referrer" else visit.customer
                _pay(tx, operation, visit, programme, (customer, amount if stands else 0), key, own, new_uid)


def _pay(
    tx: Tx, operation: Operation, visit: Visit, programme: Programme, wanted: tuple[int, int], key: str,
    own: list[Written], new_uid: Callable[[], str],
) -> None:  # fmt: skip
    customer, target = wanted
    account = account_of(tx, customer, programme.key, new_uid)
    here = [entry.posted for entry in own if entry.account == account.key]
    earned = VisitEarned(
        amount=sum(entry.posted.amount for entry in own), entries=len(own),
        taken=tuple(posted for posted in here if posted.amount < 0),
    )  # fmt: skip
    if earned.amount == target:
        return
    posting = posting_on(tx, operation, programme, account, customer, new_uid)
    cause = Cause(
        occurred=visit.at or visit.recorded_at, visit=visit.key, version=programme.version,
        breakdown={"referral": key.split(":")[1], "side": key.split(":")[3]},
    )  # fmt: skip
    settle(posting, earned, target, key, cause, expires=expires_on(programme.terms.expiry, visit.day), kind=BONUS)
    write(tx, operation, posting, new_uid)
