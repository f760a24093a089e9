"""The import as a page within the room: choose, read, check, write, done. Nothing is written before the last press."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from retention_desktop.errors import ShopError
from ui.customers.consent_text import proposed_wording
from ui.customers.importing.action_bar import ActionBar
from ui.customers.importing.ask_file import ask_file
from ui.customers.importing.check import Check
from ui.customers.importing.choose import Choose
from ui.customers.importing.done import Done
from ui.customers.importing.file_card import AUTOMATIC
from ui.customers.importing.header import ImportHeader
from ui.customers.importing.progress import SHOW_AFTER_MS, Progress
from ui.customers.importing.words import promise
from ui.customers.importing.work import read_list, write_list
from ui.shared.error_text import error_sentence
from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.history import Undone
    from retention_desktop.shop import Shop
    from retention_desktop.transfer import Imported, Peeked, Prepared
    from ui.customers.actions import Actions
    from ui.customers.shop_formats import ShopFormats
    from ui.shared.kit import Kit
    from ui.shared.page import Page
    from ui.shared.tasks import Task

Phase = Literal["", "reading", "writing", "undoing"]


class ImportPage(QWidget):
    """One list at a time.

    Attributes:
        left: back to the customers.
    """

    left = Signal()

    def __init__(self, kit: Kit, page: Page) -> None:
        super().__init__()
        self._kit = kit
        self._page = page
        self._shop: Shop | None = None
        self._actions: Actions | None = None
        self._formats: ShopFormats | None = None
        self._path = Path()
        self._encoding = AUTOMATIC
        self._mapping: dict[int, str | None] | None = None
        self._prepared: Prepared | None = None
        self._peeked: Peeked | None = None
        self._unclear: ShopError | None = None
        self._held: tuple[str, dict[int, str | None] | None] = (AUTOMATIC, None)
        self._imported: Imported | None = None
        self._undone = False
        self._task: Task | None = None
        self._phase: Phase = ""
        self._build()
        self._wire()

    @property
    def busy(self) -> bool:
        """Whether a list is being read or written."""
        return self._task is not None

    def attach(self, shop: Shop, actions: Actions, formats: ShopFormats) -> None:
        """Bring lists into this shop."""
        self._shop, self._actions, self._formats = shop, actions, formats

    def begin(self) -> None:
        """Show where to choose a file, or the check that was left before."""
        if self._prepared is None or self._imported is not None:
            self._reset()
            self._show(self._choose)
        else:
            self._show(self._check)
        self.take_keyboard()

    def read(self, path: Path) -> None:
        """Read a file and show what it would bring."""
        self._reset()
        self._path = path
        self._check.show_unread(path.name)
        self._prepare()

    def take_keyboard(self) -> None:
        """The keyboard goes to the next thing to do."""
        if self._views.currentWidget() is self._choose:
            self._choose.take_keyboard()
        else:
            self._bar.primary.setFocus()

    def go_back(self) -> bool:
        """Esc: back to the customers; what was checked is still there when one comes again."""
        if not self.busy:
            self.left.emit()
        return True

    def keep(self) -> dict[str, Any]:
        """How far it has come, for a page made anew in another language."""
        return {
            "path": self._path, "encoding": self._encoding, "mapping": self._mapping, "prepared": self._prepared,
            "peeked": self._peeked, "unclear": self._unclear, "imported": self._imported, "undone": self._undone,
            "task": self._task, "phase": self._phase, "again": self._check.again,
            "agreed": self._check.consent.agreed, "wording": self._check.consent.text,
        }  # fmt: skip

    def restore(self, kept: dict[str, Any]) -> None:
        """Go on where `keep` left off."""
        self._path, self._encoding, self._mapping = kept["path"], kept["encoding"], kept["mapping"]
        self._prepared, self._peeked, self._unclear = kept["prepared"], kept["peeked"], kept["unclear"]
        self._held = (self._encoding, self._mapping)
        self._imported, self._undone = kept["imported"], kept["undone"]
        self._check.show_unread(self._path.name)
        self._show_result()
        self._check.set_again(again=kept["again"])
        self._check.consent.show_answer(agreed=kept["agreed"], wording=kept["wording"])
        task: Task | None = kept["task"]
        if task is not None and not task.done:
            self._watch(task, kept["phase"])

    def _build(self) -> None:
        theme = self._kit.theme
        self._header = ImportHeader(theme)
        self._choose = Choose(theme)
        self._check = Check(self._kit)
        self._progress = Progress(self._kit)
        self._done = Done(theme)
        self._bar = ActionBar(theme)
        self._views = QStackedWidget()
        for view in (self._choose, self._check, self._progress, self._done):
            self._views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._views, 1)
        column.addWidget(self._bar)
        self._show(self._choose)

    def _wire(self) -> None:
        self._choose.choice_wanted.connect(self._ask_file)
        self._check.file.another_wanted.connect(self._ask_file)
        self._check.file.encoding_chosen.connect(self._choose_encoding)
        self._check.preview.kind_chosen.connect(self._choose_kind)
        self._check.go_without.connect(self._confirm_columns)
        self._check.changed.connect(self._promise)
        self._progress.cancelled.connect(self._cancel)
        self._done.undo_wanted.connect(self._undo)
        self._bar.back_wanted.connect(self._back)
        self._bar.primary_wanted.connect(self._go)

    # -- reading ------------------------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        ask_file(self._page, self._path.parent if self._path.name else None, self._chosen)

    def _chosen(self, path: str) -> None:
        self.read(Path(path))

    def _choose_encoding(self, encoding: str) -> None:
        self._encoding = encoding
        self._mapping = None
        self._prepare()

    def _choose_kind(self, column: int, kind: str) -> None:
        columns = self._prepared.columns if self._prepared else self._peeked.columns if self._peeked else ()
        mapping = dict(self._mapping) if self._mapping else {
            number: one.kind for number, one in enumerate(columns)
        }  # fmt: skip
        mapping[column] = kind or None
        self._mapping = mapping
        self._prepare()

    def _confirm_columns(self) -> None:
        self._mapping = dict(self._mapping or {})
        self._prepare()

    def _prepare(self) -> None:
        if self._shop is None or self.busy:
            return
        encoding = None if self._encoding == AUTOMATIC else self._encoding
        work = partial(read_list, self._shop.transfer, self._path, encoding, self._mapping)
        self._progress.begin(tr("ImportPage", "Reading {file} …").format(file=self._path.name))
        self._watch(self._kit.tasks.start(work), "reading")

    def _read_done(self, found: tuple[Prepared | None, Peeked | None, ShopError | None]) -> None:
        self._prepared, self._peeked, self._unclear = found
        self._held = (self._encoding, self._mapping)
        self._show_result()

    def _read_failed(self, error: BaseException) -> None:
        stopped = isinstance(error, ShopError) and error.code == "stopped"
        if self._prepared is None and stopped:
            self._reset()
            self._show(self._choose)
            return
        if isinstance(error, ShopError):
            self._check.show_trouble("" if stopped else error_sentence(error))
        else:
            self._kit.notices.failed(self._page, error)
        if self._prepared is not None:
            # The reading before still holds: nothing on show may claim what failed.
            self._encoding, self._mapping = self._held
        self._check.file.choose_encoding(self._encoding)
        self._show(self._check)

    # -- writing ------------------------------------------------------------------------------------------------

    def _go(self) -> None:
        if self._views.currentWidget() is self._done:
            self.left.emit()
            return
        prepared = self._prepared
        if self._shop is None or prepared is None or self.busy or self._check.refusal():
            return
        work = partial(write_list, self._shop.transfer, prepared, self._check.consent.wording, again=self._check.again)
        self._progress.begin(tr("ImportPage", "Bringing in {file} …").format(file=prepared.file))
        self._show(self._progress)
        self._watch(self._kit.tasks.start(work), "writing")

    def _written(self, done: Imported) -> None:
        self._imported = done
        self._undone = False
        self._show_result()

    def _write_failed(self, error: BaseException) -> None:
        self._show(self._check)
        self._promise()
        if isinstance(error, ShopError) and error.code != "stopped":
            self._check.show_trouble(error_sentence(error))
        elif isinstance(error, ShopError):
            self._kit.notices.toast(self._page, error_sentence(error), icon="info")
        else:
            self._kit.notices.failed(self._page, error)

    def _undo(self) -> None:
        if self._shop is None or self._imported is None or self.busy:
            return
        uid, history = self._imported.import_uid, self._shop.history
        self._progress.begin(tr("ImportPage", "Taking the import back …"))
        self._show(self._progress)
        self._watch(self._kit.tasks.start(lambda _progress, _stop: history.undo(uid)), "undoing")

    def _taken_back(self, undone: Undone) -> None:
        self._undone = True
        self._show_result()
        if self._actions is not None:
            self._actions.taken_back(undone)

    def _undo_failed(self, error: BaseException) -> None:
        self._show(self._done)
        self._kit.notices.failed(self._page, error)

    def _watch(self, task: Task, phase: Phase) -> None:
        self._task, self._phase = task, phase
        finished = {"reading": self._read_done, "writing": self._written, "undoing": self._taken_back}
        failed = {"reading": self._read_failed, "writing": self._write_failed, "undoing": self._undo_failed}
        # `busy` must be false by the time the handlers look at it.
        task.finished.connect(self._end)
        task.failed.connect(self._end)
        task.finished.connect(finished[phase])
        task.failed.connect(failed[phase])
        task.progress.connect(self._progressed)
        if phase != "reading" or self._prepared is None:
            self._show(self._progress)
        else:
            self._bar.primary.set_busy(busy=True)
            QTimer.singleShot(SHOW_AFTER_MS, self, self._show_reading)

    def _show_reading(self) -> None:
        """Reading again takes longer than a moment: show how far it is, and a way to stop it."""
        if self._task is not None and self._phase == "reading":
            self._show(self._progress)

    def _end(self, _result: object) -> None:
        self._task, self._phase = None, ""
        self._progress.end()
        self._bar.primary.set_busy(busy=False)

    def _progressed(self, done: int, total: int) -> None:
        if self._formats is not None:
            self._progress.show_progress(done, total, self._formats)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _reset(self) -> None:
        self._path, self._encoding, self._mapping = Path(), AUTOMATIC, None
        self._prepared = self._peeked = self._imported = None
        self._undone = False
        self._check.set_again(again=False)
        self._check.file.choose_encoding(AUTOMATIC)
        shop_name = self._shop.settings.now.name if self._shop else ""
        self._check.consent.show_answer(agreed=False, wording=proposed_wording(shop_name))

    def _show_result(self) -> None:
        if self._formats is None:
            return
        if self._imported is not None:
            self._done.show_result(self._imported, self._formats, undone=self._undone)
            self._show(self._done)
        elif self._prepared is not None:
            self._check.show_prepared(self._prepared, self._formats)
            self._check.file.choose_encoding(self._encoding)
            self._show(self._check)
        elif self._peeked is not None and self._unclear is not None:
            self._check.show_peeked(self._peeked, error_sentence(self._unclear), self._formats)
            self._show(self._check)
        else:
            self._show(self._choose)

    def _show(self, view: QWidget) -> None:
        self._views.setCurrentWidget(view)
        steps: dict[QWidget, int] = {self._choose: 1, self._check: 2, self._progress: 2, self._done: 4}
        self._header.show_step(steps[view])
        self._bar.setVisible(view is not self._progress)
        self._promise()
        if self.isVisible():
            self.take_keyboard()

    def _promise(self) -> None:
        view = self._views.currentWidget()
        if view is self._done:
            self._bar.show_done()
        elif view is self._choose:
            self._bar.show_choose()
        else:
            words = promise(self._prepared) if self._prepared else tr("ImportPage", "Import")
            self._bar.show_check(words, self._check.refusal())

    def _back(self) -> None:
        if self._views.currentWidget() is self._done:
            self._reset()
            self._show(self._choose)
        else:
            self.left.emit()
