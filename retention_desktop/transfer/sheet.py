"""A file as rows of text cells, whatever it is: CSV in any encoding of the ladder, or a workbook."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import zipfile
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import islice
from typing import TYPE_CHECKING, Final

from retention_desktop.domain.columns import guess_columns, is_header, kinds
from retention_desktop.domain.sheet_text import cells, decode, is_binary, unguarded
from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from retention_desktop.domain.columns import Column, Sheet

MEGABYTE: Final = 1024 * 1024
LARGEST: Final = 100 * MEGABYTE
"""No shop's list comes near it; a bigger file is refused before it is read."""
_UNPACKED: Final = 8 * LARGEST
_ZIP, _OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WITHIN: Final = re.compile("^\ufeff", re.MULTILINE)
"""The byte order mark of a file that was put behind another one."""
_LOOKED_AT: Final = 50
_HEADER_WITHIN: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of a file below its headings.

    Attributes:
        file: its name, without the folder.
        digest: SHA-256 of its bytes.
        encoding: as Python names it ("utf-8-sig", "cp932", ...), or "workbook".
        first: the line number of the first row (the headings' line + 1).
        rows: text cells; each row is as wide as the headings.
    """

    file: str
    digest: str
    encoding: str
    columns: tuple[Column, ...]
    first: int
    rows: tuple[Sequence[str], ...]


def read_table(path: Path, sheet: Sheet, encoding: str | None, mapping: Mapping[int, str | None] | None) -> Table:
    """Read a file.

    Args:
        path: .csv, .txt, .tsv, .xlsx, .xlsm, .xls or .ods; what the bytes say counts, not the ending.
        encoding: None = find out.
        mapping: kind by column number (from 0) in place of what was guessed; None as a kind leaves the column out.

    Raises:
        ShopError: file_not_found, file_unreadable, file_empty, file_too_large, file_not_text, encoding_unknown.
    """
    if path.suffix.lower() == ".vcf":  # written, but not read
        raise ShopError("format_unknown", file=path.name)
    data = _read_bytes(path)
    if data.startswith((_ZIP, _OLD_WORKBOOK)):
        rows, found = _workbook_rows(path, data), "workbook"
    else:
        rows, found = _text_rows(path, data, encoding)
    if not rows:
        raise ShopError("file_empty", file=path.name)
    return _table(_printable(path.name), hashlib.sha256(data).hexdigest(), found, rows, sheet, mapping or {})


def _printable(name: str) -> str:
    """A file's name as text: one unpacked from an archive may hold bytes that are none."""
    return name.encode(errors="replace").decode()


def _read_bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise ShopError("file_too_large", file=path.name, megabytes=-(-size // MEGABYTE), limit=LARGEST // MEGABYTE)
        data = path.read_bytes()
    except FileNotFoundError:
        raise ShopError("file_not_found", file=path.name) from None
    except OSError as error:
        raise ShopError("file_unreadable", file=path.name) from error
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise ShopError("file_empty", file=path.name)
    return data


def _text_rows(path: Path, data: bytes, encoding: str | None) -> tuple[list[list[str]], str]:
    if is_binary(data):
        raise ShopError("file_not_text", file=path.name)
    decoded = decode(data, encoding)
    if decoded is None:
        raise ShopError("encoding_unknown", file=path.name)
    text = _WITHIN.sub("", decoded.text) if "\ufeff" in decoded.text else decoded.text
    try:
        rows = _unhurried(cells(text))
    except csv.Error as error:
        raise ShopError("file_unreadable", file=path.name) from error
    while rows and not rows[-1]:
        rows.pop()
    if "'" in text:
        rows = [[unguarded(cell) if cell[:1] == "'" else cell for cell in row] for row in rows]
    return rows, decoded.encoding


def _unhurried(rows: Iterator[list[str]]) -> list[list[str]]:
    """All rows, a thousand at a time: other threads, the window's among them, get their turn between."""
    found: list[list[str]] = []
    while part := list(islice(rows, 1000)):
        found += part
    return found


def _workbook_rows(path: Path, data: bytes) -> list[list[str]]:
    """The first sheet that holds anything. A workbook that would unpack to far more than its size is refused."""
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415  only lists from Excel need it

    if data.startswith(_ZIP) and _unpacked_size(path, data) > _UNPACKED:
        raise ShopError("file_too_large", file=path.name, megabytes=_UNPACKED // MEGABYTE, limit=LARGEST // MEGABYTE)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in workbook.sheet_names:
            found = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            while found and not any(found[-1]):
                found.pop()
            if found:
                return [[_cell_text(cell) for cell in row] for row in found]
    except CalamineError as error:
        raise ShopError("file_unreadable", file=path.name) from error
    return []


def _unpacked_size(path: Path, data: bytes) -> int:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return sum(entry.file_size for entry in packed.infolist())
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise ShopError("file_unreadable", file=path.name) from error


def _cell_text(cell: object) -> str:
    """A cell as a person sees it: 9012345678.0 is 9012345678, a date is ISO, an hour of midnight is left out."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)


def _table(
    file: str, digest: str, encoding: str, rows: list[list[str]], sheet: Sheet, mapping: Mapping[int, str | None]
) -> Table:
    header = next((index for index, row in enumerate(rows[:_HEADER_WITHIN]) if is_header(row, sheet)), None)
    below = rows if header is None else rows[header + 1 :]
    width = max(map(len, rows))
    headings = [""] * width if header is None else [*rows[header], *[""] * (width - len(rows[header]))]
    columns = guess_columns(headings, below[:_LOOKED_AT], sheet)
    chosen = tuple(_chosen(column, mapping.get(index, column.kind), sheet) for index, column in enumerate(columns))
    even = [row if len(row) == width else [*row, *[""] * (width - len(row))] for row in below]
    return Table(
        file=file, digest=digest, encoding=encoding, columns=chosen, first=1 if header is None else header + 2,
        rows=tuple(even),
    )  # fmt: skip


def _chosen(column: Column, kind: str | None, sheet: Sheet) -> Column:
    if kind == column.kind:
        return column
    if kind is not None and kind not in kinds(sheet):
        raise ValueError(kind)
    return replace(column, kind=kind, confidence="none" if kind is None else "sure")
