"""Writing a plan of people: one operation, inserts only but for what known people gain."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from retention_desktop.books import consent
from retention_desktop.domain.kana import is_kana
from retention_desktop.domain.name import joined_search_key, joined_sort_key
from retention_desktop.domain.person_match import PLAIN_FIELDS, Person
from retention_desktop.storage import consent_store, import_store, import_writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from retention_desktop.domain.operation import Operation
    from retention_desktop.storage.database import Tx
    from retention_desktop.transfer.matching import Gain, PeoplePlan

SOURCE: Final = "import"


class PeopleWriter:
    """Writes people for one operation.

    Args:
        uids: fresh ones, as many as it takes.
        written: hears how many rows were added; may raise to stop.
    """

    def __init__(self, tx: Tx, operation: Operation, uids: Iterator[str], written: Callable[[int], None]) -> None:
        self._tx = tx
        self._operation = operation
        self._uids = uids
        self._written = written

    def write(self, plan: PeoplePlan, wording: str | None) -> None:
        """Write everything; with a `wording` all numbers that take messages and were never asked agree to it."""
        keys = self.add_people(plan.new, plan.ready)
        gains = list(plan.gains.values())
        self._gain(gains)
        people = [*zip(keys, plan.new, strict=True), *((gain.after.key or 0, gain.after) for gain in gains)]
        self._link_tags(
            [(key, person.tags) for key, person in people if person.tags], {gain.after.key for gain in gains}
        )
        if wording is not None:
            self._agree([key for key, _ in people], wording)
        self._tx.many_customers_changed()

    def add_people(self, people: Sequence[Person], ready: Sequence[tuple[Any, ...]]) -> range:
        """Add people with their contact points; `ready` are their `ready_row`s. Returns their keys."""
        first = import_writer.next_key(self._tx, "customer")
        keys = range(first, first + len(people))
        at, operation = import_writer.instant(self._operation.at), self._operation.key
        rows = [(key, next(self._uids), *row, at, operation) for key, row in zip(keys, ready, strict=True)]
        import_writer.insert_rows(self._tx, "customer", rows, self._written)
        self._add_contacts([(key, 0, person.phones, person.emails) for key, person in zip(keys, people, strict=True)])
        return keys

    def _add_contacts(self, people: Sequence[tuple[int, int, Any, Any]]) -> None:
        """Contact points of (customer, first position, phones, e-mail addresses)."""
        points = chain.from_iterable(
            enumerate(
                chain(
                    ((key, "sms" if mobile else "phone", given, e164, e164[-4:], e164[::-1], mobile)
                     for given, e164, mobile in phones),
                    ((key, "email", email, email.lower(), "", "", False) for email in emails),
                ),
                position,
            )
            for key, position, phones, emails in people
        )  # fmt: skip
        first = import_writer.next_key(self._tx, "contact_point")
        operation = self._operation.key
        rows = [
            (number, next(self._uids), *point, position, operation)
            for number, (position, point) in enumerate(points, first)
        ]
        import_writer.insert_rows(self._tx, "contact_point", rows)

    def _gain(self, gains: Sequence[Gain]) -> None:
        changed = [(gain.after.uid, *_difference(gain)) for gain in gains]
        import_writer.update_customers(self._tx, self._operation, [change for change in changed if change[2]])
        refound = [
            (*_search_keys(gain.after), gain.after.key or 0)
            for gain, (_, _, after) in zip(gains, changed, strict=True)
            if after or gain.before.emails != gain.after.emails
        ]
        import_writer.write_search_keys(self._tx, refound)
        fresh = [
            (
                gain.after.key or 0,
                _more(gain.before.phones, gain.after.phones),
                _more(gain.before.emails, gain.after.emails),
            )
            for gain in gains
        ]
        fresh = [one for one in fresh if one[1] or one[2]]
        taken = import_store.positions_taken(self._tx, [key for key, _, _ in fresh])
        self._add_contacts([(key, taken.get(key, -1) + 1, phones, emails) for key, phones, emails in fresh])

    def _link_tags(self, tagged: Sequence[tuple[int, tuple[str, ...]]], known: set[int | None]) -> None:
        names = dict.fromkeys(chain.from_iterable(tags for _, tags in tagged))
        keys = import_writer.tag_keys(self._tx, names, self._uids)
        links = [(customer, keys[name]) for customer, tags in tagged for name in tags]
        old = [link for link in links if link[0] in known]
        fresh = [link for link in links if link[0] not in known]
        fresh += import_writer.hold_tags_again(self._tx, self._operation, old)
        rows = [(next(self._uids), customer, tag, self._operation.key) for customer, tag in fresh]
        import_writer.insert_rows(self._tx, "tag_link", rows)

    def _agree(self, customers: Sequence[int], wording: str) -> None:
        """Consent for numbers that take messages; who withdrew it, or said stop, is not asked by a list."""
        numbers = import_store.numbers_of(self._tx, customers)
        if import_store.any_suppressed(self._tx):
            digests = {address: consent.digest(self._tx, address) for _, address in numbers}
            stopped = consent_store.suppressed_digests(self._tx, list(digests.values()))
            numbers = [(key, address) for key, address in numbers if digests[address] not in stopped]
        asked = consent_store.consent_in_force(self._tx, [key for key, _ in numbers])
        at, staff, operation = import_writer.instant(self._operation.at), self._operation.staff, self._operation.key
        rows = [
            (next(self._uids), key, "promo", True, SOURCE, wording, at, staff, operation)
            for key, _ in numbers
            if key not in asked
        ]
        import_writer.insert_rows(self._tx, "consent_event", rows)


def ready_row(person: Person) -> tuple[Any, ...]:
    """The columns of a new customer that follow from the list, keys for searching included."""
    birthday = person.birthday
    return (
        person.family, person.given, person.kana_family, person.kana_given, person.name, person.kana, person.kind,
        person.sex, birthday.year, birthday.month, birthday.day, person.language, person.channel, person.postal_code,
        person.address, person.member_number, person.notes, person.pinned_note, *_search_keys(person),
    )  # fmt: skip


def _search_keys(person: Person) -> tuple[str, str]:
    """What `books.people.refresh_keys` writes for one person, from what is folded already."""
    spoken = person.kana or (person.name if is_kana(person.name) else "")
    kana_key = person.kana_key if person.kana else person.name_key if spoken else ""
    found = joined_search_key(person.name_key, person.kana_key, spoken, person.member_number, *person.emails)
    return found, joined_sort_key(kana_key, person.name_key)


def _difference(gain: Gain) -> tuple[dict[str, Any], dict[str, Any]]:
    """The customer's columns that change, before and after."""
    before, after = _named(gain.before), _named(gain.after)
    changed = [name for name, value in after.items() if before[name] != value]
    return {name: before[name] for name in changed}, {name: after[name] for name in changed}


def _named(person: Person) -> dict[str, Any]:
    birthday = person.birthday
    return {name: getattr(person, name) for name in PLAIN_FIELDS} | {
        "display_name": person.name, "family": person.family, "given": person.given, "kana": person.kana,
        "kana_family": person.kana_family, "kana_given": person.kana_given, "kind": person.kind,
        "birth_year": birthday.year, "birth_month": birthday.month, "birth_day": birthday.day,
    }  # fmt: skip


def _more(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[Any, ...]:
    return after[len(before) :]
