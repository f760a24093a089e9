"""The orders that SQLite puts together in one row are those it gives row by row."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.shop import Shop, open_shop
from retention_desktop.storage import customer_order, customer_store

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
NAMES = ("森 健", "青木 葵", "佐藤 花子", "Ito Ren", "林 樹", "青木 葵")


def filled(folder: Path) -> Shop:
    shop = open_shop(folder, RESOURCES)
    for number, name in enumerate(NAMES):
        uid = shop.customers.add(CustomerDraft(name=name, kana="やまだ"))
        for day in range(number % 3):
            shop.desk.log_visit(uid, amount=1000, at=datetime(2026, 1, 20 - number - day, 3, tzinfo=UTC), guarded=False)
    return shop


@pytest.mark.parametrize("descending", [False, True])
def test_everybody_in_one_row_stands_in_every_order_of_the_list(tmp_path: Path, *, descending: bool) -> None:
    shop = filled(tmp_path)
    with shop.db.read() as tx:
        for sort in customer_store.SORTS:
            one_by_one = customer_store.customer_keys(tx, sort, descending=descending)
            assert customer_order.everybody(tx, sort, descending=descending) == one_by_one
            assert len(one_by_one) == len(NAMES)
    shop.close()


def test_the_search_index_finds_the_newest_visit_first(tmp_path: Path) -> None:
    shop = filled(tmp_path)
    with shop.db.read() as tx:
        newest = [key for key, text in customer_store.search_keys(tx) if "やまだ" in text]
        shop.search.build(tx)
        assert shop.search.find(tx, ("やまだ",), 10) == newest
        assert len(newest) == len(NAMES)
    shop.close()


def test_nobody_is_an_empty_order(tmp_path: Path) -> None:
    shop = open_shop(tmp_path, RESOURCES)
    with shop.db.read() as tx:
        assert customer_order.everybody(tx, "name", descending=False) == []
        assert shop.search.find(tx, ("a",), 5) == []
    shop.close()
