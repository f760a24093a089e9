"""The terms of a programme: how points, punches or credit are earned, what they buy, and when they lapse.

A programme version keeps its terms as JSON for ever; `read_terms` makes typed values of it, `write_terms` JSON again.
"""

from retention_desktop.domain.terms.reading import read_clock, read_gives, read_present, read_terms
from retention_desktop.domain.terms.values import (
    BASES,
    BILL_KINDS,
    CREDIT,
    EVENT_KINDS,
    EXPIRIES,
    GIFTS,
    POINT,
    PUNCH,
    ROUNDINGS,
    UNITS,
    Caps,
    CardTerms,
    CatalogueReward,
    Expiry,
    Gives,
    Goods,
    Limit,
    Milestone,
    Present,
    Promotion,
    Rule,
    SpendTerms,
    Terms,
    Tiers,
    TierStep,
    Window,
)
from retention_desktop.domain.terms.writing import instant_text, write_gives, write_present, write_terms

__all__ = [
    "BASES", "BILL_KINDS", "CREDIT", "EVENT_KINDS", "EXPIRIES", "GIFTS", "POINT", "PUNCH", "ROUNDINGS", "UNITS",
    "Caps", "CardTerms", "CatalogueReward", "Expiry", "Gives", "Goods", "Limit", "Milestone", "Present", "Promotion",
    "Rule", "SpendTerms", "Terms", "TierStep", "Tiers", "Window", "instant_text", "read_clock", "read_gives",
    "read_present", "read_terms", "write_gives", "write_present", "write_terms",
]  # fmt: skip
