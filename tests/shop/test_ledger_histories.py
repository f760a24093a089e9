"""Whatever is logged, corrected, voided and taken back, in any order: the books say what the standing visits earn."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.stage import stage_dates
from retention_desktop.errors import ShopError
from tests.shop.one_shop import one_shop

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from tests.clock import Clock

    Step = tuple[str, int, int | None, int]

CARD = 10
_steps = st.lists(
    st.tuples(
        st.sampled_from(["log"] * 4 + ["amount", "correct", "move", "void", "undo", "undo", "undo last"]),
        st.integers(0, 40),
        st.sampled_from([None, 0, 999, 1000, 5050]),
        st.integers(0, 40),
    ),
    min_size=15,
    max_size=45,
)


def _standing(shop: Shop, uid: str) -> list[tuple[date, int | None]]:
    query = """SELECT v.day, v.amount FROM visit v JOIN customer c ON c.id = v.customer
               WHERE c.uid = ? AND v.voided_at IS NULL"""
    with closing(sqlite3.connect(shop.db.path)) as connection:
        return [(date.fromisoformat(day), amount) for day, amount in connection.execute(query, (uid,))]


def _add_up(shop: Shop, uid: str) -> None:
    """Balances, rewards and caches are what the visits that stand say."""
    visits, held, person = _standing(shop, uid), shop.loyalty.holdings(uid), shop.customers.detail(uid).customer
    balances = {balance.unit: balance.balance for balance in held.balances}
    earned = sum(amount // 100 for _, amount in visits if amount is not None and amount >= 1000)
    cards, punches = divmod(len(visits), CARD)
    assert (balances["point"], balances["punch"], len(held.rewards)) == (earned, punches, cards)
    days = sorted(day for day, _ in visits)
    spend = sum(amount or 0 for _, amount in visits)
    assert (person.visit_count, person.spend, person.last_visit_day) == (len(days), spend, max(days, default=None))
    dates = stage_dates(days)
    assert (person.due_on, person.inactive_on, person.lost_on) == (dates.due_on, dates.inactive_on, dates.lost_on)


def _take(shop: Shop, uid: str, clock: Clock, step: Step, visits: list[str], operations: list[str]) -> None:
    kind, which, amount, days = step
    visit = visits[which % len(visits)] if visits else ""
    back = clock() - timedelta(days=days)
    if kind == "log":
        customer = uid if which else None
        logged = shop.desk.log_visit(customer, amount=amount, at=back if days % 3 == 0 else None, guarded=False)
        visits.append(logged.visit.uid)
    elif kind == "amount":
        logged = shop.desk.add_amount(visit, amount or 0)
    elif kind in {"correct", "move"}:
        logged = shop.desk.correct_visit(visit, amount=amount, at=back if kind == "move" else None)
    elif kind == "void":
        logged = shop.desk.void_visit(visit)
    else:
        shop.history.undo(operations[which % len(operations)] if operations and kind == "undo" else None)
        return
    operations.append(logged.operation)


def _live_through(shop: Shop, clock: Clock, steps: list[Step]) -> None:
    uid = shop.customers.add(CustomerDraft(name="佐々木 花子", phone="090-1234-1284"))
    visits: list[str] = []
    operations: list[str] = []
    for step in steps:
        clock.pass_(hours=step[1] % 30)
        try:
            _take(shop, uid, clock, step, visits, operations)
        except ShopError as error:
            refusals = {"visit_not_found", "visit_voided", "amount_already_known", "already_undone", "nothing_to_undo"}
            assert error.code in refusals  # noqa: PT017  a refusal is one of the things that happen
        try:
            _add_up(shop, uid)
        except ShopError:
            return  # the last undo took the customer back
    found = shop.checkup.check()
    assert found.ok, found.findings


def _history(tmp_path_factory: pytest.TempPathFactory, steps: list[Step]) -> None:
    with one_shop(tmp_path_factory) as (shop, clock):
        _live_through(shop, clock, steps)


@given(steps=_steps)
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_the_books_say_what_the_standing_visits_earn(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Step]
) -> None:
    _history(tmp_path_factory, steps)


@pytest.mark.long
@given(steps=_steps)
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_the_books_say_what_the_standing_visits_earn_in_many_histories(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Step]
) -> None:
    _history(tmp_path_factory, steps)


@pytest.mark.parametrize("taken_back", [0, 5, 11])
def test_an_older_visit_taken_back_leaves_a_filled_card_filled_while_enough_visits_stand(
    shop: Shop, clock: Clock, taken_back: int
) -> None:
    uid = shop.customers.add(CustomerDraft(name="佐々木 花子"))
    operations = []
    for _ in range(12):
        clock.pass_(days=7)
        operations.append(shop.desk.log_visit(uid).operation)
    code = shop.loyalty.holdings(uid).rewards[0].code
    for punches, operation in zip((1, 0), (operations[taken_back], operations[taken_back - 1]), strict=True):
        shop.history.undo(operation)
        _add_up(shop, uid)
        held = shop.loyalty.holdings(uid)
        assert ([reward.code for reward in held.rewards], held.balances[0].balance) == ([code], punches)
    shop.history.undo(operations[taken_back - 2])
    assert shop.loyalty.holdings(uid).rewards == ()
    _add_up(shop, uid)
