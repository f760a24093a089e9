"""What is earned without a bill."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from retention_desktop.domain.awards import awards, birthday_in
from retention_desktop.domain.terms import read_terms

NOON = datetime(2026, 11, 27, 12, tzinfo=ZoneInfo("Asia/Tokyo"))
TERMS = read_terms(
    "point",
    {
        "rules": [
            {"id": "b", "kind": "birthday", "points": 150},
            {"id": "r", "kind": "referral", "points": 500, "friend_points": 300},
            {"id": "m", "kind": "mission", "points": 50, "name": "review"},
            {"id": "s", "kind": "survey", "points": 20},
            {"id": "later", "kind": "survey", "points": 90, "from": "2099-01-01T00:00:00Z"},
            {"id": "off", "kind": "signup", "points": 100, "enabled": False},
            {"id": "v", "kind": "visit", "points": 1},
        ]
    },
)


def test_case_024_and_row_079_what_each_happening_pays() -> None:
    assert [(rule.id, rule.points, rule.friend_points) for rule in awards(TERMS, "referral", NOON)] == [("r", 500, 300)]
    assert [rule.points for rule in awards(TERMS, "birthday", NOON)] == [150]
    assert awards(TERMS, "signup", NOON) == ()


def test_a_mission_is_paid_by_its_name_and_any_survey_by_a_rule_without_one() -> None:
    assert [rule.id for rule in awards(TERMS, "mission", NOON, "review")] == ["m"]
    assert awards(TERMS, "mission", NOON, "profile") == ()
    assert [rule.id for rule in awards(TERMS, "survey", NOON, "autumn")] == ["s"]


@pytest.mark.parametrize(
    ("year", "feb29", "paid"),
    [(2027, "02-28", date(2027, 2, 28)), (2027, "03-01", date(2027, 3, 1)), (2028, "03-01", date(2028, 2, 29))],
)
def test_case_025_born_on_the_29th_of_february(year: int, feb29: str, paid: date) -> None:
    assert birthday_in(year, 2, 29, feb29) == paid
    assert birthday_in(year, 5, 14, feb29) == date(year, 5, 14)
