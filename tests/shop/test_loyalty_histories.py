"""Random histories of a whole shop's loyalty: it always adds up, and undoing everything gives the first state."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.errors import ShopError
from tests.shop.loyalty_shop import set_terms
from tests.shop.one_shop import one_shop
from tests.state_dump import growing_rows, only_grew, state_dump

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from tests.clock import Clock

    Step = tuple[str, int, int]

GIFT = {"kind": "gift"}
POINTS: dict[str, Any] = {
    "rules": [{"id": "1", "kind": "amount", "points": 1, "per": 10, "carry": True}],
    "spend": {"points": 1, "value": 1}, "expiry": {"kind": "months", "count": 3},
    "rewards": [{"id": "towel", "name": "タオル", "points": 30, "gives": GIFT}],
}  # fmt: skip
CARD: dict[str, Any] = {
    "size": 4, "reward": {"name": "500円引き", "gives": {"kind": "discount", "amount": 500}},
    "milestones": [{"at": 2, "name": "お茶", "gives": GIFT}], "expiry": {"kind": "idle_months", "count": 4},
}  # fmt: skip
OTHER_POINTS: dict[str, Any] = {
    **POINTS, "expiry": {"kind": "idle_months", "count": 2},
    "rules": [{"id": "1", "kind": "amount", "points": 3, "per": 20}, {"id": "2", "kind": "visit", "points": 2}],
}  # fmt: skip
OTHER_CARD: dict[str, Any] = {
    "size": 6, "per_visit": 2, "reward": {"name": "1000円引き", "gives": {"kind": "discount", "amount": 1000}},
    "milestones": [{"at": 3, "name": "飴", "gives": GIFT}],
}  # fmt: skip
MISSION: dict[str, Any] = {"id": "9", "kind": "mission", "points": 15, "name": "review"}
for _terms in (POINTS, OTHER_POINTS):
    _terms["rules"] = [*_terms["rules"], MISSION]
PEOPLE = ("佐々木 花子", "林 真由美", "王 芳")
REFUSALS = {
    "visit_voided", "points_short", "points_too_few", "redeem_needs_bill", "refund_too_much", "refund_invalid",
    "reward_used", "reward_expired", "customer_not_found", "already_undone", "visit_not_found", "merge_same",
    "punches_too_many",
}  # fmt: skip
_KINDS = ["log"] * 5 + [
    "log back", "correct", "correct", "void", "refund", "redeem points", "redeem towel", "use", "adjust", "take",
    "opening", "award", "terms", "card", "merge", "merge", "pass",
]  # fmt: skip


STRAYS = """
    SELECT e.uid FROM ledger_entry e JOIN account k ON k.id = e.account JOIN visit v ON v.id = e.visit
    WHERE e.kind = 'earn' AND k.customer <> v.customer
      AND e.amount <> coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.lot = e.id), 0)"""
"""Lots of a visit that are open with somebody it doesn't belong to."""


class History:
    """A few people, their visits, and what was done."""

    def __init__(self, shop: Shop, clock: Clock) -> None:
        self.shop = shop
        self.clock = clock
        self.programmes = {"point": set_terms(shop, "point", POINTS), "punch": set_terms(shop, "punch", CARD)}
        self.people = [shop.customers.add(CustomerDraft(name=name)) for name in PEOPLE]
        self.visits: list[str] = []
        self.operations: list[str] = []

    def take(self, step: Step) -> None:
        """One step; a refusal is one of the things that happen."""
        kind, which, amount = step
        try:
            operation = getattr(self, "do_" + kind.replace(" ", "_"))(which, amount)
        except ShopError as error:
            assert error.code in REFUSALS  # noqa: PT017  that it is refused is fine, how is not
            return
        if operation:
            self.operations.append(operation)

    def _person(self, which: int) -> str:
        return self.people[which % len(PEOPLE)]

    def _visit(self, which: int) -> str:
        return self.visits[which % len(self.visits)] if self.visits else ""

    def do_log(self, which: int, amount: int) -> str:
        logged = self.shop.desk.log_visit(self._person(which), amount=amount * 17 or None, guarded=False)
        self.visits.append(logged.visit.uid)
        return logged.operation

    def do_log_back(self, which: int, amount: int) -> str:
        """A visit of some days ago, noted today."""
        at = self.clock() - timedelta(days=which % 7)
        logged = self.shop.desk.log_visit(self._person(which), amount=amount * 17 or None, at=at, guarded=False)
        self.visits.append(logged.visit.uid)
        return logged.operation

    def do_award(self, which: int, _: int) -> str:
        paid = self.shop.loyalty.award(self._person(which), "mission", "review")
        return self.shop.history.newest("award") if paid else ""

    def do_terms(self, which: int, _: int) -> str:
        return self._save("point", OTHER_POINTS if which % 2 else POINTS)

    def do_card(self, which: int, _: int) -> str:
        return self._save("punch", OTHER_CARD if which % 2 else CARD)

    def _save(self, unit: str, terms: dict[str, Any]) -> str:
        before = self.shop.history.newest("programme_save")
        self.shop.rules.save(self.programmes[unit], terms)
        newest = self.shop.history.newest("programme_save")
        return newest if newest != before else ""

    def do_correct(self, which: int, amount: int) -> str:
        return self.shop.desk.correct_visit(self._visit(which), amount=5000 + amount * 10).operation

    def do_void(self, which: int, _: int) -> str:
        return self.shop.desk.void_visit(self._visit(which)).operation

    def do_refund(self, which: int, amount: int) -> str:
        return self.shop.desk.refund(self._visit(which), amount=amount * 7 if amount % 3 else None).operation

    def do_redeem_points(self, which: int, amount: int) -> str:
        visit = self._visit(which)
        return self.shop.desk.redeem(self._person(which), "", visit=visit or None, points=amount).operation

    def do_redeem_towel(self, which: int, _: int) -> str:
        return self.shop.desk.redeem(self._person(which), "towel").operation

    def do_use(self, which: int, amount: int) -> str:
        rewards = self.shop.loyalty.holdings(self._person(which)).rewards
        if not rewards:
            return ""
        visit = self._visit(amount) if amount % 2 and self.visits else None
        return self.shop.desk.redeem(self._person(which), rewards[amount % len(rewards)].uid, visit=visit).operation

    def do_adjust(self, which: int, amount: int) -> str:
        unit = "point" if which % 3 else "punch"
        count = amount + 1 if unit == "point" else amount % 6 + 1
        return self.shop.loyalty.adjust(self._person(which), self.programmes[unit], count, "thanks").operation

    def do_take(self, which: int, amount: int) -> str:
        unit = "point" if which % 3 else "punch"
        return self.shop.loyalty.adjust(self._person(which), self.programmes[unit], -amount - 1, "slip").operation

    def do_opening(self, which: int, amount: int) -> str:
        return self.shop.loyalty.opening(self._person(which), self.programmes["point"], amount + 1, "paper").operation

    def do_merge(self, which: int, amount: int) -> str:
        """Two of them, in chains too."""
        other = self._person(which + 1 + amount % (len(PEOPLE) - 1))
        return self.shop.customers.merge(self._person(which), other).operation

    def do_pass(self, which: int, _: int) -> str:
        self.clock.pass_(days=which)
        return ""

    def do_undo(self, which: int, _: int) -> str:
        if self.operations:
            self.shop.history.undo(self.operations[which % len(self.operations)])
        return ""

    def prove(self) -> None:
        """The ledger adds up, and nobody is below zero."""
        found = self.shop.checkup.check()
        assert found.ok, found.findings
        for uid in self.people:
            try:
                held = self.shop.loyalty.holdings(uid)
            except ShopError:
                continue
            assert all(balance.balance >= 0 for balance in held.balances)
        with closing(sqlite3.connect(self.shop.db.path)) as connection:
            assert not connection.execute(STRAYS).fetchall()


def _steps(kinds: list[str], most: int) -> st.SearchStrategy[list[Step]]:
    step = st.tuples(st.sampled_from(kinds), st.integers(0, 40), st.integers(0, 60))
    return st.lists(step, min_size=4, max_size=most)


def _undo_everything(tmp_path_factory: pytest.TempPathFactory, steps: list[Step], cut: int) -> None:
    """Undone in reverse, everything since the cut leaves the state as it was, though the ledger only grew.

    What has lapsed by the end is gone in either state, though it may be written down in one of them only.
    """
    with one_shop(tmp_path_factory) as (shop, clock):
        clock.pass_(days=1)
        history = History(shop, clock)
        copy = shop.db.path.with_name("first.db")
        for step in steps[:cut]:
            clock.pass_(seconds=1)  # rules and a visit of the same microsecond would leave open which came first
            history.take(step)
        rows, done = growing_rows(shop.db.path), len(history.operations)
        with closing(sqlite3.connect(shop.db.path)) as now, closing(sqlite3.connect(copy)) as kept:
            now.backup(kept)
        for step in steps[cut:]:
            clock.pass_(seconds=1)
            history.take(step)
        history.prove()
        for operation in reversed(history.operations[done:]):
            assert not shop.history.undo(operation).kept
        day = clock().astimezone(ZoneInfo("Asia/Tokyo")).date()
        assert state_dump(shop.db.path, day) == state_dump(copy, day)
        assert only_grew(rows, growing_rows(shop.db.path))
        history.prove()


def _live(tmp_path_factory: pytest.TempPathFactory, steps: list[Step]) -> None:
    with one_shop(tmp_path_factory) as (shop, clock):
        clock.pass_(days=1)
        history = History(shop, clock)
        for step in steps:
            clock.pass_(minutes=7)
            history.take(step)
        history.prove()


_QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
_FORWARD, _ANY = _steps(_KINDS, 14), _steps([*_KINDS, "undo", "undo", "undo"], 24)


@given(steps=_FORWARD, cut=st.integers(0, 8))
@settings(max_examples=10, suppress_health_check=_QUIET)
def test_undoing_everything_gives_the_first_state(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Step], cut: int
) -> None:
    _undo_everything(tmp_path_factory, steps, cut)


@pytest.mark.long
@pytest.mark.timeout(3000)
@given(steps=_FORWARD, cut=st.integers(0, 8))
@settings(max_examples=1000, suppress_health_check=_QUIET)
def test_undoing_everything_gives_the_first_state_in_many_histories(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Step], cut: int
) -> None:
    _undo_everything(tmp_path_factory, steps, cut)


@given(steps=_ANY)
@settings(max_examples=10, suppress_health_check=_QUIET)
def test_any_history_adds_up(tmp_path_factory: pytest.TempPathFactory, steps: list[Step]) -> None:
    _live(tmp_path_factory, steps)


@pytest.mark.long
@pytest.mark.timeout(3000)
@given(steps=_ANY)
@settings(max_examples=1000, suppress_health_check=_QUIET)
def test_any_of_many_histories_adds_up(tmp_path_factory: pytest.TempPathFactory, steps: list[Step]) -> None:
    _live(tmp_path_factory, steps)
