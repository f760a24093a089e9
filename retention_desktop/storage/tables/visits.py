"""Visits, what was bought, what was given back."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Date, ForeignKey, Index, Integer, String, Table, Text

from retention_desktop.storage.instant import Instant
from retention_desktop.storage.tables.columns import key_column, link_to, metadata, uid_column

visit = Table(
    "visit",
    metadata,
    key_column(),
    uid_column(),
    link_to("customer", nullable=True),
    Column("day", Date, nullable=False),
    Column("at", Instant),
    Column("recorded_at", Instant, nullable=False),
    Column("voided_at", Instant),
    Column("amount", Integer),  # minor units as entered; empty = not entered
    Column("tax", Integer),  # the part of `amount` that is tax; empty = by the programme's tax rate
    Column("discount", Integer, nullable=False, server_default="0"),  # what rewards and coupons took off
    Column("code", Text, nullable=False, server_default=""),  # entered for rules that ask for one
    Column("past_limit", Boolean, nullable=False, server_default="0"),  # the owner lets it pass its cards' limits
    Column("currency", String(3), nullable=False),
    Column("staff", String, nullable=False, server_default=""),
    Column("note", Text, nullable=False, server_default=""),
    Column("key", String, unique=True),  # the caller's idempotency key
    Column("operation", Integer, ForeignKey("operation.id"), index=True),
    CheckConstraint("amount >= 0", name="amount"),
    CheckConstraint("discount >= 0", name="discount"),
)
Index("ix_visit_customer_day", visit.c.customer, visit.c.day)
Index("ix_visit_day", visit.c.day)

visit_line = Table(
    "visit_line",
    metadata,
    key_column(),
    uid_column(),
    link_to("visit", index=True),
    Column("item", Text, nullable=False),
    Column("category", Text, nullable=False, server_default=""),
    Column("quantity", Integer, nullable=False),
    Column("unit_price", Integer),
    Column("tax", Integer),  # the part of the whole line that is tax
    CheckConstraint("quantity > 0", name="quantity"),
)

refund = Table(
    "refund",
    metadata,
    key_column(),
    uid_column(),
    link_to("visit", index=True),
    Column("amount", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("staff", String, nullable=False, server_default=""),
    Column("key", String, unique=True),
    Column("undone_at", Instant),
    CheckConstraint("amount >= 0", name="amount"),  # 0: a visit without an amount, given back
)

refund_line = Table(
    "refund_line",
    metadata,
    key_column(),
    uid_column(),
    link_to("refund", index=True),
    link_to("visit_line"),
    Column("quantity", Integer, nullable=False),
)
