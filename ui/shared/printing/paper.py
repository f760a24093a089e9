"""A page to draw on in millimetres, whatever device is behind it: a PDF, a printer, a picture for the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from ui.shared.icons import paint_icon_in
from ui.shared.qr import paint_qr

if TYPE_CHECKING:
    from ui.shared.theme import Theme

UNITS: Final = 100
"""Painter units to a millimetre: whole units are fine enough for letters of one millimetre."""
_SMALLEST: Final = 0.6
"""A text too long for its place is set smaller, down to this share; then it is cut with an ellipsis."""

LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE: Final = Qt.AlignmentFlag.AlignCenter
TOP: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class Paper:
    """Draws in the colours of the light theme; every place and size is in millimetres.

    Args:
        painter: on a device on which one millimetre is `scale` device pixels.
        theme: colours and families.
        scale: device pixels a millimetre.
    """

    def __init__(self, painter: QPainter, theme: Theme, scale: float) -> None:
        self.painter = painter
        self._theme = theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale / UNITS, scale / UNITS)

    def move(self, x: float, y: float) -> None:
        """Put the origin elsewhere, until the painter is restored."""
        self.painter.translate(x * UNITS, y * UNITS)

    def text(
        self, place: QRectF, words: str, size: float, *, role: str = "Text", strong: bool = False,
        align: Qt.AlignmentFlag = LEFT, tracking: float = 0,
    ) -> None:  # fmt: skip
        """One line of text, set smaller where it does not fit.

        Args:
            place: where, in millimetres.
            words: what.
            size: of the em, in millimetres.
            role: colour token.
            strong: semibold.
            align: within the place.
            tracking: extra space between letters, in percent of their width.
        """
        font = self.font(size, strong=strong)
        if tracking:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + tracking)
        width = place.width() * UNITS
        needed = QFontMetricsF(font).horizontalAdvance(words)
        if needed > width:
            font.setPixelSize(max(int(font.pixelSize() * width / needed), int(size * UNITS * _SMALLEST), 1))
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width + 1)
        self._draw(place, shown, font, role, align)

    def paragraph(
        self, place: QRectF, words: str, size: float, *, role: str = "Text", strong: bool = False,
        align: Qt.AlignmentFlag = TOP,
    ) -> None:  # fmt: skip
        """Text in several lines, set smaller until it fits its place, down to a third."""
        flags = int(align.value) | int(Qt.TextFlag.TextWordWrap.value)
        box = QRectF(0, 0, place.width() * UNITS, place.height() * UNITS)
        font, step = self.font(size, strong=strong), 20
        taken = QFontMetricsF(font).boundingRect(box, flags, words)
        while step > 6 and (taken.height() > box.height() or taken.width() > box.width()):
            step -= 1
            font.setPixelSize(max(int(size * UNITS * step / 20), 1))
            taken = QFontMetricsF(font).boundingRect(box, flags, words)
        self._draw(place, words, font, role, align | Qt.TextFlag.TextWordWrap)

    def width(self, words: str, size: float, *, strong: bool = False) -> float:
        """How wide a line of text is, in millimetres."""
        return QFontMetricsF(self.font(size, strong=strong)).horizontalAdvance(words) / UNITS

    def box(self, place: QRectF, role: str, *, radius: float = 0, border: str = "") -> None:
        """A filled rectangle, with a border of a hair where a role names its colour."""
        self.painter.setPen(QPen(self._theme.paper_color(border), 0.2 * UNITS) if border else Qt.PenStyle.NoPen)
        self.painter.setBrush(self._theme.paper_color(role))
        self.painter.drawRoundedRect(_scaled(place), radius * UNITS, radius * UNITS)

    def line(self, start: QPointF, end: QPointF, role: str = "border", width: float = 0.15) -> None:
        """A straight line."""
        self.painter.setPen(QPen(self._theme.paper_color(role), width * UNITS))
        self.painter.drawLine(start * UNITS, end * UNITS)

    def ring(self, centre: QPointF, radius: float, role: str, *, fill: str = "", width: float = 0.3) -> None:
        """A circle, filled where a role names the colour."""
        self.painter.setPen(QPen(self._theme.paper_color(role), width * UNITS))
        self.painter.setBrush(self._theme.paper_color(fill) if fill else Qt.BrushStyle.NoBrush)
        self.painter.drawEllipse(centre * UNITS, radius * UNITS, radius * UNITS)

    def icon(self, place: QRectF, name: str, role: str) -> None:
        """One of Lucide's drawings."""
        paint_icon_in(self.painter, name, self._theme.paper_color(role).name(), _scaled(place))

    def qr(self, place: QRectF, text: str) -> None:
        """A QR code with its quiet zone."""
        paint_qr(self.painter, text, _scaled(place))

    def font(self, size: float, *, strong: bool = False) -> QFont:
        """The application's font so many millimetres high, without hints: it must look alike on every device."""
        font = QFont(self._theme.font("body", strong=strong))
        # Noto Sans CJK has figures of its own for Latin text, and those could not be copied out of a PDF.
        font.setFeature(QFont.Tag("locl"), 0)
        font.setPixelSize(max(round(size * UNITS), 1))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _draw(self, place: QRectF, words: str, font: QFont, role: str, flags: Qt.AlignmentFlag | Qt.TextFlag) -> None:
        self.painter.setFont(font)
        self.painter.setPen(self._theme.paper_color(role))
        self.painter.drawText(_scaled(place), int(flags.value), words)


def _scaled(place: QRectF) -> QRectF:
    return QRectF(place.x() * UNITS, place.y() * UNITS, place.width() * UNITS, place.height() * UNITS)
