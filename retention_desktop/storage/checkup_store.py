"""The queries that prove the store. Each compares a figure with the source it must follow from."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    Integer,
    MetaData,
    Select,
    String,
    Table,
    bindparam,
    case,
    cast,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    text,
    type_coerce,
    union_all,
)
from sqlalchemy.schema import CreateTable, DropTable

from retention_desktop.domain.earning import worth_of
from retention_desktop.domain.finding import Finding
from retention_desktop.domain.ledger import CARD_FILLED, CARD_REOPENED, DEBT, LOT_KINDS, REDEEM, back
from retention_desktop.domain.posting.settling import VISIT_KINDS
from retention_desktop.storage.spend import NET
from retention_desktop.storage.tables import (
    account,
    allocation,
    carry,
    coupon_use,
    customer,
    ledger_entry,
    outbox_message,
    refund,
    reward,
    visit,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Row

    from retention_desktop.storage.database import Tx


def _summed(name: str) -> Table:
    """A table of this connection alone, for sums of allocations by key of an entry."""
    columns = Column("id", Integer, primary_key=True), Column("amount", Integer, nullable=False)
    return Table(name, MetaData(), *columns, prefixes=["TEMPORARY"])


_entry = ledger_entry.c
_is_lot: Final = _entry.kind.in_(sorted(LOT_KINDS))
_is_earned: Final = _entry.kind.in_(sorted(VISIT_KINDS)) & _entry.visit.is_not(None)
_taken: Final = _summed("proof_taken")
_given: Final = _summed("proof_given")
_SUMMED: Final = ((_taken, allocation.c.lot), (_given, allocation.c.entry))
"""What was taken of each lot, and what each entry took: added up once for all proofs, and found by key."""
_left: ColumnElement[int] = _entry.amount - func.coalesce(_taken.c.amount, 0)
_soonest: Final = func.date(_entry.occurred, "-1 day", func.printf("+%d days", 28 * _entry.idle_months))
"""No idle lot lapses before: whatever the zone, the length of its months, and the visits since it was given."""
_owner: Final = cast(_entry.account, Integer).label("account")
"""An entry's account, without its index: in the order of accounts each row would be looked up on its own."""
_sums: Final = (
    select(
        _owner, func.sum(_entry.amount).label("posted"),
        func.sum(case((_is_lot, _left), else_=0)).label("lots"),
        func.min(case((_left > 0, _entry.expires_on))).label("earliest"),  # only lots have a day
        func.min(case((_entry.idle_months.is_not(None) & (_left > 0), _soonest))).label("idle"),
        func.min(case(((_left != 0) & _is_lot, _entry.id))).label("oldest"),
        func.sum(case((_entry.kind == DEBT, -_left), else_=0)).label("owed"),  # no other lot is below zero
        func.sum(case((_is_earned, _entry.amount), else_=0)).label("earned"),
        func.sum(case((_entry.kind == CARD_FILLED, 1), (_entry.kind == CARD_REOPENED, -1), else_=0)).label("cards"),
    )
    .outerjoin(_taken, _taken.c.id == _entry.id)
    .group_by(_owner)
    .subquery()
)  # fmt: skip
_posted = func.coalesce(_sums.c.posted, 0)
_in_lots = func.coalesce(_sums.c.lots, 0)
_owed = func.coalesce(_sums.c.owed, 0)
_earned = func.coalesce(_sums.c.earned, 0)
_bought_cards: Final = (
    select(_owner, func.count().label("cards"))
    .join(reward, reward.c.entry + 0 == _entry.id)  # from each reward to its entry, not the other way
    .where(_entry.kind == CARD_FILLED, reward.c.state != "given_back")
    .group_by(_owner)
    .subquery()
)
_full_cards = func.coalesce(_bought_cards.c.cards, 0)
_used: Final = union_all(
    select(reward.c.used_visit.label("visit"), reward.c.discount).where(
        reward.c.state == "used", reward.c.discount > 0, reward.c.used_visit.is_not(None)
    ),
    select(coupon_use.c.visit, coupon_use.c.discount).where(coupon_use.c.given_back_at.is_(None)),
).subquery()
_off: Final = select(_used.c.visit, func.sum(_used.c.discount).label("discount")).group_by(_used.c.visit).subquery()
_ACCOUNTS: Final = (
    select(
        account.c.uid, account.c.posted, account.c.earliest_expiry, _posted.label("entries"), _in_lots.label("lots"),
        _sums.c.earliest, _sums.c.idle, func.coalesce(_sums.c.cards, 0).label("cards"), _full_cards.label("rewards"),
        account.c.oldest_open, _sums.c.oldest, account.c.owed.label("owes"), _owed.label("owed"),
        account.c.earned.label("earns"), _earned.label("earned"),
    )
    .outerjoin(_sums, _sums.c.account == account.c.id)
    .outerjoin(_bought_cards, _bought_cards.c.account == account.c.id)
    .where(or_(
        _posted != account.c.posted, _in_lots != account.c.posted,
        _sums.c.idle.is_(None) & account.c.earliest_expiry.is_distinct_from(_sums.c.earliest),
        _sums.c.idle.is_not(None) & or_(
            account.c.earliest_expiry.is_(None), _sums.c.earliest < account.c.earliest_expiry,
            func.min(_sums.c.idle, func.coalesce(_sums.c.earliest, _sums.c.idle)) > account.c.earliest_expiry,
        ),
        func.coalesce(_sums.c.cards, 0) != _full_cards,
        _sums.c.oldest < account.c.oldest_open, _owed != account.c.owed, _earned != account.c.earned,
    ))
)  # fmt: skip
"""Every account of which anything is wrong, in one pass over the ledger."""
_ENTRIES: Final = (
    select(
        _entry.uid, _entry.amount, _left.label("left"), _is_lot.label("is_lot"),
        func.coalesce(_given.c.amount, 0).label("given"),
    )
    .outerjoin(_taken, _taken.c.id == _entry.id)
    .outerjoin(_given, _given.c.id == _entry.id)
    .where(or_(
        _is_lot & (_entry.amount > 0) & ((_left < 0) | (_left > _entry.amount)),
        _is_lot & (_entry.amount < 0) & ((_left > 0) | (_left < _entry.amount)),
        func.coalesce(_given.c.amount, 0) != case((_is_lot, 0), else_=-_entry.amount),
    ))
)  # fmt: skip
"""Every entry whose lot or whose allocations don't add up, in one pass."""
_lent: Final = (
    select(func.coalesce(func.sum(carry.c.granted), 0)).where(carry.c.visit == visit.c.id).correlate(visit)
).scalar_subquery()
"""What a void visit still settles of the carry-over of others: they had counted on it."""
_CARRIED: Final = select(
    carry.c.account, carry.c.rule, func.sum(carry.c.base).label("base"), func.sum(carry.c.granted).label("granted")
).group_by(carry.c.account, carry.c.rule)
_CARRYING: Final = select(account.c.id, type_coerce(account.c.carried, String).label("carried")).where(
    type_coerce(account.c.carried, String) != "{}"
)
_UID: Final = select(account.c.uid).where(account.c.id == bindparam("wanted"))
_visits: Final = (
    select(visit.c.customer, func.count().label("visits"), func.sum(NET).label("spend"),
           func.max(visit.c.day).label("last"))
    .where(visit.c.voided_at.is_(None), visit.c.customer.is_not(None))
    .group_by(visit.c.customer)
    .subquery()
)  # fmt: skip
_PEOPLE: Final = (
    select(
        customer.c.uid, func.coalesce(_visits.c.visits, 0).label("visits"), customer.c.visit_count,
        func.coalesce(_visits.c.spend, 0).label("spent"), customer.c.spend, _visits.c.last, customer.c.last_visit_day,
    )
    .outerjoin(_visits, _visits.c.customer == customer.c.id)
    .where(or_(
        func.coalesce(_visits.c.visits, 0) != customer.c.visit_count,
        func.coalesce(_visits.c.spend, 0) != customer.c.spend,
        customer.c.last_visit_day.is_distinct_from(_visits.c.last),
    ))
)  # fmt: skip
"""Every customer whose caches differ from their visits, in one pass."""
_merged: Final = select(customer.c.id).where(customer.c.merged_into.is_not(None))
_back = ledger_entry.alias("back")
_again = ledger_entry.alias("again")
_PROOFS: Final[dict[str, Select[Any]]] = {
    "reward_debit": select(reward.c.uid, literal("a debit"), func.coalesce(_entry.amount, 0))
    .outerjoin(ledger_entry, _entry.id == reward.c.entry)
    .where(
        or_(
            _entry.id.is_(None) & func.coalesce(reward.c.key, "").not_like("milestone:%"),
            _entry.amount >= 0,
        )
    ),
    "reward_of_visit": select(reward.c.uid, literal("a visit that stands"), visit.c.voided_at)
    .join(visit, visit.c.id == reward.c.used_visit)
    .where(reward.c.state == "used", visit.c.voided_at.is_not(None)),
    "merged_points": select(customer.c.uid, literal("0"), account.c.posted)
    .join(account, account.c.customer == customer.c.id)
    .where(account.c.customer.in_(_merged), account.c.posted != 0),
    "merged_lots": select(_entry.uid, literal("0"), _left)
    .join(account, account.c.id == _entry.account)
    .outerjoin(_taken, _taken.c.id == _entry.id)
    .where(account.c.customer.in_(_merged), _is_lot, _left != 0),
    "merged_rewards": select(reward.c.uid, literal("with who was kept"), reward.c.state)
    .join(account, account.c.id == reward.c.account)
    .where(account.c.customer.in_(_merged), reward.c.state == "issued"),
    "used_reward_given_back": select(reward.c.uid, literal("0"), _back.c.amount)
    .join(_back, _back.c.reverses == reward.c.entry)
    .where(
        reward.c.state == "used",
        _back.c.kind.in_((back(REDEEM), CARD_REOPENED)),
        ~exists().where(_again.c.reverses == _back.c.id),
    ),
    "visit_discount": select(visit.c.uid, func.coalesce(_off.c.discount, 0), visit.c.discount)
    .outerjoin(_off, _off.c.visit == visit.c.id)
    .where(
        visit.c.voided_at.is_(None),
        visit.c.discount != func.coalesce(_off.c.discount, 0),
        ~exists().where(refund.c.visit == visit.c.id, refund.c.undone_at.is_(None)),
    ),
    "carry_of_void": select(account.c.uid, literal(0), carry.c.base)
    .join(account, account.c.id == carry.c.account)
    .where(carry.c.visit.in_(select(visit.c.id).where(visit.c.voided_at.is_not(None))), carry.c.base != 0),
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
        _entry.kind.in_(sorted(VISIT_KINDS)),
    )
    .group_by(visit.c.uid)
    .having(func.sum(_entry.amount) - func.max(func.coalesce(_entry.breakdown["short"].as_integer(), 0)) != _lent),
}


def sizes(tx: Tx) -> tuple[int, int]:
    """How many ledger entries and accounts there are."""
    entries = tx.run(select(func.count()).select_from(ledger_entry)).scalar_one()
    accounts = tx.run(select(func.count()).select_from(account)).scalar_one()
    return entries, accounts


def findings(tx: Tx) -> Iterator[Finding]:
    """Everything that does not add up; what refers to nothing is told by `broken_links`."""
    _add_up(tx)
    for row in tx.run(_ACCOUNTS):
        yield from _of_account(row)
    for row in tx.run(_ENTRIES):
        code = "lot_range" if row.is_lot else "allocation_sum"
        expected, found = (row.amount, row.left) if row.is_lot else (-row.amount, row.given)
        yield _finding(code, row.uid, expected, found)
    for row in tx.run(_PEOPLE):
        yield from _of_customer(row)
    yield from _of_carry(tx)
    for code, proof in _PROOFS.items():
        for row in tx.run(proof):
            where, expected, found = list[Any](row)
            yield _finding(code, where, expected, found)


def broken_links(tx: Tx) -> tuple[Finding, ...]:
    """Every row that refers to one that isn't there."""
    return tuple(
        Finding(
            code="foreign_key", where=f"{broken['table']}:{broken['rowid']}",
            expected=f"a row in {broken['parent']}", found="none",
        )
        for broken in tx.run(text("PRAGMA foreign_key_check")).mappings()
    )  # fmt: skip


def _add_up(tx: Tx) -> None:
    """Fill the tables of sums anew."""
    for table, key in _SUMMED:
        tx.run(DropTable(table, if_exists=True))
        tx.run(CreateTable(table))
        sums = select(key, func.sum(allocation.c.amount)).group_by(key)
        tx.run(insert(table).from_select(["id", "amount"], sums))


def _of_account(row: Row[Any]) -> Iterator[Finding]:
    if row.entries != row.posted:
        yield _finding("account_sum", row.uid, row.entries, row.posted)
    if row.lots != row.posted:
        yield _finding("account_lots", row.uid, row.lots, row.posted)
    if not _lapses_rightly(row):
        yield _finding("account_expiry", row.uid, row.earliest or f"from {row.idle}", row.earliest_expiry)
    if row.oldest and row.oldest < row.oldest_open:
        yield _finding("account_oldest", row.uid, row.oldest, row.oldest_open)
    if row.owed != row.owes:
        yield _finding("account_owed", row.uid, row.owed, row.owes)
    if row.earned != row.earns:
        yield _finding("account_earned", row.uid, row.earned, row.earns)
    if row.cards != row.rewards:
        yield _finding("cards", row.uid, row.cards, row.rewards)


def _lapses_rightly(row: Row[Any]) -> bool:
    """Whether an account's first day on which a lot lapses is that of its lots; an idle lot's only moves on."""
    if row.idle is None:
        return bool(row.earliest_expiry == row.earliest)
    first = min(str(day) for day in (row.idle, row.earliest) if day)
    return row.earliest_expiry is not None and (
        first <= str(row.earliest_expiry) and (row.earliest is None or row.earliest_expiry <= row.earliest)
    )


def _of_carry(tx: Tx) -> Iterator[Finding]:
    """What is carried over: never more granted than its base is worth, and summed in its account."""
    sums: dict[int, dict[str, list[int]]] = defaultdict(dict)
    for row in tx.run(_CARRIED):
        if row.base or row.granted:
            sums[row.account][row.rule] = [row.base, row.granted]
    kept = {row.id: json.loads(row.carried) for row in tx.run(_CARRYING)}
    for key in sums.keys() | kept.keys():
        own, said = sums.get(key, {}), kept.get(key, {})
        wrong = [(rule, base, granted) for rule, (base, granted) in own.items() if granted > worth_of(rule, base)]
        uid = tx.run(_UID, {"wanted": key}).scalar_one() if wrong or own != said else ""
        yield from (_finding("carry", uid, worth_of(rule, base), granted) for rule, base, granted in wrong)
        if own != said:
            yield _finding("account_carried", uid, own, said)


def _of_customer(row: Row[Any]) -> Iterator[Finding]:
    caches = {
        "visit_count": (row.visits, row.visit_count), "spend": (row.spent, row.spend),
        "last_visit": (row.last, row.last_visit_day),
    }  # fmt: skip
    for code, (expected, found) in caches.items():
        if expected != found:
            yield _finding(code, row.uid, expected, found)


def _finding(code: str, where: str, expected: object, found: object) -> Finding:
    return Finding(code=code, where=where, expected=str(expected), found=str(found))
