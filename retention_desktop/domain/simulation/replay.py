"""One draft replayed over one customer after another.

Every customer begins with nothing on the first visit of the time replayed. A full card and a catalogue reward (the
cheapest) are taken at once; points or credit that pay are taken off the next bill, as far as its limits allow.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from datetime import datetime
from operator import itemgetter
from typing import TYPE_CHECKING

from retention_desktop.domain.awards import birthday_in
from retention_desktop.domain.redeeming import best_offer
from retention_desktop.domain.simulation.counting import counting_rule
from retention_desktop.domain.simulation.earner import Earner, asks_for_details
from retention_desktop.domain.simulation.purse import Purse, end_of
from retention_desktop.domain.simulation.quick import quick_rule, tells_levels_apart, timed_rule
from retention_desktop.domain.simulation.values import ProgrammeOutcome, RewardLine
from retention_desktop.domain.terms import CREDIT, Caps, Limit
from retention_desktop.domain.worth import cost_of, unit_worth

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import tzinfo

    from retention_desktop.domain.simulation.quick import type_of_timed
    from retention_desktop.domain.simulation.values import BillDetail, type_of_row
    from retention_desktop.domain.terms import CardTerms, CatalogueReward, Present, SpendTerms, Terms

_NEVER_REACHED = 10**30
_FROM_HISTORY = ("amount", "visit", "item", "signup", "birthday")


class Replay:
    """What a draft would have done so far.

    Args:
        programme: the key under which the draft is told apart.
        last: the last day of the replay, ISO text.
        zone, detail, given_back: see `Earner`.

    Attributes:
        asks_birthdays: whether it wants to know when customers were born.
        given: how many rewards by (place in `presents`, month as "2026-11").
        money: what was taken off bills, by month; `times` how often.
    """

    def __init__(
        self, programme: str, terms: Terms, last: str, zone: tzinfo, detail: Callable[[int], BillDetail],
        given_back: Collection[int],
    ) -> None:  # fmt: skip
        self.programme = programme
        self.terms = terms
        self._last = last
        self._given_back = given_back
        self._earner = Earner(terms, zone, detail, given_back)
        self._quick: Callable[..., int] | None = quick_rule(terms)
        self._timed: type_of_timed[Callable[..., int]] | None = timed_rule(terms, zone, quick_rule)
        self._detail: Callable[[int], BillDetail] | None = None
        if self._quick is None and self._timed is None:
            self._quick, self._timed = counting_rule(terms), timed_rule(terms, zone, counting_rule)
            self._detail = detail
        self._caps = self._earner.within_caps if terms.caps != Caps() else None
        self._end, self._idle = end_of(terms.expiry)
        signup = sum(rule.points for rule in terms.rules if rule.enabled and rule.kind == "signup")
        self.asks_birthdays = any(rule.enabled and rule.kind == "birthday" for rule in terms.rules)
        self._limit: _Limit | None = None
        self._welcome = signup + (terms.card.start if terms.card else 0)
        self._spend, self._place, reward = _taken_first(terms)
        self._least = max(self._spend.minimum, self._spend.step, 1) if self._spend else _NEVER_REACHED
        self._price = reward.points if reward else _NEVER_REACHED
        self.presents = _presents(terms)
        self.given: Counter[tuple[int, str]] = Counter()
        self.money: Counter[str] = Counter()
        self.times: Counter[str] = Counter()
        self._sums: Counter[str] = Counter()

    @property
    def asks_details(self) -> bool:
        """Whether it wants to know more of visits than their light rows."""
        return asks_for_details(self.terms)

    @property
    def looks_back(self) -> int:
        """How many months of visits before the first day it wants to know, for levels by what was spent."""
        tiers = self.terms.tiers
        if tiers is None or tiers.by != "spend" or not tells_levels_apart(self.terms):
            return 0
        return tiers.months + tiers.grace_days // 28 + 1

    def customer(
        self, rows: Sequence[type_of_row], *, lost: bool = False, before: Sequence[type_of_row] = (),
        born: tuple[int, int] | None = None,
    ) -> None:  # fmt: skip
        """All visits of one customer in order.

        Args:
            lost: they have stopped coming by the last day.
            before: their visits before the first day.
            born: month and day, None where it is not known.
        """
        purse = Purse(self._end, idle=self._idle)
        self._earner.begin(before)
        limit = self.terms.card.limit if self.terms.card else Limit()
        self._limit = _Limit(limit) if limit != Limit() else None
        for birthday, points in self._birthdays(rows, born):
            until = bisect_left(rows, birthday, key=itemgetter(2))
            self._visits(rows[:until], purse)
            self._congratulate(purse, birthday, points)
            rows = rows[until:]
        self._visits(rows, purse)
        if self._last >= purse.due:
            purse.lapse(self._last)
        for name in ("issued", "redeemed", "lapsed"):
            self._sums[name] += getattr(purse, name)
        self._sums["open"] += purse.balance
        if lost and self._end is not None:
            self._sums["open_of_lost"] += purse.balance

    def _birthdays(self, rows: Sequence[type_of_row], born: tuple[int, int] | None) -> list[tuple[str, int]]:
        """The birthdays after the first visit and up to the last day, with what each pays, in order."""
        if not self.asks_birthdays or born is None or not rows:
            return []
        years = range(int(rows[0][2][:4]), int(self._last[:4]) + 1)
        rules = [rule for rule in self.terms.rules if rule.enabled and rule.kind == "birthday"]
        days = [(str(birthday_in(year, *born, rule.feb29)), rule.points) for year in years for rule in rules]
        return sorted(each for each in days if rows[0][2] < each[0] <= self._last)

    def _congratulate(self, purse: Purse, birthday: str, points: int) -> None:
        if birthday >= purse.due:
            purse.lapse(birthday)
        purse.put(points, birthday)
        if self.terms.card:
            self._fill(self.terms.card, purse, birthday[:7])

    def _visits(self, rows: Sequence[type_of_row], purse: Purse) -> None:
        if self.terms.card:
            self._card(self.terms.card, rows, purse)
        else:
            self._points(rows, purse)

    def _card(self, card: CardTerms, rows: Sequence[type_of_row], purse: Purse) -> None:
        quick, timed, detail, caps = self._quick, self._timed, self._detail, self._caps
        back, idle = self._given_back, self._idle
        size, welcome, limit = card.size, self._welcome, self._limit
        for row in rows:
            _, visit, day, at, amount, discount = row
            if day >= purse.due:
                purse.lapse(day)
            if idle:
                purse.seen(day)
            if limit and limit.refuses(day, at):
                continue
            if timed:
                quick = timed(day, at)
            if quick and not (back and visit in back):
                net = (amount or 0) - discount
                got = quick(net, detail(visit).lines) if detail else quick(net)
                got = caps(day, got) if caps else got
            else:
                got = self._earner.earned(row)
            if got:
                if limit:
                    limit.count(day, at)
                purse.put(got if purse.issued else got + welcome, day)
                if purse.balance >= size or card.milestones:
                    self._fill(card, purse, day[:7])

    def _fill(self, card: CardTerms, purse: Purse, month: str) -> None:
        """Give what the punches on the card reach: milestones once a card, then the reward."""
        while purse.balance >= card.size:
            self._milestones(card, purse, card.size, month)
            purse.take(card.size)
            self.given[0, month] += 1
            purse.reached = 0
        self._milestones(card, purse, purse.balance, month)

    def _milestones(self, card: CardTerms, purse: Purse, punches: int, month: str) -> None:
        for place, milestone in enumerate(card.milestones, start=1):
            if purse.reached < milestone.at <= punches:
                self.given[place, month] += 1
        purse.reached = max(purse.reached, punches)

    def _points(self, rows: Sequence[type_of_row], purse: Purse) -> None:
        quick, timed, detail, caps = self._quick, self._timed, self._detail, self._caps
        back, idle = self._given_back, self._idle
        tender = self.terms.unit == CREDIT
        for row in rows:
            _, visit, day, at, amount, discount = row
            if day >= purse.due:
                purse.lapse(day)
            if idle:
                purse.seen(day)
            if purse.balance >= self._least:
                paid = self._pay(purse, (amount or 0) - discount, day[:7])
                discount += 0 if tender else paid
            if timed:
                quick = timed(day, at)
            if quick and not (back and visit in back):
                net = (amount or 0) - discount
                got = quick(net, detail(visit).lines) if detail else quick(net)
                got = caps(day, got) if caps else got
            else:
                got = self._earner.earned(row, discount - row[5])
            if not purse.issued:
                got += self._welcome
            if got:
                purse.put(got, day)
                if purse.balance >= self._price:
                    self._buy(purse, day[:7])

    def _buy(self, purse: Purse, month: str) -> None:
        """Take the cheapest reward as often as there are points for it."""
        count = purse.balance // self._price
        purse.take(count * self._price)
        self.given[self._place, month] += count

    def _pay(self, purse: Purse, net: int, month: str) -> int:
        """Let points pay what they may of a bill; returns what they took off."""
        offer = best_offer(self._spend, purse.balance, net) if self._spend else None
        if offer is None or not offer.points:
            return 0
        purse.take(offer.points)
        self.money[month] += offer.discount
        self.times[month] += 1
        return offer.discount

    def outcome(self) -> ProgrammeOutcome:
        """What was found."""
        lines = []
        for place, (kind, present) in enumerate(self.presents):
            count, cost = self.count(place), cost_of(present)
            lines.append(
                RewardLine(
                    programme=self.programme, kind=kind, name=present.name, count=count, unit_cost=cost,
                    cost=count * (cost or 0), place=place - (kind == "milestone"),
                )
            )  # fmt: skip
        if self.terms.spend and not self.terms.card:
            lines.append(
                RewardLine(
                    programme=self.programme, kind="money_off", name="", count=self.times.total(), unit_cost=None,
                    cost=self.money.total(),
                )
            )  # fmt: skip
        return ProgrammeOutcome(
            programme=self.programme, unit=self.terms.unit, rewards=tuple(lines), worth=unit_worth(self.terms),
            left_out=_left_out(self.terms),
            **{name: self._sums[name] for name in ("issued", "redeemed", "lapsed", "open", "open_of_lost")},
        )  # fmt: skip

    def count(self, place: int) -> int:
        """How often one present was given."""
        return sum(count for (at, _), count in self.given.items() if at == place)

    def of_month(self, month: str) -> tuple[int, int]:
        """(rewards, cost) of a month such as "2026-11"."""
        rewards, cost = self.times[month], self.money[month]
        for place, (_, present) in enumerate(self.presents):
            count = self.given[place, month]
            rewards += count
            cost += count * (cost_of(present) or 0)
        return rewards, cost


class _Limit:
    """How often a card is punched: at most once in some minutes, and so often a day; 0 is no limit."""

    def __init__(self, limit: Limit) -> None:
        self._minutes, self._per_day = limit.minutes, limit.per_day
        self._day, self._count = "", 0
        self._at: datetime | None = None

    def refuses(self, day: str, instant: str | None) -> bool:
        """Whether a visit comes too soon after one that was punched. Minutes need both instants known."""
        if day == self._day and self._per_day and self._count >= self._per_day:
            return True
        if not self._minutes or instant is None or self._at is None:
            return False
        return (datetime.fromisoformat(instant) - self._at).total_seconds() < self._minutes * 60

    def count(self, day: str, instant: str | None) -> None:
        """A visit was punched."""
        self._count = self._count + 1 if day == self._day else 1
        self._day = day
        if instant is not None and self._minutes:
            self._at = datetime.fromisoformat(instant)


def _presents(terms: Terms) -> tuple[tuple[str, Present], ...]:
    if terms.card:
        return ("card", terms.card.reward), *(("milestone", each.present) for each in terms.card.milestones)
    return tuple(("catalogue", each.present) for each in terms.rewards)


def _taken_first(terms: Terms) -> tuple[SpendTerms | None, int, CatalogueReward | None]:
    """What customers are taken to choose: money off or the cheapest reward, whichever needs fewer points."""
    place, reward = min(enumerate(terms.rewards), key=lambda each: each[1].points, default=(0, None))
    spend = terms.spend
    if spend and (reward is None or max(spend.minimum, spend.step, 1) <= reward.points):
        return spend, 0, None
    return None, place, reward


def _left_out(terms: Terms) -> tuple[str, ...]:
    return tuple(sorted({rule.kind for rule in terms.rules if rule.enabled and rule.kind not in _FROM_HISTORY}))
