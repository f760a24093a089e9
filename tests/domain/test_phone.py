"""Telephone numbers as people write them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from retention_desktop.domain.phone import (
    can_receive_sms,
    last_four,
    national_format,
    quick_e164,
    read_phone,
    read_phones,
)

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "text",
    [
        "09012345678",
        "090-1234-5678",
        "090 1234 5678",
        "(090)1234-5678",
        "（０９０）１２３４－５６７８",
        "０９０－１２３４－５６７８",
        "090ー1234ー5678",
        "090\uff701234\uff705678",
        "090−1234−5678",
        "090‐1234‐5678",
        "090–1234—5678",
        "090.1234.5678",
        "９０１２３４５６７８",
        "9012345678",
        "+81 90 1234 5678",
        "+81 (0)90-1234-5678",
        "＋８１９０１２３４５６７８",
        "819012345678",
        "0081 90 1234 5678",
        "010 81 90 1234 5678",
        "'09012345678",
        "\u202d090-1234-5678\u202c",
        " 090-1234-5678\n",
        "TEL 090-1234-5678",
        "090-1234-5678（母）",
    ],
)
def test_one_mobile_number_in_many_spellings(text: str) -> None:
    phone = read_phone(text)
    assert (phone.e164, phone.kind, phone.problems, phone.given) == ("+819012345678", "mobile", (), text)


@pytest.mark.parametrize(
    ("text", "e164", "repaired"),
    [
        ("9012345678", "+819012345678", "leading_zero_restored"),
        ("312345678", "+81312345678", "leading_zero_restored"),
        ("090-1234-5678", "+819012345678", ""),
        ("+819012345678", "+819012345678", ""),
        ("03-1234-5678", "+81312345678", ""),
    ],
)
def test_a_zero_eaten_by_a_spreadsheet_is_said(text: str, e164: str, repaired: str) -> None:
    phone = read_phone(text)
    assert (phone.e164, phone.repaired) == (e164, repaired)


@pytest.mark.parametrize("text", ["12345", "090-123", "-", "なし", "9.01235E+09", "0", "110", "ー"])
def test_what_cannot_be_a_number_is_invalid(text: str) -> None:
    phone = read_phone(text)
    assert (phone.e164, phone.problems) == (None, ("phone_invalid",))


@pytest.mark.parametrize("text", ["", "  ", "\u3000"])
def test_nothing_written_is_no_problem(text: str) -> None:
    assert read_phone(text).problems in {(), ("phone_invalid",)}
    assert read_phone(text.strip()).problems == ()
    assert read_phone(text).e164 is None


def test_a_possible_but_unknown_range_is_kept_and_flagged() -> None:
    phone = read_phone("090-0499-5841")
    assert (phone.e164, phone.kind, phone.problems) == ("+819004995841", "mobile", ("phone_unlikely",))


@pytest.mark.parametrize(
    ("e164", "reachable"),
    [
        ("+816012345678", True),
        ("+817012345678", True),
        ("+819012345678", True),
        ("+81312345678", False),
        ("+81120123456", False),
        ("+815012345678", False),
        ("+442079460958", False),
        ("+447400123456", True),
        ("+14155552671", True),  # the library can't tell fixed from mobile in North America
        ("", False),
    ],
)
def test_who_can_get_a_text_message(e164: str, *, reachable: bool) -> None:
    assert can_receive_sms(e164) is reachable


def test_other_regions_read_their_own_way() -> None:
    assert read_phone("(415) 555-2671", "US").e164 == "+14155552671"
    assert read_phone("020 7946 0958", "GB").kind == "fixed"
    assert read_phone("+81 90-1234-5678", "US").kind == "mobile"


@pytest.mark.parametrize(
    ("e164", "region", "written"),
    [
        ("+819012345678", "JP", "090-1234-5678"),
        ("+81312345678", "JP", "03-1234-5678"),
        ("+81120123456", "JP", "0120-123-456"),
        ("+14155552671", "JP", "+1 415-555-2671"),
        ("+14155552671", "US", "(415) 555-2671"),
        ("+819012345678", "US", "+81 90-1234-5678"),
        ("nonsense", "JP", "nonsense"),
    ],
)
def test_numbers_are_shown_as_their_region_writes_them(e164: str, region: str, written: str) -> None:
    assert national_format(e164, region) == written


@settings(max_examples=300)
@given(st.from_regex(r"\+[1-9][0-9]{7,14}", fullmatch=True))
def test_no_number_loses_a_digit_when_shown(e164: str) -> None:
    shown = national_format(e164)
    if shown != e164:
        number = phonenumbers.parse(shown, "JP")
        assert phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) == e164


def test_last_four() -> None:
    assert last_four("+819012345678") == "5678"


_SEPARATORS = st.sampled_from(["", "-", " ", "  ", "(", ")", ".", "－", "　"])
_PREFIXES = st.sampled_from(["", "0", "+81", "+810", "+81 ", "+81-(0)"])


@settings(max_examples=2000)
@given(
    _PREFIXES,
    st.sampled_from(["60", "70", "80", "90", "50", "20", "3", "45", "120"]),
    _SEPARATORS,
    st.text("0123456789", min_size=3, max_size=5),
    _SEPARATORS,
    st.text("0123456789", min_size=3, max_size=5),
)
@example("0", "80", "", "0399", "", "3234")
def test_the_short_path_agrees_with_the_library(
    prefix: str, start: str, one: str, middle: str, two: str, end: str
) -> None:
    text = prefix + start + one + middle + two + end
    found = read_phone(text)
    number = phonenumbers.parse(text, "JP")
    if not phonenumbers.is_possible_number(number):
        assert found.e164 is None
        return
    assert found.e164 == phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    assert ("phone_unlikely" in found.problems) is not phonenumbers.is_valid_number(number)


@settings(max_examples=500)
@given(st.text("0123456789+-() ー－。あa", max_size=18))
def test_any_text_is_read_without_an_exception_and_like_the_bulk_path(text: str) -> None:
    phone = read_phone(text)
    quick = quick_e164(text)
    assert phone.given == text
    if quick is not None:
        assert (phone.e164, phone.kind, phone.problems) == (quick[0], "mobile", ())
        assert (phone.repaired == "leading_zero_restored") is quick[1]


def test_reading_mobile_numbers_does_not_load_the_library() -> None:
    code = (
        "import sys, json\n"
        "from retention_desktop.domain.phone import read_phone, national_format\n"
        "read_phone('090-1234-5678'); read_phone('12345'); national_format('+819012345678')\n"
        "print(json.dumps([name for name in sys.modules if name.startswith('phonenumbers')]))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(run.stdout) == []


@pytest.mark.parametrize(
    ("text", "numbers", "words"),
    [
        ("090-1234-5678 / 03-1234-5678", ["+819012345678", "+81312345678"], ()),
        ("03-1234-5678／０９０ー１２３４ー５６７８", ["+819012345678", "+81312345678"], ()),
        ("03-1234-5678 090-1234-5678", ["+819012345678", "+81312345678"], ()),
        ("0312345678\n09012345678", ["+819012345678", "+81312345678"], ()),
        ("自宅:03-1234-5678 携帯:090-1234-5678", ["+819012345678", "+81312345678"], ("自宅", "携帯")),
        ("090-1234-5678、090-8765-4321", ["+819012345678", "+819087654321"], ()),
        ("090-1234-5678、090 1234 5678", ["+819012345678"], ()),
        ("090-1234-5678", ["+819012345678"], ()),
        ("03-1234-5678 / 12", ["+81312345678"], ("12",)),
        ("なし", [], ()),
        ("12 / 34", [], ()),
        ("", [], ()),
    ],
)
def test_several_numbers_in_a_cell(text: str, numbers: list[str], words: tuple[str, ...]) -> None:
    phones, rest = read_phones(text)
    assert ([phone.e164 for phone in phones if phone.e164], rest) == (numbers, words)
    assert [problem for phone in phones for problem in phone.problems] == (
        ["phone_invalid"] if text and not numbers else []
    )


@given(st.text("0123456789-/ 、()+母携", max_size=40))
def test_no_number_of_a_cell_is_lost_by_reading_several(text: str) -> None:
    phones, _ = read_phones(text)
    assert phones
    if read_phone(text).e164 and not read_phone(text).problems:
        assert phones == (read_phone(text),)
    assert read_phone(text).e164 is None or any(phone.e164 for phone in phones)
