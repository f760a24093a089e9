"""Every state of the desk can be read, in both languages and themes, at each size; and gives no number away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.punch_limit import Limited
from retention_desktop.domain.terms import Limit
from retention_desktop.settings import ShopSettings
from tests.ui.desk.conftest import enter, keys, press
from tests.ui.desk.loyal import GIFT, POINTS, card, set_terms
from tests.ui.desk.test_bill import HAPPY, REWARDS, TIERS
from tests.ui.legibility import clipped_texts, low_contrast, nameless
from tests.ui.looks import LOOKS
from ui.shared.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retention_desktop.shop import Shop
    from tests.ui.desk.conftest import Clock
    from ui.app import Program
    from ui.desk.page import DeskPage

SIZES = ((1280, 800), (1024, 700))
SCALES = (
    pytest.param("ja", 2.0, id="ja-2.0"),
    pytest.param("en", 1.5, id="en-1.5"),
    pytest.param("ja", 1.5, id="ja-1.5", marks=pytest.mark.long),
    pytest.param("en", 2.0, id="en-2.0", marks=pytest.mark.long),
)
FULL_NUMBER = re.compile(r"0\d0-?\d{4}-?\d{4}|\+81\d{9,}")


@pytest.fixture(params=["ja", "en"])
def first(request: pytest.FixtureRequest) -> ShopSettings:
    return ShopSettings(language=request.param, theme="light", name="美容室こもれび", legal_name="こもれび")


@pytest.fixture
def people(shop: Shop, clock: Clock, hanako: str, kenichi: str) -> list[str]:
    """Six people, one with a very long name, with visits of some weeks and of today."""
    rest = [
        shop.customers.add(CustomerDraft(name=name, kana=kana, phone=phone, pinned_note=note))
        for name, kana, phone, note in (
            ("Christopher Montgomery-Featherstonehaugh", "", "090-0000-2204", "Likes the seat at the window"),
            ("勅使河原 小百合ビクトリア", "てしがわら さゆりびくとりあ", "090-0000-2205", "右耳のうしろが敏感" * 4),
            ("", "", "090-0000-2206", ""),
            ("株式会社こもれび商事", "こもれびしょうじ", "03-1234-5678", ""),
        )
    ]
    uids = [hanako, kenichi, *rest]
    end = clock.now
    set_terms(shop, "point", POINTS | {
        "promotions": [HAPPY], "rewards": [*REWARDS, REWARDS[0] | {"id": "u", "points": 9000, "name": "Head spa"}],
        "spend": {"points": 1, "value": 1, "step": 100, "minimum": 500}, "tiers": TIERS,
    })  # fmt: skip
    set_terms(shop, "punch", card(milestones=[{"at": 3, "name": "Hair oil", "gives": GIFT}]))
    clock.pass_by(days=-140)
    for week in range(9):
        for uid in uids[: 2 + week % 4]:
            shop.desk.log_visit(uid, amount=4400 + 110 * week, guarded=False)
        clock.pass_by(days=14)
    clock.now = end
    shop.desk.log_visit(None, amount=1650)
    for uid in (hanako, rest[0]):
        shop.desk.log_visit(uid, amount=8800)
        clock.pass_by(minutes=2)
    return uids


def settle(page: DeskPage) -> None:
    """Let the layouts take their places; the toast may lie over the key hints."""
    for toast in page.findChildren(Toast):
        toast.close_now()
    for _ in range(3):
        QApplication.sendPostedEvents()
        page.grab(QRect(0, 0, 1, 1))


LIMITS = (
    Limited(programme="1", name="Punch card", limit=Limit(per_day=1), minutes=412),
    Limited(programme="2", name="Colour card", limit=Limit(minutes=720, per_day=2), minutes=200),
)


def states(page: DeskPage, uids: list[str]) -> Iterator[str]:
    """Bring the desk into each of its states."""
    yield "start"
    page.frame.box.setText("1284")
    yield "results"
    page.frame.box.setText("22")
    yield "long results"
    page.frame.box.setText("99999")
    yield "nobody"
    page.frame.box.clear()
    for uid in uids:
        page.open_customer(uid)
        yield "person"
    page.open_customer(uids[0])
    enter()
    yield "asked"
    press(Qt.Key.Key_Escape)
    page.open_customer(uids[3])
    enter()
    keys("123456")
    yield "visit"
    press(Qt.Key.Key_F8)
    yield "redeem"
    press(Qt.Key.Key_F7)
    yield "details"
    press(Qt.Key.Key_F7)
    assert page._bill is not None
    page._bill.show_why()
    yield "why"
    press(Qt.Key.Key_Escape)
    page.frame.person.limit.show_limits("visit", LIMITS, pin=True)
    yield "limit"
    page.frame.person.limit.show_limits("", (), pin=True)
    press(Qt.Key.Key_F2)
    enter()
    yield "new customer"
    press(Qt.Key.Key_F4)
    yield "sale"
    assert page.today is not None
    assert page.forms is not None
    page.forms.start_correction(page.today.visits[0].visit.uid)
    yield "correction"
    page.forms.start_refund(page.today.visits[0].visit.uid)
    yield "refund"
    page.forms.show_done()
    yield "done"


@pytest.mark.parametrize(("first", "mode"), LOOKS, indirect=["first"])
def test_nothing_is_cut_or_pale(program: Program, page: DeskPage, people: list[str], mode: str) -> None:
    program.kit.theme.set_mode("dark" if mode == "dark" else "light")
    page.reload()
    problems: list[str] = []
    for width, height in SIZES:
        program.window.resize(width, height)
        for state in states(page, people):
            if state == "person" and mode == "dark":
                continue
            settle(page)
            found = clipped_texts(page) + low_contrast(page) + nameless(page)
            problems += [f"{width} {state}: {one}" for one in found]
        page.go_back()
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(("first", "scale"), SCALES, indirect=["first"])
def test_larger_texts_are_not_cut(program: Program, page: DeskPage, people: list[str], scale: float) -> None:
    program.kit.theme.set_text_scale(scale)
    program.window.resize(1920, 1200)
    page.reload()
    problems: list[str] = []
    for state in states(page, people):
        settle(page)
        problems += [f"{state}: {one}" for one in clipped_texts(page)]
    program.kit.theme.set_text_scale(1.0)
    assert not problems, "\n".join(problems)


def test_no_state_shows_a_whole_number(page: DeskPage, people: list[str]) -> None:
    for state in states(page, people):
        for widget in page.findChildren(QWidget):
            said = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            if isinstance(widget, (QLabel, QLineEdit)):
                said.append(widget.text())
            assert not [text for text in said if FULL_NUMBER.search(text)], state


def test_an_empty_shop_can_be_read(page: DeskPage, program: Program) -> None:
    for width, height in SIZES:
        program.window.resize(width, height)
        settle(page)
        assert clipped_texts(page) + low_contrast(page) + nameless(page) == []
