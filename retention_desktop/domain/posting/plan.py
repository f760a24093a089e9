"""What a plan holds: the entries to append in order, the rewards to issue or move, the account afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from retention_desktop.domain.account import AccountState
    from retention_desktop.domain.terms import Present

PLANNED: Final = 2**60
"""Keys of planned entries begin here: no store is that large, and what is planned sorts after what is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """What the entries of one step share.

    Attributes:
        occurred: UTC instant of what happened (a visit's own, when it is back-dated).
        visit: key of the visit they belong to.
        version: key of the programme version they follow.
        reason: in a person's words, where there is no visit.
        breakdown: the facts an explanation needs.
    """

    occurred: datetime
    visit: int | None = None
    version: int | None = None
    reason: str = ""
    breakdown: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """An entry to append.

    Attributes:
        key: a stand-in (`PLANNED` and up) until the store gives it one; allocations and rewards may name it.
        account: the store's key.
        idem: the idempotency key.
        allocations: (lot, amount) pairs; takes > 0, gives back < 0.
    """

    key: int
    uid: str
    account: int
    kind: str
    amount: int
    idem: str
    cause: Cause
    allocations: tuple[tuple[int, int], ...] = ()
    expires_on: date | None = None
    idle_months: int | None = None
    reverses: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReward:
    """A reward to issue: bought by the entry `entry` (a filled card), or for the milestone `key`."""

    uid: str
    present: Present
    key: str | None = None
    entry: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RewardMove:
    """A reward that changes its state; `entry`: the debit that buys it now, None = as before."""

    uid: str
    state: str
    entry: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to write, in order.

    Attributes:
        issued: rewards that are new.
        moved: rewards that change their state.
        after: the account once all is written; its planned lots carry stand-in keys.
        posted: the account's sum for the cache.
        earliest: the first day on which an open lot lapses; None = none does.
        owed: what its lots are below zero by.
        oldest: no open lot has a smaller key, stand-in or not.
    """

    entries: tuple[NewEntry, ...]
    issued: tuple[NewReward, ...]
    moved: tuple[RewardMove, ...]
    after: AccountState
    posted: int
    earliest: date | None
    owed: int = 0
    oldest: int = 0
