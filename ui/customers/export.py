"""Writes all customers to a file in a worker, under a name the reader chooses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, QTimer
from PySide6.QtWidgets import QFileDialog

from retention_desktop.domain.staff import Deed
from retention_desktop.errors import ShopError
from ui.shared.language import mark, tr
from ui.shared.owner_pin import ASKS, OwnerPin

if TYPE_CHECKING:
    from retention_desktop.staff import Staff
    from retention_desktop.transfer import Exported, Transfer
    from ui.shared.kit import Kit
    from ui.shared.page import Page
    from ui.shared.tasks import Task

_KINDS: Final = {
    "csv": mark("Export", "CSV for Excel (*.csv)"),
    "xlsx": mark("Export", "Excel workbook (*.xlsx)"),
    "vcf": mark("Export", "vCard for phones (*.vcf)"),
}
BUSY_AFTER_MS: Final = 300


class Export(QObject):
    """One export at a time.

    Args:
        page: where it speaks up.
        kit: the window's tools.
        transfer: writes the file.
        staff: an owner's PIN lets the desk do it once.
    """

    def __init__(self, page: Page, kit: Kit, transfer: Transfer, staff: Staff) -> None:
        super().__init__(page)
        self._page = page
        self._kit = kit
        self._transfer = transfer
        self._staff = staff
        self._task: Task | None = None

    def ask(self, kind: str) -> None:
        """Ask for a file name; `kind` is "csv", "xlsx" or "vcf"."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = tr("Export", "Customers {day}").format(day=self._kit.clock().date().isoformat())
        dialog = QFileDialog(self._page, tr("Export", "Export all customers"), str(Path(folder) / f"{name}.{kind}"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Export", _KINDS[kind]))
        dialog.setDefaultSuffix(kind)
        dialog.fileSelected.connect(lambda path: self.write(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path) -> None:
        """Write everybody to this file; its ending says in which format."""
        if self._task is not None:
            return
        transfer = self._transfer
        task = self._kit.tasks.start(lambda progress, stop: transfer.export(path, progress=progress, stop=stop))
        self._task = task
        task.finished.connect(self._done)
        task.failed.connect(lambda error: self._failed(path, error))
        task.ended.connect(self._ended)
        QTimer.singleShot(BUSY_AFTER_MS, self, self._say_busy)

    def _say_busy(self) -> None:
        if self._task is not None:
            self._kit.notices.banner(
                self._page, tr("Export", "Writing the file …"), action=tr("Export", "Cancel"),
                on_action=self._task.cancel, closable=False,
            )  # fmt: skip

    def _done(self, exported: Exported) -> None:
        self._kit.notices.clear(self._page)
        said = tr("Export", "%n customers written to {file}", exported.rows).format(file=exported.file.name)
        self._kit.notices.toast(self._page, said, icon="download")

    def _failed(self, path: Path, error: BaseException) -> None:
        if not isinstance(error, ShopError) or error.code not in ASKS:
            self._kit.notices.failed(self._page, error)
            return
        asked = OwnerPin(self._kit, self._staff, Deed.EXPORT, error, self._page.window())
        asked.granted.connect(lambda: self.write(path))
        asked.open()

    def _ended(self) -> None:
        self._task = None
