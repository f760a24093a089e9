"""Who is who in a list: when two rows are one person, and what then happens to what differs.

The same number and the same name or reading (folded) is one person; the same number with another name is two people
who share it. Without a usable number only name, reading and member number together, all given but the reading, tell
one person from another; a row of a file that was imported before is also whoever that import brought by this name, as
far as nothing contradicts. Somebody known by nothing but a member number, from a list of visits, is whoever has it.
Who was merged into somebody is still found by their own name and number. Of two values the first is kept and the other
one reported.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from retention_desktop.domain.birthday import Birthday

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class Number(NamedTuple):
    """A usable telephone number: as given, in E.164, and whether a text message can reach it."""

    given: str
    e164: str
    mobile: bool


class Face(NamedTuple):
    """What somebody is known by besides telephone numbers; name and reading are folded."""

    name_key: str
    kana_key: str
    member_number: str


@dataclass(slots=True)
class Person:
    """A person as a list describes one; grows while more rows about them are read.

    Attributes:
        row: the line of the sheet they came with, 0 for somebody the store knew.
        key, uid: theirs in the store, None and "" for somebody new.
        name_key, kana_key: folded, to compare by.
        merged: those who were merged into this person in the store.
        unread: what a row says of telephone numbers that is none, a line each; it joins the notes.
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
    merged: tuple[Face, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def only_a_number(self) -> bool:
        """Known to the store by a member number alone, which stands in for the name."""
        has_more = self.kana_key or self.phones or self.name != self.member_number
        return bool(self.key is not None and self.member_number and not has_more)


PLAIN_FIELDS: Final = (
    "sex", "language", "channel", "postal_code", "address", "member_number", "notes", "pinned_note",
)  # fmt: skip


class KnownPeople:
    """Everybody met so far, found by number and by member number.

    Args:
        people: whom the store knows.
        brought: keys of those whom an earlier import of the same file brought.
    """

    def __init__(self, people: Iterable[Person] = (), brought: Collection[int] = ()) -> None:
        self._by_phone: dict[str, list[Person]] = {}
        self._by_number: dict[str, list[Person]] = {}
        self._brought: dict[str, list[Person]] = {}
        for person in people:
            self.add(person)
            for face in _faces(person) if person.key in brought else ():
                self._brought.setdefault(face.name_key, []).append(person)

    def add(self, person: Person) -> None:
        """Know this person from now on."""
        for phone in person.phones:
            self.note_phone(person, phone.e164)
        for number in dict.fromkeys(face.member_number for face in _faces(person) if face.member_number):
            self._by_number.setdefault(number, []).append(person)

    def note_phone(self, person: Person, e164: str) -> None:
        """This person has this number, too."""
        self._by_phone.setdefault(e164, []).append(person)

    def find(self, person: Person) -> Person | None:
        """The known person that this row is about, if any: the first one met."""
        for phone in person.phones:
            for known in self._by_phone.get(phone.e164, ()):
                if any(_same_name(face, person) for face in _faces(known)):
                    return known
        candidates = self._by_number.get(person.member_number, ()) if person.member_number else ()
        same = (one for one in candidates if one.only_a_number and one.member_number == person.member_number)
        found = next(same, None)
        if found is not None or person.phones or not person.name_key:
            return found
        (face,) = _faces(person)
        return next((one for one in candidates if face in _faces(one)), None) or self._brought_as(face)

    def _brought_as(self, face: Face) -> Person | None:
        """Whom the earlier import brought by this name; who agrees in more comes first, who differs not at all."""
        agreeing = [
            (sum(mine == other for mine, other in zip(own, face, strict=True)), one)
            for one in self._brought.get(face.name_key, ())
            for own in _faces(one)
            if all(not mine or not other or mine == other for mine, other in zip(own, face, strict=True))
        ]
        return max(agreeing, key=lambda rated: rated[0])[1] if agreeing else None


def merge(known: Person, more: Person) -> list[str]:
    """Fill what is empty of `known` from `more`; the names of the fields in which both differ (the first is kept)."""
    conflicts = [*_merge_names(known, more), *(["birthday"] if not _merge_birthday(known, more) else [])]
    for field in PLAIN_FIELDS:
        now, other = getattr(known, field), getattr(more, field)
        if not now:
            setattr(known, field, other)
        elif other and other != now and not (field == "notes" and other in now):
            conflicts.append(field)
    note_unread(known, more.unread)
    numbers = {phone.e164 for phone in known.phones}
    known.phones += tuple(phone for phone in more.phones if phone.e164 not in numbers)
    known.emails += tuple(email for email in more.emails if email.lower() not in map(str.lower, known.emails))
    known.tags += tuple(tag for tag in more.tags if tag not in known.tags)
    return conflicts


def note_unread(person: Person, lines: Iterable[str]) -> None:
    """Keep these lines in the person's notes, each once."""
    for line in lines:
        if line not in person.notes:
            person.notes = f"{person.notes}\n{line}" if person.notes else line


def _faces(person: Person) -> tuple[Face, ...]:
    return (Face(person.name_key, person.kana_key, person.member_number), *person.merged)


def _same_name(one: Face, other: Person) -> bool:
    if one.kana_key and one.kana_key == other.kana_key:
        return True
    return one.name_key == other.name_key and bool(one.name_key or not (one.kana_key or other.kana_key))


def _merge_names(known: Person, more: Person) -> list[str]:
    conflicts = []
    if not known.name or (more.name_key and known.only_a_number):
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
