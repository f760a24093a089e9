"""The standing discounts as they stand on the page beside those in use."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from ui.loyalty.standing_cards import LIST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.loyalty.editing import Editing


class StandingDraft:
    """Loads, compares and forgets; the fields write into the sheet."""

    def __init__(self, editing: Editing) -> None:
        self._sheet = editing.standing.sheet
        self._kept: list[dict[str, Any]] = []

    @property
    def discounts(self) -> list[dict[str, Any]]:
        """As they stand on the page."""
        found: list[dict[str, Any]] = self._sheet.value("", (LIST,), [])
        return found

    @property
    def kept(self) -> list[dict[str, Any]]:
        """Those in use."""
        return self._kept

    @property
    def dirty(self) -> bool:
        """Whether anything differs from what is in use."""
        return self.discounts != self._kept

    def load(self, kept: Sequence[dict[str, Any]]) -> None:
        """Show what is in use now; what is being changed stays as typed."""
        dirty = self.dirty
        self._kept = deepcopy(list(kept))
        if not dirty and self.discounts != self._kept:
            self.forget_changes()

    def forget_changes(self) -> None:
        """Everything as it is in use again."""
        self.write(self._kept)

    def write(self, discounts: Sequence[dict[str, Any]]) -> None:
        """These instead of what stands on the page."""
        self._sheet.top("")[LIST] = deepcopy(list(discounts))
        self._sheet.reshape()
