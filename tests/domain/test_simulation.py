"""The replay of past visits: plain drafts by their short way as by the long one, and nothing lost on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_desktop.domain.earning import Bill, Line, earn
from retention_desktop.domain.simulation import BillDetail, Replay
from retention_desktop.domain.simulation.counting import counting_rule
from retention_desktop.domain.simulation.quick import quick_rule, timed_rule
from retention_desktop.domain.terms import Caps, Promotion, Rule, Terms, read_terms
from retention_desktop.domain.worth import unit_worth
from tests.domain.any_terms import GOODS, WINDOWS, any_terms

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.domain.simulation.values import type_of_row

TOKYO = ZoneInfo("Asia/Tokyo")
FIRST = date(2025, 11, 22)
LAST = "2026-11-21"
OFF = {"kind": "discount", "amount": 500}
CARD: dict[str, Any] = {"size": 10, "reward": {"name": "500 off", "gives": OFF}}
POINTS: dict[str, Any] = {"rules": [{"id": "1", "kind": "amount", "points": 1, "per": 100}]}


def visits(*days: int, amount: int | None = 1000, customer: int = 1) -> list[type_of_row]:
    """Rows of one customer, so many days after the first day of the replay."""
    return [
        (customer, 1000 * customer + number, str(FIRST + timedelta(after)), None, amount, 0)
        for number, after in enumerate(days)
    ]


def replay(unit: str, json: dict[str, Any], *customers: list[type_of_row], lost: bool = False) -> Replay:
    run = Replay("x", read_terms(unit, json), LAST, UTC, lambda _: BillDetail(), frozenset())
    for rows in customers:
        run.customer(rows, lost=lost)
    return run


PLAIN_RULES = st.builds(
    Rule, id=st.uuids().map(str), kind=st.sampled_from(["amount", "visit", "signup"]), points=st.integers(1, 9),
    per=st.integers(1, 5000), minimum=st.integers(0, 5000), mode=st.sampled_from(["proportional", "block"]),
    enabled=st.booleans(),
)  # fmt: skip


@given(
    rounding=st.sampled_from(["floor", "half_up", "ceil"]), rules=st.lists(PLAIN_RULES, max_size=4),
    amount=st.integers(0, 30_000),
)  # fmt: skip
def test_the_short_way_gives_what_the_long_one_gives(rounding: str, rules: list[Rule], amount: int) -> None:
    terms = Terms(unit="point", rounding=rounding, rules=tuple(rules))
    quick = quick_rule(terms)
    assert quick is not None
    assert quick(amount) == earn(terms, Bill(local=datetime(2026, 1, 5, 12, tzinfo=UTC), amount=amount)).amount


MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31)).map(lambda moment: moment.replace(tzinfo=UTC))  # noqa: DTZ001


def quickly(terms: Terms, amount: int, at: datetime) -> int | None:
    """What the short ways say, None where neither is taken."""
    quick = _chosen(terms, at, quick_rule)
    return None if quick is None else quick(amount)


def _chosen(terms: Terms, at: datetime, made: Callable[[Terms], Any]) -> Any:
    timed = timed_rule(terms, TOKYO, made)
    return timed(str(at.astimezone(TOKYO).date()), at.isoformat()) if timed else made(terms)


@given(terms=any_terms("point") | any_terms("punch"), amount=st.integers(0, 30_000), at=MOMENTS)
def test_a_short_way_is_taken_only_where_it_gives_the_same(terms: Terms, amount: int, at: datetime) -> None:
    found = quickly(terms, amount, at)
    assert found in (None, earn(terms, Bill(local=at.astimezone(TOKYO), amount=amount)).amount)


PLAIN_OFFERS = st.builds(
    Promotion, id=st.uuids().map(str), name=st.just("x"), kind=st.sampled_from(["multiply", "add"]),
    times=st.integers(1, 10_000).map(lambda thousandths: Decimal(thousandths) / 1000), points=st.integers(0, 99),
    window=WINDOWS, priority=st.integers(0, 2), enabled=st.booleans(),
)  # fmt: skip
LINES = st.lists(
    st.builds(
        Line, item=st.sampled_from(["cut", "ＣＵＴ", "tea", "soap"]), category=st.sampled_from(["", "colour", "tea"]),
        quantity=st.integers(1, 5), unit_price=st.none() | st.integers(0, 5000),
    ),
    max_size=4,
)  # fmt: skip


@given(terms=any_terms("point") | any_terms("punch"), amount=st.integers(0, 30_000), at=MOMENTS, lines=LINES)
def test_goods_are_counted_only_where_that_gives_the_same(
    terms: Terms, amount: int, at: datetime, lines: list[Line]
) -> None:
    counting = _chosen(terms, at, counting_rule)
    bill = Bill(local=at.astimezone(TOKYO), amount=amount, lines=tuple(lines))
    assert counting is None or counting(amount, lines) == earn(terms, bill).amount


COUNTING_RULES = st.builds(
    Rule, id=st.uuids().map(str), kind=st.sampled_from(["item", "visit", "item"]), points=st.integers(1, 9),
    minimum=st.integers(0, 5000), goods=st.none() | GOODS, window=WINDOWS, enabled=st.booleans(),
)  # fmt: skip


@given(
    rounding=st.sampled_from(["floor", "half_up", "ceil"]), amount=st.integers(0, 30_000), at=MOMENTS, lines=LINES,
    data=st.data(),
)  # fmt: skip
def test_rules_for_goods_have_a_short_way(
    rounding: str, amount: int, at: datetime, lines: list[Line], data: st.DataObject
) -> None:
    rules = data.draw(st.lists(PLAIN_RULES | COUNTING_RULES, max_size=4))
    offers = data.draw(st.lists(PLAIN_OFFERS, max_size=2))
    terms = Terms(unit="point", rounding=rounding, rules=tuple(rules), promotions=tuple(offers))
    bill = Bill(local=at.astimezone(TOKYO), amount=amount, lines=tuple(lines))
    assert _chosen(terms, at, counting_rule)(amount, lines) == earn(terms, bill).amount


@given(
    rounding=st.sampled_from(["floor", "half_up", "ceil"]), amount=st.integers(0, 30_000), at=MOMENTS, data=st.data()
)
def test_windows_and_promotions_have_a_short_way_too(
    rounding: str, amount: int, at: datetime, data: st.DataObject
) -> None:
    rules = data.draw(st.lists(st.tuples(PLAIN_RULES, WINDOWS), max_size=3))
    terms = Terms(
        unit="point", rounding=rounding, rules=tuple(replace(rule, window=window) for rule, window in rules),
        promotions=tuple(data.draw(st.lists(PLAIN_OFFERS, max_size=3))),
    )  # fmt: skip
    assert quickly(terms, amount, at) == earn(terms, Bill(local=at.astimezone(TOKYO), amount=amount)).amount


@given(
    unit=st.sampled_from(["point", "punch", "credit"]), data=st.data(),
    days=st.lists(st.integers(0, 364), max_size=40).map(sorted), amounts=st.integers(0, 9000), lost=st.booleans(),
)  # fmt: skip
def test_every_point_is_redeemed_lapsed_or_open(
    unit: str, data: st.DataObject, days: list[int], amounts: int, *, lost: bool
) -> None:
    terms = data.draw(any_terms(unit))
    run = Replay("x", terms, LAST, UTC, lambda _: BillDetail(), frozenset())
    run.customer(visits(*days, amount=amounts), lost=lost)
    found = run.outcome()
    assert found.issued == found.redeemed + found.lapsed + found.open
    assert min(found.issued, found.redeemed, found.lapsed, found.open) >= 0
    assert found.open_of_lost in ((0, found.open) if lost else (0,))
    months = {str(FIRST + timedelta(after))[:7] for after in days}
    assert sum(run.of_month(month)[1] for month in months) == found.cost
    if terms.card:
        assert found.redeemed == found.rewards[0].count * terms.card.size


def test_twenty_two_punches_fill_two_cards_and_two_are_left() -> None:
    found = replay("punch", CARD, visits(*range(22))).outcome()
    assert (found.rewards[0].count, found.rewards[0].cost, found.open) == (2, 1000, 2)
    assert (found.worth, found.open_promises, found.breakage) == (Fraction(50), 100, Fraction(0))


def test_a_milestone_is_given_once_a_card() -> None:
    gift = {"at": 5, "name": "biscuit", "gives": {"kind": "gift"}, "cost": 60}
    found = replay("punch", CARD | {"milestones": [gift]}, visits(*range(16))).outcome()
    assert [(line.kind, line.count, line.cost) for line in found.rewards] == [("card", 1, 500), ("milestone", 2, 120)]


def test_a_milestone_reached_again_after_a_lapse_is_not_given_again() -> None:
    terms = CARD | {
        "milestones": [{"at": 2, "name": "biscuit", "gives": {"kind": "gift"}, "cost": 60}],
        "expiry": {"kind": "days", "count": 10},
    }
    found = replay("punch", terms, visits(0, 1, 50, 51)).outcome()
    assert [(line.kind, line.count) for line in found.rewards] == [("card", 0), ("milestone", 1)]
    assert (found.lapsed, found.open) == (4, 0)


def test_punches_lapse_one_by_one_and_count_no_more() -> None:
    half_a_year = CARD | {"expiry": {"kind": "months", "count": 6}}
    rare = replay("punch", half_a_year, visits(*range(0, 360, 30))).outcome()
    assert (rare.rewards[0].count, rare.lapsed, rare.open) == (0, 7, 5), "21 May is over on 21 November"
    assert rare.breakage == Fraction(7, 12)


def test_what_lapses_when_idle_stays_while_the_customer_comes() -> None:
    idle = CARD | {"expiry": {"kind": "idle_months", "count": 2}}
    coming = replay("punch", idle, visits(*range(0, 300, 30))).outcome()
    assert (coming.rewards[0].count, coming.lapsed) == (1, 0)
    gone = replay("punch", idle, visits(0, 1, 2, 100, 101, 102)).outcome()
    assert (gone.lapsed, gone.open) == (6, 0), "three before the gap, three since the last visit"


def test_what_lost_customers_hold_will_lapse_unless_nothing_does() -> None:
    yearly = CARD | {"expiry": {"kind": "months", "count": 24}}
    held = replay("punch", yearly, visits(0, 1, 2), lost=True).outcome()
    assert (held.lapsed, held.open, held.open_of_lost, held.breakage) == (0, 3, 3, Fraction(1))
    assert replay("punch", CARD, visits(0, 1, 2), lost=True).outcome().breakage == 0


def test_a_card_begins_with_its_start_bonus_once() -> None:
    found = replay("punch", CARD | {"start": 2}, visits(*range(8))).outcome()
    assert (found.rewards[0].count, found.issued) == (1, 10)


def test_a_rate_limit_holds_for_past_visits_too() -> None:
    assert replay("punch", CARD | {"limit": {"per_day": 1}}, visits(0, 0, 0, 1)).outcome().issued == 2
    soon: list[type_of_row] = [
        (1, 1, "2026-01-05", "2026-01-05T03:00:00.000000Z", 500, 0),
        (1, 2, "2026-01-05", "2026-01-05T03:59:59.000000Z", 500, 0),
        (1, 3, "2026-01-05", "2026-01-05T04:00:00.000000Z", 500, 0),
    ]
    assert replay("punch", CARD | {"limit": {"minutes": 60}}, soon).outcome().issued == 2


def test_points_that_pay_are_taken_off_the_next_bill() -> None:
    pays = POINTS | {"spend": {"points": 1, "value": 1, "step": 10, "minimum": 10}}
    found = replay("point", pays, visits(0, 1, 2)).outcome()
    # 10 points; ten off the second bill, which earns 9; nine are too few for the third, which earns 10
    assert (found.issued, found.redeemed, found.open) == (29, 10, 19)
    assert [(line.kind, line.count, line.cost) for line in found.rewards] == [("money_off", 1, 10)]


def test_credit_is_tender_and_earns_on() -> None:
    cashback = {"rules": [{"id": "1", "kind": "amount", "points": 3, "per": 100}], "spend": {"points": 1, "value": 1}}
    found = replay("credit", cashback, visits(0, 1, amount=2990)).outcome()
    assert (found.issued, found.redeemed, found.cost, found.open) == (178, 89, 89, 89)


def test_the_cheapest_reward_is_taken_at_once() -> None:
    rewards = [
        {"id": "a", "name": "loaf", "points": 30, "gives": {"kind": "gift"}, "cost": 140},
        {"id": "b", "name": "roll", "points": 15, "gives": {"kind": "gift"}, "cost": 70},
    ]
    found = replay("point", POINTS | {"rewards": rewards}, visits(0, 1, 2)).outcome()
    assert [(line.name, line.count, line.cost) for line in found.rewards] == [("loaf", 0, 0), ("roll", 2, 140)]
    assert found.worth == Fraction(14, 3)


def test_a_reward_of_unknown_cost_is_counted_without_one() -> None:
    found = replay("punch", {"size": 2, "reward": "A surprise"}, visits(0, 1)).outcome()
    assert [(line.count, line.unit_cost, line.cost, line.unpriced) for line in found.rewards] == [(1, None, 0, True)]
    assert (found.worth, found.open_promises, found.open, found.promises_known) == (None, 0, 0, True)
    half = replay("punch", {"size": 2, "reward": "A surprise"}, visits(0)).outcome()
    assert (half.open, half.promises_known, half.rewards[0].unpriced) == (1, False, False)


def test_a_cost_is_missed_by_its_place_in_the_terms() -> None:
    gift = {"kind": "gift"}
    milestones = [{"at": 1, "name": "a", "gives": gift, "cost": 50}, {"at": 2, "name": "b", "gives": gift}]
    card = {"size": 3, "reward": {"name": "c", "gives": gift, "cost": 500}, "milestones": milestones}
    found = replay("punch", card, visits(0, 1)).outcome()
    assert [(line.name, line.place) for line in found.rewards if line.unpriced] == [("b", 1)]


def test_a_promotion_by_the_week_counts_on_its_days() -> None:
    tuesday = {"id": "t", "name": "Tuesday", "kind": "multiply", "times": "2", "weekdays": [1]}
    week = visits(*range(7))  # Saturday 22 November to Friday
    assert replay("point", POINTS | {"promotions": [tuesday]}, week).outcome().issued == 80


def test_caps_hold_by_day_and_in_all() -> None:
    assert replay("point", POINTS | {"caps": {"day": 12}}, visits(0, 0, 1)).outcome().issued == 22
    assert replay("point", POINTS | {"caps": {"customer": 25}}, visits(0, 1, 2, 3)).outcome().issued == 25


def test_what_is_left_over_carries_to_the_next_visit() -> None:
    rule = {"id": "1", "kind": "amount", "points": 1, "per": 50, "carry": True}
    rows = [*visits(0, amount=30), (1, 1001, str(FIRST), None, 20, 0)]
    assert replay("point", {"rules": [rule]}, rows).outcome().issued == 1
    assert replay("point", {"rules": [rule | {"carry": False}]}, rows).outcome().issued == 0


def test_a_level_by_spend_knows_the_visits_before() -> None:
    levels = {"steps": [{"id": "1", "name": "S", "from": 5000, "percent": 200}]}
    run = replay("point", POINTS | {"tiers": levels})
    assert run.looks_back == 13
    run.customer(visits(0, 1), before=visits(-20, amount=5000))
    run.customer(visits(0, 1, customer=2))
    assert run.outcome().issued == 40 + 20


def test_joining_brings_its_points_once_and_what_history_cannot_tell_is_said() -> None:
    rules = [*POINTS["rules"], {"id": "2", "kind": "signup", "points": 100}, {"id": "3", "kind": "survey", "points": 5}]
    found = replay("point", {"rules": rules}, visits(0, 1)).outcome()
    assert (found.issued, found.left_out) == (120, ("survey",))


def test_a_birthday_is_paid_to_those_who_have_come_before() -> None:
    terms = read_terms("point", {"rules": [*POINTS["rules"], {"id": "2", "kind": "birthday", "points": 300}]})
    for born, points in (((11, 22), 0), ((11, 23), 300), ((12, 1), 300), ((2, 29), 300), ((11, 21), 300), (None, 0)):
        run = Replay("x", terms, LAST, UTC, lambda _: BillDetail(), frozenset())
        run.customer(visits(0, 30), born=born)
        assert (run.outcome().issued, run.outcome().left_out) == (20 + points, ()), born


def test_birthday_punches_may_fill_a_card() -> None:
    rules = [{"id": "1", "kind": "visit", "points": 1}, {"id": "2", "kind": "birthday", "points": 2}]
    run = Replay("x", read_terms("punch", CARD | {"rules": rules}), LAST, UTC, lambda _: BillDetail(), frozenset())
    run.customer(visits(*range(8)), born=(12, 24))
    assert (run.outcome().rewards[0].count, run.of_month("2025-12")) == (1, (1, 500))


@pytest.mark.parametrize(
    ("given_back", "punches"),
    [
        (BillDetail(refunded=400), 1),
        (BillDetail(refunded=1000), 0),
        (BillDetail(returned=True), 0),
        (BillDetail(), 1),
    ],
)
def test_a_visit_given_back_whole_earns_nothing(given_back: BillDetail, punches: int) -> None:
    run = Replay("x", read_terms("punch", CARD), LAST, UTC, lambda _: given_back, frozenset({1000}))
    run.customer(visits(0), lost=False)
    assert run.outcome().issued == punches


def test_a_shop_without_caps_and_one_with_wide_ones_come_to_the_same() -> None:
    terms = read_terms("point", POINTS)
    wide = replace(terms, caps=Caps(customer=10**9))
    runs = [Replay("x", each, LAST, UTC, lambda _: BillDetail(), frozenset()) for each in (terms, wide)]
    for run in runs:
        run.customer(visits(*range(30), amount=777), lost=False)
    assert runs[0].outcome() == runs[1].outcome()
    assert unit_worth(terms) == 0, "they buy nothing"
