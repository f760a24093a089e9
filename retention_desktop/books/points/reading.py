"""Reading accounts: balances on a day, and the state that a plan is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop import settings
from retention_desktop.domain.account import AccountState
from retention_desktop.domain.ledger import Balance
from retention_desktop.domain.posting import Posting
from retention_desktop.storage import account_store, filled_card_store, ledger_store, loyalty_store
from retention_desktop.storage.account_store import FOREVER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

    from retention_desktop.domain.ledger import Lot
    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.programme import Programme
    from retention_desktop.domain.terms import CardTerms
    from retention_desktop.storage.account_store import AccountRow
    from retention_desktop.storage.database import Tx


def today(tx: Tx, at: datetime) -> date:
    """The day of the shop's calendar at a UTC instant."""
    return at.astimezone(settings.read(tx).zone_info).date()


def balances(tx: Tx, customer: int, day: date, until: datetime = FOREVER) -> tuple[Balance, ...]:
    """A customer's balance in every programme that is switched on, on a day of the shop's calendar.

    Args:
        until: leave out what was earned or spent after this UTC instant.
    """
    accounts = account_store.accounts_of(tx, customer)
    return tuple(
        _balance(tx, programme, accounts.get(programme.key), customer, day, until)
        for programme in loyalty_store.active_programmes(tx)
    )


def _balance(
    tx: Tx, programme: Programme, account: AccountRow | None, customer: int, day: date, until: datetime
) -> Balance:
    lots = account_store.lots_of(tx, account.key, until) if account else ()
    idle = any(lot.idle_months is not None and lot.left > 0 for lot in lots)
    zone = settings.read(tx).zone_info
    standing = account_store.open_lots(lots, day, account_store.last_visit(tx, customer) if idle else None, zone)
    total = sum(lot.left for lot in standing) + sum(lot.left for lot in lots if lot.left < 0)
    return Balance(
        programme=programme.uid, name=programme.name, unit=programme.unit, balance=total, lots=tuple(standing)
    )


def held(tx: Tx, customer: int, day: date) -> tuple[Balance, ...]:
    """The same balances without their lots: from the caches, unless something has lapsed."""
    accounts = account_store.accounts_of(tx, customer)
    return tuple(
        Balance(programme=one.uid, name=one.name, unit=one.unit, balance=_sum(tx, accounts.get(one.key), day))
        for one in loyalty_store.active_programmes(tx)
    )


def _sum(tx: Tx, account: AccountRow | None, day: date) -> int:
    if account is None:
        return 0
    if account.counts_on(day):
        return account.posted
    return account_store.open_sum(tx, account.key, day, settings.read(tx).zone_info)


def sums(tx: Tx, customers: list[int], day: date) -> dict[int, dict[str, int]]:
    """Balances by unit for many customers: the cached sum where nothing has lapsed by `day`, else the lots."""
    found: dict[int, dict[str, int]] = {}
    for cached in ledger_store.posted_balances(tx, customers):
        lapsed = cached.earliest_expiry is not None and cached.earliest_expiry <= day
        zone = settings.read(tx).zone_info
        value = account_store.open_sum(tx, cached.account, day, zone) if lapsed else cached.posted
        own = found.setdefault(cached.customer, {})
        own[cached.unit] = own.get(cached.unit, 0) + value
    return found


def posting_on(
    tx: Tx, operation: Operation, programme: Programme, account: AccountRow, customer: int,
    new_uid: Callable[[], str], *, cards: bool = True, whole: bool = True,
) -> Posting:  # fmt: skip
    """A plan to be made on an account as it is now.

    Args:
        programme: with the version whose terms a new card has.
        cards: whether filled cards may be opened again; what only adds or takes needs none of them.
        whole: read every lot there ever was; what gives nothing back needs the open ones only.
    """
    lots = account_store.lots_of(tx, account.key, FOREVER) if whole else account_store.open_lots_of(tx, account)
    idle = any(lot.idle_months is not None and lot.left > 0 for lot in lots)
    terms = _cards(tx, programme, lots)
    rewards = filled_card_store.cards_of(tx, account.key) if terms and (cards or _has_milestones(terms)) else ()
    state = AccountState(
        key=account.key, uid=account.uid, lots=tuple(lots), cards=terms, version=programme.version, rewards=rewards,
        last_visit=account_store.last_visit(tx, customer) if idle or programme.terms.expiry.kind == "idle_months"
        else None,
        filled=sum(held.card is not None and held.state != "given_back" for held in rewards),
        whole=whole, oldest=account.oldest, zone=settings.read(tx).zone_info,
    )  # fmt: skip
    return Posting(state, today(tx, operation.at), operation.at, new_uid)


def _cards(tx: Tx, programme: Programme, lots: Iterable[Lot]) -> dict[int, CardTerms]:
    """The terms of cards by version: the one in force, and those of the punches that are open."""
    own = programme.terms.card
    if own is None:
        return {}
    if all(lot.version in {None, programme.version} for lot in lots if lot.left > 0):
        return {programme.version: own}
    versions = loyalty_store.versions_of(tx, programme.key)
    return {key: terms.card for key, terms in versions.items() if terms.card is not None}


def _has_milestones(cards: dict[int, CardTerms]) -> bool:
    return any(card.milestones for card in cards.values())
