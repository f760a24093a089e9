"""The lines of those whom a search found: who it is, when they last came, what is on their punch card."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from retention_desktop.books.running import running_cards
from retention_desktop.storage import finding_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from retention_desktop.domain.match import Match
    from retention_desktop.storage.plain import Reader


def read(reader: Reader, keys: Sequence[int], day: date) -> tuple[Match, ...]:
    """The lines for these customers, in the order of their keys, on a day of the shop's calendar."""
    known = finding_store.people(reader, keys)
    cards = running_cards(reader, list(known), day)
    return tuple(
        replace(known[key], punches=card.punches, card_size=card.size, card_name=card.name)
        if (card := cards.get(key)) is not None
        else known[key]
        for key in keys
        if key in known
    )
