"""Levels by what was spent or earned in a year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_desktop.domain.terms import Tiers, TierStep
from retention_desktop.domain.tier import tier_on

TODAY = date(2026, 11, 22)


def _tiers(*levels: tuple[str, int], grace_days: int = 30, by: str = "spend") -> Tiers:
    steps = tuple(TierStep(id=name, name=name, threshold=least, percent=100 + least // 200) for name, least in levels)
    return Tiers(by=by, grace_days=grace_days, steps=steps)


METALS = _tiers(("B", 0), ("S", 10_000), ("G", 20_000))


def _level(tiers: Tiers, history: list[tuple[date, int]], day: date = TODAY) -> str:
    step = tier_on(tiers, history, day).step
    return step.id if step else ""


@pytest.mark.parametrize(
    ("spent", "bill", "level"),
    [(0, 6000, "B"), (0, 15_000, "S"), (0, 25_000, "G"), (4000, 500, "B"), (8000, 3000, "S"), (18_000, 3000, "G"),
     (22_000, 5000, "G")],
)  # fmt: skip
def test_case_090_the_bill_at_hand_counts(spent: int, bill: int, level: str) -> None:
    assert _level(METALS, [(date(2026, 6, 1), spent), (TODAY, bill)]) == level


def test_no_level_is_skipped_and_the_way_to_the_next_is_known() -> None:
    standing = tier_on(METALS, [(TODAY, 10_000)], TODAY)
    assert standing.percent == 150
    assert standing.following is not None
    assert (standing.following.id, standing.missing) == ("G", 10_000)
    assert tier_on(METALS, [(TODAY, 20_000)], TODAY).following is None


def test_case_092_and_094_points_earned_count_and_spending_them_does_not() -> None:
    standing = tier_on(_tiers(("0", 0), ("1", 100), by="earned"), [(TODAY, 150)], TODAY)
    assert (standing.total, standing.step and standing.step.id) == (150, "1")


@pytest.mark.parametrize(("earned", "level"), [(5, "0"), (9, "0"), (10, "1"), (30, "2"), (100, "3")])
def test_case_093_levels_by_points(earned: int, level: str) -> None:
    assert _level(_tiers(("0", 0), ("1", 10), ("2", 30), ("3", 100)), [(TODAY, earned)]) == level


def test_row_075_a_level_is_kept_for_the_days_of_grace() -> None:
    bought = date(2025, 11, 22)
    last = date(2026, 11, 21)  # a year later what was bought no longer counts
    history = [(bought, 25_000)]
    assert tier_on(METALS, history, last).held is False
    for days in range(1, 31):
        standing = tier_on(METALS, history, last + timedelta(days=days))
        assert standing.held
        assert standing.step == METALS.steps[2]
    assert _level(METALS, history, last + timedelta(days=31)) == "B"


def test_after_the_grace_the_best_level_reached_in_it_stands() -> None:
    history = [(date(2025, 11, 22), 15_000), (date(2025, 12, 2), 12_000)]
    assert _level(METALS, history, date(2026, 11, 22)) == "G"
    assert _level(METALS, history, date(2026, 12, 22)) == "S"
    assert _level(METALS, history, date(2027, 1, 1)) == "B"


def test_below_the_first_level_there_is_none() -> None:
    standing = tier_on(_tiers(("S", 10_000)), [(TODAY, 9999)], TODAY)
    assert (standing.step, standing.percent, standing.missing) == (None, 100, 1)


_HISTORY = st.lists(st.tuples(st.integers(0, 800).map(lambda days: TODAY - timedelta(days=days)), st.integers(0, 9000)))


@given(_HISTORY, st.integers(0, 60), st.integers(0, 9000))
def test_grace_is_the_best_level_of_its_days_and_more_never_lowers(
    history: list[tuple[date, int]], grace: int, more: int
) -> None:
    tiers = _tiers(("B", 0), ("S", 10_000), ("G", 20_000), grace_days=grace)
    plain = _tiers(("B", 0), ("S", 10_000), ("G", 20_000), grace_days=0)
    days = (TODAY - timedelta(days=back) for back in range(grace + 1))
    best = max(("BSG".index(_level(plain, history, day)) for day in days), default=0)
    assert _level(tiers, history) == "BSG"[best]
    assert "BSG".index(_level(tiers, [*history, (TODAY, more)])) >= best
