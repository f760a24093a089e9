"""Earning by the net amount and the goods, for drafts whose rules count units, or ask whether some were bought.

Like `quick`, and for terms that are plain but for this; which goods a rule means is found out once for each name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.bill import Bill, Line, units
from retention_desktop.domain.simulation.quick import (
    multiplier,
    only_asks_for_amounts,
    plain_offer,
    plain_part,
    rounded,
    stands_plainly,
)
from retention_desktop.domain.terms import BILL_KINDS

if TYPE_CHECKING:
    from retention_desktop.domain.terms import Promotion, Rule, Terms

type_of_counting = Callable[[int, Sequence[Line]], int]
"""From a net amount and goods to what they earn."""
_ANY_TIME: Final = datetime(2000, 1, 1, tzinfo=UTC)


def counting_rule(terms: Terms) -> type_of_counting | None:
    """The function for terms without windows; None where more must be known."""
    offers = [each for each in terms.promotions if each.enabled]
    rules = [rule for rule in terms.rules if rule.enabled and rule.kind in BILL_KINDS]
    if not only_asks_for_amounts(terms) or not all(map(_countable, rules)) or not all(map(plain_offer, offers)):
        return None
    if not offers:
        return _under(rules, terms.rounding, None)
    ways = [(each.priority, _under(rules, terms.rounding, each)) for each in offers]

    def best(net: int, lines: Sequence[Line]) -> int:
        found = [(priority, way(net, lines)) for priority, way in ways]
        return max((amount > 0, priority, amount) for priority, amount in found)[2]

    return best


def _counts(rule: Rule) -> bool:
    """Whether a rule counts units, or asks whether there are any."""
    return rule.kind == "item" or (rule.kind == "visit" and rule.goods is not None)


def _countable(rule: Rule) -> bool:
    """Whether no more must be known than the net amount and the goods; goods' own amounts ask for their prices."""
    return stands_plainly(rule) and (_counts(rule) or rule.goods is None)


def _under(rules: list[Rule], rounding: str, offer: Promotion | None) -> type_of_counting:
    """All rules together under one promotion or none."""
    times, extra = multiplier(offer), offer.points if offer and offer.kind == "add" else 0
    plain = [plain_part(rule, rounding, times) for rule in rules if not _counts(rule)]
    counted = [_part(rule, rounding, times) for rule in rules if _counts(rule)]
    if len(counted) == 1 and not plain and not extra:
        return counted[0]
    return lambda net, lines: sum([part(net) for part in plain]) + sum([part(net, lines) for part in counted]) + extra


def _part(rule: Rule, rounding: str, times: tuple[int, int]) -> type_of_counting:
    """One rule: points times the units, or times the one visit with any, rounded once."""
    minimum, (factor, over), once = rule.minimum, times, rule.kind == "visit"

    @cache
    def meant(item: str, category: str) -> bool:
        bill = Bill(local=_ANY_TIME, lines=(Line(item=item, category=category),))
        return units(bill, *([rule.goods] if rule.goods else [])) > 0

    @cache
    def worth(count: int) -> int:
        return rounded(rounding, rule.points * factor * (min(count, 1) if once else count), over)

    def earned(net: int, lines: Sequence[Line]) -> int:
        count = 0
        for line in lines:
            if meant(line.item, line.category):
                count += line.quantity
        return worth(count) if count and net >= minimum else 0

    return earned
