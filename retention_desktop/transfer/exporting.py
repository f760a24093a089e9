"""Everybody in one file: CSV for spreadsheets, a workbook, or cards for a phone's address book."""

from __future__ import annotations

import csv
import errno
import io
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.sheet_text import guarded
from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from retention_desktop.domain.birthday import Birthday
    from retention_desktop.domain.person_match import Person

# kind, heading in Japanese and English: the headings an import knows again (`domain/headings.py`)
_COLUMNS: Final = (
    ("member_number", "会員番号", "Member number"),
    ("display_name", "氏名", "Name"),
    ("family", "姓", "Family name"),
    ("given", "名", "Given name"),
    ("kana", "フリガナ", "Kana"),
    ("kana_family", "姓カナ", "Family name kana"),
    ("kana_given", "名カナ", "Given name kana"),
    ("phone", "電話番号", "Phone"),
    ("email", "メールアドレス", "Email"),
    ("birthday", "生年月日", "Birthday"),
    ("sex", "性別", "Sex"),
    ("postal_code", "郵便番号", "Postal code"),
    ("address", "住所", "Address"),
    ("kind", "種別", "Kind"),
    ("tags", "タグ", "Tags"),
    ("notes", "備考", "Notes"),
    ("pinned_note", "固定メモ", "Pinned note"),
    ("language", "言語", "Language"),
    ("channel", "連絡方法", "Channel"),
)
FORMATS: Final = (".csv", ".xlsx", ".vcf")
_WIDEST_CELL: Final = 32_767
"""What a workbook's cell can hold."""
_SEPARATORS: Final = frozenset('、，,\n"')
_SEX: Final = {"female": "女", "male": "男"}
_KIND: Final = {"person": "個人", "organisation": "法人"}


@dataclass(frozen=True, slots=True)
class Unmappable:
    """A cell that the chosen encoding can't hold: written with `?` in place of `characters`."""

    row: int
    column: str
    characters: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written: the file, how many people, and what its encoding could not hold."""

    file: Path
    rows: int
    unmappable: tuple[Unmappable, ...] = ()


def export_people(path: Path, people: Sequence[Person], language: str, encoding: str | None) -> Exported:
    """Write people in the format of the file's ending, under another name first: an old file stays until it is done.

    Args:
        language: of the headings, "ja" or "en".
        encoding: of a CSV file; None = UTF-8 with the byte order mark that Excel looks for.

    Raises:
        ShopError: format_unknown, disk_full, file_not_written.
    """
    ending = path.suffix.lower()
    if ending not in FORMATS:
        raise ShopError("format_unknown", file=path.name)
    beside = path.with_name(f".{path.stem}.partly{path.suffix}")
    try:
        if path.exists() and not path.is_file():
            raise FileExistsError(path)
        unmappable = _write(ending, beside, people, language, encoding)
        beside.replace(path)
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}:
            raise ShopError("disk_full", folder=str(path.parent)) from error
        raise ShopError("file_not_written", file=str(path)) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return Exported(file=path, rows=len(people), unmappable=unmappable)


def _write(
    ending: str, path: Path, people: Sequence[Person], language: str, encoding: str | None
) -> tuple[Unmappable, ...]:
    if ending == ".csv":
        return _write_csv(path, people, language, encoding)
    if ending == ".xlsx":
        _write_workbook(path, people, language)
    else:
        from retention_desktop.transfer.vcard import cards  # noqa: PLC0415  vobject costs 60 ms

        path.write_text("".join(cards(people)), encoding="utf-8", newline="")
    return ()


def sheet_rows(people: Sequence[Person], language: str) -> Iterator[list[str]]:
    """Headings, then one row a person; as many columns for numbers and addresses as the richest person needs."""
    widths = {
        "phone": max([len(person.phones) for person in people], default=1) or 1,
        "email": max([len(person.emails) for person in people], default=1) or 1,
    }
    yield [
        heading if number == 0 else f"{heading}{number + 1}"
        for kind, japanese, english in _COLUMNS
        for heading in (japanese if language == "ja" else english,)
        for number in range(widths.get(kind, 1))
    ]
    for person in people:
        yield _cells(person, language, widths)


def _cells(person: Person, language: str, widths: dict[str, int]) -> list[str]:
    numbers = [phone.e164 for phone in person.phones]
    emails = list(person.emails)
    japanese = language == "ja"
    return [
        person.member_number, person.name, person.family, person.given, person.kana, person.kana_family,
        person.kana_given, *numbers, *[""] * (widths["phone"] - len(numbers)),
        *emails, *[""] * (widths["email"] - len(emails)), birthday_text(person.birthday),
        _SEX.get(person.sex, "") if japanese else person.sex, person.postal_code, person.address,
        _KIND[person.kind] if japanese else person.kind, tags_text(person.tags), person.notes, person.pinned_note,
        person.language, person.channel,
    ]  # fmt: skip


def tags_text(tags: Sequence[str]) -> str:
    """Tags with commas between, in quotes where one holds a comma itself."""
    if all(_SEPARATORS.isdisjoint(tag) for tag in tags):
        return ",".join(tags)
    return ",".join('"' + tag.replace('"', '""') + '"' for tag in tags)


def birthday_text(birthday: Birthday) -> str:
    """As ISO writes it, but 05-14 without the dashes that a sheet takes for a formula."""
    return str(birthday).removeprefix("--") if birthday.day is not None else str(birthday)


def _write_csv(path: Path, people: Sequence[Person], language: str, encoding: str | None) -> tuple[Unmappable, ...]:
    unmappable: list[Unmappable] = []
    with path.open("w", encoding=encoding or "utf-8-sig", errors="replace", newline="") as file:
        writer = csv.writer(file)
        headings: list[str] = []
        for line, row in enumerate(sheet_rows(people, language), 1):
            headings = headings or row
            unmappable += _lost(line, headings, row, encoding) if encoding else ()
            writer.writerow(map(guarded, row))
    return tuple(unmappable)


def _lost(line: int, headings: list[str], row: list[str], encoding: str) -> Iterator[Unmappable]:
    for heading, cell in zip(headings, row, strict=True):
        if not _fits(cell, encoding):
            chars = dict.fromkeys(char for char in cell if not _fits(char, encoding))
            yield Unmappable(line, heading, "".join(chars))


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _write_workbook(path: Path, people: Sequence[Person], language: str) -> None:
    """Every cell is text: leading zeros and the + of a number survive, and nothing is run as a formula.

    Made in memory: no copy of the customers is left in a folder for temporary files.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415  costs 50 ms

    made = io.BytesIO()
    book = Workbook(made, {"in_memory": True})
    text, bold = book.add_format({"num_format": "@"}), book.add_format({"bold": True})
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(_COLUMNS), 16, text)
    for line, row in enumerate(sheet_rows(people, language)):
        for column, cell in enumerate(row):
            if cell:
                sheet.write_string(line, column, cell[:_WIDEST_CELL], text if line else bold)
    book.close()
    path.write_bytes(made.getbuffer())
