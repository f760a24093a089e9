"""Making a new store: all tables, the triggers that keep append-only tables so, and the revision's stamp."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import create_engine

from retention_desktop.storage.database import address_of
from retention_desktop.storage.tables import APPEND_ONLY, metadata

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.engine import Connection

HEAD: Final = "0002"


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
    engine = create_engine(address_of(path))
    try:
        with engine.begin() as connection:
            create_tables(connection)
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")
    finally:
        engine.dispose()


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
