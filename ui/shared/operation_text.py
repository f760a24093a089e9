"""What operations of the journal are called, for undo and the timeline."""

from __future__ import annotations

from typing import Final

from ui.shared.language import mark, tr

NAMES: Final[dict[str, str]] = {
    "visit": mark("OperationText", "visit"),
    "sale": mark("OperationText", "sale"),
    "visit_amount": mark("OperationText", "amount of a visit"),
    "visit_correct": mark("OperationText", "correction of a visit"),
    "visit_void": mark("OperationText", "removal of a visit"),
    "punch_allow": mark("OperationText", "punch past the limit"),
    "customer_add": mark("OperationText", "new customer"),
    "customer_edit": mark("OperationText", "change of a customer"),
    "customer_delete": mark("OperationText", "deletion of a customer"),
    "contact_add": mark("OperationText", "new contact"),
    "contact_edit": mark("OperationText", "change of a contact"),
    "contact_remove": mark("OperationText", "removal of a contact"),
    "tag_add": mark("OperationText", "tag"),
    "tag_remove": mark("OperationText", "removal of a tag"),
    "consent": mark("OperationText", "consent"),
    "opt_out": mark("OperationText", "opt-out"),
    "import": mark("OperationText", "import of a list"),
    "campaign_queue": mark("OperationText", "campaign"),
    "redeem": mark("OperationText", "redemption"),
    "refund": mark("OperationText", "refund"),
    "adjust": mark("OperationText", "correction of points"),
    "opening": mark("OperationText", "points brought over"),
    "award": mark("OperationText", "one-time award"),
    "birthdays": mark("OperationText", "birthday points"),
    "customer_merge": mark("OperationText", "merge of two customers"),
    "referral": mark("OperationText", "referral"),
    "coupon_add": mark("OperationText", "new coupon"),
    "coupon_use": mark("OperationText", "coupon on a bill"),
    "coupon_withdraw": mark("OperationText", "withdrawal of a coupon"),
    "sample_remove": mark("OperationText", "removal of the sample shop"),
    "programme_add": mark("OperationText", "new programme"),
    "programme_save": mark("OperationText", "change of a programme"),
    "programme_preset": mark("OperationText", "rules of a trade"),
}
"""Operation kind -> English name."""

LARGE: Final = frozenset({"import", "campaign_queue", "sample_remove"})
"""Kinds that touch many people: taking one back by a key asks first."""


def operation_name(kind: str) -> str:
    """The kind's name in the reader's language; the kind itself where it has none."""
    return tr("OperationText", NAMES[kind]) if kind in NAMES else kind
