"""A store that is busy: the page says that it is saving, and nothing is lost or doubled."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from threading import Event
from typing import TYPE_CHECKING

import pytest

from retention_desktop.errors import ShopError
from tests.ui.by_name import by_name
from tests.ui.desk.conftest import enter, focused, keys, toast, view
from ui.desk import saving
from ui.desk.saving import patiently
from ui.shared.amount_field import AmountField
from ui.shared.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.desk.page import DeskPage


@contextmanager
def busy(shop: Shop) -> Iterator[sqlite3.Connection]:
    """Somebody else writes."""
    with closing(sqlite3.connect(shop.db.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other
        if other.in_transaction:
            other.execute("COMMIT")


def test_a_visit_waits_in_the_background_and_is_logged_once(
    page: DeskPage, shop: Shop, hanako: str, qtbot: QtBot
) -> None:
    keys("1284")
    enter()
    with busy(shop):
        enter()
        assert page.flow is not None
        assert page.flow.pending
        assert page.frame.person.person._saving.isVisible()
        assert by_name(page, "Amount of the sale", AmountField) is focused()
    qtbot.waitUntil(lambda: page.flow is not None and not page.flow.pending)
    assert len(shop.desk.card(hanako).visits_today) == 1
    assert not page.frame.person.person._saving.isVisible()
    assert toast(page) == "Visit of 佐々木 花子 logged · punch 1 of 10"


def test_an_amount_typed_meanwhile_joins_the_visit(page: DeskPage, shop: Shop, hanako: str, qtbot: QtBot) -> None:
    keys("1284")
    enter()
    with busy(shop):
        enter()
        keys("8800")
        enter(3)
        assert page.flow is not None
        assert page.flow.pending
    qtbot.waitUntil(lambda: shop.desk.card(hanako).points == 88)
    assert [visit.amount for visit in shop.desk.card(hanako).visits_today] == [8800]


def test_the_next_person_is_served_meanwhile(
    page: DeskPage, shop: Shop, hanako: str, kenichi: str, qtbot: QtBot
) -> None:
    keys("0148")
    enter()
    with busy(shop):
        enter()
        enter()
        page.frame.box.setFocus()
        keys("08000001284")
        enter(2)
        assert page.flow is not None
        assert page.flow.uid == kenichi
    qtbot.waitUntil(lambda: not page.flow.saving.busy if page.flow else False)
    assert len(shop.desk.card(hanako).visits_today) == 1
    assert len(shop.desk.card(kenichi).visits_today) == 1


def test_a_second_press_found_out_late_is_told(
    page: DeskPage, shop: Shop, hanako: str, kenichi: str, qtbot: QtBot
) -> None:
    keys("0148")
    enter()
    with busy(shop) as other:
        enter()
        page.open_customer(kenichi)
        other.execute("COMMIT")
        shop.desk.log_visit(hanako)
    qtbot.waitUntil(lambda: not page.flow.saving.busy if page.flow else False)
    assert len(shop.desk.card(hanako).visits_today) in {1, 2}
    banners = [banner.text for banner in page.findChildren(Banner) if banner.isVisible()]
    assert (len(shop.desk.card(hanako).visits_today) == 1) == any("佐々木 花子 was logged" in text for text in banners)


def test_a_new_customer_waits_too(page: DeskPage, shop: Shop, qtbot: QtBot) -> None:
    page.frame.new_button.click()
    keys("Ann")
    with busy(shop):
        enter()
        assert page.frame.new._save.busy
        enter()
    qtbot.waitUntil(lambda: view(page) == "person")
    assert shop.customers.count() == 1


def test_while_the_window_closes_one_more_whole_try_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "PATIENT_MS", 7)
    waited: list[int] = []

    def work(wait_ms: int) -> str:
        waited.append(wait_ms)
        raise ShopError("store_busy")

    stop = Event()
    stop.set()
    with pytest.raises(ShopError):
        patiently(work, stop)
    assert waited == [7]


def test_another_refusal_is_not_tried_again() -> None:
    waited: list[int] = []

    def work(wait_ms: int) -> str:
        waited.append(wait_ms)
        raise ShopError("disk_full", folder="x")

    with pytest.raises(ShopError):
        patiently(work, Event())
    assert len(waited) == 1
