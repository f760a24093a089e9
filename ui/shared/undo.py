"""Ctrl+Z anywhere: takes back the last thing done in the shop, also after its toast has gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.errors import ShopError
from ui.shared.language import tr
from ui.shared.operation_text import LARGE, operation_name

if TYPE_CHECKING:
    from retention_desktop.history import History
    from ui.shared.notices import Notices
    from ui.shared.page import Page


def undo_last(page: Page, notices: Notices, history: History) -> None:
    """Take back the last operation and say so on the page; one that touches many people asks first."""
    last = history.last()
    if last is None:
        notices.toast(page, tr("Undo", "There is nothing to undo"), icon="info")
    elif last.kind in LARGE:
        question = tr("Undo", "Take back the last step for everyone it touched: {what}?")
        notices.confirm(
            page,
            question.format(what=operation_name(last.kind)),
            yes=tr("Undo", "Take it back"),
            on_yes=lambda: _take_back(page, notices, history, last.uid),
        )
    else:
        _take_back(page, notices, history, last.uid)


def _take_back(page: Page, notices: Notices, history: History, uid: str) -> None:
    try:
        undone = history.undo(uid)
    except ShopError as error:
        notices.failed(page, error)
        return
    said = tr("Undo", "Taken back: {what}").format(what=operation_name(undone.kind))
    notices.toast(page, said, icon="undo-2")
