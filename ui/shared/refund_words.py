"""What goes back with a refund, in words, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from retention_desktop.desk import Logged
    from retention_desktop.domain.ledger import Balance
    from retention_desktop.shop import Shop
    from ui.shared.kit import Kit


def refund_words(
    shop: Shop, kit: Kit, visit: str, amount: int | None, units: Mapping[str, int]
) -> tuple[int, tuple[str, ...]]:
    """What is given back, and one line for each programme that changes and each reward that can be used again.

    Args:
        amount: minor units; None = what the goods cost.
        units: of the visit's lines, by uid.

    Raises ShopError where so much can't be given back.
    """
    rehearsed = shop.desk.rehearse_refund(visit, amount, lines=units)
    before = {one.programme: one.balance for one in rehearsed.before}
    changed = [
        _balance(one, before.get(one.programme, 0), kit, rehearsed.logged)
        for one in rehearsed.logged.balances
        if one.balance != before.get(one.programme, 0)
    ]
    again = [tr("RefundWords", "“{reward}” can be used again").format(reward=name) for name in rehearsed.given_back]
    words = (*changed, *again) or (tr("RefundWords", "No points or punches change."),)
    return rehearsed.amount, words


def _balance(balance: Balance, before: int, kit: Kit, logged: Logged) -> str:
    """Points: −88 (842 → 754)."""
    change = balance.balance - before

    def written(amount: int) -> str:
        if balance.unit == "credit":
            return kit.formats.money(amount, logged.visit.currency)
        return kit.formats.number(amount)

    sign = "+" if change > 0 else "−"
    return tr("RefundWords", "{name}: {change} ({before} → {after})").format(
        name=balance.name, change=f"{sign}{written(abs(change))}", before=written(before),
        after=written(balance.balance),
    )  # fmt: skip
