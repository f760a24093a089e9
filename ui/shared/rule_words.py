"""Rules, promotions and gifts of a programme in a few words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, tzinfo

    from retention_desktop.domain.terms import Gives, Promotion, Rule, Terms
    from ui.shared.formats import Formats


def rule_words(terms: Terms, currency: str, formats: Formats) -> str:
    """The first rule that counts amounts: "1 pt per ¥100, from ¥1,000"; "" where there is none."""
    rule = next((one for one in terms.rules if one.enabled and one.kind == "amount" and one.per), None)
    return "" if rule is None else _amount_rule(rule, terms.unit, currency, formats)


def _amount_rule(rule: Rule, unit: str, currency: str, formats: Formats) -> str:
    per, least = formats.money(rule.per, currency), formats.money(rule.minimum, currency)
    given = amount_words(unit, rule.points, currency, formats)
    if not rule.minimum:
        return tr("RuleWords", "{points} per {per}").format(points=given, per=per)
    return tr("RuleWords", "{points} per {per}, from {least}").format(points=given, per=per, least=least)


def amount_words(unit: str, amount: int, currency: str, formats: Formats) -> str:
    """88 pt, 1 punch, ¥350."""
    if unit == "credit":
        return formats.money(amount, currency)
    if unit == "punch":
        return tr("RuleWords", "%n punch(es)", amount)
    return tr("RuleWords", "{points} pt").format(points=formats.number(amount))


def promotion_words(promotion: Promotion, until: datetime | None, zone: tzinfo, now: datetime, formats: Formats) -> str:
    """×2 until 18:00 · Happy hour: what a promotion does, when its clock stops, and its name."""
    times = f"×{promotion.times.normalize():f}"
    what = times if promotion.kind == "multiply" else tr("RuleWords", "+{points}").format(points=promotion.points)
    if until is None:
        return joined_words((what, promotion.name))
    today = now.astimezone(zone).date()
    same = until.astimezone(zone).date() == today
    end = formats.time(until, zone) if same else formats.day_time(until, zone, today)
    return joined_words((tr("RuleWords", "{what} until {end}").format(what=what, end=end), promotion.name))


def tier_words(name: str, percent: int) -> str:
    """Gold ×1.5: what a level does to what is earned; "" where it does nothing."""
    if percent == 100:
        return ""
    factor = f"×{(Decimal(percent) / 100).normalize():f}"
    return f"{name} {factor}" if name else factor


def gives_words(gives: Gives, currency: str, formats: Formats) -> str:
    """¥500 off, 10 % off, free: cut; "" for a gift, which its name says."""
    match gives.kind:
        case "discount":
            return tr("RuleWords", "{amount} off").format(amount=formats.money(gives.amount, currency))
        case "percent":
            return tr("RuleWords", "{percent}% off").format(percent=gives.percent)
        case "item":
            return tr("RuleWords", "free: {item}").format(item=gives.item)
        case _:
            return ""


def needs_bill(gives: Gives) -> bool:
    """Whether what it gives is taken off a bill, so that one must be known."""
    return gives.kind in {"discount", "percent"}


def joined_words(words: Iterable[str]) -> str:
    """Side by side, without the empty ones."""
    return tr("RuleWords", " · ").join(one for one in words if one)
