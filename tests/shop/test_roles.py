"""What only an owner may do, only an owner may take back; settings, samples and deletions are theirs, too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from retention_desktop.coupons import CouponDraft
from retention_desktop.domain.staff import Deed, Role
from retention_desktop.domain.terms import Gives
from retention_desktop.shop import open_shop
from tests.shop.conftest import RESOURCES
from tests.shop.loyalty_shop import customer, give, held, refused, set_terms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from retention_desktop.shop import Shop
    from tests.clock import Clock

TERMS = {"rules": [{"id": "1", "kind": "amount", "points": 3, "per": 100}]}


class Two:
    """A window whose owner (PIN 1234) and desk take turns."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.shop = open_shop(folder, RESOURCES, clock=clock, window=True)
        self.shop.staff._pin_memory = 64
        self._owner = self.shop.staff.add("Mori", Role.OWNER, pin="1234")
        self._desk = self.shop.staff.add("Tanaka", Role.DESK, adjust_limit=5)

    def owner(self) -> Shop:
        self.shop.staff.sign_in(self._owner.uid, "1234")
        return self.shop

    def desk(self) -> Shop:
        self.shop.staff.sign_in(self._desk.uid)
        return self.shop


@pytest.fixture
def two(tmp_path: Path, clock: Clock) -> Iterator[Two]:
    made = Two(tmp_path / "data", clock)
    yield made
    made.shop.close()


def test_the_owners_points_by_hand_and_rules_stay(two: Two) -> None:
    ana = customer(two.owner())
    saved = set_terms(two.shop, "point", TERMS)
    gift = give(two.shop, ana, 1000)
    assert refused(lambda: two.desk().history.undo(gift)) == "over_limit"
    today = two.shop.history.done_on(two.shop.desk.today().day)
    change = next(one.uid for one in today if one.kind == "programme_save")
    assert refused(lambda: two.desk().history.undo(change)) == "needs_owner"
    assert held(two.shop, ana) == 1000
    two.shop.staff.grant(Deed.ADJUST, "1234")
    two.shop.history.undo(gift)
    assert held(two.shop, ana) == 0
    two.owner().history.undo(change)
    assert next(one for one in two.shop.rules.programmes() if one.uid == saved).terms != TERMS


def test_what_the_desk_did_today_is_its_own_to_take_back(two: Two, clock: Clock) -> None:
    ana = customer(two.desk())
    small = give(two.shop, ana, 5)
    two.shop.staff.grant(Deed.ADJUST, "1234")
    large = give(two.shop, ana, 900)
    two.shop.history.undo(large)
    two.shop.history.undo(small)
    two.shop.staff.grant(Deed.ADJUST, "1234")
    large = give(two.shop, ana, 900)
    clock.pass_(days=1)
    assert refused(lambda: two.shop.history.undo(large)) == "over_limit"


@pytest.mark.parametrize("what", ["merge", "delete", "coupon", "void_of_earlier"])
def test_more_that_only_an_owner_takes_back(two: Two, clock: Clock, what: str) -> None:
    shop = two.owner()
    ana, ben = customer(shop), customer(shop, "加藤 健")
    visit = shop.desk.log_visit(ana, amount=1000).visit.uid
    clock.pass_(days=1)
    if what == "merge":
        shop.customers.merge(ana, ben)
    elif what == "delete":
        shop.customers.delete(ben)
    elif what == "coupon":
        shop.coupons.add(CouponDraft(name="Ten", gives=Gives(kind="percent", percent=10)))
    else:
        shop.desk.void_visit(visit)
    assert refused(two.desk().history.undo) == "needs_owner"
    two.owner().history.undo()


def test_settings_samples_and_deletions_are_the_owners(two: Two) -> None:
    ana = customer(two.owner())
    shop = two.desk()
    owners: dict[str, object] = {"staff_may_earn": False, "gateway": "twilio", "twilio_account": "AC1", "name": "X"}
    for name, value in owners.items():
        assert refused(partial(shop.settings.change, **{name: value})) == "needs_owner"
    shop.settings.change(language="en", theme="dark")
    assert refused(shop.sample_shop.fill) == "needs_owner"
    assert refused(shop.sample_shop.remove) == "needs_owner"
    assert refused(lambda: shop.customers.delete(ana)) == "needs_owner"
    assert shop.settings.now.staff_may_earn
    shop.staff.grant(Deed.SETTINGS, "1234")
    assert not shop.settings.change(staff_may_earn=False).staff_may_earn


def test_a_bonus_over_the_limit_is_not_taken_back_by_the_desk(two: Two) -> None:
    set_terms(two.owner(), "point", {"rules": [{"id": "1", "kind": "signup", "points": 50}]})
    ana = customer(two.shop)
    two.shop.loyalty.award(ana, "signup")
    bonus = next(one.uid for one in two.shop.loyalty.entries(ana) if one.kind == "bonus")
    assert refused(lambda: two.desk().loyalty.take_back_award(bonus)) == "over_limit"
    two.owner().loyalty.take_back_award(bonus)


def test_without_staff_nothing_is_asked(shop: Shop) -> None:
    ana = customer(shop)
    give(shop, ana, 1000)
    shop.history.undo()
    shop.settings.change(staff_may_earn=False)
    shop.customers.delete(ana)
