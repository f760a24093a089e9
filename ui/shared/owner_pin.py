"""Asks an owner for their PIN where whoever is at the desk may not do something: for that one deed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from retention_desktop.domain.staff import Deed
from retention_desktop.errors import ShopError
from ui.shared.buttons import Button, on_press
from ui.shared.error_text import error_sentence
from ui.shared.form import Form
from ui.shared.labels import set_width, text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.staff import Staff
    from ui.shared.kit import Kit

WIDTH: Final = 360
ASKS: Final = frozenset({"needs_owner", "over_limit"})
"""Refusals that an owner's PIN lifts."""


def ask_owner(
    kit: Kit, staff: Staff, error: BaseException, parent: QWidget, again: Callable[[], object]
) -> bool:  # fmt: skip
    """Ask an owner for their PIN and do it `again`. False where this error is none that a PIN lifts."""
    if not isinstance(error, ShopError) or error.code not in ASKS:
        return False
    asked = OwnerPin(kit, staff, Deed(str(error.facts.get("deed") or Deed.ADJUST)), error, parent)
    asked.granted.connect(again)
    asked.open()
    return True


class OwnerPin(QDialog):
    """Enter gives the owner's word; a wrong PIN is said below the field, Esc leaves it.

    Args:
        refusal: what was refused, shown above the field.
        deed: what the word is for; `Staff.allow` takes it once.

    Attributes:
        granted: an owner has agreed: do it again.
    """

    granted = Signal()

    def __init__(self, kit: Kit, staff: Staff, deed: Deed, refusal: ShopError, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._staff = staff
        self._deed = deed
        self.setWindowTitle(tr("OwnerPin", "The owner's PIN"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form = Form(kit.theme)
        self._pin = QLineEdit()
        self._pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._pin.setProperty("tier", "touch")
        self._agree = Button(kit.theme, tr("OwnerPin", "Allow this once"), "primary", "touch")
        self._fill(error_sentence(refusal))
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter is the field's
        self._pin.returnPressed.connect(self._try)
        on_press(self._agree, self._try)
        self._pin.setFocus()

    def _fill(self, sentence: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        why = text_label(sentence, wrap=True)
        set_width(why, self._kit.theme.px(WIDTH))
        column.addWidget(why)
        self._form.add(tr("OwnerPin", "The owner's &PIN"), self._pin)
        column.addWidget(self._form)
        cancel = Button(self._kit.theme, tr("OwnerPin", "Cancel"), "quiet", "touch")
        on_press(cancel, self.reject)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._agree)
        column.addLayout(row)

    def _try(self) -> None:
        """Looking at a PIN takes a fifth of a second: in a worker."""
        if self._agree.busy:
            return
        pin = self._pin.text()
        self._agree.set_busy(busy=True)
        task = self._kit.tasks.start(lambda _progress, _stop: self._staff.grant(self._deed, pin))
        task.finished.connect(self._agreed)
        task.failed.connect(self._refused)

    def _agreed(self, _name: str) -> None:
        self.accept()
        self.granted.emit()

    def _refused(self, error: BaseException) -> None:
        self._agree.set_busy(busy=False)
        if not isinstance(error, ShopError):
            raise error
        self._pin.clear()
        self._form.set_error(self._pin, error_sentence(error))
        self._pin.setFocus()
