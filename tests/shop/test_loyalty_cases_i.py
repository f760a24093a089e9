"""Cases of merging, of corrections by hand, and of referrals."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.staff import Deed, Role
from retention_desktop.errors import ShopError
from tests.shop.loyalty_shop import ONE_EACH, customer, give, held, refused, rewards, set_terms
from tests.state_dump import growing_rows, only_grew, state_dump

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from tests.clock import Clock

GIFT = {"kind": "gift"}


def test_case_103_merging_adds_the_points_and_closes_the_other(shop: Shop) -> None:
    set_terms(shop, "point", ONE_EACH)
    keep, other = customer(shop), customer(shop, "佐々木 花", phone="090-1234-1284")
    give(shop, keep, 100)
    give(shop, other, 200)
    merged = shop.customers.merge(keep, other)
    assert (held(shop, keep), merged.customer) == (300, keep)
    assert held(shop, other) == 300  # the closed number leads to who was kept
    with closing(sqlite3.connect(shop.db.path)) as store:
        own = store.execute(
            "SELECT sum(posted) FROM account JOIN customer c ON c.id = customer WHERE c.uid = ?", [other]
        )
        assert own.fetchone() == (0,)
    assert [match.uid for match in shop.desk.find("1284").people] == [keep]
    assert refused(lambda: shop.customers.merge(keep, keep)) == "merge_same"
    found = shop.checkup.check()
    assert found.ok, found.findings


def test_case_105_a_merge_keeps_lots_and_dates_and_can_be_undone(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", {**ONE_EACH, "expiry": {"kind": "months", "count": 6}})
    set_terms(shop, "punch", {"size": 5, "reward": {"name": "x", "gives": GIFT}})
    keep, other = customer(shop), customer(shop, "佐々木 花", phone="090-1234-1284", birthday="4月1日")
    shop.customers.tag([other], "VIP")
    for uid, days in ((keep, 1), (other, 9), (other, 20), (keep, 30)):
        for _ in range(2):
            clock.pass_(days=days)
            shop.desk.log_visit(uid, amount=1000 * days)
    before, rows = state_dump(shop.db.path), growing_rows(shop.db.path)
    dates = {lot.expires_on for balance in shop.loyalty.holdings(other).balances for lot in balance.lots}
    merged = shop.customers.merge(keep, other)
    after = {lot.expires_on for balance in shop.loyalty.holdings(keep).balances for lot in balance.lots}
    assert dates <= after
    assert (held(shop, keep, "punch"), rewards(shop, keep)) == (3, ["issued"])
    found = shop.checkup.check()
    assert found.ok, found.findings
    shop.history.undo(merged.operation)
    assert state_dump(shop.db.path) == before
    assert only_grew(rows, growing_rows(shop.db.path))
    assert shop.checkup.check().ok


def test_case_105_a_bonus_that_both_got_is_offered_back_and_never_taken_silently(shop: Shop) -> None:
    set_terms(shop, "point", {"rules": [{"id": "1", "kind": "signup", "points": 300}]})
    keep, other = customer(shop), customer(shop, "佐々木 花")
    for uid in (keep, other):
        shop.loyalty.award(uid, "signup")
    merged = shop.customers.merge(keep, other)
    assert (held(shop, keep), [(each.cause, each.amount) for each in merged.duplicates]) == (600, [("signup", 300)])
    shop.loyalty.take_back_award(merged.duplicates[0].entry)
    assert held(shop, keep) == 300
    found = shop.checkup.check()
    assert found.ok, found.findings


def test_case_105_a_birthday_that_both_were_paid_this_year_is_offered_back_too(shop: Shop) -> None:
    set_terms(shop, "point", {"rules": [
        {"id": "1", "kind": "signup", "points": 300}, {"id": "2", "kind": "birthday", "points": 150},
    ]})  # fmt: skip
    keep, other = customer(shop, birthday="11月21日"), customer(shop, "佐々木 花", birthday="11月21日")
    shop.loyalty.pay_birthdays()
    merged = shop.customers.merge(keep, other)
    assert held(shop, keep) == 900
    assert sorted((each.cause, each.amount) for each in merged.duplicates) == [("birthday", 150), ("signup", 300)]
    for each in merged.duplicates:
        shop.loyalty.take_back_award(each.entry)
    assert held(shop, keep) == 450
    assert shop.checkup.check().ok


def test_case_106_earned_given_by_hand_and_redeemed(shop: Shop) -> None:
    set_terms(shop, "point", {**ONE_EACH, "rewards": [{"id": "ten", "name": "x", "points": 10, "gives": GIFT}]})
    uid = customer(shop)
    shop.desk.log_visit(uid, amount=10)
    programme = next(one.uid for one in shop.rules.programmes() if one.unit == "point")
    shop.loyalty.adjust(uid, programme, 75, "appreciation")
    shop.desk.redeem(uid, "ten")
    assert held(shop, uid) == 75
    reasons = [entry.reason for entry in shop.loyalty.entries(uid) if entry.unit == "point"]
    assert reasons == ["", "appreciation", ""]


@pytest.mark.parametrize(
    ("amount", "reason", "code"), [(5, "", "reason_missing"), (5, "  ", "reason_missing"), (0, "x", "points_invalid")]
)
def test_case_107_points_by_hand_need_a_reason_and_are_never_none(
    shop: Shop, amount: int, reason: str, code: str
) -> None:
    programme = set_terms(shop, "point", ONE_EACH)
    uid = customer(shop)
    assert refused(lambda: shop.loyalty.adjust(uid, programme, amount, reason)) == code
    assert shop.loyalty.entries(uid) == ()


@pytest.fixture
def signed_in(shop: Shop) -> str:
    """A shop with an owner, and at the desk someone who may give 100 at a time; returns that person's uid."""
    shop.staff.add("森 美和", Role.OWNER, pin="4711")
    desk = shop.staff.add("田中 あゆみ", Role.DESK, pin="2580", adjust_limit=100)
    shop.staff.sign_in(desk.uid, "2580")
    return desk.uid


def test_case_108_over_the_limit_the_owner_is_asked(shop: Shop, signed_in: str) -> None:
    programme = next(one.uid for one in shop.rules.programmes() if one.unit == "point")
    uid = customer(shop)
    assert signed_in
    assert shop.loyalty.adjust(uid, programme, 100, "sorry").amount == 100
    with pytest.raises(ShopError) as caught:
        shop.loyalty.adjust(uid, programme, 101, "sorry")
    assert (caught.value.code, caught.value.facts) == ("over_limit", {"limit": 100})
    assert held(shop, uid) == 100
    shop.loyalty.adjust(uid, programme, 101, "sorry", override_pin="4711")
    newest = shop.loyalty.entries(uid)[0]
    assert (held(shop, uid), newest.staff, newest.breakdown["owner"]) == (201, "田中 あゆみ", "森 美和")


def test_case_108_nobody_collects_on_their_own_card_where_the_shop_says_so(shop: Shop, signed_in: str) -> None:
    uid = customer(shop, "田中 あゆみ")
    shop.staff.grant(Deed.STAFF, "4711")
    shop.staff.edit(signed_in, customer=uid)
    assert held(shop, uid) == 0
    shop.staff.sign_in(shop.staff.members()[0].uid, "4711")
    shop.settings.change(staff_may_earn=False)
    assert refused(lambda: shop.desk.log_visit(uid, amount=5000)) == "staff_own_card"
    assert refused(lambda: shop.desk.redeem(uid, "", points=1)) == "staff_own_card"
    assert refused(lambda: give(shop, uid, 10)) == "staff_own_card"
    shop.settings.change(staff_may_earn=True)
    shop.desk.log_visit(uid, amount=5000)
    assert held(shop, uid) == 50


def test_points_by_hand_never_go_below_zero_and_can_be_undone(shop: Shop) -> None:
    programme = set_terms(shop, "point", ONE_EACH)
    uid = customer(shop)
    give(shop, uid, 50)
    assert refused(lambda: shop.loyalty.adjust(uid, programme, -51, "mistake")) == "points_short"
    taken = shop.loyalty.adjust(uid, programme, -20, "mistake")
    assert held(shop, uid) == 30
    assert shop.history.undo().undid == taken.operation
    assert held(shop, uid) == 50


def test_case_110_another_number_keeps_all_points(shop: Shop) -> None:
    set_terms(shop, "point", ONE_EACH)
    uid = customer(shop, phone="090-1234-1284")
    give(shop, uid, 500)
    contact = shop.customers.detail(uid).contacts[0].uid
    shop.customers.edit_contact(contact, "080-9999-0000")
    assert held(shop, uid) == 500
    assert shop.customers.resolve("080-9999-0000") == uid


def test_row_078_the_sum_of_the_entries_is_the_balance(shop: Shop) -> None:
    set_terms(shop, "point", {**ONE_EACH, "rewards": [{"id": "x", "name": "x", "points": 7, "gives": GIFT}]})
    uid = customer(shop)
    for amount in range(1, 40):
        visit = shop.desk.log_visit(uid, amount=amount * 3, guarded=False).visit.uid
        if amount % 3 == 0:
            shop.desk.redeem(uid, "x")
        if amount % 4 == 0:
            shop.desk.refund(visit, amount=amount)
    total = sum(entry.amount for entry in shop.loyalty.entries(uid) if entry.unit == "point")
    assert total == held(shop, uid)
    assert shop.checkup.check().ok


REFERRAL = {"rules": [{"id": "r", "kind": "referral", "points": 500, "friend_points": 300}]}


def test_row_079_both_sides_are_paid_for_the_first_purchase_and_a_refund_takes_it_back(shop: Shop) -> None:
    set_terms(shop, "point", REFERRAL)
    one, friend = customer(shop, phone="090-1111-1111"), customer(shop, "林 真由美", phone="090-2222-2222")
    code = shop.loyalty.referral_code(one)
    assert shop.loyalty.referral_code(one) == code
    shop.loyalty.refer(friend, code)
    assert (held(shop, one), held(shop, friend)) == (0, 0)
    visit = shop.desk.log_visit(friend, amount=4000).visit.uid
    assert (held(shop, one), held(shop, friend)) == (500, 300)
    shop.desk.log_visit(friend, amount=4000, guarded=False)
    assert (held(shop, one), held(shop, friend)) == (500, 300)
    back = shop.desk.refund(visit)
    assert (held(shop, one), held(shop, friend)) == (0, 0)
    shop.history.undo(back.operation)
    assert (held(shop, one), held(shop, friend)) == (500, 300)
    found = shop.checkup.check()
    assert found.ok, found.findings


def test_row_079_nobody_refers_themselves(shop: Shop) -> None:
    set_terms(shop, "point", REFERRAL)
    one = customer(shop, phone="090-1111-1111")
    same = shop.customers.add(CustomerDraft(name="別の名前", phone="090-1111-1111"))
    code = shop.loyalty.referral_code(one)
    assert refused(lambda: shop.loyalty.refer(one, code)) == "referral_own"
    assert refused(lambda: shop.loyalty.refer(same, code)) == "referral_own"
    known = customer(shop, "林 真由美")
    shop.desk.log_visit(known, amount=100)
    assert refused(lambda: shop.loyalty.refer(known, code)) == "referral_late"
    assert refused(lambda: shop.loyalty.refer(customer(shop, "中村 優斗"), "ZZZZ")) == "referral_unknown"


def test_row_077_five_missions_each_pay_once(shop: Shop, clock: Clock) -> None:
    """A review, a friend brought, the profile filled in, the birthday, three visits within thirty days."""
    by_hand = {"review": 200, "profile": 100, "3 visits in 30 days": 300}
    rules = [
        {"id": str(at), "kind": "mission", "name": name, "points": amount}
        for at, (name, amount) in enumerate(by_hand.items())
    ]
    rules += [{"id": "r", "kind": "referral", "points": 500}, {"id": "b", "kind": "birthday", "points": 150}]
    set_terms(shop, "point", {"rules": rules})
    uid, friend = customer(shop, birthday="11月21日"), customer(shop, "林 真由美")
    for _ in range(3):
        clock.pass_(hours=2)
        shop.desk.log_visit(uid, amount=1000)
    assert {one.name: one.given for one in shop.loyalty.missions(uid)} == dict.fromkeys(by_hand, False)
    for name, amount in by_hand.items():
        before = held(shop, uid)
        assert [one.amount for one in shop.loyalty.award(uid, "mission", name)] == [amount]
        assert shop.loyalty.award(uid, "mission", name) == ()
        assert held(shop, uid) == before + amount
    assert {one.name: one.given for one in shop.loyalty.missions(uid)} == dict.fromkeys(by_hand, True)
    for _ in range(2):
        shop.loyalty.pay_birthdays()
    shop.loyalty.refer(friend, shop.loyalty.referral_code(uid))
    for _ in range(2):
        shop.desk.log_visit(friend, amount=1000, again=True)
    assert held(shop, uid) == sum(by_hand.values()) + 150 + 500
    assert shop.checkup.check().ok
