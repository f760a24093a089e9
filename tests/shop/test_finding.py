"""Digits are answered from the phone numbers' ends alone, without the index in memory, while there are enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.storage.search_index import SearchIndex

if TYPE_CHECKING:
    from retention_desktop.shop import Shop


def test_the_first_digits_after_a_start_do_not_wait_for_the_index(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(12):
        shop.customers.add(CustomerDraft(name=f"Customer {number}", phone=f"090-0000-{number:02}84"))
    built: list[str] = []
    real = SearchIndex.build
    monkeypatch.setattr(SearchIndex, "build", lambda self, tx: (built.append("built"), real(self, tx)))
    assert len(shop.desk.find("4").people) == 9
    assert len(shop.desk.find("84").people) == 9
    assert [match.last_four for match in shop.desk.find("0384").people] == ["0384"]
    assert built == []
    assert [match.name for match in shop.desk.find("Customer 7").people] == ["Customer 7"]
    assert built == ["built"]


def test_few_endings_leave_room_for_member_numbers(shop: Shop) -> None:
    shop.customers.add(CustomerDraft(name="Ann", phone="090-0000-1014"))
    shop.customers.add(CustomerDraft(name="Ben", member_number="0148"))
    assert [match.name for match in shop.desk.find("014").people] == ["Ann", "Ben"]
