"""With an input method on: what is composed is looked for, and no key fires before it is committed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.ui.desk.conftest import commit, compose, enter, keys, press, view
from ui.desk.result_row import ResultRow

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from ui.desk.page import DeskPage


def found(page: DeskPage) -> list[str]:
    return [row.accessibleName().split(",")[0] for row in page.findChildren(ResultRow) if row.isVisible()]


def test_kana_still_being_composed_finds(page: DeskPage, hanako: str) -> None:
    compose("ささ")
    assert found(page) == ["佐々木 花子"]
    compose("ささk")
    assert found(page) == ["佐々木 花子"]
    assert hanako


def test_enter_belongs_to_the_input_method_while_it_composes(page: DeskPage, shop: Shop, hanako: str) -> None:
    compose("ささき")
    enter()
    assert view(page) == "results"
    commit("佐々木")
    assert found(page) == ["佐々木 花子"]
    enter(2)
    assert len(shop.desk.card(hanako).visits_today) == 1


def test_no_shortcut_fires_while_composing(page: DeskPage, shop: Shop, hanako: str) -> None:
    shop.desk.log_visit(hanako)
    compose("さ")
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_F4)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Escape)
    assert view(page) == "results"
    assert len(shop.desk.card(hanako).visits_today) == 1


def test_an_amount_still_being_composed_shows_its_gain(page: DeskPage, shop: Shop, hanako: str) -> None:
    keys("1284")
    enter(2)
    compose("３０００")
    assert page.frame.person.sale._gain.text == "+30 pt"
    enter()
    assert shop.desk.card(hanako).open_visit is not None
    commit("３０００")
    enter()
    assert shop.desk.card(hanako).points == 30


def test_the_reading_is_taken_from_the_composition(page: DeskPage) -> None:
    press(Qt.Key.Key_F2)
    for preedit, text in (("さいとう", "斎藤"), ("", "　"), ("だいき", "大樹")):
        if preedit:
            compose(preedit)
            compose(text)
        commit(text)
    draft = page.frame.new.draft()
    assert draft.name == "斎藤　大樹"
    assert draft.kana == "さいとう だいき"


def test_a_reading_typed_by_hand_is_left_alone(page: DeskPage) -> None:
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Tab)
    keys("saito")
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    compose("さいとう")
    commit("斎藤")
    assert page.frame.new.draft().kana == "saito"
