"""Texts with placeholders: what may be written in them, and how one is filled for a person.

A placeholder is a name in square brackets, half or full width: `[姓]`, `［family］`. Filling is one pass of one
pattern over the text, and a value is never looked at again, so nothing a customer is called can be expanded.
What comes out is what is shown, counted and sent: composed (NFC), lines end in LF, no control or bidi characters.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from collections.abc import Mapping

JA: Final = "ja"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder:
    """Something about a person or the shop that a text may name.

    Attributes:
        key: the name used in code and in `fill`'s values.
        ja: the Japanese spelling shown on the chip.
        en: the English one.
        also: further spellings understood.
        empty_ja: what stands in a Japanese text where the value is empty.
        empty_en: the same in an English one.
    """

    key: str
    ja: str
    en: str
    also: tuple[str, ...] = ()
    empty_ja: str = ""
    empty_en: str = ""

    def label(self, language: str) -> str:
        """The spelling for a chip in "ja" or another language (English)."""
        return self.ja if language == JA else self.en

    def empty(self, language: str) -> str:
        """What stands in the text where the person has no such value."""
        return self.empty_ja if language == JA else self.empty_en


PLACEHOLDERS: Final = (
    Placeholder(key="family", ja="姓", en="family", also=("苗字", "last name"), empty_ja="お客様", empty_en="there"),
    Placeholder(
        key="given", ja="名", en="given", also=("ファーストネーム", "first name"), empty_ja="お客様", empty_en="there"
    ),
    Placeholder(key="name", ja="お名前", en="name", also=("名前", "full name"), empty_ja="お客様", empty_en="there"),
    Placeholder(key="points", ja="ポイント", en="points", empty_ja="0", empty_en="0"),
    Placeholder(key="punches", ja="スタンプ", en="punches", also=("stamps",), empty_ja="0", empty_en="0"),
    Placeholder(key="to_go", ja="あとスタンプ", en="punches to go", also=("to go",), empty_ja="0", empty_en="0"),
    Placeholder(
        key="last_visit",
        ja="前回の来店日",
        en="last visit",
        also=("前回",),
        empty_ja="前回",
        empty_en="your last visit",
    ),
    Placeholder(key="shop", ja="店名", en="shop", also=("お店", "shop name")),
)
"""Every placeholder, in the order of the chips."""

_HONORIFIC: Final = "様|さま|さん|殿|御中"
_PATTERN: Final = re.compile(rf"[\[［]([^\[\]［］\n]{{1,40}})[\]］](?:[ 　]?({_HONORIFIC}))?")
_HAS_TITLE: Final = re.compile(rf"(?:{_HONORIFIC}|先生)$")
_UNSENDABLE: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
# NFC would replace a kanji of somebody's name by its everyday twin (U+FA19 by U+795E): these stay as they are.
_COMPATIBILITY_KANJI: Final = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().replace("_", " ").split())


_BY_SPELLING: Final = {
    _folded(spelling): placeholder
    for placeholder in PLACEHOLDERS
    for spelling in (placeholder.key, placeholder.ja, placeholder.en, *placeholder.also)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A placeholder's place in a text.

    Attributes:
        start: index of the opening bracket.
        end: index after the closing bracket.
        key: the placeholder's key, "" for one that nobody knows.
    """

    start: int
    end: int
    key: str


def marks(text: str) -> tuple[Mark, ...]:
    """Where a text's placeholders stand, unknown ones included; for showing them, before any filling."""
    found = []
    for match in _PATTERN.finditer(text):
        known = _BY_SPELLING.get(_folded(match[1]))
        found.append(Mark(start=match.start(), end=match.end(1) + 1, key=known.key if known else ""))
    return tuple(found)


def fill(text: str, values: Mapping[str, str], language: str) -> str:
    """The text as one person gets it.

    Args:
        text: with placeholders.
        values: by placeholder key; a missing or blank one takes the placeholder's stand-in.
        language: of the text; decides the stand-ins ("お客様", "there").

    An honorific after a placeholder is left out where the value brings its own (お客様, a company's 御中, 先生).

    Raises:
        ShopError: placeholder_unknown.
    """

    def value(match: re.Match[str]) -> str:
        placeholder = _BY_SPELLING.get(_folded(match[1]))
        if placeholder is None:
            raise ShopError("placeholder_unknown", placeholder=match[1])
        given = one_line(values.get(placeholder.key, ""))
        filled = given or placeholder.empty(language)
        return filled if _HAS_TITLE.search(filled) else filled + match[0][match.end(1) + 1 - match.start() :]

    return clean(_PATTERN.sub(value, text.replace("\r\n", "\n")))


def clean(text: str) -> str:
    """What can be sent of a text: composed, LF only, no control or bidi characters, no blank ends."""
    lines = re.sub("\r\n|[\r\u2028\u2029]", "\n", text).replace("\t", " ")
    return composed(_UNSENDABLE.sub("", lines)).strip()


def one_line(text: str) -> str:
    """A value for a placeholder: cleaned, and on one line."""
    return " ".join(clean(text).split("\n"))


def composed(text: str) -> str:
    """NFC, but compatibility kanji stay what they are."""
    pieces = _COMPATIBILITY_KANJI.split(text)
    return "".join(piece if number % 2 else unicodedata.normalize("NFC", piece) for number, piece in enumerate(pieces))
