"""Kana: one script, one order, and the Latin letters people type for it.

The order is that of Japanese telephone books: voicing marks, small kana and script count only among equals
(JIS X 4061, simplified). Latin letters are Hepburn, loosened so that every common spelling meets the same text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_KATAKANA: Final = {code: code - 0x60 for code in range(0x30A1, 0x30F7)} | {0x30FD: 0x309D, 0x30FE: 0x309E}
LARGE: Final = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_ROW_TABLE: Final = """
あいうえお かきくけこ さしすせそ たちつてと なにぬねの はひふへほ まみむめも やゆよ らりるれろ わゐゑをん
"""
_ROWS: Final = {letter: row[0] for row in _ROW_TABLE.split() for letter in row}
_SPELLING_TABLE: Final = """
あ:a い:i う:u え:e お:o か:ka き:ki く:ku け:ke こ:ko が:ga ぎ:gi ぐ:gu げ:ge ご:go
さ:sa し:shi す:su せ:se そ:so ざ:za じ:ji ず:zu ぜ:ze ぞ:zo た:ta ち:chi つ:tsu て:te と:to
だ:da ぢ:ji づ:zu で:de ど:do な:na に:ni ぬ:nu ね:ne の:no は:ha ひ:hi ふ:fu へ:he ほ:ho
ば:ba び:bi ぶ:bu べ:be ぼ:bo ぱ:pa ぴ:pi ぷ:pu ぺ:pe ぽ:po ま:ma み:mi む:mu め:me も:mo
や:ya ゆ:yu よ:yo ら:ra り:ri る:ru れ:re ろ:ro わ:wa ゐ:i ゑ:e を:o ん:n ゔ:bu
ぁ:a ぃ:i ぅ:u ぇ:e ぉ:o ゃ:ya ゅ:yu ょ:yo ゎ:wa っ: ー:
きゃ:kya きゅ:kyu きょ:kyo ぎゃ:gya ぎゅ:gyu ぎょ:gyo しゃ:sha しゅ:shu しょ:sho しぇ:she
じゃ:ja じゅ:ju じょ:jo じぇ:je ぢゃ:ja ぢゅ:ju ぢょ:jo ちゃ:cha ちゅ:chu ちょ:cho ちぇ:che
にゃ:nya にゅ:nyu にょ:nyo ひゃ:hya ひゅ:hyu ひょ:hyo びゃ:bya びゅ:byu びょ:byo
ぴゃ:pya ぴゅ:pyu ぴょ:pyo みゃ:mya みゅ:myu みょ:myo りゃ:rya りゅ:ryu りょ:ryo
ふぁ:fa ふぃ:fi ふぇ:fe ふぉ:fo てぃ:ti でぃ:di とぅ:tu どぅ:du うぃ:wi うぇ:we うぉ:wo
つぁ:tsa つぇ:tse つぉ:tso ゔぁ:ba ゔぃ:bi ゔぇ:be ゔぉ:bo
"""
_SPELLING: Final = dict(pair.split(":") for pair in _SPELLING_TABLE.split())
_UNVOICED: Final = {code: ord(unicodedata.normalize("NFD", chr(code))[0]) for code in range(0x3041, 0x3097)}
_SOUND: Final = re.compile("|".join(sorted(_SPELLING, key=len, reverse=True)))
_TYPED: Final = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"[^a-z]", ""),  # apostrophes, hyphens, blanks
        (r"l", "r"),
        (r"v", "b"),
        (r"oh(?![aiueoy])", "o"),  # Ohno, Satoh
        (r"m(?=[bp])", "n"),  # Shimbo
        (r"tch", "ch"),
        (r"(?:sy|si(?=$|.))", "shi"),
        (r"(?:ty|ti|cy)", "chi"),
        (r"(?:zy|jy|zi|dy|di)", "ji"),
        (r"(?:tu|tsu)", "tsu"),
        (r"(?:du|dzu)", "zu"),
        (r"hu", "fu"),
        (r"(sh|ch|j)i(?=[aueo])", r"\1"),  # sya -> shia -> sha
        (r"ou", "o"),
        (r"([a-z])\1+", r"\1"),  # long vowels, doubled consonants
    )
)


def hiragana(text: str) -> str:
    """The text with half-width and katakana letters as hiragana: for display and comparison, never for storage."""
    return unicodedata.normalize("NFKC", text).translate(_KATAKANA)


def is_kana(text: str) -> bool:
    """Whether the text is written in kana alone (blanks and dots aside), and isn't empty."""
    letters = [char for char in hiragana(text) if char not in " ・"]
    return bool(letters) and all("ぁ" <= char <= "ゖ" or char in "ーゝゞ" for char in letters)


def kana_row(kana: str) -> str:
    """The row of the kana index, one of あかさたなはまやらわ; "" for what starts otherwise."""
    first = unvoiced(hiragana(kana).strip())[:1].translate(LARGE)
    return _ROWS.get(first, "")


def unvoiced(text: str) -> str:
    """Hiragana without voicing marks: はまだ -> はまた."""
    return text.translate(_UNVOICED)


@lru_cache(maxsize=16384)
def latin(word: str) -> str:
    """One kana word in loosened Latin letters; what isn't kana falls away."""
    return loosened(_SOUND.sub(lambda sound: _SPELLING[sound[0]], hiragana(word)))


def loosened(text: str) -> str:
    """Latin letters with the differences between spellings taken out: Satoh, satou and sato become sato."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(char))
    for pattern, to in _TYPED:
        plain = pattern.sub(to, plain)
    return plain
