"""What `check` finds: each figure and each key that the shop relies on, damaged by hand, is named."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from retention_desktop.coupons import CouponDraft
from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.terms import Gives
from retention_desktop.plain_text import FINDINGS
from tests.shop.loyalty_shop import set_terms

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from tests.clock import Clock

POINTS = {
    "rules": [{"id": "1", "kind": "amount", "points": 1, "per": 100}], "expiry": {"kind": "months", "count": 6},
}  # fmt: skip
CARD = {
    "size": 2, "reward": {"name": "Tea", "gives": {"kind": "gift"}}, "expiry": {"kind": "idle_months", "count": 3},
}  # fmt: skip
_OF_POINTS = "WHERE id = (SELECT k.id FROM account k JOIN programme p ON p.id = k.programme WHERE p.unit = '{}')"
_BACK = "UPDATE reward SET state = 'issued', used_at = NULL, used_visit = NULL WHERE state = 'used'"
_MOVED = "UPDATE reward SET used_visit = (SELECT min(id) FROM visit) WHERE state = 'used'"
_AGAIN = (
    "INSERT INTO coupon_use (uid, coupon, customer, visit, discount, at)"
    " SELECT 'again', coupon, customer, (SELECT max(id) FROM visit), 0, at FROM coupon_use"
)


@pytest.fixture
def lived(shop: Shop, clock: Clock) -> Shop:
    """A shop with points that lapse, an open card that lapses when idle, a gift used on a bill, and a coupon used."""
    set_terms(shop, "point", POINTS)
    set_terms(shop, "punch", CARD)
    draft = CustomerDraft(name="高橋 花子", kana="タカハシ ハナコ", phone="090-1111-2222", email="Hanako@example.com")
    uid = shop.customers.add(draft)
    (coupon,) = shop.coupons.add(
        CouponDraft(name="Spring", gives=Gives(kind="discount", amount=100), total_limit=1, person_limit=1)
    )
    shop.desk.log_visit(uid, amount=5000, coupons=[coupon.code])
    clock.pass_(days=3)
    visits = []
    for _ in range(3):
        clock.pass_(days=3)
        visits.append(shop.desk.log_visit(uid, amount=5000, guarded=False).visit.uid)
    shop.desk.redeem(uid, shop.loyalty.holdings(uid).rewards[0].uid, visit=visits[-1])
    shop.desk.log_visit(uid, amount=700, guarded=False)
    found = shop.checkup.check()
    assert found.ok, found.findings
    return shop


def _damaged(shop: Shop, *statements: str) -> set[str]:
    """The codes of what is found after this was done to the file."""
    with closing(sqlite3.connect(shop.db.path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    return {finding.code for finding in shop.checkup.check().findings}


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        (_AGAIN, "coupon_limit"),
        (_AGAIN, "coupon_person_limit"),
        ("UPDATE visit SET discount = 50 WHERE discount = 100", "coupon_discount"),
        ("UPDATE reward SET state = 'issued' WHERE state = 'used'", "reward_unused"),
        (_BACK, "reward_state"),
        ("UPDATE reward SET state = 'given_back' WHERE state = 'used'", "reward_state"),
        ("UPDATE reward SET state = 'used' WHERE state = 'issued'", "reward_used"),
        (_MOVED, "reward_visit"),
        ("UPDATE reward SET used_visit = NULL", "reward_visit"),
        (f"UPDATE account SET earliest_expiry = '2020-01-01' {_OF_POINTS.format('point')}", "account_expiry"),
        (f"UPDATE account SET earliest_expiry = NULL {_OF_POINTS.format('point')}", "account_expiry"),
        (f"UPDATE account SET earliest_expiry = '2099-01-01' {_OF_POINTS.format('point')}", "account_expiry"),
        (f"UPDATE account SET earliest_expiry = '2020-01-01' {_OF_POINTS.format('punch')}", "account_expiry"),
        (f"UPDATE account SET earliest_expiry = NULL {_OF_POINTS.format('punch')}", "account_expiry"),
        ("UPDATE customer SET due_on = '2020-01-01'", "stage_days"),
        ("UPDATE customer SET inactive_on = NULL", "stage_days"),
        ("UPDATE customer SET lost_on = '2099-01-01'", "stage_days"),
        ("UPDATE customer SET search_key = 'x'", "search_key"),
        ("UPDATE customer SET sort_key = 'x'", "sort_key"),
        ("UPDATE contact_point SET last_four = '0000' WHERE channel = 'sms'", "contact_point"),
        ("UPDATE contact_point SET reversed = 'x' WHERE channel = 'sms'", "contact_point"),
        ("UPDATE contact_point SET address = '+8190' WHERE channel = 'sms'", "contact_point"),
        ("UPDATE contact_point SET address = 'other@example.com' WHERE channel = 'email'", "contact_point"),
        ("DROP TRIGGER change_no_delete", "append_only"),
    ],
)
def test_damage_is_found_by_name(lived: Shop, statement: str, code: str) -> None:
    assert code in _damaged(lived, statement)
    assert code in FINDINGS


def test_every_trigger_that_is_gone_or_another_is_named(lived: Shop) -> None:
    with closing(sqlite3.connect(lived.db.path)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    assert len(names) == 10
    other = "CREATE TRIGGER change_no_update BEFORE UPDATE ON change BEGIN SELECT 1; END"
    _damaged(lived, *(f"DROP TRIGGER {name}" for name in names), other)
    found = {(one.where, one.found) for one in lived.checkup.check().findings if one.code == "append_only"}
    assert {where for where, _ in found} == names
    assert ("change_no_update", "another") in found


def test_what_is_found_tells_no_name_and_no_number(lived: Shop) -> None:
    _damaged(
        lived, "UPDATE customer SET search_key = '花子', sort_key = '花子'", "UPDATE contact_point SET last_four = '9'"
    )
    said = str(lived.checkup.check().findings)
    assert not [word for word in ("花子", "高橋", "hanako", "1111", "2222") if word in said]
