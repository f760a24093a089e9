"""The proofs behind `check`: the file, the ledger, the lots, the caches, the outbox."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from retention_desktop.storage import checkup_store, proof_store

if TYPE_CHECKING:
    from concurrent.futures import Future

    from retention_desktop.domain.finding import Finding
    from retention_desktop.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """What was proven.

    Attributes:
        file: "ok", or what SQLite says is wrong.
        entries, accounts: how many were added up.
        findings: everything that does not add up.
    """

    file: str
    entries: int = 0
    accounts: int = 0
    findings: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """Nothing is wrong."""
        return self.file == "ok" and not self.findings


class Checkups:
    """Proves the store."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def check(self) -> Checkup:
        """Prove that every sum the shop relies on still follows from its source; not within a transaction.

        SQLite's own look at the file and at what refers to what, the longest part, is taken beside the proofs.
        """
        with ThreadPoolExecutor(max_workers=1) as beside:
            looking = beside.submit(self._db.integrity)
            linked = beside.submit(self._linked, looking)
            proven = self._prove(looking)
        if looking.result() != "ok":
            return Checkup(file=looking.result())
        return replace(proven, findings=proven.findings + linked.result())

    def _linked(self, looking: Future[str]) -> tuple[Finding, ...]:
        """Rows that refer to nothing; asked only of a file that is whole."""
        if looking.result() != "ok":
            return ()
        with self._db.read() as tx:
            return checkup_store.broken_links(tx)

    def _prove(self, looking: Future[str]) -> Checkup:
        """The proofs; what fails in a file that isn't whole is told by what SQLite says of the file."""
        try:
            with self._db.read() as tx:
                entries, accounts = checkup_store.sizes(tx)
                found = (*checkup_store.findings(tx), *proof_store.findings(tx))
        except Exception:
            if looking.result() == "ok":
                raise
            return Checkup(file=looking.result())
        return Checkup(file="ok", entries=entries, accounts=accounts, findings=found)
