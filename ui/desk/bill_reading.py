"""Reads what the bill being entered would do, and puts it into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.promotion_window import changes_at
from retention_desktop.domain.redeeming import money_off
from retention_desktop.errors import ShopError
from ui.desk.bill_view import STANDING, BillView, Gain, Offer, Taken
from ui.desk.refusals import refusal_words
from ui.shared.language import tr
from ui.shared.limit_words import limit_words
from ui.shared.rule_words import (
    amount_words,
    gives_words,
    joined_words,
    needs_bill,
    promotion_words,
    rule_words,
    tier_words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from retention_desktop.desk import Card, WouldEarn
    from retention_desktop.desk import Offer as Offered
    from retention_desktop.domain.programme import Programme, Reward
    from retention_desktop.domain.terms import Gives, SpendTerms
    from retention_desktop.shop import Shop
    from ui.desk.bill_draft import BillDraft
    from ui.desk.sale_bar import NextStep
    from ui.shared.formats import Formats
    from ui.shared.kit import Kit

UNITS: Final = ("point", "credit", "punch")
WAITS: Final = frozenset({"coupon_minimum", "coupon_gives_nothing"})
"""Why a coupon does not count yet while no amount is typed; it lies on the bill and waits for one."""
STILL_SHOWN: Final = 90
"""So many days a reward that has lapsed still stands in the list, with its day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What reading a bill needs.

    Attributes:
        programmes: those switched on.
        hint: the rule for points in words.
        day: today in the shop's calendar.
        currency: the shop's.
    """

    shop: Shop
    kit: Kit
    programmes: Sequence[Programme]
    hint: str
    day: date
    currency: str

    @property
    def formats(self) -> Formats:
        """How the reader writes values."""
        return self.kit.formats


def read_bill(reading: Reading, card: Card, amount: int | None, draft: BillDraft, step: NextStep) -> BillView:
    """The bill of the person at the counter.

    Args:
        amount: minor units typed, None = none.
        step: what Enter does next. Where only the amount is missing the punch is no gain any more; where the bill is
            recorded and no other one is typed, no discount is waiting.
    """
    waits = amount is not None or step != "again"
    standing = _standing(reading, card.customer.uid, amount) if waits and not draft.plain else ()
    less = sum(one.off or 0 for one in standing)
    bill = None if amount is None else amount - less
    coupons = _coupons(reading, card.customer.uid, bill, draft)
    off = sum(one.off or 0 for one in coupons if not one.problem)
    preview = reading.shop.desk.preview(
        card.customer.uid, bill, lines=draft.lines, code=draft.code, already=min(off, bill or 0)
    )
    gains = tuple(
        _gain(reading, one)
        for unit in UNITS
        for one in preview.earned
        if one.unit == unit and one.amount and amount is not None and not (step == "amount" and unit == "punch")
    )
    taken = (*standing, *coupons)
    recorded = card.visits_today[0] if step == "again" and amount is None and card.visits_today else None
    offered, payable = preview.offers, None if amount is None else preview.to_pay
    if recorded is not None and recorded.amount is not None:
        offered, payable = reading.shop.desk.offers(recorded.uid), reading.shop.desk.bill(recorded.uid).due
    return BillView(
        gains=gains, taken=taken, hint=reading.hint, offers=_offers(reading, card, offered, payable), amount=bill,
        to_pay=preview.to_pay if amount is not None and taken else None, payable=payable,
    )  # fmt: skip


def _standing(reading: Reading, customer: str, amount: int | None) -> tuple[Taken, ...]:
    """What the customer gets off every bill now: for a tag, a level, or what was bought so far."""
    applied = reading.shop.standing_discounts.applies(customer, amount)
    if applied is None:
        return ()
    given = _gives(reading, applied.discount.gives, applied.discount.name)
    return (Taken(name=joined_words((applied.discount.name, given)), off=applied.amount, code=STANDING),)


def part_of(reading: Reading, offer: Offer, points: int, bill: int) -> tuple[str, str, int]:
    """Name, words below and minor units off where so many points are turned into money off."""
    spend = _spend(reading, offer.key)
    off = money_off(spend, points, bill).discount
    return _money_off_name(reading, off), _cost(reading, offer.unit, points), off


def _coupons(reading: Reading, customer: str, amount: int | None, draft: BillDraft) -> tuple[Taken, ...]:
    """The coupons on the bill in their order, each with what it takes off or why it takes nothing."""
    found, already = [], 0
    for code in draft.coupons:
        try:
            priced = reading.shop.coupons.check(code, customer, amount, lines=draft.lines, already=already)
        except ShopError as error:
            waits = error.code in WAITS and amount is None
            problem = "" if waits else refusal_words(error, reading.day, reading.formats)
            found.append(Taken(name=problem or tr("BillReading", "Coupon {code}").format(code=code), code=code,
                               problem=problem))  # fmt: skip
            continue
        already += priced.discount
        found.append(Taken(name=priced.coupon.name, off=priced.discount if amount is not None else None, code=code))
    return tuple(found)


def _gain(reading: Reading, would: WouldEarn) -> Gain:
    programme = next(one for one in reading.programmes if one.uid == would.programme)
    promotion = next((one for one in programme.terms.promotions if one.id == would.promotion), None)
    if promotion is None:
        why = rule_words(programme.terms, reading.currency, reading.formats)
    else:
        zone = reading.shop.settings.now.zone_info
        now = reading.kit.clock()
        until = changes_at(promotion.window, now.astimezone(zone))
        why = promotion_words(promotion, until, zone, now, reading.formats)
    if would.limited is not None:
        why = limit_words((would.limited,))
    why = joined_words((tier_words(would.tier, would.tier_percent), why))  # what makes it more comes first
    return Gain(
        programme=would.programme, unit=would.unit, amount=would.amount, why=why, promoted=promotion is not None
    )


def _offers(reading: Reading, card: Card, offers: Sequence[Offered], amount: int | None) -> tuple[Offer, ...]:
    held = {one.uid: one for one in card.rewards}
    return tuple(
        _issued(reading, one, held[one.reward], amount) if one.reward in held else _bought(reading, one, amount)
        for one in offers
        if one.enough
    )


def _issued(reading: Reading, offered: Offered, reward: Reward, amount: int | None) -> Offer:
    below = joined_words((_gives(reading, reward.gives, reward.name), _until(reading, reward)))
    return Offer(
        key=reward.uid, kind="reward", name=reward.name, code=reward.code, below=below,
        off=_off(offered, amount), needs_bill=needs_bill(reward.gives),
    )  # fmt: skip


def _bought(reading: Reading, offered: Offered, amount: int | None) -> Offer:
    if offered.money:
        return _money(reading, offered)
    found = {f"{each.uid}:{one.id}": one.present for each in reading.programmes for one in each.terms.rewards}
    gives = found[offered.reward].gives
    cost = _cost(reading, offered.unit, offered.points)
    return Offer(
        key=offered.reward, kind="catalogue", name=offered.name, off=_off(offered, amount), points=offered.points,
        below=joined_words((cost, _gives(reading, gives, offered.name))), needs_bill=needs_bill(gives),
    )  # fmt: skip


def _money(reading: Reading, offered: Offered) -> Offer:
    spend = _spend(reading, offered.reward)
    return Offer(
        key=offered.reward, kind="money", name=_money_off_name(reading, offered.discount),
        below=_cost(reading, offered.unit, offered.points), off=offered.discount, points=offered.points,
        unit=offered.unit, step=spend.step, least=spend.minimum, needs_bill=True,
    )  # fmt: skip


def _spend(reading: Reading, programme: str) -> SpendTerms:
    """What the points of a programme buy."""
    return next(one.terms.spend for one in reading.programmes if one.uid == programme and one.terms.spend)


def lapsed_offers(reading: Reading, customer: str) -> tuple[Offer, ...]:
    """The rewards whose time was over in the last weeks: somebody may still bring their slip."""
    held = reading.shop.loyalty.holdings(customer).rewards
    over = [one for one in held if one.state == "expired"]
    recent = [one for one in over if one.expires_on and (reading.day - one.expires_on).days < STILL_SHOWN]
    return tuple(_lapsed(reading, one) for one in recent)


def _lapsed(reading: Reading, reward: Reward) -> Offer:
    last = date_before(reward.expires_on) if reward.expires_on else None
    why = tr("BillReading", "It counted until {day}").format(day=reading.formats.short_day(last, reading.day))
    return Offer(key=reward.uid, kind="reward", name=reward.name, code=reward.code, refused=why)


def _money_off_name(reading: Reading, off: int) -> str:
    return tr("BillReading", "{amount} off").format(amount=reading.formats.money(off, reading.currency))


def _cost(reading: Reading, unit: str, points: int) -> str:
    return amount_words(unit, points, reading.currency, reading.formats)


def _gives(reading: Reading, gives: Gives, name: str) -> str:
    """What it gives, where its name doesn't say that itself."""
    words = gives_words(gives, reading.currency, reading.formats)
    return "" if words == name else words


def _until(reading: Reading, reward: Reward) -> str:
    if reward.expires_on is None:
        return ""
    last = date_before(reward.expires_on)
    return tr("BillReading", "until {day}").format(day=reading.formats.short_day(last, reading.day))


def date_before(day: date) -> date:
    """The day before: the last on which something counts that lapses on `day`."""
    return day.fromordinal(day.toordinal() - 1)


def _off(offered: Offered, amount: int | None) -> int | None:
    return offered.discount if amount is not None and offered.discount else None
