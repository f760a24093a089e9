"""The rules in a few words: for customers, for the shop notice, and to compare a trade's rules with one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.loyalty.gives import gives_text
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.loyalty.editing import Editing


def customer_sentence(editing: Editing) -> str:
    """One sentence for customers from the rules as they stand on the page; "" while nothing is in use."""
    said = [
        part
        for one in editing.draft.programmes
        if one.active
        for part in list(programme_lines(editing, one.unit, one.terms))[:2]
    ]
    return tr("Summary", "; ").join(said)


def programme_lines(editing: Editing, unit: str, terms: dict[str, Any]) -> Iterator[str]:
    """What a programme's terms say, most important first, without what is switched off or not complete."""
    if unit == "punch":
        yield from _card_lines(editing, terms)
    yield from (line for rule in terms.get("rules", ()) if (line := _rule_line(editing, unit, rule)))
    spend = terms.get("spend") or {}
    if isinstance(spend.get("points"), int) and isinstance(spend.get("value"), int):
        taken = tr("Summary", "{points} take {amount} off")
        yield taken.format(points=editing.amount("point", spend["points"]), amount=editing.money(spend["value"]))
    for reward in terms.get("rewards", ()):
        if isinstance(reward.get("points"), int):
            yield tr("Summary", "{reward} for {points}").format(
                reward=reward_name(editing, reward), points=editing.amount(unit, reward["points"])
            )
    for promotion in terms.get("promotions", ()):
        if promotion.get("enabled", True) and promotion.get("name"):
            yield tr("Summary", "“{name}” now and then").format(name=promotion["name"])
    yield from (line for line in [_expiry_line(terms.get("expiry") or {})] if line)


def reward_name(editing: Editing, reward: dict[str, Any]) -> str:
    """A reward's name, with what it gives where the name doesn't say so itself."""
    name, given = str(reward.get("name") or ""), gives_text(editing, reward.get("gives") or {})
    return tr("Summary", "{name} ({given})").format(name=name, given=given) if given and given != name else name


def _card_lines(editing: Editing, terms: dict[str, Any]) -> Iterator[str]:
    size, reward = terms.get("size"), terms.get("reward") or {}
    visit = next((rule.get("points") for rule in terms.get("rules", ()) if rule.get("kind") == "visit"), None)
    per_visit = visit if visit is not None else terms.get("per_visit", 1)
    if isinstance(per_visit, int) and isinstance(size, int):
        yield tr("Summary", "{punches} a visit, {reward} for {size}").format(
            punches=editing.amount("punch", per_visit), size=size, reward=reward.get("name", "")
        )
    for one in terms.get("milestones", ()):
        if isinstance(one.get("at"), int):
            yield tr("Summary", "{gift} for {at}").format(
                gift=one.get("name", ""), at=editing.amount("punch", one["at"])
            )


def _rule_line(editing: Editing, unit: str, rule: dict[str, Any]) -> str:
    kind, points, per = rule.get("kind"), rule.get("points"), rule.get("per")
    if not rule.get("enabled", True) or not isinstance(points, int) or (unit == "punch" and kind == "visit"):
        return ""
    given = editing.amount(unit, points)
    if kind == "amount":
        return (
            tr("Summary", "{points} for every {amount}").format(points=given, amount=editing.money(per))
            if isinstance(per, int)
            else ""
        )
    line = {
        "visit": tr("Summary", "{points} a visit"),
        "item": tr("Summary", "{points} for {items}"),
        "signup": tr("Summary", "{points} for new customers"),
        "birthday": tr("Summary", "{points} on your birthday"),
        "referral": tr("Summary", "{points} for bringing a friend"),
        "survey": tr("Summary", "{points} for an answered survey"),
        "mission": tr("Summary", "{points} for: {name}"),
    }.get(str(kind), "")
    goods = [*rule.get("items", ()), *rule.get("categories", ())]
    return line.format(points=given, items=tr("Summary", ", ").join(goods), name=rule.get("name", ""))


def _expiry_line(expiry: dict[str, Any]) -> str:
    count = expiry.get("count")
    kind = expiry.get("kind")
    if kind == "month_end":
        return tr("Summary", "valid to the end of the month")
    if kind == "year_end":
        return tr("Summary", "valid to the end of the year")
    if not isinstance(count, int):
        return ""
    if kind == "days":
        return tr("Summary", "valid for %n day(s)", count)
    if kind == "months":
        return tr("Summary", "valid for %n month(s)", count)
    return tr("Summary", "valid for %n month(s) after the last visit", count) if kind == "idle_months" else ""
