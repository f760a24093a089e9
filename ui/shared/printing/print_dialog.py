"""What will be printed, as it will look, and the two ways out: a PDF, or a printer where there is one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.shared.buttons import Button, IconButton, on_press
from ui.shared.choice_field import ChoiceField
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.printing.document import paint, picture, write_pdf
from ui.shared.printing.job import DrawingJob

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtCore import QSizeF
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from ui.shared.printing.document import Document
    from ui.shared.theme import Theme

PREVIEW: Final = QSize(340, 420)
_FORBIDDEN: Final = str.maketrans('\\/:*?"<>|\n', "　" * 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printable:
    """One thing that can be printed.

    Attributes:
        key: its name in the program.
        words: what the choice is called.
        make: gives the document; called once, when it is first looked at.
        text: the same in a few words for a message, or "".
    """

    key: str
    words: str
    make: Callable[[], Document]
    text: str = ""


class Preview(QWidget):
    """One page on its paper."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._document: Document | None = None
        self._page = 0
        self.setFixedSize(PREVIEW)
        self.setAccessibleName(self.tr("Preview"))

    def show_page(self, document: Document, page: int) -> None:
        """Show a page of a document."""
        self._document, self._page = document, page
        self.setAccessibleDescription(document.title)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page, as large as it fits, with an edge."""
        if self._document is None:
            return
        ratio = self.devicePixelRatioF()
        image = picture(self._document, self._theme, self._page, _dots(self._document.size), ratio)
        size = image.deviceIndependentSize()
        painter = QPainter(self)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.drawImage(int(left), int(top), image)
        painter.setPen(self._theme.color("border"))
        painter.drawRect(int(left), int(top), int(size.width()) - 1, int(size.height()) - 1)


class PrintDialog(QDialog):
    """Choose what to print, look at it, save it as a PDF or print it.

    Attributes:
        saved: the file that was written.
        failed: why it could not be written.
        copied: the short text is on the clipboard.
    """

    saved = Signal(object)
    failed = Signal(object)
    copied = Signal()

    def __init__(self, theme: Theme, parent: QWidget, title: str, printables: Sequence[Printable]) -> None:
        super().__init__(parent)
        self._theme = theme
        self._printables = {one.key: one for one in printables}
        self._documents: dict[str, Document] = {}
        self._page = 0
        self._job: DrawingJob | None = None
        self._printer: QPrinter | None = None
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build(theme, title)
        for one in printables:
            self.choice.add(one.key, one.words)
        self._show()

    @property
    def document(self) -> Document:
        """What is chosen."""
        key = self.choice.value
        if key not in self._documents:
            self._documents[key] = self._printables[key].make()
        return self._documents[key]

    @property
    def busy(self) -> bool:
        """Whether pages are being drawn."""
        return self._job is not None

    def write(self, path: Path) -> None:
        """Write the chosen document to this file; `saved` or `failed` follows."""
        if not self.busy:
            self._draw(write_pdf(self.document, self._theme, path), partial(self.saved.emit, path))

    def reject(self) -> None:
        """Close; what is being drawn is stopped and leaves no file."""
        self._stop()
        super().reject()

    # -- building -------------------------------------------------------------------------------------------------

    def _build(self, theme: Theme, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(text_label(title, "title", strong=True))
        self.choice = ChoiceField(theme)
        self.choice.setAccessibleName(self.tr("What to print"))
        self.choice.chosen.connect(lambda _key: self._show())
        column.addWidget(self.choice)
        self.preview = Preview(theme)
        column.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._turning(theme))
        column.addLayout(self._ways_out(theme))

    def _turning(self, theme: Theme) -> QHBoxLayout:
        self._back = IconButton(theme, "chevron-left", self.tr("Page before"))
        self._next = IconButton(theme, "chevron-right", self.tr("Next page"))
        self._place = text_label("", "caption", "secondary")
        on_press(self._back, lambda: self._turn(-1))
        on_press(self._next, lambda: self._turn(1))
        row = QHBoxLayout()
        row.addStretch(1)
        for widget in (self._back, self._place, self._next):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _ways_out(self, theme: Theme) -> QHBoxLayout:
        close = Button(theme, self.tr("Close"), "text")
        self._copy = Button(theme, self.tr("Copy as a short text"), icon="copy")
        self._print = Button(theme, self.tr("Print …"), icon="printer")
        self._save = Button(theme, self.tr("Save as PDF …"), "primary", icon="download")
        self._print.setVisible(has_printer())
        on_press(close, self.reject)
        on_press(self._copy, self._copy_text)
        on_press(self._print, lambda: QDialog.open(self.printer_dialog()))
        on_press(self._save, self._ask_file)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(close)
        row.addStretch(1)
        for button in (self._copy, self._print, self._save):
            row.addWidget(button)
        return row

    # -- what happens ---------------------------------------------------------------------------------------------

    def _show(self) -> None:
        self._page = 0
        self._copy.setVisible(bool(self._printables[self.choice.value].text))
        self._turn(0)

    def _turn(self, step: int) -> None:
        pages = len(self.document.pages)
        self._page = min(max(self._page + step, 0), pages - 1)
        self.preview.show_page(self.document, self._page)
        self._say_place(tr("PrintDialog", "Page {page} of {pages}").format(page=self._page + 1, pages=pages))
        for control in (self._back, self._place, self._next):
            control.setVisible(pages > 1)
        self._back.setEnabled(self._page > 0)
        self._next.setEnabled(self._page < pages - 1)

    def _say_place(self, words: str) -> None:
        self._place.setText(words)

    def _copy_text(self) -> None:
        QApplication.clipboard().setText(self._printables[self.choice.value].text)
        self.copied.emit()

    def _ask_file(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.document.title.translate(_FORBIDDEN).strip()
        dialog = QFileDialog(self, self.tr("Save as PDF"), str(Path(folder) / f"{name}.pdf"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda path: self.write(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def printer_dialog(self) -> QPrintDialog:
        """The system's dialog for the chosen document; accepting it prints."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - only where something is printed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.document.title)
        printer.setFullPage(True)
        printer.setPageLayout(self.document.layout())
        self._printer = printer  # the system's dialog and the painter only point to it
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(self._print_on_it)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _print_on_it(self) -> None:
        if self._printer is not None:
            steps = paint(self.document, self._theme, self._printer, self._printer.resolution())
            self._draw(steps, self.accept)

    def _draw(self, steps: Iterator[int], then: Callable[[], object]) -> None:
        job = DrawingJob(self, steps, len(self.document.pages))
        self._job = job
        self._set_busy(busy=True)
        job.progress.connect(self._drawn)
        job.finished.connect(partial(self._ended, then))
        job.failed.connect(lambda error: self._ended(partial(self.failed.emit, error)))

    def _drawn(self, done: int, total: int) -> None:
        self._place.show()
        self._say_place(tr("PrintDialog", "Drawing page {page} of {pages} …").format(page=done, pages=total))

    def _ended(self, then: Callable[[], object]) -> None:
        self._stop()
        self._turn(0)
        then()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job.deleteLater()
            self._job = None
            self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        self._save.set_busy(busy=busy)
        for control in (self._print, self.choice, self._back, self._next):
            control.setEnabled(not busy)


def has_printer() -> bool:
    """Whether the system knows a printer; without one only a PDF can be saved."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - only where something is printed

    return bool(QPrinterInfo.availablePrinterNames())


def _dots(size: QSizeF) -> float:
    """Dots an inch at which a page fits the preview."""
    return min(PREVIEW.width() / size.width(), PREVIEW.height() / size.height()) * 25.4 * 0.99
