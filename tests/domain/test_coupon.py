"""Who may use a coupon, when and how often."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from retention_desktop.domain.codes import made_code, plain_code
from retention_desktop.domain.coupon import (
    Coupon,
    Payment,
    Standing,
    days_after,
    is_code,
    judge,
    last_day,
    window,
)
from retention_desktop.domain.terms import Gives

TOKYO = ZoneInfo("Asia/Tokyo")
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def _coupon(**more: object) -> Coupon:
    facts: dict[str, object] = {
        "key": 1, "uid": "u", "name": "Ten", "code": "TEN10", "made_at": NOW,
        "gives": Gives(kind="percent", percent=10),
    }  # fmt: skip
    return Coupon(**facts | more)  # type: ignore[arg-type]


def _code(coupon: Coupon, standing: Standing | None = None, **payment: object) -> str:
    facts = {"at": NOW, "customer": 7, "bill": 5000} | payment
    return judge(coupon, Payment(**facts), standing or Standing(), TOKYO).code  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("coupon", "payment", "why"),
    [
        ({}, {"customer": None, "bill": None}, ""),
        ({"withdrawn": True}, {}, "coupon_withdrawn"),
        ({"customer": 7}, {}, ""),
        ({"customer": 8}, {}, "coupon_other_person"),
        ({"customer": 8}, {"customer": None}, "coupon_person_missing"),
        ({"person_limit": 1}, {"customer": None}, "coupon_person_missing"),
        ({"minimum": 5000}, {}, ""),
        ({"minimum": 5001}, {}, "coupon_minimum"),
        ({"minimum": 1}, {"bill": None}, "coupon_minimum"),
        ({"sale": 3}, {"visit": 3}, "coupon_reserved"),
        ({"sale": 3}, {"visit": 4}, ""),
    ],
)
def test_reasons(coupon: dict[str, object], payment: dict[str, object], why: str) -> None:
    assert _code(_coupon(**coupon), None, **payment) == why


@pytest.mark.parametrize(
    ("limits", "standing", "why"),
    [
        ({"total_limit": 10}, Standing(uses=9), ""),
        ({"total_limit": 10}, Standing(uses=10), "coupon_used_up"),
        ({"person_limit": 2}, Standing(uses=50, by_person=1), ""),
        ({"person_limit": 2}, Standing(uses=50, by_person=2), "coupon_used_by_person"),
        ({}, Standing(uses=10**6, by_person=10**6), ""),
        ({"sale": 3}, Standing(sale_paid=False), "coupon_reserved"),
    ],
)
def test_limits(limits: dict[str, int], standing: Standing, why: str) -> None:
    assert _code(_coupon(**limits), standing) == why


def test_a_window_is_whole_days_of_the_shop() -> None:
    begins, ends = window(date(2026, 11, 30), date(2026, 12, 31), TOKYO)
    assert (begins, ends) == (
        datetime(2026, 11, 29, 15, 0, tzinfo=UTC), datetime(2026, 12, 31, 15, 0, tzinfo=UTC),
    )  # fmt: skip
    coupon = _coupon(valid_from=begins, valid_until=ends)
    second = timedelta(seconds=1)
    assert begins is not None
    assert ends is not None
    assert _code(coupon, at=begins - second) == "coupon_not_yet"
    assert _code(coupon, at=begins) == ""
    assert _code(coupon, at=ends - second) == ""
    assert _code(coupon, at=ends) == "coupon_over"
    assert judge(coupon, Payment(at=begins - second), Standing(), TOKYO).facts == {"day": "2026-11-30"}
    assert judge(coupon, Payment(at=ends), Standing(), TOKYO).facts == {"day": "2026-12-31"}
    assert last_day(coupon, TOKYO) == date(2026, 12, 31)
    assert window(None, None, TOKYO) == (None, None)


def test_a_day_without_midnight_begins_when_it_begins() -> None:
    begins, _ = window(date(2018, 11, 4), None, ZoneInfo("America/Sao_Paulo"))  # 0:00 became 1:00 that night
    assert begins == datetime(2018, 11, 4, 3, 0, tzinfo=UTC)


def test_days_after_a_sale() -> None:
    assert days_after(date(2026, 11, 21), 7, 30) == (date(2026, 11, 28), date(2026, 12, 27))
    assert days_after(date(2026, 11, 21), 0, 1) == (date(2026, 11, 21), date(2026, 11, 21))


@pytest.mark.parametrize(
    ("typed", "plain", "good"),
    [("spring-10", "SPRING10", True), ("ＳＰＲＩＮＧ　１０", "SPRING10", True), ("ab1", "AB1", False),
     ("春のクーポン", "春のク-ポン".replace("-", ""), False), ("A" * 25, "A" * 25, False), ("", "", False)],
)  # fmt: skip
def test_codes(typed: str, plain: str, good: bool) -> None:  # noqa: FBT001
    assert (plain_code(typed), is_code(plain_code(typed))) == (plain, good)


def test_a_made_code_may_be_a_coupons() -> None:
    assert is_code(made_code("0190aaaa-bbbb-7ccc-8ddd-eeeeffff0001"))
