"""Making a new store: all tables, the triggers that keep append-only tables so, and the revision's stamp."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import create_engine

from retention_desktop.storage.connecting import address_of
from retention_desktop.storage.revision import HEAD
from retention_desktop.storage.tables import APPEND_ONLY, metadata

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.engine import Connection

__all__ = ["HEAD", "create_store", "create_tables", "triggers"]


def triggers() -> list[str]:
    """The statements that refuse UPDATE and DELETE on each append-only table."""
    return [
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
        for table in APPEND_ONLY
        for verb in ("UPDATE", "DELETE")
    ]


def create_store(path: Path) -> None:
    """Make an empty store of the newest revision at `path`, which must not exist.

    It has its write-ahead log from the start: of several processes that switch it on at once all but one are refused.
    """
    with statement_by_statement(path) as connection:
        with one_transaction(connection):
            create_tables(connection)
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")


@contextmanager
def statement_by_statement(path: Path) -> Iterator[Connection]:
    """A connection of its own to the store at `path` that begins no transaction by itself."""
    engine = create_engine(address_of(path), isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


@contextmanager
def one_transaction(connection: Connection) -> Iterator[None]:
    """All that runs inside holds or fails together, tables made and dropped too.

    Left to itself Python's driver begins with the first INSERT or UPDATE only: each CREATE TABLE before it would be
    a commit of its own, waiting for the disk, and would stay when a later one fails.
    """
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise
    connection.exec_driver_sql("COMMIT")


def create_tables(connection: Connection) -> None:
    """Make every table, trigger and the stamp through this connection."""
    metadata.create_all(connection)
    for statement in triggers():
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n"
        "\tCONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"
    )
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))
