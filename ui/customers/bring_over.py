"""Writes points by hand into a person's account, with an owner's word where the desk may not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from retention_desktop.domain.staff import Deed
from ui.customers.paper_card import CorrectionCard, PaperCard
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.errors import ShopError
    from retention_desktop.loyalty import Loyalty
    from retention_desktop.shop import Shop
    from ui.customers.actions import Actions
    from ui.shared.kit import Kit


class BringOver(QObject):
    """Bringing over what stands on a paper card: the form and what follows it.

    Attributes:
        card: the form, hidden until `begin`.
        done: the account has changed.
    """

    done = Signal()

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._shop: Shop | None = None
        self._actions: Actions | None = None
        self._uid = ""
        self._name = ""
        self.card = self._form()
        self.card.hide()
        self.card.left.connect(self.card.hide)
        self.card.entered.connect(self._write)

    def _form(self) -> PaperCard:
        return PaperCard(self._kit.theme)

    def attach(self, shop: Shop, actions: Actions) -> None:
        """Write into this shop from now on."""
        self._shop, self._actions = shop, actions

    def begin(self, uid: str, name: str) -> None:
        """Ask what stands on this person's paper card."""
        if self._shop is not None and uid:
            self._uid, self._name = uid, name
            self.card.begin(self._shop.cards.offers())

    def _write(self, programme: str, amount: int, note: str, photo: bytes) -> None:
        if self._shop is None or self._actions is None:
            return
        said = self._said(amount).format(name=self._name)
        work = partial(self._deed(self._shop.loyalty, photo), self._uid, programme, amount, note)
        again = partial(self._write, programme, amount, note, photo)
        self._actions.run(work, said, icon="stamp", then=self._written, failed=partial(self._refused, again))

    def _said(self, _amount: int) -> str:
        return tr("BringOver", "Brought over from paper: {name}")

    def _deed(self, loyalty: Loyalty, photo: bytes) -> Callable[[str, str, int, str], object]:
        return partial(loyalty.opening, photo=photo)

    def _written(self) -> None:
        self.card.hide()
        self.done.emit()

    def _refused(self, again: partial[None], error: ShopError) -> None:
        from ui.shared.owner_pin import ASKS, OwnerPin  # noqa: PLC0415 - only where somebody is signed in

        if self._shop is None or self._actions is None:
            return
        if error.code not in ASKS:
            self._actions.say(error)
            return
        asked = OwnerPin(self._kit, self._shop.staff, Deed.ADJUST, error, self.card.window())
        asked.granted.connect(again)
        asked.open()


class CorrectPoints(BringOver):
    """Adding or taking points by hand, with a reason and within the limit of whoever is at the desk."""

    def _form(self) -> PaperCard:
        return CorrectionCard(self._kit.theme)

    def _said(self, amount: int) -> str:
        sign = "+" if amount > 0 else "−"
        said = tr("CorrectPoints", "Corrected by {amount}: {name}")
        return said.replace("{amount}", f"{sign}{self._kit.formats.number(abs(amount))}")

    def _deed(self, loyalty: Loyalty, _photo: bytes) -> Callable[[str, str, int, str], object]:
        return loyalty.adjust
