"""The store's tables.

Every table that two stores would have to match carries a UUIDv7 `uid` beside its integer key. Money is
integer minor units with a currency, instants are UTC text, `day` is the shop's calendar day.
Append-only tables are named in `APPEND_ONLY`; triggers made by the first revision refuse to change them.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from retention_desktop.storage.instant import Instant

NAMING: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMING)

APPEND_ONLY: Final = ("ledger_entry", "allocation", "consent_event", "operation", "change")


def _key() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _uid() -> Column[str]:
    return Column("uid", String(36), nullable=False, unique=True)


def _to(target: str, *, name: str = "", nullable: bool = False, index: bool = False) -> Column[int]:
    return Column(name or target, Integer, ForeignKey(f"{target}.id"), nullable=nullable, index=index)


setting = Table(
    "setting",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", JSON, nullable=False),
)

# -- journal ---------------------------------------------------------------------------------------------------------

operation = Table(
    "operation",
    metadata,
    _key(),
    _uid(),
    Column("kind", String, nullable=False),
    Column("staff", String, nullable=False, server_default=""),
    Column("at", Instant, nullable=False),
    Column("undoes", Integer, ForeignKey("operation.id"), unique=True),
)

change = Table(
    "change",
    metadata,
    _key(),
    _to("operation", index=True),
    Column("table_name", String, nullable=False),
    Column("row_uid", String(36), nullable=False, index=True),
    Column("before", JSON, nullable=False),  # only the changed fields; {} = the row is new
    Column("after", JSON, nullable=False),
)

# -- people ----------------------------------------------------------------------------------------------------------

customer = Table(
    "customer",
    metadata,
    _key(),
    _uid(),
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
    _key(),
    _uid(),
    _to("customer", index=True),
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
    _key(),
    _uid(),
    _to("contact_point", index=True),
    Column("purpose", String, nullable=False),
    Column("given", Boolean, nullable=False),  # False = withdrawn
    Column("source", String, nullable=False),
    Column("wording", Text, nullable=False, server_default=""),
    Column("at", Instant, nullable=False),
    Column("staff", String, nullable=False, server_default=""),
    _to("operation", nullable=True, index=True),
    CheckConstraint("purpose in ('promo', 'service')", name="purpose"),
)

suppression = Table(
    "suppression",
    metadata,
    _key(),
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

tag = Table("tag", metadata, _key(), _uid(), Column("name", Text, nullable=False, unique=True))

tag_link = Table(
    "tag_link",
    metadata,
    _key(),
    _uid(),
    _to("customer"),
    _to("tag", index=True),
    Column("removed_at", Instant),
    Column("operation", Integer, ForeignKey("operation.id"), index=True),
    UniqueConstraint("customer", "tag"),
)

custom_field = Table("custom_field", metadata, _key(), _uid(), Column("name", Text, nullable=False, unique=True))

custom_value = Table(
    "custom_value",
    metadata,
    _key(),
    _uid(),
    _to("customer"),
    _to("custom_field"),
    Column("value", Text, nullable=False),
    UniqueConstraint("customer", "custom_field"),
)

# -- visits ----------------------------------------------------------------------------------------------------------

visit = Table(
    "visit",
    metadata,
    _key(),
    _uid(),
    _to("customer", nullable=True),
    Column("day", Date, nullable=False),
    Column("at", Instant),
    Column("recorded_at", Instant, nullable=False),
    Column("voided_at", Instant),
    Column("amount", Integer),  # minor units; empty = not entered
    Column("currency", String(3), nullable=False),
    Column("staff", String, nullable=False, server_default=""),
    Column("note", Text, nullable=False, server_default=""),
    Column("key", String, unique=True),  # the caller's idempotency key
    Column("operation", Integer, ForeignKey("operation.id"), index=True),
    CheckConstraint("amount >= 0", name="amount"),
)
Index("ix_visit_customer_day", visit.c.customer, visit.c.day)
Index("ix_visit_day", visit.c.day)

visit_line = Table(
    "visit_line",
    metadata,
    _key(),
    _uid(),
    _to("visit", index=True),
    Column("item", Text, nullable=False),
    Column("category", Text, nullable=False, server_default=""),
    Column("quantity", Integer, nullable=False),
    Column("unit_price", Integer),
)

refund = Table(
    "refund",
    metadata,
    _key(),
    _uid(),
    _to("visit", index=True),
    Column("amount", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("key", String, unique=True),
    CheckConstraint("amount > 0", name="amount"),
)

refund_line = Table(
    "refund_line",
    metadata,
    _key(),
    _uid(),
    _to("refund", index=True),
    _to("visit_line"),
    Column("quantity", Integer, nullable=False),
)

# -- loyalty ---------------------------------------------------------------------------------------------------------

programme = Table(
    "programme",
    metadata,
    _key(),
    _uid(),
    Column("unit", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("active", Boolean, nullable=False, server_default="1"),
    CheckConstraint("unit in ('point', 'punch')", name="unit"),
)

programme_version = Table(
    "programme_version",
    metadata,
    _key(),
    _uid(),
    _to("programme", index=True),
    Column("number", Integer, nullable=False),
    Column("terms", JSON, nullable=False),
    Column("since", Instant, nullable=False),
    UniqueConstraint("programme", "number"),
)

account = Table(
    "account",
    metadata,
    _key(),
    _uid(),
    _to("customer"),
    _to("programme"),
    Column("posted", Integer, nullable=False, server_default="0"),
    Column("earliest_expiry", Date),
    Column("operation", Integer, ForeignKey("operation.id"), index=True),
    UniqueConstraint("customer", "programme"),
)

ledger_entry = Table(
    "ledger_entry",
    metadata,
    _key(),
    _uid(),
    _to("account", index=True),
    Column("amount", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("occurred", Instant, nullable=False),
    Column("recorded", Instant, nullable=False),
    Column("expires_on", Date),
    Column("reverses", Integer, ForeignKey("ledger_entry.id"), index=True),
    _to("visit", nullable=True, index=True),
    _to("programme_version", nullable=True),
    Column("breakdown", JSON),
    Column("reason", Text, nullable=False, server_default=""),
    Column("staff", String, nullable=False, server_default=""),
    Column("key", String, nullable=False, unique=True),
    _to("operation", nullable=True, index=True),
    CheckConstraint("amount <> 0", name="amount"),
)

allocation = Table(
    "allocation",
    metadata,
    _key(),
    Column("entry", Integer, ForeignKey("ledger_entry.id"), nullable=False, index=True),
    Column("lot", Integer, ForeignKey("ledger_entry.id"), nullable=False, index=True),
    Column("amount", Integer, nullable=False),  # takes > 0, gives back < 0
    CheckConstraint("amount <> 0", name="amount"),
)

reward = Table(
    "reward",
    metadata,
    _key(),
    _uid(),
    _to("account", index=True),
    Column("name", Text, nullable=False),
    Column("code", String, nullable=False, unique=True),
    Column("state", String, nullable=False),
    Column("entry", Integer, ForeignKey("ledger_entry.id"), unique=True),  # the debit that bought it
    Column("issued_at", Instant, nullable=False),
    Column("expires_on", Date),
    Column("used_visit", Integer, ForeignKey("visit.id")),
    CheckConstraint("state in ('issued', 'reserved', 'used', 'expired', 'given_back')", name="state"),
)

# -- messages --------------------------------------------------------------------------------------------------------

template = Table(
    "template", metadata, _key(), _uid(), Column("name", Text, nullable=False), Column("deleted_at", Instant)
)

template_version = Table(
    "template_version",
    metadata,
    _key(),
    _uid(),
    _to("template", index=True),
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
    _key(),
    _uid(),
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
    _key(),
    _uid(),
    _to("customer", nullable=True, index=True),
    _to("campaign", nullable=True, index=True),
    _to("contact_point", nullable=True),
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
    _key(),
    _to("outbox_message", index=True),
    Column("at", Instant, nullable=False),
    Column("outcome", String, nullable=False, server_default=""),  # "" = no answer recorded yet
    Column("reason", String, nullable=False, server_default=""),
)

verdict = Table(
    "verdict",
    metadata,
    _key(),
    _to("campaign", nullable=True, index=True),
    _to("customer", nullable=True, index=True),
    _to("outbox_message", nullable=True, index=True),
    Column("allowed", Boolean, nullable=False),
    Column("reason", String, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("at", Instant, nullable=False),
)

inbound = Table(
    "inbound",
    metadata,
    _key(),
    _uid(),
    Column("provider", String, nullable=False),
    Column("provider_id", String, nullable=False),
    Column("raw", Text, nullable=False),
    Column("address", String, nullable=False, server_default=""),
    Column("text", Text, nullable=False, server_default=""),
    Column("received_at", Instant, nullable=False),
    _to("customer", nullable=True, index=True),
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
    _key(),
    Column("digest", String(64), nullable=False, index=True),  # SHA-256 of the file's bytes
    Column("name", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    _to("operation"),
)
