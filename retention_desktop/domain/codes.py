"""Codes that people read aloud and type: made from a uid, without look-alikes, the last sign checks the others.

The 23 signs have no vowels and none of 0 1 5 B I L N O S U Z: nothing to mistake in print or on the phone, no words,
and a Japanese input method makes no kana of them. 23 is a prime: weights modulo 23 find every wrong sign and every
two swapped. Nine signs of the random half of a UUIDv7 (RFC 9562, 5.7) hold 40 bits: of ten thousand codes two are the
same in one shop of 36,000, and the store keeps them unique besides.
"""

from __future__ import annotations

import re
from typing import Final
from unicodedata import normalize

ALPHABET: Final = "2346789CDFGHJKMPQRTVWXY"
LENGTH: Final = 10
_LINKS: Final = re.compile(r"[\s\-‐‑‒–—―−ーｰ]")


def made_code(uid: str) -> str:
    """The code of what has this uid, ten signs without hyphens."""
    number, body = int(uid.replace("-", "")[-16:], 16) % 2**62, ""
    for _ in range(LENGTH - 1):
        number, sign = divmod(number, len(ALPHABET))
        body += ALPHABET[sign]
    return body + check_sign(body)


def grouped(code: str) -> str:
    """A code as it is shown: "K7Q-M4T2-XGH"; one of another length as it is."""
    return f"{code[:3]}-{code[3:7]}-{code[7:]}" if len(code) == LENGTH else code


def plain_code(text: str) -> str:
    """A code as it is kept and looked up: wide and small letters made plain, hyphens and spaces left out."""
    return _LINKS.sub("", normalize("NFKC", text)).upper()


def is_well_typed(code: str) -> bool:
    """Whether a plain code is one that `made_code` could make: if not, and nobody has it, it was mistyped."""
    return len(code) == LENGTH and set(code) <= set(ALPHABET) and check_sign(code[:-1]) == code[-1]


def check_sign(body: str) -> str:
    """The sign that stands behind these nine."""
    total = sum(weight * ALPHABET.index(sign) for weight, sign in enumerate(body, start=1))
    return ALPHABET[total % len(ALPHABET)]
