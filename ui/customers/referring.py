"""Notes who brought a person and makes the code with which they bring friends."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from retention_desktop.errors import ShopError
from ui.customers.actions import AT_ONCE_MS
from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from ui.customers.actions import Actions
    from ui.customers.friends import Friends
    from ui.customers.shop_formats import ShopFormats


class Referring(QObject):
    """What follows the section about friends.

    Attributes:
        done: something was noted.
    """

    done = Signal()

    def __init__(self, friends: Friends, parent: QObject) -> None:
        super().__init__(parent)
        self._friends = friends
        self._shop: Shop | None = None
        self._actions: Actions | None = None
        self._formats: ShopFormats | None = None
        self._uid = self._name = ""
        friends.brought.connect(self._note)
        friends.code_wanted.connect(self._make_code)

    def attach(self, shop: Shop, actions: Actions, formats: ShopFormats) -> None:
        """Write into this shop from now on."""
        self._shop, self._actions, self._formats = shop, actions, formats
        self._friends.attach(shop.customers.referrer)

    def show_person(self, uid: str, name: str, *, anew: bool) -> None:
        """Show a person's friends. Raises ShopError customer_not_found."""
        self._uid, self._name = uid, name
        if self._shop is not None and self._formats is not None:
            self._friends.show_referrals(self._shop.loyalty.referrals(uid), self._formats, anew=anew)

    def _note(self, text: str) -> None:
        if self._shop is None or self._actions is None:
            return
        said = tr("Referring", "Noted who brought {name}").format(name=self._name)
        work = partial(_refer, self._shop, self._uid, text)
        self._actions.run(work, said, icon="users", then=self.done.emit, failed=self._not_noted)

    def _not_noted(self, error: ShopError) -> None:
        if self._actions is not None and not self._friends.show_error(error):
            self._actions.say(error)

    def _make_code(self) -> None:
        """Nothing to take back: a code that nobody uses does nothing."""
        if self._shop is None or self._actions is None:
            return
        try:
            with self._shop.db.waiting(AT_ONCE_MS):
                self._shop.loyalty.referral_code(self._uid)
        except ShopError as error:
            self._actions.say(error)
        else:
            self.done.emit()


def _refer(shop: Shop, friend: str, text: str) -> None:
    referrer = shop.customers.referrer(text)
    shop.loyalty.refer(friend, referrer.uid if referrer else text)
