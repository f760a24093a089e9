"""What an import and an export need to know of the store: people with all they have, found by the file's numbers."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from retention_desktop.domain.birthday import Birthday
from retention_desktop.domain.name import fold
from retention_desktop.domain.person_match import Number, Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from retention_desktop.storage.database import Tx

_AT_ONCE: Final = 500
_FIELDS: Final = (
    "display_name, family, given, kana, kana_family, kana_given, kind, sex, birth_year, birth_month, birth_day,"
    " language, channel, postal_code, address, member_number, notes, pinned_note, id, uid"
)


def newest_change(tx: Tx) -> tuple[int, int, int]:
    """Moves on whenever a customer or a contact point is added or changed."""
    found = tx.driver().execute(
        "SELECT (SELECT coalesce(max(id), 0) FROM customer), (SELECT coalesce(max(id), 0) FROM contact_point),"
        " coalesce((SELECT id FROM change WHERE table_name IN ('customer', 'contact_point', 'tag_link')"
        " ORDER BY id DESC LIMIT 1), 0)"
    ).fetchone()  # fmt: skip
    return int(found[0]), int(found[1]), int(found[2])


def imported_at(tx: Tx, digest: str) -> datetime | None:
    """When a file with this SHA-256 was last imported (and not undone since)."""
    found = tx.driver().execute(
        "SELECT at FROM imported_file WHERE digest = ? ORDER BY id DESC LIMIT 1", (digest,)
    ).fetchone()  # fmt: skip
    return None if found is None else datetime.fromisoformat(found[0])


def known_people(tx: Tx, numbers: Iterable[str], member_numbers: Iterable[str]) -> list[Person]:
    """Everybody with one of these E.164 numbers or member numbers, with all they have, oldest first."""
    if tx.driver().execute("SELECT 1 FROM customer LIMIT 1").fetchone() is None:
        return []
    keys = set(_keys(tx, "SELECT customer FROM contact_point WHERE deleted_at IS NULL AND address IN", numbers))
    keys |= set(_keys(tx, "SELECT id FROM customer WHERE deleted_at IS NULL AND member_number IN", member_numbers))
    return _people(tx, sorted(keys))


def everybody(tx: Tx) -> list[Person]:
    """All customers there are, with all they have, in the order of the list."""
    rows = tx.driver().execute("SELECT id FROM customer WHERE deleted_at IS NULL ORDER BY sort_key, id").fetchall()
    return _people(tx, [int(key) for (key,) in rows])


def visits_by_customer(tx: Tx, customers: Sequence[int]) -> dict[int, list[tuple[str, int]]]:
    """(day as ISO text, amount or 0) of the visits that count, of customers who have any."""
    found: dict[int, list[tuple[str, int]]] = defaultdict(list)
    statement = "SELECT customer, day, coalesce(amount, 0) FROM visit WHERE voided_at IS NULL AND customer IN"
    for key, day, amount in _slices(tx, statement, customers):
        found[int(key)].append((day, int(amount)))
    return found


def numbers_of(tx: Tx, customers: Sequence[int]) -> list[tuple[int, str]]:
    """(key, E.164) of the contact points of these customers that take text messages."""
    statement = "SELECT id, address FROM contact_point WHERE deleted_at IS NULL AND mobile AND customer IN"
    return [(int(key), address) for key, address in _slices(tx, statement, customers)]


def any_suppressed(tx: Tx) -> bool:
    """Whether any address ever said stop."""
    return tx.driver().execute("SELECT 1 FROM suppression WHERE lifted_at IS NULL LIMIT 1").fetchone() is not None


def positions_taken(tx: Tx, customers: Sequence[int]) -> dict[int, int]:
    """The last position among the contact points of each of these customers."""
    statement = "SELECT customer, position FROM contact_point WHERE customer IN"
    found: dict[int, int] = {}
    for key, position in _slices(tx, statement, customers):
        found[int(key)] = max(found.get(int(key), -1), int(position))
    return found


def last_visit_days(tx: Tx) -> dict[int, date]:
    """The last visit day of everybody who was ever here."""
    rows = tx.driver().execute("SELECT id, last_visit_day FROM customer WHERE last_visit_day IS NOT NULL")
    return {int(key): datetime.fromisoformat(day).date() for key, day in rows}


def _people(tx: Tx, keys: Sequence[int]) -> list[Person]:
    found = {int(row[-2]): _person(row) for row in _slices(tx, f"SELECT {_FIELDS} FROM customer WHERE id IN", keys)}  # noqa: S608
    _add_contacts(tx, found, keys)
    statement = (
        "SELECT tag_link.customer, tag.name FROM tag_link JOIN tag ON tag.id = tag_link.tag"
        " WHERE removed_at IS NULL AND tag_link.customer IN"
    )
    for key, name in _slices(tx, statement, keys, " ORDER BY tag_link.id"):
        found[int(key)].tags += (name,)
    return [found[key] for key in keys if key in found]


def _add_contacts(tx: Tx, found: dict[int, Person], keys: Sequence[int]) -> None:
    statement = (
        "SELECT customer, channel, given, address, mobile FROM contact_point WHERE deleted_at IS NULL AND customer IN"
    )
    for key, channel, given, address, mobile in _slices(tx, statement, keys, " ORDER BY position, id"):
        person = found.get(int(key))
        if person is None or not address:
            continue
        if channel == "email":
            person.emails += (given,)
        else:
            person.phones += (Number(given, address, bool(mobile)),)


def _person(row: Sequence[Any]) -> Person:
    (name, family, given, kana, kana_family, kana_given, kind, sex, year, month, day, language, channel, postal_code,
     address, member_number, notes, pinned_note, key, uid) = row  # fmt: skip
    return Person(
        0, name, family, given, kana, kana_family, kana_given, kind, sex, Birthday(year, month, day), language, channel,
        postal_code, address, member_number, notes, pinned_note, name_key=fold(name), kana_key=fold(kana), key=int(key),
        uid=uid,
    )  # fmt: skip


def _keys(tx: Tx, statement: str, values: Iterable[str]) -> Iterator[int]:
    return (int(row[0]) for row in _slices(tx, statement, list(values)))


def _slices(tx: Tx, statement: str, values: Sequence[Any], tail: str = "") -> Iterator[Any]:
    """Rows of `statement (?, ?, ...)`, asked for a slice of the values at a time."""
    driver = tx.driver()
    for start in range(0, len(values), _AT_ONCE):
        part = values[start : start + _AT_ONCE]
        yield from driver.execute(f"{statement} ({', '.join('?' * len(part))}){tail}", part)
