"""Ctrl+Z anywhere: takes back the last thing done in the shop, also after its toast has gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.errors import ShopError
from ui.shared.language import tr
from ui.shared.operation_text import LARGE, operation_name

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from ui.shared.kit import Kit
    from ui.shared.page import Page


def undo_last(page: Page, kit: Kit, shop: Shop) -> None:
    """Take back the last operation and say so on the page; one that touches many people asks first."""
    notices, last = kit.notices, shop.history.last()
    if last is None:
        notices.toast(page, tr("Undo", "There is nothing to undo"), icon="info")
    elif last.kind in LARGE:
        question = tr("Undo", "Take back the last step for everyone it touched: {what}?")
        notices.confirm(
            page,
            question.format(what=operation_name(last.kind)),
            yes=tr("Undo", "Take it back"),
            on_yes=lambda: _take_back(page, kit, shop, last.uid),
        )
    else:
        _take_back(page, kit, shop, last.uid)


def _take_back(page: Page, kit: Kit, shop: Shop, uid: str) -> None:
    try:
        undone = shop.history.undo(uid)
    except ShopError as error:
        from ui.shared.owner_pin import ask_owner  # noqa: PLC0415 - only where somebody is signed in

        if not ask_owner(kit, shop.staff, error, page.window(), lambda: _take_back(page, kit, shop, uid)):
            kit.notices.failed(page, error)
        return
    said = tr("Undo", "Taken back: {what}").format(what=operation_name(undone.kind))
    kit.notices.toast(page, said, icon="undo-2")
