"""People as vCard 3.0 (RFC 2426), as phones import it; the reading in the fields that iPhone and Android know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import vobject
from vobject.vcard import Address, Name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retention_desktop.domain.person_match import Person


def cards(people: Sequence[Person]) -> Iterator[str]:
    """One card a person."""
    return (str(_card(person).serialize()) for person in people)


def _card(person: Person) -> vobject.base.Component:
    card = vobject.vCard()
    card.add("n").value = Name(family=person.family, given=person.given)
    card.add("fn").value = person.name or next((phone.e164 for phone in person.phones), "")
    if person.kind == "organisation":
        card.add("org").value = [person.name]
    plain = {
        "x-phonetic-last-name": person.kana_family, "x-phonetic-first-name": person.kana_given, "note": person.notes,
        "bday": str(person.birthday) if person.birthday.day is not None else "",
    }  # fmt: skip
    for name, value in plain.items():
        if value:
            card.add(name).value = value
    _add_ways(card, person)
    if person.tags:
        card.add("categories").value = list(person.tags)
    return card


def _add_ways(card: vobject.base.Component, person: Person) -> None:
    for phone in person.phones:
        line = card.add("tel")
        line.value, line.type_param = phone.e164, "CELL" if phone.mobile else "VOICE"
    for email in person.emails:
        card.add("email").value = email
    if person.address or person.postal_code:
        card.add("adr").value = Address(street=person.address, code=person.postal_code)
