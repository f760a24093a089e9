"""One-time awards: what the rules give for signing up, a birthday, an answered survey or a mission, each paid once.

One that was taken back whole, by an undo, counts as not paid and may be paid again. Keys:
`<cause>:<customer uid>:<programme uid>[:<name or year>]`, with a number before it from the second time on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from retention_desktop.books.points.by_hand import ByHand, give
from retention_desktop.domain.awards import awards, numbered_key
from retention_desktop.storage import award_store, loyalty_store, merge_store

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
        """The idempotency key, without the number it has from the second time on."""
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
    """Whether it was paid before, and any of it not taken back.

    Once a person: what was paid to a record that was merged into this one counts.
    """
    records = (award.customer, *merge_store.merged_here(tx, award.person))
    return any(award_store.given(tx, replace(award, customer=uid).idem).stands for uid in records)


def pay_award(tx: Tx, operation: Operation, award: Award, new_uid: Callable[[], str]) -> None:
    """Pay it; the caller has made sure that it was not paid before."""
    idem = numbered_key(award.idem, award_store.given(tx, award.idem).times)
    why = ByHand(kind="bonus", idem=idem, facts={"cause": award.cause, "name": award.name})
    give(tx, operation, award.programme, award.person, award.amount, why, new_uid)
