"""A list of visits: rows read, customers found by number, visits written in one go."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.date_order import column_habit
from retention_desktop.domain.moment import read_moment
from retention_desktop.domain.money import read_amount
from retention_desktop.domain.name import fold
from retention_desktop.domain.person_match import Person
from retention_desktop.domain.phone import read_phone
from retention_desktop.domain.stage import stage_dates
from retention_desktop.errors import ShopError
from retention_desktop.storage import import_store, import_writer
from retention_desktop.transfer.findings import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from retention_desktop.domain.operation import Operation
    from retention_desktop.storage.database import Tx
    from retention_desktop.transfer.sheet import Table

_NUMBER_OF_ITEMS: Final = re.compile(r"\d{1,6}", re.ASCII)
_PHONE_DIGITS: Final = 9
_YEARS_BACK: Final = 50
"""Two digits of a year mean one of so many up to this one."""
_EARLIEST: Final = date(1900, 1, 1)
"""A visit before it, like one that has not come yet, is a slip of the pen that would spoil every rhythm."""


@dataclass(slots=True, kw_only=True)
class VisitRow:
    """One row: a visit of a customer known by `number` ("" = a sale without one) on a day of the shop's calendar."""

    row: int
    number: str
    day: date
    at: datetime | None
    amount: int | None
    items: int | None
    note: str


@dataclass(slots=True, kw_only=True)
class VisitPlan:
    """What would be written.

    Attributes:
        visits: in the order of the sheet.
        known: customers' keys by the number their rows carry.
        new: a person for each number that nobody has, in the order of the sheet.
        seen: what the store's newest change was.
    """

    seen: tuple[int, int, int]
    currency: str
    visits: list[VisitRow] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict)
    new: list[Person] = field(default_factory=list)
    outcomes: dict[int, str] = field(default_factory=dict)
    skipped_rows: dict[int, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def reasons(self) -> dict[str, int]:
        """How many rows are skipped, by reason."""
        return dict(Counter(self.skipped_rows.values()))

    @property
    def created(self) -> int:
        """How many visits are added."""
        return len(self.visits)

    @property
    def skipped(self) -> int:
        """How many rows are left out."""
        return len(self.skipped_rows)

    @property
    def merged(self) -> int:
        """None ever: two visits that look alike are two visits."""
        return 0


def plan_visits(tx: Tx, table: Table, region: str, currency: str, now: datetime) -> VisitPlan:
    """Read the rows; amounts are in `currency`, times in the zone of `now`. Raises ShopError currency_unknown."""
    plan = VisitPlan(seen=import_store.newest_change(tx), currency=currency)
    reader = _Reader(plan, table, now, region)
    for line, cells in enumerate(table.rows, table.first):
        reader.read(line, cells)
    plan.outcomes.update(dict.fromkeys(plan.skipped_rows, "skipped"))
    _find_customers(tx, plan, region)
    return plan


class _Reader:
    """Reads rows into a plan."""

    def __init__(self, plan: VisitPlan, table: Table, now: datetime, region: str) -> None:
        self._plan = plan
        self._now = now
        self._at = {column.kind: index for index, column in reversed(list(enumerate(table.columns))) if column.kind}
        self._headings = [column.heading for column in table.columns]
        days = (self._cell(cells, "day") for cells in table.rows)
        self._habit = column_habit(days, region, now.date(), _YEARS_BACK)

    def _cell(self, cells: Sequence[str], kind: str) -> str:
        index = self._at.get(kind)
        return "" if index is None else cells[index].strip()

    def _problem(self, line: int, kind: str, code: str) -> None:
        self._plan.problems.append(Problem(line, self._headings[self._at[kind]], code))

    def read(self, line: int, cells: Sequence[str]) -> None:
        """Read one row: a visit, or a reason to leave it out."""
        if not any(map(str.strip, cells)):
            self._plan.skipped_rows[line] = "blank"
            return
        moment = read_moment(self._cell(cells, "day"), self._habit)
        at = moment.at(self._now.tzinfo)
        # A text with a zone of its own may name another day than the shop's calendar has at that instant.
        day = moment.day if at is None else at.astimezone(self._now.tzinfo).date()
        if day is None or not _EARLIEST <= day <= self._now.date():
            self._plan.skipped_rows[line] = "day_invalid"
            self._problem(line, "day", "day_invalid" if moment.day else moment.problem)
            return
        if moment.problem:
            self._problem(line, "day", moment.problem)
        items = self._cell(cells, "items")
        self._plan.visits.append(VisitRow(
            row=line, number=self._cell(cells, "customer"), day=day, at=None if at is None else at.astimezone(UTC),
            amount=self._amount(line, self._cell(cells, "amount")),
            items=int(items) if _NUMBER_OF_ITEMS.fullmatch(items) else None, note=self._cell(cells, "note"),
        ))  # fmt: skip

    def _amount(self, line: int, text: str) -> int | None:
        if not text:
            return None
        try:
            return read_amount(text, self._plan.currency)
        except ShopError as error:
            if error.code != "amount_invalid":
                raise
            self._problem(line, "amount", "amount_invalid")
            return None


def _find_customers(tx: Tx, plan: VisitPlan, region: str) -> None:
    numbers = dict.fromkeys(visit.number for visit in plan.visits if visit.number)
    phones = {number: _e164(number, region) for number in numbers}
    people = import_store.known_people(tx, set(filter(None, phones.values())), numbers)
    by_member: dict[str, int] = {}
    by_phone: dict[str, int] = {}
    for person in people:
        by_member.setdefault(person.member_number, person.key or 0)
    for person in people:
        for face in person.merged:
            by_member.setdefault(face.member_number, person.key or 0)
        for phone in person.phones:
            by_phone.setdefault(phone.e164, person.key or 0)
    for number in numbers:
        key = by_member.get(number) or by_phone.get(phones[number])
        if key:
            plan.known[number] = key
        else:
            plan.new.append(Person(name=number, family=number, member_number=number, name_key=fold(number)))


def _e164(number: str, region: str) -> str:
    """The telephone number that a customer is known by, "" where it is a member number."""
    return read_phone(number, region).e164 or "" if sum(map(str.isdigit, number)) >= _PHONE_DIGITS else ""


def write_visits(
    tx: Tx, operation: Operation, plan: VisitPlan, uids: Iterator[str], keys: dict[str, int],
    written: Callable[[int], None],
) -> range:  # fmt: skip
    """Insert the visits of a plan; `keys` are the customers' by number. Returns the visits' keys."""
    first = import_writer.next_key(tx, "visit")
    at = import_writer.instant(operation.at)
    rows = [
        (
            key, next(uids), keys.get(visit.number), visit.day.isoformat(), import_writer.instant(visit.at), at,
            visit.amount, plan.currency, visit.note, operation.key,
        )
        for key, visit in enumerate(plan.visits, first)
    ]  # fmt: skip
    import_writer.insert_rows(tx, "visit", rows, written)
    lines = [(next(uids), key, visit.note, visit.items) for key, visit in enumerate(plan.visits, first) if visit.items]
    import_writer.insert_rows(tx, "visit_line", lines)
    refresh_caches(tx, sorted({keys[visit.number] for visit in plan.visits if visit.number}))
    return range(first, first + len(rows))


def refresh_caches(tx: Tx, customers: list[int]) -> None:
    """Write these customers' visit caches anew, as `customer_store.refresh_caches` does for one."""
    caches = []
    for key, visits in import_store.visits_by_customer(tx, customers).items():
        days = sorted(day for day, _ in visits)
        dates = stage_dates(days)
        stages = map(import_writer.iso, (dates.due_on, dates.inactive_on, dates.lost_on))
        caches.append((days[-1].isoformat(), len(days), sum(amount for _, amount in visits), *stages, key))
    import_writer.write_visit_caches(tx, caches)
    tx.many_customers_changed()
