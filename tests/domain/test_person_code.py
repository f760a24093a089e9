"""The code on a card: from the uid and back, whatever types it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_desktop.domain.codes import ALPHABET, LENGTH, grouped
from retention_desktop.domain.person_code import person_code, read_person_code

if TYPE_CHECKING:
    from collections.abc import Callable

UID = "01a200ee-5de7-7c92-9498-674dfbca8ea3"
END = "4dfbca8ea3"


def _wide(text: str) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) for letter in text)


@given(st.integers(0, 2**128 - 1))
def test_the_code_gives_back_the_end_of_the_uid(number: int) -> None:
    uid = str(UUID(int=number))
    code = person_code(uid)
    assert len(code) == LENGTH
    assert read_person_code(code) == uid[-10:]


def test_a_printed_code_must_never_change() -> None:
    assert person_code(UID) == "79DJDMY4HX"
    assert person_code(UID.upper()) == "79DJDMY4HX"
    assert grouped("79DJDMY4HX") == "79D-JDMY-4HX"


@pytest.mark.parametrize(
    "written",
    [
        str.lower,
        grouped,
        _wide,
        lambda code: _wide(code.lower()),
        lambda code: f" {code} ",
        lambda code: grouped(code).replace("-", "ー"),
    ],
)
def test_however_it_is_typed(written: Callable[[str], str]) -> None:
    assert read_person_code(written(person_code(UID))) == END


def test_two_equal_consonants_under_a_japanese_input_method() -> None:
    uid = next(text for n in range(9999) if "TT" in person_code(text := str(UUID(int=n * 7919))))
    assert read_person_code(person_code(uid).replace("TT", "っｔ")) == uid[-10:]


def test_one_wrong_letter_or_two_swapped_are_noticed() -> None:
    code = person_code(UID)
    wrong = [
        code[:place] + letter + code[place + 1 :]
        for place in range(len(code)) for letter in ALPHABET if letter != code[place]
    ]  # fmt: skip
    wrong += [
        code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        for place in range(len(code) - 1) if code[place] != code[place + 1]
    ]  # fmt: skip
    assert [one for one in wrong if read_person_code(one)] == []


@pytest.mark.parametrize("text", ["", "0148", "09012341284", "佐々木", "ささき はなこ", "ABCDEFGHIJ", "79DJDMY4H"])
def test_other_texts_are_no_code(text: str) -> None:
    assert read_person_code(text) == ""


def test_an_end_that_is_no_number_has_no_code() -> None:
    with pytest.raises(ValueError, match="tauidatall"):
        person_code("not-a-uid-at-all")
