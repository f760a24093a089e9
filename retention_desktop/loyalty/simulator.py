"""What a draft of rules would have cost on the shop's own past visits, before a customer sees it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Protocol

from retention_desktop import settings
from retention_desktop.domain.expiry import add_months
from retention_desktop.domain.simulation import MonthLine, ProgrammeOutcome, Replay, RewardLine, Simulation
from retention_desktop.domain.simulation.values import NOTHING_MORE
from retention_desktop.domain.term_problems import problems
from retention_desktop.domain.terms import read_terms
from retention_desktop.errors import ShopError
from retention_desktop.storage import programme_store, simulation_store
from retention_desktop.storage.simulation_store import Details, Period

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from datetime import datetime

    from retention_desktop.domain.simulation.values import BillDetail, type_of_row
    from retention_desktop.domain.terms import Terms
    from retention_desktop.storage.database import Database, Tx
    from retention_desktop.storage.simulation_store import MonthSales

__all__ = ["MonthLine", "ProgrammeOutcome", "RewardLine", "Simulation", "Simulator"]

UNITS_BY_NAME = frozenset({"point", "punch", "credit"})


class Stop(Protocol):
    """Somebody may ask the replay to stop: a `threading.Event`."""

    def is_set(self) -> bool:
        """Whether to stop."""


class Simulator:
    """Replays the shop's own visits under drafts. Reads only."""

    def __init__(self, db: Database, clock: Callable[[], datetime]) -> None:
        self._db = db
        self._clock = clock

    def replay(
        self,
        drafts: Mapping[str, Mapping[str, Any]],
        *,
        months: int = 12,
        progress: Callable[[int, int], None] | None = None,
        stop: Stop | None = None,
    ) -> Simulation:
        """What these terms would have given and cost in the last months, today included.

        Everyone begins with nothing; a full card and the cheapest catalogue reward are taken at once, points that pay
        are taken off the next bill. Takes a while on years of visits: a worker's work.

        Args:
            drafts: terms by the uid of the programme they are for, or by a unit where it doesn't exist yet.
            progress: told (visits done, visits in all).
            stop: looked at between some thousand visits.

        Raises:
            ShopError: programme_not_found; terms_invalid; stopped.
        """
        with self._db.read() as tx:
            shop = settings.read(tx)
            last = self._clock().astimezone(shop.zone_info).date()
            period = Period(first=add_months(last, -months) + timedelta(days=1), last=last, currency=shop.currency)
            drafted = tuple(_drafted(tx, drafts))
            back = simulation_store.given_back(tx, replace(period, first=date.min))
            goods = _Goods(tx, back)
            replays = [Replay(key, terms, last.isoformat(), shop.zone_info, goods, back) for key, terms in drafted]
            sales = simulation_store.sales_by_month(tx, period)
            visits = sum(each.visits for each in sales)
            customers = _run(tx, period, replays, goods, _Watched(visits, progress, stop))
        return _found(period, sales, replays, customers)


class _Watched:
    """Tells of progress, and raises where somebody asks to stop."""

    def __init__(self, total: int, progress: Callable[[int, int], None] | None, stop: Stop | None) -> None:
        self._total, self._progress, self._stop = total, progress, stop
        self._done = 0

    def rows(self, batches: Iterator[list[type_of_row]]) -> Iterator[type_of_row]:
        """The rows one by one."""
        return chain.from_iterable(self._batches(batches))

    def _batches(self, batches: Iterator[list[type_of_row]]) -> Iterator[list[type_of_row]]:
        self.passed(0)
        for batch in batches:
            yield batch
            self.passed(len(batch))

    def passed(self, count: int) -> None:
        """So many more visits are done."""
        if self._stop is not None and self._stop.is_set():
            raise ShopError("stopped")
        self._done += count
        if self._progress is not None:
            self._progress(min(self._done, self._total), self._total)


def _drafted(tx: Tx, drafts: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, Terms]]:
    for key, json in drafts.items():
        unit = key if key in UNITS_BY_NAME else _unit_of(tx, key)
        wrong = problems(unit, json)
        if wrong:
            raise ShopError("terms_invalid", problems=", ".join(each.path for each in wrong))
        yield key, read_terms(unit, json)


def _unit_of(tx: Tx, uid: str) -> str:
    known = programme_store.find_programme(tx, uid)
    if known is None:
        raise ShopError("programme_not_found", programme=uid)
    return known.unit


class _Goods:
    """What the visits of the customer at hand have besides their light rows."""

    def __init__(self, tx: Tx, given_back: Collection[int]) -> None:
        self._tx = tx
        self._given_back = given_back
        self._details: Details | None = None
        self._own: dict[int, BillDetail] = {}

    def begin(self, period: Period) -> None:
        """Somebody will ask for the goods of this time."""
        self._details = Details(self._tx, period)

    def turn_to(self, customer: int) -> None:
        """The next customer, in the order of their keys."""
        if self._details is not None:
            self._own = self._details.of(customer)

    def __call__(self, visit: int) -> BillDetail:
        """Those of a visit of this customer; what was given back is looked up."""
        if visit in self._given_back:
            return simulation_store.bill_detail(self._tx, visit)
        return self._own.get(visit, NOTHING_MORE)


def _run(tx: Tx, period: Period, replays: Sequence[Replay], goods: _Goods, watched: _Watched) -> int:
    """Replay every customer; returns how many there were."""
    lost = simulation_store.lost_customers(tx, period.last)
    back = max((each.looks_back for each in replays), default=0)
    born = simulation_store.birthdays(tx) if any(each.asks_birthdays for each in replays) else {}
    first = period.first.isoformat()
    asked = replace(period, first=add_months(period.first, -back)) if back else period
    if any(each.asks_details for each in replays):
        goods.begin(asked)
    count = 0
    for key, rows in groupby(watched.rows(simulation_store.light_rows(tx, asked)), itemgetter(0)):
        own, before, gone = list(rows), [], key in lost
        goods.turn_to(key)
        if back:
            before = [row for row in own if row[2] < first]
            del own[: len(before)]
        for each in replays:
            each.customer(own, lost=gone, before=before, born=born.get(key))
        count += bool(own)
    return count


def _found(
    period: Period, sales: Sequence[MonthSales], replays: Sequence[Replay], customers: int
) -> Simulation:  # fmt: skip
    return Simulation(
        first=period.first, last=period.last, customers=customers,
        visits=sum(each.visits for each in sales), sales=sum(each.sales for each in sales),
        anonymous_visits=sum(each.anonymous_visits for each in sales),
        anonymous_sales=sum(each.anonymous_sales for each in sales),
        programmes=tuple(each.outcome() for each in replays), months=tuple(_months(period, sales, replays)),
    )  # fmt: skip


def _months(period: Period, sales: Sequence[MonthSales], replays: Sequence[Replay]) -> Iterator[MonthLine]:
    """Every calendar month of the period, those without a visit included."""
    by_month = defaultdict(lambda: (0, 0), {each.month: (each.visits, each.sales) for each in sales})
    month = period.first.replace(day=1)
    while month <= period.last:
        name = month.isoformat()[:7]
        given = [each.of_month(name) for each in replays]
        visits, sold = by_month[name]
        yield MonthLine(
            month=date(month.year, month.month, 1), visits=visits, sales=sold,
            rewards=sum(rewards for rewards, _ in given), cost=sum(cost for _, cost in given),
        )  # fmt: skip
        month = add_months(month, 1)
