"""A short code that stands for one customer on a printed card, made from the uid and from nothing else.

The last 44 bits of a UUIDv7 are random (RFC 9562, 5.7), so nine characters of an alphabet of thirty hold them, and a
tenth checks them: 100,000 customers share no code in 999 of 1,000 shops, and where two do, both are found.
The alphabet has the digits and the consonants but N: a scanner that types it while a Japanese input method is on
makes no kana of it (vowels and N would), only wide letters, which `read_person_code` takes too.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

ALPHABET: Final = "0123456789BCDFGHJKLMPQRSTVWXYZ"
BODY: Final = 9
TAIL: Final = 11
"""Hexadecimal digits of the uid that the code holds."""
_HEX: Final = frozenset("0123456789abcdef")
_LOOKALIKES: Final = str.maketrans("OI", "01")
# Two equal consonants become a small tsu before the second in a Japanese input method.
_DOUBLED: Final = re.compile("[っッ](?=([A-Z]))")
_LINKS: Final = re.compile(r"[\s\-‐‑‒–—―−ーｰ]")


def person_code(uid: str) -> str:
    """The code of the customer with this uid, "K7Q-M4T2-XBH" without its hyphens: ten characters, upper case.

    Raises:
        ValueError: the uid does not end in eleven hexadecimal digits.
    """
    value = int(_tail(uid), 16)
    body = ""
    for _ in range(BODY):
        value, digit = divmod(value, len(ALPHABET))
        body = ALPHABET[digit] + body
    return body + _check(body)


def grouped(code: str) -> str:
    """The code as it is printed under its picture: "K7Q-M4T2-XBH"."""
    return f"{code[:3]}-{code[3:7]}-{code[7:]}"


def read_person_code(text: str) -> str:
    """The end of the uid that a code typed or scanned stands for, "" where this is no such code.

    Takes wide and small letters, any hyphens and spaces, O for 0 and I for 1.
    """
    plain = _LINKS.sub("", unicodedata.normalize("NFKC", text)).upper()
    code = _DOUBLED.sub(r"\1", plain).translate(_LOOKALIKES)
    if len(code) != BODY + 1 or not set(code) <= set(ALPHABET) or _check(code[:BODY]) != code[BODY]:
        return ""
    value = 0
    for letter in code[:BODY]:
        value = value * len(ALPHABET) + ALPHABET.index(letter)
    tail = f"{value:0{TAIL}x}"
    return tail if len(tail) == TAIL else ""


def _tail(uid: str) -> str:
    tail = uid.replace("-", "")[-TAIL:].lower()
    if len(tail) != TAIL or not set(tail) <= _HEX:
        raise ValueError(uid)
    return tail


def _check(body: str) -> str:
    """The tenth letter: weights 1 to 9 modulo the prime 31 find every wrong letter and every two swapped.

    Thirty letters leave the last remainder without one: it shares the first one's, and a mistake that turns 0 into
    30 or back is the only one not found.
    """
    total = sum(weight * ALPHABET.index(letter) for weight, letter in enumerate(body, start=1))
    return ALPHABET[total % 31 % len(ALPHABET)]
