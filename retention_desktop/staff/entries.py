"""What may stand on the staff's list; every check raises the ShopError that says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from retention_desktop.domain.staff import Role
from retention_desktop.errors import ShopError
from retention_desktop.storage import staff_store

if TYPE_CHECKING:
    from retention_desktop.domain.staff import StaffMember
    from retention_desktop.storage.database import Tx

LONGEST_NAME: Final = 60


def known(tx: Tx, uid: str) -> StaffMember:
    """Whoever has this uid and works here. Raises ShopError staff_not_found."""
    person = staff_store.find_member(tx, uid)
    if person is None or person.left:
        raise ShopError("staff_not_found")
    return person


def check_first(role: Role, *, first: bool) -> None:
    """The first on the list must be an owner. Raises ShopError first_staff_owner."""
    if first and role is not Role.OWNER:
        raise ShopError("first_staff_owner")


def check_name(tx: Tx, name: str, uid: str) -> None:
    """Raise ShopError staff_name_missing or staff_name_taken: two of one name could not be told apart."""
    if not name or len(name) > LONGEST_NAME:
        raise ShopError("staff_name_missing")
    if any(one.name.casefold() == name.casefold() and one.uid != uid for one in staff_store.members(tx)):
        raise ShopError("staff_name_taken", name=name)


def check_edit(tx: Tx, person: StaffMember, wanted: dict[str, Any]) -> None:
    """Bring the values to what is kept. Raises the ShopError of whatever can't be."""
    if "name" in wanted:
        wanted["name"] = str(wanted["name"]).strip()
        check_name(tx, wanted["name"], person.uid)
    if "adjust_limit" in wanted:
        checked_limit(wanted["adjust_limit"])
    if "customer" in wanted:
        wanted["customer"] = card_key(tx, wanted["customer"])
    role = Role(wanted.get("role", person.role))
    if "role" in wanted:
        wanted["role"] = role.value
    if role is Role.OWNER and not wanted.get("pin", person.has_pin):
        raise ShopError("pin_missing")
    if role is not Role.OWNER:
        check_an_owner_stays(tx, person)


def check_an_owner_stays(tx: Tx, person: StaffMember) -> None:
    """Raise ShopError last_owner where nobody else could change the list any more."""
    others = [one for one in staff_store.members(tx) if one.uid != person.uid]
    if person.is_owner and not any(one.is_owner for one in others):
        raise ShopError("last_owner")


def checked_limit(limit: int | None) -> int | None:
    """The limit, where it can be one. Raises ShopError limit_invalid."""
    if limit is not None and not 0 <= limit <= 10**9:
        raise ShopError("limit_invalid", text=str(limit))
    return limit


def card_key(tx: Tx, uid: str) -> int | None:
    """The key of the customer with this uid, None for "". Raises ShopError customer_not_found."""
    if not uid:
        return None
    key = staff_store.customer_key(tx, uid)
    if key is None:
        raise ShopError("customer_not_found", query=uid)
    return key
