"""What the desk asks about or refuses before anything is written."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from retention_desktop.errors import ShopError
from retention_desktop.storage import visit_store

if TYPE_CHECKING:
    from datetime import datetime

    from retention_desktop.domain.visit import Visit
    from retention_desktop.storage.database import Tx

ASK_AGAIN_WITHIN: Final = timedelta(minutes=60)
"""A second visit of the same person within this time is asked about: it is usually a second press."""


def check_amount(amount: int | None) -> None:
    """Raise ShopError amount_invalid unless it is a sum in minor units or was not entered."""
    if amount is not None and not 0 <= amount <= 10**12:
        raise ShopError("amount_invalid", text=str(amount))


def known_visit(tx: Tx, uid: str) -> Visit:
    """The standing visit with this uid. Raises ShopError visit_not_found, visit_voided."""
    visit = visit_store.find_visit(tx, uid)
    if visit is None:
        raise ShopError("visit_not_found", visit=uid)
    if visit.voided:
        raise ShopError("visit_voided", visit=uid)
    return visit


def ask_about_a_second_press(tx: Tx, uid: str, person: int, moment: datetime) -> None:
    """Raise ShopError visited_recently where this customer (uid and key) has a visit close to a UTC instant."""
    for visit in visit_store.visits_of(tx, person, 3):
        if visit.at is not None and abs(moment - visit.at) < ASK_AGAIN_WITHIN:
            minutes = int(abs(moment - visit.at).total_seconds() // 60)
            raise ShopError("visited_recently", customer=uid, minutes=minutes)
