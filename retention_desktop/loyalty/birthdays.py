"""Whose birthday is to be paid: that of today, and those of the days on which the program was closed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.awards import awards, birthday_in
from retention_desktop.storage import birthday_store, ledger_store, loyalty_store, merge_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from retention_desktop.domain.programme import Programme
    from retention_desktop.storage.database import Tx

LOOK_BACK: Final = timedelta(days=62)
"""How long a birthday waits for the program to be opened. A shop that was closed for longer (most close for weeks, not
for months) pays nothing for the days before: nobody would see what it is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A birthday to be paid; `customer` uid, `key` its key, `day` the birthday as it is paid.

    `programme` has the terms that were in force on that day.
    """

    customer: str
    key: int
    programme: Programme
    points: int
    day: date


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a version (key) of a programme pays for a birthday."""

    version: int
    points: int
    feb29: str
    programme: Programme = field(compare=False)


def due_birthdays(tx: Tx, local: datetime) -> list[Due]:
    """The birthdays of the last 62 days up to `local` (in the shop's zone) that are not paid.

    Nobody is paid for a birthday before the shop knew them or before there was a rule; invented people never.
    """
    found = []
    for (rule, year), days in _paying_days(tx, local).items():
        wanted = {(day.month, day.day) for day in days}
        if birthday_in(year, 2, 29, rule.feb29) in days:
            wanted.add((2, 29))
        for person in birthday_store.unpaid_born_on(tx, sorted(wanted), rule.programme.uid, year):
            day = birthday_in(year, person.month, person.day, rule.feb29)
            if day in days and person.since.astimezone(local.tzinfo).date() <= day:
                due = Due(customer=person.uid, key=person.key, programme=rule.programme, points=rule.points, day=day)
                found.append(due)
    return _without_paid_before_a_merge(tx, found)


def _without_paid_before_a_merge(tx: Tx, found: list[Due]) -> list[Due]:
    """One who was paid as another record of the same person has had this birthday's points."""
    merged = merge_store.merged_into(tx) if found else {}

    def paid(due: Due) -> bool:
        keys = (f"birthday:{uid}:{due.programme.uid}:{due.day.year}" for uid in merged.get(due.key, ()))
        return any(ledger_store.entry_by_idem(tx, key) is not None for key in keys)

    return [due for due in found if not paid(due)]


def _paying_days(tx: Tx, local: datetime) -> dict[tuple[_Rule, int], set[date]]:
    """The days on which each rule pays, by the rule and the year."""
    days: dict[tuple[_Rule, int], set[date]] = defaultdict(set)
    for back in range(LOOK_BACK.days):
        day = local.date() - timedelta(days=back)
        for rule in _rules_on(tx, day, local):
            days[rule, day.year].add(day)
    return days


def _rules_on(tx: Tx, day: date, local: datetime) -> Iterator[_Rule]:
    """What stood at the end of a day; on the day at hand what stands now."""
    ends = datetime.combine(day + timedelta(days=1), time(), local.tzinfo)
    noon = datetime.combine(day, time(12), local.tzinfo)
    today = day == local.date()
    for programme in loyalty_store.programmes_then(tx, (local if today else ends).astimezone(UTC)):
        rules = awards(programme.terms, "birthday", local if today else noon)
        if rules:
            yield _Rule(programme.version, sum(rule.points for rule in rules), rules[0].feb29, programme)
