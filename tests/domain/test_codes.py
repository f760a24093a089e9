"""Codes that people type."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retention_desktop.domain.codes import ALPHABET, LENGTH, grouped, is_well_typed, made_code, plain_code

_UIDS = st.uuids().map(str)


def test_a_code_stays_what_it_was() -> None:
    code = made_code("01936f2e-7a10-7cc3-98c4-dc0c0c07398f")
    assert len(code) == LENGTH
    assert is_well_typed(code)
    assert plain_code(grouped(code)) == code
    assert grouped("OLD2CODE") == "OLD2CODE"


def test_no_sign_is_mistaken_for_another() -> None:
    assert not set("AEIOU015BLNSZ") & set(ALPHABET)
    assert len(set(ALPHABET)) == len(ALPHABET) == 23


@given(_UIDS)
def test_a_code_is_read_however_it_is_typed(uid: str) -> None:
    code = made_code(uid)
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in code.lower())
    assert plain_code(f" {wide[:3]}－{wide[3:7]} ー{wide[7:]}") == code


@given(_UIDS, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_found(uid: str, at: int, sign: str) -> None:
    code = made_code(uid)
    wrong = code[:at] + sign + code[at + 1 :]
    assert is_well_typed(wrong) == (wrong == code)


@given(_UIDS, st.integers(0, LENGTH - 2))
def test_two_signs_swapped_are_found(uid: str, at: int) -> None:
    code = made_code(uid)
    wrong = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    assert is_well_typed(wrong) == (wrong == code)
