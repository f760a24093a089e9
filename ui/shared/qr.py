"""QR codes (ISO/IEC 18004): as one vector path that is crisp at any size, and as a widget that says what it holds."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET = 4
"""Light modules that must surround a code (ISO/IEC 18004, 6.3.8)."""


@lru_cache(maxsize=64)
def qr_path(text: str) -> tuple[QPainterPath, int]:
    """The dark modules as rectangles of whole units, runs in a row joined, and how many modules a side has.

    Error correction is M or better where the same size allows it.

    Raises:
        ValueError: there is nothing to hold, or too much for a code.
    """
    import segno  # noqa: PLC0415 - only where a code is shown or printed

    matrix = segno.make(text, micro=False, error="m").matrix
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for y, row in enumerate(matrix):
        for start, length in _runs(bytes(row)):
            path.addRect(start, y, length, 1)
    return path, len(matrix)


def _runs(row: bytes) -> list[tuple[int, int]]:
    """(start, length) of the dark modules that lie side by side."""
    runs, start = [], -1
    for x, dark in enumerate([*row, 0]):
        if dark and start < 0:
            start = x
        elif not dark and start >= 0:
            runs.append((start, x - start))
            start = -1
    return runs


def paint_qr(painter: QPainter, text: str, place: QRectF) -> None:
    """Draw a code with its quiet zone into a square: black on white, whatever the theme, for scanners want it so."""
    path, modules = qr_path(text)
    side = min(place.width(), place.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(place, QColor(Qt.GlobalColor.white))
    painter.translate(place.center().x() - side / 2, place.center().y() - side / 2)
    painter.scale(side / (modules + 2 * QUIET), side / (modules + 2 * QUIET))
    painter.translate(QUIET, QUIET)
    painter.fillPath(path, QColor(Qt.GlobalColor.black))
    painter.restore()


def qr_image(text: str, module: int = 8) -> QImage:
    """The code as a picture with so many pixels a module, quiet zone included: never a grey pixel."""
    path, modules = qr_path(text)
    side = (modules + 2 * QUIET) * module
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setTransform(QTransform().scale(module, module).translate(QUIET, QUIET))
    painter.fillPath(path, QColor(Qt.GlobalColor.black))
    painter.end()
    return image


class QrCode(QWidget):
    """A code on the screen, always black on white.

    Args:
        name: what it holds, for those who can't see it: "QR code: member 0148".
        text: what a scanner reads.
        side: pixels, quiet zone included.
    """

    def __init__(self, name: str, text: str, side: int = 160) -> None:
        super().__init__()
        self._text = ""
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_text(name, text)

    @property
    def text(self) -> str:
        """What a scanner reads."""
        return self._text

    def show_text(self, name: str, text: str) -> None:
        """Hold something else. Raises ValueError where it does not fit a code."""
        qr_path(text)
        self._text = text
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """The side asked for."""
        return QSize(self._side, self._side)

    def minimumSizeHint(self) -> QSize:
        """As the hint: a code is never squeezed."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The code over the whole widget, its modules on whole device pixels."""
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        _, modules = qr_path(self._text)
        module = max(int(min(self.width(), self.height()) * ratio / (modules + 2 * QUIET)), 1)
        image = qr_image(self._text, module)
        image.setDevicePixelRatio(ratio)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        left = (self.width() - image.width() / ratio) / 2
        top = (self.height() - image.height() / ratio) / 2
        painter.drawImage(QRectF(left, top, image.width() / ratio, image.height() / ratio), image)
