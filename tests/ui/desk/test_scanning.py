"""A scanner at the desk: it types what the printed code holds and presses Enter; the right person is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.settings import ShopSettings
from tests.ui.desk.conftest import commit, compose, enter, keys, view
from tests.ui.shared.scanner import scan
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
