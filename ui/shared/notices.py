"""How pages speak up: toast, banner, confirm strip, and the one dialog for bugs.

Pages get an object that follows `Notices`; nothing here blocks, dialogs are opened, never executed.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from retention_desktop.errors import ShopError
from retention_desktop.log_privacy import bug_reference

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.shared.banner import Banner, BannerTone
    from ui.shared.page import Page
    from ui.shared.theme import Theme
    from ui.shared.toast import Toast

log = logging.getLogger(__name__)


class Notices(Protocol):
    """What a page may say."""

    def toast(self, page: Page, text: str, *, icon: str = "check", undo: Callable[[], object] | None = None) -> None:
        """Say what was done; with `undo`, offer to take it back for ten seconds and by Ctrl+Z afterwards too."""

    def banner(
        self,
        page: Page,
        text: str,
        tone: BannerTone = "info",
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        closable: bool = True,
    ) -> None:
        """Show the page's one banner; it takes the place of the one before."""

    def confirm(
        self, page: Page, question: str, *, yes: str, on_yes: Callable[[], object], danger: bool = False
    ) -> None:
        """Ask in a strip on the page; only for what can't be undone."""

    def clear(self, page: Page) -> None:
        """Take the page's banner or strip away."""

    def failed(self, page: Page, error: BaseException) -> None:
        """A ShopError becomes a banner with what to do next; anything else the bug dialog."""

    def page_gone(self, page: Page) -> None:
        """Forget a page that is about to be rebuilt."""

    def undo_last(self) -> bool:
        """Take the last toast's offer, even when the toast has gone. False if there is none."""


class WindowNotices(QObject):
    """The notices of a real window."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._toast: Toast | None = None
        self._undo: Callable[[], object] | None = None
        self._strips: dict[Page, Banner] = {}

    def toast(self, page: Page, text: str, *, icon: str = "check", undo: Callable[[], object] | None = None) -> None:
        """See `Notices`."""
        from ui.shared.toast import Toast  # noqa: PLC0415 - not before the first paint

        self._close_toast()
        self._undo = undo
        toast = Toast(self._theme, page, page.toast_column, text, icon=icon, undo=self.undo_last if undo else None)
        toast.gone.connect(lambda: self._forget_toast(toast))
        toast.destroyed.connect(lambda: self._forget_toast(toast))
        self._toast = toast
        toast.appear()

    def banner(
        self,
        page: Page,
        text: str,
        tone: BannerTone = "info",
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        closable: bool = True,
    ) -> None:
        """See `Notices`."""
        from ui.shared.banner import Banner  # noqa: PLC0415 - not before the first paint

        banner = Banner(self._theme, text, tone, action=action, on_action=on_action, closable=closable)
        self._show(page, banner)

    def confirm(
        self, page: Page, question: str, *, yes: str, on_yes: Callable[[], object], danger: bool = False
    ) -> None:
        """See `Notices`."""
        from ui.shared.banner import ConfirmStrip  # noqa: PLC0415 - not before the first paint

        strip = ConfirmStrip(self._theme, question, yes=yes, on_yes=on_yes, danger=danger)
        self._show(page, strip)
        strip.take_keyboard()

    def clear(self, page: Page) -> None:
        """See `Notices`."""
        strip = self._strips.pop(page, None)
        if strip is not None:
            strip.hide()
            strip.deleteLater()

    def failed(self, page: Page, error: BaseException) -> None:
        """See `Notices`."""
        from ui.shared.error_text import error_sentence  # noqa: PLC0415 - not before the first paint

        if isinstance(error, ShopError):
            self.banner(page, error_sentence(error), "bad")
        else:
            self.bug(page.window(), error)

    def bug(self, window: QWidget, error: BaseException) -> str:
        """Log what nobody foresaw under a short reference and show that reference; returns it."""
        from ui.shared.bug_dialog import BugDialog  # noqa: PLC0415 - not before the first paint

        reference = bug_reference(error)
        log.error("bug %s", reference, exc_info=error)
        BugDialog(self._theme, window, reference).open()
        return reference

    def undo_last(self) -> bool:
        """See `Notices`."""
        undo, self._undo = self._undo, None
        self._close_toast()
        if undo is None:
            return False
        undo()
        return True

    def page_gone(self, page: Page) -> None:
        """See `Notices`. Its offer to undo goes with it: Ctrl+Z then takes back the shop's last operation."""
        self._close_toast()
        self._undo = None
        self._strips.pop(page, None)

    def _show(self, page: Page, strip: Banner) -> None:
        self.clear(page)
        self._strips[page] = strip
        strip.dismissed.connect(lambda: self.clear(page))
        page.notice_layout.addWidget(strip)
        strip.show()
        strip.announce()

    def _close_toast(self) -> None:
        if self._toast is not None:
            self._toast.close_now()

    def _forget_toast(self, toast: Toast) -> None:
        if self._toast is toast:
            self._toast = None
