"""Loyalty programmes, what a visit earned, and rewards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from retention_desktop.domain.earning import PointTerms, PunchTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A programme with the version in force.

    Attributes:
        unit: "point" or "punch".
        version: key of the version that `terms` belong to.
    """

    key: int
    uid: str
    unit: str
    name: str
    version: int
    terms: PointTerms | PunchTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class Earned:
    """What one operation changed in one programme; negative where points went back."""

    programme: str
    unit: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reward:
    """A reward someone has: `state` is "issued", "reserved", "used", "expired" or "given_back"."""

    uid: str
    name: str
    code: str
    state: str
    issued_at: datetime
    expires_on: date | None = None
