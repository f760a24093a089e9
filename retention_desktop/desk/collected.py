"""What a customer has collected: every punch card with the terms it runs under, and the level reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retention_desktop import settings
from retention_desktop.books import points
from retention_desktop.desk.values import Punch
from retention_desktop.storage import account_store, loyalty_store, visit_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from retention_desktop.domain.ledger import Balance, Lot
    from retention_desktop.domain.programme import Programme, Reward
    from retention_desktop.domain.terms import CardTerms
    from retention_desktop.domain.tier import TierStanding
    from retention_desktop.storage.database import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class PunchCard:
    """One punch card that is running.

    Attributes:
        programme: uid.
        terms: those it was begun under.
        punches: oldest first.
        old_terms: the shop has changed the terms since.
        expires_on: the first day on which a punch of it no longer counts, None = never.
        filled_today: a card of this programme was filled today.
    """

    programme: str
    name: str
    terms: CardTerms
    punches: tuple[Punch, ...]
    old_terms: bool
    expires_on: date | None
    filled_today: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TierNow:
    """The level in one programme; `by` says what its sums are: "spend" (minor units) or "earned" (points)."""

    programme: str
    unit: str
    by: str
    standing: TierStanding


def punch_cards(tx: Tx, balances: Sequence[Balance], rewards: Sequence[Reward], day: date) -> tuple[PunchCard, ...]:
    """The cards of every programme that is switched on and has one."""
    held = {balance.programme: balance for balance in balances}
    zone = settings.read(tx).zone_info
    filled = {one.programme for one in rewards if one.issued_at.astimezone(zone).date() == day}
    return tuple(
        _card(tx, programme, held[programme.uid], day, filled=programme.uid in filled)
        for programme in loyalty_store.active_programmes(tx)
        if programme.terms.card is not None
    )


def tiers_now(tx: Tx, customer: int, day: date) -> tuple[TierNow, ...]:
    """Where a customer stands, in every programme with levels."""
    with_tiers = [one for one in loyalty_store.active_programmes(tx) if one.terms.tiers is not None]
    accounts = account_store.accounts_of(tx, customer) if with_tiers else {}
    return tuple(
        TierNow(
            programme=one.uid, unit=one.unit, by=one.terms.tiers.by,
            standing=points.standing(tx, one, customer, accounts.get(one.key), day),
        )
        for one in with_tiers
        if one.terms.tiers is not None
    )  # fmt: skip


def _card(tx: Tx, programme: Programme, balance: Balance, day: date, *, filled: bool) -> PunchCard:
    lots = sorted(balance.lots, key=lambda lot: (lot.occurred, lot.entry))
    newest = programme.terms.card
    terms = _terms_of(tx, programme, lots) or newest
    if terms is None:
        raise LookupError(programme.uid)
    dates = [lot.expires_on for lot in lots if lot.expires_on]
    return PunchCard(
        programme=programme.uid, name=programme.name, terms=terms, punches=punches_of(tx, lots, day),
        old_terms=terms != newest, expires_on=min(dates, default=None), filled_today=filled,
    )  # fmt: skip


def _terms_of(tx: Tx, programme: Programme, lots: Sequence[Lot]) -> CardTerms | None:
    """A card keeps the terms of the version of its open lot that was recorded first."""
    version = min(lots, key=lambda lot: lot.entry).version if lots else None
    if version is None or version == programme.version:
        return None
    return loyalty_store.versions_of(tx, programme.key)[version].card


def _given_on(tx: Tx, lot: Lot) -> date:
    return lot.occurred.astimezone(settings.read(tx).zone_info).date()


def punches_of(tx: Tx, lots: Sequence[Lot], day: date) -> tuple[Punch, ...]:
    """One for each punch left, dated by the visit that earned it."""
    found: list[Punch] = []
    for lot in lots:
        earned_on = visit_store.visit_by_key(tx, lot.visit).day if lot.visit else _given_on(tx, lot)
        found += [Punch(day=earned_on, today=earned_on == day)] * lot.left
    return tuple(found)
