"""The room without anybody, and the sample shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.domain.customer import CustomerDraft
from tests.ui.by_name import by_name, texts
from tests.ui.customers.conftest import press, shown_names, type_into
from ui.shared.buttons import Button
from ui.shared.ime_edit import ImeEdit
from ui.shared.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from ui.customers.page import CustomersPage

REMOVE = "Remove the sample shop"


def test_an_empty_room_says_what_to_do(open_page: Callable[..., CustomersPage]) -> None:
    page = open_page()
    assert "Bring your customers here" in texts(page)
    assert page.focusWidget() is by_name(page, "Choose a file …", Button)


def test_the_first_customer_can_be_typed(open_page: Callable[..., CustomersPage], shop: Shop) -> None:
    page = open_page()
    press(by_name(page, "Add a customer", Button))
    type_into(by_name(page, "Name", ImeEdit), "Mori Ken")
    press(by_name(page, "Add this customer", Button))
    assert shop.customers.count() == 1
    assert shown_names(page) == ["Mori Ken"]


def test_the_sample_shop_comes_badged_and_goes_alone(
    open_page: Callable[..., CustomersPage], shop: Shop, qtbot: QtBot
) -> None:
    page = open_page()
    press(by_name(page, "Fill the sample shop", Button))
    qtbot.waitUntil(lambda: "60 people" in texts(page))
    assert "60 people are samples. Messages to them stay on this PC." in texts(page)
    mine = shop.customers.add(CustomerDraft(name="Mori Ken"))
    rows = page.browse.list.table.rows
    assert rows is not None
    page.open_customer(page.browse.list.table.row_uid(0))
    qtbot.waitUntil(lambda: "Sample" in texts(page.browse.pane))
    press(by_name(page, REMOVE, Button))
    qtbot.waitUntil(lambda: shown_names(page) == ["Mori Ken"])
    assert shop.customers.detail(mine).customer.display_name == "Mori Ken"
    assert "60 people are samples. Messages to them stay on this PC." not in texts(page)
    qtbot.waitUntil(
        lambda: any(toast.accessibleName() == "60 sample people are gone" for toast in page.findChildren(Toast))
    )


def test_the_sample_shop_comes_back_by_undo(open_page: Callable[..., CustomersPage], shop: Shop, qtbot: QtBot) -> None:
    shop.sample_shop.fill()
    page = open_page()
    press(by_name(page, REMOVE, Button))
    qtbot.waitUntil(lambda: any(toast.isVisible() for toast in page.findChildren(Toast)))
    assert "Bring your customers here" in texts(page)
    assert page.kit.notices.undo_last()
    qtbot.waitUntil(lambda: shop.customers.count() == 60)


def test_the_page_shows_its_frame_before_there_is_a_shop(qtbot: QtBot, page: CustomersPage) -> None:
    frame = type(page)(page.kit)
    qtbot.addWidget(frame)
    frame.resize(1280, 800)
    frame.show()
    frame.reload()
    frame.focus_start()
    assert "Customers" in texts(frame)
    assert frame.keep()["importing"] is None
