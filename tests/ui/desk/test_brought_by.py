"""Who brought a new customer, noted at the desk with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.ui.by_name import by_name, texts
from tests.ui.desk.conftest import enter, keys, press
from ui.shared.brought_by import BroughtBy

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from ui.desk.page import DeskPage


def test_a_friend_s_code_is_typed_with_the_new_customer(page: DeskPage, shop: Shop, hanako: str) -> None:
    code = shop.loyalty.referral_code(hanako)
    press(Qt.Key.Key_F2)
    keys("Ann")
    field = by_name(page, "Brought by", BroughtBy)
    field.setFocus()
    keys("XYZ")
    enter()
    assert "Nobody has the code or the name “XYZ”. Check it." in texts(page)
    field.clear()
    keys(code)
    field.look()
    assert any(text.startswith("Brought by ") for text in texts(page))
    enter()
    assert page.flow is not None
    known = shop.loyalty.referrals(page.flow.uid).brought_by
    assert known is not None
    assert known.uid == hanako
