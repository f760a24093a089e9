"""The people who work here."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Integer, String, Table, Text

from retention_desktop.storage.instant import Instant
from retention_desktop.storage.tables.columns import key_column, link_to, metadata, uid_column

staff = Table(
    "staff",
    metadata,
    key_column(),
    uid_column(),
    Column("name", Text, nullable=False),
    Column("role", String, nullable=False),
    Column("pin", Text, nullable=False, server_default=""),  # argon2id, never the digits; "" = none
    Column("adjust_limit", Integer),  # points by hand in one entry; empty = no limit
    link_to("customer", nullable=True, index=True),  # this person's own card
    Column("failures", Integer, nullable=False, server_default="0"),
    Column("locked_until", Instant),
    Column("left_at", Instant),
    CheckConstraint("role in ('owner', 'desk')", name="role"),
    CheckConstraint("adjust_limit >= 0", name="adjust_limit"),
)
