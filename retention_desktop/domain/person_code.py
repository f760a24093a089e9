"""A short code that stands for one customer on a printed card, made from the uid and from nothing else.

Other than a reward's code, which the store keeps, it is taken apart again: the last 40 bits of a UUIDv7 are random
(RFC 9562, 5.7), nine of the 23 signs of `domain.codes` hold them, and the tenth checks them. Of 100,000 customers two
have the same one in one shop of 220; then both are found.
"""

from __future__ import annotations

import re
from typing import Final

from retention_desktop.domain.codes import ALPHABET, LENGTH, check_sign, is_well_typed, plain_code

TAIL: Final = 10
"""Hexadecimal digits of the uid that the code holds."""
# Two equal consonants typed into a Japanese input method become a small tsu and the second of them.
_DOUBLED: Final = re.compile("[っッ](?=([A-Z]))")


def person_code(uid: str) -> str:
    """The code of the customer with this uid: ten signs without hyphens.

    Raises:
        ValueError: the uid does not end in ten hexadecimal digits.
    """
    number, body = int(uid.replace("-", "")[-TAIL:], 16), ""
    for _ in range(LENGTH - 1):
        number, sign = divmod(number, len(ALPHABET))
        body = ALPHABET[sign] + body
    return body + check_sign(body)


def typed_code(text: str) -> str:
    """A code as it is looked up, whatever typed it: wide or small letters, hyphens, a scanner during composition."""
    return _DOUBLED.sub(r"\1", plain_code(text))


def read_person_code(text: str) -> str:
    """The end of the uid that a code typed or scanned stands for, "" where this is no such code."""
    code = typed_code(text)
    if not is_well_typed(code):
        return ""
    number = 0
    for sign in code[:-1]:
        number = number * len(ALPHABET) + ALPHABET.index(sign)
    tail = f"{number:0{TAIL}x}"
    return tail if len(tail) == TAIL else ""
