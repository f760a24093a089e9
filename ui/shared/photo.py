"""Photos: read from a file and made small enough to keep, and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPixmap
from PySide6.QtWidgets import QLabel

from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.shared.theme import Theme

SIDE: Final = 1600
"""Longer than any text on a paper card needs; about 300 kB."""
QUALITY: Final = 80
SHOWN: Final = 240


def read_photo(file: str) -> bytes:
    """A picture as a JPEG of at most `SIDE` pixels, upright; b"" where it can't be read."""
    reader = QImageReader(file)
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        return b""
    if max(image.width(), image.height()) > SIDE:
        size = QSize(SIDE, SIDE)
        image = image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpg"))
    writer.setQuality(QUALITY)
    written = writer.write(image.convertToFormat(QImage.Format.Format_RGB888))
    return bytes(kept.data()) if written else b""


class PhotoLabel(QLabel):
    """A photo as large as its place; hidden while there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(tr("PhotoLabel", "Photo of the paper card"))
        self.hide()

    def show_photo(self, data: bytes) -> None:
        """Show it; b"" hides the place."""
        picture = QPixmap()
        shown = bool(data) and picture.loadFromData(data)
        if shown:
            ratio, side = self.devicePixelRatioF(), self._theme.px(SHOWN)
            size = QSize(side, side) * ratio
            picture = picture.scaled(
                size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            picture.setDevicePixelRatio(ratio)
            self.setPixmap(picture)
        self.setVisible(shown)
