"""Using what stands on the loyalty page, and taking that back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from retention_desktop.errors import ShopError
from ui.loyalty.standing_draft import StandingDraft
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.shop import Shop
    from ui.loyalty.draft import ProgrammeDraft
    from ui.loyalty.page import LoyaltyPage


class Saving:
    """The draft's way into the shop.

    Attributes:
        standing: the standing discounts on the page.
    """

    def __init__(self, page: LoyaltyPage) -> None:
        self._page = page
        self._draft = page.editing.draft
        self._shop: Shop | None = None
        self.standing = StandingDraft(page.editing)

    @property
    def dirty(self) -> bool:
        """Whether anything on the page differs from what is in use."""
        return self._draft.dirty or self.standing.dirty

    def attach(self, shop: Shop) -> None:
        """The shop is open."""
        self._shop = shop

    def forget_changes(self) -> None:
        """Everything as it is in use again."""
        self._draft.forget_changes()
        self.standing.forget_changes()

    def save(self) -> None:
        """Use what differs, from now on; nothing on the page may be wrong."""
        if self._shop is None or not self.dirty:
            return
        done: list[str] = []
        standing = self.standing.kept if self.standing.dirty else None
        try:
            if standing is not None:
                self._shop.standing_discounts.save(self.standing.discounts)
            for one in self._draft.programmes:
                done += self._save_one(self._shop, one) if one.dirty else []
        except ShopError as error:
            self._page.kit.notices.failed(self._page, error)
            self._page.reload()
            return
        self._page.reload()
        said = tr("Saving", "In use from now on. Visits until now stay as they were.")
        self._page.kit.notices.toast(self._page, said, undo=lambda: self.take_back(done, standing))

    def take_back(self, operations: Sequence[str], standing: Sequence[dict[str, Any]] | None = None) -> None:
        """Undo these operations, the last first, and use these standing discounts again."""
        if self._shop is None:
            return
        try:
            if standing is not None:
                self._shop.standing_discounts.save(standing)
            for operation in reversed(operations):
                self._shop.history.undo(operation)
        except ShopError as error:
            self._page.kit.notices.failed(self._page, error)
        self._page.reload()

    def _save_one(self, shop: Shop, one: ProgrammeDraft) -> list[str]:
        """Uid of the operation; none where the shop found nothing to write."""
        if one.is_new:
            saved = shop.rules.add(one.unit, one.name, one.terms)
            self._draft.forget(one.uid)
        else:
            saved = shop.rules.save(one.uid, one.terms, name=one.name, active=one.active)
        return [saved.operation] if saved.operation else []
