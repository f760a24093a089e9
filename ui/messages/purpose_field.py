"""Offer or service message: a choice the owner must make, so nothing is chosen at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.domain.sending_policy import Purpose
from ui.shared.language import tr
from ui.shared.segmented import Segmented

if TYPE_CHECKING:
    from ui.shared.theme import Theme


class PurposeField(Segmented):
    """Two joined choices of which none may hold."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            tr("PurposeField", "What kind of message"),
            [
                (Purpose.PROMO, tr("PurposeField", "Offer")),
                (Purpose.SERVICE, tr("PurposeField", "Service message")),
            ],
        )
        self.show_purpose(None)

    @property
    def purpose(self) -> Purpose | None:
        """What was chosen, None = nothing yet."""
        return Purpose(self.value) if self._group.checkedId() >= 0 else None

    def show_purpose(self, purpose: Purpose | None) -> None:
        """Make it hold without `chosen`; None takes the choice back."""
        if purpose is not None:
            self.choose(purpose)
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setAutoExclusive(False)
            button.setChecked(False)
        self._group.setExclusive(True)
