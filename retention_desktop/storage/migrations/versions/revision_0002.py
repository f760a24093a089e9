"""Loyalty in full: refunds, discounts, cashback, rewards with terms, coupons, referrals, carry-over, staff.

Seven tables get columns or a wider rule. SQLite can't change a rule in place, so each is made anew beside the old one,
filled from it and put in its place, with its indexes and triggers. The old store was copied before.

Revision ID: 0002
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

KEPT = {
    "programme": "id, uid, unit, name, active",
    "account": "id, uid, customer, programme, posted, earliest_expiry, operation",
    "visit": 'id, uid, customer, day, at, recorded_at, voided_at, amount, currency, staff, note, "key", operation',
    "visit_line": "id, uid, visit, item, category, quantity, unit_price",
    "refund": 'id, uid, visit, amount, at, "key"',
    "ledger_entry": 'id, uid, account, amount, kind, occurred, recorded, expires_on, reverses, visit, programme_version, breakdown, reason, staff, "key", operation',
    "reward": "id, uid, account, name, code, state, entry, issued_at, expires_on, used_visit",
}
"""The columns each of these tables had, in their order."""


def upgrade() -> None:
    """Add the new tables, then put each changed one in its old one's place."""
    for statement in ADDED.split(";\n"):
        op.execute(statement.strip())
    for statement in CHANGED.split(";\n"):
        _change(statement.strip())
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER ledger_entry_no_{verb.lower()} BEFORE {verb} ON ledger_entry "
            "BEGIN SELECT RAISE(ABORT, 'ledger_entry only grows'); END"
        )
    _name_what_is_owed()
    _add_up_what_visits_earned()


def _change(statement: str) -> None:
    words = statement.split()
    if words[1] != "TABLE":
        op.execute(statement)
        return
    table, columns = words[2], KEPT[words[2]]
    op.execute(statement.replace(f"CREATE TABLE {table} (", f"CREATE TABLE {table}_next (", 1))
    op.execute(f"INSERT INTO {table}_next ({columns}) SELECT {columns} FROM {table}")  # noqa: S608  names from above
    op.execute(f"DROP TABLE {table}")
    op.execute(f"ALTER TABLE {table}_next RENAME TO {table}")


def _name_what_is_owed() -> None:
    """Rewards of the first revision were gifts described by their name, earned by the visit of their debit."""
    op.execute("""UPDATE reward SET gives = '{"kind": "gift"}'""")
    op.execute("UPDATE reward SET visit = (SELECT visit FROM ledger_entry e WHERE e.id = reward.entry)")
    op.execute("UPDATE reward SET operation = (SELECT operation FROM ledger_entry e WHERE e.id = reward.entry)")


def _add_up_what_visits_earned() -> None:
    """The first revision had neither debts nor carry-over; where an account's open lots begin is found by its use."""
    op.execute("""
        UPDATE account SET earned = coalesce((SELECT sum(amount) FROM ledger_entry e WHERE e.account = account.id
            AND e.visit IS NOT NULL AND e.kind IN ('earn', 'earn_back', 'earn_again')), 0)""")


ADDED = """
CREATE TABLE coupon (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    name TEXT NOT NULL,
    code VARCHAR NOT NULL,
    gives JSON NOT NULL,
    valid_from VARCHAR(27),
    valid_until VARCHAR(27),
    minimum INTEGER DEFAULT '0' NOT NULL,
    total_limit INTEGER,
    person_limit INTEGER,
    customer INTEGER,
    visit INTEGER,
    made_at VARCHAR(27) NOT NULL,
    withdrawn_at VARCHAR(27),
    CONSTRAINT pk_coupon PRIMARY KEY (id),
    CONSTRAINT ck_coupon_total_limit CHECK (total_limit > 0),
    CONSTRAINT ck_coupon_person_limit CHECK (person_limit > 0),
    CONSTRAINT uq_coupon_uid UNIQUE (uid),
    CONSTRAINT uq_coupon_code UNIQUE (code),
    CONSTRAINT fk_coupon_customer_customer FOREIGN KEY(customer) REFERENCES customer (id),
    CONSTRAINT fk_coupon_visit_visit FOREIGN KEY(visit) REFERENCES visit (id)
);

CREATE INDEX ix_coupon_customer ON coupon (customer);

CREATE INDEX ix_coupon_visit ON coupon (visit);

CREATE TABLE referral_code (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    customer INTEGER NOT NULL,
    code VARCHAR NOT NULL,
    CONSTRAINT pk_referral_code PRIMARY KEY (id),
    CONSTRAINT uq_referral_code_uid UNIQUE (uid),
    CONSTRAINT uq_referral_code_customer UNIQUE (customer),
    CONSTRAINT fk_referral_code_customer_customer FOREIGN KEY(customer) REFERENCES customer (id),
    CONSTRAINT uq_referral_code_code UNIQUE (code)
);

CREATE TABLE referral (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    referrer INTEGER NOT NULL,
    friend INTEGER NOT NULL,
    at VARCHAR(27) NOT NULL,
    withdrawn_at VARCHAR(27),
    CONSTRAINT pk_referral PRIMARY KEY (id),
    CONSTRAINT ck_referral_self CHECK (referrer <> friend),
    CONSTRAINT uq_referral_uid UNIQUE (uid),
    CONSTRAINT fk_referral_referrer_customer FOREIGN KEY(referrer) REFERENCES customer (id),
    CONSTRAINT uq_referral_friend UNIQUE (friend),
    CONSTRAINT fk_referral_friend_customer FOREIGN KEY(friend) REFERENCES customer (id)
);

CREATE INDEX ix_referral_referrer ON referral (referrer);

CREATE TABLE staff (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    name TEXT NOT NULL,
    role VARCHAR NOT NULL,
    pin TEXT DEFAULT '' NOT NULL,
    adjust_limit INTEGER,
    customer INTEGER,
    failures INTEGER DEFAULT '0' NOT NULL,
    locked_until VARCHAR(27),
    left_at VARCHAR(27),
    CONSTRAINT pk_staff PRIMARY KEY (id),
    CONSTRAINT ck_staff_role CHECK (role in ('owner', 'desk')),
    CONSTRAINT ck_staff_adjust_limit CHECK (adjust_limit >= 0),
    CONSTRAINT uq_staff_uid UNIQUE (uid),
    CONSTRAINT fk_staff_customer_customer FOREIGN KEY(customer) REFERENCES customer (id)
);

CREATE INDEX ix_staff_customer ON staff (customer);

CREATE TABLE carry (
    id INTEGER NOT NULL,
    account INTEGER NOT NULL,
    visit INTEGER NOT NULL,
    rule TEXT NOT NULL,
    base INTEGER NOT NULL,
    granted INTEGER NOT NULL,
    CONSTRAINT pk_carry PRIMARY KEY (id),
    CONSTRAINT uq_carry_account_rule_visit UNIQUE (account, rule, visit),
    CONSTRAINT fk_carry_account_account FOREIGN KEY(account) REFERENCES account (id),
    CONSTRAINT fk_carry_visit_visit FOREIGN KEY(visit) REFERENCES visit (id)
);

CREATE INDEX ix_carry_visit ON carry (visit);

CREATE TABLE coupon_use (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    coupon INTEGER NOT NULL,
    customer INTEGER,
    visit INTEGER NOT NULL,
    discount INTEGER NOT NULL,
    at VARCHAR(27) NOT NULL,
    given_back_at VARCHAR(27),
    CONSTRAINT pk_coupon_use PRIMARY KEY (id),
    CONSTRAINT ck_coupon_use_discount CHECK (discount >= 0),
    CONSTRAINT uq_coupon_use_uid UNIQUE (uid),
    CONSTRAINT fk_coupon_use_coupon_coupon FOREIGN KEY(coupon) REFERENCES coupon (id),
    CONSTRAINT fk_coupon_use_customer_customer FOREIGN KEY(customer) REFERENCES customer (id),
    CONSTRAINT fk_coupon_use_visit_visit FOREIGN KEY(visit) REFERENCES visit (id)
);

CREATE INDEX ix_coupon_use_coupon ON coupon_use (coupon);

CREATE INDEX ix_coupon_use_visit ON coupon_use (visit);

CREATE INDEX ix_coupon_use_customer ON coupon_use (customer);
"""

CHANGED = """
CREATE TABLE programme (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    unit VARCHAR NOT NULL,
    name TEXT NOT NULL,
    active BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_programme PRIMARY KEY (id),
    CONSTRAINT ck_programme_unit CHECK (unit in ('point', 'punch', 'credit')),
    CONSTRAINT uq_programme_uid UNIQUE (uid)
);

CREATE TABLE visit (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    customer INTEGER,
    day DATE NOT NULL,
    at VARCHAR(27),
    recorded_at VARCHAR(27) NOT NULL,
    voided_at VARCHAR(27),
    amount INTEGER,
    tax INTEGER,
    discount INTEGER DEFAULT '0' NOT NULL,
    code TEXT DEFAULT '' NOT NULL,
    past_limit BOOLEAN DEFAULT '0' NOT NULL,
    currency VARCHAR(3) NOT NULL,
    staff VARCHAR DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    "key" VARCHAR,
    operation INTEGER,
    CONSTRAINT pk_visit PRIMARY KEY (id),
    CONSTRAINT ck_visit_amount CHECK (amount >= 0),
    CONSTRAINT ck_visit_discount CHECK (discount >= 0),
    CONSTRAINT uq_visit_uid UNIQUE (uid),
    CONSTRAINT fk_visit_customer_customer FOREIGN KEY(customer) REFERENCES customer (id),
    CONSTRAINT uq_visit_key UNIQUE ("key"),
    CONSTRAINT fk_visit_operation_operation FOREIGN KEY(operation) REFERENCES operation (id)
);

CREATE INDEX ix_visit_operation ON visit (operation);

CREATE INDEX ix_visit_customer_day ON visit (customer, day);

CREATE INDEX ix_visit_day ON visit (day);

CREATE TABLE account (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    customer INTEGER NOT NULL,
    programme INTEGER NOT NULL,
    posted INTEGER DEFAULT '0' NOT NULL,
    earliest_expiry DATE,
    oldest_open INTEGER DEFAULT '0' NOT NULL,
    owed INTEGER DEFAULT '0' NOT NULL,
    earned INTEGER DEFAULT '0' NOT NULL,
    carried JSON DEFAULT '{}' NOT NULL,
    operation INTEGER,
    CONSTRAINT pk_account PRIMARY KEY (id),
    CONSTRAINT uq_account_customer_programme UNIQUE (customer, programme),
    CONSTRAINT uq_account_uid UNIQUE (uid),
    CONSTRAINT fk_account_customer_customer FOREIGN KEY(customer) REFERENCES customer (id),
    CONSTRAINT fk_account_programme_programme FOREIGN KEY(programme) REFERENCES programme (id),
    CONSTRAINT fk_account_operation_operation FOREIGN KEY(operation) REFERENCES operation (id)
);

CREATE INDEX ix_account_operation ON account (operation);

CREATE INDEX ix_account_earliest_expiry ON account (earliest_expiry) WHERE earliest_expiry IS NOT NULL;

CREATE TABLE ledger_entry (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    account INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    occurred VARCHAR(27) NOT NULL,
    recorded VARCHAR(27) NOT NULL,
    expires_on DATE,
    idle_months INTEGER,
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

CREATE INDEX ix_ledger_entry_visit ON ledger_entry (visit);

CREATE INDEX ix_ledger_entry_operation ON ledger_entry (operation);

CREATE INDEX ix_ledger_entry_reverses ON ledger_entry (reverses);

CREATE INDEX ix_ledger_entry_account ON ledger_entry (account);

CREATE TABLE visit_line (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    visit INTEGER NOT NULL,
    item TEXT NOT NULL,
    category TEXT DEFAULT '' NOT NULL,
    quantity INTEGER NOT NULL,
    unit_price INTEGER,
    tax INTEGER,
    CONSTRAINT pk_visit_line PRIMARY KEY (id),
    CONSTRAINT ck_visit_line_quantity CHECK (quantity > 0),
    CONSTRAINT uq_visit_line_uid UNIQUE (uid),
    CONSTRAINT fk_visit_line_visit_visit FOREIGN KEY(visit) REFERENCES visit (id)
);

CREATE INDEX ix_visit_line_visit ON visit_line (visit);

CREATE TABLE refund (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    visit INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    at VARCHAR(27) NOT NULL,
    staff VARCHAR DEFAULT '' NOT NULL,
    "key" VARCHAR,
    undone_at VARCHAR(27),
    CONSTRAINT pk_refund PRIMARY KEY (id),
    CONSTRAINT ck_refund_amount CHECK (amount >= 0),
    CONSTRAINT uq_refund_uid UNIQUE (uid),
    CONSTRAINT fk_refund_visit_visit FOREIGN KEY(visit) REFERENCES visit (id),
    CONSTRAINT uq_refund_key UNIQUE ("key")
);

CREATE INDEX ix_refund_visit ON refund (visit);

CREATE TABLE reward (
    id INTEGER NOT NULL,
    uid VARCHAR(36) NOT NULL,
    account INTEGER NOT NULL,
    name TEXT NOT NULL,
    code VARCHAR NOT NULL,
    "key" VARCHAR,
    state VARCHAR NOT NULL,
    gives JSON DEFAULT '{}' NOT NULL,
    cost INTEGER,
    entry INTEGER,
    visit INTEGER,
    issued_at VARCHAR(27) NOT NULL,
    valid_from DATE,
    expires_on DATE,
    used_at VARCHAR(27),
    used_visit INTEGER,
    discount INTEGER DEFAULT '0' NOT NULL,
    operation INTEGER,
    CONSTRAINT pk_reward PRIMARY KEY (id),
    CONSTRAINT ck_reward_state CHECK (state in ('issued', 'reserved', 'used', 'expired', 'given_back')),
    CONSTRAINT uq_reward_uid UNIQUE (uid),
    CONSTRAINT fk_reward_account_account FOREIGN KEY(account) REFERENCES account (id),
    CONSTRAINT uq_reward_code UNIQUE (code),
    CONSTRAINT uq_reward_key UNIQUE ("key"),
    CONSTRAINT uq_reward_entry UNIQUE (entry),
    CONSTRAINT fk_reward_entry_ledger_entry FOREIGN KEY(entry) REFERENCES ledger_entry (id),
    CONSTRAINT fk_reward_visit_visit FOREIGN KEY(visit) REFERENCES visit (id),
    CONSTRAINT fk_reward_used_visit_visit FOREIGN KEY(used_visit) REFERENCES visit (id),
    CONSTRAINT fk_reward_operation_operation FOREIGN KEY(operation) REFERENCES operation (id)
);

CREATE INDEX ix_reward_account ON reward (account);

CREATE INDEX ix_reward_operation ON reward (operation);

CREATE INDEX ix_reward_visit ON reward (visit);

CREATE INDEX ix_reward_used_visit ON reward (used_visit)
"""
