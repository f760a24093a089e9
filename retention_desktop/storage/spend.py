"""What a visit adds to a customer's spend: its net amount in the shop's own currency, and nothing of another.

Net is the bill less what rewards and coupons took off and what was given back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import String, bindparam, case, func, literal, select, type_coerce, update

from retention_desktop.storage.prepared import Prepared
from retention_desktop.storage.tables import customer, refund, setting, visit

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement

    from retention_desktop.storage.database import Tx

_shop_currency: Final = (
    select(type_coerce(setting.c.value, String)).where(setting.c.name == "currency").scalar_subquery()
)
_refunded: Final = (
    select(func.coalesce(func.sum(refund.c.amount), 0))
    .where(refund.c.visit == visit.c.id, refund.c.undone_at.is_(None))
    .correlate(visit)
    .scalar_subquery()
)
NET: Final[ColumnElement[Any]] = case(
    (
        literal('"') + visit.c.currency + literal('"') == _shop_currency,
        func.coalesce(visit.c.amount, 0) - visit.c.discount - _refunded,
    ),
    else_=0,
)
"""Minor units of the shop's currency; settings are kept as JSON, so the code stands in quotes there."""
_REFRESH: Final = update(customer).values(
    spend=select(func.coalesce(func.sum(NET), 0))
    .where(visit.c.customer == customer.c.id, visit.c.voided_at.is_(None))
    .scalar_subquery()
)
_ON_DAY: Final = Prepared(
    select(func.coalesce(func.sum(NET), 0).label("net")).where(
        visit.c.day == bindparam("wanted"), visit.c.voided_at.is_(None)
    )
)


def sales_on(tx: Tx, day: date) -> int:
    """What the visits of a day brought, net, in minor units of the shop's currency."""
    return int(tx.run(_ON_DAY, {"wanted": day}).scalar_one())


def refresh_every_spend(tx: Tx) -> None:
    """Add everybody's spend up anew: the shop's currency is another one now."""
    tx.run(_REFRESH)
