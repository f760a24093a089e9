"""Opening a store of whatever age."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine

from retention_desktop.errors import ShopError
from retention_desktop.storage import migrate, schema

if TYPE_CHECKING:
    from pathlib import Path


def _shape(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: re.sub(r"\s+", " ", sql).replace('"', "") for name, sql in rows}  # a renamed table gets quotes


def test_a_migrated_store_has_the_shape_of_a_fresh_one(tmp_path: Path) -> None:
    schema.create_store(tmp_path / "fresh.db")
    engine = create_engine(f"sqlite:///{tmp_path / 'migrated.db'}")
    with engine.begin() as connection:
        migrate.upgrade(connection)
    engine.dispose()
    assert _shape(tmp_path / "migrated.db") == _shape(tmp_path / "fresh.db")
    assert migrate.revision_of(tmp_path / "migrated.db") == schema.HEAD == migrate.KNOWN[-1]


def test_a_store_from_a_newer_program_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    migrate.ready_store(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    with pytest.raises(ShopError) as caught:
        migrate.ready_store(path)
    assert caught.value.code == "store_newer"
    assert caught.value.facts == {"found": "9999", "known": schema.HEAD}
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    beside = {file.name: file.stat().st_size for file in tmp_path.iterdir() if file != path}
    assert beside.keys() <= {"shop.db.opening", "shop.db-wal", "shop.db-shm"}
    assert not beside.get("shop.db-wal"), "what reading leaves beside is empty"


@pytest.mark.parametrize(
    "content", [b"this is not a database, just words" * 100, b"\0" * 8192, b"SQLite format 3\0rest"]
)
def test_what_is_not_a_store_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "shop.db"
    path.write_bytes(content)
    with pytest.raises(ShopError) as caught:
        migrate.ready_store(path)
    assert caught.value.code == "store_corrupt"
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE theirs(id)")
    with pytest.raises(ShopError) as caught:
        migrate.ready_store(path)
    assert caught.value.code == "store_corrupt"


def test_a_new_store_is_this_accounts_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "data" / "shop.db"
    migrate.ready_store(path)
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_many_who_make_one_store_at_once_all_find_it_whole(tmp_path: Path) -> None:
    path = tmp_path / "data" / "shop.db"
    starts = threading.Barrier(8)

    def make(_number: int) -> str:
        starts.wait()
        migrate.ready_store(path)
        return migrate.revision_of(path)

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(make, range(8))) == {schema.HEAD}
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
