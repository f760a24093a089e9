"""The card's limit left a visit without a punch: why, and the owner's word for this one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout

from ui.shared.buttons import Button, on_press
from ui.shared.card import Card as Surface
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.limit_words import limit_words, next_punch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from retention_desktop.domain.punch_limit import Limited
    from ui.shared.kit import Kit

AIR: Final = 40


class PunchLimit(Surface):
    """Stands above the amount, which it leaves alone: the visit is logged.

    Attributes:
        allowed: the owner's PIN, "" where none is asked for: give the punch all the same.
        declined: Esc; the keyboard goes on to the next customer.
    """

    allowed = Signal(str)
    declined = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__("warn", row=True)
        self._words = text_label("", strong=True, wrap=True)
        self._below = text_label("", "caption", "warn", wrap=True)
        self._pin = QLineEdit()
        self._pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._pin.setProperty("tier", "touch")
        self._pin.setAccessibleName(tr("PunchLimit", "Owner's PIN"))
        self._pin.setPlaceholderText(tr("PunchLimit", "Owner's PIN"))
        self._yes = Button(kit.theme, tr("PunchLimit", "Give the punch"), tier="touch")
        self._visit = ""
        self._lay_out(kit)
        self._fit()
        kit.theme.changed.connect(self._fit)
        self._pin.returnPressed.connect(self._allow)
        on_press(self._yes, self._allow)

    def _fit(self) -> None:
        """The field is as wide as what stands in it while it is empty."""
        self._pin.ensurePolished()
        self._pin.setFixedWidth(QFontMetrics(self._pin.font()).horizontalAdvance(self._pin.placeholderText()) + AIR)

    def show_limits(self, visit: str, limits: Sequence[Limited], *, pin: bool) -> None:
        """Say why a visit has no punch; away with it where it has, or none was due.

        Args:
            visit: its uid; a PIN being typed stays while the same one is shown again.
            pin: the owner's PIN is needed to give it.
        """
        self.setVisible(bool(limits))
        self._pin.setVisible(pin)
        self.set_busy(busy=False)
        if not limits or visit == self._visit:
            self._visit = visit if limits else ""
            return
        self._visit = visit
        self._words.setText(limit_words(limits))
        self._below.setText(next_punch(limits))
        self._pin.clear()
        self.setAccessibleName(self._words.text())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._words.text()))

    @property
    def visit(self) -> str:
        """The uid of the visit it is about, "" for none."""
        return self._visit

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, problem: str) -> None:
        """Why the PIN did not do."""
        self.set_busy(busy=False)
        self._below.setText(problem)
        self._pin.clear()
        self._pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, *, busy: bool) -> None:
        """While the PIN is looked at."""
        self._yes.set_busy(busy=busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.declined.emit()
        else:
            super().keyPressEvent(event)

    def _allow(self) -> None:
        if self._yes.busy:
            return
        if self._pin.isHidden() or self._pin.text():
            self.allowed.emit("" if self._pin.isHidden() else self._pin.text())
        else:
            self._pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, kit: Kit) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._words)
        words.addWidget(self._below)
        self.column.setSpacing(12)
        self.column.addWidget(IconView(kit.theme, "clock", "warn", 24))
        self.column.addLayout(words, 1)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        for widget in (self._pin, self._yes):
            answers.addWidget(widget)
        self.column.addLayout(answers)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
