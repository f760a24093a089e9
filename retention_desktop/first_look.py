"""Finding customers in the moments between the window's first paint and the open shop.

The first search after a start is what is waited for, so it waits for nothing that it doesn't need: the driver reads,
no index is built, nothing is written or locked, and neither SQLAlchemy nor the other use cases are loaded. Whom it
finds, and what it says of them, comes from the same functions as the desk's own search (`books.finding`).
"""

from __future__ import annotations

import logging
import sqlite3
from typing import TYPE_CHECKING

from retention_desktop.books import finding, match_lines
from retention_desktop.domain.match import Matches
from retention_desktop.domain.shop_settings import read_settings
from retention_desktop.places import STORE
from retention_desktop.storage import finding_store
from retention_desktop.storage.first_reader import FirstReader
from retention_desktop.storage.search_scan import SearchScan

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path

    from retention_desktop.domain.shop_settings import ShopSettings

log = logging.getLogger(__name__)


class FirstLook:
    """Reads a store that is not open yet; made by `first_look`, used by one thread at a time."""

    def __init__(self, reader: FirstReader, kept: ShopSettings, clock: Callable[[], datetime]) -> None:
        self._reader = reader
        self._kept = kept
        self._clock = clock
        self._scan = SearchScan()

    @property
    def day(self) -> date:
        """Today on the shop's calendar."""
        return self._clock().astimezone(self._kept.zone_info).date()

    def find(self, query: str, most: int = 9) -> Matches | None:
        """Whoever this means, as `Desk.find` has it; None where the store can't be read just now."""
        try:
            with self._reader.view() as reader:
                found = finding.find(reader, self._scan, query, self._kept.region, most)
                return Matches(query=query, people=match_lines.read(reader, found.keys, self.day), exact=found.exact)
        except sqlite3.Error as error:
            log.info("the first look found nothing out: %s", type(error).__name__)
            return None

    def close(self) -> None:
        """Let go of the file; the shop is open."""
        self._reader.close()


def first_look(data: Path, clock: Callable[[], datetime]) -> FirstLook | None:
    """A first look at the shop in a data folder.

    None where that is not possible: the store is new, older or damaged, which opening the shop mends or tells.
    """
    reader = FirstReader.at(data / STORE)
    if reader is None:
        return None
    try:
        with reader.view():
            return FirstLook(reader, read_settings(finding_store.setting_texts(reader)), clock)
    except sqlite3.Error:
        reader.close()
        return None
