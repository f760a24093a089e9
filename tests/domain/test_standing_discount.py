"""Discounts for a tag, a tier or what was bought."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from retention_desktop.domain.standing_discount import (
    Buyer,
    Purchase,
    is_entitled,
    of_tier,
    read_discount,
    which_applies,
)
from retention_desktop.domain.term_problems import discount_problems
from retention_desktop.domain.terms import TierStep

TUESDAY = datetime(2026, 11, 24, 17, tzinfo=ZoneInfo("Asia/Tokyo"))
TENTH = {"kind": "percent", "percent": 10}


def _json(entitled: dict[str, Any], **said: Any) -> dict[str, Any]:
    return {"id": "1", "name": "Regulars", "gives": TENTH, "for": entitled, **said}


COFFEES = Buyer(
    tags=frozenset({"Student"}),
    tiers=frozenset({"gold"}),
    purchases=(
        Purchase(day=date(2025, 11, 24), spent=9000, items=(("coffee", 9),)),
        Purchase(day=date(2025, 11, 25), spent=1200, items=(("Ｃｏｆｆｅｅ", 3), ("tea", 1))),
        Purchase(day=date(2026, 11, 1), spent=800, items=(("coffee", 2),)),
    ),
)


@pytest.mark.parametrize(
    ("entitled", "meant"),
    [
        ({"tag": "student"}, True),
        ({"tag": "staff"}, False),
        ({"tier": "gold"}, True),
        ({"tier": "silver"}, False),
        ({"visits": 3}, True),
        ({"visits": 3, "months": 12}, False),
        ({"visits": 2, "months": 12}, True),
        ({"spend": 2000, "months": 12}, True),
        ({"spend": 2001, "months": 12}, False),
        ({"item": "coffee", "count": 5, "months": 12}, True),
        ({"item": "coffee", "count": 6, "months": 12}, False),
        ({"item": "coffee", "count": 14}, True),
        ({"item": "tea"}, True),
    ],
)
def test_row_073_who_is_entitled(entitled: dict[str, Any], meant: bool) -> None:  # noqa: FBT001 - the expected answer
    assert is_entitled(read_discount(_json(entitled)).entitled, COFFEES, TUESDAY.date()) is meant


def test_the_discount_that_takes_most_off_applies() -> None:
    tenth = read_discount(_json({"tag": "student"}))
    off = read_discount(_json({"visits": 1}, id="2", gives={"kind": "discount", "amount": 300}))
    small, large = (
        which_applies([tenth, off], COFFEES, 2000, TUESDAY),
        which_applies([tenth, off], COFFEES, 9000, TUESDAY),
    )
    assert small is not None
    assert large is not None
    assert (small.discount, small.amount) == (off, 300)
    assert (large.discount, large.amount) == (tenth, 900)
    unknown = which_applies([off, tenth], COFFEES, None, TUESDAY)
    assert unknown is not None
    assert (unknown.discount, unknown.amount) == (tenth, None)


def test_none_applies_to_a_stranger_a_small_bill_or_at_another_time() -> None:
    tuesdays = {"weekdays": [1], "hours": ["16:00", "18:00"]}
    discounts = [read_discount(_json({"tag": "student"}, minimum=1000, **tuesdays))]
    assert which_applies(discounts, COFFEES, 1000, TUESDAY) is not None
    assert which_applies(discounts, COFFEES, 999, TUESDAY) is None
    assert which_applies(discounts, COFFEES, 1000, TUESDAY.replace(hour=18)) is None
    assert which_applies(discounts, Buyer(), 1000, TUESDAY) is None
    disabled = [read_discount(_json({"tag": "student"}, enabled=False))]
    assert which_applies(disabled, COFFEES, 1000, TUESDAY) is None


def test_a_tier_brings_its_own() -> None:
    gold = TierStep(id="gold", name="Gold", threshold=50_000, discount_percent=5)
    discount = of_tier(gold)
    assert discount is not None
    applied = which_applies([discount], COFFEES, 999, TUESDAY)
    assert applied is not None
    assert applied.amount == 49
    assert of_tier(TierStep(id="b", name="Bronze", threshold=0)) is None


@pytest.mark.parametrize(
    "said",
    [
        _json({"tag": "student"}, minimum=500, enabled=False),
        _json({"tier": "gold"}, weekdays=[1], hours=["16:00", "18:00"]),
        _json({"visits": 10, "months": 12}, gives={"kind": "discount", "amount": 300}),
        _json({"spend": 50_000}, until="2026-12-31T15:00:00Z"),
        _json({"item": "coffee", "count": 5, "months": 12}, gives={"kind": "percent", "percent": 10, "cap": 900}),
    ],
)
def test_a_discount_is_read_as_it_was_kept(said: dict[str, Any]) -> None:
    assert discount_problems([said]) == ()
    read = read_discount(said)
    assert (read.minimum, read.enabled) == (said.get("minimum", 0), said.get("enabled", True))
    assert read.entitled.months == said["for"].get("months")
    assert (read.window is None) == (not said.keys() & {"weekdays", "until"})


@pytest.mark.parametrize(
    ("said", "path", "code"),
    [
        (_json({}), "0.for", "unknown_choice"),
        (_json({"tag": "a", "visits": 3}), "0.for", "unknown_choice"),
        (_json({"visits": 0}), "0.for.visits", "too_small"),
        (_json({"tag": "a"}, gives={"kind": "percent", "percent": 150}), "0.gives.percent", "too_large"),
        (_json({"tag": "a"}, gives={"kind": "gift"}), "0.gives.kind", "unknown_choice"),
        (_json({"tag": "a"}, hours=["18:00", "16:00"]), "0.hours", "window_ends_first"),
    ],
)
def test_a_bad_discount_is_refused(said: dict[str, Any], path: str, code: str) -> None:
    assert [(problem.path, problem.code) for problem in discount_problems([said])] == [(path, code)]


def test_two_discounts_of_one_id_are_refused() -> None:
    assert [it.path for it in discount_problems([_json({"tag": "a"}), _json({"tag": "b"})])] == ["1.id"]
    assert [it.code for it in discount_problems({})] == ["not_a_list"]
