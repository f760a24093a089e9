"""A scanner at the desk: it types what the printed code holds and presses Enter; the right person is open."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from retention_desktop.coupons import CouponDraft
from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.terms import Gives
from retention_desktop.settings import ShopSettings
from tests.ui.desk.conftest import commit, compose, enter, focused, keys, press, view
from tests.ui.desk.loyal import GIFT, give, set_terms
from tests.ui.shared.scanner import scan
from ui.shared.amount_field import AmountField
from ui.shared.printing.counter import PrintCounter
from ui.shared.printing.document import picture

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from tests.ui.desk.conftest import Clock
    from ui.app import Program
    from ui.desk.page import DeskPage


@pytest.fixture(params=["en", "ja"])
def first(request: pytest.FixtureRequest) -> ShopSettings:
    return ShopSettings(language=request.param, theme="light", name="美容室こもれび")


_AT = count(1)
"""Each text is typed long after the one before."""


def _wide(text: str) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) for letter in text)


def _printed_code(program: Program, uid: str, kind: str) -> str:
    """What a scanner reads from a person's printed card."""
    assert program.shop is not None
    printables = PrintCounter(program.kit, program.shop).for_person(uid)
    document = next(one for one in printables if one.key == kind).make()
    (code,) = scan(picture(document, program.kit.theme, 0, 200))
    return code


def _opened(page: DeskPage) -> str:
    assert page.flow is not None
    assert view(page) == "person"
    return page.flow.uid


@pytest.mark.parametrize("kind", ["member_sheet", "stamp_sheet", "member_slip", "stamp_slip", "statement"])
def test_a_scanned_card_opens_its_person_in_one_step(
    program: Program, page: DeskPage, shop: Shop, hanako: str, kenichi: str, kind: str
) -> None:
    for uid in (hanako, kenichi):
        code = _printed_code(program, uid, kind)
        assert code == shop.cards.holder(uid).code
        keys(code)
        enter()
        assert _opened(page) == uid
        assert page.frame.box.text() == ""


def test_a_member_number_that_a_phone_ends_with_opens_the_member(page: DeskPage, shop: Shop, hanako: str) -> None:
    shop.customers.add(CustomerDraft(name="Ann", phone="090-0000-0148"))
    keys("0148")
    enter()
    assert _opened(page) == hanako


def test_a_scanner_under_a_japanese_input_method(page: DeskPage, shop: Shop, kenichi: str) -> None:
    code = _wide(shop.cards.holder(kenichi).code.lower())
    compose(code)
    commit(code)
    enter()
    assert _opened(page) == kenichi


def test_full_width_digits_of_a_member_number(page: DeskPage, hanako: str) -> None:
    commit("０１４８")
    enter()
    assert _opened(page) == hanako


def test_the_code_of_a_reward_opens_who_holds_it(
    page: DeskPage, shop: Shop, hanako: str, kenichi: str, clock: Clock
) -> None:
    for _ in range(10):
        shop.desk.log_visit(kenichi)
        clock.pass_by(days=1)
    (reward,) = shop.loyalty.holdings(kenichi).rewards
    keys(f"{reward.code[:3]}-{reward.code[3:]}".lower())
    enter()
    assert _opened(page) == kenichi
    assert hanako


def _at_amount(page: DeskPage, typed: str = "") -> AmountField:
    """The first person is at the counter, her visit logged, the keyboard in the amount."""
    keys("0148")
    enter(2)
    field = focused()
    assert isinstance(field, AmountField)
    keys(typed)
    assert page.frame.person.sale.field is field
    return field


@pytest.mark.parametrize("typed", ["", "8800"])
def test_a_card_scanned_into_the_amount_opens_its_person_and_records_nothing(
    page: DeskPage, shop: Shop, hanako: str, kenichi: str, typed: str
) -> None:
    field = _at_amount(page, typed)
    _type_at(field, shop.cards.holder(kenichi).code, pause=500, gap=8)
    assert _opened(page) == kenichi
    assert field.text() == ""
    assert shop.desk.card(hanako).open_visit is not None
    assert shop.desk.card(kenichi).visits_today == ()


def test_a_member_number_of_digits_is_scanned_or_typed_as_an_amount_by_its_speed(
    page: DeskPage, shop: Shop, hanako: str, kenichi: str
) -> None:
    shop.customers.edit(kenichi, member_number="4500")
    field = _at_amount(page)
    _type_at(field, "4500", pause=500, gap=140)
    assert shop.desk.card(hanako).visits_today[0].amount == 4500
    keys("0148")
    enter()
    page.frame.person.sale.focus_amount()
    _type_at(field, "4500", pause=500, gap=8)
    assert _opened(page) == kenichi
    assert shop.desk.card(hanako).visits_today[0].amount == 4500


def test_a_rewards_code_scanned_into_the_amount_is_offered_first_and_the_amount_stays(
    page: DeskPage, shop: Shop, hanako: str
) -> None:
    for name in ("Head spa", "Hair oil"):
        set_terms(shop, "punch", {"size": 1, "reward": {"name": name, "gives": GIFT, "cost": 1}})
        give(shop, hanako, 1, "punch")
    set_terms(shop, "punch", {"size": 10, "reward": {"name": "x", "gives": GIFT, "cost": 1}})
    (reward,) = [one for one in shop.desk.card(hanako).rewards if one.name == "Head spa"]
    page.reload()
    field = _at_amount(page, "8800")
    _type_at(field, reward.code, pause=500, gap=8)
    panel = page.frame.person.redeem
    assert field.text() == "8,800"
    assert panel.chosen is not None
    assert panel.chosen.name == "Head spa"
    enter()
    (used,) = [one for one in shop.loyalty.holdings(hanako).rewards if one.state == "used"]
    assert used.name == "Head spa"
    assert shop.desk.card(hanako).visits_today[0].amount == 8800
    assert shop.checkup.check().ok


def test_a_coupon_for_everybody_scanned_into_the_amount_lies_on_the_bill(
    page: DeskPage, shop: Shop, hanako: str
) -> None:
    gives = Gives(kind="discount", amount=500)
    code = shop.coupons.add(CouponDraft(name="Spring", gives=gives))[0].code
    field = _at_amount(page, "8800")
    _type_at(field, code, pause=500, gap=8)
    assert field.text() == "8,800"
    assert [one.name for one in page.frame.person.sale._bill.taken] == ["Spring"]
    page.frame.person.sale.focus_amount()
    enter()
    visit = shop.desk.card(hanako).visits_today[0]
    assert (visit.amount, visit.discount) == (8800, 500)


def test_a_scan_into_the_amount_of_a_sale_without_a_customer(page: DeskPage, shop: Shop, hanako: str) -> None:
    press(Qt.Key.Key_F4)
    assert view(page) == "sale"
    _type_at(focused(), shop.cards.holder(hanako).code, pause=500, gap=8)
    assert _opened(page) == hanako


def test_what_is_no_code_stays_to_be_mended(page: DeskPage, shop: Shop, hanako: str) -> None:
    field = _at_amount(page)
    _type_at(field, "88OO", pause=500, gap=8)
    assert field.text() == "88OO"
    assert shop.desk.card(hanako).visits_today[0].amount is None


def _type_at(widget: QWidget, text: str, *, pause: int, gap: int) -> None:
    """Type and press Enter with so many milliseconds before the first key and between two."""
    at = next(_AT) * 100_000 + pause
    for sign in (*text, "\r"):
        key = Qt.Key.Key_Return if sign == "\r" else Qt.Key(ord(sign.upper()))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign)
            event.setTimestamp(at)
            QApplication.sendEvent(widget, event)
        at += gap
