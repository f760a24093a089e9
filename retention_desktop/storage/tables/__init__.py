"""The store's tables.

Every table that two stores would have to match carries a UUIDv7 `uid` beside its integer key. Money is
integer minor units with a currency, instants are UTC text, `day` is the shop's calendar day.
Append-only tables are named in `APPEND_ONLY`; triggers made by the first revision refuse to change them.
"""

from __future__ import annotations

from typing import Final

from retention_desktop.storage.tables.columns import metadata
from retention_desktop.storage.tables.journal import change, operation, setting
from retention_desktop.storage.tables.loyalty import (
    account,
    allocation,
    carry,
    coupon,
    coupon_use,
    ledger_entry,
    programme,
    programme_version,
    referral,
    referral_code,
    reward,
)
from retention_desktop.storage.tables.messages import (
    attempt,
    campaign,
    imported_file,
    inbound,
    lease,
    outbox_message,
    template,
    template_version,
    verdict,
)
from retention_desktop.storage.tables.people import (
    consent_event,
    contact_point,
    custom_field,
    custom_value,
    customer,
    store_secret,
    suppression,
    tag,
    tag_link,
)
from retention_desktop.storage.tables.staff import staff
from retention_desktop.storage.tables.visits import refund, refund_line, visit, visit_line

APPEND_ONLY: Final = ("ledger_entry", "allocation", "consent_event", "operation", "change")

__all__ = [
    "APPEND_ONLY",
    "account",
    "allocation",
    "attempt",
    "campaign",
    "carry",
    "change",
    "consent_event",
    "contact_point",
    "coupon",
    "coupon_use",
    "custom_field",
    "custom_value",
    "customer",
    "imported_file",
    "inbound",
    "lease",
    "ledger_entry",
    "metadata",
    "operation",
    "outbox_message",
    "programme",
    "programme_version",
    "referral",
    "referral_code",
    "refund",
    "refund_line",
    "reward",
    "setting",
    "staff",
    "store_secret",
    "suppression",
    "tag",
    "tag_link",
    "template",
    "template_version",
    "verdict",
    "visit",
    "visit_line",
]
