"""Customers, how they are reached, what they agreed to, their tags."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from retention_desktop.storage.instant import Instant
from retention_desktop.storage.tables.columns import key_column, link_to, metadata, uid_column

customer = Table(
    "customer",
    metadata,
    key_column(),
    uid_column(),
    Column("family", Text, nullable=False, server_default=""),
    Column("given", Text, nullable=False, server_default=""),
    Column("kana_family", Text, nullable=False, server_default=""),
    Column("kana_given", Text, nullable=False, server_default=""),
    Column("display_name", Text, nullable=False, server_default=""),
    Column("kana", Text, nullable=False, server_default=""),  # as it was given, byte for byte
    Column("kind", String, nullable=False, server_default="person"),
    Column("sex", String, nullable=False, server_default=""),
    Column("birth_year", Integer),
    Column("birth_month", Integer),
    Column("birth_day", Integer),
    Column("language", String, nullable=False, server_default=""),
    Column("channel", String, nullable=False, server_default=""),
    Column("postal_code", Text, nullable=False, server_default=""),
    Column("address", Text, nullable=False, server_default=""),
    Column("member_number", Text, nullable=False, server_default=""),
    Column("notes", Text, nullable=False, server_default=""),
    Column("pinned_note", Text, nullable=False, server_default=""),
    Column("sample", Boolean, nullable=False, server_default="0"),
    Column("search_key", Text, nullable=False, server_default=""),
    Column("sort_key", Text, nullable=False, server_default=""),
    # caches, written in the transaction that changes their source; `check` proves them
    Column("last_visit_day", Date),
    Column("visit_count", Integer, nullable=False, server_default="0"),
    Column("spend", Integer, nullable=False, server_default="0"),
    Column("due_on", Date),
    Column("inactive_on", Date),
    Column("lost_on", Date),
    Column("merged_into", Integer, ForeignKey("customer.id")),
    Column("created_at", Instant, nullable=False),
    Column("deleted_at", Instant),
    Column("operation", Integer, ForeignKey("operation.id"), index=True),  # the bulk insert it came with
    CheckConstraint("kind in ('person', 'organisation')", name="kind"),
    CheckConstraint("birth_month between 1 and 12", name="birth_month"),
    CheckConstraint("birth_day between 1 and 31", name="birth_day"),
)
Index("ix_customer_member_number", customer.c.member_number)
# Each order of the list is read from its index alone: with the condition outside of it SQLite looks at every row.
# (`postgresql_where` belongs beside it one day; naming it here loads that dialect, 40 ms at each start.)
_LIVE: Final = customer.c.deleted_at.is_(None)
Index("ix_customer_sort", customer.c.sort_key, customer.c.id, sqlite_where=_LIVE)
Index("ix_customer_recent", customer.c.last_visit_day, customer.c.id, sqlite_where=_LIVE)
Index("ix_customer_spend", customer.c.spend, customer.c.id, sqlite_where=_LIVE)
Index("ix_customer_visit_count", customer.c.visit_count, customer.c.id, sqlite_where=_LIVE)

contact_point = Table(
    "contact_point",
    metadata,
    key_column(),
    uid_column(),
    link_to("customer", index=True),
    Column("channel", String, nullable=False),
    Column("given", Text, nullable=False),
    Column("address", String, nullable=False),  # normalised: E.164, or lower-case e-mail
    Column("last_four", String(4), nullable=False, server_default=""),
    Column("reversed", String, nullable=False, server_default=""),
    Column("mobile", Boolean, nullable=False, server_default="0"),  # may be sent an SMS
    Column("position", Integer, nullable=False, server_default="0"),
    Column("state", String, nullable=False, server_default="ok"),
    Column("deleted_at", Instant),
    Column("operation", Integer, ForeignKey("operation.id"), index=True),
    CheckConstraint("channel in ('sms', 'email', 'phone')", name="channel"),
    CheckConstraint("state in ('ok', 'failing', 'dead')", name="state"),
)
Index("ix_contact_point_address", contact_point.c.address)
Index("ix_contact_point_last_four", contact_point.c.last_four, contact_point.c.customer)
Index("ix_contact_point_reversed", contact_point.c.reversed)

consent_event = Table(
    "consent_event",
    metadata,
    key_column(),
    uid_column(),
    link_to("contact_point", index=True),
    Column("purpose", String, nullable=False),
    Column("given", Boolean, nullable=False),  # False = withdrawn
    Column("source", String, nullable=False),
    Column("wording", Text, nullable=False, server_default=""),
    Column("at", Instant, nullable=False),
    Column("staff", String, nullable=False, server_default=""),
    link_to("operation", nullable=True, index=True),
    CheckConstraint("purpose in ('promo', 'service')", name="purpose"),
)

suppression = Table(
    "suppression",
    metadata,
    key_column(),
    Column("digest", String(64), nullable=False, unique=True),  # HMAC-SHA256 of the normalised address
    Column("since", Instant, nullable=False),
    Column("lifted_at", Instant),
)

store_secret = Table(
    "store_secret",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

tag = Table("tag", metadata, key_column(), uid_column(), Column("name", Text, nullable=False, unique=True))

tag_link = Table(
    "tag_link",
    metadata,
    key_column(),
    uid_column(),
    link_to("customer"),
    link_to("tag", index=True),
    Column("removed_at", Instant),
    Column("operation", Integer, ForeignKey("operation.id"), index=True),
    UniqueConstraint("customer", "tag"),
)

custom_field = Table(
    "custom_field", metadata, key_column(), uid_column(), Column("name", Text, nullable=False, unique=True)
)

custom_value = Table(
    "custom_value",
    metadata,
    key_column(),
    uid_column(),
    link_to("customer"),
    link_to("custom_field"),
    Column("value", Text, nullable=False),
    UniqueConstraint("customer", "custom_field"),
)
