"""What is given once, for a friend, a mission, a survey, joining or a birthday, comes and goes with its cause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retention_desktop.errors import ShopError
from tests.shop.loyalty_shop import customer, held, set_terms
from tests.shop.one_shop import one_shop

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from tests.clock import Clock

    Step = tuple[str, int, int]

REFERRAL = {"id": "r", "kind": "referral", "points": 500, "friend_points": 300}
MISSION = {"id": "m", "kind": "mission", "points": 10, "name": "review"}
SURVEY = {"id": "s", "kind": "survey", "points": 7}
BIRTHDAY = {"id": "b", "kind": "birthday", "points": 90}
SIGN_UP = {"id": "u", "kind": "signup", "points": 50}
TERMS: dict[str, Any] = {"rules": [REFERRAL, MISSION, SURVEY]}


def _brought(shop: Shop) -> tuple[str, str]:
    """Who brought a friend, and the friend."""
    one = customer(shop)
    return one, customer(shop, "林 真由美", brought_by=shop.loyalty.referral_code(one))


def _visit(shop: Shop, uid: str, amount: int | None = 5000) -> tuple[str, str]:
    logged = shop.desk.log_visit(uid, amount=amount, guarded=False)
    return logged.visit.uid, logged.operation


@pytest.mark.parametrize("how", ["undo", "void", "refund", "correct"])
def test_a_friend_s_next_visit_is_paid_where_the_first_one_went(shop: Shop, how: str) -> None:
    set_terms(shop, "point", TERMS)
    one, friend = _brought(shop)
    for _ in range(3):
        visit, operation = _visit(shop, friend)
        assert (held(shop, one), held(shop, friend)) == (500, 300)
        if how == "undo":
            shop.history.undo(operation)
        elif how == "void":
            shop.desk.void_visit(visit)
        elif how == "refund":
            shop.desk.refund(visit)
        else:
            shop.desk.correct_visit(visit, amount=None)
        assert (held(shop, one), held(shop, friend)) == (0, 0)
        assert shop.checkup.check().ok
    _visit(shop, friend)
    _visit(shop, friend)
    assert (held(shop, one), held(shop, friend)) == (500, 300)
    assert shop.checkup.check().ok


def test_what_a_referral_paid_goes_with_its_visit_after_either_was_merged(shop: Shop) -> None:
    set_terms(shop, "point", TERMS)
    one, friend = _brought(shop)
    keep, other = customer(shop, "残す人"), customer(shop, "もう一人")
    visit, _ = _visit(shop, friend)
    shop.customers.merge(keep, one)
    shop.customers.merge(other, friend)
    assert (held(shop, keep), held(shop, other)) == (500, 300)
    shop.desk.void_visit(visit)
    assert (held(shop, keep), held(shop, other)) == (0, 0)
    assert shop.checkup.check().ok


def test_a_referrer_who_was_merged_is_paid_where_they_are_now(shop: Shop) -> None:
    set_terms(shop, "point", TERMS)
    one, friend = _brought(shop)
    keep = customer(shop, "残す人")
    shop.customers.merge(keep, one)
    _visit(shop, friend)
    assert (held(shop, keep), held(shop, friend)) == (500, 300)


def test_who_was_merged_with_whoever_brought_them_is_paid_nothing(shop: Shop) -> None:
    set_terms(shop, "point", TERMS)
    one, friend = _brought(shop)
    shop.customers.merge(friend, one)
    _visit(shop, friend)
    assert held(shop, friend) == 0


def test_what_a_referral_paid_goes_when_the_referral_is_taken_back(shop: Shop) -> None:
    set_terms(shop, "point", TERMS)
    one, friend = customer(shop), customer(shop, "林 真由美")
    referral = shop.loyalty.refer(friend, one)
    _visit(shop, friend)
    shop.history.undo(referral)
    assert (held(shop, one), held(shop, friend)) == (0, 0)
    assert shop.checkup.check().ok


@pytest.mark.parametrize(("cause", "name"), [("mission", "review"), ("survey", ""), ("signup", "")])
def test_an_award_that_was_undone_is_open_again(shop: Shop, cause: str, name: str) -> None:
    uid = customer(shop)
    set_terms(shop, "point", {"rules": [MISSION, SURVEY, SIGN_UP]})
    for _ in range(3):
        (paid,) = shop.loyalty.award(uid, cause, name)
        assert held(shop, uid) == paid.amount
        assert shop.loyalty.award(uid, cause, name) == ()
        assert all(one.given is (one.cause == cause) for one in shop.loyalty.missions(uid))
        shop.history.undo(shop.history.newest("award"))
        assert held(shop, uid) == 0
        assert not any(one.given for one in shop.loyalty.missions(uid))
    assert shop.checkup.check().ok


def test_an_award_that_was_spent_before_it_was_undone_stays_given(shop: Shop) -> None:
    programme = set_terms(shop, "point", {"rules": [MISSION]})
    uid = customer(shop)
    shop.loyalty.award(uid, "mission", "review")
    shop.loyalty.adjust(uid, programme, -4, "spent")
    shop.history.undo(shop.history.newest("award"))
    assert held(shop, uid) == 0
    assert shop.loyalty.missions(uid)[0].given
    assert shop.loyalty.award(uid, "mission", "review") == ()


def test_a_birthday_that_was_undone_is_paid_again_by_hand_only(shop: Shop, clock: Clock) -> None:
    set_terms(shop, "point", {"rules": [BIRTHDAY]})
    uid = customer(shop, birthday=f"{clock.now.month}月{clock.now.day + 1}日")
    clock.pass_(days=1)
    assert len(shop.loyalty.pay_birthdays()) == 1
    shop.history.undo(shop.history.newest("birthdays"))
    assert (held(shop, uid), shop.loyalty.pay_birthdays()) == (0, ())
    assert len(shop.loyalty.award(uid, "birthday")) == 1
    assert (held(shop, uid), shop.loyalty.award(uid, "birthday")) == (90, ())
    clock.pass_(days=365)
    assert len(shop.loyalty.pay_birthdays()) == 1
    assert held(shop, uid) == 180


def test_a_bonus_that_was_undone_is_not_offered_back_at_a_merge(shop: Shop) -> None:
    keep, other = customer(shop), customer(shop, "佐々木 花")
    set_terms(shop, "point", {"rules": [SIGN_UP]})
    for uid in (keep, other):
        shop.loyalty.award(uid, "signup")
    shop.history.undo(shop.history.newest("award"))
    merge = shop.customers.merge(keep, other)
    assert merge.duplicates == ()
    shop.history.undo(merge.operation)
    shop.loyalty.award(other, "signup")
    (double,) = shop.customers.merge(keep, other).duplicates
    for left in (50, 50):
        assert (double.cause, double.amount) == ("signup", 50)
        back = shop.loyalty.take_back_award(double.entry)
        assert held(shop, keep) == left
        shop.history.undo(back)
        assert held(shop, keep) == 100


class History:
    """Somebody, the friend they brought, and what was done."""

    def __init__(self, shop: Shop, clock: Clock) -> None:
        self.programme = set_terms(shop, "point", {**TERMS, "expiry": {"kind": "months", "count": 2}})
        self.shop, self.clock = shop, clock
        self.people = _brought(shop)
        self.visits: list[str] = []
        self.operations: list[str] = []

    def take(self, step: Step) -> None:
        """One step; what is refused is part of life."""
        kind, which, amount = step
        try:
            getattr(self, f"do_{kind}")(which, amount)
        except ShopError as error:
            assert error.code in {"visit_voided", "refund_too_much", "refund_invalid", "already_undone", "points_short"}  # noqa: PT017  that it is refused is fine, how is not

    def do_log(self, _: int, amount: int) -> None:
        visit, operation = _visit(self.shop, self.people[1], amount or None)
        self.visits.append(visit)
        self.operations.append(operation)
        if amount:
            assert self._paid() == (500, 300)

    def do_void(self, which: int, _: int) -> None:
        if self.visits:
            self.operations.append(self.shop.desk.void_visit(self._visit(which)).operation)

    def do_refund(self, which: int, _: int) -> None:
        if self.visits:
            self.operations.append(self.shop.desk.refund(self._visit(which)).operation)

    def do_correct(self, which: int, amount: int) -> None:
        if self.visits:
            done = self.shop.desk.correct_visit(self._visit(which), amount=amount if amount % 2 else None)
            self.operations.append(done.operation)

    def do_mission(self, which: int, _: int) -> None:
        uid = self.people[which % 2]
        open_before = not self.shop.loyalty.missions(uid)[0].given
        paid = self.shop.loyalty.award(uid, "mission", "review")
        assert (len(paid) == 1) is open_before
        assert self.shop.loyalty.missions(uid)[0].given
        if paid:
            self.operations.append(self.shop.history.newest("award"))

    def do_spend(self, which: int, amount: int) -> None:
        uid = self.people[which % 2]
        self.operations.append(self.shop.loyalty.adjust(uid, self.programme, -amount - 1, "slip").operation)

    def do_undo(self, which: int, _: int) -> None:
        if self.operations:
            self.shop.history.undo(self.operations[which % len(self.operations)])

    def do_pass(self, which: int, _: int) -> None:
        self.clock.pass_(days=which)

    def _visit(self, which: int) -> str:
        return self.visits[which % len(self.visits)]

    def _paid(self) -> tuple[int, ...]:
        """What the referral has paid to either side, what was forgiven left out."""
        entries = (self.shop.loyalty.entries(uid) for uid in self.people)
        return tuple(
            sum(each.amount for each in own if each.kind.startswith("bonus") and each.visit) for own in entries
        )

    def prove(self) -> None:
        """The ledger adds up, and each side is paid once or not at all."""
        found = self.shop.checkup.check()
        assert found.ok, found.findings
        paid = self._paid()
        assert paid in {(0, 0), (500, 300)}


_KINDS = ["log", "log", "void", "refund", "correct", "mission", "spend", "undo", "undo", "pass"]
_STEPS = st.lists(st.tuples(st.sampled_from(_KINDS), st.integers(0, 40), st.integers(0, 60)), min_size=4, max_size=20)
_QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def _live(tmp_path_factory: pytest.TempPathFactory, steps: list[Step]) -> None:
    with one_shop(tmp_path_factory) as (shop, clock):
        clock.pass_(days=1)
        history = History(shop, clock)
        for step in steps:
            clock.pass_(minutes=7)
            history.take(step)
        history.prove()


@given(steps=_STEPS)
@settings(max_examples=10, suppress_health_check=_QUIET)
def test_any_history_pays_each_side_and_each_mission_once(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Step]
) -> None:
    _live(tmp_path_factory, steps)


@pytest.mark.long
@given(steps=_STEPS)
@settings(max_examples=500, suppress_health_check=_QUIET)
def test_any_of_many_histories_pays_each_side_and_each_mission_once(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Step]
) -> None:
    _live(tmp_path_factory, steps)
