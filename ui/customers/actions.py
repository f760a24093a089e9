"""Carries out one change, says so with Undo, and places what went wrong."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from retention_desktop.errors import ShopError
from ui.customers.joined import joined
from ui.shared.language import tr
from ui.shared.operation_text import LARGE, operation_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event

    from retention_desktop.domain.operation import Operation
    from retention_desktop.history import Undone
    from retention_desktop.shop import Shop
    from ui.shared.kit import Kit
    from ui.shared.page import Page


AT_ONCE_MS: Final = 50
"""How long the window may stand still for the store."""


class _Wish(QObject):
    """What follows one change; a page that is gone hears nothing of it."""

    def __init__(
        self, actions: Actions, said: str, icon: str, then: Callable[[], object] | None,
        failed: Callable[[ShopError], object],
    ) -> None:  # fmt: skip
        super().__init__(actions)
        self._actions = actions
        self._said = said
        self._icon = icon
        self._then = then
        self._failed = failed

    def finish(self, last: Operation | None) -> None:
        """It is done; `last` is its operation."""
        self._actions.done(self._said, last, icon=self._icon)
        if self._then is not None:
            self._then()
        self.deleteLater()

    def fail(self, error: BaseException) -> None:
        """It could not be done."""
        if isinstance(error, ShopError):
            self._failed(error)
        else:
            self._actions.say(error)
        self.deleteLater()


def _patiently(work: Callable[[], object], stop: Event) -> object:
    """Try until the store is free, and once more when the window closes."""
    while True:
        last = stop.is_set()
        try:
            return work()
        except ShopError as error:
            if error.code != "store_busy" or last:
                raise


class Actions(QObject):
    """What the room's widgets change the shop through.

    A change that does not get the store at once (a list is being written) waits in a worker; the page goes on.

    Args:
        page: where toasts and banners appear.
        kit: the window's tools.
        shop: what is changed.
    """

    def __init__(self, page: Page, kit: Kit, shop: Shop) -> None:
        super().__init__(page)
        self._page = page
        self._kit = kit
        self._db = shop.db
        self._history = shop.history
        self._shop = shop

    def run(
        self, work: Callable[[], object], said: str, *, icon: str = "check", then: Callable[[], object] | None = None,
        failed: Callable[[ShopError], object] | None = None,
    ) -> None:  # fmt: skip
        """Do it and offer to take it back.

        Args:
            work: one write of the shop's.
            said: what the toast says afterwards.
            icon: Lucide's name.
            then: called when it is done.
            failed: gets what went wrong; by default a banner says it.
        """
        wish = _Wish(self, said, icon, then, failed or self.say)
        try:
            with self._db.waiting(AT_ONCE_MS):
                work()
        except ShopError as error:
            again = partial(self.run, work, said, icon=icon, then=then, failed=failed)
            if error.code == "store_busy":
                self._later(work, wish)
            elif failed is not None or not self._ask_owner(error, again):
                wish.fail(error)
        else:
            wish.finish(self._history.last())

    def _ask_owner(self, error: ShopError, again: Callable[[], object]) -> bool:
        """What only an owner may do: their PIN, and `again`."""
        from ui.shared.owner_pin import ask_owner  # noqa: PLC0415 - only where somebody is signed in

        return ask_owner(self._kit, self._shop.staff, error, self._page.window(), again)

    def say(self, error: BaseException) -> None:
        """A banner with what to do next."""
        self._kit.notices.failed(self._page, error)

    def done(self, said: str, last: Operation | None, *, icon: str = "check") -> None:
        """Say what an operation did and offer to take it back."""
        undo = partial(self.undo, last.uid) if last is not None else None
        self._kit.notices.toast(self._page, said, icon=icon, undo=undo)

    def in_background(self, work: Callable[[], object], said: str, *, icon: str, ended: Callable[[], object]) -> None:
        """Do something long in a worker and offer to take it back."""
        wish = _Wish(self, said, icon, ended, self.say)
        self._start(work, wish)

    def _later(self, work: Callable[[], object], wish: _Wish) -> None:
        self._kit.notices.toast(self._page, tr("Actions", "Saving as soon as the store is free …"), icon="clock")
        self._start(work, wish)

    def _start(self, work: Callable[[], object], wish: _Wish) -> None:
        history = self._history

        def until_saved(_progress: object, stop: Event) -> Operation | None:
            _patiently(work, stop)
            return history.last()

        task = self._kit.tasks.start(until_saved)
        task.finished.connect(wish.finish)
        task.failed.connect(wish.fail)

    def undo(self, operation: str) -> None:
        """Take an operation back and say so."""
        try:
            with self._db.waiting(AT_ONCE_MS):
                undone = self._history.undo(operation)
        except ShopError as error:
            if error.code != "store_busy":
                if not self._ask_owner(error, partial(self.undo, operation)):
                    self.say(error)
                return
            history = self._history
            task = self._kit.tasks.start(lambda _progress, stop: _patiently(partial(history.undo, operation), stop))
            task.finished.connect(self.taken_back)
            task.failed.connect(self.say)
            return
        self.taken_back(undone)

    def taken_back(self, undone: Undone) -> None:
        """Say what an undo did, and what it left as it was."""
        said = tr("Actions", "Taken back: {what}").format(what=operation_name(undone.kind))
        if undone.kept:
            left = tr("Actions", "%n row(s) changed since were left as they are", len(undone.kept))
            said = joined(said, left)
        self._kit.notices.toast(self._page, said, icon="undo-2")

    def undo_or_ask(self, operation: str, kind: str) -> None:
        """Take an operation back; one that touched many people asks first."""
        if kind not in LARGE:
            self.undo(operation)
            return
        question = tr("Actions", "Take back the whole {what}, for everyone it touched?")
        self._kit.notices.confirm(
            self._page, question.format(what=operation_name(kind)), yes=tr("Actions", "Take it back"),
            on_yes=partial(self.undo, operation),
        )  # fmt: skip
