"""Terms as they are kept: what was written once reads for ever."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from retention_desktop.domain.terms import (
    UNITS,
    CardTerms,
    Expiry,
    Gives,
    Present,
    Promotion,
    Rule,
    Terms,
    Window,
    read_terms,
    write_terms,
)
from tests.domain.any_terms import SOME, any_terms


def test_the_points_of_the_first_revision_read_as_one_proportional_rule() -> None:
    rate = Rule(id="1", kind="amount", points=1, per=100, minimum=1000)
    assert read_terms("point", {"points": 1, "per": 100, "minimum": 1000}) == Terms(unit="point", rules=(rate,))


def test_the_card_of_the_first_revision_reads_with_a_gift_for_reward() -> None:
    kept = read_terms("punch", {"size": 10, "per_visit": 1, "reward": "Free cut"})
    assert kept.card == CardTerms(size=10, reward=Present(name="Free cut", gives=Gives(kind="gift")))
    assert kept.rules == (Rule(id="1", kind="visit", points=1),)


def test_a_double_tuesday_reads_word_for_word() -> None:
    tuesday = {
        "id": "t", "name": "Tuesday", "kind": "multiply", "times": "2.5", "weekdays": [1], "hours": ["16:00", "24:00"],
        "from": "2026-11-27T00:00:00Z", "until": "2026-11-27T15:00:00+09:00",
    }  # fmt: skip
    window = Window(
        starts=datetime(2026, 11, 27, tzinfo=UTC),
        until=datetime(2026, 11, 27, 6, tzinfo=UTC),
        weekdays=(1,),
        hours=(960, 1440),
    )
    kept = read_terms("point", {"promotions": [tuesday]})
    assert kept.promotions == (Promotion(id="t", name="Tuesday", kind="multiply", times=Decimal("2.5"), window=window),)
    assert write_terms(kept)["promotions"] == [tuesday | {"until": "2026-11-27T06:00:00Z"}]


def test_what_has_its_default_is_not_written() -> None:
    assert write_terms(Terms(unit="point")) == {}
    assert write_terms(Terms(unit="credit", expiry=Expiry("months", 12)))["expiry"] == {"kind": "months", "count": 12}


@SOME
@given(st.sampled_from(UNITS).flatmap(any_terms))
def test_terms_survive_being_kept(terms: Terms) -> None:
    assert read_terms(terms.unit, json.loads(json.dumps(write_terms(terms)))) == terms
