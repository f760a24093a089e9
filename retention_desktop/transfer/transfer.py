"""The use case: prepare an import without writing, run it, export everybody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from retention_desktop import settings
from retention_desktop.books import journal, points
from retention_desktop.domain.money import exponent
from retention_desktop.errors import ShopError
from retention_desktop.storage import import_store, import_writer, visit_store
from retention_desktop.transfer.bulk import without_collecting
from retention_desktop.transfer.exporting import export_people
from retention_desktop.transfer.matching import PeoplePlan, plan_people
from retention_desktop.transfer.people_writer import PeopleWriter, ready_row
from retention_desktop.transfer.prepared import PREVIEWED, Imported, Peeked, Prepared, describe, missing_columns
from retention_desktop.transfer.sheet import read_table
from retention_desktop.transfer.visits import plan_visits, write_visits

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from retention_desktop.domain.columns import Sheet
    from retention_desktop.domain.operation import Operation
    from retention_desktop.settings import Settings, ShopSettings
    from retention_desktop.storage.database import Database, Tx
    from retention_desktop.transfer.exporting import Exported
    from retention_desktop.transfer.prepared import Progress, Stop
    from retention_desktop.transfer.sheet import Table
    from retention_desktop.transfer.visits import VisitPlan


class Transfer:
    """Files in and out.

    Args:
        allow: raises ShopError needs_owner where whoever is at the desk may not take the list away.
        staff: the name of whoever is at the desk.
    """

    def __init__(
        self, db: Database, clock: Callable[[], datetime], new_uid: Callable[[], str], settings: Settings, *,
        allow: Callable[[], object] = lambda: None, staff: Callable[[], str] = lambda: "",
    ) -> None:  # fmt: skip
        self._allow = allow
        self._staff = staff
        self._db = db
        self._clock = clock
        self._new_uid = new_uid
        self._settings = settings

    def peek(self, path: Path | str, *, kind: Sheet = "customers", encoding: str | None = None) -> Peeked:
        """A file's columns as guessed and its first rows. Raises what `prepare` raises, but for `columns_missing`."""
        table = read_table(Path(path), kind, encoding, None)
        return Peeked(
            file=table.file, encoding=table.encoding, columns=table.columns,
            rows=tuple(map(tuple, table.rows[:PREVIEWED])),
        )  # fmt: skip

    @without_collecting()
    def prepare(
        self, path: Path | str, *, kind: Sheet = "customers", encoding: str | None = None,
        mapping: Mapping[int, str | None] | None = None, currency: str | None = None,
        progress: Progress | None = None, stop: Stop | None = None,
    ) -> Prepared:  # fmt: skip
        """Read a file, make everything ready and match it against the store, without writing.

        Args:
            path: CSV in any encoding of the ladder, or a workbook.
            kind: what its rows are.
            encoding: None = find out.
            mapping: kind by column number (from 0) where somebody chose; an empty one confirms what was guessed.
            currency: of amounts; None = as the heading says (`amount_usd`), else the shop's.

        Raises:
            ShopError: file_not_found, file_unreadable, file_empty, file_too_large, file_not_text, encoding_unknown,
                format_unknown, columns_missing (neither names nor numbers; visits without a day), currency_unknown,
                stopped.
        """
        table = read_table(Path(path), kind, encoding, mapping)
        _tell(progress, 0, len(table.rows))
        _heed(stop)
        missing = missing_columns(table, kind)
        if {"display_name", "phone"} <= set(missing) or "day" in missing:
            raise ShopError("columns_missing", file=table.file, columns=", ".join(missing))
        wanted = _currency(table, currency, self._settings.now.currency)
        with self._db.read() as tx:
            now = settings.read(tx)
            plan = _plan(tx, table, kind, wanted, now, self._clock())
            before = import_store.imported_at(tx, table.digest)
        _heed(stop)
        _tell(progress, len(table.rows), len(table.rows))
        known = None if before is None else before.astimezone(now.zone_info).date()
        return describe(table, kind, plan, wanted, () if mapping is not None else missing, known)

    @without_collecting()
    def run(
        self, prepared: Prepared, *, consent: str | None = None, again: bool = False, earn: bool = False,
        progress: Progress | None = None, stop: Stop | None = None,
    ) -> Imported:  # fmt: skip
        """Write a prepared import as one operation that only adds.

        Args:
            prepared: by `prepare`; matched anew where the store has changed since.
            consent: the wording these people agreed to; None = they were not asked.
            again: import a file a second time.
            earn: imported visits earn punches and points.
            progress: hears rows written, and all of them.
            stop: looked at until the last row; then nothing of it is kept.

        Raises:
            ShopError: already_imported, columns_missing, stopped, disk_full, store_busy.
        """
        if prepared.missing:
            raise ShopError("columns_missing", file=prepared.file, columns=", ".join(prepared.missing))
        fresh = self._matched_anew(prepared)
        with self._db.write() as tx:
            if import_store.newest_change(tx) != fresh.plan.seen:
                fresh = self._again(tx, fresh)
            self._refuse_again(tx, fresh, again=again)
            operation = journal.begin(tx, "import", self._new_uid(), self._clock(), staff=self._staff())
            self._write(tx, operation, fresh, consent, _Counter(fresh.rows, progress, stop), earn=earn)
            import_writer.note_file(tx, operation, fresh.table.digest, fresh.file, fresh.kind, fresh.rows)
        return _imported(operation, fresh)

    def import_customers(self, path: Path | str, *, consent: str | None = None, again: bool = False) -> Imported:
        """Prepare and run in one step, for callers without a preview. Raises what both raise."""
        return self.run(self.prepare(path), consent=consent, again=again)

    def export(
        self, path: Path | str, *, encoding: str | None = None,
        progress: Progress | None = None, stop: Stop | None = None,
    ) -> Exported:  # fmt: skip
        """Write all customers to .csv (UTF-8 with BOM, or `encoding="cp932"`), .xlsx or .vcf; phones in E.164.

        Raises:
            ShopError: needs_owner, format_unknown, file_not_written, disk_full, stopped.
        """
        self._allow()
        language = self._settings.now.language
        with self._db.read() as tx:
            people = import_store.everybody(tx)
        _heed(stop)
        _tell(progress, 0, len(people))
        exported = export_people(Path(path), people, language, encoding)
        _tell(progress, len(people), len(people))
        return exported

    def _matched_anew(self, prepared: Prepared) -> Prepared:
        with self._db.read() as tx:
            if import_store.newest_change(tx) == prepared.plan.seen:
                return prepared
            return self._again(tx, prepared)

    def _again(self, tx: Tx, prepared: Prepared) -> Prepared:
        plan = _plan(tx, prepared.table, prepared.kind, prepared.currency, settings.read(tx), self._clock())
        fresh = describe(prepared.table, prepared.kind, plan, prepared.currency, (), prepared.already_imported)
        return replace(fresh, preview=prepared.preview)

    def _refuse_again(self, tx: Tx, prepared: Prepared, *, again: bool) -> None:
        before = None if again else import_store.imported_at(tx, prepared.table.digest)
        if before is not None:
            day = before.astimezone(settings.read(tx).zone_info).date()
            raise ShopError("already_imported", file=prepared.file, day=day.isoformat())

    def _write(
        self, tx: Tx, operation: Operation, prepared: Prepared, consent: str | None, counter: _Counter, *, earn: bool
    ) -> None:
        uids = import_writer.uid_series(self._new_uid())
        people = PeopleWriter(tx, operation, uids, counter.add)
        if isinstance(prepared.plan, PeoplePlan):
            people.write(prepared.plan, consent)
            return
        plan = prepared.plan
        added = PeopleWriter(tx, operation, uids, lambda _: None).add_people(plan.new, list(map(ready_row, plan.new)))
        keys = plan.known | {person.member_number: key for key, person in zip(added, plan.new, strict=True)}
        visits = write_visits(tx, operation, plan, uids, keys, counter.add)
        for key in visits if earn else ():
            points.settle_visit(tx, operation, visit_store.visit_by_key(tx, key), self._new_uid, new=True)


class _Counter:
    """Counts rows written, tells about it, and stops when asked."""

    def __init__(self, total: int, progress: Progress | None, stop: Stop | None) -> None:
        self._total = total
        self._progress = progress
        self._stop = stop
        self._done = 0

    def add(self, rows: int) -> None:
        """So many more are in. Raises ShopError stopped."""
        self._done += rows
        _heed(self._stop)
        _tell(self._progress, min(self._done, self._total), self._total)


def _plan(tx: Tx, table: Table, kind: Sheet, currency: str, now: ShopSettings, at: datetime) -> PeoplePlan | VisitPlan:
    local = at.astimezone(now.zone_info)
    if kind == "customers":
        return plan_people(tx, table, now.region, local.date())
    return plan_visits(tx, table, now.region, currency, local)


def _currency(table: Table, chosen: str | None, shops: str) -> str:
    """The currency of a file's amounts. Raises ShopError currency_unknown."""
    named = next((column.currency for column in table.columns if column.kind == "amount"), "")
    currency = chosen or named or shops
    exponent(currency)
    return currency


def _imported(operation: Operation, done: Prepared) -> Imported:
    return Imported(
        import_uid=operation.uid, kind=done.kind, encoding=done.encoding, rows=done.rows, created=done.created,
        merged=done.merged, skipped=done.skipped, reasons=done.reasons, problems=done.problems,
        customers_created=done.customers_created,
    )  # fmt: skip


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None:
        progress(done, total)


def _heed(stop: Stop | None) -> None:
    """Raises ShopError stopped where somebody asked to."""
    if stop is not None and stop.is_set():
        raise ShopError("stopped")
