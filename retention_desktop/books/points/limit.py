"""Which visits a card's limit leaves without a punch (see `domain.punch_limit`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from retention_desktop import settings
from retention_desktop.books.points.bill import bill_of, earning_of
from retention_desktop.domain.punch_limit import Limited, minutes_left, reach
from retention_desktop.domain.terms import Limit
from retention_desktop.storage import account_store, earned_store, loyalty_store, visit_store

if TYPE_CHECKING:
    from collections.abc import Iterable

    from retention_desktop.domain.programme import Programme
    from retention_desktop.domain.visit import Visit
    from retention_desktop.storage.database import Tx

_NO_LIMIT: Final = Limit()
_NEWEST: Final = 2**62


def limit_of(programme: Programme) -> Limit | None:
    """The limit of a programme's card, None where it has none."""
    card = programme.terms.card
    return None if card is None or card.limit == _NO_LIMIT else card.limit


def limited_by(tx: Tx, programme: Programme, visit: Visit) -> Limited | None:
    """What leaves a visit without a punch; None where nothing does. Asks nothing where the card has no limit.

    Args:
        visit: with the key 0 while it is not kept yet.
    """
    limit = limit_of(programme)
    if limit is None or visit.past_limit or visit.customer is None:
        return None
    days = (visit.day - reach(limit), visit.day + reach(limit))
    punched = earned_store.earning_visits(tx, programme.key, visit.customer, days, visit.key or _NEWEST)
    minutes = minutes_left(limit, visit.day, visit.at, punched, settings.read(tx).zone_info)
    if not minutes:
        return None
    return Limited(programme=programme.uid, name=programme.name, limit=limit, minutes=minutes)


def limits_on(tx: Tx, visit: Visit) -> tuple[Limited, ...]:
    """The cards that a visit leaves without a punch it would have given; asks nothing where no card has a limit."""
    asked = any(limit_of(programme) for programme in loyalty_store.active_programmes(tx))
    if not asked or visit.voided or visit.past_limit or visit.customer is None:
        return ()
    bill, accounts = bill_of(tx, visit), account_store.accounts_of(tx, visit.customer)
    found = [
        limited_by(tx, programme, visit)
        for programme in loyalty_store.programmes_then(tx, visit.recorded_at)
        if limit_of(programme) and earning_of(tx, programme, visit, bill, accounts.get(programme.key), None).amount > 0
    ]
    return tuple(one for one in found if one is not None)


def judged_again(tx: Tx, programmes: Iterable[Programme], visit: Visit) -> tuple[Visit, ...]:
    """The visits recorded after this one whose punch hangs on it, in that order."""
    limits = [limit for programme in programmes if (limit := limit_of(programme))]
    if not limits or visit.customer is None:
        return ()
    far = max(map(reach, limits))
    return visit_store.recorded_later(tx, visit, visit.day - far, visit.day + far)
