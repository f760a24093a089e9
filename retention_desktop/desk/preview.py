"""A bill before it is logged: what it would earn, what could be redeemed on it, what is left to pay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from retention_desktop.books import points
from retention_desktop.desk.redeeming import catalogue_reward, payer_of
from retention_desktop.desk.values import BillPreview, Offer, WouldEarn
from retention_desktop.domain.redeeming import best_offer, discount_of, money_off, unpaid_lines
from retention_desktop.storage import account_store, loyalty_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from retention_desktop.domain.bill import Line
    from retention_desktop.domain.earning import Earning
    from retention_desktop.domain.programme import Programme
    from retention_desktop.domain.terms import Gives
    from retention_desktop.domain.visit import Visit
    from retention_desktop.storage.database import Tx


def preview_bill(tx: Tx, visit: Visit, lines: Sequence[Line], wanted: Sequence[tuple[str, int]]) -> BillPreview:
    """What `visit`, which is not kept, would do; `wanted` is redeemed in this order, as `Desk.redeem` would.

    What would be refused there, like points that are not held, takes nothing off here.
    """
    bill = _Paying(tx, visit, lines)
    before = dict(bill.held)
    for reward, asked in wanted:
        bill.take(reward, asked)
    earned = tuple(bill.would_earn(programme, before[programme.uid]) for programme in bill.programmes)
    return BillPreview(
        earned=earned, offers=bill.offers(), discount=bill.discount, tender=bill.tender, to_pay=bill.left
    )


def offers_on(tx: Tx, visit: Visit, today: date) -> tuple[Offer, ...]:
    """What may be redeemed on what is left of a bill that is kept."""
    bill = _Paying(tx, replace(visit, day=today), ())
    bill.pay_the_rest(visit)
    return bill.offers()


class _Paying:
    """A bill while it is being paid.

    Attributes:
        left: minor units not paid yet.
        price: what a percent is of; points and credit pay it, they don't lower it.
        held: what is left in each programme.
    """

    def __init__(self, tx: Tx, visit: Visit, lines: Sequence[Line]) -> None:
        self._tx = tx
        self._visit = visit
        self._all_lines = lines
        self._lines = tuple(lines)
        self._accounts = account_store.accounts_of(tx, visit.customer or 0)
        self.programmes = loyalty_store.active_programmes(tx)
        self._balances = points.balances(tx, visit.customer or 0, visit.day)
        self.held = {one.programme: one.balance for one in self._balances}
        self.left = self.price = max((visit.amount or 0) - visit.discount, 0)
        self.discount = 0
        self.tender = 0

    def pay_the_rest(self, visit: Visit) -> None:
        """The bill is kept: only what is left of it is to be paid, and not with what it has earned itself."""
        due = points.due(self._tx, visit)
        self.left, self.price, self._lines = due.left, due.price, due.lines
        own_bill = {one.uid for one in self.programmes if one.terms.own_bill}
        for balance in self._balances:
            if balance.programme not in own_bill:
                self.held[balance.programme] -= sum(lot.left for lot in balance.lots if lot.visit == visit.key)

    def earning(self, programme: Programme) -> Earning:
        """What the bill earns in a programme after what was taken off."""
        visit = replace(self._visit, discount=self._visit.discount + self.discount)
        bill = points.bill_of(self._tx, visit, new=True, lines=self._all_lines)
        return points.earning_of(self._tx, programme, self._visit, bill, self._accounts.get(programme.key), None)

    def would_earn(self, programme: Programme, balance: int) -> WouldEarn:
        """What the bill earns in a programme, and what makes it so much."""
        earning = self.earning(programme)
        limited = points.limited_by(self._tx, programme, self._visit) if earning.amount > 0 else None
        percent = int(earning.facts.get("tier_percent", 100))
        return WouldEarn(
            programme=programme.uid, name=programme.name, unit=programme.unit, limited=limited,
            amount=0 if limited else earning.amount, rules={} if limited else earning.by_rule,
            promotion=earning.promotion, balance=balance, tier_percent=percent,
            tier="" if percent == 100 else self._tier(programme),
        )  # fmt: skip

    def _tier(self, programme: Programme) -> str:
        account = self._accounts.get(programme.key)
        step = points.standing(self._tx, programme, self._visit.customer or 0, account, self._visit.day).step
        return step.name if step else ""

    def take(self, reward: str, asked: int) -> None:
        """Redeem a reward, or so many points."""
        kept = loyalty_store.find_reward(self._tx, reward, reward) if reward else None
        if kept is not None:
            self._give(kept.reward.gives)
            return
        found = catalogue_reward(self.programmes, reward)
        if found is None:
            self._spend(reward, asked)
        elif self._pay(found[0], found[1].points):
            self._give(found[1].present.gives)

    def _give(self, gives: Gives) -> None:
        if self._visit.amount is None:
            return
        off = discount_of(gives, self.left, self._lines, of=self.price)
        self.discount, self.left, self.price = self.discount + off, self.left - off, self.price - off
        self._lines = unpaid_lines(self._lines, [gives])

    def _spend(self, identity: str, asked: int) -> None:
        payer = payer_of(self.programmes, identity, self.held, asked)
        if payer is None or payer.terms.spend is None or self._visit.amount is None:
            return
        off = money_off(payer.terms.spend, asked, self.left)
        if not off.points or not self._pay(payer, off.points):
            return
        self.left -= off.discount
        if payer.unit == "credit":
            self.tender += off.discount
        else:
            self.discount += off.discount

    def _pay(self, programme: Programme, cost: int) -> bool:
        """Take points; False where they are not held."""
        own = self.earning(programme).amount if programme.terms.own_bill else 0
        if self.held[programme.uid] + own < cost:
            return False
        self.held[programme.uid] -= cost
        return True

    def offers(self) -> tuple[Offer, ...]:
        """What may be redeemed on what is left of it."""
        if self._visit.customer is None:
            return ()
        found = [
            Offer(
                reward=one.uid, name=one.name, unit="", points=0, discount=self._off(one.gives), enough=True
            )
            for one in loyalty_store.rewards_of(self._tx, self._visit.customer, self._visit.day)
            if one.usable(self._visit.day)
        ]  # fmt: skip
        for programme in self.programmes:
            found += self._bought(programme, self.held[programme.uid])
        return tuple(found)

    def _off(self, gives: Gives) -> int:
        return discount_of(gives, self.left, self._lines, of=self.price)

    def _bought(self, programme: Programme, balance: int) -> list[Offer]:
        found = [
            Offer(
                reward=f"{programme.uid}:{one.id}", name=one.present.name, unit=programme.unit, points=one.points,
                discount=self._off(one.present.gives), enough=balance >= one.points,
            )
            for one in programme.terms.rewards
        ]  # fmt: skip
        spend = programme.terms.spend
        best = best_offer(spend, balance, self.left) if spend else None
        if best and best.points:
            found.append(Offer(
                reward=programme.uid, name="", unit=programme.unit, points=best.points, discount=best.discount,
                enough=True, money=True,
            ))  # fmt: skip
        return found
