"""The plan of most visits: one more lot on an account of which no other lot matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.domain.posting.plan import NewEntry, Plan

if TYPE_CHECKING:
    from datetime import date

    from retention_desktop.domain.account import AccountState


def one_more_lot(entry: NewEntry, account: AccountState, posted: int, earliest: date | None) -> Plan:
    """Open a lot where nothing has lapsed, nothing is owed and no card fills; no lot of the account is read.

    Args:
        account: as it was found, without its lots.
        posted: the sum of its entries so far.
        earliest: no day before it lapses an open lot; None = none lapses.
    """
    days = [day for day in (earliest, entry.expires_on) if day is not None]
    return Plan(
        entries=(entry,), issued=(), moved=(), after=account, posted=posted + entry.amount,
        earliest=min(days, default=None), oldest=account.oldest if posted else entry.key,
    )  # fmt: skip
