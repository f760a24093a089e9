"""What the list and one person's page show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from retention_desktop.domain.consent import ConsentEvent
    from retention_desktop.domain.customer import ContactPoint, Customer
    from retention_desktop.domain.ledger import Balance
    from retention_desktop.domain.programme import Reward
    from retention_desktop.domain.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRow:
    """One line of the list.

    Attributes:
        phone: E.164 of the first number, "" without one.
        consent: promo consent at that number: True, False (withdrawn or suppressed), None (never asked).
        points, punches: balances today.
    """

    key: int
    uid: str
    name: str
    kana: str
    kind: str
    phone: str
    consent: bool | None
    last_visit_day: date | None
    visit_count: int
    spend: int
    points: int
    punches: int
    stage: Stage
    tags: tuple[str, ...]
    sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerDetail:
    """Everything one person's page shows, but for the timeline (`history.timeline`)."""

    customer: Customer
    contacts: tuple[ContactPoint, ...]
    tags: tuple[str, ...]
    consents: tuple[ConsentEvent, ...]
    balances: tuple[Balance, ...]
    rewards: tuple[Reward, ...]
    stage: Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """A bonus that both records of one person got; `cause` is "signup" or "birthday"."""

    entry: str
    cause: str
    unit: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What merging two records did: who stays, and which bonuses are there twice now (`Loyalty.take_back_award`)."""

    customer: str
    operation: str
    duplicates: tuple[Duplicate, ...]
