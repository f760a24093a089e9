"""Which bonuses two records of one person got both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.customers.values import Duplicate
from retention_desktop.domain.awards import plain_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.storage.merge_store import Award


def duplicates(kept: Sequence[Award], moved: Sequence[Award]) -> tuple[Duplicate, ...]:
    """The bonuses of the one that the other has, too: the keys differ by the customer's uid only."""
    known = {_cause_of(award) for award in kept}
    return tuple(
        Duplicate(entry=award.entry, cause=plain_key(award.key).split(":")[0], unit=award.unit, amount=award.amount)
        for award in moved
        if _cause_of(award) in known
    )


def _cause_of(award: Award) -> tuple[str, ...]:
    kind, _, *rest = plain_key(award.key).split(":")
    return award.programme, kind, *rest
