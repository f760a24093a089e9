"""Earning by the net amount alone, for drafts that ask for no more of a bill than when it was and what it came to.

Each draft is turned into a function once, and once more for each set of windows that may be open together. A test
says that such a function gives what `domain.earning.earn` gives, for any terms.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from typing import TYPE_CHECKING, Final, TypeVar

from retention_desktop.domain.promotion_window import is_open
from retention_desktop.domain.terms import BILL_KINDS

if TYPE_CHECKING:
    from datetime import tzinfo

    from retention_desktop.domain.terms import Promotion, Rule, Terms, Window

type_of_quick = Callable[[int], int]
"""From a net amount (0 where none was entered) to what it earns."""
_Q = TypeVar("_Q")
type_of_timed = Callable[[str, str | None], _Q | None]
"""From a day and an instant (ISO text; None: not known) to the function that holds then."""
_ONCE: Final = (1, 1)


def quick_rule(terms: Terms) -> type_of_quick | None:
    """The function for plain terms without windows; None where more must be known."""
    offers = [each for each in terms.promotions if each.enabled]
    rules = [rule for rule in terms.rules if rule.enabled and rule.kind in BILL_KINDS]
    if not only_asks_for_amounts(terms) or not all(map(_plain_rule, rules)) or not all(map(plain_offer, offers)):
        return None
    if not offers:
        return _under(rules, terms.rounding, None)
    ways = [(each.priority, _under(rules, terms.rounding, each)) for each in offers]
    return ways[0][1] if len(ways) == 1 else partial(_best, ways)


def timed_rule(terms: Terms, zone: tzinfo, made: Callable[[Terms], _Q | None]) -> type_of_timed[_Q] | None:
    """What chooses the function by the time of a visit; None where no terms with these windows are plain.

    Args:
        made: makes a function of terms without windows, None where more must be known.
        zone: the shop's; a visit whose instant isn't known is taken to be at noon.
    """
    windows = _windows(terms)
    if not windows or made(_while_open(terms, (True,) * len(windows))) is None:
        return None
    function = cache(lambda now: made(_while_open(terms, now)))

    @cache
    def all_day(day: str) -> _Q | None:
        now = tuple(_all_day(window, date.fromisoformat(day), zone) for window in windows)
        return None if None in now else function(now)

    def choose(day: str, at: str | None) -> _Q | None:
        found = all_day(day)
        if found is None:
            local = local_time(day, at, zone)
            found = function(tuple([is_open(window, local) for window in windows]))
        return found

    return choose


def _windows(terms: Terms) -> list[Window]:
    every = [rule.window for rule in terms.rules] + [offer.window for offer in terms.promotions]
    return [window for window in every if window]


def _all_day(window: Window, day: date, zone: tzinfo) -> bool | None:
    """Whether a window is open, or closed, the whole day long; None where that depends on the time."""
    begin = datetime.combine(day, time(), zone)
    end = datetime.combine(day + timedelta(days=1), time(), zone)
    over = (window.until and window.until <= begin) or (window.starts and window.starts >= end)
    if over or (window.weekdays is not None and day.weekday() not in window.weekdays):
        return False
    within = (not window.starts or window.starts <= begin) and (not window.until or window.until >= end)
    return True if within and not window.hours else None


def local_time(day: str, at: str | None, zone: tzinfo) -> datetime:
    """When a visit was on the shop's clock; noon where only the day is known."""
    if at is None:
        return datetime.combine(datetime.fromisoformat(day), time(12), zone)
    return datetime.fromisoformat(at).astimezone(zone)


def tells_levels_apart(terms: Terms) -> bool:
    """Whether a customer's level changes what a bill earns."""
    return terms.tiers is not None and any(step.percent != 100 for step in terms.tiers.steps)


def _while_open(terms: Terms, now: tuple[bool, ...]) -> Terms:
    """The terms as they are while these windows are open: what is closed is left out, nothing has a window."""
    standing = iter(now)
    rules = [replace(each, window=None) for each in terms.rules if not each.window or next(standing)]
    offers = [replace(each, window=None) for each in terms.promotions if not each.window or next(standing)]
    return replace(terms, rules=tuple(rules), promotions=tuple(offers))


def only_asks_for_amounts(terms: Terms) -> bool:
    """Whether what a bill earns, caps aside, depends on no other bill, and its base is all of it."""
    return terms.base == "bill" and not tells_levels_apart(terms)


def stands_plainly(rule: Rule) -> bool:
    """Whether a rule adds to the others, and depends on no time, code or other bill."""
    return not (rule.window or rule.code or rule.carry or rule.alone)


def _plain_rule(rule: Rule) -> bool:
    return stands_plainly(rule) and not rule.goods and rule.kind != "item"


def plain_offer(offer: Promotion) -> bool:
    """Whether a promotion counts for every bill."""
    return not (offer.goods or offer.window or offer.once_a_day or offer.minimum)


def _under(rules: list[Rule], rounding: str, offer: Promotion | None) -> type_of_quick:
    """All rules together under one promotion or none."""
    times = multiplier(offer)
    extra = offer.points if offer and offer.kind == "add" else 0
    parts = [plain_part(rule, rounding, times) for rule in rules]
    if len(parts) == 1 and not extra:
        return parts[0]
    return lambda net: sum([part(net) for part in parts]) + extra


def _best(ways: Sequence[tuple[int, type_of_quick]], net: int) -> int:
    """Of the promotions that give anything the one of the highest priority, then the one that gives most."""
    found = [(priority, way(net)) for priority, way in ways]
    return max((amount > 0, priority, amount) for priority, amount in found)[2]


def multiplier(offer: Promotion | None) -> tuple[int, int]:
    """By how much a promotion multiplies, as a numerator and a denominator."""
    return offer.times.as_integer_ratio() if offer and offer.kind == "multiply" else _ONCE


def plain_part(rule: Rule, rounding: str, times: tuple[int, int]) -> type_of_quick:
    """One rule: points times a measure, rounded once, from its minimum on."""
    minimum, per = rule.minimum, rule.per
    factor, over = rule.points * times[0], times[1]
    if rule.kind == "visit":
        given = rounded(rounding, factor, over)
        return lambda net: given if net >= minimum else 0
    if not per:
        return lambda net: 0  # noqa: ARG005  a rule without a divisor gives nothing
    if rule.mode == "block":
        return lambda net: rounded(rounding, net // per * factor, over) if net >= minimum else 0
    over *= per
    if rounding == "floor":
        return lambda net: net * factor // over if net >= minimum else 0
    return lambda net: rounded(rounding, net * factor, over) if net >= minimum else 0


def rounded(rounding: str, exact: int, over: int) -> int:
    """A whole number of `exact` / `over`."""
    if rounding == "ceil":
        return -(-exact // over)
    return (2 * exact + over) // (2 * over) if rounding == "half_up" else exact // over
