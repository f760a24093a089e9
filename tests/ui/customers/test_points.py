"""The timeline of points: why each entry is, giving money back, taking a redemption or a correction back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from retention_desktop.domain.staff import Role
from tests.ui.by_name import by_name
from tests.ui.conftest import NOW
from tests.ui.customers.conftest import press, turn
from ui.customers.timeline import TimelineRow
from ui.shared.amount_field import AmountField
from ui.shared.buttons import Button
from ui.shared.owner_pin import OwnerPin

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.customers.page import CustomersPage

ABE = "阿部 誠"


@pytest.fixture
def abe(page: CustomersPage, people: dict[str, str]) -> str:
    """Who came once, for ¥12,000."""
    page.open_customer(people[ABE])
    turn()
    return people[ABE]


def rows(page: CustomersPage) -> list[TimelineRow]:
    return [row for row in page.browse.pane.person.timeline.findChildren(TimelineRow) if row.isVisible()]


def row(page: CustomersPage, title: str) -> TimelineRow:
    return next(one for one in rows(page) if one.accessibleName().startswith(title))


def points(shop: Shop, uid: str) -> int | None:
    return shop.desk.card(uid).points


def test_each_visit_says_why_it_earned_what_it_did(page: CustomersPage, abe: str) -> None:
    press(by_name(page, "Why: Visit · ¥12,000", Button))
    said = row(page, "Visit").why.splitlines()
    assert "+120 pt: earned; 1 pt per ¥100 on ¥12,000; rounded down; rules version 1." in said
    assert "Punches +1: earned; 1 punch a visit; rules version 1." in said
    press(by_name(page, "Why: Visit · ¥12,000", Button))
    assert row(page, "Visit").why == ""
    assert abe


def test_money_is_given_back_from_the_timeline_and_that_taken_back_there(
    page: CustomersPage, shop: Shop, abe: str
) -> None:
    press(by_name(page, "Refund: Visit · ¥12,000", Button))
    form = page.browse.pane.person.refunding.form
    assert form.effects == "Punch card: −1 (1 → 0)\nPoints: −120 (120 → 0)"
    field = by_name(page, "Amount to give back", AmountField)
    QTest.keyClicks(field, "6000")
    assert form.effects == "Points: −60 (120 → 60)"
    QTest.keyClick(field, Qt.Key.Key_Return)
    turn()
    assert points(shop, abe) == 60
    assert form.isHidden()
    assert row(page, "Money given back · ¥6,000").isVisible()
    press(by_name(page, "Undo: Money given back · ¥6,000", Button))
    assert points(shop, abe) == 120
    assert shop.checkup.check().ok


def test_a_correction_by_hand_says_its_reason_and_can_be_taken_back(page: CustomersPage, shop: Shop, abe: str) -> None:
    programme = next(one.uid for one in shop.rules.programmes() if one.unit == "point")
    shop.loyalty.adjust(abe, programme, 50, "forgotten last week")
    page.open_customer(abe)
    page.reload()
    turn()
    press(by_name(page, "Why: Corrected by hand", Button))
    assert row(page, "Corrected by hand").why == "+50 pt: added by hand; “forgotten last week”; rules version 1."
    press(by_name(page, "Undo: Corrected by hand", Button))
    assert points(shop, abe) == 120


def test_escape_leaves_the_bill_as_it_is(page: CustomersPage, shop: Shop, abe: str) -> None:
    press(by_name(page, "Refund: Visit · ¥12,000", Button))
    QTest.keyClick(by_name(page, "Amount to give back", AmountField), Qt.Key.Key_Escape)
    assert page.browse.pane.person.refunding.form.isHidden()
    assert points(shop, abe) == 120


def test_money_of_an_earlier_day_asks_for_the_owner(page: CustomersPage, shop: Shop, abe: str, qtbot: QtBot) -> None:
    shop.desk.log_visit(abe, amount=8000, at=NOW - timedelta(days=1), guarded=False)
    shop.staff.add("Mori", role=Role.OWNER, pin="4711")
    shop.staff.sign_in(shop.staff.add("Ken", role=Role.DESK).uid)
    page.reload()
    turn()
    press(by_name(page, "Refund: Visit · ¥8,000", Button))
    QTest.keyClick(by_name(page, "Amount to give back", AmountField), Qt.Key.Key_Return)
    turn()
    assert points(shop, abe) == 200
    (asked,) = page.window().findChildren(OwnerPin)
    QTest.keyClicks(by_name(asked, "The owner's PIN", QLineEdit), "4711")
    with qtbot.waitSignal(asked.granted):
        QTest.keyClick(by_name(asked, "The owner's PIN", QLineEdit), Qt.Key.Key_Return)
    assert points(shop, abe) == 120
    assert page.browse.pane.person.refunding.form.isHidden()
