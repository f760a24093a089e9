"""The first shape of the store, as SQLite's own statements.

Frozen here: the live tables may move on. A store on another engine starts at a later revision and never runs this.

Revision ID: 0001
"""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

APPEND_ONLY = ("ledger_entry", "allocation", "consent_event", "operation", "change")


def upgrade() -> None:
    """Make every table and index, then the triggers that keep append-only tables so."""
    for statement in SHAPE.split(";\n"):
        op.execute(statement.strip())
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
            )


SHAPE = """
CREATE TABLE custom_field (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_custom_field PRIMARY KEY (id),
    CONSTRAINT uq_custom_field_uid UNIQUE (uid),
    CONSTRAINT uq_custom_field_name UNIQUE (name)
);

CREATE TABLE lease (
    name VARCHAR NOT NULL,
    owner VARCHAR NOT NULL,
    until VARCHAR(27) NOT NULL,
    CONSTRAINT pk_lease PRIMARY KEY (name)
);

CREATE TABLE operation (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    kind VARCHAR NOT NULL,
    staff VARCHAR DEFAULT '' NOT NULL,
    at VARCHAR(27) NOT NULL,
    undoes INTEGER,
    CONSTRAINT pk_operation PRIMARY KEY (id),
    CONSTRAINT uq_operation_uid UNIQUE (uid),
    CONSTRAINT uq_operation_undoes UNIQUE (undoes),
    CONSTRAINT fk_operation_undoes_operation FOREIGN KEY(undoes) REFERENCES operation (id)
);

CREATE TABLE programme (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    unit VARCHAR NOT NULL,
    name TEXT NOT NULL,
    active BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_programme PRIMARY KEY (id),
    CONSTRAINT ck_programme_unit CHECK (unit in ('point', 'punch')),
    CONSTRAINT uq_programme_uid UNIQUE (uid)
);

CREATE TABLE setting (
    name VARCHAR NOT NULL,
    value JSON NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (name)
);

CREATE TABLE store_secret (
    name VARCHAR NOT NULL,
    value BLOB NOT NULL,
    CONSTRAINT pk_store_secret PRIMARY KEY (name)
);

CREATE TABLE suppression (
    id INTEGER NOT NULL,
    digest VARCHAR(64) NOT NULL,
    since VARCHAR(27) NOT NULL,
    lifted_at VARCHAR(27),
    CONSTRAINT pk_suppression PRIMARY KEY (id),
    CONSTRAINT uq_suppression_digest UNIQUE (digest)
);

CREATE TABLE tag (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_tag PRIMARY KEY (id),
    CONSTRAINT uq_tag_uid UNIQUE (uid),
    CONSTRAINT uq_tag_name UNIQUE (name)
);

CREATE TABLE template (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    name TEXT NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_template PRIMARY KEY (id),
    CONSTRAINT uq_template_uid UNIQUE (uid)
);

CREATE TABLE campaign (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    name TEXT NOT NULL,
    purpose VARCHAR NOT NULL,
    text TEXT NOT NULL,
    audience JSON NOT NULL,
    queued_at VARCHAR(27),
    cancelled_at VARCHAR(27),
    operation INTEGER,
    CONSTRAINT pk_campaign PRIMARY KEY (id),
    CONSTRAINT uq_campaign_uid UNIQUE (uid),
    CONSTRAINT fk_campaign_operation_operation FOREIGN KEY(operation) REFERENCES operation (id)
);

CREATE INDEX ix_campaign_operation ON campaign (operation);

CREATE TABLE change (
    id INTEGER NOT NULL,
    operation INTEGER NOT NULL,
    table_name VARCHAR NOT NULL,
    row_uid VARCHAR(36) NOT NULL,
    "before" JSON NOT NULL,
    "after" JSON NOT NULL,
    CONSTRAINT pk_change PRIMARY KEY (id),
    CONSTRAINT fk_change_operation_operation FOREIGN KEY(operation) REFERENCES operation (id)
);

CREATE INDEX ix_change_operation ON change (operation);

CREATE INDEX ix_change_row_uid ON change (row_uid);

CREATE TABLE customer (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    family TEXT DEFAULT '' NOT NULL,
    given TEXT DEFAULT '' NOT NULL,
    kana_family TEXT DEFAULT '' NOT NULL,
    kana_given TEXT DEFAULT '' NOT NULL,
    display_name TEXT DEFAULT '' NOT NULL,
    kana TEXT DEFAULT '' NOT NULL,
    kind VARCHAR DEFAULT 'person' NOT NULL,
    sex VARCHAR DEFAULT '' NOT NULL,
    birth_year INTEGER,
    birth_month INTEGER,
    birth_day INTEGER,
    language VARCHAR DEFAULT '' NOT NULL,
    channel VARCHAR DEFAULT '' NOT NULL,
    postal_code TEXT DEFAULT '' NOT NULL,
    address TEXT DEFAULT '' NOT NULL,
    member_number TEXT DEFAULT '' NOT NULL,
    notes TEXT DEFAULT '' NOT NULL,
    pinned_note TEXT DEFAULT '' NOT NULL,
    sample BOOLEAN DEFAULT '0' NOT NULL,
    search_key TEXT DEFAULT '' NOT NULL,
    sort_key TEXT DEFAULT '' NOT NULL,
    last_visit_day DATE,
    visit_count INTEGER DEFAULT '0' NOT NULL,
    spend INTEGER DEFAULT '0' NOT NULL,
    due_on DATE,
    inactive_on DATE,
    lost_on DATE,
    merged_into INTEGER,
    created_at VARCHAR(27) NOT NULL,
    deleted_at VARCHAR(27),
    operation INTEGER,
    CONSTRAINT pk_customer PRIMARY KEY (id),
    CONSTRAINT ck_customer_kind CHECK (kind in ('person', 'organisation')),
    CONSTRAINT ck_customer_birth_month CHECK (birth_month between 1 and 12),
    CONSTRAINT ck_customer_birth_day CHECK (birth_day between 1 and 31),
    CONSTRAINT uq_customer_uid UNIQUE (uid),
    CONSTRAINT fk_customer_merged_into_customer FOREIGN KEY(merged_into) REFERENCES customer (id),
    CONSTRAINT fk_customer_operation_operation FOREIGN KEY(operation) REFERENCES operation (id)
);

CREATE INDEX ix_customer_member_number ON customer (member_number);

CREATE INDEX ix_customer_operation ON customer (operation);

CREATE INDEX ix_customer_recent ON customer (last_visit_day, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_customer_sort ON customer (sort_key, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_customer_spend ON customer (spend, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_customer_visit_count ON customer (visit_count, id) WHERE deleted_at IS NULL;

CREATE TABLE imported_file (
    id INTEGER NOT NULL,
    digest VARCHAR(64) NOT NULL,
    name TEXT NOT NULL,
    kind VARCHAR NOT NULL,
    rows INTEGER NOT NULL,
    at VARCHAR(27) NOT NULL,
    operation INTEGER NOT NULL,
    CONSTRAINT pk_imported_file PRIMARY KEY (id),
    CONSTRAINT fk_imported_file_operation_operation FOREIGN KEY(operation) REFERENCES operation (id)
);

CREATE INDEX ix_imported_file_digest ON imported_file (digest);

CREATE TABLE programme_version (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    programme INTEGER NOT NULL,
    number INTEGER NOT NULL,
    terms JSON NOT NULL,
    since VARCHAR(27) NOT NULL,
    CONSTRAINT pk_programme_version PRIMARY KEY (id),
    CONSTRAINT uq_programme_version_programme_number UNIQUE (programme, number),
    CONSTRAINT uq_programme_version_uid UNIQUE (uid),
    CONSTRAINT fk_programme_version_programme_programme FOREIGN KEY(programme) REFERENCES programme (id)
);

CREATE INDEX ix_programme_version_programme ON programme_version (programme);

CREATE TABLE template_version (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    template INTEGER NOT NULL,
    number INTEGER NOT NULL,
    language VARCHAR NOT NULL,
    purpose VARCHAR NOT NULL,
    text TEXT NOT NULL,
    since VARCHAR(27) NOT NULL,
    CONSTRAINT pk_template_version PRIMARY KEY (id),
    CONSTRAINT uq_template_version_template_number_language UNIQUE (template, number, language),
    CONSTRAINT uq_template_version_uid UNIQUE (uid),
    CONSTRAINT fk_template_version_template_template FOREIGN KEY(template) REFERENCES template (id)
);

CREATE INDEX ix_template_version_template ON template_version (template);

CREATE TABLE account (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    customer INTEGER NOT NULL,
    programme INTEGER NOT NULL,
    posted INTEGER DEFAULT '0' NOT NULL,
    earliest_expiry DATE,
    operation INTEGER,
    CONSTRAINT pk_account PRIMARY KEY (id),
    CONSTRAINT uq_account_customer_programme UNIQUE (customer, programme),
    CONSTRAINT uq_account_uid UNIQUE (uid),
    CONSTRAINT fk_account_customer_customer FOREIGN KEY(customer) REFERENCES customer (id),
    CONSTRAINT fk_account_programme_programme FOREIGN KEY(programme) REFERENCES programme (id),
    CONSTRAINT fk_account_operation_operation FOREIGN KEY(operation) REFERENCES operation (id)
);

CREATE INDEX ix_account_operation ON account (operation);

CREATE TABLE contact_point (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    customer INTEGER NOT NULL,
    channel VARCHAR NOT NULL,
    given TEXT NOT NULL,
    address VARCHAR NOT NULL,
    last_four VARCHAR(4) DEFAULT '' NOT NULL,
    reversed VARCHAR DEFAULT '' NOT NULL,
    mobile BOOLEAN DEFAULT '0' NOT NULL,
    position INTEGER DEFAULT '0' NOT NULL,
    state VARCHAR DEFAULT 'ok' NOT NULL,
    deleted_at VARCHAR(27),
    operation INTEGER,
    CONSTRAINT pk_contact_point PRIMARY KEY (id),
    CONSTRAINT ck_contact_point_channel CHECK (channel in ('sms', 'email', 'phone')),
    CONSTRAINT ck_contact_point_state CHECK (state in ('ok', 'failing', 'dead')),
    CONSTRAINT uq_contact_point_uid UNIQUE (uid),
    CONSTRAINT fk_contact_point_customer_customer FOREIGN KEY(customer) REFERENCES customer (id),
    CONSTRAINT fk_contact_point_operation_operation FOREIGN KEY(operation) REFERENCES operation (id)
);

CREATE INDEX ix_contact_point_address ON contact_point (address);

CREATE INDEX ix_contact_point_customer ON contact_point (customer);

CREATE INDEX ix_contact_point_last_four ON contact_point (last_four, customer);

CREATE INDEX ix_contact_point_operation ON contact_point (operation);

CREATE INDEX ix_contact_point_reversed ON contact_point (reversed);

CREATE TABLE custom_value (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    customer INTEGER NOT NULL,
    custom_field INTEGER NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_custom_value PRIMARY KEY (id),
    CONSTRAINT uq_custom_value_customer_custom_field UNIQUE (customer, custom_field),
    CONSTRAINT uq_custom_value_uid UNIQUE (uid),
    CONSTRAINT fk_custom_value_customer_customer FOREIGN KEY(customer) REFERENCES customer (id),
    CONSTRAINT fk_custom_value_custom_field_custom_field FOREIGN KEY(custom_field) REFERENCES custom_field (id)
);

CREATE TABLE inbound (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    provider VARCHAR NOT NULL,
    provider_id VARCHAR NOT NULL,
    raw TEXT NOT NULL,
    address VARCHAR DEFAULT '' NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    received_at VARCHAR(27) NOT NULL,
    customer INTEGER,
    CONSTRAINT pk_inbound PRIMARY KEY (id),
    CONSTRAINT uq_inbound_provider_provider_id UNIQUE (provider, provider_id),
    CONSTRAINT uq_inbound_uid UNIQUE (uid),
    CONSTRAINT fk_inbound_customer_customer FOREIGN KEY(customer) REFERENCES customer (id)
);

CREATE INDEX ix_inbound_customer ON inbound (customer);

CREATE TABLE tag_link (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    customer INTEGER NOT NULL,
    tag INTEGER NOT NULL,
    removed_at VARCHAR(27),
    operation INTEGER,
    CONSTRAINT pk_tag_link PRIMARY KEY (id),
    CONSTRAINT uq_tag_link_customer_tag UNIQUE (customer, tag),
    CONSTRAINT uq_tag_link_uid UNIQUE (uid),
    CONSTRAINT fk_tag_link_customer_customer FOREIGN KEY(customer) REFERENCES customer (id),
    CONSTRAINT fk_tag_link_tag_tag FOREIGN KEY(tag) REFERENCES tag (id),
    CONSTRAINT fk_tag_link_operation_operation FOREIGN KEY(operation) REFERENCES operation (id)
);

CREATE INDEX ix_tag_link_operation ON tag_link (operation);

CREATE INDEX ix_tag_link_tag ON tag_link (tag);

CREATE TABLE visit (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    customer INTEGER,
    day DATE NOT NULL,
    at VARCHAR(27),
    recorded_at VARCHAR(27) NOT NULL,
    voided_at VARCHAR(27),
    amount INTEGER,
    currency VARCHAR(3) NOT NULL,
    staff VARCHAR DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    "key" VARCHAR,
    operation INTEGER,
    CONSTRAINT pk_visit PRIMARY KEY (id),
    CONSTRAINT ck_visit_amount CHECK (amount >= 0),
    CONSTRAINT uq_visit_uid UNIQUE (uid),
    CONSTRAINT fk_visit_customer_customer FOREIGN KEY(customer) REFERENCES customer (id),
    CONSTRAINT uq_visit_key UNIQUE ("key"),
    CONSTRAINT fk_visit_operation_operation FOREIGN KEY(operation) REFERENCES operation (id)
);

CREATE INDEX ix_visit_customer_day ON visit (customer, day);

CREATE INDEX ix_visit_day ON visit (day);

CREATE INDEX ix_visit_operation ON visit (operation);

CREATE TABLE consent_event (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    contact_point INTEGER NOT NULL,
    purpose VARCHAR NOT NULL,
    given BOOLEAN NOT NULL,
    source VARCHAR NOT NULL,
    wording TEXT DEFAULT '' NOT NULL,
    at VARCHAR(27) NOT NULL,
    staff VARCHAR DEFAULT '' NOT NULL,
    operation INTEGER,
    CONSTRAINT pk_consent_event PRIMARY KEY (id),
    CONSTRAINT ck_consent_event_purpose CHECK (purpose in ('promo', 'service')),
    CONSTRAINT uq_consent_event_uid UNIQUE (uid),
    CONSTRAINT fk_consent_event_contact_point_contact_point FOREIGN KEY(contact_point) REFERENCES contact_point (id),
    CONSTRAINT fk_consent_event_operation_operation FOREIGN KEY(operation) REFERENCES operation (id)
);

CREATE INDEX ix_consent_event_contact_point ON consent_event (contact_point);

CREATE INDEX ix_consent_event_operation ON consent_event (operation);

CREATE TABLE ledger_entry (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    account INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    occurred VARCHAR(27) NOT NULL,
    recorded VARCHAR(27) NOT NULL,
    expires_on DATE,
    reverses INTEGER,
    visit INTEGER,
    programme_version INTEGER,
    breakdown JSON,
    reason TEXT DEFAULT '' NOT NULL,
    staff VARCHAR DEFAULT '' NOT NULL,
    "key" VARCHAR NOT NULL,
    operation INTEGER,
    CONSTRAINT pk_ledger_entry PRIMARY KEY (id),
    CONSTRAINT ck_ledger_entry_amount CHECK (amount <> 0),
    CONSTRAINT uq_ledger_entry_uid UNIQUE (uid),
    CONSTRAINT fk_ledger_entry_account_account FOREIGN KEY(account) REFERENCES account (id),
    CONSTRAINT fk_ledger_entry_reverses_ledger_entry FOREIGN KEY(reverses) REFERENCES ledger_entry (id),
    CONSTRAINT fk_ledger_entry_visit_visit FOREIGN KEY(visit) REFERENCES visit (id),
    CONSTRAINT fk_ledger_entry_programme_version_programme_version FOREIGN KEY(programme_version) REFERENCES programme_version (id),
    CONSTRAINT uq_ledger_entry_key UNIQUE ("key"),
    CONSTRAINT fk_ledger_entry_operation_operation FOREIGN KEY(operation) REFERENCES operation (id)
);

CREATE INDEX ix_ledger_entry_account ON ledger_entry (account);

CREATE INDEX ix_ledger_entry_operation ON ledger_entry (operation);

CREATE INDEX ix_ledger_entry_reverses ON ledger_entry (reverses);

CREATE INDEX ix_ledger_entry_visit ON ledger_entry (visit);

CREATE TABLE outbox_message (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    customer INTEGER,
    campaign INTEGER,
    contact_point INTEGER,
    channel VARCHAR NOT NULL,
    address VARCHAR NOT NULL,
    purpose VARCHAR NOT NULL,
    text TEXT NOT NULL,
    parts INTEGER NOT NULL,
    due VARCHAR(27) NOT NULL,
    not_after VARCHAR(27),
    state VARCHAR NOT NULL,
    reason VARCHAR DEFAULT '' NOT NULL,
    provider VARCHAR DEFAULT '' NOT NULL,
    provider_id VARCHAR,
    price_micros INTEGER,
    price_currency VARCHAR(3) DEFAULT '' NOT NULL,
    dedupe_key VARCHAR NOT NULL,
    queued_at VARCHAR(27) NOT NULL,
    claimed_at VARCHAR(27),
    claimed_by VARCHAR DEFAULT '' NOT NULL,
    settled_at VARCHAR(27),
    operation INTEGER,
    CONSTRAINT pk_outbox_message PRIMARY KEY (id),
    CONSTRAINT ck_outbox_message_purpose CHECK (purpose in ('promo', 'service', 'test')),
    CONSTRAINT ck_outbox_message_state CHECK (state in ('queued', 'sending', 'accepted', 'sent', 'delivered', 'rejected', 'opted_out', 'unknown',
        'cancelled', 'expired', 'held')),
    CONSTRAINT uq_outbox_message_uid UNIQUE (uid),
    CONSTRAINT fk_outbox_message_customer_customer FOREIGN KEY(customer) REFERENCES customer (id),
    CONSTRAINT fk_outbox_message_campaign_campaign FOREIGN KEY(campaign) REFERENCES campaign (id),
    CONSTRAINT fk_outbox_message_contact_point_contact_point FOREIGN KEY(contact_point) REFERENCES contact_point (id),
    CONSTRAINT uq_outbox_message_dedupe_key UNIQUE (dedupe_key),
    CONSTRAINT fk_outbox_message_operation_operation FOREIGN KEY(operation) REFERENCES operation (id)
);

CREATE INDEX ix_outbox_message_campaign ON outbox_message (campaign);

CREATE INDEX ix_outbox_message_customer ON outbox_message (customer);

CREATE INDEX ix_outbox_message_operation ON outbox_message (operation);

CREATE INDEX ix_outbox_message_state_due ON outbox_message (state, due);

CREATE UNIQUE INDEX ux_outbox_message_provider_id ON outbox_message (provider, provider_id);

CREATE TABLE refund (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    visit INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    at VARCHAR(27) NOT NULL,
    "key" VARCHAR,
    CONSTRAINT pk_refund PRIMARY KEY (id),
    CONSTRAINT ck_refund_amount CHECK (amount > 0),
    CONSTRAINT uq_refund_uid UNIQUE (uid),
    CONSTRAINT fk_refund_visit_visit FOREIGN KEY(visit) REFERENCES visit (id),
    CONSTRAINT uq_refund_key UNIQUE ("key")
);

CREATE INDEX ix_refund_visit ON refund (visit);

CREATE TABLE visit_line (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    visit INTEGER NOT NULL,
    item TEXT NOT NULL,
    category TEXT DEFAULT '' NOT NULL,
    quantity INTEGER NOT NULL,
    unit_price INTEGER,
    CONSTRAINT pk_visit_line PRIMARY KEY (id),
    CONSTRAINT uq_visit_line_uid UNIQUE (uid),
    CONSTRAINT fk_visit_line_visit_visit FOREIGN KEY(visit) REFERENCES visit (id)
);

CREATE INDEX ix_visit_line_visit ON visit_line (visit);

CREATE TABLE allocation (
    id INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    lot INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    CONSTRAINT pk_allocation PRIMARY KEY (id),
    CONSTRAINT ck_allocation_amount CHECK (amount <> 0),
    CONSTRAINT fk_allocation_entry_ledger_entry FOREIGN KEY(entry) REFERENCES ledger_entry (id),
    CONSTRAINT fk_allocation_lot_ledger_entry FOREIGN KEY(lot) REFERENCES ledger_entry (id)
);

CREATE INDEX ix_allocation_entry ON allocation (entry);

CREATE INDEX ix_allocation_lot ON allocation (lot);

CREATE TABLE attempt (
    id INTEGER NOT NULL,
    outbox_message INTEGER NOT NULL,
    at VARCHAR(27) NOT NULL,
    outcome VARCHAR DEFAULT '' NOT NULL,
    reason VARCHAR DEFAULT '' NOT NULL,
    CONSTRAINT pk_attempt PRIMARY KEY (id),
    CONSTRAINT fk_attempt_outbox_message_outbox_message FOREIGN KEY(outbox_message) REFERENCES outbox_message (id)
);

CREATE INDEX ix_attempt_outbox_message ON attempt (outbox_message);

CREATE TABLE refund_line (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    refund INTEGER NOT NULL,
    visit_line INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    CONSTRAINT pk_refund_line PRIMARY KEY (id),
    CONSTRAINT uq_refund_line_uid UNIQUE (uid),
    CONSTRAINT fk_refund_line_refund_refund FOREIGN KEY(refund) REFERENCES refund (id),
    CONSTRAINT fk_refund_line_visit_line_visit_line FOREIGN KEY(visit_line) REFERENCES visit_line (id)
);

CREATE INDEX ix_refund_line_refund ON refund_line (refund);

CREATE TABLE reward (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    account INTEGER NOT NULL,
    name TEXT NOT NULL,
    code VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    entry INTEGER,
    issued_at VARCHAR(27) NOT NULL,
    expires_on DATE,
    used_visit INTEGER,
    CONSTRAINT pk_reward PRIMARY KEY (id),
    CONSTRAINT ck_reward_state CHECK (state in ('issued', 'reserved', 'used', 'expired', 'given_back')),
    CONSTRAINT uq_reward_uid UNIQUE (uid),
    CONSTRAINT fk_reward_account_account FOREIGN KEY(account) REFERENCES account (id),
    CONSTRAINT uq_reward_code UNIQUE (code),
    CONSTRAINT uq_reward_entry UNIQUE (entry),
    CONSTRAINT fk_reward_entry_ledger_entry FOREIGN KEY(entry) REFERENCES ledger_entry (id),
    CONSTRAINT fk_reward_used_visit_visit FOREIGN KEY(used_visit) REFERENCES visit (id)
);

CREATE INDEX ix_reward_account ON reward (account);

CREATE TABLE verdict (
    id INTEGER NOT NULL,
    campaign INTEGER,
    customer INTEGER,
    outbox_message INTEGER,
    allowed BOOLEAN NOT NULL,
    reason VARCHAR NOT NULL,
    facts JSON NOT NULL,
    at VARCHAR(27) NOT NULL,
    CONSTRAINT pk_verdict PRIMARY KEY (id),
    CONSTRAINT fk_verdict_campaign_campaign FOREIGN KEY(campaign) REFERENCES campaign (id),
    CONSTRAINT fk_verdict_customer_customer FOREIGN KEY(customer) REFERENCES customer (id),
    CONSTRAINT fk_verdict_outbox_message_outbox_message FOREIGN KEY(outbox_message) REFERENCES outbox_message (id)
);

CREATE INDEX ix_verdict_campaign ON verdict (campaign);

CREATE INDEX ix_verdict_customer ON verdict (customer);

CREATE INDEX ix_verdict_outbox_message ON verdict (outbox_message)
"""
