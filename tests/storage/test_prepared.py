"""Prepared statements: the driver's own way gives what SQLAlchemy's gives, types, errors and announcements included."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from retention_desktop.storage import migrate
from retention_desktop.storage.database import Database
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import account, change, customer, operation, programme, setting, tag, visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 11, 21, 12, 30, 1, 5, tzinfo=timezone(timedelta(hours=9)))
ADD_VISIT = Prepared(insert(visit))
ADD_TAG = Prepared(insert(tag))
RENAME = Prepared(update(tag).where(tag.c.id == bindparam("wanted")).values(name=bindparam("new_name")))
TAGS = Prepared(select(tag.c.id, tag.c.uid, tag.c.name).order_by(tag.c.id))


@pytest.fixture(params=[True, False], ids=["driver", "sqlalchemy"])
def by_driver(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "shop.db"
    migrate.ready_store(path)
    opened = Database(path, owner_checkpoints=True)
    yield opened
    opened.close()


def fill(db: Database) -> None:
    """One customer with a visit of every kind of column, a programme and a change."""
    with db.write() as tx:
        tx.run(insert(customer), {"uid": "c", "created_at": NOW, "sample": True, "last_visit_day": date(2026, 11, 21)})
        tx.run(ADD_VISIT, {
            "uid": "v", "customer": 1, "day": date(2026, 11, 21), "at": NOW, "recorded_at": NOW, "amount": None,
            "currency": "JPY",
        })  # fmt: skip
        tx.run(insert(programme), {"uid": "p", "unit": "point", "name": "P"})
        tx.run(insert(operation), {"uid": "o", "kind": "visit", "at": NOW})
        tx.run(Prepared(insert(change)), {
            "operation": 1, "table_name": "visit", "row_uid": "v", "before": {}, "after": {"name": "佐藤", "at": None},
        })  # fmt: skip


@pytest.mark.parametrize("table", [customer, visit, change, operation, programme], ids=str)
def test_every_type_comes_back_as_sqlalchemy_gives_it(db: Database, table: Any) -> None:
    fill(db)
    with db.read() as tx:
        plain = tx.run(select(table)).one()
        lean = tx.run(Prepared(select(table))).one()
    assert tuple(lean) == tuple(plain)
    assert [type(value) for value in lean] == [type(value) for value in plain]
    assert lean._fields == tuple(plain._fields)


def test_instants_come_back_in_utc(db: Database) -> None:
    fill(db)
    with db.read() as tx:
        at = tx.run(Prepared(select(visit.c.at))).scalar_one()
        text = tx.driver().execute("SELECT at FROM visit").fetchone()
    assert at == NOW
    assert at.tzinfo is UTC
    assert text == ("2026-11-21T03:30:01.000005Z",)


def test_a_naive_instant_is_refused(db: Database) -> None:
    with pytest.raises(ValueError, match="2026"), db.write() as tx:
        tx.run(ADD_VISIT, {"uid": "v", "day": NOW.date(), "at": NOW.replace(tzinfo=None), "currency": "JPY"})


@pytest.mark.parametrize(
    "statement",
    [
        select(visit.c.uid).where(visit.c.at <= bindparam("until"), visit.c.currency.in_(["EUR", "JPY"])).limit(1),
        select(func.count(), func.max(visit.c.day).label("last")).where(visit.c.at <= bindparam("until")),
        select(visit.c.uid).where(visit.c.at < bindparam("until"), visit.c.recorded_at <= bindparam("until")),
    ],
    ids=("a fixed list", "without a name", "a value twice"),
)
def test_a_statement_finds_what_sqlalchemy_finds(db: Database, statement: Any) -> None:
    fill(db)
    values = {"until": NOW}
    with db.read() as tx:
        assert [tuple(row) for row in tx.run(Prepared(statement), values)] == [
            tuple(row) for row in tx.run(statement, values)
        ]


def test_a_list_that_is_handed_in_cannot_be_prepared(db: Database) -> None:
    some = Prepared(select(tag.c.id).where(tag.c.id.in_(bindparam("wanted", expanding=True))))
    with pytest.raises(TypeError), db.read() as tx:
        tx.run(some, {"wanted": [1, 2]})


def test_an_insert_says_the_key_and_a_write_how_many_rows(db: Database, *, by_driver: bool) -> None:
    with db.write() as tx:
        tx.by_driver = by_driver
        assert [tx.run(ADD_TAG, {"uid": name, "name": name}).key for name in "ab"] == [1, 2]
        assert tx.run(ADD_TAG, {"name": "c", "uid": "c"}).key == 3
        assert tx.run(Prepared(insert(setting)), {"name": "name", "value": [1]}).key == 0
        assert tx.run(RENAME, {"wanted": 2, "new_name": "B"}).rowcount == 1
        assert tx.run(RENAME, {"wanted": 9, "new_name": "B"}).rowcount == 0
        assert [row.name for row in tx.run(TAGS)] == ["a", "B", "c"]


def test_a_write_over_many_rows(db: Database) -> None:
    with db.write() as tx:
        assert tx.run(ADD_TAG, []).rowcount == 0
        assert tx.run(ADD_TAG, [{"uid": name, "name": name} for name in "abc"]).rowcount == 3
        assert tx.run(TAGS).scalars() == [1, 2, 3]


def test_what_a_result_says_of_none_one_and_several(db: Database, *, by_driver: bool) -> None:
    with db.write() as tx:
        tx.by_driver = by_driver
        none = tx.run(TAGS)
        tx.run(ADD_TAG, [{"uid": name, "name": name} for name in "ab"])
        several = tx.run(TAGS)
    assert (none.first(), none.one_or_none(), none.scalar_one_or_none(), list(none.all())) == (None, None, None, [])
    assert several.first().uid == "a"
    for ask in (none.one, none.scalar_one, several.one, several.one_or_none, several.scalar_one_or_none):
        with pytest.raises(LookupError):
            ask()


def test_both_ways_are_one_transaction_and_announce_alike(db: Database, *, by_driver: bool) -> None:
    heard: list[frozenset[str]] = []
    db.on_commit(heard.append)
    with db.write() as tx:
        tx.by_driver = by_driver
        tx.run(ADD_TAG, {"uid": "a", "name": "a"})
        tx.run(insert(setting), {"name": "name", "value": "x"})
        assert tx.run(select(func.count()).select_from(tag)).scalar_one() == 1
    assert heard == [frozenset({"tag", "setting"})]

    def add_and_fail() -> None:
        with db.write() as tx:
            tx.run(insert(tag), {"uid": "b", "name": "b"})
            tx.run(ADD_TAG, {"uid": "c", "name": "c"})
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        add_and_fail()
    with db.read() as tx:
        assert tx.run(TAGS).scalars() == [1]
    assert len(heard) == 1


@pytest.mark.parametrize("add", [ADD_TAG, insert(tag)], ids=("prepared", "plain"))
def test_a_broken_rule_of_the_store_is_the_same_error_either_way(db: Database, add: Any) -> None:
    def add_twice() -> None:
        with db.write() as tx:
            for _ in range(2):
                tx.run(add, {"uid": "a", "name": "a"})

    with pytest.raises(IntegrityError, match="UNIQUE"):
        add_twice()
    with db.read() as tx:
        assert tx.run(TAGS).all() == []


def test_an_error_does_not_tell_the_values(db: Database) -> None:
    with db.write() as tx:
        tx.run(ADD_TAG, {"uid": "a", "name": "佐藤"})
    for values in ({"uid": "a", "name": "佐藤"}, [{"uid": "a", "name": "佐藤"}]):
        with pytest.raises(IntegrityError) as caught, db.write() as tx:
            tx.run(ADD_TAG, values)
        assert "佐藤" not in str(caught.value)


def test_what_is_kept_is_read_anew_once_its_table_was_written(db: Database) -> None:
    fill(db)
    reads: list[str] = []
    add = Prepared(insert(account), part="customer")

    def ask(name: str, part: int | None) -> None:
        tx.kept(name, {"account": part}, lambda: reads.append(name))

    with db.write() as tx:
        for _ in range(2):
            ask("of 1", 1)
            ask("of 2", 2)
            ask("all", None)
        assert reads == ["of 1", "of 2", "all"]
        tx.run(ADD_TAG, {"uid": "a", "name": "a"})
        tx.run(add, {"uid": "a1", "customer": 1, "programme": 1})
        for name, part in (("of 1", 1), ("of 2", 2), ("all", None)):
            ask(name, part)
        assert reads[3:] == ["of 1", "all"]
        tx.run(update(account).values(posted=3))
        ask("of 2", 2)
        assert reads[5:] == ["of 2"]
        tx.driver()
        ask("of 2", 2)
        assert reads[6:] == ["of 2"]
