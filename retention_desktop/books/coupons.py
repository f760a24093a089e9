"""Coupons on a bill: judged and counted in the transaction that pays it, so that no limit is passed at two tills.

What a coupon takes off is taken of what is left of the bill after everything before it, one coupon after another.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from retention_desktop import settings
from retention_desktop.books import journal
from retention_desktop.domain import coupon as rules
from retention_desktop.domain import money
from retention_desktop.domain.codes import plain_code
from retention_desktop.domain.coupon import Payment
from retention_desktop.domain.redeeming import discount_of, unpaid_lines
from retention_desktop.errors import ShopError
from retention_desktop.storage import coupon_store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from retention_desktop.domain.bill import Line
    from retention_desktop.domain.coupon import Coupon, Verdict
    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.visit import Visit
    from retention_desktop.storage.database import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """A coupon that counts on a bill, and what it takes off, minor units (0 = a gift)."""

    coupon: Coupon
    discount: int


def price(
    tx: Tx, codes: Sequence[str], payment: Payment, *, lines: Sequence[Line] = (), already: int = 0, paid: int = 0
) -> tuple[Priced, ...]:
    """Judge coupons on a bill about to be paid and say what each takes off; the same code twice is one.

    Args:
        codes: as typed or scanned.
        lines: the goods of the bill, for a coupon that gives an item.
        already: minor units that rewards and standing discounts have taken off before.
        paid: minor units that points and credit have paid: a percent counts them, nothing takes them off again.

    Raises:
        ShopError: coupon_not_found and every other coupon_... of the judgement.
    """
    left = max((payment.bill or 0) - already - paid, 0)
    priced = []
    for code in dict.fromkeys(plain_code(code) for code in codes):
        found = known(tx, code)
        standing = coupon_store.standing(tx, found, payment.customer)
        verdict = rules.judge(found, payment, standing, settings.read(tx).zone_info)
        if verdict.code:
            raise refused(tx, found, verdict)
        discount = _discount(found, left, lines, left + paid)
        left, lines = left - discount, unpaid_lines(lines, [found.gives])
        priced.append(Priced(coupon=found, discount=discount))
    return tuple(priced)


def use_coupons(
    tx: Tx, operation: Operation, visit: Visit, codes: Sequence[str], new_uid: Callable[[], str], *,
    lines: Sequence[Line] = (), already: int = 0, paid: int = 0,
) -> int:  # fmt: skip
    """Use coupons on a visit that is being paid, and note each use; see `price` for what is refused.

    The visit's row must be there; its `discount` is the caller's to write: `already` plus what this returns.

    Returns:
        Minor units that all of them take off together.
    """
    payment = Payment(at=operation.at, customer=visit.customer, bill=visit.amount, visit=visit.key)
    priced = price(tx, codes, payment, lines=lines, already=already, paid=paid)
    note_uses(tx, operation, visit, priced, new_uid, at=payment.at)
    return sum(one.discount for one in priced)


def note_uses(
    tx: Tx, operation: Operation, visit: Visit, priced: Sequence[Priced], new_uid: Callable[[], str], *, at: datetime
) -> None:
    """Note that these coupons, judged in this transaction, pay for a visit at a UTC instant."""
    for one in priced:
        values = {
            "uid": new_uid(), "coupon": one.coupon.key, "customer": visit.customer, "visit": visit.key,
            "discount": one.discount, "at": at,
        }  # fmt: skip
        journal.add(tx, operation, "coupon_use", values)


def give_back(tx: Tx, operation: Operation, visit: Visit) -> int:
    """Give back every coupon used on a visit (it is void, or refunded in full); returns what they had taken off."""
    uses = coupon_store.uses_of_visit(tx, visit.key)
    for use in uses:
        journal.edit(tx, operation, "coupon_use", use.uid, {"given_back_at": operation.at})
    return sum(use.discount for use in uses)


def settle_visit(tx: Tx, operation: Operation, visit: Visit) -> int:
    """Bring the coupons of a visit into line after it was voided, or stands again after an undo.

    A void visit gives its coupons back. One that stands again keeps those that nobody has used up meanwhile; each of
    the others goes back, and the visit's `discount` with it. Call before the points are settled, and read the visit
    anew where the answer isn't 0.

    Returns:
        Minor units by which the visit's discount has become smaller.
    """
    if visit.voided:
        give_back(tx, operation, visit)
        return 0
    lost = 0
    for use in coupon_store.uses_of_visit(tx, visit.key):
        used = coupon_store.coupon_by_key(tx, use.coupon)
        others = coupon_store.standing(tx, used, visit.customer, but=use.key)
        if rules.judge_limits(used, others, visit.customer):
            journal.edit(tx, operation, "coupon_use", use.uid, {"given_back_at": operation.at})
            lost += use.discount
    if lost:
        left = max(coupon_store.discount_of_visit(tx, visit.key) - lost, 0)
        journal.edit(tx, operation, "visit", visit.uid, {"discount": left})
    return lost


def known(tx: Tx, code: str) -> Coupon:
    """The coupon with this plain code. Raises ShopError coupon_not_found."""
    found = coupon_store.coupon_by_code(tx, code)
    if found is None:
        raise ShopError("coupon_not_found", coupon=code)
    return found


def refused(tx: Tx, coupon: Coupon, verdict: Verdict) -> ShopError:
    """The error that says why a coupon doesn't count."""
    facts: dict[str, str | int | None] = dict(verdict.facts)
    if "minimum" in facts:
        currency = settings.read(tx).currency
        facts["minimum"] = f"{Decimal(coupon.minimum).scaleb(-money.exponent(currency))} {currency}"
    return ShopError(verdict.code, coupon=coupon.code, **facts)


def _discount(coupon: Coupon, left: int, lines: Sequence[Line], of: int) -> int:
    """What a coupon takes off what is left of a bill. Raises ShopError coupon_gives_nothing, but for a gift."""
    discount = discount_of(coupon.gives, left, lines, of=of)
    if discount == 0 and coupon.gives.kind != "gift":
        raise ShopError("coupon_gives_nothing", coupon=coupon.code)
    return discount
