"""The window with tiny rooms over a real shop: rooms, keys, drops, languages, start and end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from PySide6.QtCore import QLocale, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.errors import ShopError
from retention_desktop.shop import open_shop
from tests.ui.by_name import by_name, texts
from tests.ui.conftest import NOW
from ui.app import Program
from ui.main_window import dropped_lists
from ui.shared.buttons import Button
from ui.shared.find_box import FindBox
from ui.shared.navigation import Navigation, Room, RoomButton
from ui.shared.opening_failed import OpeningFailed
from ui.shared.page import Page
from ui.shared.preferences import Preferences
from ui.shared.shortcuts_dialog import ShortcutsDialog
from ui.shared.this_pc import home_of
from ui.shared.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.shared.kit import Kit

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("sqlalchemy", "alembic", "requests", "phonenumbers", "openpyxl", "numpy", "keyring", "xlsxwriter", "vobject")


class TinyPage(Page):
    watches: ClassVar[frozenset[str]] = frozenset({"customer"})

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.box = FindBox(kit.theme, self.tr("Find"))
        self.shop: Shop | None = None
        self.reloads = 0
        self.calls: list[Any] = []
        column = QVBoxLayout(self.body)
        column.addWidget(self.box)
        column.addWidget(QLabel(kit.language.code))

    def attach(self, shop: Shop) -> None:
        self.shop = shop

    def reload(self) -> None:
        self.reloads += 1

    def keep(self) -> dict[str, Any]:
        return {"typed": self.box.text()}

    def restore(self, kept: dict[str, Any]) -> None:
        self.box.setText(kept["typed"])

    def focus_start(self) -> None:
        self.box.setFocus()

    def open_customer(self, uid: str) -> None:
        self.calls.append(uid)

    def import_file(self, path: Path) -> None:
        self.calls.append(path)

    def go_back(self) -> bool:
        self.calls.append("back")
        return True


def tiny_rooms() -> tuple[Room, ...]:
    return (
        Room(name="desk", title="Desk", icon="stamp", build=TinyPage),
        Room(name="customers", title="Customers", icon="users", build=TinyPage),
        Room(name="settings", title="Settings", icon="settings", build=TinyPage, at_foot=True),
    )


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path, resources: Path) -> Iterator[Callable[..., Program]]:
    """Starts a program over a shop in tmp_path; closes it afterwards."""
    started: list[Program] = []

    def make(data: Path = tmp_path / "data", *, wait: bool = True, **options: Any) -> Program:
        Preferences(data).language = "en"
        program = Program(qapp, data, resources, tiny_rooms(), clock=lambda: NOW, **options)
        program.kit.theme.reduce_motion = True
        started.append(program)
        qtbot.addWidget(program.window)
        if wait:
            with qtbot.waitSignal(program.opened):
                program.start()
        return program

    yield make
    for program in started:
        program.window.close()
        program.kit.language.close()
        program.kit.theme.deleteLater()


def page_of(program: Program) -> TinyPage:
    page = program.window.page
    assert isinstance(page, TinyPage)
    return page


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
import ui.app
from retention_desktop.errors import ShopError

application = QApplication([])

def refuse():
    print("loaded:", sorted(set({HEAVY!r}) & set(sys.modules)))
    application.exit(0)
    raise ShopError("store_busy")

program = ui.app.Program(application, Path({str(tmp_path)!r}), Path("resources"), ui.app.rooms(), open_shop=refuse)
program.start()
application.exec()
program.close()
"""
    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert "loaded: []\n" in answer.stdout, answer.stdout + answer.stderr


def test_the_shop_opens_behind_the_first_paint_and_reaches_the_pages(start: Callable[..., Program]) -> None:
    program = start()
    assert page_of(program).shop is program.shop
    assert page_of(program).reloads == 1
    assert program.window.windowTitle() == "Retention Desktop"


def test_keys_typed_before_the_shop_is_open_are_kept(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start(wait=False)
    with qtbot.waitExposed(program.window):
        program.window.show()
    qtbot.keyClicks(page_of(program).box, "1284")
    if program.shop is None:
        qtbot.waitSignal(program.opened).wait()
    assert page_of(program).box.text() == "1284"


def test_rooms_open_by_keys_and_by_press(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start()
    desk = page_of(program)
    qtbot.keyClick(program.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert program.window.room == "customers"
    assert page_of(program).box.hasFocus()
    qtbot.keyClick(program.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert program.window.room == "settings"
    qtbot.mouseClick(by_name(program.window, "Desk", RoomButton), Qt.MouseButton.LeftButton)
    assert program.window.page is desk
    assert by_name(program.window, "Desk", RoomButton).isChecked()


def test_f1_shows_the_keys_and_escape_reaches_the_page(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start()
    qtbot.keyClick(program.window, Qt.Key.Key_F1)
    dialog = program.window.findChild(ShortcutsDialog)
    assert dialog is not None
    assert "Undo the last thing" in texts(dialog)
    dialog.accept()
    page = page_of(program)
    qtbot.keyClick(program.window, Qt.Key.Key_Escape)
    assert page.calls == ["back"]


def test_f6_walks_through_the_panes(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start()
    assert page_of(program).box.hasFocus()
    qtbot.keyClick(program.window, Qt.Key.Key_F6)
    assert isinstance(QApplication.focusWidget(), RoomButton)
    qtbot.keyClick(program.window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert page_of(program).box.hasFocus()


def test_a_list_dropped_anywhere_reaches_the_import(start: Callable[..., Program], tmp_path: Path) -> None:
    program = start()
    file = tmp_path / "名簿.CSV"
    file.write_text("名前\n", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    where = QPoint(600, 300)
    button, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(where, copy, mime, button, none)
    QApplication.sendEvent(program.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(program.window, QDropEvent(QPointF(where), copy, mime, button, none))
    assert program.window.room == "customers"
    assert page_of(program).calls == [file]


def test_a_list_dropped_on_a_field_is_the_windows(start: Callable[..., Program], tmp_path: Path) -> None:
    program = start()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "list.xlsx"))])
    mime.setText("list.xlsx")
    button, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    on_box = QDragEnterEvent(QPoint(5, 5), copy, mime, button, none)
    QApplication.sendEvent(page_of(program).box, on_box)
    assert on_box.isAccepted()
    alone = FindBox(program.kit.theme, "Find")
    left = QDragEnterEvent(QPoint(5, 5), copy, mime, button, none)
    QApplication.sendEvent(alone, left)
    assert not left.isAccepted()


def test_other_drops_are_left_alone() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.com/list.csv"), QUrl.fromLocalFile("/photos/cat.jpg")])
    assert dropped_lists(mime) == []


def test_go_to_waits_for_the_shop(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start(wait=False)
    program.kit.go_to.open_customer("uid-1")
    page = page_of(program)
    assert (program.window.room, page.calls) == ("customers", [])
    with qtbot.waitSignal(program.opened):
        program.start()
    assert page.calls == ["uid-1"]


def test_a_visible_page_reloads_after_a_commit_and_a_hidden_one_when_shown(
    start: Callable[..., Program], qtbot: QtBot
) -> None:
    program = start()
    desk = page_of(program)
    program.window.open_room("customers")
    customers = page_of(program)
    assert program.shop is not None
    program.shop.customers.add(CustomerDraft(name="佐々木 花子"))
    qtbot.waitUntil(lambda: customers.reloads == 2)
    assert desk.reloads == 1
    program.window.open_room("desk")
    qtbot.waitUntil(lambda: desk.reloads == 2)


def test_ctrl_z_takes_the_last_thing_back(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start()
    assert program.shop is not None
    program.shop.customers.add(CustomerDraft(name="佐々木 花子"))
    assert program.shop.customers.count() == 1
    qtbot.keyClick(program.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert program.shop.customers.count() == 0
    toast = program.window.findChild(Toast)
    assert toast is not None
    assert toast.accessibleName() == "Taken back: new customer"
    qtbot.keyClick(program.window, Qt.Key.Key_F9)
    said = [one.accessibleName() for one in program.window.findChildren(Toast) if one.isVisible()]
    assert said == ["There is nothing to undo"]


def test_a_language_switch_rebuilds_the_pages_and_keeps_what_was_typed(
    start: Callable[..., Program], qtbot: QtBot
) -> None:
    program = start()
    page_of(program).box.setText("ささき")
    program.kit.language.choose("ja")
    qtbot.waitUntil(lambda: "ja" in texts(program.window.page))
    assert page_of(program).box.text() == "ささき"
    assert page_of(program).shop is program.shop
    assert by_name(program.window, "受付", RoomButton).isChecked()
    assert program.shop is not None
    assert program.shop.settings.now.language == "ja"


def test_the_window_follows_the_settings_of_the_store(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start()
    assert program.shop is not None
    program.shop.settings.change(name="美容室こもれび", theme="dark", language="ja")
    qtbot.waitUntil(lambda: program.kit.language.code == "ja")
    assert program.window.windowTitle() == "Retention Desktop — 美容室こもれび"
    assert program.kit.theme.dark


def test_the_navigation_is_narrow_below_1160(start: Callable[..., Program]) -> None:
    program = start()
    navigation = program.window.findChild(Navigation)
    assert navigation is not None
    program.window.resize(1280, 800)
    assert navigation.width() == 184
    program.window.resize(1100, 700)
    QApplication.processEvents()
    assert navigation.width() == 64
    assert by_name(program.window, "Customers", RoomButton).toolTip().startswith("Customers")


def test_place_and_size_are_remembered(start: Callable[..., Program], tmp_path: Path) -> None:
    program = start()
    program.window.resize(1200, 760)
    program.window.close()
    again = start(wait=False)
    assert again.window.height() == 760
    assert (tmp_path / "data" / "window.ini").exists()


def test_a_second_window_says_so_and_can_try_again(
    start: Callable[..., Program], qtbot: QtBot, tmp_path: Path, resources: Path
) -> None:
    data = tmp_path / "data"
    first = open_shop(data, resources, window=True)
    program = start(wait=False)
    with qtbot.waitSignal(program.refused):
        program.start()
    notice = program.window.findChild(OpeningFailed)
    assert notice is not None
    assert any("already open in another window" in text for text in texts(notice))
    first.close()
    with qtbot.waitSignal(program.opened):
        notice.again.emit()
    assert page_of(program).isVisible()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ShopError("store_newer", found="b2", known="a1"), "newer version"),
        (ShopError("store_read_only", folder="/shop"), "Nothing can be written"),
        (ShopError("store_corrupt", file="shop.db"), "damaged"),
        (ShopError("disk_full", folder="/shop"), "full"),
    ],
)
def test_what_keeps_the_shop_from_opening_is_said(
    start: Callable[..., Program], qtbot: QtBot, error: ShopError, words: str
) -> None:
    def refuse() -> Shop:
        raise error

    program = start(wait=False, open_shop=refuse)
    with qtbot.waitSignal(program.refused):
        program.start()
    notice = program.window.findChild(OpeningFailed)
    assert notice is not None
    assert any(words in text for text in texts(notice))
    offers_restore = any(one.accessibleName() == "Restore a backup…" for one in notice.findChildren(Button))
    assert offers_restore == (error.code == "store_corrupt")


def test_a_damaged_store_can_be_restored_from_its_notice(
    start: Callable[..., Program], qtbot: QtBot, tmp_path: Path, resources: Path
) -> None:
    data = tmp_path / "data"
    shop = open_shop(data, resources)
    shop.customers.add(CustomerDraft(name="佐々木 花子"))
    shop.backup.to_file(tmp_path / "backup.db")
    shop.close()
    (data / "shop.db").write_bytes(b"not a store" * 500)
    for extra in data.glob("shop.db-*"):
        extra.unlink()
    program = start(wait=False)
    with qtbot.waitSignal(program.refused):
        program.start()
    with qtbot.waitSignal(program.opened):
        program.restore(str(tmp_path / "backup.db"))
    assert program.shop is not None
    assert program.shop.customers.count() == 1


@pytest.mark.expects_log("bug ")
def test_what_nobody_foresaw_gets_one_calm_dialog(start: Callable[..., Program]) -> None:
    program = start()
    error = ZeroDivisionError("boom")
    program.bug(type(error), error, None)
    dialogs = [one for one in program.window.children() if type(one).__name__ == "BugDialog"]
    assert len(dialogs) == 1


def test_a_new_shop_starts_with_what_the_pc_says() -> None:
    found = home_of(QLocale("ja_JP"))
    assert (found["region"], found["currency"]) == ("JP", "JPY")
    assert "currency" not in home_of(QLocale.c())
