"""Why an entry of the ledger is what it is: one sentence from its rule, version, window and rounding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from retention_desktop.errors import ShopError
from ui.shared.language import mark, tr
from ui.shared.rule_words import amount_words, joined_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from retention_desktop.domain.terms import Promotion, Rule, Window
    from retention_desktop.loyalty import Explanation
    from retention_desktop.shop import Shop
    from ui.shared.formats import Formats

_ROUNDING: Final = {
    "floor": mark("WhyWords", "rounded down"),
    "half_up": mark("WhyWords", "rounded to the nearest"),
    "ceil": mark("WhyWords", "rounded up"),
}
_EVENTS: Final = {
    "signup": mark("WhyWords", "for joining"),
    "birthday": mark("WhyWords", "for the birthday"),
    "referral": mark("WhyWords", "for bringing a friend"),
    "survey": mark("WhyWords", "for an answered survey"),
    "mission": mark("WhyWords", "for a mission"),
}
_KINDS: Final = {
    "earn": mark("WhyWords", "earned"),
    "earn_back": mark("WhyWords", "taken back with the bill"),
    "earn_again": mark("WhyWords", "given again, the bill stands again"),
    "redeem": mark("WhyWords", "redeemed"),
    "redeem_back": mark("WhyWords", "given back to where it was taken from, with its old date"),
    "expire": mark("WhyWords", "lapsed, its time was over"),
    "expire_back": mark("WhyWords", "given back"),
    "adjust_in": mark("WhyWords", "added by hand"),
    "adjust_out": mark("WhyWords", "taken by hand"),
    "opening": mark("WhyWords", "brought over"),
    "bonus": mark("WhyWords", "bonus"),
    "card_filled": mark("WhyWords", "the card was full and became a reward"),
    "card_reopened": mark("WhyWords", "the reward was taken back, the card runs again"),
    "debt": mark("WhyWords", "owed: it was already spent when it was taken back"),
    "forgiven": mark("WhyWords", "forgiven: it was already spent when it was taken back"),
    "merge_in": mark("WhyWords", "moved here from a merged customer, with its date"),
    "merge_out": mark("WhyWords", "moved to the customer it was merged with"),
}


def why(explanation: Explanation, shop_currency: str, formats: Formats, zone: tzinfo) -> str:
    """The sentence: "+167 pt: 1 pt per ¥100 on ¥8,360; ×2 “Happy hour” 14:00–18:00; rounded down; rules version 2."""
    entry = explanation.entry
    currency = str(entry.breakdown.get("currency") or shop_currency)
    sign = "+" if entry.amount > 0 else "−"
    amount = f"{sign}{amount_words(entry.unit, abs(entry.amount), currency, formats)}"
    if entry.unit == "punch":
        amount = tr("WhyWords", "Punches {change}").format(change=f"{sign}{abs(entry.amount)}")
    parts = [_kind(entry.kind), *_rules(explanation, currency, formats), *_multipliers(explanation, formats, zone)]
    parts += _limits(explanation, currency, formats) + _person(explanation)
    if explanation.number:
        parts.append(tr("WhyWords", "rules version {number}").format(number=explanation.number))
    if entry.expires_on is not None and entry.amount > 0:
        last = entry.expires_on.fromordinal(entry.expires_on.toordinal() - 1)
        day = formats.short_day(last, entry.recorded.astimezone(zone).date())
        parts.append(tr("WhyWords", "counts until {day}").format(day=day))
    joined = tr("WhyWords", "; ").join(part for part in parts if part)
    return tr("WhyWords", "{amount}: {why}.").format(amount=amount, why=joined)


def _kind(kind: str) -> str:
    base = kind if kind in _KINDS else kind.rsplit("_", 1)[0]
    if kind not in _KINDS and kind.endswith("_back"):
        return tr("WhyWords", "taken back")
    if kind not in _KINDS and kind.endswith("_again"):
        return tr("WhyWords", "given again")
    return tr("WhyWords", _KINDS[base]) if base in _KINDS else ""


def _rules(explanation: Explanation, currency: str, formats: Formats) -> list[str]:
    facts = explanation.entry.breakdown
    said = [_rule(rule, explanation.entry.unit, facts, currency, formats) for rule, _ in explanation.rules()]
    if facts.get("rules", {}).get("start"):
        said.append(tr("WhyWords", "a new card starts with %n punch(es)", int(facts["rules"]["start"])))
    if facts.get("discount") and facts.get("amount") is not None:
        off = formats.money(int(facts["discount"]), currency)
        said.append(tr("WhyWords", "after {off} off").format(off=off))
    if facts.get("photo") and explanation.entry.kind == "opening":
        said.append(tr("WhyWords", "with a photo of the card"))
    if facts.get("reward"):
        said.append(tr("WhyWords", "for “{reward}”").format(reward=facts["reward"]))
    return said


def _rule(rule: Rule, unit: str, facts: dict[str, Any], currency: str, formats: Formats) -> str:
    given = amount_words(unit, rule.points, currency, formats)
    if rule.kind == "amount":
        counted = facts.get("counted", {}).get(rule.id)
        said = tr("WhyWords", "{points} per {per}").format(points=given, per=formats.money(rule.per, currency))
        if rule.mode == "block" and not rule.carry:
            said = tr("WhyWords", "{points} for each full {per}").format(
                points=given, per=formats.money(rule.per, currency)
            )
        elif isinstance(counted, int):
            said = tr("WhyWords", "{rule} on {amount}").format(rule=said, amount=formats.money(counted, currency))
        return joined_words((said, tr("WhyWords", "with what earlier bills left over") if rule.carry else ""))
    if rule.kind == "visit":
        return tr("WhyWords", "{points} a visit").format(points=given)
    if rule.kind == "item":
        return tr("WhyWords", "{points} for each item that counts").format(points=given)
    return tr("WhyWords", _EVENTS[rule.kind]) if rule.kind in _EVENTS else rule.name


def _multipliers(explanation: Explanation, formats: Formats, zone: tzinfo) -> list[str]:
    facts, terms = explanation.entry.breakdown, explanation.terms
    said = []
    promotion = next((one for one in terms.promotions if one.id == facts.get("promotion")), None) if terms else None
    if promotion is not None:
        said.append(_promotion(promotion, formats, zone))
    if facts.get("tier_percent"):
        said.append(tr("WhyWords", "{percent}% by the level").format(percent=facts["tier_percent"]))
    amounts = any(rule.kind == "amount" for rule, _ in explanation.rules())
    if terms is not None and amounts and explanation.entry.kind.startswith("earn"):
        said.append(tr("WhyWords", _ROUNDING[terms.rounding]))
    return said


def _promotion(promotion: Promotion, formats: Formats, zone: tzinfo) -> str:
    what = f"×{promotion.times.normalize():f}" if promotion.kind == "multiply" else f"+{promotion.points}"
    window = _window(promotion.window, formats, zone) if promotion.window else ""
    said = tr("WhyWords", "{what} by “{name}”").format(what=what, name=promotion.name)
    return tr("WhyWords", "{said} ({window})").format(said=said, window=window) if window else said


def _window(window: Window, formats: Formats, zone: tzinfo) -> str:
    """14:00–18:00, from 20 Nov 09:00, until 22 Nov 09:00."""
    said = []
    if window.hours is not None:
        begins, ends = (f"{minutes // 60}:{minutes % 60:02}" for minutes in window.hours)
        said.append(f"{begins}–{ends}")
    if window.starts is not None:
        said.append(tr("WhyWords", "from {moment}").format(moment=formats.day_time(window.starts, zone)))
    if window.until is not None:
        said.append(tr("WhyWords", "until {moment}").format(moment=formats.day_time(window.until, zone)))
    return joined_words(said)


def _limits(explanation: Explanation, currency: str, formats: Formats) -> list[str]:
    facts = explanation.entry.breakdown
    if not facts.get("cap"):
        return []
    uncapped = amount_words(explanation.entry.unit, int(facts["uncapped"]), currency, formats)
    if facts["cap"] == "day":
        return [tr("WhyWords", "held to the day's limit, else {uncapped}").format(uncapped=uncapped)]
    return [tr("WhyWords", "held to the customer's limit, else {uncapped}").format(uncapped=uncapped)]


def _person(explanation: Explanation) -> list[str]:
    """Who did it, why, and by whose word."""
    entry = explanation.entry
    said = [tr("WhyWords", "“{reason}”").format(reason=entry.reason)] if entry.reason else []
    if entry.staff:
        said.append(tr("WhyWords", "by {staff}").format(staff=entry.staff))
    if entry.breakdown.get("owner"):
        said.append(tr("WhyWords", "allowed by {owner}").format(owner=entry.breakdown["owner"]))
    return said


def why_all(shop: Shop, entries: Sequence[str], formats: Formats) -> tuple[str, ...]:
    """A sentence for each of these entries (uids); those that are no longer there are left out."""
    now = shop.settings.now
    said = []
    for uid in entries:
        try:
            explanation = shop.loyalty.explain(uid)
        except ShopError:
            continue
        said.append(why(explanation, now.currency, formats, now.zone_info))
    return tuple(said)
