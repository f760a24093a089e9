"""Templates, campaigns, the outbox, what came in, and the files that were read."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from retention_desktop.storage.instant import Instant
from retention_desktop.storage.tables.columns import key_column, link_to, metadata, uid_column

template = Table(
    "template",
    metadata,
    key_column(),
    uid_column(),
    Column("name", Text, nullable=False),
    Column("deleted_at", Instant),
)

template_version = Table(
    "template_version",
    metadata,
    key_column(),
    uid_column(),
    link_to("template", index=True),
    Column("number", Integer, nullable=False),
    Column("language", String, nullable=False),
    Column("purpose", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("since", Instant, nullable=False),
    UniqueConstraint("template", "number", "language"),
)

campaign = Table(
    "campaign",
    metadata,
    key_column(),
    uid_column(),
    Column("name", Text, nullable=False),
    Column("purpose", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("audience", JSON, nullable=False),
    Column("queued_at", Instant),
    Column("cancelled_at", Instant),
    Column("operation", Integer, ForeignKey("operation.id"), index=True),
)

outbox_message = Table(
    "outbox_message",
    metadata,
    key_column(),
    uid_column(),
    link_to("customer", nullable=True, index=True),
    link_to("campaign", nullable=True, index=True),
    link_to("contact_point", nullable=True),
    Column("channel", String, nullable=False),
    Column("address", String, nullable=False),
    Column("purpose", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("parts", Integer, nullable=False),
    Column("due", Instant, nullable=False),
    Column("not_after", Instant),
    Column("state", String, nullable=False),
    Column("reason", String, nullable=False, server_default=""),
    Column("provider", String, nullable=False, server_default=""),
    Column("provider_id", String),
    Column("price_micros", Integer),  # millionths of the currency
    Column("price_currency", String(3), nullable=False, server_default=""),
    Column("dedupe_key", String, nullable=False, unique=True),
    Column("queued_at", Instant, nullable=False),
    Column("claimed_at", Instant),
    Column("claimed_by", String, nullable=False, server_default=""),
    Column("settled_at", Instant),
    Column("operation", Integer, ForeignKey("operation.id"), index=True),
    CheckConstraint("purpose in ('promo', 'service', 'test')", name="purpose"),
    CheckConstraint(
        "state in ('queued', 'sending', 'accepted', 'sent', 'delivered', 'rejected', 'opted_out', 'unknown', "
        "'cancelled', 'expired', 'held')",
        name="state",
    ),
)
Index("ix_outbox_message_state_due", outbox_message.c.state, outbox_message.c.due)
Index("ux_outbox_message_provider_id", outbox_message.c.provider, outbox_message.c.provider_id, unique=True)

attempt = Table(
    "attempt",
    metadata,
    key_column(),
    link_to("outbox_message", index=True),
    Column("at", Instant, nullable=False),
    Column("outcome", String, nullable=False, server_default=""),  # "" = no answer recorded yet
    Column("reason", String, nullable=False, server_default=""),
)

verdict = Table(
    "verdict",
    metadata,
    key_column(),
    link_to("campaign", nullable=True, index=True),
    link_to("customer", nullable=True, index=True),
    link_to("outbox_message", nullable=True, index=True),
    Column("allowed", Boolean, nullable=False),
    Column("reason", String, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("at", Instant, nullable=False),
)

inbound = Table(
    "inbound",
    metadata,
    key_column(),
    uid_column(),
    Column("provider", String, nullable=False),
    Column("provider_id", String, nullable=False),
    Column("raw", Text, nullable=False),
    Column("address", String, nullable=False, server_default=""),
    Column("text", Text, nullable=False, server_default=""),
    Column("received_at", Instant, nullable=False),
    link_to("customer", nullable=True, index=True),
    UniqueConstraint("provider", "provider_id"),
)

lease = Table(
    "lease",
    metadata,
    Column("name", String, primary_key=True),
    Column("owner", String, nullable=False),
    Column("until", Instant, nullable=False),
)

imported_file = Table(
    "imported_file",
    metadata,
    key_column(),
    Column("digest", String(64), nullable=False, index=True),  # SHA-256 of the file's bytes
    Column("name", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    link_to("operation"),
)
