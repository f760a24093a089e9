"""Giving money of a visit back, from the customer's timeline."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from retention_desktop.errors import ShopError
from ui.shared.language import tr
from ui.shared.refund_form import RefundForm
from ui.shared.refund_goods import return_lines
from ui.shared.refund_words import refund_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.shop import Shop
    from ui.customers.actions import Actions
    from ui.shared.kit import Kit


class Refunding(QObject):
    """The form above the timeline, and what it does.

    Attributes:
        form: to be laid out; hidden while nothing is given back.
        done: money was given back.
        asked: the form has opened (True) or closed.
    """

    done = Signal()
    asked = Signal(bool)

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._shop: Shop | None = None
        self._actions: Actions | None = None
        self.form = RefundForm(kit, narrow=True)
        self.form.hide()
        self.form.cancelled.connect(self.close)
        self.form.submitted.connect(self._give_back)

    def attach(self, shop: Shop, actions: Actions) -> None:
        """Give back through this shop from now on."""
        self._shop, self._actions = shop, actions

    def close(self) -> None:
        """Leave it."""
        self.form.hide()
        self.asked.emit(False)

    def begin(self, visit: str, who: str) -> None:
        """Ask how much of a visit is given back."""
        shop = self._shop
        if shop is None or self._actions is None:
            return
        try:
            bill = shop.desk.bill(visit)
        except ShopError as error:
            self._actions.say(error)
            return
        today = self._kit.clock().astimezone(shop.settings.now.zone_info).date()
        day = self._kit.formats.short_day(bill.visit.day, today)
        title = tr("Refunding", "Refund: {who}, {day}").format(who=who, day=day)
        self.form.show()
        self.asked.emit(True)
        self.form.start(
            visit, title, bill.left, bill.visit.currency,
            lambda amount, units: refund_words(shop, self._kit, visit, amount, units), return_lines(bill),
        )  # fmt: skip

    def _give_back(self, visit: str, amount: int, units: dict[str, int]) -> None:
        if self._shop is None or self._actions is None:
            return
        key = self._shop.desk.new_key()
        money = self._kit.formats.money(amount, self._shop.settings.now.currency)
        self._actions.run(
            partial(self._shop.desk.refund, visit, amount=amount, lines=units, key=key),
            tr("Refunding", "{money} given back").format(money=money), icon="undo-2", then=self._finish,
            failed=partial(self._refused, partial(self._give_back, visit, amount, units)),
        )  # fmt: skip

    def _refused(self, again: Callable[[], object], error: ShopError) -> None:
        """A visit of an earlier day is the owner's to change; anything else is said beside the amount."""
        from ui.shared.owner_pin import ask_owner  # noqa: PLC0415 - only where somebody is signed in

        if self._shop is None:
            return
        if not ask_owner(self._kit, self._shop.staff, error, self.form.window(), again):
            self.form.show_error(error)

    def _finish(self) -> None:
        self.close()
        self.done.emit()
