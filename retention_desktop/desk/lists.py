"""The lines of the desk's lists: whom a query found, and who was here today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.books import points
from retention_desktop.desk.values import Match, TodayVisit
from retention_desktop.domain.customer import number_of
from retention_desktop.storage import contact_store, customer_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from retention_desktop.books.points import RunningCard
    from retention_desktop.domain.customer import Customer
    from retention_desktop.domain.visit import Visit
    from retention_desktop.storage.database import Tx


def matches(tx: Tx, keys: Sequence[int], day: date) -> tuple[Match, ...]:
    """The lines for these customers, in the order of their keys."""
    known = customer_store.customers_by_keys(tx, keys)
    contacts = contact_store.contact_points(tx, list(known))
    cards = points.running_cards(tx, list(known), day)
    found = []
    for key in keys:
        if (person := known.get(key)) is None:
            continue
        number, card = number_of(contacts.get(key, ())), cards.get(key)
        found.append(Match(
            uid=person.uid, name=person.display_name, kana=person.kana, kind=person.kind,
            last_four=number.last_four if number else "", member_number=person.member_number,
            birth_month=person.birth_month, last_visit_day=person.last_visit_day, visit_count=person.visit_count,
            punches=card.punches if card else 0, card_size=card.size if card else 0,
            card_name=card.name if card else "",
        ))  # fmt: skip
    return tuple(found)


def today_line(
    visit: Visit, person: Customer | None, card: RunningCard | None, filled: RunningCard | None
) -> TodayVisit:
    """One visit's line, with the card it filled, else the customer's running card."""
    shown = filled or card
    return TodayVisit(
        visit=visit, customer=person.uid if person else "", name=person.display_name if person else "",
        kind=person.kind if person else "person", punches=shown.punches if shown else 0,
        card_size=shown.size if shown else 0, card_name=shown.name if shown else "", filled=filled is not None,
    )  # fmt: skip
