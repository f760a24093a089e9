"""Every failure has a sentence, in the window and on the command line, with its facts in it."""

from __future__ import annotations

import re

import pytest

from retention_desktop.errors import CODES, ShopError
from retention_desktop.plain_text import SENTENCES, sentence


def _example(code: str) -> ShopError:
    return ShopError(code, **{fact: f"<{fact}>" for fact in CODES[code]})


def test_the_command_line_covers_every_code_and_no_other() -> None:
    assert set(SENTENCES) == set(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_sentence_uses_only_facts_that_exist(code: str) -> None:
    assert set(re.findall(r"\{(\w+)\}", SENTENCES[code])) <= set(CODES[code])
    assert "{" not in sentence(_example(code))


def test_facts_must_be_those_of_the_code() -> None:
    with pytest.raises(TypeError):
        ShopError("customer_not_found")


def test_an_error_in_a_log_shows_no_fact() -> None:
    assert "090" not in str(ShopError("phone_invalid", phone="090-1234-5678"))
