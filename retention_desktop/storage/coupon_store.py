"""Coupons and their uses, as they are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, select

from retention_desktop.domain.coupon import Coupon, Standing
from retention_desktop.domain.terms import read_gives
from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import coupon, coupon_use, customer, visit

if TYPE_CHECKING:
    from datetime import datetime

    from retention_desktop.storage.database import Tx

# A use counts as long as it isn't given back and its visit stands; whose it is, says the visit: a merge moves it.
_standing: Final = (
    select(coupon_use.c.coupon, coupon_use.c.id, coupon_use.c.visit, coupon_use.c.discount, visit.c.customer)
    .join(visit, visit.c.id == coupon_use.c.visit)
    .where(coupon_use.c.given_back_at.is_(None), visit.c.voided_at.is_(None))
    .subquery()
)
_BY_CODE: Final = Prepared(select(coupon).where(coupon.c.code == bindparam("wanted")))
_BY_UID: Final = Prepared(select(coupon).where(coupon.c.uid == bindparam("wanted")))
_BY_KEY: Final = Prepared(select(coupon).where(coupon.c.id == bindparam("wanted")))
_up_to: Final = (
    select(_standing.c.id)
    .where(_standing.c.coupon == bindparam("wanted"), _standing.c.id != bindparam("but"))
    .limit(bindparam("most"))
    .subquery()
)
_USES: Final = Prepared(select(func.count()).select_from(_up_to))
# The plus keeps SQLite from going through everybody's uses of the coupon instead of this person's visits.
_OWN: Final = Prepared(
    select(func.count())
    .select_from(_standing)
    .where(
        _standing.c.customer == bindparam("person"), _standing.c.coupon + 0 == bindparam("wanted"),
        _standing.c.id != bindparam("but"),
    )
)  # fmt: skip
_SALE: Final = Prepared(
    select(visit.c.id).where(
        visit.c.id == bindparam("wanted"), visit.c.voided_at.is_(None), visit.c.amount.is_not(None)
    )
)
_OF_VISIT: Final = Prepared(
    select(coupon_use.c.id, coupon_use.c.uid, coupon_use.c.coupon, coupon_use.c.discount)
    .where(coupon_use.c.visit == bindparam("wanted"), coupon_use.c.given_back_at.is_(None))
    .order_by(coupon_use.c.id)
)
_used: Final = (
    select(
        _standing.c.coupon, func.count().label("uses"), func.sum(_standing.c.discount).label("discount"),
    )
    .group_by(_standing.c.coupon)
    .subquery()
)  # fmt: skip
_LIST: Final = Prepared(
    select(
        coupon, func.coalesce(_used.c.uses, 0).label("uses"), func.coalesce(_used.c.discount, 0).label("taken_off"),
        customer.c.uid.label("person"), customer.c.display_name.label("person_name"),
    )
    .outerjoin(_used, _used.c.coupon == coupon.c.id)
    .outerjoin(customer, customer.c.id == coupon.c.customer)
    .order_by(coupon.c.id.desc())
)  # fmt: skip
_DISCOUNT: Final = Prepared(select(visit.c.discount).where(visit.c.id == bindparam("wanted")))


@dataclass(frozen=True, slots=True, kw_only=True)
class CouponUse:
    """One use that isn't given back: its key and uid, the coupon's key, what it took off in minor units."""

    key: int
    uid: str
    coupon: int
    discount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CouponLine:
    """A coupon with what has become of it.

    Attributes:
        uses: how often it was used, those given back left out.
        taken_off: minor units, by all its uses.
        person: uid of the customer it is bound to, "" = free; `person_name` as shown.
    """

    coupon: Coupon
    uses: int
    taken_off: int
    person: str
    person_name: str


def coupon_by_code(tx: Tx, code: str) -> Coupon | None:
    """The coupon with this plain code, withdrawn or not."""
    row = tx.run(_BY_CODE, {"wanted": code}).one_or_none()
    return None if row is None else _coupon(row)


def coupon_by_uid(tx: Tx, uid: str) -> Coupon | None:
    """The coupon with this uid."""
    row = tx.run(_BY_UID, {"wanted": uid}).one_or_none()
    return None if row is None else _coupon(row)


def coupon_by_key(tx: Tx, key: int) -> Coupon:
    """The coupon with this key."""
    return _coupon(tx.run(_BY_KEY, {"wanted": key}).one())


def coupons(tx: Tx) -> tuple[CouponLine, ...]:
    """Every coupon with its uses, newest first."""
    return tuple(
        CouponLine(
            coupon=_coupon(row), uses=row.uses, taken_off=row.taken_off, person=row.person or "",
            person_name=row.person_name or "",
        )
        for row in tx.run(_LIST)
    )  # fmt: skip


def standing(tx: Tx, wanted: Coupon, person: int | None, *, but: int = 0) -> Standing:
    """How often a coupon was used, in all and by this person, the use with the key `but` left out.

    Uses are counted only where there is a limit, and only up to it.
    """
    uses = by_person = 0
    if wanted.total_limit is not None:
        uses = tx.run(_USES, {"wanted": wanted.key, "but": but, "most": wanted.total_limit}).scalar_one()
    if wanted.person_limit is not None and person is not None:
        by_person = tx.run(_OWN, {"wanted": wanted.key, "person": person, "but": but}).scalar_one()
    paid = wanted.sale is None or tx.run(_SALE, {"wanted": wanted.sale}).first() is not None
    return Standing(uses=uses, by_person=by_person, sale_paid=paid)


def uses_of_visit(tx: Tx, visit_key: int) -> tuple[CouponUse, ...]:
    """The uses on a visit that aren't given back, in the order they were made."""
    return tuple(
        CouponUse(key=row.id, uid=row.uid, coupon=row.coupon, discount=row.discount)
        for row in tx.run(_OF_VISIT, {"wanted": visit_key})
    )


def discount_of_visit(tx: Tx, visit_key: int) -> int:
    """What rewards and coupons took off a visit's bill, minor units."""
    return int(tx.run(_DISCOUNT, {"wanted": visit_key}).scalar_one())


def _coupon(row: Any) -> Coupon:  # noqa: ANN401  a row has the columns of its statement
    withdrawn: datetime | None = row.withdrawn_at
    return Coupon(
        key=row.id, uid=row.uid, name=row.name, code=row.code, gives=read_gives(row.gives), made_at=row.made_at,
        valid_from=row.valid_from, valid_until=row.valid_until, minimum=row.minimum, total_limit=row.total_limit,
        person_limit=row.person_limit, customer=row.customer, sale=row.visit, withdrawn=withdrawn is not None,
    )  # fmt: skip
