"""From terms to the JSON of a programme version. What has its default is left out; it reads as the same terms."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

from retention_desktop.domain.terms.reading import GOODS_KEYS, PROMOTION_KEYS, RULE_KEYS, rules_unsaid
from retention_desktop.domain.terms.values import (
    Caps,
    CardTerms,
    Expiry,
    Gives,
    Goods,
    Limit,
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
    from datetime import datetime
    from decimal import Decimal


def write_terms(terms: Terms) -> dict[str, Any]:
    """JSON that reads as these terms again; what has its default is left out."""
    json = _differing(terms, Terms(unit=terms.unit), "rounding", "base", "below_zero", "own_bill")
    if terms.tax_percent or terms.base.endswith("without_tax"):
        json["tax_percent"] = _number(terms.tax_percent)
    if terms.expiry != Expiry():
        json["expiry"] = _differing(terms.expiry, Expiry(kind=""), "kind", "count")
    if terms.caps != Caps():
        json["caps"] = _differing(terms.caps, Caps(), "day", "customer")
    if terms.card:
        json |= _write_card(terms.card)
    if terms.rules != rules_unsaid(terms.unit, json):
        json["rules"] = [_write_rule(each) for each in terms.rules]
    if terms.promotions:
        json["promotions"] = [_write_promotion(each) for each in terms.promotions]
    if terms.spend:
        bare = SpendTerms(points=0, value=0, step=terms.spend.points)
        json["spend"] = _differing(terms.spend, bare, "points", "value", "step", "minimum", "cap_percent")
    if terms.rewards:
        json["rewards"] = [{"id": it.id, "points": it.points, **write_present(it.present)} for it in terms.rewards]
    if terms.tiers:
        json["tiers"] = _write_tiers(terms.tiers)
    return json


def write_gives(gives: Gives) -> dict[str, Any]:
    """JSON that reads as this gift again."""
    return {"kind": gives.kind, **_differing(gives, Gives(kind=""), "amount", "percent", "cap", "item", "count")}


def write_present(present: Present) -> dict[str, Any]:
    """JSON that reads as this present again."""
    bare = Present(name="", gives=present.gives)
    return {
        "name": present.name,
        "gives": write_gives(present.gives),
        **_differing(present, bare, "cost", "valid_days"),
    }


def instant_text(instant: datetime) -> str:
    """An instant as terms keep it: ISO 8601 in UTC, with a Z."""
    return instant.astimezone(UTC).isoformat().removesuffix("+00:00") + "Z"


def _differing(value: object, bare: object, *keys: str) -> dict[str, Any]:
    """The fields of a value that differ from those of a bare one."""
    return {key: getattr(value, key) for key in keys if getattr(value, key) != getattr(bare, key)}


def _number(number: Decimal) -> int | str:
    return int(number) if number == int(number) else str(number)


def _write_rule(rule: Rule) -> dict[str, Any]:
    said = {"id": rule.id, "kind": rule.kind, "points": rule.points}
    bare = Rule(id=rule.id, kind=rule.kind, points=rule.points)
    return said | _differing(rule, bare, *RULE_KEYS) | _write_goods(rule.goods) | write_window(rule.window)


def _write_promotion(promotion: Promotion) -> dict[str, Any]:
    said: dict[str, Any] = {"id": promotion.id, "name": promotion.name, "kind": promotion.kind}
    if promotion.times != 1:
        said["times"] = str(promotion.times)
    bare = Promotion(id=promotion.id, name=promotion.name, kind=promotion.kind)
    rest = _write_goods(promotion.goods) | write_window(promotion.window)
    return said | _differing(promotion, bare, *PROMOTION_KEYS) | rest


def _write_goods(goods: Goods | None) -> dict[str, Any]:
    return {key: list(getattr(goods, key)) for key in GOODS_KEYS if getattr(goods, key)} if goods else {}


def write_window(window: Window | None) -> dict[str, Any]:
    """The keys of a window, none where there is none."""
    json: dict[str, Any] = {}
    if window and window.starts:
        json["from"] = instant_text(window.starts)
    if window and window.until:
        json["until"] = instant_text(window.until)
    if window and window.weekdays is not None:
        json["weekdays"] = list(window.weekdays)
    if window and window.hours:
        json["hours"] = [f"{minutes // 60:02}:{minutes % 60:02}" for minutes in window.hours]
    return json


def _write_tiers(tiers: Tiers) -> dict[str, Any]:
    return {
        **_differing(tiers, Tiers(), "by", "months", "grace_days"),
        "steps": [_write_step(it) for it in tiers.steps],
    }


def _write_step(step: TierStep) -> dict[str, Any]:
    bare = TierStep(id=step.id, name=step.name, threshold=step.threshold)
    rest = _differing(step, bare, "percent", "discount_percent", "benefit")
    return {"id": step.id, "name": step.name, "from": step.threshold, **rest}


def _write_card(card: CardTerms) -> dict[str, Any]:
    bare = CardTerms(size=card.size, reward=card.reward)
    json = {"size": card.size, "reward": write_present(card.reward), **_differing(card, bare, "per_visit", "start")}
    if card.milestones:
        json["milestones"] = [{"at": each.at, **write_present(each.present)} for each in card.milestones]
    if card.limit != Limit():
        json["limit"] = _differing(card.limit, Limit(), "minutes", "per_day")
    return json
