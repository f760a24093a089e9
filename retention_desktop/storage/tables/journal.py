"""Settings and the journal: what was done, and what each deed changed."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Table

from retention_desktop.storage.instant import Instant
from retention_desktop.storage.tables.columns import key_column, link_to, metadata, uid_column

setting = Table(
    "setting",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", JSON, nullable=False),
)

operation = Table(
    "operation",
    metadata,
    key_column(),
    uid_column(),
    Column("kind", String, nullable=False),
    Column("staff", String, nullable=False, server_default=""),
    Column("at", Instant, nullable=False),
    Column("undoes", Integer, ForeignKey("operation.id"), unique=True),
)

change = Table(
    "change",
    metadata,
    key_column(),
    link_to("operation", index=True),
    Column("table_name", String, nullable=False),
    Column("row_uid", String(36), nullable=False, index=True),
    Column("before", JSON, nullable=False),  # only the changed fields; {} = the row is new
    Column("after", JSON, nullable=False),
)
