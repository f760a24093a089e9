"""Fields that stand in the middle of a sentence and write straight into the draft."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from retention_desktop.domain.terms import instant_text
from ui.shared.amount_field import parse_amount
from ui.shared.chips import FilterChip
from ui.shared.choice_field import ChoiceField
from ui.shared.formats import minor_digits
from ui.shared.ime_edit import ImeEdit
from ui.shared.language import tr
from ui.shared.switch import Switch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from ui.loyalty.sheet import Path, Sheet
    from ui.shared.language import Language
    from ui.shared.theme import Theme

_WHOLE: Final = re.compile(r"-?\d{1,12}")
_COMMAS: Final = re.compile(r"[,，、\s]")
_BETWEEN: Final = re.compile(r"[,，、;；\n]+")
_INSTANT: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?")


class Place:
    """Where a field writes: a path into one programme's terms.

    Args:
        sheet: what is typed.
        programme: the object in it, a programme's uid.
        path: keys and numbers from its top.
        default: what stands for nothing said.
    """

    def __init__(self, sheet: Sheet, programme: str, path: Path, default: object = None) -> None:
        self.sheet = sheet
        self.programme = programme
        self.path = path
        self.default = default

    @property
    def name(self) -> str:
        """The path as problems write it: "rules.0.per"."""
        return ".".join(str(key) for key in self.path)

    def get(self) -> Any:  # noqa: ANN401 - JSON
        """What stands there."""
        return self.sheet.value(self.programme, self.path, self.default)

    def put(self, value: object) -> None:
        """Write it."""
        self.sheet.put(self.programme, self.path, value, self.default)


class LineField(ImeEdit):
    """A line in a sentence: as wide as `letters`, growing with what is typed up to twice that."""

    def __init__(self, theme: Theme, place: Place, name: str, letters: int) -> None:
        super().__init__()
        self.place = place
        self._theme = theme
        self._letters = letters
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._scale()
        self.show_value()
        self._fit()
        theme.changed.connect(self._scale)
        self.typed.connect(self._write)
        self.editingFinished.connect(self._tidy)

    def show_value(self) -> None:
        """Show what stands in the draft."""
        text = self.write(self.place.get())
        if self.text() != text:
            self.setText(text)

    def read(self, text: str) -> object:
        """What to keep of a text; the text itself where it is no value of the kind."""
        return text.strip() or None

    def write(self, value: object) -> str:
        """How a value is written in the field."""
        return "" if value is None else str(value)

    def _write(self, text: str) -> None:
        self.place.put(self.read(text))
        self._fit()

    def _tidy(self) -> None:
        if not self.hasFocus() or not isinstance(self.read(self.text()), str):
            self.show_value()

    def _scale(self) -> None:
        self.setFont(self._theme.font("body", strong=True))
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self._theme.font("body", strong=True))
        least, most = (metrics.horizontalAdvance("0") * n for n in (self._letters, self._letters * 2))
        wanted = metrics.horizontalAdvance(self.text() or self.placeholderText()) + 4
        self.setFixedWidth(min(max(wanted, least), most) + 26)


class WordsField(LineField):
    """A name or a few words."""

    def __init__(self, theme: Theme, place: Place, name: str, letters: int = 16) -> None:
        super().__init__(theme, place, name, letters)

    def read(self, text: str) -> object:
        """The words; nothing typed is an empty text, for a name may be missing."""
        return text.strip() or self.place.default


class ListField(LineField):
    """Several words with commas between them."""

    def __init__(self, theme: Theme, place: Place, name: str, letters: int = 16) -> None:
        super().__init__(theme, place, name, letters)

    def read(self, text: str) -> object:
        """The words as a list, None where there are none."""
        return [word for part in _BETWEEN.split(text) if (word := part.strip())] or None

    def write(self, value: object) -> str:
        """The words with a comma between them."""
        return tr("LoyaltyFields", ", ").join(value) if isinstance(value, list) else ""


class NumberField(LineField):
    """A whole number, right-aligned; full-width digits count."""

    def __init__(self, theme: Theme, place: Place, name: str, letters: int = 3) -> None:
        super().__init__(theme, place, name, letters)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)

    def read(self, text: str) -> object:
        """The number, or what was typed."""
        plain = _COMMAS.sub("", unicodedata.normalize("NFKC", text))
        if not plain:
            return self.place.default
        return int(plain) if _WHOLE.fullmatch(plain) else text.strip()

    def write(self, value: object) -> str:
        """With commas between the thousands."""
        return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else super().write(value)


class TimesField(NumberField):
    """A multiplier: a decimal kept as text."""

    def read(self, text: str) -> object:
        """The text with plain digits."""
        return unicodedata.normalize("NFKC", text).strip() or self.place.default

    def write(self, value: object) -> str:
        """As it was typed."""
        return "" if value is None else str(value)


class MoneyField(NumberField):
    """An amount in the shop's currency, kept in minor units."""

    def __init__(self, theme: Theme, place: Place, name: str, currency: str, letters: int = 4) -> None:
        self._currency = currency
        super().__init__(theme, place, name, letters + minor_digits(currency))

    def read(self, text: str) -> object:
        """Minor units, or what was typed."""
        if not text.strip():
            return self.place.default
        minor = parse_amount(text, self._currency)
        return text.strip() if minor is None else minor

    def write(self, value: object) -> str:
        """As people of this currency write it."""
        if not isinstance(value, int) or isinstance(value, bool):
            return super().write(value)
        digits = minor_digits(self._currency)
        whole, rest = divmod(value, 10**digits)
        return f"{whole:,}.{rest:0{digits}}" if digits and rest else f"{whole:,}"


class InstantField(LineField):
    """A day and a time to the second, in the shop's zone; nothing typed leaves that side open."""

    def __init__(self, theme: Theme, place: Place, name: str, zone: tzinfo) -> None:
        self._zone = zone
        super().__init__(theme, place, name, 17)
        self.setPlaceholderText("2026-11-21 09:00:00")
        self._fit()

    def read(self, text: str) -> object:
        """The instant as terms keep it, or what was typed."""
        plain = unicodedata.normalize("NFKC", text).strip()
        found = _INSTANT.fullmatch(plain)
        if not plain or found is None:
            return plain or None
        try:
            local = datetime(*(int(part or 0) for part in found.groups()), tzinfo=self._zone)  # type: ignore[arg-type, misc]
        except ValueError:
            return plain
        return instant_text(local)

    def write(self, value: object) -> str:
        """In the shop's zone; what isn't an instant as it was typed."""
        try:
            at = datetime.fromisoformat(str(value or "")).astimezone(UTC)
        except ValueError:
            return super().write(value)
        return at.astimezone(self._zone).strftime("%Y-%m-%d %H:%M:%S")


class PlaceChoice(ChoiceField):
    """A choice in a sentence, as wide as the words that hold."""

    def __init__(self, theme: Theme, place: Place, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__(theme)
        self.place = place
        self.setAccessibleName(name)
        self._theme = theme
        self._scale()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentIndexChanged.connect(lambda _index: self.updateGeometry())
        theme.changed.connect(self._scale)
        for value, words in choices:
            self.add(value, words)
        self.show_value()
        self.chosen.connect(self._write)

    def show_value(self) -> None:
        """Show what stands in the draft."""
        value = self.place.get()
        self.choose(_BOOLEANS.get(value, "") if isinstance(value, bool) else str(value))

    def sizeHint(self) -> QSize:
        """What holds, and the arrow."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.currentText())
        return QSize(width + 12 + 42, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def _scale(self) -> None:
        self.setFont(self._theme.font("body", strong=True))

    def _write(self, value: str) -> None:
        truths = {word: truth for truth, word in _BOOLEANS.items()}
        self.place.put(truths.get(value, value))


_BOOLEANS: Final = {True: "yes", False: "no"}


class WeekdaysField(QWidget):
    """Seven chips, Monday first; none chosen asks for no weekday."""

    edited = Signal()

    def __init__(self, theme: Theme, place: Place, language: Language) -> None:
        super().__init__()
        self.place = place
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(4)
        self._days: list[FilterChip] = []
        for day in range(7):
            word = language.locale.standaloneDayName(day + 1, QLocale.FormatType.ShortFormat)
            one = FilterChip(theme, word)
            one.setAccessibleName(language.locale.standaloneDayName(day + 1, QLocale.FormatType.LongFormat))
            one.clicked.connect(lambda _on=False: self._write())
            self._days.append(one)
            row.addWidget(one)
        self.show_value()

    def show_value(self) -> None:
        """Show what stands in the draft."""
        chosen = self.place.get() or []
        for day, one in enumerate(self._days):
            one.setChecked(day in chosen)

    def _write(self) -> None:
        self.place.put([day for day, one in enumerate(self._days) if one.isChecked()])
        self.edited.emit()


class PlaceSwitch(Switch):
    """A switch that writes a truth into the draft."""

    def __init__(self, theme: Theme, place: Place, name: str) -> None:
        super().__init__(theme, name)
        self.place = place
        self.setChecked(bool(place.get()))
        self.clicked.connect(lambda _on=False: place.put(self.isChecked()))
