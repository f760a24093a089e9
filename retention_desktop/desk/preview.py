"""A bill before it is logged: what it would earn, what could be redeemed on it, what is left to pay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from retention_desktop.books import points
from retention_desktop.desk.values import BillPreview, Offer, WouldEarn
from retention_desktop.domain.redeeming import best_offer, discount_of, money_off, unpaid_lines
from retention_desktop.storage import account_store, loyalty_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.domain.bill import Line
    from retention_desktop.domain.ledger import Balance
    from retention_desktop.domain.programme import Programme
    from retention_desktop.domain.terms import Gives
    from retention_desktop.domain.visit import Visit
    from retention_desktop.storage.database import Tx


def preview_bill(tx: Tx, visit: Visit, lines: Sequence[Line], wanted: Sequence[tuple[str, int]]) -> BillPreview:
    """What `visit`, which is not kept, would do; `wanted` is redeemed in this order."""
    held = {each.programme: each for each in points.balances(tx, visit.customer or 0, visit.day)}
    programmes = loyalty_store.active_programmes(tx)
    left = max((visit.amount or 0) - visit.discount, 0)
    discount = tender = 0
    unpaid = tuple(lines)
    for reward, asked in wanted:
        gives = _gives(tx, programmes, reward)
        off, credit = _off(programmes, visit, unpaid, left, gives, 0 if reward else asked)
        discount, tender, left = discount + off, tender + credit, left - off - credit
        unpaid = unpaid_lines(unpaid, [gives] if gives else ())
    bill = points.bill_of(tx, replace(visit, discount=visit.discount + discount), new=True, lines=lines)
    accounts = account_store.accounts_of(tx, visit.customer or 0)
    earned = []
    for programme in programmes:
        earning = points.earning_of(tx, programme, visit, bill, accounts.get(programme.key), None)
        earned.append(WouldEarn(
            programme=programme.uid, name=programme.name, unit=programme.unit, amount=earning.amount,
            rules=earning.by_rule, promotion=earning.promotion, balance=held[programme.uid].balance,
        ))  # fmt: skip
    return BillPreview(
        earned=tuple(earned), offers=_offers(tx, programmes, held, visit, unpaid, left), discount=discount,
        tender=tender, to_pay=left,
    )  # fmt: skip


def _gives(tx: Tx, programmes: Sequence[Programme], reward: str) -> Gives | None:
    """What a reward gives; None for points for money off, and for one that isn't known."""
    kept = loyalty_store.find_reward(tx, reward, reward) if reward else None
    if kept:
        return kept.reward.gives
    bought = next((one for each in programmes for one in each.terms.rewards if one.id == reward), None)
    return bought.present.gives if bought else None


def _off(
    programmes: Sequence[Programme], visit: Visit, lines: Sequence[Line], left: int, gives: Gives | None, asked: int
) -> tuple[int, int]:
    """(discount, tender) of one redemption: of what a reward gives, or of so many points."""
    if gives:
        return (discount_of(gives, left, lines) if visit.amount is not None else 0), 0
    payer = next((one for one in programmes if one.terms.spend), None) if asked else None
    if payer is None or payer.terms.spend is None:
        return 0, 0
    worth = money_off(payer.terms.spend, asked, left).discount
    return (0, worth) if payer.unit == "credit" else (worth, 0)


def _offers(
    tx: Tx, programmes: Sequence[Programme], held: dict[str, Balance], visit: Visit, lines: Sequence[Line], left: int
) -> tuple[Offer, ...]:
    if visit.customer is None:
        return ()
    found = [
        Offer(
            reward=one.uid, name=one.name, unit="", points=0, discount=discount_of(one.gives, left, lines), enough=True
        )
        for one in loyalty_store.rewards_of(tx, visit.customer)
        if one.usable(visit.day)
    ]
    for programme in programmes:
        found += _bought(programme, held[programme.uid].balance, lines, left)
    return tuple(found)


def _bought(programme: Programme, balance: int, lines: Sequence[Line], left: int) -> list[Offer]:
    found = [
        Offer(
            reward=one.id, name=one.present.name, unit=programme.unit, points=one.points,
            discount=discount_of(one.present.gives, left, lines), enough=balance >= one.points,
        )
        for one in programme.terms.rewards
    ]  # fmt: skip
    spend = programme.terms.spend
    best = best_offer(spend, balance, left) if spend else None
    if best and best.points:
        found.append(Offer(
            reward="", name="", unit=programme.unit, points=best.points, discount=best.discount, enough=True,
        ))  # fmt: skip
    return found
