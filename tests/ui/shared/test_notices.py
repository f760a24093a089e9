"""Toast, banner, strip and the bug dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout

from retention_desktop.errors import CODES, ShopError
from retention_desktop.history import UNDOABLE
from retention_desktop.log_privacy import bug_reference
from tests.ui.by_name import by_name, texts
from ui.shared.banner import Banner, ConfirmStrip
from ui.shared.bug_dialog import BugDialog
from ui.shared.buttons import Button, IconButton
from ui.shared.error_text import SENTENCES, error_sentence
from ui.shared.notices import WindowNotices
from ui.shared.operation_text import NAMES, operation_name
from ui.shared.page import Page
from ui.shared.shortcuts import SHORTCUTS, keys_text, shown_shortcuts
from ui.shared.toast import SECONDS, Toast

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.shared.kit import Kit
    from ui.shared.language import Language


@pytest.fixture
def page(kit: Kit, qtbot: QtBot) -> Page:
    page = Page(kit)
    column = QVBoxLayout(page.body)
    column.addWidget(QLineEdit())
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    return page


def _toasts(page: Page) -> list[Toast]:
    return [one for one in page.findChildren(Toast) if one.isVisible()]


def test_a_toast_offers_undo_and_never_takes_the_keyboard(kit: Kit, page: Page, qtbot: QtBot) -> None:
    field = page.findChildren(QLineEdit)[0]
    field.setFocus()
    undone: list[int] = []
    kit.notices.toast(page, "Visit logged", icon="stamp", undo=lambda: undone.append(1))
    (toast,) = _toasts(page)
    assert field.hasFocus()
    assert toast.height() == 48
    assert toast.y() + toast.height() == page.height() - 24
    assert toast.width() == page.width() - 48
    qtbot.mouseClick(by_name(toast, "Undo", Button), Qt.MouseButton.LeftButton)
    assert (undone, _toasts(page)) == ([1], [])
    assert not kit.notices.undo_last()


def test_a_toast_keeps_its_place_and_leaves_by_itself(kit: Kit, page: Page) -> None:
    kit.notices.toast(page, "Visit logged")
    (toast,) = _toasts(page)
    page.resize(1000, 700)
    assert toast.y() + toast.height() == 700 - 24
    for _ in range(SECONDS - 1):
        toast._second()
    assert toast.isVisible()
    assert "1 s" in texts(toast)
    toast._second()
    assert _toasts(page) == []


def test_a_new_toast_replaces_the_old_and_undo_outlives_it(kit: Kit, page: Page) -> None:
    undone: list[str] = []
    kit.notices.toast(page, "First", undo=lambda: undone.append("first"))
    kit.notices.toast(page, "Second", undo=lambda: undone.append("second"))
    (toast,) = _toasts(page)
    assert toast.accessibleName() == "Second"
    toast.close_now()
    assert kit.notices.undo_last()
    assert undone == ["second"]


def test_a_page_has_one_banner(kit: Kit, page: Page, qtbot: QtBot) -> None:
    pressed: list[int] = []
    kit.notices.banner(page, "First")
    kit.notices.banner(page, "Second", "warn", action="Look", on_action=lambda: pressed.append(1))
    assert [one.text for one in page.findChildren(Banner) if one.isVisible()] == ["Second"]
    qtbot.mouseClick(by_name(page, "Look", Button), Qt.MouseButton.LeftButton)
    assert pressed == [1]
    qtbot.mouseClick(by_name(page, "Close", IconButton), Qt.MouseButton.LeftButton)
    assert not [one for one in page.findChildren(Banner) if one.isVisible()]


def test_a_confirm_strip_puts_the_keyboard_on_the_harmless_answer(kit: Kit, page: Page, qtbot: QtBot) -> None:
    erased: list[int] = []
    kit.notices.confirm(page, "Erase?", yes="Erase this person", on_yes=lambda: erased.append(1), danger=True)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Cancel"
    qtbot.mouseClick(by_name(page, "Erase this person", Button), Qt.MouseButton.LeftButton)
    assert erased == [1]
    assert not [one for one in page.findChildren(ConfirmStrip) if one.isVisible()]


def test_a_shop_error_becomes_a_banner(kit: Kit, page: Page) -> None:
    kit.notices.failed(page, ShopError("phone_invalid", phone="12"))
    (banner,) = page.findChildren(Banner)
    assert banner.text == "“12” is not a phone number. Check its digits."
    kit.notices.clear(page)
    assert not banner.isVisible()


@pytest.mark.expects_log("bug ")
def test_a_bug_becomes_one_dialog_with_a_reference(kit: Kit, page: Page) -> None:
    assert isinstance(kit.notices, WindowNotices)
    error = ValueError("missing")
    kit.notices.failed(page, error)
    reference = bug_reference(error)
    (dialog,) = page.findChildren(BugDialog)
    assert dialog.isVisible()
    assert dialog.reference == reference
    assert len(reference) == 5
    dialog.accept()


def test_every_code_has_a_sentence_with_its_facts(language: Language) -> None:
    assert SENTENCES.keys() == CODES.keys()
    for code, names in CODES.items():
        for choice in ("ja", "en"):
            language.choose("ja" if choice == "ja" else "en")
            said = error_sentence(ShopError(code, **dict.fromkeys(names, "X")))
            assert "{" not in said, code


def test_every_operation_has_a_name() -> None:
    assert set(UNDOABLE) <= NAMES.keys()
    assert operation_name("sample_fill") == "sample_fill"


@pytest.mark.parametrize(
    ("platform", "action", "text"),
    [
        ("linux", "find", "Ctrl+F"),
        ("win32", "send", "Ctrl+Enter"),
        ("darwin", "find", "⌘F"),
        ("darwin", "enter", "⏎"),
        ("darwin", "back", "⎋"),
        ("darwin", "previous_pane", "⇧F6"),
        ("linux", "settings", "Ctrl+,"),
    ],
)
def test_keys_are_written_as_the_platform_does(platform: str, action: str, text: str) -> None:
    assert keys_text(action, platform) == text


def test_no_two_actions_share_a_key_where_they_meet(kit: Kit) -> None:
    assert kit.language.code == "en"
    for where in {one.where for one in SHORTCUTS}:
        keys = [key for one in SHORTCUTS for key in one.keys if one.where in {where, "Anywhere"}]
        assert len(keys) == len(set(keys)), where
    assert ("Anywhere", f"{keys_text('room_1')} – {keys_text('room_7')}", "Open a room") in shown_shortcuts()
