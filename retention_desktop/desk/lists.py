"""The lines of the desk's list of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.desk.values import TodayVisit

if TYPE_CHECKING:
    from retention_desktop.books.running import RunningCard
    from retention_desktop.domain.customer import Customer
    from retention_desktop.domain.visit import Visit


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
