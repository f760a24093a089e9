"""An amount of points, stamps or credit in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.customers.shop_formats import ShopFormats
    from ui.shared.formats import Formats


def amount_words(formats: Formats | ShopFormats, unit: str, amount: int) -> str:
    """The amount with its unit: "200 pt", "1 stamp", "300 credit"."""
    if unit == "punch":
        return tr("Amount", "%n stamp(s)", amount)
    words = tr("Amount", "{amount} pt") if unit == "point" else tr("Amount", "{amount} credit")
    return words.format(amount=formats.number(amount))
