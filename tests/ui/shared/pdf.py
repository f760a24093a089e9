"""Reads back what a PDF of Qt's holds: pages, their size, embedded fonts and the text as it can be copied."""

from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_OBJECT = re.compile(rb"(\d+) 0 obj\s*(.*?)endobj", re.DOTALL)
_MILLIMETRE = 72 / 25.4


@dataclass(frozen=True)
class ReadPdf:
    """What was found.

    Attributes:
        sizes: millimetres of each page, rounded.
        fonts: names of the fonts whose drawings are inside.
        missing: fonts that a page names and the file does not hold.
        texts: each page's text without spaces, in the order in which it was drawn.
    """

    title: str
    sizes: list[tuple[int, int]]
    fonts: set[str]
    missing: set[str]
    texts: list[str]


def read_pdf(path: Path) -> ReadPdf:
    objects = {int(number): body for number, body in _OBJECT.findall(path.read_bytes())}
    pages = [body for body in objects.values() if b"/Type /Page\n" in body]
    named = {match[1].decode() for body in objects.values() for match in re.finditer(rb"/BaseFont /([^\n/ ]+)", body)}
    held = {
        match[1].decode().rpartition("+")[2]
        for body in objects.values()
        if b"/FontFile" in body and (match := re.search(rb"/FontName /([^\n ]+)", body))
    }
    return ReadPdf(
        title=_title(objects),
        sizes=[_size(page) for page in pages],
        fonts=held,
        missing=named - held,
        texts=[_text(objects, page) for page in pages],
    )


def _title(objects: dict[int, bytes]) -> str:
    found = next(re.search(rb"/Title \((.*?)\)\n/Creator", body, re.DOTALL) for body in objects.values())
    assert found is not None
    return re.sub(rb"\\(.)", rb"\1", found[1]).decode("utf-16")


def _size(page: bytes) -> tuple[int, int]:
    found = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", page)
    assert found is not None
    return round(float(found[1]) / _MILLIMETRE), round(float(found[2]) / _MILLIMETRE)


def _stream(body: bytes) -> bytes:
    data = body.partition(b"stream\n")[2].rpartition(b"endstream")[0]
    return zlib.decompressobj().decompress(data) if b"/FlateDecode" in body else data


def _reference(body: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", body)
    assert found is not None, name
    return int(found[1])


def _letters(objects: dict[int, bytes], font: int) -> dict[str, str]:
    """Glyph, as four hexadecimal digits, to what it stands for: the font's ToUnicode map."""
    table = _stream(objects[_reference(objects[font], b"ToUnicode")]).decode()
    found: dict[str, str] = {}
    for start, end, text in re.findall(r"<(\w{4})> <(\w{4})> <(\w+)>", table):
        for step in range(int(end, 16) - int(start, 16) + 1):
            found[f"{int(start, 16) + step:04x}"] = chr(int(text, 16) + step)
    for start, end, row in re.findall(r"<(\w{4})> <(\w{4})> \[(.*?)\]", table, re.DOTALL):
        texts = re.findall(r"<(\w+)>", row)
        assert len(texts) == int(end, 16) - int(start, 16) + 1
        for step, text in enumerate(texts):
            found[f"{int(start, 16) + step:04x}"] = bytes.fromhex(text).decode("utf-16-be")
    return found


def _text(objects: dict[int, bytes], page: bytes) -> str:
    resources = objects[_reference(page, b"Resources")]
    fonts = {name: _letters(objects, int(key)) for name, key in re.findall(rb"/(F\d+) (\d+) 0 R", resources)}
    content = _stream(objects[_reference(page, b"Contents")])
    text, letters = "", {}
    for font, glyphs in re.findall(rb"/(F\d+) [\d.]+ Tf|<([0-9a-fA-F]+)> ?T[jJ]", content):
        if font:
            letters = fonts[font]
        else:
            text += "".join(letters[glyphs[at : at + 4].decode().lower()] for at in range(0, len(glyphs), 4))
    # A glyph that several letters share is named after one of them: the wide and the narrow, kanji and its radical.
    return "".join(unicodedata.normalize("NFKC", text).split())
