"""What points, rewards and coupons take off a bill: never more than is left of it, always whole minor units."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from retention_desktop.domain.bill import Line, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from retention_desktop.domain.terms import Gives, SpendTerms


@dataclass(frozen=True, slots=True)
class MoneyOff:
    """So many points for so many minor units off the bill."""

    points: int
    discount: int


_NOTHING = MoneyOff(0, 0)


def best_offer(spend: SpendTerms, held: int, bill: int) -> MoneyOff:
    """The most that may be offered: whole steps of the points held, each of which is worth its full value here."""
    if spend.points <= 0 or spend.value <= 0:
        return _NOTHING
    return _from_minimum(spend, min(held, _full_worth(spend, bill)), bill)


def money_off(spend: SpendTerms, asked: int, bill: int) -> MoneyOff:
    """What asking for so many points gives; nothing below the minimum. Whether they are held is the ledger's to say.

    Points are taken in whole steps and never more than pay the bill. Where all of it may be paid with points, the
    last step may be worth more than what is left: the customer then owes nothing.
    """
    if spend.points <= 0 or spend.value <= 0:
        return _NOTHING
    most = _full_worth(spend, bill)
    if spend.cap_percent == 100 and most * spend.value < bill * spend.points:
        most += spend.step
    return _from_minimum(spend, min(asked, most), bill)


def _full_worth(spend: SpendTerms, bill: int) -> int:
    """The most points in whole steps whose worth fits under the cap."""
    return bill * spend.cap_percent * spend.points // (100 * spend.value) // spend.step * spend.step


def _from_minimum(spend: SpendTerms, points: int, bill: int) -> MoneyOff:
    whole = points // spend.step * spend.step
    if whole <= 0 or whole < spend.minimum:
        return _NOTHING
    return MoneyOff(whole, min(whole * spend.value // spend.points, bill))


def discount_of(gives: Gives, left: int, lines: Sequence[Line] = (), *, of: int | None = None) -> int:
    """What a gift takes off a bill of which `left` minor units are left to pay.

    Money off takes its amount, a percent its share rounded down, up to its cap; a free item the price of its dearest
    units on the bill. An item that is not on it, and a gift, are handed over and take nothing off.

    Args:
        of: what the percent is of, if not of what is left.
    """
    match gives.kind:
        case "discount":
            wanted = gives.amount
        case "percent":
            wanted = (left if of is None else of) * gives.percent // 100
        case "item":
            wanted = _price_of(gives, lines)
        case _:
            wanted = 0
    return max(min(wanted, left, left if gives.cap is None else gives.cap), 0)


def _price_of(gives: Gives, lines: Sequence[Line]) -> int:
    """What the dearest units of the item on the bill cost, as many as are given."""
    meant = [line for line in lines if folded(line.item) == folded(gives.item)]
    prices = [line.unit_price or 0 for line in meant for _ in range(min(line.quantity, gives.count))]
    return sum(sorted(prices, reverse=True)[: gives.count])


def unpaid_lines(lines: Sequence[Line], given: Iterable[Gives], back: Iterable[Line] = ()) -> tuple[Line, ...]:
    """The goods of a bill that are still paid for: no free item has paid for them, and nobody gave them back.

    Args:
        given: what was used on this bill before; a free item has paid for its dearest units, as in `discount_of`.
        back: goods given back, with the units of what came back.
    """
    rest = list(lines)
    for line in back:
        _take(rest, line.quantity, [at for at, one in enumerate(rest) if _same(one, line)])
    for gives in given:
        meant = [at for at, one in enumerate(rest) if gives.kind == "item" and folded(one.item) == folded(gives.item)]
        _take(rest, gives.count, sorted(meant, key=lambda at: -(rest[at].unit_price or 0)))
    return tuple(line for line in rest if line.quantity)


def _same(one: Line, other: Line) -> bool:
    return (one.item, one.category, one.unit_price) == (other.item, other.category, other.unit_price)


def _take(rest: list[Line], count: int, places: Iterable[int]) -> None:
    for at in places:
        taken = min(count, rest[at].quantity)
        rest[at] = replace(rest[at], quantity=rest[at].quantity - taken)
        count -= taken
