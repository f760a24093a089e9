"""Which punch card a visit filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.books.running import RunningCard
from retention_desktop.storage import loyalty_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.storage.database import Tx


def filled_cards(tx: Tx, visits: Sequence[int]) -> dict[int, RunningCard]:
    """The card that each of these visits filled, by the visit's key; the others are not in it."""
    active = {one.key: one for one in loyalty_store.active_programmes(tx) if one.terms.card is not None}
    found = {}
    for visit, (key, version) in loyalty_store.cards_filled_by(tx, visits).items():
        card = loyalty_store.versions_of(tx, key)[version].card
        if card is not None:
            name = active[key].name if len(active) > 1 and key in active else ""
            found[visit] = RunningCard(punches=card.size, size=card.size, name=name)
    return found
