"""Rules for the desk's tests, and what the person's view says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from ui.desk.page import DeskPage

POINTS: dict[str, Any] = {"rules": [{"id": "1", "kind": "amount", "points": 1, "per": 100, "minimum": 1000}]}
GIFT: dict[str, Any] = {"kind": "gift"}


def set_terms(shop: Shop, unit: str, terms: dict[str, Any]) -> str:
    """Keep these terms for the programme of a unit; returns its uid."""
    programme = next(one for one in shop.rules.programmes() if one.unit == unit)
    assert shop.rules.problems(unit, terms) == ()
    shop.rules.save(programme.uid, terms)
    return programme.uid


def give(shop: Shop, uid: str, amount: int, unit: str = "point") -> None:
    """Points or punches by hand."""
    programme = next(one.uid for one in shop.rules.programmes() if one.unit == unit)
    shop.loyalty.adjust(uid, programme, amount, "for the test")


def card(**more: Any) -> dict[str, Any]:
    """Terms of a punch card of ten."""
    return {"size": 10, "reward": {"name": "Free treatment", "gives": GIFT, "cost": 500}} | more


def gain(page: DeskPage) -> tuple[str, str]:
    """What the amount would earn, and why."""
    return page.frame.person.sale._gain.text, page.frame.person.sale._below.text


def offers(page: DeskPage) -> list[str]:
    """The names in the panel that can be redeemed."""
    return [row.offer.name for row in page.frame.person.redeem._rows]
