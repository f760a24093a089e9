"""From a file's bytes to rows of cells: encoding first, then the delimiter, then the cells.

Decoding comes before parsing: in CP932 the second byte of 表, ソ, 能 or 十 is a backslash, and a parser that works on
bytes breaks there. The ladder is: byte order mark, strict UTF-8, strict CP932, EUC-JP (as EUC-JIS-2004 where it holds
① or ㈱). CP932, not Shift_JIS, for the latter lacks 髙 ① ～ ㈱ 﨑 Ⅲ. Nearly every EUC-JP text is also valid CP932, read
as half-width kana: `_reads_as_euc` tells which it is.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_STARTS: Final = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"SQLite format 3", b"\x7fELF", b"MZ\x90", b"\x1f\x8b",
)  # fmt: skip
_HEAD: Final = 65536
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DELIMITERS: Final = (",", "\t", ";")
_SNIFFED: Final = 20
_MOST_SLIPS: Final = 100
_NOT_IN_CP932: Final = frozenset("\x80\xa0\uf8f0\uf8f1\uf8f2\uf8f3")
"""What Python's codec makes of single bytes that CP932 leaves undefined."""
_LOOKED_AT: Final = 4000
_JIS: Final = re.compile(rb"\x1b(?:\$[@B]|\([BJI]|\$\(D)")
_JIS_RUN: Final = re.compile(rb"\x1b\$[@B]((?:[\x21-\x7e]{2})*)|\x1b\(I([\x21-\x5f]*)|\x1b\([BJ]")
"""Full-width characters, half-width kana, or neither, after an escape sequence of ISO-2022-JP (RFC 1468)."""
_FORMULA: Final = re.compile("'*[=+\\-@\t\r＝＋－＠]")
_E164: Final = re.compile(r"\+\d{6,15}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text and the encoding it was in, as Python names it: utf-8-sig, utf-8, utf-16, cp932, euc_jp, ..."""

    text: str
    encoding: str


def is_binary(data: bytes) -> bool:
    """Whether these are no text at all: a picture, a program, a database; what starts with a mark is text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    if data.startswith(codecs.BOM_UTF8):
        return b"\x00" in data
    head = data[:_HEAD]
    return data.startswith(_BINARY_STARTS) or b"\x00" in data or len(_CONTROLS.findall(head)) * 100 > len(head)


def decode(data: bytes, encoding: str | None = None) -> Decoded | None:
    """The text of a file, by the ladder or in the encoding somebody chose; None where it isn't in it."""
    if encoding is not None:
        return _iso_2022_jp(data) if encoding == "iso2022_jp" else _strictly(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name)
    jis = _iso_2022_jp(data)
    if jis is not None:
        return jis
    utf8 = _strictly(data, "utf-8")
    if utf8 is not None:
        return utf8
    cp932, euc = _strictly(data, "cp932"), _strictly(data, "euc_jp") or _strictly(data, "euc_jis_2004")
    if cp932 is not None and euc is not None:
        return euc if _reads_as_euc(euc) else cp932
    return cp932 or euc


def delimiter(text: str) -> str:
    """The delimiter of the first lines: the one that splits them most evenly; a comma where none does."""
    head = "\n".join(text[:_HEAD].splitlines()[:_SNIFFED])

    def evenness(mark: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(io.StringIO(head), delimiter=mark) if row]
        return (
            sum(width == widths[0] for width in widths) if widths and widths[0] > 1 else 0,
            -_DELIMITERS.index(mark),
        )

    return max(_DELIMITERS, key=evenness)


def cells(text: str, mark: str | None = None) -> Iterator[list[str]]:
    """The rows of a sheet, one list of cells each; quoted cells may hold line ends.

    A quotation mark that nothing closes would swallow the rest of the file: it is read as a character of its line, and
    the next line begins a row again. Raises csv.Error where that happens too often to be a slip.
    """
    mark = mark or delimiter(text)
    lines = io.StringIO(text, newline="")
    return _closed_rows(list(lines), mark) if '"' in text else csv.reader(lines, delimiter=mark)


def _closed_rows(lines: Sequence[str], mark: str) -> Iterator[list[str]]:
    start = 0
    for _ in range(_MOST_SLIPS):
        open_from = yield from _rows_until_unclosed(lines, start, mark)
        if open_from is None:
            return
        yield from csv.reader([lines[open_from]], delimiter=mark, quoting=csv.QUOTE_NONE)
        start = open_from + 1
    raise csv.Error("unclosed quotes")


def _rows_until_unclosed(lines: Sequence[str], start: int, mark: str) -> Generator[list[str], None, int | None]:
    """The rows from a line on; returns the line of the one that never ends, None where all do.

    A row that takes in the line put behind the last one never ended.
    """
    reader = csv.reader(chain(islice(lines, start, None), [f"the{mark}end"]), delimiter=mark)
    begun = start
    try:
        for row in reader:
            if start + reader.line_num > len(lines):
                return begun if row != ["the", "end"] else None
            yield row
            begun = start + reader.line_num
    except csv.Error:  # a cell longer than any a person wrote
        return begun
    return None


def guarded(cell: str) -> str:
    """The cell as a CSV file may hold it: an apostrophe before what a spreadsheet would run as a formula.

    Formula starts are those of OWASP's "CSV Injection", also in full width. A number in E.164 stays as it is.
    """
    return "'" + cell if _FORMULA.match(cell) and not _E164.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """The cell without the apostrophe that `guarded` put there."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell, 1) else cell


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    if encoding == "cp932" and not _NOT_IN_CP932.isdisjoint(text):
        return None
    return Decoded(text, encoding)


def _iso_2022_jp(data: bytes) -> Decoded | None:
    """Seven-bit text with the escape sequences of ISO-2022-JP, which no other text holds; None for any other.

    Windows writes into it what JIS lacks (circled digits, variants of kanji) at the places that CP932 has them; so
    what the standard does not read is put into CP932, whose double bytes follow from the same table of 94 by 94.
    """
    if not data.isascii() or not _JIS.search(data):
        return None
    standard = _strictly(data, "iso2022_jp_ext")
    found = standard or _strictly(_JIS_RUN.sub(_in_cp932, data), "cp932")
    return None if found is None or "\x1b" in found.text else Decoded(found.text, "iso2022_jp")


def _in_cp932(run: re.Match[bytes]) -> bytes:
    if run[1] is None:
        return bytes(kana + 0x80 for kana in run[2] or b"")
    pairs = zip(run[1][::2], run[1][1::2], strict=True)
    return bytes(chain.from_iterable(_shifted(row, cell) for row, cell in pairs))


def _shifted(row: int, cell: int) -> tuple[int, int]:
    """A pair of JIS X 0208 as Shift_JIS packs it: two rows to a lead byte (JIS X 0208:1997, annex 1)."""
    lead = (row - 0x21) // 2 + (0x81 if row <= 0x5E else 0xC1)
    if row % 2:
        return lead, cell + (0x1F if cell <= 0x5F else 0x20)
    return lead, cell + 0x7E


def _reads_as_euc(euc: Decoded) -> bool:
    """Whether text that is valid both ways is EUC-JP.

    In CP932 it would hold half-width kana only, for the lead bytes of full-width kana are none of EUC-JP. A third of
    half-width letters lie at 0xD0 or above, where EUC-JP has its rare kanji (rows 48 and up, and none in 6 to 15).
    """
    leads = [char.encode(euc.encoding)[0] for char in euc.text[:_LOOKED_AT] if char > "\x7f"]
    rare = sum(lead < 0xA1 or 0xA6 <= lead < 0xB0 or lead >= 0xD0 for lead in leads)
    return rare * 6 <= len(leads)
