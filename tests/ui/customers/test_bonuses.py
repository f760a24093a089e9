"""What is given once, points corrected by hand, friends, and two records made one: by names and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.staff import Role
from tests.ui.by_name import by_name, texts
from tests.ui.customers.conftest import OFFSCREEN_MENUS, choose_action, press, turn, type_into
from ui.customers.merge_dialog import MergeDialog
from ui.shared.brought_by import BroughtBy
from ui.shared.buttons import Button, IconButton
from ui.shared.ime_edit import ImeEdit
from ui.shared.owner_pin import OwnerPin
from ui.shared.qr import QrCode
from ui.shared.segmented import Segmented

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.customers.page import CustomersPage

RULES: dict[str, Any] = {
    "rules": [
        {"id": "1", "kind": "mission", "points": 200, "name": "{review}"},
        {"id": "2", "kind": "survey", "points": 30},
        {"id": "3", "kind": "signup", "points": 300},
        {"id": "4", "kind": "referral", "points": 500, "friend_points": 100},
    ]
}


@pytest.fixture
def rules(shop: Shop) -> None:
    """Point rules with everything that is given without a bill."""
    programme = next(one for one in shop.rules.programmes() if one.unit == "point")
    shop.rules.save(programme.uid, RULES)


def _held(shop: Shop, uid: str) -> int:
    return {balance.unit: balance.balance for balance in shop.loyalty.holdings(uid).balances}["point"]


def _menu(page: CustomersPage, uid: str) -> list[tuple[str, bool]]:
    """Opens the person's menu; the bonuses in it."""
    page.open_customer(uid)
    by_name(page.browse.pane, "More for this person", IconButton).click()
    menus = [menu for menu in page.findChildren(QMenu) if menu.title() == "Give a bonus"]
    return [(action.text(), action.isEnabled()) for menu in menus[-1:] for action in menu.actions()]


def _close_menus(page: CustomersPage) -> None:
    for menu in page.findChildren(QMenu):
        menu.close()
    turn()


@OFFSCREEN_MENUS
@pytest.mark.usefixtures("rules")
def test_a_mission_is_given_once_from_the_menu(page: CustomersPage, people: dict[str, str], shop: Shop) -> None:
    uid = people["佐々木 花子"]
    assert _menu(page, uid) == [("{review} · +200 pt", True), ("Survey answered · +30 pt", True)]
    bonuses = next(menu for menu in page.findChildren(QMenu) if menu.title() == "Give a bonus")
    bonuses.actions()[0].trigger()
    _close_menus(page)
    assert _held(shop, uid) == 200
    assert _menu(page, uid)[0] == ("{review} · given", False)
    _close_menus(page)
    page.kit.notices.undo_last()
    assert _held(shop, uid) == 0


@OFFSCREEN_MENUS
def test_without_missions_there_is_no_empty_menu(page: CustomersPage, people: dict[str, str]) -> None:
    assert _menu(page, people["佐々木 花子"]) == []
    _close_menus(page)


@OFFSCREEN_MENUS
@pytest.mark.usefixtures("rules")
def test_points_are_corrected_with_a_reason(page: CustomersPage, people: dict[str, str], shop: Shop) -> None:
    uid = people["佐々木 花子"]
    _menu(page, uid)
    choose_action(page, "Correct points or stamps …")
    turn()
    person = page.browse.pane.person
    amount, note = by_name(page, "How many", ImeEdit), by_name(page, "Note", ImeEdit)
    assert amount.window().focusWidget() is amount
    person.correct_points.card.programme.setCurrentIndex(1)
    amount.setText("１２０")
    QTest.keyClick(amount, Qt.Key.Key_Return)
    assert "Write why; it stays on the customer's card." in texts(page)
    type_into(note, "Missed on Friday")
    QTest.keyClick(note, Qt.Key.Key_Return)
    turn()
    assert (_held(shop, uid), person.correct_points.card.isVisible()) == (120, False)
    person.open_correction()
    person.correct_points.card.programme.setCurrentIndex(1)
    amount.setText("-20")
    note.setText("too many")
    press(by_name(page, "Correct", Button))
    assert (_held(shop, uid), shop.loyalty.entries(uid)[0].reason) == (100, "too many")
    page.kit.notices.undo_last()
    assert _held(shop, uid) == 120


@pytest.mark.parametrize("typed", ["", "0", "-0", "--3", "three", "1.5", "+", "99999999"])
def test_a_wrong_correction_is_said_beside_its_field(
    page: CustomersPage, people: dict[str, str], typed: str
) -> None:  # fmt: skip
    page.open_customer(people["佐々木 花子"])
    page.browse.pane.person.open_correction()
    by_name(page, "How many", ImeEdit).setText(typed)
    by_name(page, "Note", ImeEdit).setText("x")
    press(by_name(page, "Correct", Button))
    assert "Write a whole number, like +50 or −50." in texts(page)


@pytest.mark.usefixtures("rules")
def test_over_the_limit_an_owner_allows_it(
    page: CustomersPage, people: dict[str, str], shop: Shop, qtbot: QtBot
) -> None:  # fmt: skip
    shop.staff.add("Mori", role=Role.OWNER, pin="4711")
    shop.staff.sign_in(shop.staff.add("Ken", role=Role.DESK, adjust_limit=5).uid)
    uid = people["佐々木 花子"]
    page.open_customer(uid)
    page.browse.pane.person.open_correction()
    by_name(page, "How many", ImeEdit).setText("+8")
    by_name(page, "Note", ImeEdit).setText("sorry")
    press(by_name(page, "Correct", Button))
    asked = page.window().findChild(OwnerPin)
    assert asked is not None
    by_name(asked, "The owner's PIN", QLineEdit).setText("4711")
    by_name(asked, "Allow this once", Button).click()
    qtbot.waitUntil(lambda: shop.staff.current is not None and bool(shop.loyalty.entries(uid)))
    assert 8 in {entry.amount for entry in shop.loyalty.entries(uid)}


@pytest.mark.usefixtures("rules")
def test_who_brought_a_person_is_noted_by_name(page: CustomersPage, people: dict[str, str], shop: Shop) -> None:
    new = people["Sarah Jones"]
    page.open_customer(new)
    page.browse.pane.person.open_details()
    field = by_name(page.browse.pane.person, "Brought by", BroughtBy)
    field.setText("佐々木")
    field.look()
    assert "Brought by 佐々木 花子" in texts(page)
    QTest.keyClick(field, Qt.Key.Key_Return)
    turn()
    known = shop.loyalty.referrals(new).brought_by
    assert known is not None
    assert known.uid == people["佐々木 花子"]
    assert not field.isVisible()
    assert any(text.startswith("Brought by 佐々木 花子 · ") for text in texts(page))
    page.kit.notices.undo_last()
    assert shop.loyalty.referrals(new).brought_by is None


@pytest.mark.usefixtures("rules")
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Nobody", "Nobody has the code or the name “Nobody”. Check it."),
        ("Sarah Jones", "Nobody can refer themselves, or somebody with the same number."),
        ("佐々木", "More than one person fits. Write the whole name, the number or the code."),
    ],
)
def test_what_cannot_be_is_said_in_words(
    page: CustomersPage, people: dict[str, str], shop: Shop, typed: str, said: str
) -> None:  # fmt: skip
    shop.customers.add(CustomerDraft(name="佐々木 花"))
    page.open_customer(people["Sarah Jones"])
    page.browse.pane.person.open_details()
    field = by_name(page.browse.pane.person, "Brought by", BroughtBy)
    field.setText(typed)
    press(by_name(page.browse.pane.person, "Note", Button))
    assert said in texts(page)


def test_one_who_has_been_here_is_not_asked(page: CustomersPage, people: dict[str, str]) -> None:
    page.open_customer(people["田中 一郎"])
    page.browse.pane.person.open_details()
    assert not page.browse.pane.person.friends.form.isVisible()


@pytest.mark.usefixtures("rules")
def test_a_code_for_friends_is_made_and_counts_who_came(
    page: CustomersPage, people: dict[str, str], shop: Shop
) -> None:  # fmt: skip
    uid = people["佐々木 花子"]
    page.open_customer(uid)
    person = page.browse.pane.person
    person.open_details()
    assert "At a friend's first purchase: 500 pt for them, 100 pt for the friend" in texts(person)
    press(by_name(person, "Make a code for friends", Button))
    shown = shop.loyalty.referrals(uid)
    assert by_name(person, f"QR code for friends: {shown.shown}", QrCode).text == shown.code
    shop.loyalty.refer(people["Sarah Jones"], shown.code)
    shop.loyalty.refer(people["名無 番号"], shown.code)
    shop.desk.log_visit(people["Sarah Jones"], amount=1000)
    page.reload()
    assert "2 friends brought · 1 came" in texts(person)
    page.open_customer(people["阿部 誠"])
    assert not [code for code in person.friends.findChildren(QrCode) if code.isVisibleTo(person)]


@pytest.mark.usefixtures("rules")
def test_a_new_customer_is_added_with_who_brought_them(
    page: CustomersPage, people: dict[str, str], shop: Shop
) -> None:  # fmt: skip
    page.browse.add("Ann Lee")
    field = by_name(page.browse.pane.adding, "Brought by", BroughtBy)
    field.setText("Nobody")
    press(by_name(page.browse.pane.adding, "Add this customer", Button))
    assert "Nobody has the code or the name “Nobody”. Check it." in texts(page)
    field.setText("佐々木 花子")
    press(by_name(page.browse.pane.adding, "Add this customer", Button))
    uid = shop.customers.resolve(page.browse.pane.person.uid)
    known = shop.loyalty.referrals(uid).brought_by
    assert known is not None
    assert (known.uid, _held(shop, uid)) == (people["佐々木 花子"], 300)
    page.kit.notices.undo_last()
    assert shop.loyalty.referrals(people["佐々木 花子"]).friends == ()


def _choose_two(page: CustomersPage, shop: Shop, *uids: str) -> MergeDialog:
    page.browse.list.merge_wanted.emit([shop.customers.detail(uid).customer.key for uid in uids])
    turn()
    dialog = page.window().findChild(MergeDialog)
    assert dialog is not None
    return dialog


def test_merging_is_offered_for_exactly_two(page: CustomersPage) -> None:
    bar = page.browse.list.bar
    for count, offered in ((2, True), (3, False)):
        page.browse.list.table.counted.emit(count)
        turn()
        named = [one for one in bar.findChildren(IconButton) if one.accessibleName() == "Merge these two …"]
        assert [one.isVisibleTo(bar) for one in named] == [offered]


@pytest.mark.usefixtures("rules")
def test_two_records_become_one_and_come_apart_again(page: CustomersPage, people: dict[str, str], shop: Shop) -> None:
    one, two = people["田中 一郎"], people["阿部 誠"]
    dialog = _choose_two(page, shop, one, two)
    shown = texts(dialog)
    assert {"田中 一郎", "阿部 誠", "080-1234-5678", "2", "1"} <= set(shown)
    assert any(text.startswith("1 stamp · ") for text in shown)
    assert dialog.focusWidget() is by_name(dialog, "Merge", Button)
    assert by_name(dialog, "Who stays", Segmented).value == "first"
    press(by_name(dialog, "Merge", Button))
    turn()
    assert shop.customers.detail(one).customer.visit_count == 3
    assert page.browse.pane.person.uid == one
    assert shop.customers.count() == 4
    page.kit.notices.undo_last()
    assert [shop.customers.detail(uid).customer.visit_count for uid in (one, two)] == [2, 1]


@pytest.mark.usefixtures("rules")
def test_a_doubled_bonus_is_offered_back(page: CustomersPage, people: dict[str, str], shop: Shop) -> None:
    keep, other = people["佐々木 花子"], people["Sarah Jones"]
    for uid in (keep, other):
        shop.loyalty.award(uid, "signup")
    dialog = _choose_two(page, shop, keep, other)
    press(by_name(dialog, "Merge", Button))
    turn()
    assert _held(shop, keep) == 600
    assert "Both had a bonus: 300 pt for signing up. Take the second one back?" in texts(page)
    press(by_name(page, "Take it back", Button))
    assert _held(shop, keep) == 300


def test_a_merge_is_the_owner_s(page: CustomersPage, people: dict[str, str], shop: Shop, qtbot: QtBot) -> None:
    shop.staff.add("Mori", role=Role.OWNER, pin="4711")
    shop.staff.sign_in(shop.staff.add("Ken", role=Role.DESK).uid)
    dialog = _choose_two(page, shop, people["田中 一郎"], people["阿部 誠"])
    press(by_name(dialog, "Merge", Button))
    turn()
    assert shop.customers.count() == 5
    asked = page.window().findChild(OwnerPin)
    assert asked is not None
    by_name(asked, "The owner's PIN", QLineEdit).setText("4711")
    by_name(asked, "Allow this once", Button).click()
    qtbot.waitUntil(lambda: shop.customers.count() == 4)
