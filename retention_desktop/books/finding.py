"""Finding a customer by anything a person says or a scanner types: digits, kana, kanji, romaji, numbers, codes."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from retention_desktop.books.holding import holders_of
from retention_desktop.domain.name import query_keys
from retention_desktop.domain.phone import read_phone
from retention_desktop.storage import finding_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.storage.plain import Reader

_Reads = TypeVar("_Reads", bound="Reader")
_Reads_contra = TypeVar("_Reads_contra", bound="Reader", contravariant=True)
_WHOLE_NUMBER: Final = 9
"""From this many digits on the query is a whole phone number."""
_LINKS: Final = str.maketrans("", "", " -()ー−‐‑–—―\u3000")


@dataclass(frozen=True, slots=True)
class Found:
    """Keys of the customers found, best first; `exact`: the first is the only whole member number, phone or code."""

    keys: tuple[int, ...]
    exact: bool = False


class Index(Protocol[_Reads_contra]):
    """Everybody's search keys: the index in memory, or what stands in for it until that is built."""

    def find(self, reader: _Reads_contra, needles: Sequence[str], most: int, /) -> list[int]:
        """Keys of customers whose search key holds one of these folded texts, the newest visit first."""


def find(reader: _Reads, index: Index[_Reads], query: str, region: str, most: int) -> Found:
    """The customers that a query means, at most `most`; an empty query finds nobody."""
    text = unicodedata.normalize("NFKC", query).strip()
    if not text:
        return Found(())
    holders = holders_of(reader, text)
    members = finding_store.members(reader, text)
    held = [holder.customer for holder in holders]
    # A coupon's code may be a word that somebody is called by: it comes first, but others are found too.
    if held and not members and holders[0].by != "coupon":
        return Found(tuple(held)[:most], exact=len(held) == 1)
    digits = text.translate(_LINKS).lstrip("+")
    if digits.isascii() and digits.isdigit():
        return _by_digits(reader, index, text, digits, members, region, most)
    keys = dict.fromkeys([*members, *held, *index.find(reader, query_keys(text), most)])
    return Found(tuple(keys)[:most], exact=len(members) == 1 or (bool(held) and len(keys) == 1))


def _by_digits(
    reader: _Reads, index: Index[_Reads], text: str, digits: str, members: list[int], region: str, most: int
) -> Found:
    if len(digits) >= _WHOLE_NUMBER:
        e164 = read_phone(text, region).e164
        owners = finding_store.owners_of_address(reader, e164, most) if e164 else []
        whole = list(dict.fromkeys([*members, *owners]))
        return Found(tuple(whole)[:most], exact=len(whole) == 1)
    ending = finding_store.owners_by_ending(reader, digits, most)
    # The first digits typed after a start must not wait for the index to be built.
    room = len(ending) < most and (len(digits) != 4 or not ending)
    begun = index.find(reader, (digits,), most) if room else []
    keys = dict.fromkeys([*members, *ending, *begun])
    return Found(tuple(keys)[:most], exact=len(members) == 1 and not ending)
