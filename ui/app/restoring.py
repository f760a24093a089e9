"""When the shop can't be opened, or a backup takes its place."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from ui.app.program import Program

log = logging.getLogger(__name__)


class Restoring(QObject):
    """Refusals and restores of one program's store."""

    def __init__(self, program: Program, data: Path) -> None:
        super().__init__(program)
        self._program = program
        self._data = data

    def show_refusal(self, error: ShopError) -> None:
        """Say on the whole page why the shop can't be opened, and what can be done."""
        from ui.shared.error_text import error_sentence  # noqa: PLC0415 - only when something is wrong
        from ui.shared.opening_failed import OpeningFailed  # noqa: PLC0415 - only when something is wrong

        log.info("the shop could not be opened: %s", error.code)
        program = self._program
        program.window.show_rooms()
        notice = OpeningFailed(program.kit.theme, error_sentence(error), restorable=error.code == "store_corrupt")
        notice.again.connect(program.open, Qt.ConnectionType.QueuedConnection)
        notice.quit.connect(program.window.close, Qt.ConnectionType.QueuedConnection)
        notice.restore.connect(self._choose_backup)
        program.window.show_instead(notice)

    def restore(self, file: str) -> None:
        """Put a backup in the place of a store that can't be opened, and open that."""
        from retention_desktop.shop import restore_shop  # noqa: PLC0415 - the core loads behind the first paint

        try:
            restore_shop(Path(file), self._data)
        except ShopError as error:
            self._program.refuse(error)
            return
        self._program.open()

    def restore_over(self, backup: Path, looks: int = 10) -> None:
        """Close the open shop, put a backup in its place, and open whatever lies there then.

        A page may be reading something in a worker just now: that is waited for, half a second at most.
        """
        program = self._program
        if program.kit.tasks.busy and looks:
            QTimer.singleShot(50, self, lambda: self.restore_over(backup, looks - 1))
            return
        from retention_desktop.shop import restore_shop  # noqa: PLC0415 - the core loads behind the first paint

        problem: ShopError | None = None
        if (refusal := self._refused()) is not None:
            program.kit.notices.failed(program.window.page, refusal)
            return
        program.pause()
        program.let_go()
        try:
            restore_shop(backup, self._data)
        except ShopError as error:
            problem = error
        program.open()
        self._say(problem)

    def _choose_backup(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - a damaged store only

        dialog = QFileDialog(self._program.window)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.restore)
        dialog.open()

    def _refused(self) -> ShopError | None:
        """Why no backup may take the open store's place now; None where it may."""
        from retention_desktop.domain.staff import Deed  # noqa: PLC0415 - the core loads behind the first paint

        try:
            if self._program.shop is not None:
                self._program.shop.staff.allow(Deed.RESTORE)
        except ShopError as error:
            return error
        return ShopError("restore_needs_store_alone") if self._program.kit.tasks.busy else None

    def _say(self, problem: ShopError | None) -> None:
        """Tell on the open page what went wrong; a full-page notice has said it already."""
        if problem is not None and self._program.shop is not None:
            self._program.kit.notices.failed(self._program.window.page, problem)
