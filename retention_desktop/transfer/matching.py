"""What an import of customers would do: who is new, who is known, what differs; nothing is written here."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from retention_desktop.domain.person_match import KnownPeople, Person, merge, note_unread
from retention_desktop.storage import import_store
from retention_desktop.transfer.findings import Problem
from retention_desktop.transfer.people_rows import ReadRows, read_people
from retention_desktop.transfer.people_writer import ready_row

if TYPE_CHECKING:
    from datetime import date

    from retention_desktop.storage.database import Tx
    from retention_desktop.transfer.sheet import Table


@dataclass(slots=True, kw_only=True)
class Gain:
    """A person the store knew, as they were and as they will be."""

    before: Person
    after: Person


@dataclass(slots=True, kw_only=True)
class PeoplePlan:
    """What would be written.

    Attributes:
        new: people to add, in the order of the sheet.
        ready: their rows for the store, made here to keep the writing short.
        gains: known people who gain something, by key.
        matched: keys of all known people that rows are about.
        outcomes: by line, "merged" or "skipped"; a line that isn't here is created.
        reasons: why lines are skipped, with how many.
        seen: what the store's newest change was.
    """

    read: ReadRows
    seen: tuple[int, int, int]
    new: list[Person] = field(default_factory=list)
    ready: list[tuple[Any, ...]] = field(default_factory=list)
    gains: dict[int, Gain] = field(default_factory=dict)
    outcomes: dict[int, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def skipped_rows(self) -> dict[int, str]:
        """Why a row is left out, by line."""
        return self.read.reasons

    @property
    def reasons(self) -> dict[str, int]:
        """How many rows are skipped, by reason."""
        return dict(Counter(self.read.reasons.values()))

    @property
    def created(self) -> int:
        """How many people are added."""
        return len(self.new)

    @property
    def skipped(self) -> int:
        """How many rows are left out."""
        return len(self.read.reasons)

    @property
    def merged(self) -> int:
        """How many rows are about somebody already known, from the store or from further up in the sheet."""
        return len(self.read.people) - self.created - self.skipped


def plan_people(tx: Tx, table: Table, region: str, today: date) -> PeoplePlan:
    """Read the rows and match them against the store and each other."""
    read = read_people(table, region, today)
    plan = PeoplePlan(read=read, seen=import_store.newest_change(tx))
    people = [person for person in read.people if person is not None]
    numbers = {phone.e164 for person in people for phone in person.phones}
    member_numbers = {person.member_number for person in people if person.member_number}
    brought = import_store.brought_by(tx, table.digest)
    known = KnownPeople(import_store.known_people(tx, numbers, member_numbers, brought), brought)
    headings = {column.kind: column.heading for column in reversed(table.columns) if column.kind}
    for person in people:
        _place(plan, known, person, headings)
    plan.ready = list(map(ready_row, plan.new))
    plan.outcomes.update(dict.fromkeys(read.reasons, "skipped"))
    plan.problems = sorted([*read.problems, *plan.problems], key=lambda problem: problem.row)
    return plan


def _place(plan: PeoplePlan, known: KnownPeople, person: Person, headings: dict[str, str]) -> None:
    same = known.find(person)
    if same is None:
        note_unread(person, person.unread)
        plan.new.append(person)
        known.add(person)
        return
    plan.outcomes[person.row] = "merged"
    if same.key is not None and same.key not in plan.gains:
        plan.gains[same.key] = Gain(before=replace(same), after=same)
    numbers = {phone.e164 for phone in same.phones}
    for field_name in merge(same, person):
        plan.problems.append(Problem(person.row, _heading(headings, field_name), "conflict"))
    for phone in person.phones:
        if phone.e164 not in numbers:
            known.note_phone(same, phone.e164)


def _heading(headings: dict[str, str], field_name: str) -> str:
    instead = {"display_name": "family", "kana": "kana_family"}.get(field_name, "")
    return headings.get(field_name) or headings.get(instead, "")
