"""Standing discounts: money off without a card or code, for a tag, a tier, or what a customer has bought so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from retention_desktop import settings
from retention_desktop.books import people, points
from retention_desktop.domain.standing_discount import Buyer, of_tier, read_discount, which_applies
from retention_desktop.domain.term_problems import discount_problems
from retention_desktop.errors import ShopError
from retention_desktop.storage import account_store, loyalty_store, purchase_store, settings_store, tag_store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from retention_desktop.domain.standing_discount import Applied, StandingDiscount
    from retention_desktop.domain.term_problems import Problem
    from retention_desktop.domain.terms import TierStep
    from retention_desktop.storage.database import Database, Tx


class StandingDiscounts:
    """The shop's standing discounts, kept with its settings.

    Args:
        allow: raises ShopError needs_owner where whoever is at the desk may not change rules.
    """

    def __init__(
        self, db: Database, clock: Callable[[], datetime], *, allow: Callable[[], object] = lambda: None
    ) -> None:
        self._db = db
        self._clock = clock
        self._allow = allow

    def all(self) -> tuple[dict[str, Any], ...]:
        """Those there are, as JSON (`domain.standing_discount`); switched-off ones too."""
        with self._db.read() as tx:
            return settings.read(tx).standing_discounts

    def problems(self, discounts: Sequence[dict[str, Any]]) -> tuple[Problem, ...]:
        """What is wrong with a list of them, field by field ("0.gives.percent"); () where it can be kept."""
        return discount_problems(list(discounts))

    def save(self, discounts: Sequence[dict[str, Any]]) -> None:
        """Keep this list instead of the one before; what they took off bills so far stays.

        Raises:
            ShopError: needs_owner; terms_invalid (its `problems` are the paths), with nothing written; store_busy.
        """
        self._allow()
        wrong = self.problems(discounts)
        if wrong:
            raise ShopError("terms_invalid", problems=", ".join(each.path for each in wrong))
        with self._db.write() as tx:
            settings_store.write(tx, "standing_discounts", list(discounts))

    def applies(self, customer: str, bill: int | None) -> Applied | None:
        """The discount for a customer now: of those that count, the one that takes most off this bill.

        Args:
            customer: uid.
            bill: minor units, None while no amount is known.

        Raises ShopError customer_not_found.
        """
        with self._db.read() as tx:
            return standing_discount(tx, people.known(tx, customer).key, bill, self._clock())


def standing_discount(tx: Tx, customer: int, bill: int | None, at: datetime) -> Applied | None:
    """As `StandingDiscounts.applies`, inside a transaction; `customer` is the store's key, `at` an aware instant."""
    now = settings.read(tx)
    local = at.astimezone(now.zone_info)
    steps = _steps(tx, customer, local.date())
    discounts = [read_discount(each) for each in now.standing_discounts]
    discounts += [each for each in map(of_tier, steps) if each is not None]
    if not discounts:
        return None
    return which_applies(discounts, _buyer(tx, customer, steps, discounts), bill, local)


def _steps(tx: Tx, customer: int, day: date) -> list[TierStep]:
    """The levels the customer holds, one a programme with tiers."""
    accounts = account_store.accounts_of(tx, customer)
    held = [
        points.standing(tx, programme, customer, accounts.get(programme.key), day).step
        for programme in loyalty_store.active_programmes(tx)
        if programme.terms.tiers
    ]
    return [step for step in held if step is not None]


def _buyer(tx: Tx, customer: int, steps: Sequence[TierStep], discounts: Sequence[StandingDiscount]) -> Buyer:
    """Visits are read only where a discount asks for them."""
    asked = any(each.entitled.kind in {"visits", "spend", "item"} for each in discounts)
    return Buyer(
        tags=frozenset(tag_store.tags_of(tx, [customer]).get(customer, ())),
        tiers=frozenset(step.id for step in steps),
        purchases=purchase_store.purchases(tx, customer) if asked else (),
    )
