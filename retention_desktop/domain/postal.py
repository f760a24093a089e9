"""Japanese postal codes: seven digits, written 150-0001. Codes of other countries stay as they were given."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_DASHES: Final = str.maketrans(dict.fromkeys("-‐‑‒–—―−ー", ""))
_CODE: Final = re.compile(r"〒?(\d{6,7})", re.ASCII)


def read_postal_code(text: str, region: str = "JP") -> str:
    """The code as NNN-NNNN where seven digits are found (six: a spreadsheet ate the leading zero), else the text."""
    if region != "JP":
        return text.strip()
    code = _CODE.fullmatch(unicodedata.normalize("NFKC", text).translate(_DASHES).replace(" ", ""))
    if code is None:
        return text.strip()
    digits = code[1].zfill(7)
    return f"{digits[:3]}-{digits[3:]}"
