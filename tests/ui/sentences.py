"""Which sentences the window says, read from its source, and whether the .ts files translate them.

`python tests/ui/sentences.py ROOM` adds what is missing to `resources/translations/ROOM_ja.ts` (and, for
plurals, `ROOM_en.ts`) as unfinished and takes out what is no longer said. Linguist's own extractor does not
know `tr(context, text)` and `mark(context, text)`.
"""

from __future__ import annotations

import ast
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = ROOT / "resources" / "translations"
ROOMS = ("shared", "desk", "customers", "messages", "loyalty", "settings", "shell")


@dataclass(frozen=True, order=True)
class Sentence:
    context: str
    source: str
    plural: bool


def sources(room: str) -> list[Path]:
    if room == "shell":
        return sorted((ROOT / "ui").glob("*.py"))
    return sorted((ROOT / "ui" / room).rglob("*.py"))


def sentences(room: str) -> set[Sentence]:
    found: set[Sentence] = set()
    for path in sources(room):
        _Collector(found).visit(ast.parse(path.read_text("utf-8")))
    return found


class _Collector(ast.NodeVisitor):
    def __init__(self, found: set[Sentence]) -> None:
        self._found = found
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        texts = [_text(argument) for argument in node.args]
        if isinstance(node.func, ast.Attribute) and node.func.attr == "tr" and self._classes and texts and texts[0]:
            self._add(self._classes[-1], texts[0], plural="%n" in texts[0])
        elif isinstance(node.func, ast.Name) and node.func.id in {"tr", "mark", "translate"} and len(texts) > 1:
            context, source = texts[:2]
            if context and source:
                self._add(context, source, plural="%n" in source)

    def _add(self, context: str, source: str, *, plural: bool) -> None:
        self._found.add(Sentence(context, source, plural))


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def kept(path: Path) -> dict[tuple[str, str], list[str]]:
    """(context, source) -> forms, unfinished ones empty."""
    if not path.exists():
        return {}
    found: dict[tuple[str, str], list[str]] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own files
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            found[context.findtext("name", ""), message.findtext("source", "")] = forms
    return found


def write(path: Path, language: str, wanted: set[Sentence], known: dict[tuple[str, str], list[str]]) -> None:
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for context in sorted({one.context for one in wanted}):
        element = ET.SubElement(root, "context")
        ET.SubElement(element, "name").text = context
        for one in sorted(one for one in wanted if one.context == context):
            _write_message(element, one, language, known.get((context, one.source), []))
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def _write_message(parent: ET.Element, one: Sentence, language: str, forms: list[str]) -> None:
    message = ET.SubElement(parent, "message", {"numerus": "yes"} if one.plural else {})
    ET.SubElement(message, "source").text = one.source
    translation = ET.SubElement(message, "translation")
    if not forms or not all(forms):
        translation.set("type", "unfinished")
    if not one.plural:
        translation.text = forms[0] if forms else ""
        return
    for place in range(1 if language == "ja" else 2):
        ET.SubElement(translation, "numerusform").text = forms[place] if place < len(forms) else ""


def names_in(text: str) -> set[str]:
    """What a sentence is filled with: {name}, %n, %1."""
    return set(re.findall(r"\{\w*\}|%n|%\d", text))


def refresh(room: str) -> int:
    """Bring a room's files up to date; returns how many translations are missing."""
    said = sentences(room)
    missing = 0
    for language, wanted in (("ja", said), ("en", {one for one in said if one.plural})):
        path = TRANSLATIONS / f"{room}_{language}.ts"
        known = kept(path)
        if wanted or path.exists():
            write(path, language, wanted, known)
        missing += sum(not all(known.get((one.context, one.source)) or [""]) for one in wanted)
    return missing


if __name__ == "__main__":
    for name in sys.argv[1:] or ROOMS:
        sys.stdout.write(f"{name}: {refresh(name)} to translate\n")
