"""Who a search found: enough of each person to tell two apart without a full number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One person found.

    Attributes:
        punches, card_size: of the fullest running card, 0 without one.
        card_name: its programme's, where the shop has several cards; else "".
    """

    uid: str
    name: str
    kana: str
    kind: str
    last_four: str
    member_number: str
    birth_month: int | None
    last_visit_day: date | None
    visit_count: int
    punches: int = 0
    card_size: int = 0
    card_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """Who was found; `exact`: the first is the only whole member number or phone, as a scanner types it."""

    query: str
    people: tuple[Match, ...]
    exact: bool
