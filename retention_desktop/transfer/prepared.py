"""An import before and after it is written, as its callers see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

from retention_desktop.transfer.findings import Finding, PreviewRow, Problem
from retention_desktop.transfer.visits import VisitPlan

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from retention_desktop.domain.columns import Column, Sheet
    from retention_desktop.transfer.matching import PeoplePlan
    from retention_desktop.transfer.sheet import Table

    Progress = Callable[[int, int], None]

PREVIEWED: Final = 20
_WANTED: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "customers": (("display_name", "family", "kana"), ("phone",)),
    "visits": (("customer",), ("day",)),
}
"""Kinds of columns of which one each is wanted; the first names them all."""


class Stop(Protocol):
    """Somebody may ask long work to stop: a `threading.Event`."""

    def is_set(self) -> bool:
        """Whether they have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Peeked:
    """A file's columns and first rows, before anything is read into them: for choosing columns by hand."""

    file: str
    encoding: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An import as it would be; nothing is written yet.

    Attributes:
        file: its name, without the folder.
        kind: "customers" or "visits".
        encoding: as Python names it ("utf-8-sig", "cp932", ...), or "workbook".
        rows: below the headings; always created + merged + skipped.
        created, merged, skipped: rows; for visits `created` counts visits.
        reasons: how many rows are skipped, by reason: "blank", "phone_invalid", "day_invalid".
        customers_created: people added; for customers the same as `created`.
        problems: by row.
        repaired: rows whose number got its leading zero back.
        preview: the first 20 rows.
        missing: kinds of columns that were not found and are wanted ("phone", "display_name", "customer", "day").
        already_imported: the shop's day on which this very file was imported before.
    """

    file: str
    kind: Sheet
    encoding: str
    columns: tuple[Column, ...]
    rows: int
    created: int
    merged: int
    skipped: int
    reasons: dict[str, int]
    customers_created: int
    problems: tuple[Problem, ...]
    repaired: int
    preview: tuple[PreviewRow, ...]
    currency: str
    missing: tuple[str, ...]
    already_imported: date | None
    table: Table = field(repr=False)
    plan: PeoplePlan | VisitPlan = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did; `import_uid` is its operation's uid, the one to undo."""

    import_uid: str
    kind: Sheet
    encoding: str
    rows: int
    created: int
    merged: int
    skipped: int
    reasons: dict[str, int]
    problems: tuple[Problem, ...]
    customers_created: int


def missing_columns(table: Table, kind: Sheet) -> tuple[str, ...]:
    """The kinds of columns that are wanted and not there."""
    there = {column.kind for column in table.columns}
    return tuple(kinds[0] for kinds in _WANTED[kind] if there.isdisjoint(kinds))


def describe(
    table: Table, kind: Sheet, plan: PeoplePlan | VisitPlan, currency: str, missing: tuple[str, ...], known: date | None
) -> Prepared:
    """The plan with everything that a preview shows of it."""
    notes = {} if isinstance(plan, VisitPlan) else plan.read.notes
    repaired = sum(any(note.code == "leading_zero_restored" for note in of_row) for of_row in notes.values())
    return Prepared(
        file=table.file, kind=kind, encoding=table.encoding, columns=table.columns, rows=len(table.rows),
        created=plan.created, merged=plan.merged, skipped=plan.skipped, reasons=plan.reasons,
        customers_created=len(plan.new), problems=tuple(plan.problems), repaired=repaired,
        preview=_preview(table, plan, notes), currency=currency, missing=missing, already_imported=known, table=table,
        plan=plan,
    )  # fmt: skip


def _preview(table: Table, plan: PeoplePlan | VisitPlan, notes: dict[int, list[Finding]]) -> tuple[PreviewRow, ...]:
    lines = range(table.first, table.first + PREVIEWED)
    found: dict[int, list[Finding]] = {line: list(notes.get(line, ())) for line in lines}
    for problem in plan.problems:
        if problem.row in found:
            found[problem.row].append(Finding(problem.column, problem.code))
    skipped = plan.skipped_rows
    return tuple(
        PreviewRow(
            row=line, cells=tuple(cells), outcome=plan.outcomes.get(line, "created"), reason=skipped.get(line, ""),
            findings=tuple(found[line]),
        )
        for line, cells in zip(lines, table.rows, strict=False)
    )  # fmt: skip
