"""From the JSON of a programme version to terms. What was kept once reads for ever; judging is `term_problems`'."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from retention_desktop.domain.terms.values import (
    PUNCH,
    Caps,
    CardTerms,
    CatalogueReward,
    Expiry,
    Gives,
    Goods,
    Limit,
    Milestone,
    Present,
    Promotion,
    Rule,
    SpendTerms,
    Terms,
    Tiers,
    TierStep,
    Window,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

RULE_KEYS: Final = (
    "id", "kind", "points", "per", "minimum", "mode", "carry", "code", "priority", "alone", "enabled",
    "friend_points", "name", "feb29",
)  # fmt: skip
RULE_FIGURES: Final = ("points", "per", "minimum", "friend_points")
PROMOTION_KEYS: Final = ("id", "name", "kind", "points", "minimum", "once_a_day", "priority", "enabled")
GOODS_KEYS: Final = ("items", "categories", "except_items", "except_categories")


def read_terms(unit: str, json: Mapping[str, Any]) -> Terms:
    """The terms kept with a programme version; `unit` is "point", "punch" or "credit".

    What revision 0001 kept reads as ever: `{"points", "per", "minimum"}` is one proportional rule, and
    `{"size", "per_visit", "reward": "text"}` a card whose reward is a gift of that name.
    """
    return Terms(
        unit=unit,
        **_plain(json, "rounding", "base", "below_zero", "own_bill"),
        tax_percent=Decimal(json.get("tax_percent", 0)),
        expiry=Expiry(**json.get("expiry", {})),
        caps=Caps(**json.get("caps", {})),
        rules=_read_rules(unit, json),
        promotions=tuple(_read_promotion(each) for each in json.get("promotions", ())),
        spend=SpendTerms(**{"step": json["spend"]["points"]} | json["spend"]) if json.get("spend") else None,
        rewards=tuple(_read_reward(each) for each in json.get("rewards", ())),
        tiers=_read_tiers(json["tiers"]) if json.get("tiers") else None,
        card=_read_card(json) if unit == PUNCH else None,
    )


def read_gives(json: Mapping[str, Any]) -> Gives:
    """What a reward or coupon gives, as it was kept."""
    return Gives(**json)


def _plain(json: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: json[key] for key in keys if key in json}


def _read_rules(unit: str, json: Mapping[str, Any]) -> tuple[Rule, ...]:
    if "rules" in json:
        return tuple(_read_rule(each) for each in json["rules"])
    return rules_unsaid(unit, json)


def rules_unsaid(unit: str, json: Mapping[str, Any]) -> tuple[Rule, ...]:
    """The rule of terms that list none: the punches of a visit, or the one rate of revision 0001."""
    if unit == PUNCH:
        return (Rule(id="1", kind="visit", points=json.get("per_visit", 1)),)
    if "points" in json:
        return (Rule(id="1", kind="amount", **_plain(json, "points", "per", "minimum")),)
    return ()


def _read_rule(json: Mapping[str, Any]) -> Rule:
    said = _plain(json, *RULE_KEYS)
    said |= {key: 0 for key in RULE_FIGURES if key in said and type(said[key]) is not int}  # no figure gives nothing
    return Rule(**said, goods=_read_goods(json), window=read_window(json))


def _read_promotion(json: Mapping[str, Any]) -> Promotion:
    times = Decimal(json.get("times", "1"))
    return Promotion(**_plain(json, *PROMOTION_KEYS), times=times, goods=_read_goods(json), window=read_window(json))


def _read_goods(json: Mapping[str, Any]) -> Goods | None:
    goods = Goods(**{key: tuple(json.get(key) or ()) for key in GOODS_KEYS})
    return None if goods == Goods() else goods


def read_window(json: Mapping[str, Any]) -> Window | None:
    """The window among an object's keys (`from`, `until`, `weekdays`, `hours`), None if there is none."""
    days, hours = json.get("weekdays"), json.get("hours")
    window = Window(
        starts=_read_instant(json.get("from")),
        until=_read_instant(json.get("until")),
        weekdays=None if days is None else tuple(days),
        hours=(read_clock(hours[0]), read_clock(hours[1])) if hours else None,
    )
    return None if window == Window() else window


def _read_instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).astimezone(UTC) if text else None


def read_clock(text: str) -> int:
    """Minutes after midnight of "16:30"; "24:00" is the day's end."""
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def read_present(json: Mapping[str, Any] | str) -> Present:
    """A present as it was kept; a bare text is a gift of that name."""
    if isinstance(json, str):
        return Present(name=json, gives=Gives(kind="gift"))
    return Present(name=json["name"], gives=read_gives(json["gives"]), **_plain(json, "cost", "valid_days"))


def _read_reward(json: Mapping[str, Any]) -> CatalogueReward:
    return CatalogueReward(id=json["id"], points=json["points"], present=read_present(json))


def _read_tiers(json: Mapping[str, Any]) -> Tiers:
    keys = ("id", "name", "percent", "discount_percent", "benefit")
    steps = tuple(TierStep(threshold=each["from"], **_plain(each, *keys)) for each in json["steps"])
    return Tiers(**_plain(json, "by", "months", "grace_days"), steps=steps)


def _read_card(json: Mapping[str, Any]) -> CardTerms:
    milestones = tuple(Milestone(at=each["at"], present=read_present(each)) for each in json.get("milestones", ()))
    return CardTerms(
        **_plain(json, "size", "per_visit", "start"),
        reward=read_present(json["reward"]),
        milestones=milestones,
        limit=Limit(**json.get("limit", {})),
    )
