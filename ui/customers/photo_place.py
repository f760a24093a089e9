"""Where the photo of a paper card is chosen or dropped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.shared.buttons import Button, on_press
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.photo import PhotoLabel, read_photo

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

    from ui.shared.theme import Theme

ENDINGS: Final = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp"})


def photo_of(event: QDropEvent) -> str | None:
    """The one picture that is being dropped, None where it is anything else."""
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and Path(files[0]).suffix.lower() in ENDINGS else None


class PhotoPlace(QWidget):
    """A button that opens a file; then the photo, and a cross that takes it away.

    Attributes:
        data: the photo as a JPEG, b"" without one.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.data = b""
        self._picture = PhotoLabel(theme)
        self._choose = Button(theme, tr("PhotoPlace", "Add a photo of the card"), "text", "small", icon="image-plus")
        self._remove = Button(theme, tr("PhotoPlace", "Without the photo"), "text", "small", icon="x")
        self._problem = text_label("", "caption", "bad", wrap=True)
        row = QHBoxLayout()
        row.addWidget(self._choose)
        row.addWidget(self._remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._picture, self._problem):
            column.addWidget(part)
        column.addLayout(row)
        on_press(self._choose, self.ask)
        on_press(self._remove, self.clear)
        self.clear()

    def ask(self) -> None:
        """Let a file be chosen."""
        kinds = " ".join(f"*{ending}" for ending in sorted(ENDINGS))
        dialog = QFileDialog(self, tr("PhotoPlace", "Photo of the paper card"))
        dialog.setNameFilter(tr("PhotoPlace", "Pictures ({kinds})").format(kinds=kinds))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def take(self, file: str) -> None:
        """Take this file, or say that it is no picture."""
        self.data = read_photo(file)
        self._show(tr("PhotoPlace", "This picture can't be read. Choose a JPEG or PNG."))

    def clear(self) -> None:
        """Without a photo."""
        self.data = b""
        self._show("")

    def _show(self, problem: str) -> None:
        self._picture.show_photo(self.data)
        self._problem.setText("" if self.data else problem)
        self._problem.setVisible(bool(self._problem.text()))
        self._choose.setVisible(not self.data)
        self._remove.setVisible(bool(self.data))
