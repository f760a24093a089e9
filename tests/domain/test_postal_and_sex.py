"""Postal codes and the sex column."""

from __future__ import annotations

import pytest

from retention_desktop.domain.postal import read_postal_code
from retention_desktop.domain.sex import read_sex


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("〒１５０－０００１", "150-0001"),
        ("1500001", "150-0001"),
        ("150-0001", "150-0001"),
        ("〒 150 0001", "150-0001"),
        ("150ー0001", "150-0001"),
        ("600001", "060-0001"),
        ("SW1A 1AA", "SW1A 1AA"),
        ("12345", "12345"),
        (" 不明 ", "不明"),
        ("", ""),
    ],
)
def test_postal_codes(text: str, code: str) -> None:
    assert read_postal_code(text) == code


def test_other_regions_keep_their_codes() -> None:
    assert read_postal_code("941031234", "US") == "941031234"
    assert read_postal_code("1234567", "US") == "1234567"


@pytest.mark.parametrize(
    ("text", "sex"),
    [("女", "female"), ("男性", "male"), ("Ｆ", "female"), ("Male", "male"), ("", ""), ("その他", ""), ("?", "")],
)
def test_sex(text: str, sex: str) -> None:
    assert read_sex(text) == sex
