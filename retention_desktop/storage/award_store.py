"""What is given once, and again where it was taken back: how often it was, and whether any of it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, func, select

from retention_desktop.domain.awards import numbered_key
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import ledger_entry

if TYPE_CHECKING:
    from retention_desktop.storage.database import Tx

_tree = (
    select(ledger_entry.c.id, ledger_entry.c.amount)
    .where(ledger_entry.c.key == bindparam("wanted"))
    .cte("tree", recursive=True)
)
_later = ledger_entry.alias("later")
_with_reversals = _tree.union_all(
    select(_later.c.id, _later.c.amount)
    .join(_tree, _later.c.reverses == _tree.c.id)
    .where(_later.c.kind.like("bonus%"))
)
_STANDING: Final = Prepared(select(func.sum(_with_reversals.c.amount)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was written under one key and its numbers.

    Attributes:
        times: how often, whatever became of it; the number of the next.
        stands: any of it was not taken back. What was spent before it was taken back stays had.
    """

    times: int
    stands: bool


def given(tx: Tx, key: str) -> Given:
    """How often this was given, and whether it stands, less what reversed it and what reversed that in its turn."""
    times, stands = 0, False
    while True:
        left = tx.run(_STANDING, {"wanted": numbered_key(key, times)}).scalar_one()
        if left is None:
            return Given(times=times, stands=stands)
        times, stands = times + 1, stands or left != 0
