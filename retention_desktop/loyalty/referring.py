"""Who brought whom: a customer's referral code, who brought them, and the friends they brought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retention_desktop.domain.codes import grouped
from retention_desktop.storage import customer_store, loyalty_store, referral_store, visit_store

if TYPE_CHECKING:
    from datetime import datetime

    from retention_desktop.domain.customer import Customer
    from retention_desktop.storage.database import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquainted:
    """The other side of a referral; `since` is the UTC instant at which it was noted, `came`: they were here."""

    uid: str
    name: str
    kind: str
    since: datetime
    came: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Referrals:
    """One customer's referrals.

    Attributes:
        code: what they hand to friends, "" where none was made yet; `shown` is how it is written for eyes.
        brought_by: who brought them, None for nobody.
        friends: whom they brought, newest first.
        open: it may still be noted who brought them: they have no visit.
        pays: (unit, points for them, points for the friend) by programme; empty where no rule pays.
    """

    code: str
    shown: str
    brought_by: Acquainted | None
    friends: tuple[Acquainted, ...]
    open: bool
    pays: tuple[tuple[str, int, int], ...]


def referrals_of(tx: Tx, person: Customer) -> Referrals:
    """What is known of a customer's referrals."""
    code = referral_store.code_of(tx, person.key)
    brought = referral_store.brought_by(tx, person.key)
    visited = bool(visit_store.visits_of(tx, person.key, 1))
    return Referrals(
        code=code, shown=grouped(code), brought_by=None if brought is None else _acquainted(tx, *brought),
        friends=tuple(_acquainted(tx, *one) for one in referral_store.friends_of(tx, person.key)),
        open=not visited and brought is None, pays=_pays(tx),
    )  # fmt: skip


def _acquainted(tx: Tx, key: int, since: datetime) -> Acquainted:
    person = customer_store.customer_by_key(tx, key)
    return Acquainted(
        uid=person.uid, name=person.display_name or person.kana, kind=person.kind, since=since,
        came=person.visit_count > 0,
    )  # fmt: skip


def _pays(tx: Tx) -> tuple[tuple[str, int, int], ...]:
    found = []
    for programme in loyalty_store.active_programmes(tx):
        rules = [rule for rule in programme.terms.rules if rule.kind == "referral" and rule.enabled]
        if rules:
            sums = sum(rule.points for rule in rules), sum(rule.friend_points for rule in rules)
            found.append((programme.unit, *sums))
    return tuple(found)
