"""Who referred whom, and what was paid for it, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select

from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import contact_point, customer, ledger_entry, referral, referral_code

if TYPE_CHECKING:
    from datetime import datetime

    from retention_desktop.storage.database import Tx

_OF_FRIEND: Final = Prepared(
    select(referral.c.uid, referral.c.referrer, referral.c.withdrawn_at).where(referral.c.friend == bindparam("friend"))
)
_OF_VISIT: Final = Prepared(
    select(ledger_entry.c.key)
    .where(ledger_entry.c.visit == bindparam("visit"), ledger_entry.c.key.like("referral:%"))
    .order_by(ledger_entry.c.id)
)
_BY_UID: Final = Prepared(
    select(referral.c.referrer, referral.c.withdrawn_at).where(referral.c.uid == bindparam("wanted"))
)
_PAID_VISITS: Final = Prepared(
    select(ledger_entry.c.visit)
    .where(
        ledger_entry.c.key >= bindparam("first"), ledger_entry.c.key < bindparam("last"),
        ledger_entry.c.visit.is_not(None),
    )
    .distinct()
)  # fmt: skip
_CODE_OF: Final = Prepared(select(referral_code.c.code).where(referral_code.c.customer == bindparam("customer")))
_BY_CODE: Final = Prepared(
    select(referral_code.c.customer)
    .join(customer, customer.c.id == referral_code.c.customer)
    .where(referral_code.c.code == bindparam("code"), customer.c.deleted_at.is_(None))
)
_BROUGHT: Final = Prepared(
    select(referral.c.referrer, referral.c.at).where(
        referral.c.friend == bindparam("friend"), referral.c.withdrawn_at.is_(None)
    )
)
_FRIENDS: Final = Prepared(
    select(referral.c.friend, referral.c.at)
    .join(customer, customer.c.id == referral.c.friend)
    .where(
        referral.c.referrer == bindparam("referrer"), referral.c.withdrawn_at.is_(None),
        customer.c.deleted_at.is_(None),
    )
    .order_by(referral.c.at.desc(), referral.c.id.desc())
)  # fmt: skip
_own = contact_point.alias("own")
_SHARED: Final = Prepared(
    select(contact_point.c.id)
    .join(_own, _own.c.address == contact_point.c.address)
    .where(
        contact_point.c.customer == bindparam("one"), _own.c.customer == bindparam("other"),
        contact_point.c.deleted_at.is_(None), _own.c.deleted_at.is_(None),
    )
    .limit(1)
)  # fmt: skip
_PAID: Final = Prepared(
    select(ledger_entry.c.id, ledger_entry.c.visit, ledger_entry.c.amount, ledger_entry.c.key).where(
        ledger_entry.c.key >= bindparam("first"), ledger_entry.c.key < bindparam("last")
    )
)


@dataclass(frozen=True, slots=True)
class Referral:
    """Who (key) brought somebody, and whether that was not withdrawn."""

    uid: str
    referrer: int
    stands: bool


@dataclass(frozen=True, slots=True)
class Paid:
    """An entry that a referral wrote."""

    entry: int
    visit: int | None
    amount: int
    key: str


def referral_of(tx: Tx, friend: int) -> Referral | None:
    """The referral that brought this customer, None without one that stands."""
    row = tx.run(_OF_FRIEND, {"friend": friend}).one_or_none()
    return None if row is None or row.withdrawn_at is not None else Referral(row.uid, row.referrer, stands=True)


def referrals_of_visit(tx: Tx, visit: int) -> list[Referral]:
    """The referrals that have paid for a visit, withdrawn ones too."""
    uids = dict.fromkeys(key.split(":")[1] for key in tx.run(_OF_VISIT, {"visit": visit}).scalars())
    rows = ((uid, tx.run(_BY_UID, {"wanted": uid}).one()) for uid in uids)
    return [Referral(uid, row.referrer, row.withdrawn_at is None) for uid, row in rows]


def visits_paid(tx: Tx, uid: str) -> list[int]:
    """Keys of the visits that a referral has paid for, whatever became of it."""
    return list(tx.run(_PAID_VISITS, _range(uid)).scalars())


def was_referred(tx: Tx, friend: int) -> str:
    """The uid of the referral of this customer, withdrawn or not; "" without one."""
    row = tx.run(_OF_FRIEND, {"friend": friend}).one_or_none()
    return "" if row is None else str(row.uid)


def brought_by(tx: Tx, friend: int) -> tuple[int, datetime] | None:
    """(key, UTC instant of the note) of who brought this customer, None where nobody did."""
    row = tx.run(_BROUGHT, {"friend": friend}).one_or_none()
    return None if row is None else (row.referrer, row.at)


def friends_of(tx: Tx, referrer: int) -> list[tuple[int, datetime]]:
    """(key, UTC instant of the note) of the customers whom this one brought, newest first."""
    return [(row.friend, row.at) for row in tx.run(_FRIENDS, {"referrer": referrer})]


def code_of(tx: Tx, customer_key: int) -> str:
    """A customer's referral code, "" where there is none yet."""
    row = tx.run(_CODE_OF, {"customer": customer_key}).one_or_none()
    return "" if row is None else str(row.code)


def customer_of_code(tx: Tx, code: str) -> int | None:
    """Whose referral code this is."""
    row = tx.run(_BY_CODE, {"code": code}).one_or_none()
    return None if row is None else int(row.customer)


def share_a_number(tx: Tx, one: int, other: int) -> bool:
    """Whether two customers have a number or an address in common."""
    return tx.run(_SHARED, {"one": one, "other": other}).first() is not None


def paid_for(tx: Tx, uid: str) -> tuple[Paid, ...]:
    """The entries that a referral wrote, by the beginning of their keys."""
    return tuple(Paid(row.id, row.visit, row.amount, row.key) for row in tx.run(_PAID, _range(uid)))


def _range(uid: str) -> dict[str, str]:
    """Where the keys of what a referral wrote begin and end."""
    return {"first": f"referral:{uid}:", "last": f"referral:{uid};"}
