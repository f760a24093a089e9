"""The customers' page over a real shop, driven by names and keys."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.settings import ShopSettings
from retention_desktop.shop import open_shop
from tests.ui.conftest import NOW
from ui.customers.page import CustomersPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.shared.kit import Kit

OFFSCREEN_MENUS = pytest.mark.qt_log_ignore("^This plugin does not support (raise|grabbing the keyboard)", extend=True)
"""A menu that pops up wants both; the offscreen platform has neither and says so."""

PEOPLE = (
    CustomerDraft(
        name="佐々木 花子", kana="ささき はなこ", phone="090-1234-1284", member_number="0148", birthday="11/27"
    ),
    CustomerDraft(name="田中 一郎", kana="たなか いちろう", phone="080-1234-5678"),
    CustomerDraft(name="阿部 誠", kana="あべ まこと", phone="070-1234-9999", email="abe@example.com"),
    CustomerDraft(name="Sarah Jones", phone="090-2222-3333"),
    CustomerDraft(name="名無 番号", kana="ななし ばんごう"),
)


@pytest.fixture(scope="session")
def kept_shops(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, dict[str, str]]:
    """An empty shop, one with five people, and their uids; made once and copied for each test."""
    folder = tmp_path_factory.mktemp("shops")
    make_shop(folder / "empty").close()
    shop = make_shop(folder / "people")
    uids = {draft.name: shop.customers.add(draft) for draft in PEOPLE}
    shop.desk.log_visit(uids["田中 一郎"], amount=5500)
    shop.desk.log_visit(uids["田中 一郎"], amount=3300, guarded=False)
    shop.desk.log_visit(uids["阿部 誠"], amount=12000)
    shop.close()
    return folder / "empty", folder / "people", uids


def make_shop(folder: Path) -> Shop:
    """A shop in English called 美容室こもれび, whose clock stands still."""
    resources = Path(__file__).resolve().parents[3] / "resources"
    first = ShopSettings(name="美容室こもれび", language="en")
    return open_shop(folder, resources, clock=lambda: NOW, first=first, window=True)


@pytest.fixture
def shop(
    tmp_path: Path, kept_shops: tuple[Path, Path, dict[str, str]], request: pytest.FixtureRequest
) -> Iterator[Shop]:
    empty, peopled, _ = kept_shops
    shutil.copytree(peopled if "people" in request.fixturenames else empty, tmp_path / "shop")
    shop = make_shop(tmp_path / "shop")
    yield shop
    shop.close()


@pytest.fixture
def people(kept_shops: tuple[Path, Path, dict[str, str]]) -> dict[str, str]:
    """Five people by name, with their uids; 田中 came twice."""
    return kept_shops[2]


@pytest.fixture
def open_page(qtbot: QtBot, kit: Kit, shop: Shop) -> Callable[..., CustomersPage]:
    """Makes the page and shows it at a size; `navigation` is what a window keeps free beside it."""
    windows: list[QWidget] = []

    def open_it(width: int = 1280, height: int = 800, navigation: int = 0) -> CustomersPage:
        page = CustomersPage(kit)
        window = QWidget()
        row = QHBoxLayout(window)
        row.setContentsMargins(navigation, 0, 0, 0)
        row.addWidget(page)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        page.attach(shop)
        page.reload()
        kit.refresh.add(page)
        kit.refresh.attach(shop.db)
        window.show()
        page.focus_start()
        return page

    return open_it


@pytest.fixture
def page(people: dict[str, str], open_page: Callable[..., CustomersPage]) -> CustomersPage:
    assert people
    return open_page()


def shown_names(page: CustomersPage) -> list[str]:
    """The names in the table from top to bottom."""
    rows = page.browse.list.table.rows
    assert rows is not None
    return [row.name for place in range(rows.rowCount()) if (row := rows.row(place)) is not None]


def type_into(widget: QWidget, text: str) -> None:
    """Type as a person does; letters no key has arrive as the input method commits them."""
    widget.setFocus()
    QTest.keyClicks(widget, text)


def press(widget: QWidget) -> None:
    """Press a control by keyboard."""
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_Space)
    turn()


def turn() -> None:
    """Let the event loop turn once: what was put into a layout shows itself then."""
    QCoreApplication.processEvents()


def choose_action(root: QWidget, text: str) -> None:
    """Choose from the menu that is open."""
    menus = [menu for menu in root.findChildren(QMenu) if menu.isVisible()]
    actions = [action for menu in menus for action in menu.actions() if action.text() == text]
    assert len(actions) == 1, [action.text() for menu in menus for action in menu.actions()]
    menu = next(menu for menu in menus if actions[0] in menu.actions())
    menu.close()
    actions[0].trigger()
