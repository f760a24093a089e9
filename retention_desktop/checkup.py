"""The proofs behind `check`: the file, the ledger, the lots, the caches, the outbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retention_desktop.storage import checkup_store

if TYPE_CHECKING:
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
    entries: int
    accounts: int
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Nothing is wrong."""
        return self.file == "ok" and not self.findings


class Checkups:
    """Proves the store."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def check(self) -> Checkup:
        """Prove that every sum the shop relies on still follows from its source."""
        file = self._db.integrity()
        if file != "ok":
            return Checkup(file=file, entries=0, accounts=0, findings=())
        with self._db.read() as tx:
            entries, accounts = checkup_store.sizes(tx)
            return Checkup(file=file, entries=entries, accounts=accounts, findings=tuple(checkup_store.findings(tx)))
