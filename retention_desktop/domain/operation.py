"""An operation: one write of a use case, the unit of undo, timeline and "as of"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation of the journal; `undoes` is the key of the operation it takes back."""

    key: int
    uid: str
    kind: str
    at: datetime
    staff: str = ""
    undoes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an operation did to one row: only the changed fields; `before` is empty where the row was new."""

    table: str
    row_uid: str
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A row that an undo left as it is, and why."""

    uid: str
    reason: str
