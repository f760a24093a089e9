"""Programmes and balances."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retention_desktop import settings
from retention_desktop.books import people, points
from retention_desktop.storage import loyalty_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from retention_desktop.domain.ledger import Balance
    from retention_desktop.domain.programme import Programme, Reward
    from retention_desktop.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What a customer has at an instant (UTC)."""

    customer: str
    at: datetime
    balances: tuple[Balance, ...]
    rewards: tuple[Reward, ...]


class Loyalty:
    """The shop's loyalty programmes."""

    def __init__(self, db: Database, clock: Callable[[], datetime]) -> None:
        self._db = db
        self._clock = clock

    def programmes(self) -> tuple[Programme, ...]:
        """The programmes that are switched on."""
        with self._db.read() as tx:
            return loyalty_store.active_programmes(tx)

    def holdings(self, uid: str, at: datetime | None = None) -> Holdings:
        """Balances and rewards of a customer, by default now; `at` decides which lots have lapsed.

        Raises ShopError customer_not_found.
        """
        moment = at or self._clock()
        with self._db.read() as tx:
            person = people.known(tx, uid)
            day = moment.astimezone(settings.read(tx).zone_info).date()
            return Holdings(
                customer=uid, at=moment, balances=points.balances(tx, person.key, day, moment),
                rewards=loyalty_store.rewards_of(tx, person.key),
            )  # fmt: skip
