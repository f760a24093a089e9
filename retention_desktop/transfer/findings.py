"""What was found in a sheet's rows, as codes; sentences are made where they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PROBLEMS: Final = (
    "phone_invalid",  # no number can be made of it, or there is none: not reachable
    "phone_partly",  # kept; the words beside the numbers went into the notes
    "phone_unlikely",  # kept; no such number range is known
    "birthday_invalid",  # left empty
    "birthday_unclear",  # several days could be meant; left empty
    "birthday_era",  # kept; the day lies outside the era it was written in
    "email_invalid",  # left out
    "conflict",  # the person is known with another value, which stays
    "amount_invalid",  # the visit is kept without an amount
    "day_invalid",  # the row is left out
    "day_unclear",  # several days could be meant; the row is left out
    "time_invalid",  # the visit is kept on its day, without a time
)
"""Every code of a `Problem`."""

NOTES: Final = ("leading_zero_restored", "phone_fixed")
"""What the preview shows besides problems: a number that was mended, a number no text message reaches."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about one cell that a person should look at.

    Attributes:
        row: line in the sheet, the headings being line 1.
        column: the column's heading, "" where it has none.
        code: one of `PROBLEMS`.
    """

    row: int
    column: str
    code: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem or a note for the preview; `value` is what was made of the cell (a number as people write it)."""

    column: str
    code: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One row as the preview shows it.

    Attributes:
        row: line in the sheet.
        cells: as they stand there.
        outcome: "created", "merged" or "skipped".
        reason: why it is skipped: "blank", "phone_invalid", "day_invalid"; "" otherwise.
        findings: in the order of the columns.
    """

    row: int
    cells: tuple[str, ...]
    outcome: str
    reason: str
    findings: tuple[Finding, ...]
