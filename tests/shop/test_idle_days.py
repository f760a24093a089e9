"""Points that lapse so many months after the last visit: the months begin on the day of the shop's calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from tests.shop.loyalty_shop import ONE_EACH, customer, give, held, set_terms

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from tests.clock import Clock

IDLE = {**ONE_EACH, "expiry": {"kind": "idle_months", "count": 2}}


@pytest.mark.parametrize(
    ("zone", "given", "gone"),
    [
        ("Asia/Tokyo", "2027-01-10 23:30", "2027-03-10"),
        ("Asia/Tokyo", "2027-01-11 00:30", "2027-03-11"),
        ("America/New_York", "2027-01-14 23:30", "2027-03-14"),  # lapses on the day of 23 hours
        ("America/New_York", "2027-01-15 00:30", "2027-03-15"),
        ("America/New_York", "2027-03-13 23:30", "2027-05-13"),
        ("America/New_York", "2027-03-14 00:30", "2027-05-14"),
        ("America/New_York", "2027-09-07 00:30", "2027-11-07"),  # on the day of 25 hours
        ("America/New_York", "2027-11-07 23:30", "2028-01-07"),
    ],
)
@pytest.mark.parametrize("by_visit", [False, True])
def test_the_months_begin_on_the_shops_own_day(
    shop: Shop,
    clock: Clock,
    zone: str,
    given: str,
    gone: str,
    by_visit: bool,  # noqa: FBT001 - a case
) -> None:
    here = ZoneInfo(zone)
    clock.now = datetime(2026, 12, 1, tzinfo=UTC)
    shop.settings.change(zone=zone)
    set_terms(shop, "point", IDLE)
    uid = customer(shop)
    clock.now = datetime.fromisoformat(given).replace(tzinfo=here).astimezone(UTC)
    if by_visit:
        shop.desk.log_visit(uid, amount=50)
    else:
        give(shop, uid, 50)
    day = date.fromisoformat(gone)
    last = datetime(day.year, day.month, day.day, tzinfo=here).timestamp() - 1
    clock.now = datetime.fromtimestamp(last, UTC)
    assert held(shop, uid) == 50
    assert [each.day for each in shop.loyalty_figures.expiring(1)] == [day]
    clock.now = datetime.fromtimestamp(last + 1, UTC)
    assert held(shop, uid) == 0
    give(shop, uid, 1)  # writes the lapse down
    assert held(shop, uid) == 1
    assert shop.checkup.check().ok
