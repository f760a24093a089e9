"""What a reward is said to be follows from the date, and from the instant that is asked about."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.shop.loyalty_shop import customer, refused, set_terms

if TYPE_CHECKING:
    from datetime import datetime

    from retention_desktop.shop import Shop
    from tests.clock import Clock

CARD = {"size": 2, "reward": {"name": "Tea", "gives": {"kind": "gift"}, "valid_days": 10}}


def _full_card(shop: Shop) -> tuple[str, str]:
    """Somebody with a full card, and its reward."""
    set_terms(shop, "punch", CARD)
    uid = customer(shop)
    for _ in range(2):
        shop.desk.log_visit(uid, guarded=False)
    return uid, shop.loyalty.holdings(uid).rewards[0].uid


def _states(shop: Shop, uid: str, at: datetime | None = None) -> list[str]:
    return [reward.state for reward in shop.loyalty.holdings(uid, at).rewards]


def test_a_reward_whose_time_is_over_is_expired_wherever_it_is_shown(shop: Shop, clock: Clock) -> None:
    uid, reward = _full_card(shop)
    issued = clock.now
    clock.pass_(days=9)
    assert _states(shop, uid) == ["issued"]
    clock.pass_(days=1)
    assert _states(shop, uid) == ["expired"]
    assert [one.state for one in shop.customers.detail(uid).rewards] == ["expired"]
    assert (shop.desk.card(uid).rewards, shop.cards.statement(uid).rewards) == ((), ())
    assert refused(lambda: shop.desk.redeem(uid, reward)) == "reward_expired"
    assert _states(shop, uid, issued) == ["issued"]


def test_an_instant_before_knows_neither_the_reward_nor_its_use(shop: Shop, clock: Clock) -> None:
    before = clock.now
    clock.pass_(days=1)
    uid, reward = _full_card(shop)
    issued = clock.now
    clock.pass_(days=2)
    shop.desk.redeem(uid, reward)
    used = clock.now
    clock.pass_(days=20)
    assert _states(shop, uid) == ["used"]
    assert _states(shop, uid, used) == ["used"]
    assert _states(shop, uid, before) == []
    unused = shop.loyalty.holdings(uid, used - timedelta(seconds=1)).rewards[0]
    assert (unused.state, unused.used_at, unused.visit, unused.discount) == ("issued", None, "", 0)
    assert _states(shop, uid, issued) == ["issued"]


def test_a_reward_used_in_time_stays_used(shop: Shop, clock: Clock) -> None:
    uid, reward = _full_card(shop)
    shop.desk.redeem(uid, reward)
    clock.pass_(days=40)
    assert _states(shop, uid) == ["used"]
