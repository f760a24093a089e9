"""What History tells: an undo's outcome, one thing on a timeline, one thing done; and which kinds can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from datetime import date, datetime

    from retention_desktop.domain.operation import Kept

UNDOABLE: Final = (
    "visit", "sale", "visit_amount", "visit_correct", "visit_void", "customer_add", "customer_edit",
    "customer_delete", "contact_add", "contact_edit", "contact_remove", "tag_add", "tag_remove", "consent", "opt_out",
    "import", "campaign_queue", "redeem", "refund", "adjust", "opening", "award", "customer_merge", "referral",
    "programme_save", "programme_add", "programme_preset", "coupon_add", "coupon_withdraw", "coupon_use",
    "birthdays", "punch_allow", "sample_remove",
)  # fmt: skip
POINT_DEEDS: Final = (
    "redeem", "refund", "adjust", "opening", "award", "birthdays", "referral", "customer_merge",
)  # fmt: skip
"""Kinds that have a line of their own on a timeline, beside the visit they may belong to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What an undo did.

    Attributes:
        operation: uid of the undo itself, "" where nothing could be taken back: a person added who stays.
        undid: uid of the operation taken back.
        kind: that operation's kind.
        customer: uid of the customer it was about, "" where it was about several or none.
        kept: rows left as they are, and why ("changed_since", "has_visits", "already_sent").
    """

    operation: str
    undid: str
    kind: str
    customer: str
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One thing that happened to a customer.

    Attributes:
        kind: "visit", "message", "consent" or the operation's kind for a change.
        at: UTC instant, None where only the day is known.
        day: the shop's day where only that is known.
        facts: what a sentence about it needs, by kind.
        operation: uid to hand to `undo`, "" where it can't be taken back (any more).
    """

    kind: str
    at: datetime | None
    day: date | None
    facts: dict[str, Any]
    operation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """Something that was done and can be taken back, or has been.

    Attributes:
        uid: the operation's, to hand to `undo`.
        at: UTC instant.
        customer, name, person_kind: of the one customer it was about; "" where it was about several or none.
        undone: it has been taken back.
    """

    uid: str
    kind: str
    at: datetime
    staff: str
    customer: str
    name: str
    person_kind: str
    undone: bool
