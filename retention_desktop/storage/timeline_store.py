"""What a timeline and an undo need to know about the rows behind them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, exists, func, or_, select

from retention_desktop.domain.posting.settling import FORGIVING, VISIT_KINDS
from retention_desktop.storage import referral_store
from retention_desktop.storage.tables import (
    account,
    change,
    contact_point,
    coupon_use,
    customer,
    ledger_entry,
    operation,
    outbox_message,
    programme,
    refund,
    reward,
    tag,
    tag_link,
    visit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import BindParameter

    from retention_desktop.domain.operation import Change
    from retention_desktop.storage.database import Tx

_wanted: BindParameter[Any] = bindparam("wanted")
_rows: BindParameter[Any] = bindparam("rows", expanding=True)
_BEHIND: Final = (
    select(customer.c.id)
    .where(customer.c.uid.in_(_rows))
    .union(
        select(contact_point.c.customer).where(contact_point.c.uid.in_(_rows)),
        select(tag_link.c.customer).where(tag_link.c.uid.in_(_rows)),
        select(visit.c.customer).where(visit.c.uid.in_(_rows), visit.c.customer.is_not(None)),
        select(account.c.customer).join(reward, reward.c.account == account.c.id).where(reward.c.uid.in_(_rows)),
    )
)
_CUSTOMER_KEY: Final = select(customer.c.id).where(customer.c.uid == _wanted)
_VISITS_BEHIND: Final = (
    select(visit.c.id)
    .where(visit.c.uid.in_(_rows))
    .union(
        select(refund.c.visit).where(refund.c.uid.in_(_rows)),
        select(coupon_use.c.visit).where(coupon_use.c.uid.in_(_rows)),
    )
)
_HAS_VISITS: Final = (
    select(visit.c.id)
    .join(customer, customer.c.id == visit.c.customer)
    .where(customer.c.uid == _wanted, visit.c.voided_at.is_(None))
    .limit(1)
)
_EARNED: Final = (
    select(ledger_entry.c.visit, programme.c.unit, func.sum(ledger_entry.c.amount).label("amount"))
    .join(account, account.c.id == ledger_entry.c.account)
    .join(programme, programme.c.id == account.c.programme)
    .where(account.c.customer == _wanted, ledger_entry.c.kind.in_(sorted(VISIT_KINDS | FORGIVING)))
    .group_by(ledger_entry.c.visit, programme.c.unit)
)
_BY_POINTS: Final = (
    select(customer.c.uid)
    .join(account, account.c.customer == customer.c.id)
    .join(ledger_entry, ledger_entry.c.account == account.c.id)
    .where(ledger_entry.c.operation == _wanted)
    .union(
        select(customer.c.uid)
        .join(account, account.c.customer == customer.c.id)
        .join(reward, reward.c.account == account.c.id)
        .where(reward.c.uid.in_(_rows))
    )
    .limit(2)
)
_IN_LEDGER: Final = (
    exists()
    .where(ledger_entry.c.operation == operation.c.id, ledger_entry.c.account == account.c.id)
    .where(account.c.customer == _wanted)
)
_ON_REWARDS: Final = (
    exists()
    .where(change.c.operation == operation.c.id, change.c.table_name == "reward", reward.c.uid == change.c.row_uid)
    .where(reward.c.account == account.c.id, account.c.customer == _wanted)
)
_ON_REFUNDS: Final = (
    exists()
    .where(change.c.operation == operation.c.id, change.c.table_name == "refund", refund.c.uid == change.c.row_uid)
    .where(refund.c.visit == visit.c.id, visit.c.customer == _wanted)
)
_DEEDS: Final = (
    select(operation.c.id, operation.c.uid, operation.c.kind, operation.c.at, operation.c.staff)
    .where(operation.c.kind.in_(bindparam("kinds", expanding=True)), or_(_IN_LEDGER, _ON_REWARDS, _ON_REFUNDS))
    .order_by(operation.c.id.desc())
    .limit(200)
)
_REWARDS_OF: Final = (
    select(reward.c.name)
    .join(change, change.c.row_uid == reward.c.uid)
    .where(change.c.operation == _wanted, change.c.table_name == "reward", reward.c.name != "")
    .distinct()
)
_REFUND_OF: Final = (
    select(refund.c.amount, visit.c.currency)
    .join(visit, visit.c.id == refund.c.visit)
    .join(change, change.c.row_uid == refund.c.uid)
    .where(change.c.operation == _wanted, change.c.table_name == "refund")
)
_undoing = operation.alias("undoing")
_VISIT_OPERATIONS: Final = (
    select(change.c.row_uid, operation.c.uid)
    .join(visit, visit.c.uid == change.c.row_uid)
    .join(operation, operation.c.id == change.c.operation)
    .outerjoin(_undoing, _undoing.c.undoes == operation.c.id)
    .where(visit.c.customer == _wanted, operation.c.kind == "visit", _undoing.c.id.is_(None))
)
_MESSAGES: Final = (
    select(outbox_message).where(outbox_message.c.customer == _wanted).order_by(outbox_message.c.id.desc()).limit(200)
)
_LINKS: Final = (
    select(tag_link.c.uid, tag.c.name).join(tag, tag.c.id == tag_link.c.tag).where(tag_link.c.customer == _wanted)
)


def customers_behind(tx: Tx, rows: Sequence[str]) -> list[int]:
    """Keys of the customers to whom these rows (of customers, contact points, tag links, visits) belong."""
    found: dict[int, None] = {}
    for start in range(0, len(rows), 200):
        found.update(dict.fromkeys(tx.run(_BEHIND, {"rows": list(rows[start : start + 200])}).scalars()))
    return list(found)


def visits_behind(tx: Tx, changes: Sequence[Change]) -> list[int]:
    """Keys of the visits that these changes are about: the visit, its refunds, coupons, a referral that paid for it."""
    rows = list(dict.fromkeys(each.row_uid for each in changes if each.table in {"visit", "refund", "coupon_use"}))
    found: dict[int, None] = {}
    for start in range(0, len(rows), 200):
        found.update(dict.fromkeys(tx.run(_VISITS_BEHIND, {"rows": rows[start : start + 200]}).scalars()))
    for each in changes:
        if each.table == "referral":
            found.update(dict.fromkeys(referral_store.visits_paid(tx, each.row_uid)))
    return list(found)


def customers_named(tx: Tx, changes: Sequence[Change]) -> list[int]:
    """Keys of the customers whose own rows these changes are about, and of those they were merged into."""
    found = {customer_key(tx, each.row_uid) for each in changes if each.table == "customer"}
    return sorted(found | {each.after["merged_into"] for each in changes if each.after.get("merged_into")})


def customer_key(tx: Tx, uid: str) -> int:
    """The key of a customer, deleted or not."""
    return int(tx.run(_CUSTOMER_KEY, {"wanted": uid}).scalar_one())


def customer_of_points(tx: Tx, operation_key: int, rows: Sequence[str]) -> str:
    """The uid of the one customer whose points or rewards an operation touched; "" for none or several.

    Args:
        rows: uids of the rows that it changed.
    """
    wanted = {"wanted": operation_key, "rows": list(rows)}
    found = tx.run(_BY_POINTS, wanted).scalars().all()
    return str(found[0]) if len(found) == 1 else ""


def has_visits(tx: Tx, customer_uid: str) -> bool:
    """Whether a customer has visits that are not void."""
    return tx.run(_HAS_VISITS, {"wanted": customer_uid}).first() is not None


def earned_by_visits(tx: Tx, customer_key: int) -> dict[int, dict[str, int]]:
    """What each visit of a customer earned, by unit."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for row in tx.run(_EARNED, {"wanted": customer_key}):
        found[row.visit][row.unit] = row.amount
    return dict(found)


def operations_of_visits(tx: Tx, customer_key: int) -> dict[str, str]:
    """The operation that logged each visit of a customer and is not undone: visit uid -> operation uid."""
    return {row.row_uid: row.uid for row in tx.run(_VISIT_OPERATIONS, {"wanted": customer_key})}


@dataclass(frozen=True, slots=True, kw_only=True)
class PointDeed:
    """Something done with a customer's points, rewards or money, besides the visits themselves.

    Attributes:
        key, uid: of the operation.
        reward: the names of the rewards it was about, "" for none.
        refund: minor units of `currency` that were given back, None for anything else.
    """

    key: int
    uid: str
    kind: str
    at: datetime
    staff: str
    reward: str
    refund: int | None
    currency: str


def point_deeds(tx: Tx, customer_key: int, kinds: Sequence[str]) -> tuple[PointDeed, ...]:
    """What operations of these kinds did with a customer's points, rewards and refunds, newest first."""
    return tuple(_deed(tx, row) for row in tx.run(_DEEDS, {"wanted": customer_key, "kinds": list(kinds)}).all())


def _deed(tx: Tx, row: Any) -> PointDeed:  # noqa: ANN401  a SQLAlchemy row has no static type
    rewards = tx.run(_REWARDS_OF, {"wanted": row.id}).scalars().all()
    given = tx.run(_REFUND_OF, {"wanted": row.id}).first()
    return PointDeed(
        key=row.id, uid=row.uid, kind=row.kind, at=row.at, staff=row.staff, reward=", ".join(rewards),
        refund=given.amount if given else None, currency=given.currency if given else "",
    )  # fmt: skip


def messages_of(tx: Tx, customer_key: int) -> list[tuple[datetime, dict[str, Any]]]:
    """(when, facts) of the messages to a customer, newest first."""
    return [
        (row.settled_at or row.queued_at, {
            "message": row.uid, "text": row.text, "state": row.state, "reason": row.reason, "parts": row.parts,
            "purpose": row.purpose, "provider": row.provider,
        })
        for row in tx.run(_MESSAGES, {"wanted": customer_key})
    ]  # fmt: skip


def tag_links_of(tx: Tx, customer_key: int) -> list[str]:
    """Uids of a customer's tag links, held or not."""
    return [row.uid for row in tx.run(_LINKS, {"wanted": customer_key})]


def tag_names(tx: Tx, customer_key: int) -> dict[str, str]:
    """The tag behind each of those links."""
    return {row.uid: row.name for row in tx.run(_LINKS, {"wanted": customer_key})}
