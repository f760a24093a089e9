"""The live meter: characters, encoding, parts in total, parts for the longest, and how they are spread."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from retention_desktop.domain.campaign import MOST_PARTS
from retention_desktop.domain.parts import FULL, GSM_7, UCS_2
from retention_desktop.domain.template import JA
from ui.messages.dot import Dot
from ui.shared.bar import BarPart, PartBar
from ui.shared.card import Card, upright_line
from ui.shared.flow_layout import FlowLayout
from ui.shared.labels import set_tone, text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.domain.meter import Meter
    from ui.shared.kit import Kit

_ROLES: Final = {1: "heat3", 2: "Accent", 3: "heat5"}


def part_role(parts: int) -> str:
    """The colour of a number of parts: lighter = fewer, red above what carriers take."""
    if parts > MOST_PARTS:
        return "bad"
    return _ROLES.get(parts, "heat5")


class Cell(QWidget):
    """A caption over a value with its unit."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self._value = text_label("–", "title", strong=True)
        self._unit = text_label("", "caption", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(text_label(caption, "caption", "secondary"))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._value)
        row.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        column.addLayout(row)

    @property
    def value(self) -> str:
        """What it shows, without the unit."""
        return self._value.text()

    def show_value(self, value: str, unit: str) -> None:
        """Another value."""
        self._value.setText(value)
        self._unit.setText(unit)

    def fade(self, *, old: bool) -> None:
        """Grey while it is older than the text."""
        set_tone(self._value, "secondary" if old else "")


class MeterCard(Card):
    """Four cells and a bar."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._language = JA
        self.column.setSpacing(10)
        self._length = Cell(tr("MeterCard", "Length"))
        self._encoding = Cell(tr("MeterCard", "Encoding"))
        self._parts = Cell(tr("MeterCard", "Parts in all"))
        self._longest = Cell(tr("MeterCard", "Longest text"))
        self._cells = (self._length, self._encoding, self._parts, self._longest)
        self._bar = PartBar(kit.theme, tr("MeterCard", "People by parts"))
        self._legend = QWidget()
        self._flow = FlowLayout(self._legend, gap=16)
        row = QHBoxLayout()
        row.setSpacing(16)
        for place, cell in enumerate(self._cells):
            if place:
                row.addWidget(upright_line())
            row.addWidget(cell, 1)
        self.column.addLayout(row)
        self.column.addWidget(self._bar)
        self.column.addWidget(self._legend)

    def fade(self, *, old: bool) -> None:
        """Grey while the figures are older than the text."""
        for cell in self._cells:
            cell.fade(old=old)

    def show_nothing(self) -> None:
        """There is no text yet."""
        for cell in self._cells:
            cell.show_value("–", "")
        self._flow.clear()
        self._bar.show_parts([], 1, "")
        self.fade(old=False)

    def show_meter(self, meter: Meter, language: str) -> None:
        """The figures of a draft written in a language."""
        self._language = language
        number = self._kit.formats.number
        spread = number(meter.least) if meter.least == meter.most else f"{number(meter.least)}–{number(meter.most)}"
        self._length.show_value(spread, tr("MeterCard", "characters"))
        self._encoding.show_value(*self._encoded(meter))
        self._parts.show_value(number(meter.parts), _unit(meter.parts))
        self._longest.show_value(number(meter.longest.parts), _unit(meter.longest.parts))
        self._show_spread(meter)
        self.fade(old=False)

    def _encoded(self, meter: Meter) -> tuple[str, str]:
        """What the copies are encoded in, and how much of it fits a part."""
        room = tr("MeterCard", "{room} a part")
        if meter.encoding != UCS_2:
            return tr("MeterCard", "Plain"), room.format(room=FULL.septets[0])
        if GSM_7 in meter.encodings:
            return tr("MeterCard", "Plain"), tr("MeterCard", "%n in Unicode", meter.encodings.get(UCS_2, 0))
        name = tr("MeterCard", "Japanese") if self._in_japanese(meter) else tr("MeterCard", "Unicode")
        return name, room.format(room=FULL.units[0])

    def _in_japanese(self, meter: Meter) -> bool:
        """The text itself is Japanese, not only somebody's name: then no list of characters explains anything."""
        return self._language == JA and GSM_7 not in meter.encodings and _is_japanese(meter.unicode)

    def _show_spread(self, meter: Meter) -> None:
        self._flow.clear()
        parts = [BarPart(people, part_role(count)) for count, people in meter.distribution]
        said = [f"{_parts_words(count)} {_people_words(people)}" for count, people in meter.distribution]
        self._bar.show_parts(parts, max(meter.people, 1), ", ".join(said))
        for count, people in meter.distribution:
            self._flow.addWidget(self._entry(count, people))
        for remark in self._remarks(meter):
            self._flow.addWidget(remark)
        self._legend.updateGeometry()

    def _entry(self, count: int, people: int) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Dot(self._kit.theme, part_role(count)))
        row.addWidget(text_label(_parts_words(count), "caption", strong=True))
        row.addWidget(text_label(_people_words(people), "caption", "secondary"))
        return entry

    def _remarks(self, meter: Meter) -> list[QLabel]:
        said = []
        if len(meter.distribution) > 1:
            said.append(tr("MeterCard", "depends on names and points"))
        if meter.encoding == UCS_2 and not self._in_japanese(meter):
            characters = " ".join(_shown(character) for character in meter.unicode)
            said.append(tr("MeterCard", "Unicode because of {characters}").format(characters=characters))
        if meter.left_out:
            said.append(tr("MeterCard", "%n share a phone: one text is enough", meter.left_out))
        return [text_label(words, "caption", "secondary") for words in said]


def _unit(parts: int) -> str:
    return tr("MeterCard", "parts", parts) if parts != 1 else tr("MeterCard", "part")


def _parts_words(count: int) -> str:
    return tr("MeterCard", "%n part(s)", count)


def _people_words(people: int) -> str:
    return tr("MeterCard", "%n people", people)


def _is_japanese(characters: tuple[str, ...]) -> bool:
    """Kana or kanji among them."""
    return any(
        unicodedata.name(character, "").startswith(("HIRAGANA", "KATAKANA", "CJK UNIFIED")) for character in characters
    )


def _shown(character: str) -> str:
    """A character, or its code point where nothing would be seen."""
    visible = character.isprintable() and not character.isspace() and not unicodedata.combining(character)
    return character if visible else f"U+{ord(character):04X}"
