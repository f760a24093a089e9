"""What the shop has promised its customers, what lapses soon, and whether those who collect come more often."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from retention_desktop import settings
from retention_desktop.domain.expiry import add_months
from retention_desktop.domain.terms import read_terms
from retention_desktop.domain.worth import cost_of, cost_of_gift, unit_worth
from retention_desktop.storage import liability_store, programme_store
from retention_desktop.storage.liability_store import OpenRewards, OpenSum

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

    from retention_desktop.domain.programme_rules import ProgrammeRules
    from retention_desktop.domain.terms import Terms
    from retention_desktop.storage.database import Database, Tx
    from retention_desktop.storage.liability_store import VisitGroup

ENOUGH: Final = 30
"""Below so many people figures are marked as resting on too few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiabilityLine:
    """What one programme has promised, in minor units of the shop's currency.

    Attributes:
        active: whether it is switched on; what was collected in one that is off is still owed.
        holders: customers who hold something.
        open: points, punches or credit that count today.
        worth: of one of them by the newest terms; None where what they buy is of unknown cost.
        money: `open` in money, rounded down once; 0 where its worth is unknown.
        rewards: issued and neither used nor lapsed; `rewards_money` what those of known cost come to.
        without_cost: how many of these are of unknown cost: it wasn't known when they were issued, what they take off
            doesn't say it, and the reward of this name has none in the newest terms either.
    """

    programme: str
    name: str
    unit: str
    active: bool
    holders: int
    open: int
    worth: Fraction | None
    money: int
    rewards: int
    rewards_money: int
    without_cost: int

    @property
    def known(self) -> bool:
        """Whether `money` and `rewards_money` are all that is owed."""
        return not self.without_cost and (self.worth is not None or not self.open)


@dataclass(frozen=True, slots=True, kw_only=True)
class Liability:
    """What all programmes have promised on a day of the shop."""

    day: date
    lines: tuple[LiabilityLine, ...]

    @property
    def money(self) -> int:
        """Open points and rewards of known cost together, in minor units: the least that is owed."""
        return sum(line.money + line.rewards_money for line in self.lines)

    @property
    def known(self) -> bool:
        """Whether `money` is all that is owed."""
        return all(line.known for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expiring:
    """What one customer loses on a day: the first on which it no longer counts.

    Attributes:
        unit: "point", "punch", "credit", or "reward" for rewards that were issued.
        reward: its name, "" for anything else.
    """

    customer: str
    name: str
    programme: str
    unit: str
    amount: int
    day: date
    reward: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFigures:
    """The visits of some people in some months; `people` is None where nobody knows who they were."""

    people: int | None
    visits: int
    sales: int
    months: int

    @property
    def visits_per_month(self) -> Fraction | None:
        """Visits of one person in a month, on average; None without people."""
        return Fraction(self.visits, self.people * self.months) if self.people else None

    @property
    def spend_per_visit(self) -> Fraction | None:
        """Net sales of one visit in minor units; None without visits."""
        return Fraction(self.sales, self.visits) if self.visits else None

    @property
    def enough(self) -> bool:
        """Whether there are enough people (visits, where they are unknown) for the figures to say something."""
        return (self.visits if self.people is None else self.people) >= ENOUGH


@dataclass(frozen=True, slots=True, kw_only=True)
class MembersCompared:
    """Those who collect beside those who don't; both inside the days from `first` to `last`.

    That members come more often doesn't show that collecting is why: who comes often joins.

    Attributes:
        members: customers with an entry in any programme.
        others: customers without one.
        anonymous: sales without a customer.
    """

    first: date
    last: date
    members: VisitFigures
    others: VisitFigures
    anonymous: VisitFigures


class LoyaltyFigures:
    """Figures of the loyalty programmes. Reads only."""

    def __init__(self, db: Database, clock: Callable[[], datetime]) -> None:
        self._db = db
        self._clock = clock

    def liability(self) -> Liability:
        """What is open today, in points and in money; lapsed points are left out though no entry says so yet."""
        with self._db.read() as tx:
            day = self._clock().astimezone(settings.read(tx).zone_info).date()
            sums, rewards = _open_sums(tx, day), liability_store.open_rewards(tx, day)
            lines = [_line(each, sums, rewards) for each in programme_store.programmes(tx)]
        return Liability(day=day, lines=tuple(line for line in lines if line.active or line.open or line.rewards))

    def expiring(self, days: int) -> tuple[Expiring, ...]:
        """What lapses from tomorrow on within so many days, soonest first: points, punches, credit, rewards not used.

        People who were deleted are left out.
        """
        with self._db.read() as tx:
            today = self._clock().astimezone(settings.read(tx).zone_info).date()
            last = today + timedelta(days=days)
            found: defaultdict[tuple[date, str, str, str, str], int] = defaultdict(int)
            for lot in liability_store.lapsing_lots(tx, last, settings.read(tx).zone_info):
                if lot.lapses is not None and today < lot.lapses <= last and not lot.deleted:
                    found[lot.lapses, lot.name, lot.customer, lot.programme_name, lot.unit] += lot.left
            rewards = liability_store.lapsing_rewards(tx, today, last)
        lapsing = [
            Expiring(customer=uid, name=name, programme=programme, unit=unit, amount=amount, day=day)
            for (day, name, uid, programme, unit), amount in found.items()
        ]
        lapsing += [
            Expiring(
                customer=one.customer, name=one.name, programme=one.programme, unit="reward", amount=one.count,
                day=one.lapses, reward=one.reward,
            )
            for one in rewards
        ]  # fmt: skip
        return tuple(sorted(lapsing, key=lambda one: (one.day, one.name, one.customer, one.programme, one.unit)))

    def members_compared(self, months: int = 12) -> MembersCompared:
        """Visits a month and spend a visit of those who collect and those who don't, with how many they are."""
        with self._db.read() as tx:
            last = self._clock().astimezone(settings.read(tx).zone_info).date()
            first = add_months(last, -months) + timedelta(days=1)
            groups = liability_store.visit_groups(tx, first, last)
        return MembersCompared(
            first=first, last=last,
            members=_figures((each for each in groups if each.known and each.member), months),
            others=_figures((each for each in groups if each.known and not each.member), months),
            anonymous=_figures((each for each in groups if not each.known), months, unknown=True),
        )  # fmt: skip


def _open_sums(tx: Tx, day: date) -> dict[int, OpenSum]:
    """What counts today by programme key: cached sums, and lot by lot where something has lapsed."""
    sums = liability_store.standing_sums(tx, day)
    holders: defaultdict[int, set[int]] = defaultdict(set)
    amounts: defaultdict[int, int] = defaultdict(int)
    for lot in liability_store.lapsing_lots(tx, day, settings.read(tx).zone_info):
        if lot.lapses is None or lot.lapses > day:
            holders[lot.programme].add(lot.account)
            amounts[lot.programme] += lot.left
    nothing = OpenSum(holders=0, amount=0)
    return {
        key: OpenSum(
            holders=sums.get(key, nothing).holders + len(holders[key]),
            amount=sums.get(key, nothing).amount + amounts[key],
        )
        for key in {*sums, *amounts}
    }  # fmt: skip


def _line(each: ProgrammeRules, sums: dict[int, OpenSum], rewards: Iterable[OpenRewards]) -> LiabilityLine:
    held = sums.get(each.key, OpenSum(holders=0, amount=0))
    terms = read_terms(each.unit, each.terms)
    worth, now = unit_worth(terms), _costs_now(terms)
    given = [(one.count, _cost_of(one, now)) for one in rewards if one.programme == each.key]
    return LiabilityLine(
        programme=each.uid, name=each.name, unit=each.unit, active=each.active, holders=held.holders,
        open=held.amount, worth=worth, money=0 if worth is None else int(held.amount * worth),
        rewards=sum(count for count, _ in given),
        rewards_money=sum(count * cost for count, cost in given if cost is not None),
        without_cost=sum(count for count, cost in given if cost is None),
    )  # fmt: skip


def _costs_now(terms: Terms) -> dict[str, int | None]:
    """What the rewards of the newest terms cost, by name."""
    presents = [each.present for each in terms.rewards]
    if terms.card:
        presents += [*(each.present for each in terms.card.milestones), terms.card.reward]
    return {present.name: cost_of(present) for present in presents}


def _cost_of(one: OpenRewards, now: dict[str, int | None]) -> int | None:
    """What one of these costs: as known when they were issued, by what they take off, or as it costs now."""
    cost = cost_of_gift(one.gives) if one.cost is None else one.cost
    return now.get(one.name) if cost is None else cost


def _figures(groups: Iterable[VisitGroup], months: int, *, unknown: bool = False) -> VisitFigures:
    found = list(groups)
    return VisitFigures(
        people=None if unknown else sum(each.people for each in found), visits=sum(each.visits for each in found),
        sales=sum(each.sales for each in found), months=months,
    )  # fmt: skip
