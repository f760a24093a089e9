"""Three stamps on a paper card become three on the screen, once, and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit

from retention_desktop.domain.staff import Role
from tests.ui.by_name import by_name, texts
from tests.ui.customers.conftest import OFFSCREEN_MENUS, choose_action, press, turn, type_into
from ui.shared.buttons import Button, IconButton
from ui.shared.choice_field import ChoiceField
from ui.shared.ime_edit import ImeEdit
from ui.shared.owner_pin import OwnerPin
from ui.shared.photo import PhotoLabel

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.customers.page import CustomersPage


def _begin(page: CustomersPage, uid: str) -> None:
    page.open_customer(uid)
    page.browse.pane.person.open_paper_card()
    turn()


def _held(shop: Shop, uid: str) -> dict[str, int]:
    return {balance.unit: balance.balance for balance in shop.loyalty.holdings(uid).balances}


@OFFSCREEN_MENUS
def test_stamps_are_brought_over_from_the_menu_by_keys(page: CustomersPage, people: dict[str, str], shop: Shop) -> None:
    uid = people["佐々木 花子"]
    page.open_customer(uid)
    by_name(page.browse.pane, "More for this person", IconButton).click()
    choose_action(page, "Bring over a paper card …")
    turn()
    kind = by_name(page, "Kind", ChoiceField)
    assert [kind.itemText(row) for row in range(kind.count())] == ["Punch card", "Points"]
    amount = by_name(page, "How many", ImeEdit)
    assert amount.window().focusWidget() is amount
    type_into(amount, "3")
    type_into(by_name(page, "Note", ImeEdit), "blue card")
    QTest.keyClick(by_name(page, "Note", ImeEdit), Qt.Key.Key_Return)
    turn()
    assert _held(shop, uid) == {"punch": 3, "point": 0}
    assert not page.browse.pane.person.bring_over.card.isVisible()
    statement = shop.cards.statement(uid)
    (line,) = next(part for part in statement.accounts if part.unit == "punch").lines
    assert (line.kind, line.amount, line.reason) == ("opening", 3, "blue card")
    page.kit.notices.undo_last()
    assert _held(shop, uid) == {"punch": 0, "point": 0}


def test_points_in_full_width_digits(page: CustomersPage, people: dict[str, str], shop: Shop) -> None:
    uid = people["阿部 誠"]
    before = _held(shop, uid)["point"]
    _begin(page, uid)
    kind = by_name(page, "Kind", ChoiceField)
    kind.setCurrentIndex(1)
    by_name(page, "How many", ImeEdit).setText("１，２００")
    press(by_name(page, "Bring over", Button))
    assert _held(shop, uid)["point"] == before + 1200
    points = next(part for part in shop.cards.statement(uid).accounts if part.unit == "point")
    assert points.lines[-1].reason == "Paper card, seen at the desk"


@pytest.mark.parametrize("typed", ["", "0", "-3", "three", "1.5", "99999999"])
def test_what_is_no_number_is_said_beside_its_field(
    page: CustomersPage, people: dict[str, str], shop: Shop, typed: str
) -> None:
    uid = people["佐々木 花子"]
    _begin(page, uid)
    by_name(page, "How many", ImeEdit).setText(typed)
    press(by_name(page, "Bring over", Button))
    assert "Write a whole number, like 3." in texts(page)
    assert _held(shop, uid) == {"punch": 0, "point": 0}
    press(by_name(page, "Cancel", Button))
    assert not page.browse.pane.person.bring_over.card.isVisible()


def test_the_form_goes_with_its_person(page: CustomersPage, people: dict[str, str]) -> None:
    _begin(page, people["佐々木 花子"])
    assert page.browse.pane.person.bring_over.card.isVisible()
    page.open_customer(people["田中 一郎"])
    assert not page.browse.pane.person.bring_over.card.isVisible()


def test_more_than_the_desk_may_give_asks_for_the_owner(
    page: CustomersPage, people: dict[str, str], shop: Shop, qtbot: QtBot
) -> None:
    shop.staff.add("Miwa Mori", Role.OWNER, pin="2580")
    desk = shop.staff.add("Ayumi Tanaka", Role.DESK, pin="1470", adjust_limit=2)
    shop.staff.sign_in(desk.uid, "1470")
    uid = people["佐々木 花子"]
    _begin(page, uid)
    by_name(page, "How many", ImeEdit).setText("3")
    press(by_name(page, "Bring over", Button))
    assert _held(shop, uid)["punch"] == 0
    (asked,) = page.window().findChildren(OwnerPin)
    by_name(asked, "The owner's PIN", QLineEdit).setText("2580")
    with qtbot.waitSignal(asked.granted):
        press(by_name(asked, "Allow this once", Button))
    assert _held(shop, uid)["punch"] == 3
    assert not page.browse.pane.person.bring_over.card.isVisible()


def _picture(folder: Path) -> str:
    image = QImage(2400, 1200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    image.save(str(folder / "card.png"))
    return str(folder / "card.png")


@pytest.mark.parametrize("dropped", [False, True])
def test_a_photo_of_the_card_stands_beside_the_reason(
    page: CustomersPage,
    people: dict[str, str],
    shop: Shop,
    tmp_path: Path,
    dropped: bool,  # noqa: FBT001 - both ways
) -> None:
    uid = people["佐々木 花子"]
    _begin(page, uid)
    card = page.browse.pane.person.bring_over.card
    if dropped:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(_picture(tmp_path))])
        said = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        over = QDragEnterEvent(QPoint(20, 20), *said)
        QApplication.sendEvent(card, over)
        assert over.isAccepted()
        drop = QDropEvent(QPointF(20, 20), *said)
        QApplication.sendEvent(card, drop)
    else:
        press(by_name(card, "Add a photo of the card", Button))
        dialog = card.findChild(QFileDialog)
        assert dialog is not None
        dialog.fileSelected.emit(_picture(tmp_path))
        dialog.close()
    assert by_name(card, "Photo of the paper card", QLabel).isVisible()
    type_into(by_name(page, "How many", ImeEdit), "3")
    press(by_name(page, "Bring over", Button))
    turn()
    (entry,) = shop.loyalty.entries(uid)
    kept = QImage.fromData(shop.loyalty.photo(entry.uid))
    assert (kept.width(), kept.height()) == (1600, 800)
    page.reload()
    turn()
    timeline = page.browse.pane.person.timeline
    why = next(one for one in timeline.findChildren(Button) if one.accessibleName().startswith("Why: "))
    press(why)
    (shown,) = [one for one in timeline.findChildren(PhotoLabel) if one.isVisible()]
    assert shown.accessibleName() == "Photo of the paper card"
    assert any("with a photo of the card" in text for text in texts(timeline))
    press(why)
    assert not shown.isVisible()


def test_what_is_no_picture_is_said_and_can_be_left_out(
    page: CustomersPage, people: dict[str, str], shop: Shop, tmp_path: Path
) -> None:
    _begin(page, people["佐々木 花子"])
    place = page.browse.pane.person.bring_over.card.photo
    (tmp_path / "card.jpg").write_bytes(b"no picture")
    place.take(str(tmp_path / "card.jpg"))
    assert "This picture can't be read. Choose a JPEG or PNG." in texts(page)
    place.take(_picture(tmp_path))
    press(by_name(page, "Without the photo", Button))
    type_into(by_name(page, "How many", ImeEdit), "2")
    press(by_name(page, "Bring over", Button))
    turn()
    (entry,) = shop.loyalty.entries(people["佐々木 花子"])
    assert "photo" not in entry.breakdown
