"""Transactions: what they announce, what they refuse, what survives."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from retention_desktop.errors import ShopError
from retention_desktop.storage import migrate, settings_store
from retention_desktop.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "shop.db"
    migrate.ready_store(path)
    return path


@pytest.fixture
def db(store: Path) -> Iterator[Database]:
    opened = Database(store, owner_checkpoints=True)
    yield opened
    opened.close()


def test_a_commit_says_which_tables_it_touched(db: Database) -> None:
    heard: list[frozenset[str]] = []
    db.on_commit(heard.append)
    with db.write() as tx:
        settings_store.write(tx, "name", "Komorebi")
    assert heard == [frozenset({"setting"})]


def test_a_rollback_announces_nothing_and_keeps_nothing(db: Database) -> None:
    heard: list[frozenset[str]] = []
    db.on_commit(heard.append)

    def write_and_fail() -> None:
        with db.write() as tx:
            settings_store.write(tx, "name", "Komorebi")
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        write_and_fail()
    assert heard == []
    with db.read() as tx:
        assert "name" not in dict(settings_store.read_texts(tx))


def test_a_write_inside_a_write_is_a_bug(db: Database) -> None:
    with pytest.raises(RuntimeError), db.write(), db.write():
        pass
    assert not db.in_transaction()


def test_a_thread_knows_only_its_own_transaction(db: Database) -> None:
    answers: list[bool] = []
    with db.write():
        asking = threading.Thread(target=lambda: answers.append(db.in_transaction()))
        asking.start()
        asking.join()
        assert db.in_transaction()
    assert answers == [False]


def test_a_locked_store_answers_busy_within_the_time_given(db: Database, store: Path) -> None:
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ShopError) as caught, db.write(wait_ms=1):
            pass
        other.execute("ROLLBACK")
    assert caught.value.code == "store_busy"
    with db.write() as tx:
        settings_store.write(tx, "name", "after")


def test_the_rules_of_the_file(db: Database) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    with db.read() as tx:
        connection = tx.driver()
        assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted


def test_only_the_owners_connection_checkpoints(db: Database) -> None:
    def pages() -> int:
        with db.read() as tx:
            return int(tx.driver().execute("PRAGMA wal_autocheckpoint").fetchone()[0])

    found: list[int] = []
    worker = threading.Thread(target=lambda: found.append(pages()))
    worker.start()
    worker.join()
    assert found == [0]
    assert pages() > 0


@pytest.mark.parametrize("table", ["ledger_entry", "allocation", "consent_event", "operation", "change"])
def test_append_only_tables_refuse_update_and_delete(db: Database, store: Path, table: str) -> None:
    rows = {
        "operation": "INSERT INTO operation(uid, kind, at) VALUES ('u', 'k', 't')",
        "change": "INSERT INTO change(operation, table_name, row_uid, before, after) VALUES (1, 't', 'u', '{}', '{}')",
        "ledger_entry": "INSERT INTO ledger_entry(uid, account, amount, kind, occurred, recorded, key)"
        " VALUES ('u', 1, 1, 'earn', 't', 't', 'k')",
        "allocation": "INSERT INTO allocation(entry, lot, amount) VALUES (1, 1, 1)",
        "consent_event": "INSERT INTO consent_event(uid, contact_point, purpose, given, source, at)"
        " VALUES ('u', 1, 'promo', 1, 's', 't')",
    }
    del db
    with closing(sqlite3.connect(store)) as connection:
        connection.execute(rows[table])
        for change in (f"UPDATE {table} SET id = 7", f"DELETE FROM {table}"):
            with pytest.raises(sqlite3.IntegrityError, match=f"{table} only grows"):
                connection.execute(change)


def test_another_process_is_noticed_once(db: Database, store: Path) -> None:
    assert not db.other_process_wrote()
    with closing(sqlite3.connect(store)) as other, other:
        other.execute("INSERT INTO setting(name, value) VALUES ('name', '\"x\"')")
    assert db.other_process_wrote()
    assert not db.other_process_wrote()
