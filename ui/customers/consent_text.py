"""The words proposed where consent is asked for."""

from __future__ import annotations

from ui.shared.language import tr


def proposed_wording(shop_name: str) -> str:
    """A sentence a person can agree to: who sends, what, how, and that it can be stopped."""
    if not shop_name:
        return tr("ConsentWording", "News and offers by SMS. Can be stopped at any time.")
    words = tr("ConsentWording", "News and offers from {shop} by SMS. Can be stopped at any time.")
    return words.format(shop=shop_name)
