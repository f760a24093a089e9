"""What can be set, and what never is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from tests.clock import Clock


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("currency", "ZZZ"), ("currency", "usd"), ("currency", ""), ("currency", None), ("currency", ["JPY"]),
        ("region", "ZZ"), ("region", "jp"), ("region", ""), ("zone", "Mars/Base"), ("zone", "../etc/passwd"),
        ("zone", "Asia"), ("zone", ""), ("zone", "x" * 5000), ("language", "fr"), ("theme", "pink"),
        ("gateway", "pigeon"), ("name", None), ("colour", "red"), ("checklist_hidden", "yes"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_changes(shop: Shop, name: str, value: Any) -> None:
    before = shop.settings.now
    with pytest.raises(ShopError) as caught:
        shop.settings.change(**{name: value})
    assert caught.value.code == "setting_invalid"
    assert shop.settings.now == before


@pytest.mark.parametrize(
    ("name", "value"), [("currency", "KWD"), ("region", "US"), ("zone", "America/New_York"), ("zone", "UTC")]
)
def test_what_can_be_is_kept(shop: Shop, name: str, value: str) -> None:
    assert getattr(shop.settings.change(**{name: value}), name) == value


def test_another_zone_leaves_the_days_of_old_visits(shop: Shop, clock: Clock) -> None:
    before = shop.desk.log_visit(None, amount=1000).visit
    shop.settings.change(zone="America/New_York")
    clock.pass_(minutes=1)
    after = shop.desk.log_visit(None, amount=500).visit
    assert (before.day.isoformat(), after.day.isoformat()) == ("2026-11-21", "2026-11-21")
    clock.pass_(hours=9)
    assert [line.visit.uid for line in shop.desk.today().visits] == [after.uid, before.uid]
    shop.settings.change(zone="Asia/Tokyo")
    assert shop.desk.today().visits == ()
