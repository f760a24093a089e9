"""A document of pages drawn on `Paper`: written as a PDF, sent to a printer, shown as a picture."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from retention_desktop.errors import ShopError
from ui.shared.printing.paper import Paper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice

    from ui.shared.theme import Theme

    Page = Callable[[Paper], None]

A4: Final = QSizeF(210, 297)
_INCH: Final = 25.4
_RESOLUTION: Final = 600
"""Dots an inch of a PDF: everything in it is a vector, this only sets the grid."""
_CREATOR: Final = "Retention Desktop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Something to print.

    Attributes:
        title: the PDF's title and the printer job's name.
        size: of every page, in millimetres.
        pages: each draws one page; they hold their words already.
    """

    title: str
    size: QSizeF
    pages: Sequence[Page]

    def layout(self) -> QPageLayout:
        """The page without margins: the documents keep their own."""
        page = QPageSize(self.size, QPageSize.Unit.Millimeter, matchPolicy=QPageSize.SizeMatchPolicy.FuzzyMatch)
        return QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Millimeter)


def write_pdf(document: Document, theme: Theme, path: Path) -> Iterator[int]:
    """Write a PDF with its fonts in it, a page a step; yields how many pages are drawn.

    The file is there whole after the last step, and not at all where the steps end early. A page takes some twenty
    milliseconds: a few are drawn at once, many between the turns of the event loop (`PdfJob`).

    Raises:
        ShopError: file_not_written, disk_full.
    """
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.touch()  # Qt says no more than that it failed; this says why
        writer = QPdfWriter(str(unfinished))
        writer.setTitle(document.title)
        writer.setCreator(_CREATOR)
        writer.setResolution(_RESOLUTION)
        writer.setPageLayout(document.layout())
        yield from paint(document, theme, writer, _RESOLUTION)
        del writer
        if not unfinished.read_bytes().rstrip().endswith(b"%%EOF"):  # Qt goes on drawing on a full disk
            raise ShopError("disk_full", folder=str(path.parent))
        unfinished.replace(path)
    except OSError as error:
        raise ShopError("file_not_written", file=str(path)) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def paint(document: Document, theme: Theme, device: QPagedPaintDevice, resolution: float) -> Iterator[int]:
    """Draw on a device with so many dots an inch, a page a step; yields how many pages are drawn."""
    painter = QPainter(device)
    try:
        for number, page in enumerate(document.pages):
            if number:
                device.newPage()
            painter.save()
            page(Paper(painter, theme, resolution / _INCH))
            painter.restore()
            yield number + 1
    finally:
        painter.end()


def picture(document: Document, theme: Theme, page: int = 0, dots: float = 96, ratio: float = 1) -> QImage:
    """One page as a picture of so many dots an inch, on white."""
    scale = dots * ratio / _INCH
    size = (document.size * scale).toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    document.pages[page](Paper(painter, theme, scale))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
