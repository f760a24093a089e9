"""Programmes, the ledger with its lots, rewards, coupons, referrals."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
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

programme = Table(
    "programme",
    metadata,
    key_column(),
    uid_column(),
    Column("unit", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("active", Boolean, nullable=False, server_default="1"),
    CheckConstraint("unit in ('point', 'punch', 'credit')", name="unit"),
)

programme_version = Table(
    "programme_version",
    metadata,
    key_column(),
    uid_column(),
    link_to("programme", index=True),
    Column("number", Integer, nullable=False),
    Column("terms", JSON, nullable=False),
    Column("since", Instant, nullable=False),
    UniqueConstraint("programme", "number"),
)

account = Table(
    "account",
    metadata,
    key_column(),
    uid_column(),
    link_to("customer"),
    link_to("programme"),
    Column("posted", Integer, nullable=False, server_default="0"),
    Column("earliest_expiry", Date),
    Column("oldest_open", Integer, nullable=False, server_default="0"),  # no lot with a smaller key has anything left
    Column("owed", Integer, nullable=False, server_default="0"),  # what its lots are below zero by
    Column("earned", Integer, nullable=False, server_default="0"),  # what visits earned, what was taken back less
    Column("carried", JSON, nullable=False, server_default="{}"),  # sums of `carry` by rule: [base, granted]
    Column("operation", Integer, ForeignKey("operation.id"), index=True),
    UniqueConstraint("customer", "programme"),
)

# What lapses soon, and what has lapsed unwritten, is looked for by its day; most accounts of a shop have none.
Index("ix_account_earliest_expiry", account.c.earliest_expiry, sqlite_where=account.c.earliest_expiry.is_not(None))

ledger_entry = Table(
    "ledger_entry",
    metadata,
    key_column(),
    uid_column(),
    link_to("account", index=True),
    Column("amount", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("occurred", Instant, nullable=False),
    Column("recorded", Instant, nullable=False),
    Column("expires_on", Date),
    Column("idle_months", Integer),  # lapses so many months after the customer's last standing visit
    Column("reverses", Integer, ForeignKey("ledger_entry.id"), index=True),
    link_to("visit", nullable=True, index=True),
    link_to("programme_version", nullable=True),
    Column("breakdown", JSON),
    Column("reason", Text, nullable=False, server_default=""),
    Column("staff", String, nullable=False, server_default=""),
    Column("key", String, nullable=False, unique=True),
    link_to("operation", nullable=True, index=True),
    CheckConstraint("amount <> 0", name="amount"),
)

allocation = Table(
    "allocation",
    metadata,
    key_column(),
    Column("entry", Integer, ForeignKey("ledger_entry.id"), nullable=False, index=True),
    Column("lot", Integer, ForeignKey("ledger_entry.id"), nullable=False, index=True),
    Column("amount", Integer, nullable=False),  # takes > 0, gives back < 0
    CheckConstraint("amount <> 0", name="amount"),
)

reward = Table(
    "reward",
    metadata,
    key_column(),
    uid_column(),
    link_to("account", index=True),
    Column("name", Text, nullable=False),
    Column("code", String, nullable=False, unique=True),
    Column("key", String, unique=True),  # a milestone's, or the caller's idempotency key
    Column("state", String, nullable=False),  # written: issued, used, given_back; lapsing follows from the date
    Column("gives", JSON, nullable=False, server_default="{}"),  # as it was promised
    Column("cost", Integer),  # what it costs the shop, minor units; empty = not known
    Column("entry", Integer, ForeignKey("ledger_entry.id"), unique=True),  # the debit that bought it
    Column("visit", Integer, ForeignKey("visit.id"), index=True),  # the visit that earned it
    Column("issued_at", Instant, nullable=False),
    Column("valid_from", Date),
    Column("expires_on", Date),  # the first day on which it no longer counts
    Column("used_at", Instant),
    Column("used_visit", Integer, ForeignKey("visit.id"), index=True),
    Column("discount", Integer, nullable=False, server_default="0"),  # taken off the bill of `used_visit`
    Column("operation", Integer, ForeignKey("operation.id"), index=True),
    CheckConstraint("state in ('issued', 'reserved', 'used', 'expired', 'given_back')", name="state"),
)

carry = Table(
    "carry",
    metadata,
    key_column(),
    link_to("account"),
    link_to("visit", index=True),
    Column("rule", Text, nullable=False),  # a rule's id with its rate: a new rate begins anew
    Column("base", Integer, nullable=False),  # minor units of this visit that count
    Column("granted", Integer, nullable=False),  # points given for them, with what earlier visits left over
    UniqueConstraint("account", "rule", "visit"),
)

coupon = Table(
    "coupon",
    metadata,
    key_column(),
    uid_column(),
    Column("name", Text, nullable=False),
    Column("code", String, nullable=False, unique=True),
    Column("gives", JSON, nullable=False),
    Column("valid_from", Instant),
    Column("valid_until", Instant),  # the first instant at which it no longer counts
    Column("minimum", Integer, nullable=False, server_default="0"),  # the bill it asks for, minor units
    Column("total_limit", Integer),
    Column("person_limit", Integer),
    link_to("customer", nullable=True, index=True),  # bound to this person; empty = free
    link_to("visit", nullable=True, index=True),  # the sale that gave it: it counts once that bill is paid
    Column("made_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
    CheckConstraint("total_limit > 0", name="total_limit"),
    CheckConstraint("person_limit > 0", name="person_limit"),
)

coupon_use = Table(
    "coupon_use",
    metadata,
    key_column(),
    uid_column(),
    link_to("coupon", index=True),
    link_to("customer", nullable=True, index=True),
    link_to("visit", index=True),
    Column("discount", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("given_back_at", Instant),
    CheckConstraint("discount >= 0", name="discount"),
)

referral_code = Table(
    "referral_code",
    metadata,
    key_column(),
    uid_column(),
    Column("customer", Integer, ForeignKey("customer.id"), nullable=False, unique=True),
    Column("code", String, nullable=False, unique=True),
)

referral = Table(
    "referral",
    metadata,
    key_column(),
    uid_column(),
    Column("referrer", Integer, ForeignKey("customer.id"), nullable=False, index=True),
    Column("friend", Integer, ForeignKey("customer.id"), nullable=False, unique=True),
    Column("at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
    CheckConstraint("referrer <> friend", name="self"),
)
