"""The customers' room at the printer: one person's cards and statement, cards for many, the notice for the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from retention_desktop.errors import ShopError
from ui.shared.language import tr
from ui.shared.printing.counter import PrintCounter
from ui.shared.printing.print_dialog import PrintDialog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from retention_desktop.shop import Shop
    from ui.shared.kit import Kit
    from ui.shared.page import Page
    from ui.shared.printing.print_dialog import Printable


class Printing(QObject):
    """Opens the dialog that shows what will be printed, and says what became of it.

    Args:
        page: where it speaks up.
        kit: the window's tools.
        shop: whose customers they are.
    """

    def __init__(self, page: Page, kit: Kit, shop: Shop) -> None:
        super().__init__(page)
        self._page = page
        self._kit = kit
        self._counter = PrintCounter(kit, shop)

    def person(self, uid: str) -> None:
        """One person's cards and statement."""
        try:
            printables = self._counter.for_person(uid)
        except ShopError as error:
            self._kit.notices.failed(self._page, error)
            return
        self._open(tr("Printing", "Print for this person"), printables)

    def people(self, keys: Sequence[int]) -> None:
        """Cards for everybody of these."""
        printables = self._counter.for_many(keys)
        if printables:
            self._open(tr("Printing", "Print cards for %n people", len(keys)), printables)

    def notice(self) -> None:
        """The notice that tells customers the rule."""
        printables = self._counter.notice()
        if printables:
            self._open(tr("Printing", "Notice for the shop"), printables)
        else:
            words = tr("Printing", "There is no rule to print yet: switch a stamp card or points on first.")
            self._kit.notices.banner(self._page, words)

    def _open(self, title: str, printables: Sequence[Printable]) -> None:
        dialog = PrintDialog(self._kit.theme, self._page, title, printables)
        dialog.saved.connect(self._saved)
        dialog.failed.connect(self._failed)
        dialog.copied.connect(self._copied)
        dialog.open()

    def _saved(self, path: Path) -> None:
        said = tr("Printing", "Saved: {file}").format(file=path.name)
        self._kit.notices.toast(self._page, said, icon="download")

    def _failed(self, error: BaseException) -> None:
        self._kit.notices.failed(self._page, error)

    def _copied(self) -> None:
        said = tr("Printing", "Copied. It fits one text message.")
        self._kit.notices.toast(self._page, said, icon="copy")
