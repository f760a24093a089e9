"""The question after a second press within the hour, asked in the place of the amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QSizePolicy

from ui.shared.buttons import Button, on_press
from ui.shared.card import Card as Surface
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.shortcuts import keys_text

if TYPE_CHECKING:
    from ui.shared.kit import Kit


class SecondPress(Surface):
    """Enter: yes, log one more. Esc: no.

    Attributes:
        agreed: log one more visit.
        declined: leave it at the one.
    """

    agreed = Signal()
    declined = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__("warn", row=True)
        self._words = text_label("", strong=True, wrap=True)
        self._no = Button(kit.theme, tr("SecondPress", "No"), "quiet", "touch", keys=keys_text("back"))
        self.yes = Button(kit.theme, tr("SecondPress", "Log one more"), tier="touch", keys=keys_text("enter"))
        self.column.setSpacing(16)
        self.column.addWidget(IconView(kit.theme, "triangle-alert", "warn", 24))
        self.column.addWidget(self._words, 1)
        self.column.addWidget(self._no)
        self.column.addWidget(self.yes)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        on_press(self.yes, self.agreed.emit)
        on_press(self._no, self.declined.emit)

    def ask(self, who: str, minutes: int) -> None:
        """Ask, with the keyboard on the answer that Enter gives."""
        if minutes < 1:
            question = tr("SecondPress", "A visit of {who} was logged just now. Was there really another one?")
        else:
            question = tr(
                "SecondPress", "A visit of {who} was logged %n min ago. Was there really another one?", minutes
            )
        self._words.setText(question.format(who=who))
        self.setAccessibleName(self._words.text())
        self.show()
        self.yes.setFocus(Qt.FocusReason.TabFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._words.text()))
