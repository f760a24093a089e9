"""Lucide icons that take their colour from the theme each time they are painted.

The drawings are package data of `lucide` (one zip). The package itself is not imported, and one member is
read without parsing the directory of 1,700: both would be felt at the start.
"""

from __future__ import annotations

import zlib
from functools import cache
from importlib.util import find_spec
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QRect, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from ui.shared.theme import Theme

STROKE: Final = "1.75"
"""Width of the lines in the 24 x 24 drawing."""


@cache
def _archive() -> mmap:
    """Mapped, not read: an icon needs a few pages of it."""
    spec = find_spec("lucide")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("lucide")
    with (Path(spec.origin).parent / "lucide.zip").open("rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)


def _member(archive: mmap, name: bytes) -> bytes:
    """One member of a zip, found through its entry in the central directory (PKWARE APPNOTE 4.3.12)."""
    entry = _directory_entry(archive, name)
    local = _number(archive, entry + 42, 4)
    start = local + 30 + _number(archive, local + 26, 2) + _number(archive, local + 28, 2)
    packed = archive[start : start + _number(archive, entry + 20, 4)]
    return zlib.decompress(packed, -15) if _number(archive, entry + 10, 2) else packed


def _directory_entry(archive: mmap, name: bytes) -> int:
    at = archive.rfind(name)
    while at >= 46:
        if archive[at - 46 : at - 42] == b"PK\x01\x02" and _number(archive, at - 18, 2) == len(name):
            return at - 46
        at = archive.rfind(name, 0, at)
    raise KeyError(name.decode())


def _number(data: mmap, at: int, length: int) -> int:
    return int.from_bytes(data[at : at + length], "little")


@cache
def icon_source(name: str) -> str:
    """The SVG of an icon, with our stroke. Raises KeyError for a name Lucide does not have."""
    svg = _member(_archive(), f"{name}.svg".encode()).decode("utf-8")
    return svg.replace('stroke-width="2"', f'stroke-width="{STROKE}"')


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(icon_source(name).replace("currentColor", color).encode()))


def paint_icon(painter: QPainter, theme: Theme, name: str, role: str, rect: QRect | QRectF) -> None:
    """Draw an icon into a rectangle in the colour of a role; for painted widgets."""
    paint_icon_in(painter, name, theme.color(role).name(), rect)


def paint_icon_in(painter: QPainter, name: str, color: str, rect: QRect | QRectF) -> None:
    """Draw an icon in a colour that is not the theme's of this moment ("#1F6B4F"): on paper."""
    _renderer(name, color).render(painter, QRectF(rect))


def program_icon(theme: Theme) -> QIcon:
    """The program's own icon: a sprout on the accent."""
    icon = QIcon()
    for side in (16, 32, 64, 256):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("Accent"))
        painter.drawRoundedRect(QRectF(0, 0, side, side), side / 5, side / 5)
        inner = QRectF(side * 0.16, side * 0.16, side * 0.68, side * 0.68)
        paint_icon(painter, theme, "sprout", "onAccent", inner)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


class IconView(QWidget):
    """An icon alone in a layout. Decoration: it has no accessible name, the words beside it do the telling."""

    def __init__(self, theme: Theme, name: str, role: str = "Text", size: int = 20) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._role = role
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        icon_source(name)
        theme.changed.connect(self.update)

    def show_icon(self, name: str, role: str = "") -> None:
        """Show another icon, in another role's colour where one is named."""
        icon_source(name)
        self._name = name
        self._role = role or self._role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon over the whole widget."""
        painter = QPainter(self)
        paint_icon(painter, self._theme, self._name, self._role, self.rect())
