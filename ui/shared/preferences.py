"""What the window remembers on this PC: place and size, and the look it starts with before the shop is open.

An ini file in the data folder, so that two shops on one PC don't share it. Nothing here matters to the shop's
data: a file that can't be read or written is taken as empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QSettings

from ui.shared.theme import THEME_MODES

if TYPE_CHECKING:
    from pathlib import Path

    from ui.shared.language import LanguageChoice
    from ui.shared.theme import ThemeMode

FILE: Final = "window.ini"
_CHOICES: Final[tuple[LanguageChoice, ...]] = ("system", "ja", "en")


class Preferences:
    """Reads and writes `window.ini`."""

    def __init__(self, folder: Path) -> None:
        self._ini = QSettings(str(folder / FILE), QSettings.Format.IniFormat)

    @property
    def language(self) -> LanguageChoice:
        """The language to start in."""
        kept = self._text("language")
        return next((choice for choice in _CHOICES if choice == kept), "system")

    @language.setter
    def language(self, choice: LanguageChoice) -> None:
        self._ini.setValue("language", choice)

    @property
    def theme(self) -> ThemeMode:
        """The theme to start in."""
        kept = self._text("theme")
        return next((mode for mode in THEME_MODES if mode == kept), "system")

    @theme.setter
    def theme(self, mode: ThemeMode) -> None:
        self._ini.setValue("theme", mode)

    @property
    def text_scale(self) -> float:
        """Factor on text sizes."""
        try:
            return float(self._text("text_scale") or 1)
        except ValueError:
            return 1.0

    @text_scale.setter
    def text_scale(self, factor: float) -> None:
        self._ini.setValue("text_scale", str(factor))

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size, empty at first."""
        kept = self._ini.value("geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._ini.setValue("geometry", geometry)

    def save(self) -> None:
        """Write now; the ini would otherwise wait for the program's end."""
        self._ini.sync()

    def _text(self, name: str) -> str:
        kept = self._ini.value(name, "")
        return kept if isinstance(kept, str) else ""
