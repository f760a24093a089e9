"""Which punch card a list shows for a customer: the one that is fullest, named where the shop has several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retention_desktop.domain.shop_settings import read_settings
from retention_desktop.domain.terms import PUNCH, read_terms
from retention_desktop.storage import finding_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from retention_desktop.storage.finding_store import KeptCard
    from retention_desktop.storage.plain import Reader


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

    def fuller_than(self, other: RunningCard) -> bool:
        """Whether a larger part of it is filled."""
        return self.punches * other.size > other.punches * self.size


def running_cards(reader: Reader, customers: Sequence[int], day: date) -> dict[int, RunningCard]:
    """The fullest running card of each of these customers on a day; of equally full ones that of the first programme.

    Empty without a punch card. Lapsed punches don't count, nor do programmes that are switched off.
    """
    cards = finding_store.kept_cards(reader)
    if not cards:
        return {}
    held = _held(reader, customers, day)
    found: dict[int, RunningCard] = {}
    for programme, versions in cards.items():
        sizes = _sizes(reader, programme, versions, customers, day)
        name = versions[-1].name if len(cards) > 1 else ""
        for customer in customers:
            card = RunningCard(punches=held.get((customer, programme), 0), size=sizes[customer], name=name)
            if customer not in found or card.fuller_than(found[customer]):
                found[customer] = card
    return found


def _held(reader: Reader, customers: Sequence[int], day: date) -> dict[tuple[int, int], int]:
    """By customer and programme: the cached sum where nothing has lapsed by `day`, else what the lots say."""
    found: dict[tuple[int, int], int] = {}
    for cached in finding_store.posted_punches(reader, customers):
        lapsed = cached.earliest is not None and cached.earliest <= day
        found[cached.customer, cached.programme] = _still_open(reader, cached.account, day) if lapsed else cached.posted
    return found


def _still_open(reader: Reader, account: int, day: date) -> int:
    """What is left in an account's lots that still count on `day`, debts counted."""
    from retention_desktop.domain.posting import lapse_day  # noqa: PLC0415 - 10 ms, and seldom has anything lapsed

    lots, last_visit = finding_store.lots(reader, account)
    zone = read_settings(finding_store.setting_texts(reader)).zone_info
    days = [lapse_day(lot, last_visit, zone) if lot.left > 0 else None for lot in lots]
    return sum(lot.left for lot, lapses in zip(lots, days, strict=True) if lapses is None or lapses > day)


def _sizes(
    reader: Reader, programme: int, versions: Sequence[KeptCard], customers: Sequence[int], day: date
) -> dict[int, int]:
    """How many punches fill each customer's card: a running one keeps the size it was begun with.

    The ledger is asked only where the shop has had cards of different sizes.
    """
    sizes = {one.version: card.size for one in versions if (card := read_terms(PUNCH, one.terms).card) is not None}
    found = dict.fromkeys(customers, sizes[versions[-1].version])
    if len(set(sizes.values())) > 1:
        begun = finding_store.oldest_open_versions(reader, customers, programme, day)
        found |= {customer: sizes[version] for customer, version in begun.items() if version in sizes}
    return found
