"""The queries that prove the store. Each compares a figure with the source it must follow from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, Select, case, func, literal, or_, select, text

from retention_desktop.domain.finding import Finding
from retention_desktop.domain.ledger import LOT_KINDS
from retention_desktop.storage.spend import NET
from retention_desktop.storage.tables import (
    account,
    allocation,
    customer,
    ledger_entry,
    outbox_message,
    reward,
    visit,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retention_desktop.storage.database import Tx

_entry = ledger_entry.c
_is_lot: Final = _entry.kind.in_(sorted(LOT_KINDS))
_taken: Final = (
    select(allocation.c.lot, func.sum(allocation.c.amount).label("amount")).group_by(allocation.c.lot).subquery()
)
_given: Final = (
    select(allocation.c.entry, func.sum(allocation.c.amount).label("amount")).group_by(allocation.c.entry).subquery()
)
_left: ColumnElement[int] = _entry.amount - func.coalesce(_taken.c.amount, 0)
_sums: Final = select(_entry.account, func.sum(_entry.amount).label("amount")).group_by(_entry.account).subquery()
_lot_sums: Final = (
    select(_entry.account, func.sum(_left).label("amount"))
    .outerjoin(_taken, _taken.c.lot == _entry.id)
    .where(_is_lot)
    .group_by(_entry.account)
    .subquery()
)
_visits: Final = (
    select(visit.c.customer, func.count().label("visits"), func.sum(NET).label("spend"),
           func.max(visit.c.day).label("last"))
    .where(visit.c.voided_at.is_(None), visit.c.customer.is_not(None))
    .group_by(visit.c.customer)
    .subquery()
)  # fmt: skip
_PROOFS: Final[dict[str, Select[Any]]] = {
    "account_sum": select(account.c.uid, func.coalesce(_sums.c.amount, 0), account.c.posted)
    .outerjoin(_sums, _sums.c.account == account.c.id)
    .where(func.coalesce(_sums.c.amount, 0) != account.c.posted),
    "account_lots": select(account.c.uid, func.coalesce(_lot_sums.c.amount, 0), account.c.posted)
    .outerjoin(_lot_sums, _lot_sums.c.account == account.c.id)
    .where(func.coalesce(_lot_sums.c.amount, 0) != account.c.posted),
    "account_negative": select(account.c.uid, literal("0 or more"), account.c.posted).where(account.c.posted < 0),
    "lot_range": select(_entry.uid, _entry.amount, _left)
    .outerjoin(_taken, _taken.c.lot == _entry.id)
    .where(_is_lot, or_(_left < 0, _left > _entry.amount)),
    "allocation_sum": select(_entry.uid, -_entry.amount, func.coalesce(_given.c.amount, 0))
    .outerjoin(_given, _given.c.entry == _entry.id)
    .where(func.coalesce(_given.c.amount, 0) != case((_is_lot, 0), else_=-_entry.amount)),
    "reward_debit": select(reward.c.uid, literal("a debit"), _entry.amount)
    .outerjoin(ledger_entry, _entry.id == reward.c.entry)
    .where(or_(_entry.id.is_(None), _entry.amount >= 0)),
    "visit_count": select(customer.c.uid, func.coalesce(_visits.c.visits, 0), customer.c.visit_count)
    .outerjoin(_visits, _visits.c.customer == customer.c.id)
    .where(func.coalesce(_visits.c.visits, 0) != customer.c.visit_count),
    "spend": select(customer.c.uid, func.coalesce(_visits.c.spend, 0), customer.c.spend)
    .outerjoin(_visits, _visits.c.customer == customer.c.id)
    .where(func.coalesce(_visits.c.spend, 0) != customer.c.spend),
    "last_visit": select(customer.c.uid, _visits.c.last, customer.c.last_visit_day)
    .outerjoin(_visits, _visits.c.customer == customer.c.id)
    .where(customer.c.last_visit_day.is_distinct_from(_visits.c.last)),
    "sent_without_provider_id": select(outbox_message.c.uid, literal("a provider's id"), outbox_message.c.state).where(
        outbox_message.c.state.in_(("accepted", "sent", "delivered")), outbox_message.c.provider_id.is_(None)
    ),
    "sample_left_the_machine": select(outbox_message.c.uid, literal("practice"), outbox_message.c.provider)
    .join(customer, customer.c.id == outbox_message.c.customer)
    .where(customer.c.sample.is_(True), outbox_message.c.provider.not_in(("", "practice"))),
    "voided_visit_earns": select(visit.c.uid, literal("0"), func.sum(_entry.amount))
    .join(ledger_entry, _entry.visit == visit.c.id)
    .where(
        visit.c.voided_at.is_not(None),
        _entry.kind.in_(("earn", "earn_back")),
    )
    .group_by(visit.c.uid)
    .having(func.sum(_entry.amount) - func.max(func.coalesce(_entry.breakdown["short"].as_integer(), 0)) != 0),
}


def sizes(tx: Tx) -> tuple[int, int]:
    """How many ledger entries and accounts there are."""
    entries = tx.run(select(func.count()).select_from(ledger_entry)).scalar_one()
    accounts = tx.run(select(func.count()).select_from(account)).scalar_one()
    return entries, accounts


def findings(tx: Tx) -> Iterator[Finding]:
    """Everything that does not add up."""
    for code, proof in _PROOFS.items():
        for row in tx.run(proof):
            where, expected, found = map(str, row)
            yield Finding(code=code, where=where, expected=expected, found=found)
    for broken in tx.run(text("PRAGMA foreign_key_check")).mappings():
        where = f"{broken['table']}:{broken['rowid']}"
        yield Finding(code="foreign_key", where=where, expected=f"a row in {broken['parent']}", found="none")
