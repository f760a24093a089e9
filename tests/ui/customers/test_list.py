"""The list: finding, sorting, filtering, choosing many."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from retention_desktop.domain.customer import CustomerDraft
from tests.ui.by_name import by_name, texts
from tests.ui.customers.conftest import OFFSCREEN_MENUS, choose_action, press, shown_names, type_into
from ui.customers.customer_table import CustomerTable
from ui.customers.kana_index import KanaIndex
from ui.shared.buttons import Button, IconButton
from ui.shared.chips import FilterChip
from ui.shared.find_box import FindBox
from ui.shared.ime_edit import ImeEdit
from ui.shared.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.customers.page import CustomersPage

pytestmark = OFFSCREEN_MENUS
BY_KANA = ["阿部 誠", "佐々木 花子", "田中 一郎", "名無 番号", "Sarah Jones"]


def _table(page: CustomersPage) -> CustomerTable:
    return by_name(page, "Customers", CustomerTable)


def _press_header(page: CustomersPage, title: str) -> None:
    table = _table(page)
    assert table.rows is not None
    section = [column.title for column in table.rows.columns].index(title)
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(section) + 12, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_everybody_is_listed_in_the_order_of_the_kana(page: CustomersPage) -> None:
    assert shown_names(page) == BY_KANA
    assert "5 people" in texts(page)


def test_typing_finds_as_one_types_and_return_opens(page: CustomersPage, qtbot: QtBot) -> None:
    box = by_name(page, "Find", FindBox)
    type_into(box, "1284")
    qtbot.waitUntil(lambda: shown_names(page) == ["佐々木 花子"])
    assert "1 person" in texts(page)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert "佐々木 花子" in texts(page.browse.pane)
    assert box.text() == "1284"


def test_return_right_after_typing_opens_who_was_typed(page: CustomersPage) -> None:
    """A scanner types and presses Return before the event loop turns."""
    box = by_name(page, "Find", FindBox)
    type_into(box, "5678")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert "田中 一郎" in texts(page.browse.pane)


def test_nobody_found_offers_to_add_what_was_typed(page: CustomersPage, qtbot: QtBot) -> None:
    type_into(by_name(page, "Find", FindBox), "07099998888")
    qtbot.waitUntil(lambda: "No one found" in texts(page))
    press(by_name(page, "Add this customer", Button))
    assert by_name(page, "Phone", ImeEdit).text() == "07099998888"


@pytest.mark.parametrize(
    ("title", "first"),
    [("Visits", "田中 一郎"), ("Spend", "阿部 誠"), ("Last visit", "阿部 誠"), ("Name", "Sarah Jones")],
)
def test_a_press_on_a_header_sorts(page: CustomersPage, title: str, first: str) -> None:
    _press_header(page, title)
    assert shown_names(page)[0] == first
    turned = shown_names(page)
    _press_header(page, title)
    assert set(shown_names(page)) == set(turned)
    assert shown_names(page) != turned


def test_the_order_can_be_chosen_by_keyboard(page: CustomersPage) -> None:
    press(by_name(page, "Sort, export and more", IconButton))
    choose_action(page, "Sort by spend")
    assert shown_names(page)[0] == "阿部 誠"


def test_a_tag_filters_and_counts(page: CustomersPage, shop: Shop, people: dict[str, str], qtbot: QtBot) -> None:
    shop.customers.tag([people["田中 一郎"], people["Sarah Jones"]], "VIP")
    page.reload()
    chip = by_name(page, "VIP 2", FilterChip)
    press(chip)
    qtbot.waitUntil(lambda: shown_names(page) == ["田中 一郎", "Sarah Jones"])
    press(by_name(page, "All", FilterChip))
    qtbot.waitUntil(lambda: len(shown_names(page)) == 5)


def test_many_tags_stay_in_one_line_and_the_rest_in_a_menu(
    page: CustomersPage, shop: Shop, people: dict[str, str], qtbot: QtBot
) -> None:
    for number in range(20):
        shop.customers.tag([people["田中 一郎"]], f"a longer tag {number:02}")
    shop.customers.tag([people["Sarah Jones"]], "zz rare")
    page.reload()
    press(by_name(page, "More tags", Button))
    choose_action(page, "zz rare 1")
    qtbot.waitUntil(lambda: shown_names(page) == ["Sarah Jones"])
    assert by_name(page, "zz rare 1", FilterChip).isChecked()


def test_several_people_are_tagged_at_once_and_it_can_be_taken_back(
    page: CustomersPage, shop: Shop, people: dict[str, str]
) -> None:
    table = _table(page)
    table.setFocus()
    table.choose_place(1)
    for _ in range(2):
        QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert "3 people selected" in texts(page)
    field = by_name(page, "Tag for the selected people", ImeEdit)
    type_into(field, "VIP")
    QTest.keyClick(field, Qt.Key.Key_Return)
    tagged = {name for name, uid in people.items() if shop.customers.detail(uid).tags}
    assert tagged == {"佐々木 花子", "田中 一郎", "名無 番号"}
    assert "3 people selected" in texts(page), "the choice must survive the reload"
    press(by_name(by_name(page, "3 people tagged “VIP”", Toast), "Undo", QPushButton))
    assert shop.customers.tags() == {"VIP": 0} or not any(shop.customers.tags().values())
    press(by_name(page, "Clear", Button))
    assert table.chosen_count() == 0


def test_very_many_are_tagged_in_a_worker(open_page: Callable[..., CustomersPage], shop: Shop, qtbot: QtBot) -> None:
    for number in range(210):
        shop.customers.add(CustomerDraft(name=f"N{number:03}"))
    page = open_page()
    table = _table(page)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    field = by_name(page, "Tag for the selected people", ImeEdit)
    type_into(field, "all")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shop.customers.tags().get("all") == 210)
    qtbot.waitUntil(lambda: any(toast.isVisible() for toast in page.findChildren(Toast)))


def test_the_keyboard_walks_the_list_and_return_opens(page: CustomersPage, qtbot: QtBot) -> None:
    table = _table(page)
    table.setFocus()
    table.choose_place(0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "佐々木 花子" in texts(page.browse.pane))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert page.browse.pane.person.isVisible()


def test_the_find_box_moves_the_list_beside_it(page: CustomersPage, qtbot: QtBot) -> None:
    box = by_name(page, "Find", FindBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "佐々木 花子" in texts(page.browse.pane))
    assert box.hasFocus()


def test_find_and_back_keys(page: CustomersPage, qtbot: QtBot) -> None:
    type_into(by_name(page, "Find", FindBox), "tanaka")
    qtbot.waitUntil(lambda: shown_names(page) == ["田中 一郎"])
    _table(page).setFocus()
    assert page.focus_find()
    assert by_name(page, "Find", FindBox).hasFocus()
    assert page.go_back()
    qtbot.waitUntil(lambda: len(shown_names(page)) == 5)
    assert not page.go_back()


def test_the_index_jumps_to_a_row_of_kana(open_page: Callable[..., CustomersPage], shop: Shop) -> None:
    for kana in "あかさたなはまやらわ":
        for number in range(30):
            shop.customers.add(CustomerDraft(name=f"{kana}{number:02}", kana=f"{kana}{kana}"))
    page = open_page()
    index, table = by_name(page, "Jump to names that begin with", KanaIndex), _table(page)
    QTest.mouseClick(index, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(16, 6 * 40 + 20))
    assert table.rows is not None
    top = table.rows.row(table.rowAt(0))
    assert top is not None
    assert top.name == "ま00"
    assert index.accessibleDescription() == "ま"


def test_the_model_keeps_qts_rules(page: CustomersPage, shop: Shop, people: dict[str, str]) -> None:
    rows = _table(page).rows
    assert rows is not None
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    shop.customers.delete(people["田中 一郎"])
    page.reload()
    assert tester.model().rowCount() == 4


def test_a_change_elsewhere_is_shown(page: CustomersPage, shop: Shop, people: dict[str, str], qtbot: QtBot) -> None:
    page.open_customer(people["田中 一郎"])
    shop.customers.edit(people["田中 一郎"], display_name="田中 二郎")
    qtbot.waitUntil(lambda: "田中 二郎" in shown_names(page))
    assert "田中 二郎" in texts(page.browse.pane)


@pytest.mark.parametrize("kind", ["CSV", "Excel", "vCard"])
def test_everybody_is_written_to_a_file(page: CustomersPage, tmp_path: Path, qtbot: QtBot, kind: str) -> None:
    press(by_name(page, "Sort, export and more", IconButton))
    choose_action(page, f"Export as {kind} …")
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    ending = Path(dialog.selectedFiles()[0]).suffix
    target = tmp_path / f"list{ending}"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: any(toast.isVisible() for toast in page.findChildren(Toast)))
    toast = next(toast for toast in page.findChildren(Toast) if toast.isVisible())
    assert toast.accessibleName() == f"5 customers written to list{ending}"


def test_a_file_that_cannot_be_written_is_said(page: CustomersPage, tmp_path: Path, qtbot: QtBot) -> None:
    press(by_name(page, "Sort, export and more", IconButton))
    choose_action(page, "Export as CSV …")
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "missing" / "list.csv"))
    dialog.close()
    qtbot.waitUntil(lambda: any("list.csv" in label.text() for label in page.findChildren(QLabel)))


def test_query_order_and_person_outlive_a_change_of_language(
    page: CustomersPage, open_page: Callable[..., CustomersPage], people: dict[str, str], qtbot: QtBot
) -> None:
    page.open_customer(people["田中 一郎"])
    type_into(by_name(page, "Find", FindBox), "tanaka")
    qtbot.waitUntil(lambda: shown_names(page) == ["田中 一郎"])
    kept = page.keep()
    page.kit.language.choose("ja")
    again = open_page()
    again.restore(kept)
    assert by_name(again, "探す", FindBox).text() == "tanaka"
    assert shown_names(again) == ["田中 一郎"]
    assert "田中 一郎 様" in texts(again.browse.pane)
