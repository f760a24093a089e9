"""A real store of each older revision opens, with everything that was in it."""

from __future__ import annotations

import gzip
import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from retention_desktop.shop import open_shop
from retention_desktop.storage import migrate, schema

OLD = Path(__file__).parents[1] / "old_databases"
RESOURCES = Path(__file__).parents[2] / "resources"
NAMES = sorted(path.name for path in OLD.glob("*.db.gz"))


def _unpack(name: str, folder: Path) -> Path:
    store = folder / "shop.db"
    store.write_bytes(gzip.decompress((OLD / name).read_bytes()))
    return store


def _rows(store: Path) -> dict[str, list[dict[str, Any]]]:
    with closing(sqlite3.connect(store)) as connection:
        connection.row_factory = sqlite3.Row
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            table: [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY rowid")]
            for table in tables
            if table != "alembic_version"
        }


def _shape(store: Path) -> dict[str, str]:
    with closing(sqlite3.connect(store)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: re.sub(r"\s+", " ", sql).replace('"', "") for name, sql in rows}


def test_every_older_revision_has_its_real_file() -> None:
    kept = {name.removeprefix("revision_").removesuffix(".db.gz") for name in NAMES}
    assert kept == set(migrate.KNOWN) - {schema.HEAD}


@pytest.mark.parametrize("name", NAMES)
def test_an_old_store_opens_with_everything_in_it(name: str, tmp_path: Path) -> None:
    store = _unpack(name, tmp_path)
    before = _rows(store)
    assert all(before[table] for table in ("customer", "visit", "ledger_entry", "allocation", "reward", "operation"))
    migrate.ready_store(store)
    after = _rows(store)
    for table, rows in before.items():
        kept = [{column: row[column] for column in rows[0]} for row in after[table]] if rows else after[table]
        assert kept == rows, table
    schema.create_store(tmp_path / "fresh.db")
    assert _shape(store) == _shape(tmp_path / "fresh.db")
    with closing(sqlite3.connect(store)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        with pytest.raises(sqlite3.IntegrityError, match="only grows"):
            connection.execute("DELETE FROM ledger_entry")


@pytest.mark.parametrize("name", NAMES)
def test_an_old_store_goes_on_working_and_a_copy_of_it_stays(name: str, tmp_path: Path) -> None:
    store = _unpack(name, tmp_path)
    kept = _rows(store)
    shop = open_shop(tmp_path, RESOURCES, clock=lambda: datetime(2026, 12, 1, 3, tzinfo=UTC))
    try:
        assert shop.checkup.check().ok
        person = next(row["uid"] for row in kept["customer"] if row["deleted_at"] is None)
        logged = shop.desk.log_visit(person, amount=3000)
        assert {earned.unit: earned.amount for earned in logged.earned} == {"point": 30, "punch": 1}
        assert shop.checkup.check().ok
    finally:
        shop.close()
    copies = list(tmp_path.glob("shop-before-*"))
    assert len(copies) == 1
    assert _rows(copies[0]) == kept


def test_a_migration_that_fails_half_way_changes_nothing(tmp_path: Path) -> None:
    """The last new table is there already: those made before it go again, so that the next program can try."""
    store = _unpack("revision_0001.db.gz", tmp_path)
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("CREATE TABLE coupon_use(id)")
    before = _shape(store), _rows(store)
    with pytest.raises(OperationalError, match="coupon_use already exists"):
        migrate.ready_store(store)
    assert (_shape(store), _rows(store)) == before
    assert migrate.revision_of(store) == "0001"
