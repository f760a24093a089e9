"""What a visit earns."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from retention_desktop.domain.earning import (
    PointTerms,
    PunchTerms,
    default_point_terms,
    earned_by_amount,
    earned_by_visit,
)
from retention_desktop.domain.ledger import Lot, open_lots, spread
from retention_desktop.domain.visit import Visit

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
YEN = PointTerms(**default_point_terms(0))
CENTS = PointTerms(**default_point_terms(2))


@pytest.mark.parametrize(
    ("amount", "points"), [(None, 0), (0, 0), (999, 0), (1000, 10), (1080, 10), (1099, 10), (1100, 11), (8800, 88)]
)
def test_one_point_a_hundred_yen_from_a_thousand(amount: int | None, points: int) -> None:
    assert earned_by_amount(YEN, amount) == points


@pytest.mark.parametrize(("cents", "points"), [(999, 0), (1000, 10), (2933, 29)])
def test_one_point_a_unit_from_ten_where_there_are_minor_units(cents: int, points: int) -> None:
    assert earned_by_amount(CENTS, cents) == points


def test_three_decimals_count_whole_units_too() -> None:
    assert default_point_terms(3) == {"points": 1, "per": 1000, "minimum": 10_000}


def _visit(*, amount: int | None = None, voided: bool = False) -> Visit:
    return Visit(
        key=1, uid="u", customer=1, day=date(2026, 11, 21), at=NOW, recorded_at=NOW, amount=amount, currency="JPY",
        voided=voided,
    )  # fmt: skip


def test_a_visit_without_an_amount_earns_the_punch_only() -> None:
    card = PunchTerms(size=10, per_visit=1, reward="free")
    assert earned_by_visit(card, _visit()) == 1
    assert earned_by_visit(YEN, _visit()) == 0
    assert earned_by_visit(card, _visit(amount=5000, voided=True)) == 0


def _lot(entry: int, left: int, expires: date | None) -> Lot:
    return Lot(entry=entry, left=left, expires_on=expires, occurred=NOW, visit=None)


def test_the_soonest_to_expire_is_spent_first_and_a_lapsed_lot_never() -> None:
    day = date(2026, 11, 21)
    lots = [_lot(1, 5, None), _lot(2, 5, date(2026, 12, 1)), _lot(3, 5, day), _lot(4, 0, None)]
    ordered = open_lots(lots, day)
    assert [lot.entry for lot in ordered] == [2, 1]
    assert spread(ordered, 7) == [(2, 5), (1, 2)]
    assert spread(ordered, 99) == [(2, 5), (1, 5)]
