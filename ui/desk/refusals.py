"""Why a reward or a coupon can't be used, with days and money as the reader writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from ui.shared.error_text import SENTENCES
from ui.shared.formats import minor_digits
from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.errors import ShopError
    from ui.shared.formats import Formats


def refusal_words(error: ShopError, today: date, formats: Formats) -> str:
    """The error's sentence; its `day` (ISO) and `minimum` ("3000 JPY") are written out first."""
    facts = {name: "" if value is None else str(value) for name, value in error.facts.items()}
    if facts.get("day"):
        facts["day"] = formats.short_day(date.fromisoformat(facts["day"]), today)
    if facts.get("minimum", "").count(" ") == 1:
        amount, currency = facts["minimum"].split(" ")
        facts["minimum"] = formats.money(int(Decimal(amount).scaleb(minor_digits(currency))), currency)
    return tr("ErrorText", SENTENCES[error.code]).format(**facts)
