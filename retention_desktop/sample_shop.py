"""The sample shop: sixty invented people and six months of visits, badged, reachable by the practice outbox only."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from retention_desktop import settings
from retention_desktop.books import consent, journal, outbox, people, points
from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.storage import contact_store, customer_store, sample_store, settings_store, visit_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random
    from zoneinfo import ZoneInfo

    from retention_desktop.domain.operation import Operation
    from retention_desktop.settings import ShopSettings
    from retention_desktop.storage.database import Database, Tx

DAYS: Final = 182
_SEED: Final = 20261121
"""The same sample shop each time: its pictures can be compared."""


class SampleShop:
    """Fills and removes the sample shop; real people are never touched.

    Args:
        allow: raises ShopError needs_owner where whoever is at the desk may not.
    """

    def __init__(
        self, db: Database, resources: Path, clock: Callable[[], datetime], new_uid: Callable[[], str],
        seeded: Callable[[int], Random], *, allow: Callable[[], object] = lambda: None,
    ) -> None:  # fmt: skip
        self._db = db
        self._allow = allow
        self._folder = resources / "sample_shop"
        self._clock = clock
        self._new_uid = new_uid
        self._seeded = seeded

    def fill(self) -> int:
        """Add the sample people with their visits, once; returns how many sample people there are."""
        self._allow()
        with self._db.write() as tx:
            known = sample_store.sample_customers(tx)
            if known:
                return len(known)
            now = settings.read(tx)
            sample = json.loads((self._folder / f"{now.language}.json").read_text(encoding="utf-8"))
            operation = journal.begin(tx, "sample_fill", self._new_uid(), self._clock())
            chance = self._seeded(_SEED)
            for number, person in enumerate(sample["people"]):
                self._add(tx, operation, now, sample, chance, number, person)
            if not now.name:
                settings_store.write(tx, "name", sample["shop"])
                settings_store.write(tx, "legal_name", sample["legal_name"])
            return len(sample["people"])

    def _add(
        self, tx: Tx, operation: Operation, now: ShopSettings, sample: dict[str, Any], chance: Random, number: int,
        person: dict[str, str],
    ) -> None:  # fmt: skip
        draft = _draft(person, number, now, sample, chance)
        read = people.read_draft(draft, "JP" if now.region == "JP" else "US", "")
        uid = people.add_person(tx, operation, read, self._new_uid, sample=True)
        key = people.known(tx, uid).key
        if chance.random() < 0.8:
            for point in contact_store.contact_points(tx, [key]).get(key, ()):
                consent.record(
                    tx, operation, point, uid=self._new_uid(), given=True, source="sample", wording=sample["wording"]
                )
        for name in sample["tags"][number % 3 : number % 3 + 1]:
            people.link_tag(tx, operation, key, people.tag_named(tx, operation, name, self._new_uid), self._new_uid)
        for at in _visit_times(chance, operation.at, now.zone_info):
            self._visit(tx, operation, now, key, at, chance, sample)
        customer_store.refresh_caches(tx, key)

    def _visit(
        self, tx: Tx, operation: Operation, now: ShopSettings, key: int, at: datetime, chance: Random,
        sample: dict[str, Any],
    ) -> None:  # fmt: skip
        visit_key = journal.add(tx, operation, "visit", {
            "uid": self._new_uid(), "customer": key, "day": at.astimezone(now.zone_info).date(), "at": at,
            "recorded_at": at, "amount": chance.randrange(30, 140) * 110, "currency": now.currency,
            "note": chance.choice(sample["menu"]),
        })  # fmt: skip
        visit = visit_store.visit_by_key(tx, visit_key)
        points.settle_visit(tx, replace(operation, at=at), visit, self._new_uid, new=True)

    def remove(self) -> int:
        """Take the sample people and their visits away; returns how many people went."""
        self._allow()
        with self._db.write() as tx:
            known = sample_store.sample_customers(tx)
            if not known:
                return 0
            operation = journal.begin(tx, "sample_remove", self._new_uid(), self._clock())
            for visit in sample_store.sample_visits(tx):
                journal.edit(tx, operation, "visit", visit, {"voided_at": operation.at})
                voided = visit_store.find_visit(tx, visit)
                if voided is not None:
                    points.settle_visit(tx, operation, voided, self._new_uid)
            for key, uid in known:
                for point in contact_store.contact_points(tx, [key]).get(key, ()):
                    journal.edit(tx, operation, "contact_point", point.uid, {"deleted_at": operation.at})
                journal.edit(tx, operation, "customer", uid, {"deleted_at": operation.at})
                customer_store.refresh_caches(tx, key)
            outbox.cancel_for_people(tx, [key for key, _ in known], operation.at)
            return len(known)

    def count(self) -> int:
        """How many sample people there are."""
        with self._db.read() as tx:
            return len(sample_store.sample_customers(tx))


def _draft(
    person: dict[str, str], number: int, now: ShopSettings, sample: dict[str, Any], chance: Random
) -> CustomerDraft:
    japanese = now.language == "ja"
    name = f"{person['family']} {person['given']}" if japanese else f"{person['given']} {person['family']}"
    month, day = chance.randrange(1, 13), chance.randrange(1, 29)
    return CustomerDraft(
        name=name, family=person["family"], given=person["given"], kana=person["kana"], sex=person["sex"],
        phone=_phone(number, now.region), birthday=f"{chance.randrange(1950, 2008)}-{month:02}-{day:02}",
        member_number=f"{number + 101:04}",
        pinned_note=sample["notes"][number % len(sample["notes"])] if number % 5 == 0 else "",
    )  # fmt: skip


def _phone(number: int, region: str) -> str:
    """A number nobody has: Japan assigns no 090-0000 block; North America keeps 555-0100 to 555-0199 for fiction."""
    if region == "JP":
        return f"090-0000-{1200 + number * 7 % 97:04}"
    return f"+1 202-555-{100 + number:04}"


def _visit_times(chance: Random, now: datetime, zone: ZoneInfo) -> list[datetime]:
    """Between one and a dozen visits over the last six months, inside opening hours, oldest first."""
    rhythm = chance.choice((14, 21, 28, 28, 35, 45, 60, 90))
    start = now.astimezone(zone).date() - timedelta(days=DAYS - chance.randrange(0, rhythm + 20))
    stop = now.astimezone(zone).date() - timedelta(days=chance.choice((1, 1, 1, 1, 3, 7, 70)))
    times, day = [], start
    while day <= stop:
        times.append(_at(day, chance, zone))
        day += timedelta(days=max(3, round(chance.gauss(rhythm, rhythm / 6))))
    return times


def _at(day: date, chance: Random, zone: ZoneInfo) -> datetime:
    opened = time(chance.randrange(10, 19), chance.choice((0, 15, 30, 45)))
    return datetime.combine(day, opened, tzinfo=zone)
