"""What past visits earn by `earn` itself: under drafts that ask for more than `quick` knows, and visits given back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from retention_desktop.domain.earning import Bill, Carried, capped, earn
from retention_desktop.domain.simulation.quick import local_time, tells_levels_apart
from retention_desktop.domain.simulation.values import NOTHING_MORE, BillDetail
from retention_desktop.domain.tier import tier_on

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import tzinfo

    from retention_desktop.domain.earning import Earning
    from retention_desktop.domain.simulation.values import type_of_row
    from retention_desktop.domain.terms import Terms


def asks_for_details(terms: Terms) -> bool:
    """Whether a draft asks for a visit's lines, tax or code."""
    asking = any(rule.goods or rule.code or rule.kind == "item" for rule in terms.rules)
    return asking or terms.base != "bill" or any(each.goods for each in terms.promotions)


class Earner:
    """One customer after another through `earn`, with what it needs to know of the customer's earlier visits.

    Args:
        zone: the shop's.
        detail: what a visit has besides its light row.
        given_back: keys of the visits of which something was given back.
    """

    def __init__(
        self, terms: Terms, zone: tzinfo, detail: Callable[[int], BillDetail], given_back: Collection[int]
    ) -> None:
        self._terms = terms
        self._zone = zone
        self._detail = detail
        self._given_back = given_back
        self._asks = asks_for_details(terms)
        self._tiers = terms.tiers if tells_levels_apart(terms) else None
        self.begin()

    def begin(self, before: Iterable[type_of_row] = ()) -> None:
        """Another customer; `before`: visits from before the time replayed, for a level by what was spent."""
        self._history: list[tuple[date, int]] = []
        if self._tiers and self._tiers.by == "spend":
            self._history = [(date.fromisoformat(row[2]), self._bill(row, 0).net) for row in before]
        self._carried: dict[str, Carried] = {}
        self._day = ""
        self._today = self._ever = 0
        self._used: set[str] = set()

    def earned(self, row: type_of_row, taken_off: int = 0) -> int:
        """What a visit earns; the customer's visits must come in order.

        Args:
            taken_off: minor units that points took off this bill besides its own discount.
        """
        self._turn_to(row[2])
        bill = self._bill(row, taken_off)
        earning = earn(
            self._terms, bill, tier_percent=self._percent(bill), carried=self._carried, used_today=self._used
        )
        for key, kept in earning.carry.items():
            before = self._carried.get(key, Carried(0, 0))
            self._carried[key] = Carried(before.base + kept.base, before.granted + kept.granted)
        return self._counted(bill, capped(earning, self._terms.caps, today=self._today, ever=self._ever))

    def within_caps(self, day: str, amount: int) -> int:
        """What is left under the caps of what a visit earns by a short way; it counts for the visits that follow."""
        self._turn_to(day)
        for most, already in ((self._terms.caps.day, self._today), (self._terms.caps.customer, self._ever)):
            if most is not None and amount > most - already:
                amount = max(most - already, 0)
        self._today += amount
        self._ever += amount
        return amount

    def _turn_to(self, day: str) -> None:
        if day != self._day:
            self._day, self._today, self._used = day, 0, set()

    def _percent(self, bill: Bill) -> int:
        """The earning percent of the level before this bill."""
        return tier_on(self._tiers, self._history, bill.local.date()).percent if self._tiers else 100

    def _counted(self, bill: Bill, earning: Earning) -> int:
        if self._tiers:
            worth = bill.net if self._tiers.by == "spend" else earning.amount
            self._history.append((bill.local.date(), worth))
        self._today += earning.amount
        self._ever += earning.amount
        if earning.promotion:
            self._used.add(earning.promotion)
        return max(earning.amount, 0)

    def _bill(self, row: type_of_row, taken_off: int) -> Bill:
        _, visit, day, at, amount, discount = row
        more = self._detail(visit) if self._asks or visit in self._given_back else NOTHING_MORE
        parts: dict[str, Any] = {name: getattr(more, name) for name in BillDetail.__slots__}
        return Bill(local=local_time(day, at, self._zone), amount=amount, discount=discount + taken_off, **parts)
