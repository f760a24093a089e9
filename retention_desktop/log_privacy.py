"""Keeps phone numbers and keys out of the log.

A filter on the *handler*, so that it sees every logger's records, and on the finished text, so that it also
sees what a traceback or an argument brought along.
"""

from __future__ import annotations

import logging
import re
import zlib
from typing import Final

_PHONE: Final = re.compile(r"(?<![\w.:-])(\+?\d[\d\-() .０-９ー－]{7,18}\d)(?![\w:])")
_SECRET: Final = re.compile(
    r"(?i)\b(?:authorization|basic|bearer|token|password|passwd|secret|api[_-]?key|auth[_-]?token)\b"
    r"[\"']?\s*[:= ]\s*[\"']?(?:(?:basic|bearer)\s+)?([^\s\"',;&]{4,})"
)
_TWILIO: Final = re.compile(r"\b(AC|SK)[0-9a-f]{32}\b|\b[0-9a-f]{32}\b")
_DATE_OR_DECIMAL: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].*)?|\d+\.\d+")
HIDDEN: Final = "•••"


def private(text: str) -> str:
    """The text with phone numbers cut to their last four digits and keys taken out."""
    text = _SECRET.sub(lambda match: match[0].replace(match[1], HIDDEN), text)
    text = _TWILIO.sub(lambda match: f"{match[1] or ''}{HIDDEN}", text)
    return _PHONE.sub(_masked, text)


def _masked(match: re.Match[str]) -> str:
    digits = [sign for sign in match[1] if sign.isdigit()]
    if _DATE_OR_DECIMAL.fullmatch(match[1]) or not 9 <= len(digits) <= 15:
        return match[1]
    return HIDDEN + "".join(digits[-4:])


class PrivateFormatter(logging.Formatter):
    """Formats as usual and hides numbers and keys in the finished text, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        """One record as a line or more."""
        return private(super().format(record))


def bug_reference(error: BaseException) -> str:
    """Five hexadecimal digits for a kind of failure at a place: the same bug has the same reference."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}" if trace else ""
    return f"{zlib.crc32(f'{type(error).__name__} {place}'.encode()) % 16**5:05x}".upper()
