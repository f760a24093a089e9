"""Cases of punch cards."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from retention_desktop.domain.bill import Line
from retention_desktop.errors import ShopError
from tests.shop.loyalty_shop import customer, give, held, refused, rewards, set_terms

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from tests.clock import Clock

TEN: dict[str, Any] = {"size": 10, "reward": {"name": "1回無料", "gives": {"kind": "gift"}}}


@pytest.mark.parametrize(
    ("punches", "full", "left"), [((1,), 0, 1), ((10,), 1, 0), ((22,), 2, 2), ((20,), 2, 0), ((4, 17), 2, 1)]
)
def test_case_079_cards_fill_and_carry_over(shop: Shop, punches: tuple[int, ...], full: int, left: int) -> None:
    set_terms(shop, "punch", {**TEN, "rules": [{"id": "1", "kind": "item", "points": 1, "items": ["latte"]}]})
    uid = customer(shop)
    for amount in punches:
        lattes = [Line(item="latte", quantity=amount, unit_price=500)]
        shop.desk.log_visit(uid, amount=500 * amount, lines=lattes, again=True)
    assert (rewards(shop, uid), held(shop, uid, "punch")) == (["issued"] * full, left)
    card = shop.desk.card(uid)
    assert (len(card.punches), len(card.rewards)) == (left, full)
    found = shop.checkup.check()
    assert found.ok, found.findings


def test_case_082_no_punch_is_refused(shop: Shop) -> None:
    set_terms(shop, "punch", TEN)
    uid = customer(shop)
    assert refused(lambda: give(shop, uid, 0, "punch")) == "points_invalid"
    assert shop.loyalty.entries(uid) == ()


@pytest.mark.parametrize("amount", [11, 22, -11])
def test_case_082_more_than_ten_punches_in_one_entry_are_refused(shop: Shop, amount: int) -> None:
    programme = set_terms(shop, "punch", TEN)
    uid = customer(shop)
    give(shop, uid, 9, "punch")
    for deed in (shop.loyalty.adjust, shop.loyalty.opening)[: 2 if amount > 0 else 1]:
        with pytest.raises(ShopError) as caught:
            deed(uid, programme, amount, "a slip")
        assert (caught.value.code, caught.value.facts) == ("punches_too_many", {"limit": 10})
    assert held(shop, uid, "punch") == 9
    give(shop, uid, 10, "punch")
    assert (rewards(shop, uid), held(shop, uid, "punch")) == (["issued"], 9)


def test_case_082_a_paper_card_brings_as_many_as_a_card_has(shop: Shop) -> None:
    programme = set_terms(shop, "punch", {**TEN, "size": 20})
    uid = customer(shop)
    shop.loyalty.opening(uid, programme, 15, "paper")
    assert held(shop, uid, "punch") == 15
    assert refused(lambda: shop.loyalty.opening(uid, programme, 21, "paper")) == "punches_too_many"
    assert refused(lambda: shop.loyalty.adjust(uid, programme, 11, "slip")) == "punches_too_many"


def test_case_083_three_cards_show_one_punch_and_two_rewards(shop: Shop) -> None:
    set_terms(shop, "punch", TEN)
    uid = customer(shop)
    for amount in (10, 10, 1):
        give(shop, uid, amount, "punch")
    card = shop.desk.card(uid)
    assert (len(card.punches), len(card.rewards), card.card_size) == (1, 2, 10)


def test_case_084_a_reward_is_used_once_and_by_its_owner_only(shop: Shop) -> None:
    set_terms(shop, "punch", TEN)
    uid, other = customer(shop), customer(shop, "田中 健一")
    give(shop, uid, 10, "punch")
    reward = shop.loyalty.holdings(uid).rewards[0]
    assert refused(lambda: shop.desk.redeem(other, reward.code)) == "reward_of_another"
    shop.desk.redeem(uid, reward.code)
    assert refused(lambda: shop.desk.redeem(uid, reward.code)) == "reward_used"
    assert rewards(shop, uid) == ["used"]


def test_case_085_other_terms_lose_no_punch(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "punch", TEN)
    uid = customer(shop)
    give(shop, uid, 3, "punch")
    clock.pass_(days=1)
    set_terms(shop, "punch", {**TEN, "size": 8})
    give(shop, uid, 5, "punch")
    assert (held(shop, uid, "punch"), rewards(shop, uid)) == (8, [])


def test_case_086_a_running_card_keeps_its_own_terms(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "punch", TEN)
    uid = customer(shop)
    give(shop, uid, 3, "punch")
    clock.pass_(days=1)
    set_terms(shop, "punch", {"size": 5, "reward": {"name": "別の特典", "gives": {"kind": "gift"}}})
    card = shop.desk.card(uid).cards[0]
    assert (card.terms.size, card.old_terms, len(card.punches)) == (10, True, 3)
    give(shop, uid, 7, "punch")
    assert [reward.name for reward in shop.loyalty.holdings(uid).rewards] == ["1回無料"]
    give(shop, uid, 5, "punch")
    assert [reward.name for reward in shop.loyalty.holdings(uid).rewards] == ["1回無料", "別の特典"]


def test_case_086_the_desk_counts_a_running_card_by_its_own_size(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "punch", TEN)
    old, new = customer(shop), customer(shop, "林 真由美")
    shop.desk.log_visit(old)
    clock.pass_(days=1)
    set_terms(shop, "punch", {"size": 5, "reward": {"name": "別の特典", "gives": {"kind": "gift"}}})
    for uid in (old, new):
        shop.desk.log_visit(uid)
    assert {line.customer: (line.punches, line.card_size) for line in shop.desk.today().visits} == {
        old: (2, 10), new: (1, 5),
    }  # fmt: skip
    assert [(match.punches, match.card_size) for match in shop.desk.find("佐々木").people] == [(2, 10)]
    assert [(match.punches, match.card_size) for match in shop.desk.find("林").people] == [(1, 5)]
    assert [shop.desk.card(uid).card_size for uid in (old, new)] == [10, 5]


def test_of_several_cards_lists_show_the_fullest_by_its_name(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "punch", {**TEN, "size": 4})
    first = next(one.name for one in shop.rules.programmes() if one.unit == "punch")
    each = {"id": "1", "kind": "item", "points": 1, "items": ["colour"]}
    colour = shop.rules.add("punch", "Colour card", {**TEN, "size": 3, "rules": [each]}).uid
    off = shop.rules.add("punch", "Old card", {**TEN, "size": 5}).uid
    uid = customer(shop)
    shop.loyalty.adjust(uid, off, 4, "before it ended")
    shop.rules.save(off, {**TEN, "size": 5}, active=False)
    shop.desk.log_visit(uid)
    (match,) = shop.desk.find("佐々木").people
    assert (match.card_name, match.punches, match.card_size) == (first, 1, 4)
    clock.pass_(days=1)
    lines = [Line(item="colour", quantity=2, unit_price=8000)]
    shop.desk.log_visit(uid, amount=16_000, lines=lines)
    (match,) = shop.desk.find("佐々木").people
    (today,) = shop.desk.today().visits
    assert (match.card_name, match.punches, match.card_size) == ("Colour card", 2, 3)
    assert (today.card_name, today.punches, today.card_size, today.filled) == ("Colour card", 2, 3, False)
    clock.pass_(days=1)
    shop.desk.log_visit(uid, amount=8000, lines=[Line(item="colour", unit_price=8000)])
    (match,) = shop.desk.find("佐々木").people
    (today,) = shop.desk.today().visits
    assert (match.card_name, match.punches, match.card_size) == (first, 3, 4)
    assert (today.card_name, today.punches, today.card_size, today.filled) == ("Colour card", 3, 3, True)
    shop.rules.save(colour, {**TEN, "size": 3, "rules": [each]}, active=False)
    assert shop.desk.find("佐々木").people[0].card_name == ""


def test_todays_sales_are_what_the_shop_keeps(shop: Shop) -> None:
    uid = customer(shop)
    shop.desk.log_visit(uid, amount=5000)
    back = shop.desk.log_visit(uid, amount=3000, again=True)
    shop.desk.refund(back.visit.uid, amount=1000)
    assert shop.desk.today().sales == 7000


def test_case_087_a_customer_whose_card_has_just_filled_is_still_listed(shop: Shop) -> None:
    set_terms(shop, "punch", {**TEN, "size": 1})
    uid = customer(shop)
    shop.desk.log_visit(uid)
    assert [row.uid for row in shop.customers.rows(shop.customers.keys())] == [uid]
    assert [line.customer for line in shop.desk.today().visits] == [uid]
    assert [match.uid for match in shop.desk.find("佐々木").people] == [uid]


@pytest.mark.parametrize("minutes", [720, 1440])
def test_case_088_a_visit_inside_the_lock_has_no_punch_and_says_the_time_left(
    shop: Shop, clock: Clock, minutes: int
) -> None:
    set_terms(shop, "punch", {**TEN, "limit": {"minutes": minutes}})
    uid = customer(shop)
    shop.desk.log_visit(uid)
    clock.pass_(hours=2)
    (limited,) = shop.desk.log_visit(uid).limits
    assert (limited.minutes, limited.limit.minutes) == (minutes - 120, minutes)
    assert held(shop, uid, "punch") == 1
    clock.pass_(minutes=minutes - 120)
    shop.desk.log_visit(uid)
    shop.desk.log_visit(uid, again=True, override=True)
    assert held(shop, uid, "punch") == 3


def test_case_089_a_reward_may_wait_while_the_next_card_fills(shop: Shop) -> None:
    set_terms(shop, "punch", TEN)
    uid = customer(shop)
    for _ in range(2):
        give(shop, uid, 10, "punch")
    assert rewards(shop, uid) == ["issued", "issued"]
    for reward in shop.loyalty.holdings(uid).rewards:
        shop.desk.redeem(uid, reward.uid)
    assert rewards(shop, uid) == ["used", "used"]


def test_row_071_one_a_day_unless_allowed_and_a_second_press_asks(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "punch", {**TEN, "limit": {"per_day": 1}})
    uid = customer(shop)
    for number in range(1, 12):
        shop.desk.log_visit(uid)
        assert (len(rewards(shop, uid)), held(shop, uid, "punch")) == divmod(number, 10)
        assert refused(lambda: shop.desk.log_visit(uid)) == "visited_recently"
        second = shop.desk.log_visit(uid, again=True)
        assert [one.limit.per_day for one in second.limits] == [1]
        assert (len(rewards(shop, uid)), held(shop, uid, "punch")) == divmod(number, 10)
        clock.pass_(days=1)
    shop.desk.log_visit(uid)
    shop.desk.log_visit(uid, again=True, override=True)
    assert held(shop, uid, "punch") == 3


def test_a_present_on_the_way_stands_and_falls_with_its_punches(shop: Shop, clock: Clock) -> None:
    tea = {"at": 5, "name": "お茶", "gives": {"kind": "gift"}}
    set_terms(shop, "punch", {**TEN, "milestones": [tea]})
    uid = customer(shop)
    visits = []
    for _ in range(5):
        clock.pass_(days=1)
        visits.append(shop.desk.log_visit(uid))
    assert [(reward.name, reward.state) for reward in shop.loyalty.holdings(uid).rewards] == [("お茶", "issued")]
    voided = shop.desk.void_visit(visits[2].visit.uid)
    assert rewards(shop, uid) == []
    shop.history.undo(voided.operation)
    assert rewards(shop, uid) == ["issued"]
    give(shop, uid, 10, "punch")
    assert sorted(reward.name for reward in shop.loyalty.holdings(uid).rewards) == ["1回無料", "お茶", "お茶"]
    found = shop.checkup.check()
    assert found.ok, found.findings


def test_the_start_bonus_is_for_the_first_visit_that_stands(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "punch", {**TEN, "start": 2})
    uid = customer(shop)
    first = shop.desk.log_visit(uid)
    assert held(shop, uid, "punch") == 3
    clock.pass_(days=1)
    shop.desk.log_visit(uid)
    assert held(shop, uid, "punch") == 4
    shop.desk.void_visit(first.visit.uid)
    assert held(shop, uid, "punch") == 1
    clock.pass_(days=1)
    shop.desk.log_visit(uid)
    assert held(shop, uid, "punch") == 4


def test_a_paper_card_is_taken_over(shop: Shop) -> None:
    programme = set_terms(shop, "punch", TEN)
    uid = customer(shop)
    shop.loyalty.opening(uid, programme, 7, "紙のカード")
    entry = shop.loyalty.entries(uid)[0]
    assert (entry.kind, entry.amount, entry.reason, held(shop, uid, "punch")) == ("opening", 7, "紙のカード", 7)
    assert refused(lambda: shop.loyalty.opening(uid, programme, 7, " ")) == "reason_missing"


def test_the_photo_of_a_paper_card_is_kept_with_what_it_brought(shop: Shop) -> None:
    programme = set_terms(shop, "punch", TEN)
    uid, picture = customer(shop), b"\xff\xd8\xff" + b"a card" * 100
    folder = shop.data / "photos"
    assert refused(lambda: shop.loyalty.opening(uid, programme, 7, "x", photo=b"GIF89a")) == "photo_invalid"
    assert refused(lambda: shop.loyalty.opening(uid, programme, 11, "x", photo=picture)) == "punches_too_many"
    assert held(shop, uid, "punch") == 0
    assert not folder.exists() or list(folder.iterdir()) == []
    shop.loyalty.opening(uid, programme, 7, "紙のカード", photo=picture, key="once")
    shop.loyalty.opening(uid, programme, 7, "紙のカード", photo=picture, key="once")
    (entry,) = shop.loyalty.entries(uid)
    assert shop.loyalty.photo(entry.uid) == picture
    assert [each.name for each in folder.iterdir()] == [entry.breakdown["photo"]]
    shop.loyalty.opening(uid, programme, 1, "without")
    assert shop.loyalty.photo(shop.loyalty.entries(uid)[0].uid) == b""
    next(folder.iterdir()).unlink()
    assert shop.loyalty.photo(entry.uid) == b""
    assert refused(lambda: shop.loyalty.photo("nobody")) == "entry_not_found"


def test_a_reward_lapses_by_its_own_date(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "punch", {"size": 1, "reward": {"name": "x", "gives": {"kind": "gift"}, "valid_days": 30}})
    uid = customer(shop)
    shop.desk.log_visit(uid)
    reward = shop.loyalty.holdings(uid).rewards[0]
    assert reward.expires_on == shop.desk.today().day + timedelta(days=30)
    clock.pass_(days=30)
    assert shop.desk.card(uid).rewards == ()
    assert refused(lambda: shop.desk.redeem(uid, reward.uid)) == "reward_expired"
