"""The list and the pane beside it; under 1160 pixels the pane lies over the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from retention_desktop.errors import ShopError
from ui.customers.consent_text import proposed_wording
from ui.customers.list import CustomerList
from ui.customers.sample_banner import SampleBanner
from ui.customers.side_pane import SidePane
from ui.shared.language import tr

if TYPE_CHECKING:
    from typing import Any

    from PySide6.QtGui import QResizeEvent

    from retention_desktop.customers import Customers
    from retention_desktop.domain.customer import CustomerDraft
    from retention_desktop.shop import Shop
    from ui.customers.actions import Actions
    from ui.customers.shop_formats import ShopFormats
    from ui.shared.kit import Kit

NARROW_BELOW: Final = 1160
AT_ONCE: Final = 200
"""Up to so many people are tagged on the spot; more go to a worker."""


class Browse(QWidget):
    """Find people, look at one, change many.

    Attributes:
        sample_gone: the sample shop is to go.
    """

    sample_gone = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shop: Shop | None = None
        self._actions: Actions | None = None
        self._narrow = False
        self._wanted = ""
        # While an arrow key is held only the last person is read.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(lambda: self.show_person(self._wanted))
        self.list = CustomerList(kit)
        self.pane = SidePane(kit)
        self._sample = SampleBanner(kit.theme)
        self.list.notice.addWidget(self._sample)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.list, 1)
        self._row.addWidget(self.pane)
        self._wire()

    def attach(self, shop: Shop, actions: Actions, formats: ShopFormats) -> None:
        """Work on this shop."""
        self._shop, self._actions = shop, actions
        self.list.attach(shop.customers, formats)
        self.pane.person.attach(shop, actions, formats)
        self.pane.adding.brought_by.attach(shop.customers.referrer)

    def reload(self) -> None:
        """Read the list and the person on show again."""
        if self._shop is None:
            return
        self._sample.show_count(self._shop.sample_shop.count())
        self.list.reload()
        if self.pane.person.uid and not self.pane.is_empty:
            self._read(self.pane.person.uid)

    def show_person(self, uid: str) -> bool:
        """Show somebody in the pane; False where there is no such customer any more."""
        self._soon.stop()
        if not self._read(uid):
            return False
        if not self.pane.is_adding:
            self.pane.show_person()
        return True

    def open_person(self, uid: str) -> None:
        """Show somebody, and bring the pane up where it is hidden."""
        if self.show_person(uid):
            self.pane.show_person()
            self._raise()

    def open_customer(self, uid: str) -> None:
        """Find somebody in the list and open them."""
        self.open_person(uid)
        if self.pane.person.uid == uid:
            self.list.show_person(uid)

    def add(self, text: str) -> None:
        """Open the form for a new customer."""
        shop_name = self._shop.settings.now.name if self._shop else ""
        self.pane.show_adding()
        self._raise()
        self.pane.adding.begin(text, proposed_wording(shop_name))
        self.list.set_add_quiet(quiet=True)

    def close_pane(self) -> bool:
        """Leave the form, or put the pane away where it lies over the list; False where there was nothing to do."""
        if self.pane.is_adding:
            self.list.set_add_quiet(quiet=bool(self.pane.person.form.changes()))
            if self.pane.person.uid:
                self.pane.show_person()
            else:
                self.pane.show_nobody()
            self._lower()
            self.list.table.setFocus()
            return True
        if self._narrow and self.pane.isVisible():
            self._lower()
            self.list.table.setFocus()
            return True
        return False

    def keep(self) -> dict[str, Any]:
        """What is searched, who is on show, what was typed."""
        return {
            "list": self.list.keep(), "person": self.pane.person.keep(), "adding": self.pane.adding.keep(),
            "is_adding": self.pane.is_adding, "open": self.pane.isVisible(),
        }  # fmt: skip

    def restore(self, kept: dict[str, Any]) -> None:
        """Put back what `keep` gave."""
        self.list.restore(kept["list"])
        self.pane.person.restore(kept["person"])
        self.pane.adding.restore(kept["adding"])
        uid = kept["person"]["uid"]
        if uid and self.show_person(uid):
            self.list.show_person(uid)
            self.pane.person.contacts.put_back(kept["person"]["contacts"])
        if kept["is_adding"]:
            self.pane.show_adding()
            self.list.set_add_quiet(quiet=True)
        if kept["open"] and (uid or kept["is_adding"]):
            self._raise()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the list, or over it."""
        super().resizeEvent(event)
        narrow = self.window().width() < NARROW_BELOW
        if narrow != self._narrow:
            self._narrow = narrow
            self._move_pane()
        self._place_pane()

    # -- the pane's place ---------------------------------------------------------------------------------------

    def _move_pane(self) -> None:
        self.pane.person.head.show_close(visible=self._narrow)
        if self._narrow:
            self._row.removeWidget(self.pane)
            self.pane.setVisible(self.pane.is_adding)
        else:
            self._row.addWidget(self.pane)
            self.pane.show()

    def _place_pane(self) -> None:
        if self._narrow:
            self.pane.setGeometry(self.width() - self.pane.width(), 0, self.pane.width(), self.height())
            self.pane.raise_()

    def _raise(self) -> None:
        self.pane.show()
        self._place_pane()

    def _lower(self) -> None:
        if self._narrow:
            self.pane.hide()

    # -- what happens -------------------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.list.looked_at.connect(self._look)
        self.list.opened.connect(self.open_person)
        self.list.add_wanted.connect(self.add)
        self.list.tag_wanted.connect(lambda tag: self._tag_many(tag, give=True))
        self.list.untag_wanted.connect(lambda tag: self._tag_many(tag, give=False))
        self._sample.removal_wanted.connect(self.sample_gone)
        self.pane.person.closed.connect(self.close_pane)
        self.pane.person.gone.connect(self._gone)
        self.pane.person.unsaved.connect(lambda unsaved: self.list.set_add_quiet(quiet=unsaved))
        self.pane.adding.left.connect(self.close_pane)
        self.pane.adding.add_wanted.connect(self._add)
        self.pane.person.head.show_close(visible=False)
        self.pane.show_nobody()

    def _look(self, uid: str) -> None:
        self._wanted = uid
        self._soon.start()

    def _read(self, uid: str) -> bool:
        try:
            self.pane.person.show_person(uid)
        except ShopError:
            self.pane.show_nobody()
            return False
        return True

    def _gone(self) -> None:
        self.pane.show_nobody()
        self._lower()
        self.list.reload()
        self.list.table.setFocus()

    def _add(self, draft: CustomerDraft) -> None:
        if self._shop is None or self._actions is None:
            return
        added: list[str] = []
        customers = self._shop.customers
        self._actions.run(
            lambda: added.append(customers.add(draft)),
            tr("Browse", "Added: {name}").format(name=draft.name or draft.kana or draft.phone),
            icon="user-plus", then=lambda: self._added(added[0]), failed=self._not_added,
        )  # fmt: skip

    def _added(self, uid: str) -> None:
        self.pane.adding.clear()
        self.list.set_add_quiet(quiet=False)
        self.list.reload()
        self.open_customer(uid)

    def _not_added(self, error: ShopError) -> None:
        if self._actions is not None and not self.pane.adding.show_error(error):
            self._actions.say(error)

    def _tag_many(self, tag: str, *, give: bool) -> None:
        if self._shop is None or self._actions is None:
            return
        keys = self.list.table.chosen_keys()
        words = tr("Browse", "%n people tagged “{tag}”", len(keys)) if give else tr(
            "Browse", "Tag “{tag}” taken from %n people", len(keys)
        )  # fmt: skip
        said = words.format(tag=tag)
        work = partial(_tag, self._shop.customers, keys, tag, give=give)
        if len(keys) <= AT_ONCE:
            self._actions.run(work, said, icon="tag", then=self.reload)
            return
        self.list.bar.set_busy(busy=True)
        self._actions.in_background(work, said, icon="tag", ended=self._tagged)

    def _tagged(self) -> None:
        self.list.bar.set_busy(busy=False)
        self.reload()


def _tag(customers: Customers, keys: list[int], tag: str, *, give: bool) -> None:
    uids: list[str] = []
    for start in range(0, len(keys), 500):
        uids += [row.uid for row in customers.rows(keys[start : start + 500])]
    if give:
        customers.tag(uids, tag)
    else:
        customers.untag(uids, tag)
