"""What a person has collected, read from the card and the programmes and put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.desk.card_views import BalanceView, CardView, CollectedView, GoalView
from ui.shared.language import tr
from ui.shared.punch_card import Punch
from ui.shared.rule_words import amount_words, joined_words, rule_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from retention_desktop.desk import Card, PunchCard, TierNow
    from retention_desktop.domain.programme import Programme
    from ui.shared.formats import Formats


def point_hint(programmes: Sequence[Programme], currency: str, formats: Formats) -> str:
    """The rule in words: "1 pt per ¥100, from ¥1,000"; "" without a programme that counts amounts."""
    said = (rule_words(one.terms, currency, formats) for one in programmes if one.unit != "punch")
    return next((one for one in said if one), "")


def collected(
    card: Card, programmes: Sequence[Programme], today: date, currency: str, formats: Formats
) -> CollectedView:
    """Balances, level and cards of the person at the counter."""
    balances = tuple(
        BalanceView(programme=one.programme, name=one.name, unit=one.unit, amount=one.balance, currency=currency)
        for unit in ("point", "credit")
        for one in card.balances
        if one.unit == unit
    )
    tier = card.tiers[0] if card.tiers else None
    step = tier.standing.step if tier else None
    return CollectedView(
        balances=balances, goal=_goal(balances, programmes, currency, formats), tier=step.name if step else "",
        ahead=joined_words((step.benefit if step else "", _ahead(tier, currency, formats))) if tier else "",
        cards=tuple(_card(one, today, formats) for one in card.cards),
    )  # fmt: skip


def places(card: PunchCard, formats: Formats) -> tuple[Punch, ...]:
    """Every place of a card in order; the card a visit of today filled is shown full."""
    size, gifts = card.terms.size, {one.at: one.present.name for one in card.terms.milestones}
    if card.filled_today and not card.punches:
        full = [_done(at, "", gifts, today=False) for at in range(1, size)]
        return (*full, Punch("gift", tr("StampCard", "Today"), tip=card.terms.reward.name))
    punches = card.punches[:size]
    done = [
        _done(at, tr("StampCard", "Today") if one.today else formats.punch_day(one.day), gifts, today=one.today)
        for at, one in enumerate(punches, start=1)
    ]
    ahead = [
        Punch("reward", gifts[at], tip=gifts[at]) if at in gifts else Punch("next", "", at)
        for at in range(len(done) + 1, size)
    ]
    goal = [Punch("reward", tr("StampCard", "Reward"), tip=card.terms.reward.name)] if len(done) < size else []
    return (*done, *ahead, *goal)


def _done(at: int, caption: str, gifts: dict[int, str], *, today: bool) -> Punch:
    if today:
        return Punch("today", caption, gift=at in gifts, tip=gifts.get(at, ""))
    return Punch("gift" if at in gifts else "done", caption, tip=gifts.get(at, ""))


def _card(card: PunchCard, today: date, formats: Formats) -> CardView:
    shown = places(card, formats)
    last = None if card.expires_on is None else card.expires_on.fromordinal(card.expires_on.toordinal() - 1)
    return CardView(
        programme=card.programme, name=card.name, places=shown, size=card.terms.size,
        done=sum(punch.state in {"done", "today", "gift"} for punch in shown), reward=card.terms.reward.name,
        until="" if last is None else formats.short_day(last, today), old_terms=card.old_terms,
    )  # fmt: skip


def _goal(
    balances: Sequence[BalanceView], programmes: Sequence[Programme], currency: str, formats: Formats
) -> GoalView | None:
    """The cheapest thing that the first balance does not reach yet: a reward of the catalogue, or money off."""
    first = balances[0] if balances else None
    terms = next((one.terms for one in programmes if first and one.uid == first.programme), None)
    if first is None or terms is None or first.unit != "point":
        return None
    goals = [GoalView(name=one.present.name, points=one.points) for one in terms.rewards]
    if terms.spend is not None:
        least = max(terms.spend.minimum, terms.spend.step)
        money = formats.money(least * terms.spend.value // terms.spend.points, currency)
        goals.append(GoalView(name=tr("BillReading", "{amount} off").format(amount=money), points=least))
    ahead = [goal for goal in goals if goal.points > first.amount]
    return min(ahead, key=lambda goal: goal.points, default=None)


def _ahead(tier: TierNow, currency: str, formats: Formats) -> str:
    """¥12,300 to Platinum."""
    following = tier.standing.following
    if following is None:
        return ""
    unit = "credit" if tier.by == "spend" else tier.unit
    missing = amount_words(unit, tier.standing.missing, currency, formats)
    return tr("PointsCard", "{missing} to {tier}").format(missing=missing, tier=following.name)
