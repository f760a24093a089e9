"""A scanner: reads the QR codes of a picture with a decoder that knows nothing of how they were made."""

from __future__ import annotations

import zxingcpp
from PySide6.QtGui import QImage


def scan(picture: QImage) -> list[str]:
    """What each code of the picture holds."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(bytes(grey.constBits())).cast("B", shape=(grey.height(), grey.bytesPerLine()))
    return [code.text for code in zxingcpp.read_barcodes(pixels) if code.format == zxingcpp.BarcodeFormat.QRCode]
