"""Carries out one change, says so with Undo, and places what went wrong."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from retention_desktop.errors import ShopError
from ui.customers.joined import joined
from ui.shared.language import tr
from ui.shared.operation_text import LARGE, operation_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.history import History, Undone
    from ui.shared.kit import Kit
    from ui.shared.page import Page


class Actions:
    """What the room's widgets change the shop through.

    Args:
        page: where toasts and banners appear.
        kit: the window's tools.
        history: takes changes back.
    """

    def __init__(self, page: Page, kit: Kit, history: History) -> None:
        self._page = page
        self._kit = kit
        self._history = history

    def run(self, work: Callable[[], object], said: str, *, icon: str = "check") -> ShopError | None:
        """Do it and offer to take it back; what could not be done is returned for the field it belongs to."""
        try:
            work()
        except ShopError as error:
            return error
        self.done(said, icon=icon)
        return None

    def run_or_say(self, work: Callable[[], object], said: str, *, icon: str = "check") -> bool:
        """Like `run`, but what went wrong becomes a banner; True where it was done."""
        error = self.run(work, said, icon=icon)
        if error is not None:
            self.say(error)
        return error is None

    def say(self, error: BaseException) -> None:
        """A banner with what to do next."""
        self._kit.notices.failed(self._page, error)

    def done(self, said: str, *, icon: str = "check") -> None:
        """Say what the last operation did and offer to take it back."""
        last = self._history.last()
        undo = partial(self.undo, last.uid) if last is not None else None
        self._kit.notices.toast(self._page, said, icon=icon, undo=undo)

    def undo(self, operation: str) -> None:
        """Take an operation back and say so."""
        try:
            undone = self._history.undo(operation)
        except ShopError as error:
            self.say(error)
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
