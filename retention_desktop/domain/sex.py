"""The sex column of a list: the words shops write."""

from __future__ import annotations

import unicodedata
from typing import Final

_WORDS: Final = {
    **dict.fromkeys(("女", "女性", "女子", "婦人", "f", "female", "woman", "w", "♀", "おんな", "レディース"), "female"),
    **dict.fromkeys(("男", "男性", "男子", "紳士", "m", "male", "man", "♂", "おとこ", "メンズ"), "male"),
}


def read_sex(text: str) -> str:
    """`female`, `male`, or "" for anything else: nobody is guessed at."""
    return _WORDS.get(unicodedata.normalize("NFKC", text).strip().lower(), "")
