"""What points and rewards take off a bill."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_desktop.domain.bill import Line
from retention_desktop.domain.redeeming import MoneyOff, best_offer, discount_of, money_off, unpaid_lines
from retention_desktop.domain.terms import Gives, SpendTerms, read_terms


def _spend(points: int, value: int, **said: int) -> SpendTerms:
    kept = read_terms("point", {"spend": {"points": points, "value": value, **said}}).spend
    assert kept
    return kept


def test_case_029_clean_multiples_from_a_minimum() -> None:
    assert money_off(_spend(100, 500), 1050, 100_000) == MoneyOff(1000, 5000)
    assert money_off(_spend(100, 500, minimum=500), 400, 100_000) == MoneyOff(0, 0)
    assert money_off(_spend(100, 500, minimum=500), 500, 100_000) == MoneyOff(500, 2500)
    assert money_off(_spend(100, 500), 0, 100_000) == MoneyOff(0, 0)
    assert money_off(SpendTerms(points=0, value=500), 1000, 100_000) == MoneyOff(0, 0)
    assert best_offer(SpendTerms(points=0, value=500), 1000, 100_000) == MoneyOff(0, 0)


def test_case_037_a_point_worth_two() -> None:
    used = money_off(_spend(1, 200), 20, 10_000)
    assert (used, 10_000 - used.discount) == (MoneyOff(20, 4000), 6000)


def test_case_039_the_last_step_may_pay_the_rest() -> None:
    by_tens = _spend(1, 10, step=10)
    assert money_off(by_tens, 5000, 10_060) == MoneyOff(1010, 10_060)
    assert money_off(_spend(1, 10), 1010, 10_060) == MoneyOff(1006, 10_060)
    assert best_offer(by_tens, 5000, 10_060) == MoneyOff(1000, 10_000)  # no point is offered below its worth


def test_case_040_never_more_than_is_left() -> None:
    tenth = Gives(kind="percent", percent=10, cap=900)
    assert discount_of(tenth, 600, of=10_000) == 600
    assert discount_of(tenth, 10_000) == 900
    assert discount_of(Gives(kind="discount", amount=500), 300) == 300


def test_case_101_one_percent_after_the_other() -> None:
    tenth = Gives(kind="percent", percent=10)
    left = 10_000 - discount_of(tenth, 10_000)
    assert left - discount_of(tenth, left) == 8100


def test_a_cap_on_the_share_of_the_bill_is_never_passed() -> None:
    half = _spend(1, 1, step=500, minimum=500, cap_percent=50)
    assert money_off(half, 1500, 2400) == MoneyOff(1000, 1000)
    assert best_offer(half, 700, 2400) == MoneyOff(500, 500)
    assert best_offer(half, 700, 800) == MoneyOff(0, 0)


def test_a_free_item_takes_off_its_dearest_units_on_the_bill() -> None:
    lines = (Line(item="Tea", quantity=2, unit_price=400), Line(item="ｔｅａ", unit_price=600), Line(item="cake"))
    assert discount_of(Gives(kind="item", item="tea", count=2), 5000, lines) == 1000
    assert discount_of(Gives(kind="item", item="cake"), 5000, lines) == 0
    assert discount_of(Gives(kind="item", item="scone"), 5000, lines) == 0
    assert discount_of(Gives(kind="gift"), 5000, lines) == 0


def test_a_free_item_pays_for_other_units_than_the_one_before() -> None:
    free = Gives(kind="item", item="tea", count=2)
    tea, cake = Line(item="Tea", quantity=2, unit_price=400), Line(item="cake", unit_price=900)
    dear = Line(item="ｔｅａ", unit_price=600)
    rest = unpaid_lines((tea, dear, cake), [free])
    assert rest == (replace(tea, quantity=1), cake)
    assert discount_of(free, 5000, rest) == 400
    assert unpaid_lines(rest, [free, Gives(kind="gift")]) == (cake,)
    assert unpaid_lines((tea, dear, cake), [], [replace(tea, quantity=1), cake]) == (replace(tea, quantity=1), dear)


_SPENDS = st.builds(
    SpendTerms,
    points=st.integers(1, 200),
    value=st.integers(1, 5000),
    step=st.integers(1, 600),
    minimum=st.integers(0, 600),
    cap_percent=st.integers(1, 100),
)


@pytest.mark.parametrize("take", [money_off, best_offer])
@given(spend=_SPENDS, points=st.integers(0, 10**6), bill=st.integers(0, 10**6))
def test_points_never_take_more_than_asked_or_owed(take: object, spend: SpendTerms, points: int, bill: int) -> None:
    used = money_off(spend, points, bill) if take is money_off else best_offer(spend, points, bill)
    assert 0 <= used.points <= points
    assert used.points % spend.step == 0
    assert 0 <= used.discount <= bill
    if spend.cap_percent < 100:
        assert used.discount <= bill * spend.cap_percent // 100
    if take is best_offer:
        assert used.discount == used.points * spend.value // spend.points
