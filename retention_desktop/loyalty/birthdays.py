"""Whose birthday is to be paid: that of today, and those of the days on which the program was closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.awards import awards, birthday_in
from retention_desktop.storage import birthday_store, loyalty_store

if TYPE_CHECKING:
    from datetime import date, datetime

    from retention_desktop.domain.programme import Programme
    from retention_desktop.storage.database import Tx

LOOK_BACK: Final = timedelta(days=31)
"""A program closed for longer than this pays no more birthday of before: nobody would see the link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A birthday to be paid; `customer` uid, `key` its key, `day` the birthday as it is paid."""

    customer: str
    key: int
    programme: Programme
    points: int
    day: date


def due_birthdays(tx: Tx, local: datetime) -> list[Due]:
    """Birthdays from a month ago up to `local` (in the shop's zone), paid already or not."""
    found = []
    for programme in loyalty_store.active_programmes(tx):
        rules = awards(programme.terms, "birthday", local)
        if rules:
            days = [local.date() - timedelta(days=back) for back in range(LOOK_BACK.days)]
            months = {day.month for day in days} | {2, 3}
            for person in birthday_store.born_in(tx, sorted(months)):
                for year in {day.year for day in days}:
                    day = birthday_in(year, person.month, person.day, rules[0].feb29)
                    if day in days and person.since.astimezone(local.tzinfo).date() <= day:
                        total = sum(rule.points for rule in rules)
                        due = Due(customer=person.uid, key=person.key, programme=programme, points=total, day=day)
                        found.append(due)
    return found
