"""What a person has collected, ready to be shown: balances, tier, punch cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.shared.punch_card import Punch


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceView:
    """One programme's balance.

    Attributes:
        programme: uid.
        unit: "point" or "credit".
        amount: points, or minor units of credit.
        currency: of the credit.
    """

    programme: str
    name: str
    unit: str
    amount: int
    currency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView:
    """The next reward that points buy.

    Attributes:
        points: what it costs.
    """

    name: str
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """One punch card.

    Attributes:
        programme: uid.
        places: every place in order.
        done, size: punches on it, and how many fill it.
        reward: what a full card gives.
        until: the day it lapses, in words; "" = never.
        old_terms: it runs on under older terms than those in force.
    """

    programme: str
    name: str
    places: tuple[Punch, ...]
    done: int
    size: int
    reward: str
    until: str = ""
    old_terms: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectedView:
    """All of it.

    Attributes:
        balances: the first is shown large.
        goal: None where points buy nothing, or everything is in reach.
        tier: the level's name, "" for none.
        ahead: what is missing to the next level, in words.
    """

    balances: tuple[BalanceView, ...] = ()
    goal: GoalView | None = None
    tier: str = ""
    ahead: str = ""
    cards: tuple[CardView, ...] = ()
