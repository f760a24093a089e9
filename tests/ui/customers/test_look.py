"""Every state of the room can be read in both languages and both themes, wide and narrow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from retention_desktop.domain.customer import CustomerDraft
from tests.ui.by_name import by_name
from tests.ui.customers.conftest import turn
from tests.ui.legibility import clipped_texts, low_contrast, nameless
from tests.ui.looks import LOOKS
from ui.shared.find_box import FindBox
from ui.shared.ime_edit import ImeEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.customers.page import CustomersPage
    from ui.shared.kit import Kit
    from ui.shared.language import LanguageChoice
    from ui.shared.theme import ThemeMode

LIST = Path(__file__).resolve().parents[2] / "data" / "customers_ja.csv"
LONG = CustomerDraft(
    name="長曽我部 久美子ヴィクトリア", kana="ちょうそかべ くみこゔぃくとりあ", phone="090-1111-4444",
    email="a.rather.long.address.of.a.customer@mail.example.co.jp", birthday="昭和63年4月1日", member_number="0009876",
    pinned_note="右耳のうしろが敏感なので薬剤に注意。駐車場は裏の2番をご案内する。",
    consent="SMSで受け取ることに同意します",
)  # fmt: skip


def _fill(shop: Shop) -> str:
    shop.sample_shop.fill()
    uid = shop.customers.add(LONG)
    shop.customers.tag([uid], "カラー")
    shop.customers.tag([uid], "a longer tag than most")
    for amount in (5500, 12_000, 1_234_567):
        shop.desk.log_visit(uid, amount=amount, guarded=False)
    shop.customers.opt_out(shop.customers.resolve("090-1111-4444"))
    return uid


def _browsing(page: CustomersPage, uid: str, qtbot: QtBot) -> Iterator[str]:
    browse = page.browse
    yield "list"
    page.open_customer(uid)
    yield "person"
    browse.pane.person.open_details()
    by_name(browse.pane, "Kana" if page.kit.language.code == "en" else "かな", ImeEdit).setText("森")
    browse.pane.person.contacts.add_new("new phone")
    yield "details"
    browse.pane.person.tabs.choose(2)
    browse.pane.person.strip.open_question()
    yield "consent"
    browse.add("1234")
    browse.pane.adding._agreed.setChecked(True)
    yield "adding"
    page.go_back()
    browse.list.table.selectAll()
    yield "many"
    page.go_back()
    box = page.findChild(FindBox)
    assert isinstance(box, FindBox)
    box.setText("09098989898")
    qtbot.waitUntil(browse.list._nobody.isVisible)
    yield "nobody"


def _importing(page: CustomersPage, tmp_path: Path, qtbot: QtBot) -> Iterator[str]:
    importing = page.importing
    yield "empty"
    page._begin_import()
    yield "choose"
    for name, content in (("gone.csv", ""), ("columns.csv", "a,b\nx,y\n"), ("names.csv", "氏名,備考\n森 健,常連\n")):
        if content:
            (tmp_path / name).write_text(content, encoding="utf-8")
        page.import_file(tmp_path / name)
        qtbot.waitUntil(lambda: not importing.busy)
        yield name
    page.import_file(LIST)
    qtbot.waitUntil(lambda: not importing.busy)
    yield "check"
    importing._check._tabs.choose("problems")
    importing._check._tabs.chosen.emit("problems")
    importing._check.consent.show_answer(agreed=True, wording=importing._check.consent.text)
    yield "problems"
    importing._bar.primary_wanted.emit()
    qtbot.waitUntil(lambda: not importing.busy)
    yield "done"
    page.import_file(LIST)
    qtbot.waitUntil(lambda: not importing.busy)
    yield "again"
    importing._progress.begin("customers_ja.csv")
    importing._views.setCurrentWidget(importing._progress)
    qtbot.waitUntil(importing._progress._card.isVisible)
    yield "progress"


def _faults(page: CustomersPage, state: str, *, colours: bool) -> list[str]:
    turn()
    turn()
    faults = clipped_texts(page) + nameless(page) + (low_contrast(page) if colours else [])
    return [f"{state}: {fault}" for fault in faults]


@pytest.mark.parametrize(("code", "mode"), LOOKS)
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 700)])
def test_browsing_is_legible(
    kit: Kit, shop: Shop, open_page: Callable[..., CustomersPage], qtbot: QtBot, code: LanguageChoice, mode: ThemeMode,
    width: int, height: int,
) -> None:  # fmt: skip
    kit.language.choose(code)
    kit.theme.start(mode, 1.0, code)
    uid = _fill(shop)
    page = open_page(width, height, 184 if width >= 1160 else 64)
    faults: list[str] = []
    for state in _browsing(page, uid, qtbot):
        faults += _faults(page, state, colours=width == 1280)
    assert not faults, faults


@pytest.mark.parametrize(("code", "mode"), LOOKS)
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 700)])
def test_importing_is_legible(
    kit: Kit, open_page: Callable[..., CustomersPage], qtbot: QtBot, tmp_path: Path, code: LanguageChoice,
    mode: ThemeMode, width: int, height: int,
) -> None:  # fmt: skip
    kit.language.choose(code)
    kit.theme.start(mode, 1.0, code)
    page = open_page(width, height, 184 if width >= 1160 else 64)
    faults: list[str] = []
    for state in _importing(page, tmp_path, qtbot):
        faults += _faults(page, state, colours=width == 1280)
    assert not faults, faults


@pytest.mark.long
@pytest.mark.parametrize("text_scale", [1.25, 1.5])
@pytest.mark.parametrize("code", ["ja", "en"])
def test_larger_text_is_not_cut(
    kit: Kit, shop: Shop, open_page: Callable[..., CustomersPage], qtbot: QtBot, tmp_path: Path, code: LanguageChoice,
    text_scale: float,
) -> None:  # fmt: skip
    kit.language.choose(code)
    kit.theme.start("light", text_scale, code)
    page = open_page(int(1280 * text_scale), int(800 * text_scale), 184)
    faults: list[str] = []
    for state in _importing(page, tmp_path, qtbot):
        faults += _faults(page, state, colours=False)
    page.importing._end(None)
    page._leave_import()
    for state in _browsing(page, _fill(shop), qtbot):
        faults += _faults(page, state, colours=False)
    assert not faults, faults


def test_the_page_shows_in_the_room_it_is_given(open_page: Callable[..., CustomersPage], kit: Kit) -> None:
    """Nothing on it asks for more than a window of 1024 x 700 leaves."""
    codes: tuple[LanguageChoice, ...] = ("ja", "en")
    for code in codes:
        kit.language.choose(code)
        page = open_page(1024, 700, 64)
        turn()
        assert page.size() == QSize(960, 700)
