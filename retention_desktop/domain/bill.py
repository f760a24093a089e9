"""A bill as earning sees it: what was spent, on which goods, and what of it still stands."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from decimal import Decimal

    from retention_desktop.domain.terms import Goods


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Some units of one item, at a price in minor units with tax; `tax` is the part of all of them together."""

    item: str
    category: str = ""
    quantity: int = 1
    unit_price: int | None = None
    tax: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """One visit's bill in minor units.

    Attributes:
        local: when, in the shop's zone.
        amount: as entered, with tax, before rewards and coupons; None if none was entered.
        tax: the part of it that is tax; None: by the programme's tax rate.
        discount: what rewards and coupons took off.
        refunded: money given back.
        refunded_lines: goods given back, each line with the units, price and tax of what came back.
        code: what was entered for rules that ask for one.
        returned: given back whole, which a bill without an amount can't show otherwise.
    """

    local: datetime
    amount: int | None = None
    tax: int | None = None
    discount: int = 0
    refunded: int = 0
    lines: tuple[Line, ...] = ()
    refunded_lines: tuple[Line, ...] = ()
    code: str = ""
    returned: bool = False

    @property
    def net(self) -> int:
        """What was spent and not given back."""
        return max((self.amount or 0) - self.discount - self.refunded, 0)

    @property
    def undone(self) -> bool:
        """Whether all of it went back: it earns nothing then, not even for the visit."""
        if self.returned or not (self.refunded or self.refunded_lines):
            return self.returned
        return self.net == 0 if self.refunded else bool(self.lines) and units(self) == 0


def counted(bill: Bill, base: str, tax_percent: Decimal, *chosen: Goods) -> int | Fraction:
    """The minor units that count, exactly: what is left of the bill, or of the goods that all of `chosen` mean.

    A discount, and money given back without goods, is borne by every line in proportion to its price. Goods of
    unknown price count nothing; where no prices are known the bill itself is the goods.

    Args:
        base: "bill" or "goods", and either "_without_tax".
        tax_percent: the rate where neither the line nor the bill says its tax.
    """
    taxed = not base.endswith("without_tax")
    if not chosen and (base.startswith("bill") or not _priced(bill.lines)):
        return bill.net if taxed else bill.net * _untaxed_share(bill, tax_percent)
    rate = None if taxed else _untaxed_share(bill, tax_percent)
    left = _worth(bill.lines, chosen, rate) - _worth(bill.refunded_lines, chosen, rate)
    return max(left, 0) * _standing_share(bill)


def units(bill: Bill, *chosen: Goods) -> int:
    """How many units were bought and not given back, of the goods that all of `chosen` mean."""
    bought = sum(line.quantity for line in bill.lines if _means(chosen, line))
    return max(bought - sum(line.quantity for line in bill.refunded_lines if _means(chosen, line)), 0)


def _priced(lines: Iterable[Line]) -> bool:
    return any(line.unit_price is not None for line in lines)


def _worth(lines: Iterable[Line], chosen: tuple[Goods, ...], rate: Fraction | None) -> int | Fraction:
    """What the chosen lines cost, without their tax if a rate is given for those that don't know theirs."""
    return sum(_price(line, rate) for line in lines if _means(chosen, line))


def _price(line: Line, rate: Fraction | None) -> int | Fraction:
    price = line.quantity * (line.unit_price or 0)
    if rate is None:
        return price
    return price * rate if line.tax is None else price - line.tax


def _untaxed_share(bill: Bill, tax_percent: Decimal) -> Fraction:
    if bill.tax is not None and bill.amount:
        return Fraction(bill.amount - bill.tax, bill.amount)
    return 100 / (100 + Fraction(tax_percent))


def _standing_share(bill: Bill) -> int | Fraction:
    """The part of the remaining goods' price that was paid and kept, at most all of it."""
    full = (bill.amount or 0) - _worth(bill.refunded_lines, (), None)
    if bill.net >= full:
        return 1 if full > 0 else 0
    return Fraction(bill.net) / full


def _means(chosen: tuple[Goods, ...], line: Line) -> bool:
    return all(_chosen(goods, line) for goods in chosen)


def _chosen(goods: Goods, line: Line) -> bool:
    if _among(line.item, goods.except_items) or _among(line.category, goods.except_categories):
        return False
    named = goods.items or goods.categories
    return not named or _among(line.item, goods.items) or _among(line.category, goods.categories)


def _among(name: str, names: tuple[str, ...]) -> bool:
    return bool(names) and folded(name) in map(folded, names)


def folded(name: str) -> str:
    """A name of goods, a tag or a code as names are compared: however wide or large its letters were typed."""
    return normalize("NFKC", name).casefold().strip()
