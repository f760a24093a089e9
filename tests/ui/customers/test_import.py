"""The import within the room, on a shop's real list and on bad files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QTableView

from tests.ui.by_name import by_name, texts
from tests.ui.customers.conftest import OFFSCREEN_MENUS, choose_action, press, turn
from ui.customers.importing.columns import ColumnButton
from ui.customers.importing.counts import CountCard
from ui.customers.importing.preview import shortened
from ui.customers.importing.progress import Progress
from ui.customers.shop_formats import ShopFormats
from ui.customers.wording_field import WordingField
from ui.shared.banner import Banner
from ui.shared.buttons import Button
from ui.shared.check_box import CheckBox
from ui.shared.choice_field import ChoiceField
from ui.shared.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.customers.page import CustomersPage
    from ui.shared.kit import Kit

pytestmark = OFFSCREEN_MENUS
LIST = Path(__file__).resolve().parents[2] / "data" / "customers_ja.csv"
PROMISE = "Import 286, merge 8, leave out 6"
HEADINGS = "会員番号,氏名,フリガナ,携帯番号\n"


@pytest.fixture
def room(open_page: Callable[..., CustomersPage]) -> CustomersPage:
    """An empty shop's room."""
    return open_page()


def _read(page: CustomersPage, path: Path, qtbot: QtBot) -> None:
    page.import_file(path)
    _rest(page, qtbot)


def _rest(page: CustomersPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.importing.busy)
    turn()


def _counts(page: CustomersPage) -> list[str]:
    return [card.accessibleName() for card in page.findChildren(CountCard) if card.isVisibleTo(page)]


def _choose(page: CustomersPage, name: str, words: str) -> None:
    field = by_name(page, name, ChoiceField)
    place = field.findText(words)
    assert place >= 0, [field.itemText(number) for number in range(field.count())]
    field.setCurrentIndex(place)
    field.activated.emit(place)


def _write(folder: Path, text: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def _troubles(page: CustomersPage) -> list[str]:
    return [banner.text for banner in page.findChildren(Banner) if banner.isVisibleTo(page)]


def test_the_preview_says_exactly_what_will_happen_and_writes_nothing(
    room: CustomersPage, shop: Shop, qtbot: QtBot
) -> None:
    _read(room, LIST, qtbot)
    assert _counts(room) == ["286 to import", "8 to merge", "6 to leave out"]
    assert "300 rows, 8 columns" in texts(room)
    assert by_name(room, PROMISE, Button).isEnabled()
    assert by_name(room, "Encoding", ChoiceField).currentText() == "Shift_JIS (Excel) (found)"
    assert shop.customers.count() == 0
    findings = by_name(room, "What was found in each row", QTableView).model()
    said = [findings.index(row, findings.columnCount() - 1).data() for row in range(findings.rowCount())]
    assert len(said) == 20
    assert said[0] == "As it is"
    assert said[5] == "Left out: no name or number"
    assert any(text.startswith("0 put back → 090-5159-5802") for text in said)
    assert "Merged with the same person" in said[19] or any("Merged" in text for text in said)
    cells = by_name(room, "First rows of the file", QTableView).model()
    assert cells.index(0, 2).data() == "十河　さくら"
    assert by_name(room, "Column 携帯番号: Phone", ColumnButton).accessibleDescription() == "sure by its heading"


def test_importing_writes_what_was_promised_and_can_be_taken_back(
    room: CustomersPage, shop: Shop, qtbot: QtBot
) -> None:
    _read(room, LIST, qtbot)
    press(by_name(room, PROMISE, Button))
    _rest(room, qtbot)
    assert "286 imported, 8 merged, 6 left out" in texts(room)
    assert "300 rows in all · Left out: 6: no name or number" in texts(room)
    assert shop.customers.count() == 286
    uid = shop.customers.resolve("090-2828-1047")
    assert shop.customers.detail(uid).consents == ()
    press(by_name(room, "Undo this import", Button))
    _rest(room, qtbot)
    assert shop.customers.count() == 0
    assert "Taken back: 286 imported, 8 merged, 6 left out" in texts(room)


def test_the_list_is_shown_after_an_import(room: CustomersPage, qtbot: QtBot) -> None:
    _read(room, LIST, qtbot)
    press(by_name(room, PROMISE, Button))
    _rest(room, qtbot)
    press(by_name(room, "Show the customers", Button))
    assert "286 people" in texts(room)


def test_consent_is_asked_once_and_its_words_are_kept(room: CustomersPage, shop: Shop, qtbot: QtBot) -> None:
    _read(room, LIST, qtbot)
    press(by_name(room, "Yes, all of them", QPushButton))
    field = by_name(room, "The words they agreed to", WordingField)
    assert "美容室こもれび" in field.text()
    field.clear()
    assert not by_name(room, "Write the words they agreed to", Button).isEnabled()
    field.setPlainText("Ticked the box on the card")
    press(by_name(room, PROMISE, Button))
    _rest(room, qtbot)
    event = shop.customers.detail(shop.customers.resolve("090-2828-1047")).consents[0]
    assert (event.given, event.source, event.wording) == (True, "import", "Ticked the box on the card")


def test_a_file_imported_before_asks_first(room: CustomersPage, shop: Shop, qtbot: QtBot) -> None:
    shop.transfer.import_customers(LIST)
    _read(room, LIST, qtbot)
    refused = by_name(room, "Imported before: tick to do it again", Button)
    assert not refused.isEnabled()
    tick = next(box for box in room.findChildren(CheckBox) if box.isVisibleTo(room) and "21 Nov" in box.text())
    press(tick)
    assert refused.isEnabled()
    press(refused)
    _rest(room, qtbot)
    assert shop.customers.count() == 286


def test_another_encoding_is_read_at_once_and_a_wrong_one_is_refused(
    room: CustomersPage, tmp_path: Path, qtbot: QtBot
) -> None:
    path = _write(tmp_path, HEADINGS + "1,十河　さくら,ソゴウ サクラ,090-1234-5678\n", encoding="euc_jp")
    _read(room, path, qtbot)
    assert by_name(room, "Encoding", ChoiceField).currentText() == "EUC-JP (found)"
    _choose(room, "Encoding", "UTF-8")
    _rest(room, qtbot)
    assert any("can't be read" in text for text in _troubles(room))
    assert _counts(room)[0] == "1 to import", "what was read before must stay"
    _choose(room, "Encoding", "EUC-JP")
    _rest(room, qtbot)
    assert _troubles(room) == []
    assert by_name(room, "Import 1", Button).isEnabled()


def test_a_column_can_be_taken_for_something_else(
    room: CustomersPage, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> None:
    path = _write(tmp_path, "氏名,電話,ひとこと\n森 健,090-1234-5678,もりけん\n")
    _read(room, path, qtbot)
    button = next(one for one in room.findChildren(ColumnButton) if "ひとこと" in one.accessibleName())
    press(button)
    choose_action(room, "Notes")
    _rest(room, qtbot)
    assert by_name(room, "Column ひとこと: Notes", ColumnButton).isVisible()
    press(by_name(room, "Import 1", Button))
    _rest(room, qtbot)
    assert shop.customers.detail(shop.customers.resolve("090-1234-5678")).customer.notes == "もりけん"


def test_a_list_without_a_phone_column_says_so_and_may_go_on(
    room: CustomersPage, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> None:
    _read(room, _write(tmp_path, "氏名,備考\n森 健,常連\n林 恵,\n"), qtbot)
    assert any("No column was found for: Phone" in text for text in _troubles(room))
    assert not by_name(room, "Choose the missing column first", Button).isEnabled()
    press(by_name(room, "Go on without", Button))
    _rest(room, qtbot)
    press(by_name(room, "Import 2", Button))
    _rest(room, qtbot)
    assert shop.customers.count() == 2


def test_a_list_whose_columns_mean_nothing_lets_one_choose_them(
    room: CustomersPage, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> None:
    _read(room, _write(tmp_path, "Mori Ken,x\nHayashi Megumi,y\n"), qtbot)
    assert len(_troubles(room)) == 1
    assert not by_name(room, "No list to import", Button).isEnabled()
    press(by_name(room, "Column 1: Left out", ColumnButton))
    choose_action(room, "Name")
    _rest(room, qtbot)
    press(by_name(room, "Import 2", Button))
    _rest(room, qtbot)
    assert shop.customers.count() == 2


@pytest.mark.parametrize(
    ("name", "content", "part"),
    [
        ("empty.csv", b"", "is empty"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "is not a list"),
    ],
)
def test_a_bad_file_is_said_beside_its_name(
    room: CustomersPage, tmp_path: Path, qtbot: QtBot, name: str, content: bytes, part: str
) -> None:
    (tmp_path / name).write_bytes(content)
    _read(room, tmp_path / name, qtbot)
    assert [part in text for text in _troubles(room)] == [True]
    assert not by_name(room, "No list to import", Button).isEnabled()
    _read(room, LIST, qtbot)
    assert _troubles(room) == []
    assert by_name(room, PROMISE, Button).isEnabled()


def test_a_file_that_is_gone_is_said(room: CustomersPage, tmp_path: Path, qtbot: QtBot) -> None:
    _read(room, tmp_path / "gone.csv", qtbot)
    assert [text for text in _troubles(room) if "gone.csv" in text]


def test_problems_are_listed_with_their_rows_and_filtered(room: CustomersPage, qtbot: QtBot) -> None:
    _read(room, LIST, qtbot)
    press(by_name(room, "Problems 55", QPushButton))
    view = by_name(room, "Problems of the file", QTableView)
    assert view.model().rowCount() == 55
    assert view.model().index(0, 0).data() == "10"
    filters = by_name(room, "Show only", ChoiceField)
    words = next(filters.itemText(at) for at in range(filters.count()) if filters.itemText(at).startswith("No usable"))
    _choose(room, "Show only", words)
    assert view.model().rowCount() == int(words.rpartition(" ")[2])
    assert view.model().index(0, 2).data() == "No usable number: no SMS"


def test_the_models_keep_qts_rules(room: CustomersPage, tmp_path: Path, qtbot: QtBot) -> None:
    check = room.importing.findChildren(QTableView)
    testers = [
        QAbstractItemModelTester(view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
        for view in check
        if view.model() is not None
    ]
    _read(room, LIST, qtbot)
    _read(room, _write(tmp_path, HEADINGS + "1,森 健,モリ ケン,090-1234-5678\n"), qtbot)
    assert len(testers) >= 3


def test_writing_can_be_cancelled_and_nothing_stays(
    room: CustomersPage, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = "".join(f"{n},名前{n},ナマエ,0901{n:07}\n" for n in range(6000))
    _read(room, _write(tmp_path, HEADINGS + rows), qtbot)
    press(by_name(room, "Import 6000", Button))
    room.importing._task.cancel()  # type: ignore[union-attr]  # pressed before 300 ms have passed and the button shows
    _rest(room, qtbot)
    assert shop.customers.count() == 0
    toast = next(toast for toast in room.findChildren(Toast) if toast.isVisible())
    assert toast.accessibleName() == "Stopped. Nothing was changed."
    assert _counts(room)[0] == "6,000 to import"


def test_reading_again_can_be_stopped_and_the_reading_before_stays(
    room: CustomersPage, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = "".join(f"{n},名前{n},ナマエ,0901{n:07}\n" for n in range(3000))
    _read(room, _write(tmp_path, HEADINGS + rows), qtbot)
    _choose(room, "Encoding", "UTF-8")
    room.importing._task.cancel()  # type: ignore[union-attr]  # it shows only where reading takes long
    _rest(room, qtbot)
    assert _troubles(room) == []
    assert _counts(room)[0] == "3,000 to import"
    assert by_name(room, "Encoding", ChoiceField).currentText() == "UTF-8 (found)"


def test_columns_that_mean_nothing_survive_a_switch_of_language(
    room: CustomersPage, open_page: Callable[..., CustomersPage], tmp_path: Path, qtbot: QtBot
) -> None:
    _read(room, _write(tmp_path, "Mori Ken,x\nHayashi Megumi,y\n"), qtbot)
    kept = room.keep()
    room.kit.language.choose("ja")
    again = open_page()
    again.restore(kept)
    turn()
    assert by_name(again, "列「1」：取り込まない", ColumnButton).isVisible()


def test_the_progress_shows_after_a_moment_and_can_stop_the_work(kit: Kit, shop: Shop, qtbot: QtBot) -> None:
    progress = Progress(kit)
    qtbot.addWidget(progress)
    progress.resize(800, 600)
    progress.show()
    progress.begin("Reading list.csv …")
    progress.show_progress(1200, 30_000, ShopFormats(kit, shop))
    assert texts(progress) == []
    qtbot.waitUntil(lambda: texts(progress) == ["Reading list.csv …", "1,200 of 30,000 rows"])
    with qtbot.waitSignal(progress.cancelled):
        press(by_name(progress, "Cancel", Button))
    progress.begin("Reading list.csv …")
    progress.end()
    assert texts(progress) == []


def test_what_was_checked_is_still_there_when_one_comes_back(room: CustomersPage, qtbot: QtBot) -> None:
    _read(room, LIST, qtbot)
    assert room.go_back()
    press(by_name(room, "Choose a file …", Button))
    assert by_name(room, PROMISE, Button).isVisible()


def test_a_change_of_language_keeps_the_check(
    room: CustomersPage, open_page: Callable[..., CustomersPage], qtbot: QtBot
) -> None:
    _read(room, LIST, qtbot)
    press(by_name(room, "Yes, all of them", QPushButton))
    by_name(room, "The words they agreed to", WordingField).setPlainText("Said yes")
    kept = room.keep()
    room.kit.language.choose("ja")
    again = open_page()
    again.restore(kept)
    turn()
    assert by_name(again, "286件を取り込み、8件をまとめ、6件を見送る", Button).isEnabled()
    assert by_name(again, "同意いただいた文言", WordingField).text() == "Said yes"


def test_work_under_way_outlives_a_change_of_language(
    room: CustomersPage, shop: Shop, open_page: Callable[..., CustomersPage], qtbot: QtBot
) -> None:
    _read(room, LIST, qtbot)
    press(by_name(room, PROMISE, Button))
    kept = room.keep()
    room.kit.language.choose("ja")
    again = open_page()
    again.restore(kept)
    qtbot.waitUntil(lambda: "286件を取り込みました、8件をまとめました、6件を見送りました" in texts(again))
    assert shop.customers.count() == 286


def test_the_file_dialog_opens_from_the_room(room: CustomersPage, qtbot: QtBot) -> None:
    press(by_name(room, "Choose a file …", Button))
    press(by_name(room, "Choose a file …", Button))
    dialog = room.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(LIST))
    dialog.close()
    _rest(room, qtbot)
    assert by_name(room, PROMISE, Button).isVisible()
    QTest.keyClick(by_name(room, PROMISE, Button), Qt.Key.Key_Escape)


def test_a_long_finding_ends_in_dots_where_its_row_is_full(qapp: QApplication) -> None:
    metrics, room = QFontMetrics(qapp.font()), QRect(0, 0, 120, 36)
    for length in range(1, 400, 7):
        text = "見慣れない番号 " * length
        shown = shortened(metrics, text, room)
        assert shown == text or (shown.endswith("…") and text.startswith(shown[:-1]))
        wrapped = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        assert metrics.boundingRect(room, int(wrapped), shown).height() <= room.height()
    assert shortened(metrics, "そのまま", room) == "そのまま"
