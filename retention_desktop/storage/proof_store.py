"""The proofs of what is not added up in the ledger: rewards, coupons, stages, what searches go by, the triggers.

Each compares what is kept with the source it must follow from, everybody at once. What is found names rows, never what
stands in them: no name and no number leaves the shop with an answer of `check`.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, literal, or_, select, text

from retention_desktop.domain.finding import Finding
from retention_desktop.domain.name import kana_sort_key, search_key
from retention_desktop.domain.phone import last_four
from retention_desktop.domain.stage import stage_dates
from retention_desktop.storage.schema import triggers
from retention_desktop.storage.tables import contact_point, coupon, coupon_use, customer, reward, visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Select, TextClause

    from retention_desktop.storage.database import Tx

_standing: Final = (
    select(coupon_use.c.coupon, coupon_use.c.customer, coupon_use.c.visit, coupon_use.c.discount)
    .join(visit, visit.c.id == coupon_use.c.visit)
    .where(coupon_use.c.given_back_at.is_(None), visit.c.voided_at.is_(None))
    .subquery()
)
_uses: Final = select(_standing.c.coupon, func.count().label("uses")).group_by(_standing.c.coupon).subquery()
_by_person: Final = (
    select(_standing.c.coupon, func.count().label("uses"))
    .where(_standing.c.customer.is_not(None))
    .group_by(_standing.c.coupon, _standing.c.customer)
    .subquery()
)
_by_visit: Final = (
    select(_standing.c.visit, func.sum(_standing.c.discount).label("off")).group_by(_standing.c.visit).subquery()
)
_COUPONS: Final[dict[str, Select[Any]]] = {
    "coupon_limit": select(coupon.c.uid, coupon.c.total_limit, _uses.c.uses)
    .join(_uses, _uses.c.coupon == coupon.c.id)
    .where(_uses.c.uses > coupon.c.total_limit),
    # By whoever it was noted for: two records that became one person may hold a use each.
    "coupon_person_limit": select(coupon.c.uid, coupon.c.person_limit, func.max(_by_person.c.uses))
    .join(_by_person, _by_person.c.coupon == coupon.c.id)
    .where(_by_person.c.uses > coupon.c.person_limit)
    .group_by(coupon.c.id),
    "coupon_discount": select(visit.c.uid, visit.c.discount, _by_visit.c.off)
    .join(_by_visit, _by_visit.c.visit == visit.c.id)
    .where(_by_visit.c.off > visit.c.discount),
}
_REWARDS: Final[dict[str, Select[Any]]] = {
    "reward_unused": select(reward.c.uid, literal("unused"), literal("used")).where(
        reward.c.state == "issued", or_(reward.c.used_at.is_not(None), reward.c.used_visit.is_not(None))
    ),
    "reward_used": select(reward.c.uid, literal("an instant"), literal("none")).where(
        reward.c.state == "used", reward.c.used_at.is_(None)
    ),
}
_JOURNALED: Final = text("""
    SELECT r.uid, r.state, r.used_visit,
        (SELECT json_extract(c.after, '$.state') FROM change c
         WHERE c.row_uid = r.uid AND c.table_name IN ('reward', 'card') AND json_type(c.after, '$.state') IS NOT NULL
         ORDER BY c.id DESC LIMIT 1) AS noted_state,
        (SELECT json_extract(c.after, '$.used_visit') FROM change c
         WHERE c.row_uid = r.uid AND c.table_name = 'reward' AND json_type(c.after, '$.used_visit') IS NOT NULL
         ORDER BY c.id DESC LIMIT 1) AS noted_visit
    FROM reward r
    WHERE (noted_state IS NOT NULL AND noted_state <> r.state) OR (
        noted_visit IS NOT r.used_visit
        AND EXISTS (SELECT 1 FROM change c WHERE c.row_uid = r.uid AND c.table_name = 'reward'))
""")
"""Rewards that are not what the journal, which only grows, says last of them."""
_DAYS: Final = (
    select(
        customer.c.uid, customer.c.due_on, customer.c.inactive_on, customer.c.lost_on,
        func.group_concat(func.julianday(visit.c.day)).label("days"),
    )
    .outerjoin(visit, (visit.c.customer == customer.c.id) & visit.c.voided_at.is_(None))
    .group_by(customer.c.id)
)  # fmt: skip
_EMAILS: Final = (
    select(contact_point.c.customer, contact_point.c.address)
    .where(contact_point.c.channel == "email", contact_point.c.deleted_at.is_(None))
    .order_by(contact_point.c.customer, contact_point.c.position, contact_point.c.id)
)
_NAMES: Final = select(
    customer.c.id, customer.c.uid, customer.c.display_name, customer.c.kana, customer.c.member_number,
    customer.c.search_key, customer.c.sort_key,
).where(customer.c.deleted_at.is_(None))  # fmt: skip
_CONTACTS: Final = select(
    contact_point.c.uid, contact_point.c.channel, contact_point.c.given, contact_point.c.address,
    contact_point.c.last_four, contact_point.c.reversed,
).where(contact_point.c.deleted_at.is_(None))  # fmt: skip
_TRIGGERS: Final = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
_JULIAN: Final = 1_721_424.5
"""The Julian day of the day before 1 January of the year 1, the first that Python counts."""


def findings(tx: Tx) -> Iterator[Finding]:
    """Everything that doesn't follow from its source."""
    for code, proof in (_COUPONS | _REWARDS).items():
        for where, expected, found in _rows(tx, proof):
            yield _finding(code, where, expected, found)
    yield from _journaled(tx)
    yield from _triggers(tx)
    yield from _stages(tx)
    yield from _names(tx)
    yield from _contacts(tx)


def _journaled(tx: Tx) -> Iterator[Finding]:
    for uid, state, used_visit, noted_state, noted_visit in _rows(tx, _JOURNALED):
        if noted_state not in {None, state}:
            yield _finding("reward_state", uid, noted_state, state)
        else:
            yield _finding("reward_visit", uid, noted_visit, used_visit)


def _triggers(tx: Tx) -> Iterator[Finding]:
    """What keeps append-only tables so."""
    kept: dict[str, str] = dict(_rows(tx, _TRIGGERS))
    for statement in triggers():
        name = statement.split()[2]
        if kept.get(name) != statement:
            yield _finding("append_only", name, "its trigger", "another" if name in kept else "none")


def _stages(tx: Tx) -> Iterator[Finding]:
    """The days on which somebody becomes due, inactive and lost follow from the days of their visits."""
    for uid, due, inactive, lost, days in _rows(tx, _DAYS):
        numbers = {int(float(day) - _JULIAN) for day in days.split(",")} if days else ()
        dates = stage_dates([date.fromordinal(number) for number in numbers])
        expected, found = (dates.due_on, dates.inactive_on, dates.lost_on), (due, inactive, lost)
        if expected != found:
            yield _finding("stage_days", uid, " ".join(map(str, expected)), " ".join(map(str, found)))


def _names(tx: Tx) -> Iterator[Finding]:
    """What searches and lists go by follows from names, readings, member numbers and addresses."""
    emails: dict[int, list[str]] = defaultdict(list)
    for owner, address in _rows(tx, _EMAILS):
        emails[owner].append(address)
    for key, uid, name, kana, number, search, sort in _rows(tx, _NAMES):
        if search != search_key(name, kana, number, *emails.get(key, ())):
            yield _finding("search_key", uid, "what follows from the name", "another")
        if sort != kana_sort_key(kana, name):
            yield _finding("sort_key", uid, "what follows from the name", "another")


def _contacts(tx: Tx) -> Iterator[Finding]:
    """The ends and the mirror image by which a number is found; an e-mail address is the given one in small letters."""
    for uid, channel, given, address, ending, mirrored in _rows(tx, _CONTACTS):
        if channel == "email":
            rightly = (address, ending, mirrored) == (given.strip().lower(), "", "")
        else:
            rightly = (ending, mirrored) == (last_four(address), address[::-1])
        if not rightly:
            yield _finding("contact_point", uid, "what follows from the address", "another")


def _rows(tx: Tx, statement: Select[Any] | TextClause) -> Iterator[tuple[Any, ...]]:
    yield from map(tuple, tx.run(statement))


def _finding(code: str, where: str, expected: object, found: object) -> Finding:
    return Finding(code=code, where=where, expected=str(expected), found=str(found))
