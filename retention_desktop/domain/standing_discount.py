"""Standing discounts: money off without a card or code, for a tag, a tier, or what a customer has bought.

Kept as a list of JSON objects, instants in UTC with a Z, money in minor units:

    {"id": "1", "name": "Students", "gives": {"kind": "percent", "percent": 10, "cap": 900},
     "for": {"tag": "student"},
     "minimum": 0, "enabled": true, "from": null, "until": null, "weekdays": [1], "hours": ["16:00", "18:00"]}

`for` is one of {"tag": text}, {"tier": id of a level}, {"visits": 10, "months": 12}, {"spend": 50000, "months": 12},
{"item": text, "count": 5, "months": 12}. Without `months` all time counts. `gives` is money off or a percent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from retention_desktop.domain.bill import folded
from retention_desktop.domain.expiry import add_months
from retention_desktop.domain.promotion_window import is_open
from retention_desktop.domain.redeeming import discount_of
from retention_desktop.domain.terms import Gives, read_gives
from retention_desktop.domain.terms.reading import read_window

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from retention_desktop.domain.terms import TierStep, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """A standing visit as its customer's history: its day, net spend in minor units, and units by item."""

    day: date
    spent: int = 0
    items: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    """What is known of who stands at the desk, before the bill at hand."""

    tags: frozenset[str] = frozenset()
    tiers: frozenset[str] = frozenset()
    purchases: tuple[Purchase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entitled:
    """Who is meant: `kind` "tag" or "tier" by `name`; "visits", "spend" or "item" (`name`) by `least` in `months`."""

    kind: str
    name: str = ""
    least: int = 1
    months: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingDiscount:
    """What it gives, to whom, when, and from what bill on."""

    id: str
    name: str
    gives: Gives
    entitled: Entitled
    minimum: int = 0
    enabled: bool = True
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """The standing discount of a bill and what it takes off; None while no amount is known."""

    discount: StandingDiscount
    amount: int | None


def which_applies(
    discounts: Iterable[StandingDiscount], buyer: Buyer, bill: int | None, local: datetime
) -> Applied | None:
    """The one discount of a bill: of those the buyer is entitled to, the one that takes most off; the first of equals.

    Args:
        bill: what is left to pay, minor units; None while no amount is entered: then the highest percent is shown,
            else the most money off.
        local: when, in the shop's zone.
    """
    meant = [each for each in discounts if _applies(each, buyer, bill, local)]
    if not meant:
        return None
    if bill is None:
        return Applied(max(meant, key=lambda each: (each.gives.percent, each.gives.amount)), None)
    best = max(meant, key=lambda each: discount_of(each.gives, bill))
    off = discount_of(best.gives, bill)
    return Applied(best, off) if off else None


def is_entitled(entitled: Entitled, buyer: Buyer, day: date) -> bool:
    """Whether a buyer is meant on a day of the shop's calendar."""
    match entitled.kind:
        case "tag":
            return folded(entitled.name) in map(folded, buyer.tags)
        case "tier":
            return entitled.name in buyer.tiers
        case _:
            return _bought(entitled, buyer.purchases, day) >= entitled.least


def of_tier(step: TierStep) -> StandingDiscount | None:
    """The discount that a level itself brings, None if it brings none."""
    if not step.discount_percent:
        return None
    gives = Gives(kind="percent", percent=step.discount_percent)
    return StandingDiscount(
        id=f"tier:{step.id}", name=step.name, gives=gives, entitled=Entitled(kind="tier", name=step.id)
    )


def read_discount(json: Mapping[str, Any]) -> StandingDiscount:
    """A standing discount as it was kept."""
    kept = {key: json[key] for key in ("id", "name", "minimum", "enabled") if key in json}
    gives, entitled = read_gives(json["gives"]), _read_entitled(json["for"])
    return StandingDiscount(**kept, gives=gives, entitled=entitled, window=read_window(json))


_KINDS: Final = ("tag", "tier", "visits", "spend", "item")


def _applies(discount: StandingDiscount, buyer: Buyer, bill: int | None, local: datetime) -> bool:
    if not discount.enabled or not is_open(discount.window, local) or (bill is not None and bill < discount.minimum):
        return False
    return is_entitled(discount.entitled, buyer, local.date())


def _bought(entitled: Entitled, purchases: Sequence[Purchase], day: date) -> int:
    """Visits, spend or units of an item, in the months that count."""
    after = add_months(day, -entitled.months) if entitled.months else date.min
    meant = [each for each in purchases if after < each.day <= day]
    if entitled.kind == "visits":
        return len(meant)
    if entitled.kind == "spend":
        return sum(each.spent for each in meant)
    wanted = folded(entitled.name)
    return sum(count for each in meant for item, count in each.items if folded(item) == wanted)


def _read_entitled(json: Mapping[str, Any]) -> Entitled:
    kind = next(each for each in _KINDS if each in json)
    if kind in {"tag", "tier"}:
        return Entitled(kind=kind, name=json[kind])
    if kind == "item":
        return Entitled(kind=kind, name=json["item"], least=json.get("count", 1), months=json.get("months"))
    return Entitled(kind=kind, least=json[kind], months=json.get("months"))
