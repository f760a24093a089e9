"""Colours, type and motion of the window, read from `resources/theme/tokens.json` and switched live.

Widgets get their colours from the palette and one generated style sheet; painted widgets ask `Theme.color`
while they paint, so a switch needs nothing but a repaint.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette

from ui.shared.stylesheet import style_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

ThemeMode = Literal["system", "light", "dark"]
TextKind = Literal["caption", "body", "title", "figure"]

THEME_MODES: Final[tuple[ThemeMode, ...]] = ("system", "light", "dark")
_SCHEMES: Final[dict[ThemeMode, Qt.ColorScheme]] = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
_UNNAMED: Final = ("DejaVu Sans", "Bitstream Vera Sans", "Sans Serif", "")
"""What Qt reports on Linux where no desktop names a font."""


def font_families(platform: str, system: str, language: str) -> list[str]:
    """The families to ask for, best first.

    A Japanese family is always named: left to itself Qt may take one without a bold face.

    Args:
        platform: `sys.platform`.
        system: the family the system uses for its own windows.
        language: "ja" or "en"; the first family also draws the figures.
    """
    if platform == "win32":
        return ["Yu Gothic UI", "Segoe UI"] if language == "ja" else ["Segoe UI", "Yu Gothic UI"]
    if platform == "darwin":
        return [system, "Hiragino Sans"]
    if system in _UNNAMED:
        return ["Inter", "Noto Sans CJK JP", "Noto Sans", system or "DejaVu Sans"]
    return [system, "Noto Sans CJK JP"]


def palette_from(tokens: dict[str, Any]) -> QPalette:
    """A palette with every role named, from one side ("light" or "dark") of the tokens."""
    palette = QPalette()
    for name, value in tokens["palette"].items():
        palette.setColor(QPalette.ColorRole[name], QColor(value))
    for name in ("WindowText", "Text", "ButtonText", "HighlightedText", "PlaceholderText"):
        disabled = QColor(tokens["roles"]["disabledText"])
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[name], disabled)
    return palette


class Theme(QObject):
    """The look in force: light, dark or the system's, at a text size.

    Attributes:
        changed: emitted after palette, style sheet and font have been set.
        reduce_motion: True makes every duration 0.
    """

    changed = Signal()

    def __init__(self, resources: Path, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._tokens: dict[str, Any] = json.loads((resources / "theme" / "tokens.json").read_text("utf-8"))
        self._system_family = application.font().family()
        self._mode: ThemeMode = "system"
        self._text_scale = 1.0
        self._language = "ja"
        self._sheet = ""
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self.reduce_motion = False
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def mode(self) -> ThemeMode:
        """What was chosen: "system", "light" or "dark"."""
        return self._mode

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in force."""
        if self._mode != "system":
            return self._mode == "dark"
        return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark

    @property
    def text_scale(self) -> float:
        """Factor on every text size, 1.0 = 14 px body."""
        return self._text_scale

    def start(self, mode: ThemeMode, text_scale: float, language: str) -> None:
        """Set everything at once, before the first window."""
        self._text_scale = text_scale
        self._language = language
        self.set_mode(mode)

    def set_mode(self, mode: ThemeMode) -> None:
        """Switch at once; the native title bar follows where the platform lets it."""
        self._mode = mode
        self._application.styleHints().setColorScheme(_SCHEMES[mode])
        self.apply()

    def set_text_scale(self, factor: float) -> None:
        """Make every text larger or smaller (0.8 to 2.0)."""
        self._text_scale = min(max(factor, 0.8), 2.0)
        self.apply()

    def set_language(self, language: str) -> None:
        """Choose the font that reads best in "ja" or "en"."""
        self._language = language
        self.apply()

    def apply(self) -> None:
        """Set font, palette and sheet; each only where it differs, for the same sheet again costs a full polish."""
        side = self._side()
        self._fonts.clear()
        self._colors = {name: QColor(value) for name, value in side["palette"].items()}
        self._colors |= {name: QColor(value) for name, value in side["roles"].items() if isinstance(value, str)}
        self._application.setFont(self.font("body"))
        self._application.setPalette(palette_from(side))
        sheet = style_sheet(side, {kind: self.px(spec["px"]) for kind, spec in self._tokens["type"].items()})
        if sheet != self._sheet:
            self._sheet = sheet
            self._application.setStyleSheet(sheet)
        self.changed.emit()

    def color(self, role: str) -> QColor:
        """The colour of a palette role ("Accent", "Base") or of a role of our own ("tint", "warnFill").

        Raises:
            KeyError: no such role; a colour that isn't a token is a mistake.
        """
        return self._colors[role]

    def paper_color(self, role: str) -> QColor:
        """The same on paper: the light side's, whatever the window shows. Raises KeyError for no such role."""
        side = self._tokens["light"]
        return QColor(side["palette"].get(role) or side["roles"][role])

    def heat(self, step: int) -> tuple[QColor, QColor]:
        """Fill and text colour of one of the six heat steps (0 = least)."""
        roles = self._side()["roles"]
        return QColor(roles["heat"][step]), QColor(roles["heatText"][step])

    def font(self, kind: TextKind, *, strong: bool = False) -> QFont:
        """The application's font at one of the four sizes, with figures of equal width; strong is semibold.

        Painted widgets ask for it on each paint, so it is made once: copy it before changing it.
        """
        known = self._fonts.get((kind, strong))
        if known is not None:
            return known
        font = QFont(font_families(sys.platform, self._system_family, self._language))
        font.setPixelSize(self.px(self._tokens["type"][kind]["px"]))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        self._fonts[kind, strong] = font
        return font

    def px(self, size: int) -> int:
        """A text size in pixels at 100 % under the chosen text scale."""
        return round(size * self._text_scale)

    def duration(self, milliseconds: int) -> int:
        """How long a motion takes: 0 where motion is reduced."""
        return 0 if self.reduce_motion else milliseconds

    def _side(self) -> dict[str, Any]:
        side: dict[str, Any] = self._tokens["dark" if self.dark else "light"]
        return side

    def _system_changed(self) -> None:
        if self._mode == "system":
            self.apply()
