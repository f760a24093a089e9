"""The rows of a list of customers as people: every cell read by its rule, nothing matched yet.

Works a column at a time: a list of 100,000 rows costs a few function calls a column, not a row.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from itertools import repeat
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.birthday import Birthday, read_birthday
from retention_desktop.domain.date_order import column_habit
from retention_desktop.domain.name import fold, is_organisation, split_name, split_reading
from retention_desktop.domain.person_match import Number, Person
from retention_desktop.domain.phone import can_receive_sms, national_format, quick_e164, read_phones
from retention_desktop.domain.postal import read_postal_code
from retention_desktop.domain.sex import read_sex
from retention_desktop.transfer.findings import Finding, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from retention_desktop.domain.phone import Phone
    from retention_desktop.transfer.sheet import Table

_KINDS: Final = {
    **dict.fromkeys(("organisation", "organization", "company", "法人", "会社", "団体", "企業"), "organisation"),
    **dict.fromkeys(("person", "個人"), "person"),
}
_LONGEST_LIFE: Final = 100
"""Two digits of a year of birth mean one of so many up to this one."""
_LANGUAGES: Final = ("ja", "en")
_CHANNELS: Final = ("sms", "email", "phone")


@dataclass(slots=True)
class ReadRows:
    """A list, read.

    Attributes:
        people: one a row; None where there is neither a name nor a usable number.
        reasons: why a row is left out, by line.
        problems: in the order of the columns.
        notes: by line, what only the preview shows.
    """

    people: list[Person | None] = field(default_factory=list)
    reasons: dict[int, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: dict[int, list[Finding]] = field(default_factory=dict)


def read_people(table: Table, region: str, today: date) -> ReadRows:
    """Read all rows of a list of customers; numbers without a country are of `region`, days in the order used there."""
    return _Reader(table, region, today).read()


class _Reader:
    """One reading of one table."""

    def __init__(self, table: Table, region: str, today: date) -> None:
        self._today = today
        self._table = table
        self._region = region
        self._found = ReadRows()
        self._unread: dict[int, list[str]] = {}
        kinds = [column.kind for column in table.columns]
        self._has_names = not {"display_name", "family"}.isdisjoint(kinds)
        self._given_first = "family" in kinds and "given" in kinds[: kinds.index("family")]
        self._cells = [[row[index] for row in table.rows] for index in range(len(table.columns))]

    def read(self) -> ReadRows:
        """Read column by column, then put the rows together."""
        people = self._people()
        ways = zip(self._birthdays(), self._phones(), self._emails(), strict=True)
        for person, (birthday, numbers, addresses) in zip(people, ways, strict=True):
            person.birthday, person.phones, person.emails = birthday, numbers, addresses
            person.unread = tuple(self._unread.get(person.row, ()))
            person.name_key, person.kana_key = fold(person.name), fold(person.kana)
        self._found.people = [self._kept(person) for person in people]
        return self._found

    # -- texts -----------------------------------------------------------------------------------------------------

    def _texts(self, kind: str) -> Iterable[str]:
        """The cells of the columns of a kind; several columns are joined by a blank."""
        columns = [self._cells[index] for index, column in enumerate(self._table.columns) if column.kind == kind]
        if not columns:
            return repeat("", len(self._table.rows))
        if len(columns) == 1:
            return columns[0]
        return [" ".join(filter(None, cells)) for cells in zip(*columns, strict=True)]

    def _read(self, kind: str, rule: Callable[[str], str]) -> Iterable[str]:
        return map(rule, self._texts(kind))

    def _people(self) -> list[Person]:
        names = zip(self._texts("display_name"), self._texts("family"), self._texts("given"), strict=True)
        readings = zip(self._texts("kana"), self._texts("kana_family"), self._texts("kana_given"), strict=True)
        plain = zip(
            self._texts("kind"), self._read("sex", read_sex), self._read("language", _language),
            self._read("channel", _channel), self._read("postal_code", self._postal), self._texts("address"),
            self._read("member_number", str.strip), self._texts("notes"), self._texts("pinned_note"),
            self._texts("tags"), strict=True,
        )  # fmt: skip
        return [
            _person(line, name, reading, cells, given_first=self._given_first)
            for line, (name, reading, cells) in enumerate(zip(names, readings, plain, strict=True), self._table.first)
        ]

    def _postal(self, text: str) -> str:
        return read_postal_code(text, self._region) if text else ""

    def _birthdays(self) -> Iterable[Birthday]:
        heading, cells = self._one("birthday")
        if cells is None:
            return repeat(Birthday(), len(self._table.rows))
        habit = column_habit(cells, self._region, self._today, _LONGEST_LIFE)
        birthdays = [read_birthday(cell, habit) for cell in cells]
        self._found.problems += [
            Problem(line, heading, birthday.problem)
            for line, birthday in enumerate(birthdays, self._table.first)
            if birthday.problem is not None
        ]
        return birthdays

    def _one(self, kind: str) -> tuple[str, Sequence[str] | None]:
        for column, cells in zip(self._table.columns, self._cells, strict=True):
            if column.kind == kind:
                return column.heading, cells
        return "", None

    # -- ways to reach them ----------------------------------------------------------------------------------------

    def _phones(self) -> list[tuple[Number, ...]]:
        found: list[tuple[Number, ...]] = [()] * len(self._table.rows)
        for column, cells in zip(self._table.columns, self._cells, strict=True):
            if column.kind == "phone":
                for index, cell in enumerate(cells):
                    for number in self._numbers(self._table.first + index, column.heading, cell) if cell else ():
                        if not any(one.e164 == number.e164 for one in found[index]):
                            found[index] = (*found[index], number)
        return found

    def _numbers(self, line: int, heading: str, cell: str) -> tuple[Number, ...]:
        """The numbers of a cell; what is none is kept for the notes."""
        quick = quick_e164(cell) if self._region == "JP" else None
        if quick is not None:
            if quick[1]:
                self._note(line, heading, "leading_zero_restored", quick[0])
            return (Number(cell, quick[0], mobile=True),)
        phones, words = read_phones(cell, self._region)
        numbers = tuple(number for phone in phones if (number := self._number(line, heading, phone)))
        if words:
            self._found.problems.append(Problem(line, heading, "phone_partly"))
        if words or (not numbers and any(map(str.isalnum, cell))):
            self._unread.setdefault(line, []).append(f"{heading}: {cell.strip()}" if heading else cell.strip())
        return numbers

    def _number(self, line: int, heading: str, phone: Phone) -> Number | None:
        self._found.problems += [Problem(line, heading, problem) for problem in phone.problems]
        if phone.e164 is None:
            return None
        mobile = can_receive_sms(phone.e164)
        if phone.repaired:
            self._note(line, heading, phone.repaired, phone.e164)
        if not mobile:
            self._note(line, heading, "phone_fixed", phone.e164)
        return Number(phone.given, phone.e164, mobile)

    def _note(self, line: int, heading: str, code: str, e164: str) -> None:
        self._found.notes.setdefault(line, []).append(Finding(heading, code, national_format(e164, self._region)))

    def _emails(self) -> list[tuple[str, ...]]:
        found: list[tuple[str, ...]] = [()] * len(self._table.rows)
        for column, cells in zip(self._table.columns, self._cells, strict=True):
            for index, cell in enumerate(cells) if column.kind == "email" else ():
                address = cell.strip()
                if "@" in address:
                    found[index] = (*found[index], address)
                elif address:
                    self._found.problems.append(Problem(self._table.first + index, column.heading, "email_invalid"))
        return found

    # -- rows ------------------------------------------------------------------------------------------------------

    def _kept(self, person: Person) -> Person | None:
        """The person, unless there is neither name nor number; who can't be reached is listed."""
        if not person.name.strip() and person.kana.strip() and not (person.phones and self._has_names):
            person.name, person.family, person.given = person.kana, person.kana_family, person.kana_given
            person.name_key = person.kana_key
        if person.phones:
            return person
        heading, cells = self._one("phone")
        given = any(
            cells[person.row - self._table.first].strip()
            for column, cells in zip(self._table.columns, self._cells, strict=True)
            if column.kind == "phone"
        )
        if not person.name.strip():
            self._found.reasons[person.row] = "phone_invalid" if given else "blank"
            return None
        if cells is not None and not given:
            self._found.problems.append(Problem(person.row, heading, "phone_invalid"))
        return person


def _person(
    line: int, name: tuple[str, str, str], reading: tuple[str, str, str], cells: tuple[str, ...], *, given_first: bool
) -> Person:
    kind, sex, language, channel, postal_code, address, member_number, notes, pinned_note, tags = cells
    whole, family, given = _whole(*name, split_name, given_first=given_first)
    kana, kana_family, kana_given = _whole(*reading, split_reading)
    return Person(
        line, whole, family, given, kana, kana_family, kana_given, _kind(kind, whole), sex, language=language,
        channel=channel, postal_code=postal_code, address=address, member_number=member_number, notes=notes,
        pinned_note=pinned_note, tags=_tags(tags),
    )  # fmt: skip


def _whole(
    whole: str, family: str, given: str, split: Callable[[str], tuple[str, str]], *, given_first: bool = False
) -> tuple[str, str, str]:
    """A name from one column or from two; two are joined by a blank, in the order in which they stand in the sheet."""
    if not (family or given):
        return whole, *split(whole)
    parts = (given, family) if given_first else (family, given)
    return whole or " ".join(filter(None, parts)), family, given


def _kind(text: str, name: str) -> str:
    return _KINDS.get(text.strip().lower()) or ("organisation" if is_organisation(name) else "person")


def _language(text: str) -> str:
    return text.strip().lower() if text.strip().lower() in _LANGUAGES else ""


def _channel(text: str) -> str:
    return text.strip().lower() if text.strip().lower() in _CHANNELS else ""


def _tags(text: str) -> tuple[str, ...]:
    if not text:
        return ()
    if '"' in text:
        parts = next(csv.reader([text]), [])
    else:
        parts = text.replace("、", ",").replace("，", ",").replace("\n", ",").split(",")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
