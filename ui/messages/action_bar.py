"""The foot of composing: what will happen, a test to oneself, and the one button that sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.shortcuts import keys_text

if TYPE_CHECKING:
    from ui.shared.kit import Kit

PRACTICE = "practice"


class ActionBar(Card):
    """80 high.

    Attributes:
        send_wanted: the primary button was pressed.
        test_wanted: the test button was pressed.
    """

    send_wanted = Signal()
    test_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__("bar", row=True, padded=False)
        self._kit = kit
        self.setFixedHeight(80)
        self.column.setContentsMargins(24, 0, 20, 0)
        self.column.setSpacing(12)
        self._icon = IconView(kit.theme, "inbox", "textSecondary", 16)
        self._where = text_label("", wrap=True)
        self._then = text_label("", "caption", "secondary", wrap=True)
        self.test = Button(kit.theme, tr("ActionBar", "Test to myself"), "secondary", "large", icon="smartphone")
        self.test.setToolTip(keys_text("test_message"))
        self.send = Button(kit.theme, tr("ActionBar", "Send"), "primary", "large", icon="send")
        self.send.setToolTip(keys_text("send"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addLayout(self._first_line())
        words.addWidget(self._then)
        words.addStretch(1)
        self.column.addLayout(words, 1)
        self.column.addWidget(self.test)
        self.column.addWidget(self.send)
        on_press(self.send, self.send_wanted.emit)
        on_press(self.test, self.test_wanted.emit)

    def show_service(self, gateway: str) -> None:
        """Where messages go and that they can be stopped."""
        practice = gateway == PRACTICE
        self._icon.show_icon("inbox" if practice else "send")
        self._where.setText(
            tr("ActionBar", "Practice outbox: nothing leaves this PC")
            if practice
            else tr("ActionBar", "Really sent, through Twilio")
        )
        self._then.setText(tr("ActionBar", "You can stop it while it is being sent"))

    def promise(self, people: int, parts: int) -> None:
        """Say on the button what pressing it does."""
        many = tr("ActionBar", "Send to %n people", people)
        cost = tr("ActionBar", "%n part(s)", parts)
        self.send.say(tr("ActionBar", "{send} ({cost})").format(send=many, cost=cost))

    def _first_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._where, 1)
        return row
