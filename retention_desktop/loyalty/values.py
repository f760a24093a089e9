"""What Loyalty tells: holdings, what was written by hand, an award, why an entry is what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from retention_desktop.domain.ledger import Balance
    from retention_desktop.domain.programme import Reward
    from retention_desktop.domain.terms import Rule, Terms
    from retention_desktop.storage.ledger_store import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What a customer has at an instant (UTC)."""

    customer: str
    at: datetime
    balances: tuple[Balance, ...]
    rewards: tuple[Reward, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjusted:
    """What was written by hand; `operation` "" where it was written before under the same key."""

    operation: str
    customer: str
    programme: str
    amount: int
    balances: tuple[Balance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Awarded:
    """A one-time award that was paid now."""

    customer: str
    programme: str
    unit: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why an entry is what it is: the facts of one sentence.

    Attributes:
        entry: what was written; its `breakdown` holds amounts, rules (by id), promotion, tier percent, caps.
        terms: those it was written under, None where no version applies.
        number: that version's number, 0 without one.
    """

    entry: Entry
    terms: Terms | None
    number: int

    def rules(self) -> tuple[tuple[Rule, int], ...]:
        """The rules that gave something, each with what it gave."""
        given: dict[str, int] = self.entry.breakdown.get("rules", {})
        known = {rule.id: rule for rule in self.terms.rules} if self.terms else {}
        return tuple((known[rule], amount) for rule, amount in given.items() if rule in known)
