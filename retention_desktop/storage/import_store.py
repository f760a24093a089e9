"""What an import and an export need to know of the store: people with all they have, found by the file's numbers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, select

from retention_desktop.domain.birthday import Birthday
from retention_desktop.domain.name import fold
from retention_desktop.domain.person_match import Face, Number, Person
from retention_desktop.storage.spend import NET
from retention_desktop.storage.tables import (
    change,
    contact_point,
    customer,
    imported_file,
    suppression,
    tag,
    tag_link,
    visit,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date, datetime

    from sqlalchemy import BindParameter, Select
    from sqlalchemy.engine import Row

    from retention_desktop.storage.database import Tx

_AT_ONCE: Final = 500
_PLAIN: Final = (
    "family", "given", "kana", "kana_family", "kana_given", "kind", "sex", "language", "channel", "postal_code",
    "address", "member_number", "notes", "pinned_note",
)  # fmt: skip
_person, _point, _link = customer.c, contact_point.c, tag_link.c
_WANTED: Final[BindParameter[Any]] = bindparam("wanted", expanding=True)
_ANYBODY: Final = select(_person.id).limit(1)
_NEWEST_CUSTOMER: Final = select(func.coalesce(func.max(_person.id), 0))
_NEWEST_POINT: Final = select(func.coalesce(func.max(_point.id), 0))
_NEWEST_CHANGE: Final = (
    select(change.c.id)
    .where(change.c.table_name.in_(("customer", "contact_point", "tag_link")))
    .order_by(change.c.id.desc())
    .limit(1)
)
_IMPORTED: Final = (
    select(imported_file.c.at)
    .where(imported_file.c.digest == bindparam("digest"))
    .order_by(imported_file.c.id.desc())
    .limit(1)
)
_BY_ADDRESS: Final = select(_point.customer).where(_point.deleted_at.is_(None), _point.address.in_(_WANTED))
_BY_MEMBER: Final = select(_person.id).where(_person.deleted_at.is_(None), _person.member_number.in_(_WANTED))
_IN_ORDER: Final = select(_person.id).where(_person.deleted_at.is_(None)).order_by(_person.sort_key, _person.id)
_PEOPLE: Final = select(
    _person.id, _person.uid, _person.display_name, _person.birth_year, _person.birth_month, _person.birth_day,
    *(_person[name] for name in _PLAIN),
).where(_person.id.in_(_WANTED), _person.deleted_at.is_(None))  # fmt: skip
_REAL_PEOPLE: Final = _PEOPLE.where(_person.sample.is_(False))
_MERGED: Final = select(
    _person.id, _person.merged_into, _person.display_name, _person.kana, _person.member_number
).where(_person.merged_into.is_not(None)).order_by(_person.id)  # fmt: skip
_BROUGHT: Final = select(_person.id).where(
    _person.operation.in_(select(imported_file.c.operation).where(imported_file.c.digest == bindparam("digest")))
)
_POINTS: Final = (
    select(_point.id, _point.customer, _point.channel, _point.given, _point.address, _point.mobile)
    .where(_point.customer.in_(_WANTED), _point.deleted_at.is_(None), _point.address != "")
    .order_by(_point.position, _point.id)
)
_POSITIONS: Final = select(_point.customer, _point.position).where(_point.customer.in_(_WANTED))
_TAGS: Final = (
    select(_link.customer, tag.c.name)
    .join(tag, tag.c.id == _link.tag)
    .where(_link.customer.in_(_WANTED), _link.removed_at.is_(None))
    .order_by(_link.id)
)
_VISITS: Final = select(visit.c.customer, visit.c.day, NET.label("amount")).where(
    visit.c.customer.in_(_WANTED), visit.c.voided_at.is_(None)
)
_SUPPRESSED: Final = select(suppression.c.id).where(suppression.c.lifted_at.is_(None)).limit(1)


def newest_change(tx: Tx) -> tuple[int, int, int]:
    """Moves on whenever a customer or a contact point is added or changed."""
    newest = tx.run(_NEWEST_CHANGE).scalar_one_or_none()
    return tx.run(_NEWEST_CUSTOMER).scalar_one(), tx.run(_NEWEST_POINT).scalar_one(), newest or 0


def imported_at(tx: Tx, digest: str) -> datetime | None:
    """When a file with this SHA-256 was last imported (and not undone since)."""
    return tx.run(_IMPORTED, {"digest": digest}).scalar_one_or_none()


def known_people(
    tx: Tx, numbers: Collection[str], member_numbers: Collection[str], brought: Collection[int] = ()
) -> list[Person]:
    """Everybody with one of these E.164 numbers, member numbers or keys, with all they have, oldest first.

    Sample people are nobody a list is about. Who was merged into somebody is found as that person.
    """
    if tx.run(_ANYBODY).first() is None:
        return []
    keys = {row[0] for row in _slices(tx, _BY_ADDRESS, list(numbers))} | set(brought)
    keys |= {row[0] for row in _slices(tx, _BY_MEMBER, list(member_numbers))}
    merged = _merged(tx)
    wanted = set(member_numbers)
    keys |= {key for key, faces in merged.items() if any(face.member_number in wanted for face in faces)}
    people = _people(tx, sorted(keys), _REAL_PEOPLE)
    for person in people:
        person.merged = tuple(merged.get(person.key or 0, ()))
    return people


def brought_by(tx: Tx, digest: str) -> set[int]:
    """Keys of those whom imports of this very file brought, or into whom they were merged since."""
    stands_for = _stands_for(tx)
    return {stands_for.get(key, key) for key in tx.run(_BROUGHT, {"digest": digest}).scalars()}


def _stands_for(tx: Tx) -> dict[int, int]:
    """By key of somebody merged away, the key of who stands for them."""
    into = {row.id: row.merged_into for row in tx.run(_MERGED)}
    found = {}
    for key in into:
        holder = key
        while holder in into:
            holder = into[holder]
        found[key] = holder
    return found


def _merged(tx: Tx) -> dict[int, list[Face]]:
    """What those were known by who were merged into each customer (key)."""
    stands_for = _stands_for(tx)
    found: dict[int, list[Face]] = defaultdict(list)
    for row in tx.run(_MERGED) if stands_for else ():
        found[stands_for[row.id]].append(Face(fold(row.display_name), fold(row.kana), row.member_number))
    return found


def everybody(tx: Tx) -> list[Person]:
    """All customers there are, with all they have, in the order of the list."""
    return _people(tx, list(tx.run(_IN_ORDER).scalars()))


def visits_by_customer(tx: Tx, customers: Sequence[int]) -> dict[int, list[tuple[date, int]]]:
    """(day, amount or 0) of the visits that count, of customers who have any."""
    found: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for row in _slices(tx, _VISITS, customers):
        found[row.customer].append((row.day, row.amount))
    return found


def numbers_of(tx: Tx, customers: Sequence[int]) -> list[tuple[int, str]]:
    """(key, E.164) of the contact points of these customers that take text messages."""
    return [(row.id, row.address) for row in _slices(tx, _POINTS, customers) if row.mobile]


def any_suppressed(tx: Tx) -> bool:
    """Whether any address said stop."""
    return tx.run(_SUPPRESSED).first() is not None


def positions_taken(tx: Tx, customers: Sequence[int]) -> dict[int, int]:
    """The last position among the contact points of each of these customers, deleted ones included."""
    found: dict[int, int] = {}
    for row in _slices(tx, _POSITIONS, customers):
        found[row.customer] = max(found.get(row.customer, -1), row.position)
    return found


def _people(tx: Tx, keys: Sequence[int], statement: Select[Any] = _PEOPLE) -> list[Person]:
    found = {row.id: _read(row) for row in _slices(tx, statement, keys)}
    for row in _slices(tx, _POINTS, list(found)):
        person = found[row.customer]
        if row.channel == "email":
            person.emails += (row.given,)
        else:
            person.phones += (Number(row.given, row.address, row.mobile),)
    for row in _slices(tx, _TAGS, list(found)):
        found[row.customer].tags += (row.name,)
    return [found[key] for key in keys if key in found]


def _read(row: Row[Any]) -> Person:
    values = row._mapping  # noqa: SLF001  SQLAlchemy's documented accessor
    return Person(
        key=row.id, uid=row.uid, name=row.display_name, name_key=fold(row.display_name), kana_key=fold(row.kana),
        birthday=Birthday(row.birth_year, row.birth_month, row.birth_day), **{name: values[name] for name in _PLAIN},
    )  # fmt: skip


def _slices(tx: Tx, statement: Select[Any], wanted: Sequence[Any]) -> Iterator[Row[Any]]:
    """Rows for these values, asked for as many at a time as SQLite can bind."""
    for start in range(0, len(wanted), _AT_ONCE):
        yield from tx.run(statement, {"wanted": wanted[start : start + _AT_ONCE]})
