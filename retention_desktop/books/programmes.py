"""Programmes and their versions: a version never changes, every new rule is a new one.

What an undo asks is `take_back`: the former terms come back as one more version, since visits may already have been
settled under the one taken back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from retention_desktop.books import journal
from retention_desktop.domain.operation import Kept
from retention_desktop.domain.terms import read_terms, write_terms
from retention_desktop.storage import programme_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from retention_desktop.domain.operation import Change, Operation
    from retention_desktop.storage.database import Tx


def add(
    tx: Tx, operation: Operation, unit: str, name: str, terms: Mapping[str, Any], new_uid: Callable[[], str]
) -> str:
    """Add a programme, switched on, with its first version; returns its uid."""
    uid = new_uid()
    key = journal.add(tx, operation, "programme", {"uid": uid, "unit": unit, "name": name, "active": True})
    _write_version(tx, operation, (key, 1), plain(unit, terms), new_uid)
    return uid


def change(
    tx: Tx, operation: Operation, uid: str, terms: Mapping[str, Any], new_uid: Callable[[], str]
) -> bool:  # fmt: skip
    """Append a version with these terms, unless the newest says the same already; returns whether it did."""
    known = programme_store.find_programme(tx, uid)
    if known is None:
        raise LookupError(uid)
    if same(known.unit, known.terms, terms):
        return False
    _write_version(tx, operation, (known.key, known.number + 1), plain(known.unit, terms), new_uid)
    return True


def plain(unit: str, terms: Mapping[str, Any]) -> dict[str, Any]:
    """The same terms without what has its default."""
    return write_terms(read_terms(unit, terms))


def same(unit: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two JSON texts of terms mean the same."""
    return read_terms(unit, one) == read_terms(unit, other)


def take_back(
    tx: Tx, operation: Operation, changes: Iterable[Change], new_uid: Callable[[], str]
) -> tuple[Kept, ...]:  # fmt: skip
    """Take back what an operation's changes did to versions, and switch off a programme it added.

    Names and switches are rows like any other: the caller puts them back from the journal.

    Args:
        operation: the undo itself.
        changes: those of the operation taken back.

    Returns:
        The programmes left as they are since other terms stand by now ("changed_since"); the same ones may have been
        written anew when something later was taken back.
    """
    written = [each.row_uid for each in changes if each.table == "programme_version" and not each.before]
    kept = [_take_back_version(tx, operation, uid, new_uid) for uid in written]
    return tuple(one for one in kept if one is not None)


def _take_back_version(tx: Tx, operation: Operation, version: str, new_uid: Callable[[], str]) -> Kept | None:
    uid, number = programme_store.number_of_version(tx, version)
    known = programme_store.find_programme(tx, uid)
    terms = programme_store.terms_of(tx, uid, number)
    if known is None or programme_store.terms_of(tx, uid, known.number) != terms:
        return Kept(uid=uid, reason="changed_since")
    if number == 1:
        journal.edit(tx, operation, "programme", uid, {"active": False})
    else:
        change(tx, operation, uid, programme_store.terms_of(tx, uid, number - 1), new_uid)
    return None


def _write_version(
    tx: Tx, operation: Operation, place: tuple[int, int], terms: dict[str, Any], new_uid: Callable[[], str]
) -> None:
    programme, number = place
    row = {"uid": new_uid(), "programme": programme, "number": number, "terms": terms, "since": operation.at}
    journal.add(tx, operation, "programme_version", row)
