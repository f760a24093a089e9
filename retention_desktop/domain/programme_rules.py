"""A programme as its owner edits it: its switch, its name and the terms of its newest version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeRules:
    """One programme with its newest version.

    Attributes:
        unit: "point", "punch" or "credit".
        active: whether it is switched on; one that is off neither earns nor is shown at the desk.
        number: which version this is, 1 for the first.
        since: UTC instant from which the version is in force.
        terms: JSON, see `domain.terms`.
        operation: uid of the operation that has just written it, to hand to an undo; "" where nothing was written.
    """

    key: int
    uid: str
    unit: str
    name: str
    active: bool
    number: int
    since: datetime
    terms: dict[str, Any]
    operation: str = ""
