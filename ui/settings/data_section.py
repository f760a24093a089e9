"""Where the data lies, copies of it, and the way back to one."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from retention_desktop.domain.staff import Deed
from retention_desktop.errors import ShopError
from retention_desktop.places import is_synced
from ui.settings.section import Section
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card, hairline
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.owner_pin import OwnerPin, ask_owner

if TYPE_CHECKING:
    from retention_desktop.backup import BackedUp
    from ui.shared.page import Page

SHOWN: Final = 5
"""Backups listed; the folder holds the rest."""
STAMP: Final = "shop-%Y-%m-%d-%H%M%S-%f.db"


def made_at(file: Path) -> datetime | None:
    """The UTC instant in an automatic backup's name, None for another file."""
    try:
        return datetime.strptime(file.name, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


class DataSection(Section):
    """Backups run in a worker; a restore closes the shop and opens the copy."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            page, tr("DataSection", "Data and backups"), tr("DataSection", "Everything stays on this PC")
        )  # fmt: skip
        self._path = QLineEdit()
        self._synced = text_label(
            tr("DataSection", "A synchronising program copies this folder and may damage the data. Move it away."),
            "caption", "warn", wrap=True,
        )  # fmt: skip
        self._count = text_label("", tone="secondary", wrap=True)
        self._rows = QVBoxLayout()
        self._listed: list[Path] | None = None
        self._made = text_label("", "caption", "good", wrap=True)
        self._now = Button(self.kit.theme, tr("DataSection", "Back up now"), "secondary", icon="archive")
        self._sample = Button(self.kit.theme, "")
        for card in (self._place(), self._backups(), self._sample_card()):
            self.cards.column.addWidget(card)
        self.cards.column.addStretch(1)

    def reload(self) -> None:
        """Folder, copies, sample people."""
        super().reload()
        if self.shop is None:
            return
        self._path.setText(str(self.shop.data))
        self._path.setCursorPosition(0)
        self._synced.setVisible(is_synced(self.shop.data))
        self._list_backups(self.shop.backup.files())
        people = self.shop.sample_shop.count()
        words = tr(
            "DataSection", "%n invented person(s) to practise with. Messages to them never leave this PC.", people
        )  # fmt: skip
        empty = tr("DataSection", "Invented people with visits, to try everything out. Your own people stay untouched.")
        self._count.setText(words if people else empty)
        self._sample.say(
            tr("DataSection", "Remove the sample shop") if people else tr("DataSection", "Fill the sample shop")
        )

    def start(self) -> None:
        """The most useful button."""
        self._now.setFocus()

    def _place(self) -> Card:
        card = Card()
        card.column.addWidget(text_label(tr("DataSection", "Where it lies"), strong=True))
        self._path.setReadOnly(True)
        self._path.setAccessibleName(tr("DataSection", "Folder of the data"))
        open_folder = Button(self.kit.theme, tr("DataSection", "Open the folder"), icon="folder-open")
        on_press(open_folder, self._open_folder)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._path, 1)
        row.addWidget(open_folder)
        card.column.addLayout(row)
        card.column.addWidget(
            text_label(
                tr("DataSection", "Customers, visits and messages are in shop.db. Keys are not."),
                "caption", "secondary", wrap=True,
            )
        )  # fmt: skip
        self._synced.hide()
        card.column.addWidget(self._synced)
        return card

    def _backups(self) -> Card:
        card = Card()
        on_press(self._now, self._back_up)
        elsewhere = Button(self.kit.theme, tr("DataSection", "Back up to another place…"), "quiet")
        on_press(elsewhere, self._ask_where)
        from_file = Button(self.kit.theme, tr("DataSection", "Restore from a file…"), "quiet")
        on_press(from_file, self._ask_which)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(text_label(tr("DataSection", "Backups"), strong=True))
        head.addStretch(1)
        for button in (from_file, elsewhere, self._now):
            head.addWidget(button)
        card.column.addLayout(head)
        self._made.hide()
        card.column.addWidget(self._made)
        self._rows.setSpacing(0)
        card.column.addLayout(self._rows)
        return card

    def _sample_card(self) -> Card:
        card = Card(row=True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(text_label(tr("DataSection", "Sample shop"), strong=True))
        words.addWidget(self._count)
        card.column.addLayout(words, 1)
        card.column.addSpacing(16)
        card.column.addWidget(self._sample)
        on_press(self._sample, self._fill_or_remove)
        return card

    def _open_folder(self) -> None:
        if self.shop is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.shop.data)))

    def _back_up(self, target: Path | None = None) -> None:
        shop = self.shop
        if shop is None or self._now.busy:
            return
        self._now.set_busy(busy=True)
        self._made.hide()
        task = self.kit.tasks.start(
            lambda _progress, _stop: shop.backup.now() if target is None else shop.backup.to_file(target)
        )
        task.finished.connect(self._backed_up)
        task.failed.connect(self._not_backed_up)

    def _backed_up(self, made: BackedUp) -> None:
        self._now.set_busy(busy=False)
        said = tr("DataSection", "Backed up and read back: {file}, {size}")
        self._made.setText(said.format(file=made.file.name, size=self._size(made.size)))
        self._made.show()
        self.page.reload()

    def _not_backed_up(self, error: BaseException) -> None:
        self._now.set_busy(busy=False)
        self.kit.notices.failed(self.page, error)

    def _ask_where(self) -> None:
        dialog = self._dialog(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile("shop-backup.db")
        dialog.fileSelected.connect(lambda name: self._back_up(Path(name)))
        dialog.open()

    def _ask_which(self) -> None:
        dialog = self._dialog(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._ask(Path(name)))
        dialog.open()

    def _dialog(self, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self.window())
        dialog.setAcceptMode(mode)
        dialog.setNameFilter(tr("DataSection", "Backups (*.db)"))
        dialog.setDefaultSuffix("db")
        return dialog

    def _list_backups(self, files: list[Path]) -> None:
        """Only where the list has changed: a row must not go while somebody is about to press its button."""
        if files == self._listed:
            return
        self._listed = files
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if not files:
            self._rows.addWidget(text_label(tr("DataSection", "There is no backup yet."), tone="secondary"))
        for file in files[:SHOWN]:
            self._rows.addWidget(hairline())
            self._rows.addWidget(self._row(file))

    def _row(self, file: Path) -> QWidget:
        row = QWidget()
        row.setFixedHeight(48)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(text_label(self._when(file)))
        line.addWidget(_fixed(text_label(self._size(file.stat().st_size), "caption", "secondary")))
        line.addStretch(1)
        back = Button(self.kit.theme, tr("DataSection", "Restore…"), "quiet")
        back.setAccessibleName(tr("DataSection", "Restore {when}").format(when=self._when(file)))
        on_press(back, partial(self._ask, file))
        line.addWidget(back)
        return row

    def _when(self, file: Path) -> str:
        at = made_at(file)
        if at is None or self.shop is None:
            return file.name
        zone = self.shop.settings.now.zone_info
        return self.kit.formats.day_time(at, zone, self.kit.clock().astimezone(zone).date())

    def _size(self, size: int) -> str:
        return f"{self.kit.formats.decimal(size / 1_000_000, 1)} MB"

    def _ask(self, file: Path) -> None:
        question = tr(
            "DataSection",
            "Go back to {when}? What was entered since then leaves the shop; a copy of it stays in the folder. "
            "Messages still waiting in the backup are held until you have looked at them.",
        )
        self.kit.notices.confirm(
            self.page, question.format(when=self._when(file)),
            yes=tr("DataSection", "Restore {when}").format(when=self._when(file)),
            on_yes=lambda: self._restore(file), danger=True,
        )  # fmt: skip

    def _restore(self, file: Path) -> None:
        """Where the desk may not, an owner's PIN lets it happen once."""
        if self.shop is None:
            return
        if self.shop.staff.may(Deed.RESTORE):
            self.kit.go_to.restore(file)
            return
        refusal = ShopError("needs_owner", deed=Deed.RESTORE)
        asked = OwnerPin(self.kit, self.shop.staff, Deed.RESTORE, refusal, self.window())
        asked.granted.connect(lambda: self.kit.go_to.restore(file))
        asked.open()

    def _fill_or_remove(self) -> None:
        shop = self.shop
        if shop is None:
            return
        self._sample.set_busy(busy=True)
        work = shop.sample_shop.remove if shop.sample_shop.count() else shop.sample_shop.fill
        task = self.kit.tasks.start(lambda _progress, _stop: work())
        task.finished.connect(self._sample_changed)
        task.failed.connect(self._sample_failed)

    def _sample_changed(self, _people: int) -> None:
        self._sample.set_busy(busy=False)
        if self.shop is not None:
            self.shop.search.forget()
        self.reload()

    def _sample_failed(self, error: BaseException) -> None:
        self._sample.set_busy(busy=False)
        staff = self.shop.staff if self.shop is not None else None
        if staff is None or not ask_owner(self.kit, staff, error, self.window(), self._fill_or_remove):
            self.kit.notices.failed(self.page, error)


def _fixed(label: QLabel) -> QLabel:
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label
