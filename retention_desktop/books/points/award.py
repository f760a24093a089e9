"""One-time awards: what the rules give for signing up, a birthday, an answered survey or a mission, each paid once.

Keys: `<cause>:<customer uid>:<programme uid>[:<name or year>]`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retention_desktop.books.points.by_hand import ByHand, give
from retention_desktop.domain.awards import awards
from retention_desktop.storage import ledger_store, loyalty_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.programme import Programme
    from retention_desktop.storage.database import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """An award and whom it is for.

    Attributes:
        customer: uid; `person` is the key.
        cause: "signup", "birthday", "survey" or "mission".
        amount: points or punches, > 0.
        name: which survey or mission, which year's birthday; "" where there is only one.
    """

    customer: str
    person: int
    programme: Programme
    cause: str
    amount: int
    name: str = ""

    @property
    def idem(self) -> str:
        """The idempotency key."""
        end = f":{self.name}" if self.name else ""
        return f"{self.cause}:{self.customer}:{self.programme.uid}{end}"


def awards_for(
    tx: Tx, cause: str, customer: str, person: int, local: datetime, name: str = ""
) -> tuple[Award, ...]:  # fmt: skip
    """What the rules in force at `local` (in the shop's zone) give for this, paid already or not."""
    wanted = (
        (one, sum(rule.points for rule in awards(one.terms, cause, local, name)))
        for one in loyalty_store.active_programmes(tx)
    )
    return tuple(
        Award(customer=customer, person=person, programme=one, cause=cause, amount=amount, name=name)
        for one, amount in wanted if amount > 0
    )  # fmt: skip


def is_paid(tx: Tx, award: Award) -> bool:
    """Whether it was paid before."""
    return ledger_store.entry_by_idem(tx, award.idem) is not None


def pay_award(tx: Tx, operation: Operation, award: Award, new_uid: Callable[[], str]) -> None:
    """Pay it; the caller has made sure that it was not paid before."""
    why = ByHand(kind="bonus", idem=award.idem, facts={"cause": award.cause, "name": award.name})
    give(tx, operation, award.programme, award.person, award.amount, why, new_uid)
