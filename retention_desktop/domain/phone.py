"""Telephone numbers: what people write, repaired and kept as E.164.

Possible, valid and the kind of line follow Google's libphonenumber (the package `phonenumbers`), which costs
15-30 ms to import and about 25 microseconds a number. So the forms of a Japanese mobile number, nearly everything a
shop's list holds, take a short path with the same result (a test compares the two); the library loads at the first
number that needs it (`numbering.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

Line = Literal["mobile", "fixed", "unknown"]
Problem = Literal["phone_invalid", "phone_unlikely"]
Repair = Literal["", "leading_zero_restored"]

# Dashes of the Unicode blocks, and what Japanese keyboards put in their place: the long-vowel marks and box lines.
_DASHES: Final = "-‐‑‒–—―−ー\uff70－﹣˗⁃─━"
_BLANKS: Final = (
    " \t\r\n\u00a0\u2002\u2003\u2007\u2009\u200a\u3000"  # spaces
    "\u200b\u200e\u200f\u202a\u202c\u202d\u2060\u2066\u2068\u2069\ufeff"  # what a phone's address book copies along
)
_TIDY: Final = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_BLANKS, " "),
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        **dict(zip("（）〔〕［］【】", "()()()()", strict=True)),
        "＋": "+",
        "．": ".",
        "'": "",
        "＇": "",
    }
)
_BARE: Final = str.maketrans(_TIDY | {ord(char): "" for char in _DASHES + _BLANKS + "().（）〔〕［］【】．"})
_JAPANESE_MOBILE: Final = re.compile(r"(?:\+810?|0)?([6-9]0[0-9]{8})", re.ASCII)
_VALID_MOBILE: Final = re.compile(r"\+81(?:[6-9]0[1-9]|800)")
_E164_JAPANESE_MOBILE: Final = re.compile(r"\+81([6-9]0)(\d{4})(\d{4})", re.ASCII)
_ROUNDED_BY_A_SHEET: Final = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.ASCII | re.IGNORECASE)
_FEWEST_DIGITS_JP: Final = 8
_BETWEEN: Final = re.compile(r"[/／|｜、,，;；・\n]|または|又は|\bor\b|\band\b|&")
_BESIDE: Final = re.compile(r"[()（）\[\]【】:：\s\u3000]+")


@dataclass(frozen=True, slots=True)
class Phone:
    """One number as it was given and what was made of it.

    Attributes:
        given: the text, untouched.
        e164: `+` and digits; None when the number can't be one, even after repair.
        kind: whether a text message can arrive; "unknown" where the library is not sure.
        problems: `phone_invalid` (not usable) or `phone_unlikely` (kept, but no such number range is known).
        repaired: what was mended beyond spelling.
    """

    given: str
    e164: str | None
    kind: Line
    problems: tuple[Problem, ...] = ()
    repaired: Repair = ""


def read_phone(text: str, region: str = "JP") -> Phone:
    """Read a number as written in `region` (ISO 3166 alpha-2). Empty text is no number and no problem."""
    bare = text.translate(_BARE)
    if not bare:
        return Phone(text, None, "unknown", ("phone_invalid",) if text.strip() else ())
    if region == "JP":
        known = _JAPANESE_MOBILE.fullmatch(bare)
        if known is not None:
            return _japanese_mobile(text, known[1], lost_zero=bare[0] not in "0+")
        if sum(char.isdigit() for char in bare) < _FEWEST_DIGITS_JP:
            return Phone(text, None, "unknown", ("phone_invalid",))
    return _ask_library(text, region)


def read_phones(text: str, region: str = "JP") -> tuple[tuple[Phone, ...], tuple[str, ...]]:
    """All numbers of a cell that may hold several, those first that take messages, and the words between them.

    A cell without any is one `Phone` that says why, and no words.
    """
    whole = read_phone(text, region)
    if (whole.e164 is not None and not whole.problems) or not text.strip():
        return (whole,), ()
    found: dict[str, Phone] = {}
    words: list[str] = []
    for part in filter(str.strip, _BETWEEN.split(text)):
        for piece in _pieces(part.strip(), region):
            if piece.e164 is not None:
                found.setdefault(piece.e164, piece)
            elif any(map(str.isalnum, piece.given)):
                words.append(piece.given)
    if not found or (whole.e164 is not None and all(phone.problems for phone in found.values())):
        return (whole,), ()
    return tuple(sorted(found.values(), key=lambda phone: phone.kind != "mobile")), tuple(words)


def _pieces(part: str, region: str) -> list[Phone]:
    """A part as one number, or as what blanks and brackets set apart where some of that is one."""
    whole = read_phone(part, region)
    apart = [] if whole.e164 else [read_phone(piece, region) for piece in _BESIDE.split(part) if piece]
    return apart if any(piece.e164 for piece in apart) else [whole]


def quick_e164(text: str) -> tuple[str, bool] | None:
    """The E.164 form of a plain, valid Japanese mobile number and whether its leading zero was lost; else None.

    The bulk path of an import: the same answer as `read_phone`, without a value object a row.
    """
    bare = text.translate(_BARE)
    known = _JAPANESE_MOBILE.fullmatch(bare)
    if known is None:
        return None
    e164 = "+81" + known[1]
    return (e164, bare[0] not in "0+") if _VALID_MOBILE.match(e164) else None


def can_receive_sms(e164: str) -> bool:
    """True for a Japanese 060/070/080/090 number; elsewhere unless the library is sure of a fixed line."""
    if e164.startswith("+81"):
        return _E164_JAPANESE_MOBILE.fullmatch(e164) is not None
    from retention_desktop.domain import numbering  # noqa: PLC0415 - costs 15-30 ms, seldom needed

    return bool(e164) and numbering.line_of(e164) != "fixed"


def is_region(code: object) -> bool:
    """Whether this is the ISO 3166 code of a region whose numbers are known."""
    from retention_desktop.domain import numbering  # noqa: PLC0415 - costs 15-30 ms, seldom needed

    return code in numbering.REGIONS


def last_four(e164: str) -> str:
    """The last four digits: what the desk asks for and the only ones it shows."""
    return e164[-4:]


def national_format(e164: str, region: str = "JP") -> str:
    """The number as people of `region` write it (090-1234-5678); international where that would lose digits."""
    known = _E164_JAPANESE_MOBILE.fullmatch(e164) if region == "JP" else None
    if known is not None:
        return f"0{known[1]}-{known[2]}-{known[3]}"
    from retention_desktop.domain import numbering  # noqa: PLC0415 - costs 15-30 ms, seldom needed

    return numbering.written(e164, region)


def _japanese_mobile(given: str, national: str, *, lost_zero: bool) -> Phone:
    e164 = "+81" + national
    return Phone(
        given,
        e164,
        "mobile",
        () if _VALID_MOBILE.match(e164) else ("phone_unlikely",),
        "leading_zero_restored" if lost_zero else "",
    )


def _ask_library(given: str, region: str) -> Phone:
    from retention_desktop.domain import numbering  # noqa: PLC0415 - costs 15-30 ms, seldom needed

    tidy = given.translate(_TIDY).strip()
    read = None if _ROUNDED_BY_A_SHEET.fullmatch(tidy) else numbering.read(tidy, region)
    if read is None:
        return Phone(given, None, "unknown", ("phone_invalid",))
    kind: Line = read.kind
    if read.e164.startswith("+81"):
        kind = "mobile" if can_receive_sms(read.e164) else "fixed"
    if not read.valid:
        return Phone(given, read.e164, kind, ("phone_unlikely",))
    return Phone(given, read.e164, kind, (), "leading_zero_restored" if read.lost_zero else "")
