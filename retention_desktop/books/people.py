"""Customers and their contact points, written with their journal entries; what desk, customers and others share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from retention_desktop.books import journal
from retention_desktop.domain.birthday import read_birthday
from retention_desktop.domain.date_order import habit_of
from retention_desktop.domain.name import kana_sort_key, search_key, split_name, split_reading
from retention_desktop.domain.phone import can_receive_sms, last_four, read_phone
from retention_desktop.domain.postal import read_postal_code
from retention_desktop.errors import ShopError
from retention_desktop.storage import contact_store, customer_store, tag_store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from retention_desktop.domain.customer import Customer, CustomerDraft
    from retention_desktop.domain.operation import Operation
    from retention_desktop.storage.database import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPerson:
    """A draft made ready for the store: the customer's columns, and the contact points' without their uids."""

    customer: dict[str, Any]
    contacts: tuple[dict[str, Any], ...]


def read_draft(draft: CustomerDraft, region: str, language: str) -> ReadPerson:
    """Read what was typed; nothing is guessed.

    Raises:
        ShopError: name_or_phone_missing, phone_invalid, birthday_invalid.
    """
    name = draft.name or " ".join(part for part in (draft.family, draft.given) if part)
    if not name.strip() and not draft.phone.strip():
        raise ShopError("name_or_phone_missing")
    contacts = [values for values in (phone_values(draft.phone, region), email_values(draft.email)) if values]
    return ReadPerson(customer=_customer_values(draft, name, region, language), contacts=tuple(contacts))


def _customer_values(draft: CustomerDraft, name: str, region: str, language: str) -> dict[str, Any]:
    family, given = (draft.family, draft.given) if draft.family or draft.given else split_name(name)
    kana_family, kana_given = split_reading(draft.kana)
    return {
        "display_name": name, "family": family, "given": given, "kana": draft.kana, "kana_family": kana_family,
        "kana_given": kana_given, "kind": draft.kind, "sex": draft.sex, **birthday_values(draft.birthday, region),
        "language": draft.language or language, "postal_code": read_postal_code(draft.postal_code, region),
        "address": draft.address, "member_number": draft.member_number.strip(), "notes": draft.notes,
        "pinned_note": draft.pinned_note,
    }  # fmt: skip


def birthday_values(text: str, region: str) -> dict[str, int | None]:
    """The three birthday columns for what was typed as people of `region` do. Raises ShopError birthday_invalid."""
    read = read_birthday(text, habit_of(region))
    if read.problem and not read:
        raise ShopError("birthday_invalid", text=text)
    return {"birth_year": read.year, "birth_month": read.month, "birth_day": read.day}


def phone_values(text: str, region: str) -> dict[str, Any]:
    """The contact point columns of a number as typed, {} for none. Raises ShopError phone_invalid."""
    if not text.strip():
        return {}
    phone = read_phone(text, region)
    if phone.e164 is None:
        raise ShopError("phone_invalid", phone=text)
    mobile = can_receive_sms(phone.e164)
    return {
        "channel": "sms" if mobile else "phone", "given": text, "address": phone.e164,
        "last_four": last_four(phone.e164), "reversed": phone.e164[::-1], "mobile": mobile,
    }  # fmt: skip


def email_values(text: str) -> dict[str, Any]:
    """The contact point columns of an e-mail address as typed, {} for none."""
    return {"channel": "email", "given": text, "address": text.strip().lower()} if text.strip() else {}


def add_person(tx: Tx, operation: Operation, person: ReadPerson, new_uid: Callable[[], str], **more: object) -> str:
    """Insert a customer with the contact points; returns the customer's uid."""
    uid = new_uid()
    key = journal.add(
        tx, operation, "customer", {"uid": uid, "created_at": operation.at} | person.customer | dict(more)
    )
    for position, values in enumerate(person.contacts):
        journal.add(tx, operation, "contact_point", {"uid": new_uid(), "customer": key, "position": position} | values)
    refresh_keys(tx, key)
    return uid


def edit_person(tx: Tx, operation: Operation, uid: str, values: Mapping[str, Any]) -> None:
    """Change a customer's columns."""
    journal.edit(tx, operation, "customer", uid, values)
    refresh_keys(tx, known(tx, uid).key)


def tag_named(tx: Tx, operation: Operation, name: str, new_uid: Callable[[], str]) -> int:
    """The key of the tag with this name, made where there is none."""
    key = tag_store.tag_key(tx, name)
    return journal.add(tx, operation, "tag", {"uid": new_uid(), "name": name}) if key is None else key


def link_tag(tx: Tx, operation: Operation, customer: int, tag: int, new_uid: Callable[[], str]) -> None:
    """Give a customer a tag, both by key; one who has it keeps it."""
    link = tag_store.find_link(tx, customer, tag)
    if link is None:
        journal.add(tx, operation, "tag_link", {"uid": new_uid(), "customer": customer, "tag": tag})
    elif not link[1]:
        journal.edit(tx, operation, "tag_link", link[0], {"removed_at": None})


def known(tx: Tx, uid: str) -> Customer:
    """The customer with this uid. Raises ShopError customer_not_found."""
    person = customer_store.find_customer(tx, uid)
    if person is None:
        raise ShopError("customer_not_found", query=uid)
    return person


def known_key(tx: Tx, uid: str) -> int:
    """The key of the customer with this uid. Raises ShopError customer_not_found."""
    key = customer_store.key_of(tx, uid)
    if key is None:
        raise ShopError("customer_not_found", query=uid)
    return key


def refresh_keys(tx: Tx, key: int) -> None:
    """Write a customer's search and sort keys anew; they follow from the name, so the journal need not keep them."""
    person = customer_store.customer_by_key(tx, key)
    emails = [
        point.address for point in contact_store.contact_points(tx, [key]).get(key, ()) if point.channel == "email"
    ]
    customer_store.write_keys(
        tx, key,
        search_key(person.display_name, person.kana, person.member_number, *emails),
        kana_sort_key(person.kana, person.display_name),
    )  # fmt: skip
