"""Redeeming: points for a reward or for money off, a reward that was issued; and giving back what paid for a visit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retention_desktop.books import journal
from retention_desktop.books.points.merge import move_on
from retention_desktop.books.points.reading import posting_on, today
from retention_desktop.books.points.undo import visits_given
from retention_desktop.books.points.writing import account_of, free_code, write
from retention_desktop.domain.account import USED_UNDER, milestone_key
from retention_desktop.domain.ledger import REDEEM
from retention_desktop.domain.posting import Cause, fill_cards, take_back
from retention_desktop.domain.redeeming import discount_of, money_off, unpaid_lines
from retention_desktop.domain.terms import Gives, write_gives
from retention_desktop.errors import ShopError
from retention_desktop.storage import account_store, bill_store, coupon_store, loyalty_store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from retention_desktop.domain.bill import Line
    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.programme import Programme
    from retention_desktop.domain.terms import CatalogueReward
    from retention_desktop.domain.visit import Visit
    from retention_desktop.storage.database import Tx
    from retention_desktop.storage.loyalty_store import KeptReward


@dataclass(frozen=True, slots=True, kw_only=True)
class Redemption:
    """What is redeemed, by whom, on which visit.

    Attributes:
        customer: key.
        visit: the visit whose bill it pays, None where there is none.
        key: the caller's idempotency key, None without.
    """

    operation: Operation
    customer: int
    visit: Visit | None
    key: str | None
    new_uid: Callable[[], str]


def left_to_pay(tx: Tx, visit: Visit) -> int:
    """What is left of a visit's bill, minor units."""
    refunded = sum(refund.amount for refund in bill_store.refunds_of(tx, visit.key))
    return max((visit.amount or 0) - visit.discount - refunded, 0)


def taken_off(tx: Tx, visit: Visit) -> int:
    """What the rewards and coupons that pay for a visit take off, minor units."""
    rewards = sum(kept.reward.discount for kept in loyalty_store.rewards_used_on(tx, visit.key))
    return rewards + sum(use.discount for use in coupon_store.uses_of_visit(tx, visit.key))


def use_reward(tx: Tx, deed: Redemption, kept: KeptReward) -> int:
    """Use a reward that was issued; returns what it takes off the bill.

    Raises:
        ShopError: reward_of_another, reward_used, reward_expired.
    """
    held = kept.reward
    if kept.customer != deed.customer:
        raise ShopError("reward_of_another", reward=held.uid)
    if held.state == "used":
        raise ShopError("reward_used", reward=held.uid)
    if not held.usable(today(tx, deed.operation.at)):
        raise ShopError("reward_expired", reward=held.uid)
    discount = _discount(tx, held.gives, deed.visit)
    values = {
        "state": "used", "used_at": deed.operation.at, "discount": discount,
        "used_visit": deed.visit.key if deed.visit else None,
    } | ({"key": _used_key(kept, deed.key)} if deed.key else {})  # fmt: skip
    journal.edit(tx, deed.operation, "reward", held.uid, values)
    return discount


def _used_key(kept: KeptReward, key: str) -> str:
    """A milestone's present keeps its own key, and the caller's after it; any other reward takes the caller's."""
    own = milestone_key(kept.key or "")
    return f"{own}{USED_UNDER}{key}" if own else key


def is_used_under(kept: KeptReward, key: str) -> bool:
    """Whether a milestone's present was used under this key of the caller's."""
    return bool(milestone_key(kept.key or "")) and (kept.key or "").endswith(f"{USED_UNDER}{key}")


def buy_reward(tx: Tx, deed: Redemption, programme: Programme, bought: CatalogueReward) -> tuple[str, int]:
    """Buy a reward of the catalogue with points and use it; returns its uid and what it takes off the bill.

    Raises ShopError points_short.
    """
    present = bought.present
    discount = _discount(tx, present.gives, deed.visit)
    row = {"name": present.name, "gives": write_gives(present.gives), "cost": present.cost, "discount": discount}
    return _pay(tx, deed, programme, bought.points, row), discount


def spend_points(tx: Tx, deed: Redemption, programme: Programme, asked: int) -> tuple[str, int]:
    """Turn points into money off a bill; returns the uid of what was used and what it takes off.

    Credit is tender: it pays, and takes nothing off what the bill earns.

    Raises:
        ShopError: redeem_needs_bill, points_too_few, points_short.
    """
    spend = programme.terms.spend
    if spend is None or deed.visit is None or deed.visit.amount is None:
        raise ShopError("redeem_needs_bill")
    off = money_off(spend, asked, due(tx, deed.visit).left)
    if not off.points:
        raise ShopError("points_too_few", asked=asked, minimum=max(spend.minimum, spend.step))
    discount = 0 if programme.unit == "credit" else off.discount
    gives = write_gives(Gives(kind="discount", amount=off.discount))
    row = {"name": "", "gives": gives, "cost": None, "discount": discount}
    return _pay(tx, deed, programme, off.points, row), discount


def _pay(tx: Tx, deed: Redemption, programme: Programme, amount: int, row: Mapping[str, object]) -> str:
    """Take points, the soonest to lapse first, and note what they bought. Raises ShopError points_short."""
    account = account_of(tx, deed.customer, programme.key, deed.new_uid)
    posting = posting_on(tx, deed.operation, programme, account, deed.customer, deed.new_uid, cards=False, whole=False)
    but = None if programme.terms.own_bill or deed.visit is None else deed.visit.key
    held = posting.left(but=but)
    if held < amount:
        raise ShopError("points_short", needed=amount, held=max(held, 0))
    uid = deed.new_uid()
    facts = {"reward": row["name"], "discount": row["discount"]}
    cause = Cause(
        occurred=deed.operation.at, visit=deed.visit.key if deed.visit else None, version=programme.version,
        breakdown=facts,
    )  # fmt: skip
    posting.take(REDEEM, amount, f"redeem:{uid}", cause, posting.open(but=but))
    plan = write(tx, deed.operation, posting, deed.new_uid)
    entry = account_store.key_of_entry(tx, next(each.uid for each in plan.entries if each.kind == REDEEM))
    journal.add(tx, deed.operation, "reward", dict(row) | {
        "uid": uid, "account": account.key, "code": free_code(tx, uid, deed.new_uid), "key": deed.key,
        "state": "used", "entry": entry, "issued_at": deed.operation.at, "used_at": deed.operation.at,
        "used_visit": deed.visit.key if deed.visit else None,
    })  # fmt: skip
    return uid


def _discount(tx: Tx, gives: Gives, visit: Visit | None) -> int:
    """What a gift takes off a visit's bill: never more than is left of it."""
    if visit is None or visit.amount is None:
        return 0
    open_ = due(tx, visit)
    return discount_of(gives, open_.left, open_.lines, of=open_.price)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What is left of a bill.

    Attributes:
        left: minor units not paid yet, after points and credit.
        price: what a percent is of: the bill less what was given on it; points and credit pay it, they don't lower it.
        lines: the goods that are still paid for: a free item pays for other units than the ones before it.
    """

    left: int
    price: int
    lines: tuple[Line, ...]


def due(tx: Tx, visit: Visit) -> Due:
    """What is left of a visit's bill."""
    left = left_to_pay(tx, visit)
    used = [kept for kept in loyalty_store.rewards_used_on(tx, visit.key) if kept.bought == REDEEM]
    money = [kept for kept in used if not kept.reward.name]
    tender = sum(kept.reward.gives.amount for kept in money if kept.unit == "credit")
    price = left + sum(kept.reward.discount for kept in money)
    return Due(left=max(left - tender, 0), price=price, lines=_lines(tx, visit))


def _lines(tx: Tx, visit: Visit) -> tuple[Line, ...]:
    kept_lines = bill_store.lines_of(tx, visit.key)
    if not kept_lines:
        return ()
    used = [kept.reward.gives for kept in loyalty_store.rewards_used_on(tx, visit.key)]
    used += [coupon_store.coupon_by_key(tx, use.coupon).gives for use in coupon_store.uses_of_visit(tx, visit.key)]
    back = [line for refund in bill_store.refunds_of(tx, visit.key) for line in refund.lines]
    return unpaid_lines([kept.line for kept in kept_lines], used, back)


def give_back_rewards(tx: Tx, operation: Operation, visit: Visit, new_uid: Callable[[], str]) -> tuple[int, list[int]]:
    """Give back whatever paid for a visit: rewards can be used again, points go back to their very lots.

    Returns:
        What they had taken off, and the keys of the visits that had earned those points.
    """
    off, earned_by = 0, []
    for kept in loyalty_store.rewards_used_on(tx, visit.key):
        off += kept.reward.discount
        if kept.bought == REDEEM and kept.entry is not None:
            earned_by += _give_points_back(tx, operation, kept, new_uid)
            journal.edit(tx, operation, "reward", kept.reward.uid, {"state": "given_back"})
        else:
            values = {"state": "issued", "used_at": None, "used_visit": None, "discount": 0}
            journal.edit(tx, operation, "reward", kept.reward.uid, values)
    return off, earned_by


def _give_points_back(tx: Tx, operation: Operation, kept: KeptReward, new_uid: Callable[[], str]) -> list[int]:
    written = account_store.entry_by_key(tx, kept.entry or 0)
    account, customer = account_store.account_by_key(tx, written.account)
    programme = loyalty_store.programme_of_version(tx, written.posted.version or 0)
    posting = posting_on(tx, operation, programme, account, customer, new_uid)
    cause = Cause(occurred=operation.at, visit=written.posted.visit, version=programme.version)
    take_back(posting, [written.posted], f"back:{operation.uid}", cause)
    if posting.account.cards:
        fill_cards(posting, cause)
    given = visits_given(write(tx, operation, posting, new_uid))
    move_on(tx, operation, account, customer, new_uid)
    return given
