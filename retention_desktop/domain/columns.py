"""Which column of a list holds what: guessed from Japanese and English headings, then from the cells."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from retention_desktop.domain.birthday import read_birthday
from retention_desktop.domain.date_order import DateHabit
from retention_desktop.domain.headings import HEADINGS
from retention_desktop.domain.kana import is_kana
from retention_desktop.domain.money import EXPONENTS
from retention_desktop.domain.phone import quick_e164
from retention_desktop.domain.sex import read_sex

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Sheet = Literal["customers", "visits"]
Confidence = Literal["sure", "likely", "none"]

_REPEATABLE: Final = frozenset({"phone", "email", "address", "notes", "tags"})
_CONTAINED: Final = (
    (re.compile("携帯|電話|ケータイ|phone|mobile|^tel"), "phone"),
    (re.compile("メールアドレス|email"), "email"),
    (re.compile("生年月日|誕生日|birth"), "birthday"),
    (re.compile("郵便|postal|zip"), "postal_code"),
    (re.compile("住所|address"), "address"),
    (re.compile("性別|gender"), "sex"),
    (re.compile("フリガナ|ヨミガナ|カナ$|kana$|furigana"), "kana"),
    (re.compile("会員番号|顧客番号|お客様番号|カルテ番号"), "member_number"),
    (re.compile("氏名|お名前|顧客名|fullname"), "display_name"),
    (re.compile("備考|メモ|remark"), "notes"),
)
_CONTAINED_VISITS: Final = (
    (re.compile("来店|日付|日時|date"), "day"),
    (re.compile("金額|売上|料金|amount|total"), "amount"),
    (re.compile("会員|顧客|お客様|customer|member"), "customer"),
)
_MARKS: Final = re.compile(r"[\s・_\-()\[\]【】「」.:/#*'\"]+")
_CURRENCY: Final = re.compile(r"(?<![a-z])([a-z]{3})$")
_ANY_ORDER: Final = DateHabit("month_first", range(1921, 2021))
"""A day is one, whichever of its numbers the month is."""
_KANJI: Final = re.compile("[一-龠々]")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet.

    Attributes:
        heading: as it stands in the sheet, "" where there is none.
        kind: what it holds, one of `kinds(sheet)`; None = left out.
        confidence: "sure" by its heading, "likely" by part of it or by its cells.
        currency: named by the heading (`amount_usd`), else "".
    """

    heading: str
    kind: str | None
    confidence: Confidence
    currency: str = ""


def kinds(sheet: Sheet) -> tuple[str, ...]:
    """What a column can hold."""
    return tuple(HEADINGS[sheet])


def is_header(cells: Sequence[str], sheet: Sheet) -> bool:
    """Whether a row names columns: one of its cells is a known heading and none holds a phone number."""
    known = _known(sheet)
    return any(_plain(cell) in known for cell in cells) and not any(quick_e164(cell) for cell in cells)


def guess_columns(headings: Sequence[str], rows: Sequence[Sequence[str]], sheet: Sheet) -> tuple[Column, ...]:
    """What each column holds; `rows` are the first ones below the headings. Of two columns of a kind the surer wins."""
    claims = [_by_heading(heading, sheet) for heading in headings]
    _keep_best(claims)
    if sheet == "customers":
        _by_cells(claims, rows)
    return tuple(
        Column(heading, kind, "none" if kind is None else "sure" if rank < _LIKELY else "likely", _currency(heading))
        for heading, (kind, rank) in zip(headings, claims, strict=True)
    )


_LIKELY: Final = 1000
_UNKNOWN: Final = (None, 9999)
_Claim = tuple[str | None, int]


def _plain(heading: str) -> str:
    text = _MARKS.sub("", unicodedata.normalize("NFKC", heading)).lower()
    return "".join(chr(ord(char) + 0x60) if "ぁ" <= char <= "ゖ" and is_kana(text) else char for char in text)


@cache
def _known(sheet: Sheet) -> dict[str, tuple[str, int]]:
    return {_plain(word): (kind, rank) for kind, words in HEADINGS[sheet].items() for rank, word in enumerate(words)}


def _by_heading(heading: str, sheet: Sheet) -> _Claim:
    plain = _plain(heading)
    known = _known(sheet)
    found = known.get(plain) or known.get(_without_currency(heading))
    if found is not None:
        return found
    rules = _CONTAINED if sheet == "customers" else _CONTAINED_VISITS
    return next(((kind, _LIKELY) for pattern, kind in rules if pattern.search(plain)), _UNKNOWN)


def _keep_best(claims: list[_Claim]) -> None:
    best: dict[str, int] = {}
    for index, (kind, rank) in enumerate(claims):
        if kind is not None and kind not in _REPEATABLE and (kind not in best or rank < claims[best[kind]][1]):
            best[kind] = index
    for index, (kind, _) in enumerate(claims):
        if kind is not None and kind not in _REPEATABLE and best[kind] != index:
            claims[index] = _UNKNOWN


def _by_cells(claims: list[_Claim], rows: Sequence[Sequence[str]]) -> None:
    for kind, fits in _FITTING.items():
        taken = {claimed for claimed, _ in claims}
        if kind in taken or (kind in {"display_name", "kana"} and "family" in taken):
            continue
        for index, (claimed, _) in enumerate(claims):
            values = [row[index].strip() for row in rows if index < len(row) and row[index].strip()]
            if claimed is None and values and sum(map(fits, values)) * 10 >= len(values) * 7:
                claims[index] = (kind, _LIKELY)
                break


def _is_birthday(text: str) -> bool:
    read = read_birthday(text, _ANY_ORDER)
    return read.month is not None and read.day is not None and (read.year is None or read.year < 2020)


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) <= 3 and len(text) <= 20 and bool(_KANJI.search(text)) and not any(map(str.isdigit, text))


def _is_phone(text: str) -> bool:
    digits = sum(map(str.isdigit, text))
    return quick_e164(text) is not None or (10 <= digits <= 13 and text.lstrip("(（")[:1] in {"0", "+", "０", "＋"})


_FITTING: Final[dict[str, Callable[[str], bool]]] = {
    "email": lambda text: "@" in text and "." in text.rpartition("@")[2],
    "phone": _is_phone,
    "postal_code": lambda text: text.startswith("〒"),
    "sex": lambda text: read_sex(text) != "",
    "birthday": _is_birthday,
    "kana": is_kana,
    "display_name": _is_name,
}


def _without_currency(heading: str) -> str:
    plain = unicodedata.normalize("NFKC", heading).lower().strip()
    return _plain(re.sub(r"[\s_(\[]+(?:[a-z]{3}|円|\$|€)[)\]]?$", "", plain))


def _currency(heading: str) -> str:
    plain = re.sub(r"[)\]\s]+$", "", unicodedata.normalize("NFKC", heading).lower())
    code = _CURRENCY.search(plain.replace("_", " "))
    if code is not None and code[1].upper() in EXPONENTS and plain != code[1]:
        return code[1].upper()
    return "JPY" if plain.endswith("(円") else ""
