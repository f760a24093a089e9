"""Makes one customer of two chosen ones, and offers to take back a bonus that both had."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from retention_desktop.domain.staff import Deed
from retention_desktop.errors import ShopError
from ui.customers.amount_text import amount_words
from ui.customers.joined import listed
from ui.customers.merge_dialog import MergeDialog
from ui.shared.language import mark, tr
from ui.shared.owner_pin import ASKS, OwnerPin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.customers import Duplicate, Merged
    from retention_desktop.shop import Shop
    from ui.customers.actions import Actions
    from ui.customers.page import CustomersPage
    from ui.customers.shop_formats import ShopFormats

_CAUSES = {
    "signup": mark("Merging", "for signing up"),
    "birthday": mark("Merging", "for the birthday"),
    "survey": mark("Merging", "for a survey"),
    "mission": mark("Merging", "for a mission"),
}


class Merging(QObject):
    """What follows "Merge …".

    Args:
        page: where it asks and speaks up.
        shop: what is changed.
    """

    def __init__(self, page: CustomersPage, shop: Shop, actions: Actions, formats: ShopFormats) -> None:
        super().__init__(page)
        self._page = page
        self._shop = shop
        self._actions = actions
        self._formats = formats

    def ask(self, keys: Sequence[int]) -> None:
        """Show two chosen people side by side."""
        rows = self._shop.customers.rows(keys)
        if len(rows) != 2:
            return
        try:
            first, other = (self._shop.customers.detail(row.uid) for row in rows)
        except ShopError as error:
            self._actions.say(error)
            return
        dialog = MergeDialog(self._page.kit, (first, other), self._formats, self._page.window())
        dialog.agreed.connect(self.merge)
        dialog.open()

    def merge(self, keep: str, other: str) -> None:
        """Merge them and offer to take it back."""
        done: list[Merged] = []
        name = self._shop.customers.detail(keep).customer.display_name
        self._actions.run(
            lambda: done.append(self._shop.customers.merge(keep, other)),
            tr("Merging", "Two customers are one now: {name}").format(name=name), icon="merge",
            then=lambda: self._merged(done[0]), failed=partial(self._refused, keep, other),
        )  # fmt: skip

    def _merged(self, merged: Merged) -> None:
        self._page.reload()
        self._page.open_customer(merged.customer)
        if merged.duplicates:
            self._offer(merged.duplicates)

    def _offer(self, duplicates: Sequence[Duplicate]) -> None:
        sums = listed(self._words(one) for one in duplicates)
        question = tr("Merging", "Both had a bonus: {what}. Take the second one back?").format(what=sums)
        self._page.kit.notices.confirm(
            self._page, question, yes=tr("Merging", "Take it back"), on_yes=partial(self._take_back, duplicates)
        )

    def _words(self, one: Duplicate) -> str:
        amount = amount_words(self._formats, one.unit, one.amount)
        return " ".join(part for part in (amount, tr("Merging", _CAUSES.get(one.cause, ""))) if part)

    def _take_back(self, duplicates: Sequence[Duplicate]) -> None:
        for one in duplicates:
            said = tr("Merging", "Taken back: {what}").format(what=self._words(one))
            self._actions.run(
                partial(self._shop.loyalty.take_back_award, one.entry), said, icon="undo-2", then=self._page.reload
            )

    def _refused(self, keep: str, other: str, error: ShopError) -> None:
        if error.code not in ASKS:
            self._actions.say(error)
            return
        asked = OwnerPin(self._page.kit, self._shop.staff, Deed.MERGE, error, self._page.window())
        asked.granted.connect(partial(self.merge, keep, other))
        asked.open()
