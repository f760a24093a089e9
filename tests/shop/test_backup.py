"""Backups are proven; a restored store sends nothing by itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from retention_desktop.backup import KEPT_BACKUPS
from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.errors import ShopError
from retention_desktop.shop import open_shop, restore_shop
from tests.shop.conftest import RESOURCES
from tests.state_dump import state_dump

if TYPE_CHECKING:
    from pathlib import Path

    from retention_desktop.shop import Shop
    from tests.clock import Clock


def test_a_backup_holds_the_newest_commit_and_restores_it(shop: Shop, tmp_path: Path, clock: Clock) -> None:
    uid = shop.customers.add(CustomerDraft(name="佐々木 花子", phone="090-1234-1284"))
    shop.desk.log_visit(uid, amount=8800)
    before = state_dump(shop.db.path)
    made = shop.backup.to_file(tmp_path / "copy.db")
    assert made.size == (tmp_path / "copy.db").stat().st_size
    shop.customers.delete(uid)
    data = shop.data
    shop.close()
    restore_shop(tmp_path / "copy.db", data, clock)
    again = open_shop(data, RESOURCES, clock=clock)
    try:
        assert state_dump(again.db.path) == before
        assert again.checkup.check().ok
    finally:
        again.close()
    assert len(list(data.glob("shop-before-restore-*.db"))) == 1


def test_restoring_needs_the_store_alone(tmp_path: Path, clock: Clock) -> None:
    window = open_shop(tmp_path, RESOURCES, clock=clock, window=True)
    try:
        window.backup.to_file(tmp_path / "copy.db")
        with pytest.raises(ShopError) as caught:
            restore_shop(tmp_path / "copy.db", tmp_path, clock)
    finally:
        window.close()
    assert caught.value.code == "restore_needs_store_alone"


def test_restoring_needs_other_commands_closed_too(shop: Shop, tmp_path: Path, clock: Clock) -> None:
    shop.backup.to_file(tmp_path / "copy.db")
    beside = open_shop(shop.data, RESOURCES, clock=clock)
    beside.customers.add(CustomerDraft(name="x"))
    shop.close()
    with pytest.raises(ShopError) as caught:
        restore_shop(tmp_path / "copy.db", beside.data, clock)
    assert caught.value.code == "restore_needs_store_alone"
    assert beside.customers.count() == 1
    beside.close()
    restore_shop(tmp_path / "copy.db", beside.data, clock)


def test_a_second_window_is_refused_and_the_first_goes_on(tmp_path: Path, clock: Clock) -> None:
    window = open_shop(tmp_path, RESOURCES, clock=clock, window=True)
    try:
        with pytest.raises(ShopError) as caught:
            open_shop(tmp_path, RESOURCES, clock=clock, window=True)
        assert caught.value.code == "store_open_elsewhere"
        beside = open_shop(tmp_path, RESOURCES, clock=clock)
        beside.customers.add(CustomerDraft(name="x"))
        beside.close()
        assert window.customers.count() == 1
    finally:
        window.close()
    open_shop(tmp_path, RESOURCES, clock=clock, window=True).close()


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\0" + b"x" * 5000])
def test_what_is_not_a_backup_is_refused_and_the_store_stays(
    shop: Shop, tmp_path: Path, clock: Clock, content: bytes
) -> None:
    shop.customers.add(CustomerDraft(name="x"))
    before = state_dump(shop.db.path)
    shop.close()
    (tmp_path / "bad.db").write_bytes(content)
    with pytest.raises(ShopError) as caught:
        restore_shop(tmp_path / "bad.db", shop.data, clock)
    assert caught.value.code == "not_a_backup"
    assert state_dump(shop.db.path) == before


def test_a_truncated_backup_is_refused(shop: Shop, tmp_path: Path, clock: Clock) -> None:
    made = shop.backup.to_file(tmp_path / "copy.db").file
    made.write_bytes(made.read_bytes()[:-8192])
    shop.close()
    with pytest.raises(ShopError) as caught:
        restore_shop(made, shop.data, clock)
    assert caught.value.code == "not_a_backup"


def test_automatic_backups_rotate_and_each_opens(shop: Shop, clock: Clock) -> None:
    for _ in range(KEPT_BACKUPS + 3):
        clock.pass_(minutes=30)
        shop.backup.now()
    kept = shop.backup.files()
    assert len(kept) == KEPT_BACKUPS
    for file in kept:
        with closing(sqlite3.connect(file)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_store_damaged_inside_makes_way_for_a_backup_in_the_same_process(
    shop: Shop, tmp_path: Path, clock: Clock
) -> None:
    shop.customers.add(CustomerDraft(name="x"))
    shop.backup.to_file(tmp_path / "copy.db")
    path = shop.db.path
    shop.close()
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'programme'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    damaged = bytearray(path.read_bytes())
    damaged[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(damaged)
    with pytest.raises(ShopError) as caught:
        open_shop(shop.data, RESOURCES, clock=clock, window=True)
    assert caught.value.code == "store_corrupt"
    restore_shop(tmp_path / "copy.db", shop.data, clock)
    again = open_shop(shop.data, RESOURCES, clock=clock)
    assert again.customers.count() == 1
    again.close()


def test_photos_go_with_a_backup_and_come_back_with_it(shop: Shop, tmp_path: Path, clock: Clock) -> None:
    uid = shop.customers.add(CustomerDraft(name="佐々木 花子", phone="090-1234-1284"))
    card = next(one.uid for one in shop.rules.programmes() if one.unit == "punch")
    shop.loyalty.opening(uid, card, 3, "paper", photo=b"\xff\xd8\xffpicture")
    entry, data = shop.loyalty.entries(uid)[0].uid, shop.data
    shop.backup.to_file(tmp_path / "copy.db")
    automatic = [shop.backup.now().file for _ in range(2)]
    assert [len(list(each.with_name(f"{each.stem}-photos").iterdir())) for each in automatic] == [1, 1]
    shop.close()
    (photo,) = (data / "photos").iterdir()
    photo.unlink()
    restore_shop(tmp_path / "copy.db", data, clock)
    again = open_shop(data, RESOURCES, clock=clock)
    try:
        assert again.loyalty.photo(entry) == b"\xff\xd8\xffpicture"
    finally:
        again.close()
