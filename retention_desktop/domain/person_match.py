"""Who is who in a list: when two rows are one person, and what then happens to what differs.

The same number and the same name or reading (folded) is one person; the same number with another name is two people
who share it. Without a usable number only name, reading and member number together, all given but the reading, tell
one person from another. Of two values the first is kept and the other one reported.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from retention_desktop.domain.birthday import Birthday

if TYPE_CHECKING:
    from collections.abc import Iterable


class Number(NamedTuple):
    """A usable telephone number: as given, in E.164, and whether a text message can reach it."""

    given: str
    e164: str
    mobile: bool


@dataclass(slots=True)
class Person:
    """A person as a list describes one; grows while more rows about them are read.

    Attributes:
        row: the line of the sheet they came with, 0 for somebody the store knew.
        key, uid: theirs in the store, None and "" for somebody new.
        name_key, kana_key: folded, to compare by.
    """

    row: int = 0
    name: str = ""
    family: str = ""
    given: str = ""
    kana: str = ""
    kana_family: str = ""
    kana_given: str = ""
    kind: str = "person"
    sex: str = ""
    birthday: Birthday = Birthday()  # noqa: RUF009  frozen
    language: str = ""
    channel: str = ""
    postal_code: str = ""
    address: str = ""
    member_number: str = ""
    notes: str = ""
    pinned_note: str = ""
    phones: tuple[Number, ...] = ()
    emails: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    name_key: str = ""
    kana_key: str = ""
    key: int | None = None
    uid: str = ""


PLAIN_FIELDS: Final = (
    "sex", "language", "channel", "postal_code", "address", "member_number", "notes", "pinned_note",
)  # fmt: skip


class KnownPeople:
    """Everybody met so far, found by number and by member number."""

    def __init__(self, people: Iterable[Person] = ()) -> None:
        self._by_phone: dict[str, list[Person]] = {}
        self._by_number: dict[str, list[Person]] = {}
        for person in people:
            self.add(person)

    def add(self, person: Person) -> None:
        """Know this person from now on."""
        for phone in person.phones:
            self.note_phone(person, phone.e164)
        if person.member_number:
            self._by_number.setdefault(person.member_number, []).append(person)

    def note_phone(self, person: Person, e164: str) -> None:
        """This person has this number, too."""
        self._by_phone.setdefault(e164, []).append(person)

    def find(self, person: Person) -> Person | None:
        """The known person that this row is about, if any: the first one met."""
        for phone in person.phones:
            for known in self._by_phone.get(phone.e164, ()):
                if _same_name(known, person):
                    return known
        if person.phones or not (person.name_key and person.member_number):
            return None
        candidates = self._by_number.get(person.member_number, ())
        same = (one for one in candidates if (one.name_key, one.kana_key) == (person.name_key, person.kana_key))
        return next(same, None)


def merge(known: Person, more: Person) -> list[str]:
    """Fill what is empty of `known` from `more`; the names of the fields in which both differ (the first is kept)."""
    conflicts = [*_merge_names(known, more), *(["birthday"] if not _merge_birthday(known, more) else [])]
    for field in PLAIN_FIELDS:
        now, other = getattr(known, field), getattr(more, field)
        if not now:
            setattr(known, field, other)
        elif other and other != now:
            conflicts.append(field)
    numbers = {phone.e164 for phone in known.phones}
    known.phones += tuple(phone for phone in more.phones if phone.e164 not in numbers)
    known.emails += tuple(email for email in more.emails if email.lower() not in map(str.lower, known.emails))
    known.tags += tuple(tag for tag in more.tags if tag not in known.tags)
    return conflicts


def _same_name(one: Person, other: Person) -> bool:
    if one.kana_key and one.kana_key == other.kana_key:
        return True
    return one.name_key == other.name_key and bool(one.name_key or not (one.kana_key or other.kana_key))


def _merge_names(known: Person, more: Person) -> list[str]:
    conflicts = []
    if not known.name:
        known.name, known.family, known.given, known.name_key = more.name, more.family, more.given, more.name_key
        known.kind = more.kind
    elif more.name_key and more.name_key != known.name_key:
        conflicts.append("display_name")
    if not known.kana:
        known.kana, known.kana_family, known.kana_given = more.kana, more.kana_family, more.kana_given
        known.kana_key = more.kana_key
    elif more.kana_key and more.kana_key != known.kana_key:
        conflicts.append("kana")
    return conflicts


def _merge_birthday(known: Person, more: Person) -> bool:
    """False where some part differs; then all of it stays as it was."""
    one, other = known.birthday, more.birthday
    if not other:
        return True
    parts = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    if any(now is not None and then is not None and now != then for now, then in parts):
        return False
    year, month, day = (now if now is not None else then for now, then in parts)
    known.birthday = Birthday(year, month, day)
    return True
