"""What a text costs over everyone it goes to, and whose copy to look at first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.parts import UCS_2, Parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from retention_desktop.domain.recipient import Recipient

MOST_FOREIGN: Final = 12
"""More characters that made a text Unicode are not worth listing: a Japanese text consists of them."""


class Hardship(StrEnum):
    """Why somebody's copy is worth a look."""

    LONGEST = "longest"
    NO_NAME = "no_name"
    RARE_CHARACTER = "rare_character"
    COMPANY = "company"
    LATIN = "latin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One person's filled text."""

    recipient: Recipient
    text: str
    parts: Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class HardCopy:
    """A copy worth a look, and why."""

    copy: Copy
    hardship: Hardship


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """The live meter.

    Attributes:
        people: how many get it; 0 = measured for somebody without a name.
        least: septets or UTF-16 units of the shortest copy.
        most: of the longest one.
        encoding: "UCS-2" as soon as one copy needs it.
        encodings: people by encoding.
        parts: of all copies together.
        distribution: (parts, people) pairs, few parts first.
        longest: the count of the longest copy.
        unicode: the distinct characters that made it UCS-2, the first few.
        hardest: copies to look at first, one a hardship.
        left_out: people who would get the same text at the same number a second time.
    """

    people: int
    least: int
    most: int
    encoding: str
    encodings: dict[str, int]
    parts: int
    distribution: tuple[tuple[int, int], ...]
    longest: Parts
    unicode: tuple[str, ...]
    hardest: tuple[HardCopy, ...]
    left_out: int = 0


def measure(copies: Sequence[Copy], nobody: Copy, left_out: int = 0) -> Meter:
    """Measure what everyone gets; `nobody` is the text as it would be for somebody unknown."""
    shown = copies or (nobody,)
    longest = max(shown, key=lambda copy: (copy.parts.parts, copy.parts.units))
    encodings = Counter(copy.parts.encoding for copy in copies)
    spread = Counter(copy.parts.parts for copy in copies)
    return Meter(
        people=len(copies),
        least=min(copy.parts.units for copy in shown),
        most=max(copy.parts.units for copy in shown),
        encoding=next((UCS_2 for copy in shown if copy.parts.encoding == UCS_2), longest.parts.encoding),
        encodings=dict(encodings),
        parts=sum(copy.parts.parts for copy in copies),
        distribution=tuple(sorted(spread.items())),
        longest=longest.parts,
        unicode=_foreign(shown),
        hardest=tuple(_hardest(copies, longest)),
        left_out=left_out,
    )


def _foreign(copies: Iterable[Copy]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for copy in copies:
        if len(found) >= MOST_FOREIGN:
            break
        found.update(dict.fromkeys(copy.parts.unicode))
    return tuple(found)[:MOST_FOREIGN]


def _hardest(copies: Sequence[Copy], longest: Copy) -> Iterable[HardCopy]:
    if not copies:
        return
    yield HardCopy(copy=longest, hardship=Hardship.LONGEST)
    for hardship, holds in _HOLDS.items():
        found = next((copy for copy in copies if holds(copy.recipient)), None)
        if found is not None:
            yield HardCopy(copy=found, hardship=hardship)


def _whole(recipient: Recipient) -> str:
    return recipient.display_name or f"{recipient.family}{recipient.given}"


def _is_rare(recipient: Recipient) -> bool:
    """A character of the name is outside JIS X 0208: older Japanese handsets may not show it (髙, 﨑)."""
    try:
        _whole(recipient).encode("shift_jis")
    except UnicodeEncodeError:
        return True
    return False


_HOLDS: Final[dict[Hardship, Callable[[Recipient], bool]]] = {
    Hardship.NO_NAME: lambda one: not _whole(one).strip(),
    Hardship.RARE_CHARACTER: _is_rare,
    Hardship.COMPANY: lambda one: one.organisation,
    Hardship.LATIN: lambda one: bool(_whole(one).strip()) and _whole(one).isascii(),
}
