"""What the loyalty cases share: a shop with one programme of the given terms, customers, balances."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.domain.programme import Earned
    from retention_desktop.shop import Shop

ONE_EACH = {"rules": [{"id": "1", "kind": "amount", "points": 1, "per": 1}]}
"""One point for each minor unit: what a case says in money, points say as well."""


def set_terms(shop: Shop, unit: str, terms: dict[str, Any]) -> str:
    """Give the shop's programme of this unit these terms, adding it where there is none; returns its uid."""
    known = {one.unit: one.uid for one in shop.rules.programmes()}
    if unit not in known:
        return shop.rules.add(unit, unit, terms).uid
    shop.rules.save(known[unit], terms)
    return known[unit]


def customer(shop: Shop, name: str = "佐々木 花子", **more: str) -> str:
    return shop.customers.add(CustomerDraft(name=name, **more))


def held(shop: Shop, uid: str, unit: str = "point") -> int:
    """The balance in this unit."""
    return {balance.unit: balance.balance for balance in shop.loyalty.holdings(uid).balances}[unit]


def changed(earned: tuple[Earned, ...], unit: str = "point") -> int:
    return sum(each.amount for each in earned if each.unit == unit)


def give(shop: Shop, uid: str, amount: int, unit: str = "point") -> str:
    """Points by hand; returns the operation."""
    programme = next(one.uid for one in shop.rules.programmes() if one.unit == unit)
    return shop.loyalty.adjust(uid, programme, amount, "from the case").operation


def kinds(shop: Shop, uid: str, unit: str = "point") -> list[tuple[str, int]]:
    """(kind, amount) of every entry, oldest first."""
    return [(entry.kind, entry.amount) for entry in reversed(shop.loyalty.entries(uid)) if entry.unit == unit]


def refused(deed: Callable[[], object]) -> str:
    """The code with which this is refused."""
    with pytest.raises(ShopError) as caught:
        deed()
    return caught.value.code


def rewards(shop: Shop, uid: str) -> list[str]:
    """The states of a customer's rewards."""
    return [reward.state for reward in shop.loyalty.holdings(uid).rewards]
