"""The notice for the shop's wall, from the rules that are in use."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.shared.language import tr
from ui.shared.printing.counter import PrintCounter
from ui.shared.printing.print_dialog import PrintDialog

if TYPE_CHECKING:
    from pathlib import Path

    from retention_desktop.shop import Shop
    from ui.shared.page import Page


def open_notice(page: Page, shop: Shop) -> PrintDialog | None:
    """Show the notice as it will look, to save or print; None and a word where no rule makes one."""
    printables = PrintCounter(page.kit, shop).notice()
    if not printables:
        said = tr("LoyaltyPrinting", "No rule in use can be said in one sentence")
        page.kit.notices.toast(page, said, icon="info")
        return None
    dialog = PrintDialog(page.kit.theme, page, tr("LoyaltyPrinting", "Shop notice"), printables)

    def saved(path: Path) -> None:
        words = tr("LoyaltyPrinting", "Saved as {file}").format(file=path.name)
        page.kit.notices.toast(page, words, icon="download")

    dialog.saved.connect(saved)
    dialog.failed.connect(partial(page.kit.notices.failed, page))
    dialog.open()
    return dialog
