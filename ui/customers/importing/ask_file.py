"""The dialog in which a list is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog

from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

ENDINGS: Final = "*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods"


def ask_file(owner: QWidget, folder: Path | None, chosen: Callable[[str], object]) -> None:
    """Open the dialog, in `folder` where one was used before; `chosen` gets the path."""
    dialog = QFileDialog(owner, tr("AskFile", "Choose a list"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([
        tr("AskFile", "Lists ({endings})").format(endings=ENDINGS), tr("AskFile", "All files (*)"),
    ])  # fmt: skip
    if folder is not None:
        dialog.setDirectory(str(folder))
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
