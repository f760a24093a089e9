"""Names: kept byte for byte as they were given; folded only to find, compare and sort.

Variant kanji that people mix in one and the same name are folded to one form. The groups are the old and new forms of
the Jōyō and name kanji lists (the 旧字体 of 常用漢字表 and 人名用漢字別表) and the variants that occur in family names
under Unicode's Unihan fields kSemanticVariant and kZVariant.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from retention_desktop.domain.kana import LARGE, is_kana, latin, loosened, unvoiced

# The first of each group stands for all of it.
_VARIANT_TABLE: Final = """
高髙 崎﨑嵜 辺邉邊 斉斎齊齋 沢澤 島嶋嶌 浜濱濵 桜櫻 広廣 国國圀 真眞 竜龍 滝瀧 恵惠 栄榮 円圓 学學斈 寿壽 実實
条條 曽曾 蔵藏 豊豐 与與 芦蘆 弥彌 富冨 徳德 増增 清淸 青靑 黒黑 瀬瀨 頼賴 桑桒 吉𠮷 館舘 渕淵 野埜 峰峯 村邨
岳嶽 万萬 桧檜 篭籠 関關 亀龜 壱壹 静靜 鉄鐵 闘鬪 帯帶 尭堯 遥遙 槙槇 薮藪 鶴靏靍 枡桝 塩鹽 県縣 黄黃 児兒
庄莊荘 総總 団團 鴎鷗 郷鄕 巌巖 凛凜 穂穗 晃晄 秋穐 松枩 鉱鑛 帰歸 剣劍剱劔 検檢 厳嚴 絵繪 楽樂 気氣 旧舊 暁曉
経經 継繼 蛍螢 芸藝 顕顯 沖冲 奥奧 応應 会會 覚覺 観觀 勧勸 伝傳 灯燈 当當 稲稻 麦麥 礼禮 双雙 壮壯 将將 巣巢
為爲 瑶瑤 祢禰 祷禱 禄祿 粛肅 諌諫 逓遞 霊靈 齢齡 髪髮
"""
VARIANTS: Final = tuple(_VARIANT_TABLE.split())
_DROPPED: Final = " \t\r\n\u3000\u00a0\u200b\u200d\ufeffー・･.,'’`´-‐‑–—−_/|「」()（）" + "".join(
    chr(code)
    for code in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))  # variation selectors
)
_SAME_SOUND: Final = LARGE | str.maketrans("ぢづゐゑをゔ", "じずいえおぶ")
_HIRAGANA: Final = {code: chr(_SAME_SOUND.get(code - 0x60, code - 0x60)) for code in range(0x30A1, 0x30F7)}
_FOLDED: Final = str.maketrans(
    {ord(variant): group[0] for group in VARIANTS for variant in group[1:]}
    | {ord(char): "" for char in _DROPPED}
    | _SAME_SOUND
    | _HIRAGANA
)
_V_SOUNDS: Final = {"ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ"}
_V_SOUND: Final = re.compile("ヴ[ァィェォ]")
_REPEATED: Final = re.compile("(.)々")
_TITLED: Final = re.compile(r"(?:様|さま|さん|ちゃん|くん|殿|先生|御中|各位)\s*$")
_LEGAL_FORM: Final = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|合名会社|(?:社団|財団|医療|学校|宗教|福祉)法人|[㈱㈲]|[(（][株有同医][)）]"
)
_LATIN: Final = re.compile(r"(?=.*[a-z])[\x20-\x7e\u0300-\u036f]+")  # macrons included
_UNFINISHED: Final = re.compile(r"(?<=[ぁ-ゖ])[a-z]+$")


def fold(text: str) -> str:
    """The text to compare by: width, script, case, small and long kana, variant kanji and blanks made alike."""
    if text.isascii() and text.isalnum():
        return text.lower()
    return "".join(map(_fold_word, text.split()))


@lru_cache(maxsize=32768)
def _fold_word(word: str) -> str:
    plain = unicodedata.normalize("NFKC", word).casefold()
    if "々" in plain:
        plain = _REPEATED.sub(r"\1\1", plain)
    if "ヴ" in plain:
        plain = _V_SOUND.sub(lambda sound: _V_SOUNDS[sound[0]], plain)
    return plain.translate(_FOLDED)


def search_key(display_name: str, kana: str = "", member_number: str = "", *more: str) -> str:
    """What a search looks in for substrings: folded name and kana, the kana in Latin letters, number and the rest.

    Parts are parted by a blank, which no folded query holds. Look for each of `query_keys(query)`.
    """
    spoken = kana or (display_name if is_kana(display_name) else "")
    return joined_search_key(fold(display_name), fold(kana), spoken, member_number, *more)


def joined_search_key(name_key: str, kana_key: str, spoken: str, *more: str) -> str:
    """`search_key` for callers that have folded name and reading already; `spoken` is the reading as it was given."""
    words = list(map(latin, spoken.split()))
    joined = "".join(words)
    across = loosened(joined) if any(map(_melt, words, words[1:])) else ""
    parts = dict.fromkeys((name_key, kana_key, joined, across, *map(fold, more)))
    parts.pop("", None)
    return " ".join(parts)


def _melt(word: str, following: str) -> bool:
    """Whether two words read in one would lose a letter between them, as long vowels and doubled consonants do."""
    end, start = word[-1:], following[:1]
    return end == start or (end == "o" and start == "u")


def query_keys(query: str) -> tuple[str, ...]:
    """The folded forms of what somebody typed; a customer is found if their search key holds one of them.

    Latin letters are also looked for as a kana reading; letters that an input method has not turned yet are left out.
    Last come the words in the other order: some say the given name first where the shop wrote the family's.
    """
    keys = _keys(fold(query))
    first, *rest = query.split() or ("",)
    if rest:
        keys += _keys(fold(" ".join((*rest, first)))) + _keys(fold(" ".join((rest[-1], first, *rest[:-1]))))
    return tuple(key for key in dict.fromkeys(keys) if key)


def _keys(folded: str) -> list[str]:
    keys = [folded, _UNFINISHED.sub("", folded)]
    if _LATIN.fullmatch(unicodedata.normalize("NFKD", folded)):
        keys.append(loosened(folded))
    return keys


def split_name(text: str) -> tuple[str, str]:
    """Family and given name, parted at the first blank of any width; without one all of it is the family name.

    In Latin letters the given names come first (John Paul Smith), but for a first word with a comma (Smith, John) or
    alone in capitals (YAMADA Taro), as passports and forms write the family name.
    """
    words = text.split()
    if len(words) < 2 or text[:1] > "\u2e80" or not _is_latin(text):
        return split_reading(text)
    if words[0].endswith(","):
        return words[0][:-1], " ".join(words[1:])
    if sum(map(str.isalpha, words[0])) > 1 and words[0].isupper() and not words[-1].isupper():
        return split_reading(text)
    return words[-1], text.strip().rsplit(None, 1)[0]


def split_reading(text: str) -> tuple[str, str]:
    """Family and given reading: as `split_name`, but the family's is first in any script."""
    family, *rest = text.strip().split(None, 1) or ("",)
    return family, rest[0] if rest else ""


def _is_latin(text: str) -> bool:
    return _LATIN.fullmatch(unicodedata.normalize("NFKD", text.replace("’", "'")).lower()) is not None


def kana_sort_key(kana: str, name: str = "") -> str:
    """Sorts by reading, then Latin names, then names whose reading nobody entered, then the nameless.

    はまだ, ハマダ and ﾊﾏﾀﾞ are equal; はまた comes right before them.
    """
    return joined_sort_key(fold(kana or (name if is_kana(name) else "")), fold(name))


def joined_sort_key(kana_key: str, name_key: str) -> str:
    """`kana_sort_key` for callers that have folded both already."""
    if kana_key:
        return f"1{unvoiced(kana_key)} {kana_key}"
    if not name_key:
        return "9"
    return f"2{name_key}" if name_key[0].isascii() else f"3{name_key}"


def is_organisation(name: str) -> bool:
    """Whether the name carries a legal form: 株式会社, ㈱, （有）."""
    return _LEGAL_FORM.search(name) is not None


def addressed(name: str, kind: str = "person") -> str:
    """The name as a Japanese letter addresses it: 様, or 御中 for an organisation, never on top of another title."""
    known = name.strip()
    if not known:
        return "お客様"
    if _TITLED.search(known):
        return known
    return f"{known} {'御中' if kind == 'organisation' else '様'}"
