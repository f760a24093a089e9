"""Doing something without keeping it: the same work in a transaction that is rolled back, to show what it would do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retention_desktop.books import journal
from retention_desktop.storage import coupon_store, loyalty_store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from retention_desktop.desk.values import Logged
    from retention_desktop.domain.bill import Line
    from retention_desktop.domain.ledger import Balance
    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.visit import Visit
    from retention_desktop.storage.database import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundRehearsal:
    """What a refund would do.

    Attributes:
        logged: as the refund itself would answer.
        before: the customer's balances before it.
        given_back: names of the rewards and coupons that could be used again.
        amount: minor units given back.
    """

    logged: Logged
    before: tuple[Balance, ...]
    given_back: tuple[str, ...]
    amount: int = 0


class RolledBack(Exception):  # noqa: N818 - no error: it leaves a transaction that is not to be kept
    """Raised at the end of a rehearsal's transaction."""


def join_lines(tx: Tx, operation: Operation, visit: Visit, lines: Sequence[Line], new_uid: Callable[[], str]) -> None:
    """Keep the goods that came with the amount: an undo of the amount takes them away again."""
    for line in lines:
        journal.add(tx, operation, "visit_line", {
            "uid": new_uid(), "visit": visit.key, "item": line.item, "category": line.category,
            "quantity": line.quantity, "unit_price": line.unit_price, "tax": line.tax,
        })  # fmt: skip


def names_of_payment(tx: Tx, visit: Visit) -> tuple[str, ...]:
    """The names of the rewards and coupons that a visit's bill was paid with; points by themselves have none."""
    rewards = [kept.reward.name for kept in loyalty_store.rewards_used_on(tx, visit.key)]
    uses = coupon_store.uses_of_visit(tx, visit.key)
    coupons = [coupon_store.coupon_by_key(tx, use.coupon).name for use in uses]
    return tuple(name for name in (*rewards, *coupons) if name)
