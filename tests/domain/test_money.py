"""Amounts in the smallest unit of their currency."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_desktop.domain.money import EXPONENTS, exponent, read_amount
from retention_desktop.errors import ShopError


@pytest.mark.parametrize(
    ("text", "currency", "amount"),
    [
        ("1080", "JPY", 1080),
        ("1,080", "JPY", 1080),
        ("１，０８０", "JPY", 1080),
        ("¥1,080", "JPY", 1080),
        ("￥１，０８０－", "JPY", 1080),
        ("\\1080", "JPY", 1080),
        ("1080円", "JPY", 1080),
        ("1080.00", "JPY", 1080),
        (" 1080 ", "JPY", 1080),
        ("1080 JPY", "JPY", 1080),
        ("29.33", "USD", 2933),
        ("$29.3", "USD", 2930),
        ("29.330", "USD", 2933),
        ("29", "USD", 2900),
        ("1,234,567.89", "USD", 123456789),
        ("1.5", "KWD", 1500),
        ("0", "JPY", 0),
    ],
)
def test_amounts_are_read_exactly(text: str, currency: str, amount: int) -> None:
    assert read_amount(text, currency) == amount


@pytest.mark.parametrize("text", ["", "-", "abc", "-5", "1,08", "1.5", "1.2.3", "12e3", "¥", "9" * 30, "٣"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ShopError) as caught:
        read_amount(text, "JPY")
    assert (caught.value.code, caught.value.facts) == ("amount_invalid", {"text": text})


def test_decimals_follow_iso_4217() -> None:
    assert [exponent(code) for code in ("JPY", "KRW", "USD", "EUR", "KWD")] == [0, 0, 2, 2, 3]
    assert len(EXPONENTS) > 150
    with pytest.raises(ShopError) as caught:
        exponent("YEN")
    assert caught.value.code == "currency_unknown"


@given(st.integers(0, 10**12))
def test_every_way_of_writing_an_amount_is_the_same_amount(amount: int) -> None:
    assert {read_amount(text, "JPY") for text in (str(amount), f"{amount:,}円", f"¥{amount:,}", f"{amount}.0")} == {
        amount
    }
    assert read_amount(f"{amount // 100}.{amount % 100:02}", "USD") == amount
    assert read_amount(f"{amount // 1000:,}.{amount % 1000:03}", "KWD") == amount
