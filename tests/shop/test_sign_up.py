"""Who joins gets what the rules give for it, at once and once; who brought them is noted with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.domain.customer import CustomerDraft
from tests.shop.loyalty_shop import customer, held, refused, set_terms
from tests.state_dump import growing_rows, only_grew, state_dump

if TYPE_CHECKING:
    from pathlib import Path

    from retention_desktop.shop import Shop
    from tests.clock import Clock

SIGN_UP = {"rules": [{"id": "s", "kind": "signup", "points": 300}]}
REFERRAL = {"rules": [{"id": "r", "kind": "referral", "points": 500, "friend_points": 300}]}
MISSIONS = {
    "rules": [
        {"id": "1", "kind": "mission", "points": 200, "name": "review"},
        {"id": "2", "kind": "mission", "points": 50, "name": "photo"},
        {"id": "3", "kind": "survey", "points": 30},
        {"id": "4", "kind": "mission", "points": 9, "name": "old", "enabled": False},
    ]
}


def test_case_076_signing_up_is_paid_with_the_new_customer_and_taken_back_with_them(shop: Shop) -> None:
    set_terms(shop, "point", SIGN_UP)
    set_terms(shop, "punch", {"size": 10, "reward": "x", "rules": [{"id": "1", "kind": "signup", "points": 2}]})
    before, rows = state_dump(shop.db.path), growing_rows(shop.db.path)
    uid = customer(shop)
    assert (held(shop, uid), held(shop, uid, "punch")) == (300, 2)
    assert shop.loyalty.award(uid, "signup") == ()
    assert shop.history.undo().kind == "customer_add"
    assert state_dump(shop.db.path) == before
    assert only_grew(rows, growing_rows(shop.db.path))
    assert shop.checkup.check().ok


def test_lists_and_invented_people_get_no_sign_up_bonus(shop: Shop, tmp_path: Path) -> None:
    set_terms(shop, "point", SIGN_UP)
    file = tmp_path / "list.csv"
    file.write_text("name,phone\nMori Ken,090-1234-1284\n", encoding="utf-8")
    shop.transfer.run(shop.transfer.prepare(file))
    shop.sample_shop.fill()
    kinds = {
        entry.kind for row in shop.customers.rows(shop.customers.keys()) for entry in shop.loyalty.entries(row.uid)
    }
    assert "bonus" not in kinds
    assert shop.loyalty.award(shop.customers.resolve("090-1234-1284"), "signup")


def test_row_079_a_friend_is_noted_with_the_new_customer_by_code_name_or_card(shop: Shop) -> None:
    set_terms(shop, "point", REFERRAL)
    one = customer(shop, phone="090-1111-1111")
    code = shop.loyalty.referral_code(one)
    shown = shop.loyalty.referrals(one).shown
    card = shop.cards.holder(one).code
    before = state_dump(shop.db.path)
    for text in (code, shown.lower(), "佐々木 花子", one, card, "090-1111-1111"):
        friend = customer(shop, "林 真由美", brought_by=text)
        known = shop.loyalty.referrals(friend)
        assert known.brought_by is not None, text
        assert (known.brought_by.uid, known.open) == (one, False)
        assert [each.uid for each in shop.loyalty.referrals(one).friends] == [friend]
        shop.history.undo()
        assert state_dump(shop.db.path) == before
        assert shop.loyalty.referrals(one).friends == ()


def test_what_cannot_be_is_refused_and_nobody_is_added(shop: Shop) -> None:
    set_terms(shop, "point", REFERRAL)
    one = customer(shop, phone="090-1111-1111")
    customer(shop, "佐々木 花")
    for text, phone, code in (
        ("ZZZ", "", "referral_unknown"), (one, "090-1111-1111", "referral_own"), ("佐々木", "", "customer_ambiguous"),
    ):  # fmt: skip
        draft = CustomerDraft(name="林", phone=phone, brought_by=text)
        assert refused(lambda draft=draft: shop.customers.add(draft)) == code  # type: ignore[misc]
    assert shop.customers.count() == 2


def test_a_referral_taken_back_can_be_noted_again(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", REFERRAL)
    one, two, friend = customer(shop), customer(shop, "林 真由美"), customer(shop, "中村 優斗")
    shop.history.undo(shop.loyalty.refer(friend, one))
    shop.loyalty.refer(friend, two)
    assert refused(lambda: shop.loyalty.refer(friend, one)) == "referral_late"
    clock.pass_(days=1)
    shop.desk.log_visit(friend, amount=1000)
    assert [held(shop, uid) for uid in (one, two, friend)] == [0, 500, 300]
    assert shop.checkup.check().ok


def test_missions_are_given_once_each(shop: Shop) -> None:
    set_terms(shop, "point", MISSIONS)
    uid = customer(shop)
    wanted = [("mission", "review", False), ("mission", "photo", False), ("survey", "", False)]
    assert [(one.cause, one.name, one.given) for one in shop.loyalty.missions(uid)] == wanted
    assert shop.loyalty.award(uid, "mission", "review")
    assert shop.loyalty.award(uid, "mission", "review") == ()
    assert shop.loyalty.award(uid, "survey")
    assert [one.given for one in shop.loyalty.missions(uid)] == [True, False, True]
    assert held(shop, uid) == 230
    assert shop.history.undo().kind == "award"
    assert held(shop, uid) == 200
