"""Any terms an owner could write down, for tests that must hold for all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from retention_desktop.domain.terms import (
    BASES,
    BILL_KINDS,
    EVENT_KINDS,
    ROUNDINGS,
    Caps,
    CardTerms,
    CatalogueReward,
    Expiry,
    Gives,
    Goods,
    Limit,
    Milestone,
    Present,
    Promotion,
    Rule,
    SpendTerms,
    Terms,
    Tiers,
    TierStep,
    Window,
)


def _days_from(first: datetime) -> st.SearchStrategy[datetime]:
    return st.integers(0, 600 * 86400).map(lambda seconds: first + timedelta(seconds=seconds))


SOME = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Whole rule sets take a while to draw: as many as fit into a second, however busy the machine is."""

_EARLIER = st.none() | _days_from(datetime(2025, 1, 1, tzinfo=UTC))
_LATER = st.none() | _days_from(datetime(2027, 1, 1, tzinfo=UTC))
_NAMES = st.lists(st.sampled_from(["cut", "colour", "tea"]), unique=True).map(tuple)
_TIMES = st.integers(1, 10_000).map(lambda thousandths: Decimal(thousandths) / 1000)

WINDOWS = st.builds(
    Window,
    starts=_EARLIER,
    until=_LATER,
    weekdays=st.none() | st.lists(st.integers(0, 6), unique=True).map(tuple),
    hours=st.none() | st.tuples(st.integers(0, 700), st.integers(701, 1440)),
).map(lambda window: None if window == Window() else window)
GOODS = st.builds(Goods, items=_NAMES, categories=_NAMES, except_items=_NAMES).map(
    lambda goods: None if goods == Goods() else goods
)
RULES = st.builds(
    Rule,
    id=st.uuids().map(str),
    kind=st.sampled_from(BILL_KINDS + EVENT_KINDS),
    points=st.integers(1, 9),
    per=st.integers(10, 5000),
    minimum=st.integers(0, 5000),
    mode=st.sampled_from(["proportional", "block"]),
    carry=st.booleans(),
    goods=GOODS,
    code=st.sampled_from(["", "SPRING"]),
    priority=st.integers(0, 3),
    alone=st.booleans(),
    enabled=st.booleans(),
    window=WINDOWS,
    friend_points=st.integers(0, 500),
    name=st.just("review"),
    feb29=st.sampled_from(["02-28", "03-01"]),
).map(lambda rule: replace(rule, carry=rule.carry and rule.kind == "amount"))
PROMOTIONS = st.builds(
    Promotion,
    id=st.uuids().map(str),
    name=st.just("happy hour"),
    kind=st.sampled_from(["multiply", "add"]),
    times=_TIMES,
    points=st.integers(1, 500),
    window=WINDOWS,
    goods=GOODS,
    minimum=st.integers(0, 3000),
    once_a_day=st.booleans(),
    priority=st.integers(0, 2),
    enabled=st.booleans(),
)
PRESENTS = st.builds(
    Present,
    name=st.just("treatment"),
    gives=st.one_of(
        st.builds(Gives, kind=st.just("item"), item=st.just("cut"), count=st.integers(1, 3)),
        st.builds(Gives, kind=st.just("percent"), percent=st.integers(1, 100), cap=st.none() | st.integers(1, 900)),
        st.just(Gives(kind="gift")),
    ),
    cost=st.none() | st.integers(0, 5000),
    valid_days=st.none() | st.integers(1, 365),
)
_EXPIRIES = st.one_of(
    st.sampled_from([Expiry(), Expiry("month_end"), Expiry("year_end")]),
    st.builds(Expiry, st.sampled_from(["days", "months", "idle_months"]), st.integers(1, 120)),
)
_STEPS = st.integers(1, 3).map(
    lambda count: tuple(
        TierStep(id=str(at), name=f"level {at}", threshold=10_000 * at, percent=100 + 50 * at) for at in range(count)
    )
)


def any_terms(unit: str) -> st.SearchStrategy[Terms]:
    """Terms of this unit without a problem."""
    return st.builds(
        Terms,
        unit=st.just(unit),
        rounding=st.sampled_from(ROUNDINGS),
        base=st.sampled_from(BASES),
        tax_percent=st.sampled_from([Decimal(0), Decimal(10), Decimal("8.1")]),
        below_zero=st.sampled_from(["floor", "debt"]),
        own_bill=st.booleans(),
        expiry=_EXPIRIES,
        caps=st.builds(Caps, day=st.none() | st.integers(1, 99), customer=st.none() | st.just(100_000)),
        rules=st.lists(RULES, max_size=4, unique_by=lambda rule: rule.id).map(tuple),
        promotions=st.lists(PROMOTIONS, max_size=3, unique_by=lambda it: it.id).map(tuple),
        spend=st.none() | st.builds(SpendTerms, points=st.just(1), value=st.just(1), minimum=st.integers(0, 500)),
        rewards=st.lists(
            st.builds(CatalogueReward, id=st.uuids().map(str), points=st.integers(1, 3000), present=PRESENTS),
            max_size=2,
        ).map(tuple),
        tiers=st.none() | st.builds(Tiers, by=st.sampled_from(["spend", "earned"]), steps=_STEPS),
        card=_CARDS if unit == "punch" else st.none(),
    )


_CARDS = st.builds(
    CardTerms,
    size=st.integers(5, 20),
    reward=PRESENTS,
    per_visit=st.integers(1, 3),
    start=st.integers(0, 2),
    milestones=st.lists(st.builds(Milestone, at=st.just(4), present=PRESENTS), max_size=1).map(tuple),
    limit=st.builds(Limit, minutes=st.integers(0, 60), per_day=st.integers(0, 3)),
)
