"""Printing from the customers' room: one person, several, everybody, the notice; by names and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.by_name import by_name, texts
from tests.ui.customers.conftest import OFFSCREEN_MENUS, choose_action, press, shown_names, turn
from tests.ui.shared.pdf import read_pdf
from tests.ui.shared.scanner import scan
from ui.shared.banner import Banner
from ui.shared.buttons import Button, IconButton
from ui.shared.choice_field import ChoiceField
from ui.shared.printing.print_dialog import Preview, PrintDialog, has_printer
from ui.shared.qr import QrCode
from ui.shared.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.customers.page import CustomersPage
    from ui.shared.kit import Kit


def _dialog(page: CustomersPage) -> PrintDialog:
    turn()
    found = [one for one in page.findChildren(PrintDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def _toast(page: CustomersPage) -> str:
    shown = [one for one in page.findChildren(Toast) if one.isVisible()]
    return shown[-1].accessibleName() if shown else ""


def _choose(dialog: PrintDialog, key: str) -> None:
    dialog.choice.choose(key)
    dialog.choice.chosen.emit(key)


def _save(dialog: PrintDialog, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(dialog.saved):
        dialog.write(path)


def test_one_persons_card_is_shown_and_saved(
    page: CustomersPage, people: dict[str, str], qtbot: QtBot, tmp_path: Path
) -> None:
    page.open_customer(people["佐々木 花子"])
    press(by_name(page, "Print cards and statement", IconButton))
    dialog = _dialog(page)
    choice = by_name(dialog, "What to print", ChoiceField)
    assert [choice.itemText(row) for row in range(choice.count())] == [
        "Member card on A4", "Stamp card on A4", "Member card, each on a slip of its size",
        "Stamp card, each on a slip of its size", "Balance and history",
    ]  # fmt: skip
    assert by_name(dialog, "Preview", Preview).accessibleDescription() == "Member card on A4 佐々木 花子"
    for key, size in (("member_sheet", (210, 297)), ("stamp_slip", (91, 55)), ("statement", (210, 297))):
        _choose(dialog, key)
        _save(dialog, qtbot, tmp_path / f"{key}.pdf")
        pdf = read_pdf(tmp_path / f"{key}.pdf")
        assert pdf.sizes == [size]
        assert "佐々木花子" in pdf.texts[0]
        assert "0148" in pdf.texts[0]
        assert _toast(page) == f"Saved: {key}.pdf"
    press(by_name(dialog, "Close", Button))
    turn()
    assert not [one for one in page.findChildren(PrintDialog) if one.isVisible()]


def test_row_078_the_balance_is_copied_as_a_short_text(page: CustomersPage, people: dict[str, str]) -> None:
    page.open_customer(people["田中 一郎"])
    press(by_name(page, "Print cards and statement", IconButton))
    dialog = _dialog(page)
    assert not dialog._copy.isVisible()
    _choose(dialog, "statement")
    press(by_name(dialog, "Copy as a short text", Button))
    copied = QApplication.clipboard().text()
    assert copied.startswith("美容室こもれび: 田中 一郎, ")
    assert "2/10" in copied
    assert _toast(page) == "Copied. It fits one text message."
    dialog.reject()


@OFFSCREEN_MENUS
def test_the_menu_prints_cards_for_everyone_in_the_list(
    page: CustomersPage, qtbot: QtBot, shop: Shop, tmp_path: Path
) -> None:
    assert len(shown_names(page)) == 5
    by_name(page, "Sort, export and more", IconButton).click()
    choose_action(page, "Print cards for everyone in this list …")
    dialog = _dialog(page)
    assert "Print cards for 5 people" in texts(dialog)
    _save(dialog, qtbot, tmp_path / "all.pdf")
    text = read_pdf(tmp_path / "all.pdf").texts[0]
    for row in shop.customers.rows(shop.customers.keys()):
        assert row.name.replace(" ", "") in text
    dialog.reject()


def test_several_chosen_people_are_printed_alone(page: CustomersPage, qtbot: QtBot, tmp_path: Path) -> None:
    table = page.browse.list.table
    table.setFocus()
    table.choose_place(0)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    turn()
    chosen = shown_names(page)[:2]
    press(by_name(page, "Print their cards", IconButton))
    dialog = _dialog(page)
    assert "Print cards for 2 people" in texts(dialog)
    _save(dialog, qtbot, tmp_path / "two.pdf")
    text = read_pdf(tmp_path / "two.pdf").texts[0]
    assert [name.replace(" ", "") in text for name in chosen] == [True, True]
    assert text.count("美容室こもれび") == 2
    dialog.reject()


@OFFSCREEN_MENUS
def test_the_notice_is_printed_from_the_menu(page: CustomersPage, qtbot: QtBot, tmp_path: Path) -> None:
    by_name(page, "Sort, export and more", IconButton).click()
    choose_action(page, "Print the notice for the shop …")
    dialog = _dialog(page)
    _save(dialog, qtbot, tmp_path / "notice.pdf")
    pdf = read_pdf(tmp_path / "notice.pdf")
    assert pdf.sizes == [(210, 297)]
    assert "10stamps:" in pdf.texts[0]
    dialog.reject()


def test_a_file_that_cannot_be_written_is_said_on_the_page(
    page: CustomersPage, people: dict[str, str], qtbot: QtBot, tmp_path: Path
) -> None:
    page.open_customer(people["佐々木 花子"])
    press(by_name(page, "Print cards and statement", IconButton))
    dialog = _dialog(page)
    with qtbot.waitSignal(dialog.failed):
        dialog.write(tmp_path / "nowhere" / "card.pdf")
    assert not dialog.busy
    assert [one for one in page.findChildren(Banner) if one.isVisible()]
    dialog.reject()


def test_many_pages_are_turned_and_drawing_them_can_be_stopped(
    page: CustomersPage, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> None:
    assert page.printing is not None
    keys = shop.customers.keys()
    page.printing.people(keys * 80)
    dialog = _dialog(page)
    assert "Page 1 of 50" in texts(dialog)
    press(by_name(dialog, "Next page", IconButton))
    assert "Page 2 of 50" in texts(dialog)
    press(by_name(dialog, "Page before", IconButton))
    assert "Page 1 of 50" in texts(dialog)
    dialog.write(tmp_path / "all.pdf")
    assert dialog.busy
    qtbot.waitUntil(lambda: any("Drawing page" in text for text in texts(dialog)) or not dialog.busy)
    assert dialog.busy
    dialog.reject()
    assert list(tmp_path.glob("*.pdf*")) == []


@pytest.mark.parametrize("code", ["ja"])
def test_it_speaks_japanese(
    kit: Kit, people: dict[str, str], open_page: Callable[..., CustomersPage], code: str, qtbot: QtBot, tmp_path: Path
) -> None:
    kit.language.choose("ja" if code == "ja" else "en")
    page = open_page()
    page.open_customer(people["佐々木 花子"])
    press(by_name(page, "カードと明細を印刷", IconButton))
    dialog = _dialog(page)
    assert "この方の印刷" in texts(dialog)
    _save(dialog, qtbot, tmp_path / "card.pdf")
    assert "佐々木花子様" in read_pdf(tmp_path / "card.pdf").texts[0]
    dialog.reject()


def test_the_details_show_the_code_of_the_card(page: CustomersPage, people: dict[str, str], shop: Shop) -> None:
    page.open_customer(people["佐々木 花子"])
    page.browse.pane.person.open_details()
    turn()
    assert by_name(page, "QR code of the card: 0148", QrCode).text == "0148"
    page.open_customer(people["田中 一郎"])
    holder = shop.cards.holder(people["田中 一郎"])
    code = by_name(page, f"QR code of the card: {holder.shown}", QrCode)
    turn()
    assert scan(code.grab().toImage()) == [holder.code]
    assert holder.shown in texts(page.browse.pane)


def test_a_printer_gets_the_chosen_pages(
    page: CustomersPage, people: dict[str, str], qtbot: QtBot, tmp_path: Path
) -> None:
    page.open_customer(people["佐々木 花子"])
    press(by_name(page, "Print cards and statement", IconButton))
    dialog = _dialog(page)
    assert by_name(dialog, "Save as PDF …", Button).isEnabled()
    assert dialog._print.isVisible() == has_printer()
    asked = dialog.printer_dialog()
    asked.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    asked.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(dialog.finished):
        asked.done(QPrintDialog.DialogCode.Accepted)
    pdf = read_pdf(tmp_path / "printed.pdf")
    assert (pdf.title, pdf.sizes) == ("Member card on A4 佐々木 花子", [(210, 297)])
    assert "佐々木花子" in pdf.texts[0]
