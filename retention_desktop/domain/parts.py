"""How many SMS parts a text takes, and why.

One SMS holds 140 octets: 160 septets of GSM 03.38, or 70 UTF-16 units as soon as one character is
foreign to that alphabet. A longer text gives up six octets of each part for a header: 153 septets or 67 units
(3GPP TS 23.038 and 23.040). No part boundary may cut an escape sequence, a surrogate pair or, with the
providers known so far, a grapheme cluster. The text is counted as given: nothing is normalised here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import repeat
from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GSM_7: Final = "GSM-7"
UCS_2: Final = "UCS-2"

_BASIC: Final = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION: Final = "\f^{}\\[~]|€"
_CLUSTER: Final = regex.compile(r"\r|\n|\X")
# Latin, kana, kanji and full-width forms: each a cluster of one unit, so that most Japanese texts need no division.
_ALONE: Final = regex.compile(r"[\n\x20-\x7e\u3000-\u3029\u3041-\u3096\u309b-\u30ff\u4e00-\u9fff\uff01-\uff9d]*+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How one provider counts.

    Attributes:
        basic: characters that cost one septet.
        extension: characters that cost two septets, escape included.
        septets: septets of a lone part, and of each of several.
        units: UTF-16 units of a lone part, and of each of several.
    """

    basic: frozenset[str] = frozenset(_BASIC)
    extension: frozenset[str] = frozenset(_EXTENSION)
    septets: tuple[int, int] = (160, 153)
    units: tuple[int, int] = (70, 67)
    alphabet: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "alphabet", self.basic | self.extension)


FULL: Final = Profile()
"""The whole GSM 03.38 alphabet with an eight-bit reference: what Twilio documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a text costs on the wire.

    Attributes:
        encoding: "GSM-7" or "UCS-2".
        units: septets or UTF-16 units of the text itself, without padding.
        parts: how many SMS; an empty text is one.
        left: septets or units that still fit into the last part.
        unicode: the distinct characters that made it UCS-2, in order of appearance; empty for GSM-7.
    """

    encoding: str
    units: int
    parts: int
    left: int
    unicode: tuple[str, ...]


def count(text: str, profile: Profile = FULL) -> Parts:
    """Count a text exactly as given."""
    foreign = set(text) - profile.alphabet
    if foreign:
        units = len(text) + sum(1 for character in text if character > "\uffff")
        unicode = tuple(character for character in dict.fromkeys(text) if character in foreign)
        return _parts(UCS_2, units, profile.units, _cluster_sizes(text, profile.units[1]), unicode)
    units = len(text) + sum(text.count(character) for character in profile.extension)
    return _parts(GSM_7, units, profile.septets, (2 if c in profile.extension else 1 for c in text), ())


def _parts(encoding: str, units: int, room: tuple[int, int], sizes: Iterable[int], unicode: tuple[str, ...]) -> Parts:
    """A lone part where everything fits; else `sizes` laid one after the other into parts of the smaller room."""
    lone, each = room
    if units <= lone:
        return Parts(encoding=encoding, units=units, parts=1, left=lone - units, unicode=unicode)
    parts, used = 1, 0
    for size in sizes:
        if used + size > each:
            parts, used = parts + 1, 0
        used += size
    return Parts(encoding=encoding, units=units, parts=parts, left=each - used, unicode=unicode)


def _cluster_sizes(text: str, room: int) -> Iterator[int]:
    """UTF-16 units of each piece that may not be cut.

    A piece is a grapheme cluster; CR LF is two (billed as two characters that may part), and a cluster larger than
    a whole part can't be kept together, so its code points are laid singly.
    """
    if _ALONE.fullmatch(text):
        yield from repeat(1, len(text))
        return
    for cluster in _CLUSTER.findall(text):
        sizes = [2 if character > "\uffff" else 1 for character in cluster]
        total = sum(sizes)
        if total > room:
            yield from sizes
        else:
            yield total
