"""What belongs to a visit's bill: its goods, coupons, refunds, what paid for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from retention_desktop.books import coupons as coupon_book
from retention_desktop.books import journal, points
from retention_desktop.domain.codes import plain_code
from retention_desktop.domain.coupon import Payment
from retention_desktop.domain.programme import Earned
from retention_desktop.errors import ShopError
from retention_desktop.storage import bill_store, coupon_store, customer_store, row_store, visit_store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from retention_desktop.books.coupons import Priced
    from retention_desktop.domain.bill import Line
    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.visit import KeptLine, Visit
    from retention_desktop.storage.database import Tx


def add_lines(tx: Tx, visit: Visit, lines: Sequence[Line], new_uid: Callable[[], str]) -> None:
    """Keep what was bought; the lines never change and stand and fall with their visit."""
    for line in lines:
        row_store.insert_row(tx, "visit_line", {
            "uid": new_uid(), "visit": visit.key, "item": line.item, "category": line.category,
            "quantity": line.quantity, "unit_price": line.unit_price, "tax": line.tax,
        })  # fmt: skip


def price_coupons(
    tx: Tx, operation: Operation, person: int | None, amount: int | None, codes: Sequence[str], lines: Sequence[Line]
) -> tuple[Priced, ...]:
    """Judge the coupons of a visit about to be kept; see `books.coupons.price` for what is refused."""
    if not codes:
        return ()
    return coupon_book.price(tx, codes, Payment(at=operation.at, customer=person, bill=amount), lines=lines)


def use_coupons(
    tx: Tx, operation: Operation, visit: Visit, codes: Sequence[str], lines: Sequence[Line], new_uid: Callable[[], str]
) -> Visit:
    """Use coupons on a visit that is being paid; returns the visit with their discount."""
    off = coupon_book.use_coupons(tx, operation, visit, codes, new_uid, lines=lines, already=visit.discount)
    if not off:
        return visit
    journal.edit(tx, operation, "visit", visit.uid, {"discount": visit.discount + off})
    if visit.customer is not None:  # what this person has spent is less now
        customer_store.refresh_caches(tx, visit.customer)
    return replace(visit, discount=visit.discount + off)


def join_coupon(tx: Tx, operation: Operation, visit: Visit, code: str, new_uid: Callable[[], str]) -> Visit:
    """Use a coupon on a bill that is recorded already; returns the visit with its discount."""
    if visit.amount is None:
        off = coupon_book.use_coupons(tx, operation, visit, [code], new_uid)
    else:
        due = points.due(tx, visit)
        paid = due.price - due.left
        already = visit.amount - due.price
        off = coupon_book.use_coupons(
            tx, operation, visit, [code], new_uid, lines=due.lines, already=already, paid=paid
        )
    journal.edit(tx, operation, "visit", visit.uid, {"discount": visit.discount + off})
    return replace(visit, discount=visit.discount + off)


def is_used_on(tx: Tx, visit: Visit, code: str) -> bool:
    """Whether this coupon pays for this visit already. Raises ShopError coupon_not_found."""
    coupon = coupon_book.known(tx, plain_code(code))
    return any(use.coupon == coupon.key for use in coupon_store.uses_of_visit(tx, visit.key))


def check_open(tx: Tx, visit: Visit, today: date) -> None:
    """Raise ShopError bill_closed where nothing can join a bill any more: another day's, or one partly given back."""
    if visit.day != today or bill_store.refunds_of(tx, visit.key):
        raise ShopError("bill_closed", visit=visit.uid)


def add_refund(
    tx: Tx, operation: Operation, visit: Visit, amount: int | None, units: Mapping[str, int], key: str | None,
    new_uid: Callable[[], str],
) -> int:  # fmt: skip
    """Note what was given back of a visit; returns its minor units.

    Raises:
        ShopError: refund_invalid (an amount or units that make no sense), refund_too_much (more than is left).
    """
    kept = {line.uid: line for line in bill_store.lines_of(tx, visit.key)}
    refunds = bill_store.refunds_of(tx, visit.key)
    for uid, quantity in units.items():
        before = sum(refund.units.get(uid, 0) for refund in refunds)
        if uid not in kept or not 0 < quantity <= kept[uid].line.quantity - before:
            raise ShopError("refund_invalid", text=str(quantity))
    left = points.left_to_pay(tx, visit)
    wanted = amount if amount is not None else min(left, _price(visit, kept, units)) if units else left
    if wanted < 0 or (wanted == 0 and not units and (left > 0 or points.bill_of(tx, visit).undone)):
        raise ShopError("refund_invalid", text=str(wanted))
    if wanted > left:
        raise ShopError("refund_too_much", left=left)
    values = {
        "uid": new_uid(),
        "visit": visit.key,
        "amount": wanted,
        "at": operation.at,
        "staff": operation.staff,
        "key": key,
    }
    refund = journal.add(tx, operation, "refund", values)
    for uid, quantity in units.items():
        row = {"uid": new_uid(), "refund": refund, "visit_line": kept[uid].key, "quantity": quantity}
        row_store.insert_row(tx, "refund_line", row)
    return wanted


def _price(visit: Visit, kept: Mapping[str, KeptLine], units: Mapping[str, int]) -> int:
    """What these units were paid for: their price less their share of the bill's discount, rounded up once."""
    price = sum(quantity * (kept[uid].line.unit_price or 0) for uid, quantity in units.items())
    if not visit.amount or not visit.discount:
        return price
    return -(-price * (visit.amount - visit.discount) // visit.amount)


def give_back_all(tx: Tx, operation: Operation, visit: Visit, new_uid: Callable[[], str]) -> tuple[Earned, ...]:
    """Give back what paid for a visit that is void or refunded in full: rewards, points, coupons."""
    before = _balances(tx, visit, operation)
    _, earned_by = points.give_back_rewards(tx, operation, visit, new_uid)
    coupon_book.give_back(tx, operation, visit)
    for key in earned_by:
        if key != visit.key:
            points.settle_visit(tx, operation, visit_store.visit_by_key(tx, key), new_uid)
    after = _balances(tx, visit, operation)
    return tuple(
        Earned(programme=uid, unit=unit, amount=now - before[uid, unit])
        for (uid, unit), now in after.items()
        if now != before[uid, unit]
    )


def _balances(tx: Tx, visit: Visit, operation: Operation) -> dict[tuple[str, str], int]:
    if visit.customer is None:
        return {}
    found = points.balances(tx, visit.customer, points.today(tx, operation.at))
    return {(balance.programme, balance.unit): balance.balance for balance in found}
