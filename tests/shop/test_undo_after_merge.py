"""What was done for somebody who was merged away since is taken back all the same, and parting them afterwards too.

Points stand with whoever the record belongs to by now. Parted again, each has what their own visits and gifts left;
what was spent in between stays spent where it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.shop.loyalty_shop import ONE_EACH, customer, give, held, rewards, set_terms

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.shop import Shop

GIFT = {"kind": "gift"}
TERMS: dict[str, Any] = {
    "rules": [*ONE_EACH["rules"], {"id": "9", "kind": "mission", "points": 50, "name": "review"}],
    "spend": {"points": 1, "value": 1},
    "rewards": [{"id": "towel", "name": "タオル", "points": 30, "gives": GIFT}],
}
CARD: dict[str, Any] = {"size": 3, "reward": {"name": "カット", "gives": GIFT}}


def _sound(shop: Shop) -> None:
    found = shop.checkup.check()
    assert found.ok, found.findings


def _both(shop: Shop) -> tuple[str, str]:
    """Who stays, with 20 by hand, and who is merged to them."""
    set_terms(shop, "point", TERMS)
    keep, other = customer(shop, "残す人"), customer(shop, "まとめる人")
    give(shop, keep, 20)
    return keep, other


def _award(shop: Shop, uid: str) -> str:
    shop.loyalty.award(uid, "mission", "review")
    return shop.history.newest("award")


def _opening(shop: Shop, uid: str) -> str:
    return shop.loyalty.opening(uid, set_terms(shop, "point", TERMS), 50, "paper").operation


def _by_hand(shop: Shop, uid: str) -> str:
    return give(shop, uid, 50)


@pytest.mark.parametrize("deed", [_by_hand, _opening, _award])
def test_points_given_to_somebody_merged_since_are_taken_from_whoever_has_them(
    shop: Shop, deed: Callable[[Shop, str], str]
) -> None:
    keep, other = _both(shop)
    operation = deed(shop, other)
    merged = shop.customers.merge(keep, other).operation
    assert held(shop, keep) == 70
    shop.history.undo(operation)
    _sound(shop)
    assert held(shop, keep) == 20
    shop.history.undo(merged)
    _sound(shop)
    assert (held(shop, keep), held(shop, other)) == (20, 0)


@pytest.mark.parametrize("deed", [_by_hand, _opening, _award])
def test_what_was_spent_of_them_is_made_up_for_as_far_as_there_is_any(
    shop: Shop, deed: Callable[[Shop, str], str]
) -> None:
    keep, other = _both(shop)
    operation = deed(shop, other)
    merged = shop.customers.merge(keep, other).operation
    shop.desk.redeem(keep, "towel")
    assert held(shop, keep) == 40
    shop.history.undo(operation)
    _sound(shop)
    assert held(shop, keep) == 0
    shop.history.undo(merged)
    _sound(shop)
    assert (held(shop, keep), held(shop, other)) == (0, 0)


def test_points_taken_by_hand_from_somebody_merged_since_come_back_and_go_home_with_them(shop: Shop) -> None:
    keep, other = _both(shop)
    give(shop, other, 50)
    taken = give(shop, other, -30)
    merged = shop.customers.merge(keep, other).operation
    assert held(shop, keep) == 40
    shop.history.undo(taken)
    _sound(shop)
    assert held(shop, keep) == 70
    shop.history.undo(merged)
    _sound(shop)
    assert (held(shop, keep), held(shop, other)) == (20, 50)


def test_a_redemption_of_somebody_merged_since_is_undone_and_goes_home_with_them(shop: Shop) -> None:
    keep, other = _both(shop)
    give(shop, other, 50)
    redeemed = shop.desk.redeem(other, "towel").operation
    merged = shop.customers.merge(keep, other).operation
    assert held(shop, keep) == 40
    shop.history.undo(redeemed)
    _sound(shop)
    assert held(shop, keep) == 70
    shop.history.undo(merged)
    _sound(shop)
    assert (held(shop, keep), held(shop, other)) == (20, 50)


def _void(shop: Shop, visit: str) -> str:
    return shop.desk.void_visit(visit).operation


def _refund(shop: Shop, visit: str) -> str:
    return shop.desk.refund(visit, amount=60).operation


def _correct(shop: Shop, visit: str) -> str:
    return shop.desk.correct_visit(visit, amount=130).operation


@pytest.mark.parametrize(("deed", "left"), [(_void, 0), (_refund, 40), (_correct, 130)])
@pytest.mark.parametrize("spent", [False, True])
def test_a_visit_changed_after_a_merge_settles_with_its_own_customer_once_they_are_parted(
    shop: Shop,
    deed: Callable[[Shop, str], str],
    left: int,
    spent: bool,  # noqa: FBT001 - a case
) -> None:
    keep, other = _both(shop)
    give(shop, keep, 100)
    visit = shop.desk.log_visit(other, amount=100).visit.uid
    merged = shop.customers.merge(keep, other).operation
    if spent:
        shop.desk.redeem(keep, "towel")
    changed = deed(shop, visit)
    _sound(shop)
    assert held(shop, keep) == 120 + left - 30 * spent
    shop.history.undo(merged)
    _sound(shop)
    assert (held(shop, keep), held(shop, other)) == (120 - 30 * spent, left)
    shop.history.undo(changed)
    _sound(shop)
    assert (held(shop, keep), held(shop, other)) == (120 - 30 * spent, 100)


def test_a_visit_undone_after_a_merge_leaves_nothing_to_part(shop: Shop) -> None:
    keep, other = _both(shop)
    logged = shop.desk.log_visit(other, amount=100).operation
    merged = shop.customers.merge(keep, other).operation
    shop.history.undo(logged)
    _sound(shop)
    assert held(shop, keep) == 20
    shop.history.undo(merged)
    _sound(shop)
    assert (held(shop, keep), held(shop, other)) == (20, 0)


def test_points_spent_after_a_merge_stay_spent_where_they_were(shop: Shop) -> None:
    keep, other = _both(shop)
    shop.desk.log_visit(other, amount=10)
    merged = shop.customers.merge(keep, other).operation
    shop.desk.redeem(keep, "towel")
    assert held(shop, keep) == 0
    shop.history.undo(merged)
    _sound(shop)
    assert (held(shop, keep), held(shop, other)) == (0, 0)


def test_punches_of_a_visit_corrected_after_a_merge_go_home_with_it(shop: Shop) -> None:
    set_terms(shop, "punch", CARD)
    keep, other = customer(shop, "残す人"), customer(shop, "まとめる人")
    visit = shop.desk.log_visit(other, amount=None).visit.uid
    shop.desk.log_visit(keep, amount=None)
    merged = shop.customers.merge(keep, other).operation
    voided = shop.desk.void_visit(visit).operation
    shop.desk.log_visit(keep, amount=None, guarded=False)
    shop.history.undo(voided)
    _sound(shop)
    assert len(rewards(shop, keep)) == 1
    shop.history.undo(merged)
    _sound(shop)
    assert (held(shop, keep, "punch"), held(shop, other, "punch")) == (2, 1)
    assert not rewards(shop, keep)


def test_a_card_filled_before_a_merge_opens_again_for_a_visit_that_is_void_after_it(shop: Shop) -> None:
    set_terms(shop, "punch", CARD)
    keep, other = customer(shop, "残す人"), customer(shop, "まとめる人")
    visits = [shop.desk.log_visit(other, amount=None, guarded=False).visit.uid for _ in range(3)]
    merged = shop.customers.merge(keep, other).operation
    assert len(rewards(shop, keep)) == 1
    voided = shop.desk.void_visit(visits[0]).operation
    _sound(shop)
    assert (held(shop, keep, "punch"), rewards(shop, keep)) == (2, [])
    shop.history.undo(voided)
    _sound(shop)
    assert (held(shop, keep, "punch"), len(rewards(shop, keep))) == (0, 1)
    shop.desk.void_visit(visits[1])
    shop.history.undo(merged)
    _sound(shop)
    assert (held(shop, keep, "punch"), rewards(shop, keep)) == (0, [])
    assert (held(shop, other, "punch"), rewards(shop, other)) == (2, [])


def test_a_referral_paid_before_both_were_merged_away_is_taken_back_with_its_visit(shop: Shop) -> None:
    referral = {"id": "1", "kind": "referral", "points": 100, "friend_points": 40}
    set_terms(shop, "point", {"rules": [referral]})
    referrer, friend = customer(shop, "紹介した人"), customer(shop, "紹介された人")
    shop.loyalty.refer(friend, referrer)
    visit = shop.desk.log_visit(friend, amount=1000).visit.uid
    assert (held(shop, referrer), held(shop, friend)) == (100, 40)
    keeps = customer(shop, "残す人"), customer(shop, "残る友達")
    merged = [shop.customers.merge(keeps[0], referrer), shop.customers.merge(keeps[1], friend)]
    assert (held(shop, keeps[0]), held(shop, keeps[1])) == (100, 40)
    voided = shop.desk.void_visit(visit).operation
    _sound(shop)
    assert (held(shop, keeps[0]), held(shop, keeps[1])) == (0, 0)
    shop.history.undo(voided)
    _sound(shop)
    assert (held(shop, keeps[0]), held(shop, keeps[1])) == (100, 40)
    for each in merged:
        shop.history.undo(each.operation)
    _sound(shop)
    assert (held(shop, referrer), held(shop, friend)) == (100, 40)


def test_a_mission_is_paid_once_a_person_across_merged_records(shop: Shop) -> None:
    keep, other = _both(shop)
    assert shop.loyalty.award(other, "mission", "review")
    third = customer(shop, "もう一人")
    first = shop.customers.merge(third, other).operation
    second = shop.customers.merge(keep, third).operation
    assert not shop.loyalty.award(keep, "mission", "review")
    assert [one.given for one in shop.loyalty.missions(keep)] == [True]
    assert held(shop, keep) == 70
    shop.history.undo(second)
    assert shop.loyalty.award(keep, "mission", "review")
    assert not shop.loyalty.award(third, "mission", "review")
    shop.history.undo(first)
    assert shop.loyalty.award(third, "mission", "review")
    assert not shop.loyalty.award(other, "mission", "review")
    _sound(shop)


def test_joining_is_paid_once_a_person_across_merged_records(shop: Shop) -> None:
    set_terms(shop, "point", {"rules": [{"id": "1", "kind": "signup", "points": 50}]})
    keep, other = customer(shop, "残す人"), customer(shop, "まとめる人")
    shop.history.undo(shop.history.newest("customer_add"))
    assert held(shop, keep) == 50
    other = customer(shop, "まとめる人")
    shop.customers.merge(keep, other)
    assert held(shop, keep) == 100  # both had joined: the second is offered back, never taken silently
    assert not shop.loyalty.award(keep, "signup")
