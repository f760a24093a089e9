"""What became of the test to oneself, or where to say one's number: a strip above the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from retention_desktop.domain.message import MessageState
from ui.shared.banner import Banner
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.domain.message import Message
    from ui.shared.banner import BannerTone
    from ui.shared.theme import Theme


class TestStrip(QWidget):
    """Hidden until a test is asked for.

    Attributes:
        numbered: send the test to this number.
    """

    __test__ = False
    numbered = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def ask_number(self) -> None:
        """Ask for the owner's own number; it is kept in the settings."""
        edit = QLineEdit()
        edit.setAccessibleName(tr("TestStrip", "Your number"))
        caption = text_label(tr("TestStrip", "Your own mobile number"))
        send = Button(self._theme, tr("TestStrip", "Send the test"))
        card = Card(row=True)
        row = QHBoxLayout()
        for widget in (caption, edit, send):
            row.addWidget(widget, 1 if widget is edit else 0)
        row.setSpacing(12)
        card.column.addLayout(row)
        on_press(send, lambda: self.numbered.emit(edit.text().strip()))
        edit.returnPressed.connect(lambda: self.numbered.emit(edit.text().strip()))
        self._show(card)
        edit.setFocus()

    def say(self, words: str, tone: BannerTone) -> None:
        """Say what happened."""
        banner = Banner(self._theme, words, tone, closable=True)
        banner.dismissed.connect(self.hide)
        self._show(banner)
        banner.announce()

    def say_outcome(self, message: Message) -> None:
        """Say what became of the test."""
        tone, words = _outcome(message)
        self.say(words, tone)

    def _show(self, widget: QWidget) -> None:
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._column.addWidget(widget)
        self.show()


def _outcome(message: Message) -> tuple[BannerTone, str]:
    if message.provider == "practice" and message.state is MessageState.DELIVERED:
        return "good", tr("TestStrip", "The test lies in the practice outbox. Nothing left this PC.")
    said: dict[MessageState, tuple[BannerTone, str]] = {
        MessageState.DELIVERED: ("good", tr("TestStrip", "The test has arrived.")),
        MessageState.ACCEPTED: ("info", tr("TestStrip", "Twilio has taken the test. Look at your phone.")),
        MessageState.SENT: ("info", tr("TestStrip", "The test is on its way. Look at your phone.")),
        MessageState.OPTED_OUT: ("bad", tr("TestStrip", "Your number has said STOP. Send START from it first.")),
        MessageState.REJECTED: (
            "bad",
            tr("TestStrip", "The test was refused (code {reason}). Check number and sender.").format(
                reason=message.reason or "–"
            ),
        ),
        MessageState.UNKNOWN: ("warn", tr("TestStrip", "The answer was lost. Look at your phone before another test.")),
    }
    waiting: tuple[BannerTone, str] = ("warn", tr("TestStrip", "The test is still waiting in the outbox."))
    return said.get(message.state, waiting)
