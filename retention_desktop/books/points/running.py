"""Which punch card a list shows for a customer: the one that is fullest, named where the shop has several."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from retention_desktop.storage import account_store, ledger_store, loyalty_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from retention_desktop.domain.programme import Programme
    from retention_desktop.storage.database import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningCard:
    """A running punch card in a list.

    Attributes:
        punches, size: on it, and how many fill it.
        name: the programme's; "" where the shop has one card only.
    """

    punches: int
    size: int
    name: str


def running_cards(tx: Tx, customers: Sequence[int], day: date) -> dict[int, RunningCard]:
    """The fullest running card of each of these customers on a day; of equally full ones that of the first programme.

    Empty without a punch card. Lapsed punches don't count, nor do programmes that are switched off.
    """
    cards = [one for one in loyalty_store.active_programmes(tx) if one.terms.card is not None]
    if not cards:
        return {}
    held = _held(tx, customers, day)
    found: dict[int, RunningCard] = {}
    for programme in cards:
        sizes = _sizes(tx, programme, customers, day)
        name = programme.name if len(cards) > 1 else ""
        for customer in customers:
            card = RunningCard(punches=held.get((customer, programme.key), 0), size=sizes[customer], name=name)
            if customer not in found or _fullness(card) > _fullness(found[customer]):
                found[customer] = card
    return found


def filled_cards(tx: Tx, visits: Sequence[int]) -> dict[int, RunningCard]:
    """The card that each of these visits filled, by the visit's key; the others are not in it."""
    active = {one.key: one for one in loyalty_store.active_programmes(tx) if one.terms.card is not None}
    found = {}
    for visit, (key, version) in loyalty_store.cards_filled_by(tx, visits).items():
        card = loyalty_store.versions_of(tx, key)[version].card
        if card is not None:
            name = active[key].name if len(active) > 1 and key in active else ""
            found[visit] = RunningCard(punches=card.size, size=card.size, name=name)
    return found


def _fullness(card: RunningCard) -> Fraction:
    return Fraction(card.punches, card.size)


def _held(tx: Tx, customers: Sequence[int], day: date) -> dict[tuple[int, int], int]:
    """By customer and programme: the cached sum where nothing has lapsed by `day`, else the lots."""
    found = {}
    for cached in ledger_store.posted_balances(tx, list(customers)):
        if cached.unit == "punch":
            lapsed = cached.earliest_expiry is not None and cached.earliest_expiry <= day
            value = account_store.open_sum(tx, cached.account, day) if lapsed else cached.posted
            found[cached.customer, cached.programme] = value
    return found


def _sizes(tx: Tx, programme: Programme, customers: Sequence[int], day: date) -> dict[int, int]:
    """How many punches fill each customer's card: a running one keeps the size it was begun with.

    The ledger is asked only where the shop has had cards of different sizes.
    """
    sizes = {key: terms.card.size for key, terms in loyalty_store.versions_of(tx, programme.key).items() if terms.card}
    newest = programme.terms.card.size if programme.terms.card else 0
    found = dict.fromkeys(customers, newest)
    if len(set(sizes.values())) > 1:
        begun = ledger_store.oldest_open_versions(tx, list(customers), programme.key, day)
        found |= {customer: sizes[version] for customer, version in begun.items() if version in sizes}
    return found
