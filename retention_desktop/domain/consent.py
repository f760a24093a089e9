"""Consent: who agreed to what, when, where and in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentEvent:
    """One word given or taken back; never changed afterwards.

    Attributes:
        contact_point: key of the contact point it is about.
        purpose: "promo" or "service".
        given: False = withdrawn.
        source: "desk", "import", "owner", "provider" (the provider's stop list), "undo".
        wording: the sentence agreed to, "" where there was none.
        at: UTC instant.
        address: the address as typed, filled where a history is read.
    """

    uid: str
    contact_point: int
    purpose: str
    given: bool
    source: str
    wording: str
    at: datetime
    staff: str = ""
    address: str = ""
