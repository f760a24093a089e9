"""Something in the store that does not add up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One proof that failed: which, at which row, what it should be and what it is."""

    code: str
    where: str
    expected: str
    found: str
