"""The card's limit refuses a punch: how long it still does, and the owner's word for this one."""

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
from ui.shared.shortcuts import keys_text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.shared.kit import Kit

AIR: Final = 40


class PunchLimit(Surface):
    """Said in the place of the amount.

    Attributes:
        allowed: the owner's PIN, "" where none is asked for: log the visit all the same.
        declined: leave it.
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
        self._no = Button(kit.theme, tr("PunchLimit", "Leave it"), "quiet", "touch", keys=keys_text("back"))
        self._yes = Button(kit.theme, tr("PunchLimit", "Log it anyway"), tier="touch")
        self._lay_out(kit)
        self._fit()
        kit.theme.changed.connect(self._fit)
        self._pin.returnPressed.connect(self._allow)
        on_press(self._yes, self._allow)
        on_press(self._no, self.declined.emit)

    def _fit(self) -> None:
        """The field is as wide as what stands in it while it is empty."""
        self._pin.ensurePolished()
        self._pin.setFixedWidth(QFontMetrics(self._pin.font()).horizontalAdvance(self._pin.placeholderText()) + AIR)

    def ask(self, minutes: int, *, pin: bool) -> None:
        """Say how long the limit still holds.

        Args:
            pin: the owner's PIN is needed to pass it.
        """
        left = time_left(minutes)
        self._words.setText(tr("PunchLimit", "The card takes its next punch in {left}.").format(left=left))
        self._below.setText(tr("PunchLimit", "No visit was logged."))
        self._pin.clear()
        self._pin.setVisible(pin)
        self.set_busy(busy=False)
        self.setAccessibleName(self._words.text())
        self.show()
        (self._pin if pin else self._no).setFocus(Qt.FocusReason.TabFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._words.text()))

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
        if not self._yes.busy and (self._pin.isHidden() or self._pin.text()):
            self.allowed.emit("" if self._pin.isHidden() else self._pin.text())

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
        for widget in (self._pin, self._no, self._yes):
            answers.addWidget(widget)
        self.column.addLayout(answers)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


def time_left(minutes: int) -> str:
    """12 min, 10 h, 3 h 20 min."""
    hours, rest = divmod(max(minutes, 1), 60)
    if not hours:
        return tr("PunchLimit", "%n min", rest)
    if not rest:
        return tr("PunchLimit", "%n h", hours)
    return tr("PunchLimit", "{hours} h {minutes} min").format(hours=hours, minutes=rest)
