"""Undo restores the state while the ledger only grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.errors import ShopError
from retention_desktop.shop import open_shop
from tests.clock import Clock
from tests.shop.conftest import RESOURCES
from tests.state_dump import growing_rows, only_grew, state_dump

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from retention_desktop.shop import Shop

    Act = Callable[[Shop, str], object]


def _hanako(shop: Shop) -> str:
    return shop.customers.add(
        CustomerDraft(name="佐々木 花子", kana="ささき はなこ", phone="090-1234-1284", email="h@example.com")
    )


def _contact(shop: Shop, uid: str, channel: str) -> str:
    return next(point.uid for point in shop.customers.detail(uid).contacts if point.channel == channel)


ACTS: dict[str, Act] = {
    "visit": lambda shop, uid: shop.desk.log_visit(uid, guarded=False),
    "visit with an amount": lambda shop, uid: shop.desk.log_visit(uid, amount=8800, guarded=False),
    "sale": lambda shop, _uid: shop.desk.log_visit(None, amount=500),
    "edit": lambda shop, uid: shop.customers.edit(uid, display_name="高橋 花子", birthday="S63.4.1", notes="x"),
    "delete": lambda shop, uid: shop.customers.delete(uid),
    "add": lambda shop, _uid: shop.customers.add(CustomerDraft(name="John", phone="080-1111-2222", consent="yes")),
    "tag": lambda shop, uid: shop.customers.tag([uid], "VIP"),
    "consent": lambda shop, uid: shop.customers.give_consent(uid, "I agree"),
    "opt-out": lambda shop, uid: shop.customers.opt_out(uid),
    "another number": lambda shop, uid: shop.customers.add_contact(uid, phone="03-1234-5678"),
    "a corrected number": lambda shop, uid: shop.customers.edit_contact(_contact(shop, uid, "sms"), "080-7777-8888"),
    "no e-mail": lambda shop, uid: shop.customers.remove_contact(_contact(shop, uid, "email")),
}


@pytest.mark.parametrize("name", ACTS)
def test_undo_brings_the_state_back_and_the_ledger_only_grows(shop: Shop, name: str) -> None:
    uid = _hanako(shop)
    shop.desk.log_visit(uid, amount=3000, guarded=False)
    before, rows = state_dump(shop.db.path), growing_rows(shop.db.path)
    ACTS[name](shop, uid)
    assert state_dump(shop.db.path) != before
    shop.history.undo()
    assert state_dump(shop.db.path) == before
    assert only_grew(rows, growing_rows(shop.db.path))
    assert shop.checkup.check().ok


def test_undo_goes_back_step_by_step_amount_first(shop: Shop) -> None:
    uid = _hanako(shop)
    logged = shop.desk.log_visit(uid)
    shop.desk.add_amount(logged.visit.uid, 8800)
    assert shop.history.undo().kind == "visit_amount"
    card = shop.desk.card(uid)
    assert (len(card.punches), card.points, len(card.visits_today)) == (1, 0, 1)
    undone = shop.history.undo()
    assert (undone.kind, undone.customer) == ("visit", uid)
    card = shop.desk.card(uid)
    assert (len(card.punches), card.points, card.visits_today) == (0, 0, ())


def test_an_operation_is_taken_back_once(shop: Shop) -> None:
    operation = shop.desk.log_visit(_hanako(shop)).operation
    shop.history.undo(operation)
    with pytest.raises(ShopError) as caught:
        shop.history.undo(operation)
    assert caught.value.code == "already_undone"


def test_nothing_to_undo_and_unknown_operations_say_so(shop: Shop) -> None:
    with pytest.raises(ShopError) as caught:
        shop.history.undo()
    assert caught.value.code == "nothing_to_undo"
    with pytest.raises(ShopError) as caught:
        shop.history.undo("no-such")
    assert caught.value.code == "operation_not_found"


def test_an_undo_keeps_what_was_changed_since(shop: Shop) -> None:
    uid = _hanako(shop)
    shop.customers.edit(uid, notes="first")
    first = shop.history.last()
    shop.customers.edit(uid, notes="second")
    assert first is not None
    assert [kept.reason for kept in shop.history.undo(first.uid).kept] == ["changed_since"]
    assert shop.customers.detail(uid).customer.notes == "second"


def test_undoing_the_tenth_visit_takes_the_reward_back(shop: Shop, clock: Clock) -> None:
    uid = _hanako(shop)
    for _ in range(9):
        clock.pass_(days=7)
        shop.desk.log_visit(uid)
    clock.pass_(days=7)
    before = state_dump(shop.db.path)
    shop.desk.log_visit(uid)
    assert len(shop.desk.card(uid).rewards) == 1
    shop.history.undo()
    assert state_dump(shop.db.path) == before
    assert len(shop.desk.card(uid).punches) == 9


def test_the_timeline_tells_what_happened_newest_first(shop: Shop, clock: Clock) -> None:
    uid = _hanako(shop)
    clock.pass_(minutes=1)
    shop.customers.tag([uid], "カラー")
    clock.pass_(minutes=1)
    shop.customers.give_consent(uid, "同意します")
    clock.pass_(minutes=1)
    shop.desk.log_visit(uid, amount=8800)
    kinds = [entry.kind for entry in shop.history.timeline(uid)]
    assert kinds == ["visit", "consent", "tag_add", "customer_add"]
    visit = shop.history.timeline(uid)[0]
    assert (visit.facts["amount"], visit.facts["point"], visit.facts["punch"]) == (8800, 88, 1)
    shop.history.undo(visit.operation)
    assert shop.history.timeline(uid)[0].kind == "consent"


@pytest.mark.parametrize(
    ("afterwards", "reason"),
    [
        (lambda shop, uid: shop.desk.log_visit(uid), "has_visits"),
        (lambda shop, uid: shop.customers.edit(uid, notes="likes tea"), "changed_since"),
    ],
)
def test_a_person_who_stays_after_all_stays_whole(shop: Shop, afterwards: Act, reason: str) -> None:
    uid = shop.customers.add(CustomerDraft(name="佐々木 花子", phone="090-1234-1284", consent="はい"))
    added = shop.history.last()
    afterwards(shop, uid)
    before = state_dump(shop.db.path)
    assert added is not None
    assert [kept.reason for kept in shop.history.undo(added.uid).kept] == [reason]
    assert state_dump(shop.db.path) == before
    assert [point.consent for point in shop.customers.detail(uid).contacts] == [True]
    shop.history.undo()
    assert shop.history.undo(added.uid).kept == ()
    assert shop.customers.count() == 0


def test_undo_passes_over_what_changed_nothing(shop: Shop) -> None:
    uid = _hanako(shop)
    visit = shop.desk.log_visit(uid, amount=500).visit
    shop.desk.correct_visit(visit.uid, amount=500)
    shop.customers.edit(uid, display_name="佐々木 花子")
    shop.customers.untag([uid], "VIP")
    assert shop.history.undo().kind == "visit"


_steps = st.lists(st.sampled_from([*ACTS, "undo"]), min_size=1, max_size=12)


@given(steps=_steps, amounts=st.lists(st.integers(0, 20_000), min_size=3, max_size=3))
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_undoing_everything_gives_the_first_state_back(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str], amounts: list[int]
) -> None:
    data: Path = tmp_path_factory.mktemp("shop")
    clock = Clock()
    shop = open_shop(data, RESOURCES, clock=clock)
    try:
        uid = _hanako(shop)
        for amount in amounts:
            clock.pass_(days=9)
            shop.desk.log_visit(uid, amount=amount, guarded=False)
        mark, before = _marker(shop, uid), state_dump(shop.db.path)
        for step in steps:
            clock.pass_(hours=2)
            _try(shop, uid, step, mark)
            assert shop.checkup.check().findings == ()
        while (last := shop.history.last()) is not None and last.uid != mark:
            shop.history.undo()
        assert state_dump(shop.db.path) == before
    finally:
        shop.close()


def _marker(shop: Shop, uid: str) -> str:
    """The operation at which undoing everything must stop."""
    shop.customers.edit(uid, notes="marker")
    last = shop.history.last()
    return last.uid if last else ""


def _try(shop: Shop, uid: str, step: str, mark: str) -> None:
    last = shop.history.last()
    if step == "undo":
        if last is not None and last.uid != mark:
            shop.history.undo()
        return
    try:
        ACTS[step](shop, uid)
    except (ShopError, StopIteration):
        assert step in {
            "visit",
            "visit with an amount",
            "edit",
            "delete",
            "tag",
            "consent",
            "opt-out",
            "another number",
            "a corrected number",
            "no e-mail",
        }  # fmt: skip  she was deleted before
