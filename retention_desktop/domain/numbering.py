"""What libphonenumber knows of a number. Importing this module costs the library's 15-30 ms: see `phone.py`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType

Line = Literal["mobile", "fixed", "unknown"]
REGIONS: Final[frozenset[str]] = frozenset(phonenumbers.SUPPORTED_REGIONS)
"""ISO 3166 codes."""
_LINES: Final[dict[int, Line]] = {PhoneNumberType.MOBILE: "mobile", PhoneNumberType.FIXED_LINE: "fixed"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A possible number.

    Attributes:
        e164: `+` and digits.
        valid: whether its range is known to be in use.
        kind: what the library is sure of.
        lost_zero: a Japanese number written without its trunk zero and without a country code.
    """

    e164: str
    valid: bool
    kind: Line
    lost_zero: bool


def read(text: str, region: str) -> Reading | None:
    """Read ASCII text as a number of `region`: the first valid reading, else the first possible one, else None."""
    parsed = [number for reading in _readings(text) if (number := _parse(reading, region)) is not None]
    possible = [number for number in parsed if phonenumbers.is_possible_number(number)]
    if not possible:
        return None
    best = next(filter(phonenumbers.is_valid_number, possible), possible[0])
    return Reading(_e164(best), phonenumbers.is_valid_number(best), _line(best), _lost_zero(text, best))


def line_of(e164: str) -> Line:
    """The kind of line behind an E.164 number."""
    number = _parse(e164, None)
    return "unknown" if number is None else _line(number)


def written(e164: str, region: str) -> str:
    """The number as `region` writes it, else in international form, else as it is: the first that reads back alike."""
    number = _parse(e164, None)
    if number is None:
        return e164
    for form in (PhoneNumberFormat.NATIONAL, PhoneNumberFormat.INTERNATIONAL):
        text = phonenumbers.format_number(number, form)
        again = _parse(text, region)
        if again is not None and _e164(again) == e164:
            return text
    return e164


def _readings(text: str) -> list[str]:
    """The text itself, then without the remark behind its digits, then with 00 as the `+` that most countries mean."""
    digits = re.sub(r"\D+$", "", text, flags=re.ASCII)
    readings = [text] if digits == text else [text, digits]
    return [*readings, "+" + digits[2:]] if digits.startswith("00") else readings


def _lost_zero(text: str, number: PhoneNumber) -> bool:
    digits = re.sub(r"\D", "", text, flags=re.ASCII)
    return number.country_code == 81 and digits == str(number.national_number) and "+" not in text


def _parse(text: str, region: str | None) -> PhoneNumber | None:
    try:
        return phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None


def _e164(number: PhoneNumber) -> str:
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def _line(number: PhoneNumber) -> Line:
    return _LINES.get(phonenumbers.number_type(number), "unknown")
