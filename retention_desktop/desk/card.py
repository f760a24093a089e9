"""The card of the person at the counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop import settings
from retention_desktop.books import consent, points
from retention_desktop.desk.collected import punch_cards, tiers_now
from retention_desktop.desk.values import Card
from retention_desktop.domain.birthday import Birthday, days_until
from retention_desktop.domain.customer import number_of
from retention_desktop.domain.stage import median_gap, stage_of
from retention_desktop.storage import contact_store, loyalty_store, tag_store, visit_store

if TYPE_CHECKING:
    from datetime import date

    from retention_desktop.domain.customer import Customer
    from retention_desktop.storage.database import Tx


def read_card(tx: Tx, person: Customer, day: date) -> Card:
    """The card of the person at the counter on a day of the shop's calendar."""
    visits = visit_store.visits_of(tx, person.key)
    today = tuple(visit for visit in visits if visit.day == day)
    before = [visit.day for visit in visits if visit.day < day]
    gap = median_gap(visit_store.visit_days(tx, person.key))
    own = consent.with_consent(tx, contact_store.contact_points(tx, [person.key]).get(person.key, ()))
    number = number_of(own)
    held = points.balances(tx, person.key, day)
    balances = {balance.unit: balance for balance in reversed(held)}
    rewards = [reward for reward in loyalty_store.rewards_of(tx, person.key, day) if reward.usable(day)]
    cards = punch_cards(tx, held, rewards, day)
    zone = settings.read(tx).zone_info
    return Card(
        customer=person, last_four=number.last_four if number else "", consent=number.agreed if number else None,
        reachable=bool(number and number.mobile),
        tags=tag_store.tags_of(tx, [person.key]).get(person.key, ()),
        stage=stage_of(person, day),
        days_since=(day - max(before)).days if before else None,
        usual_gap=None if gap is None else round(gap),
        birthday_in=days_until(Birthday(person.birth_year, person.birth_month, person.birth_day), day),
        open_visit=next((visit for visit in today if visit.amount is None), None), visits_today=today,
        punches=cards[0].punches if cards else (), card_size=cards[0].terms.size if cards else 0,
        reward_name=cards[0].terms.reward.name if cards else "",
        filled_today=any(reward.issued_at.astimezone(zone).date() == day for reward in rewards),
        points=balances["point"].balance if "point" in balances else None, rewards=tuple(rewards),
        cards=cards, tiers=tiers_now(tx, person.key, day), balances=held,
        limits=points.limits_on(tx, today[0]) if today else (),
    )  # fmt: skip
