"""The last step: one message to oneself, with what became of it in the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from retention_desktop.domain.campaign import Draft
from retention_desktop.domain.message import MessageState
from retention_desktop.domain.recipient import Recipient
from retention_desktop.domain.sending_policy import Purpose
from retention_desktop.errors import ShopError
from ui.settings.numbered_card import NumberedCard
from ui.settings.section import LABELS, queued
from ui.shared.banner import Banner
from ui.shared.buttons import Button, on_press
from ui.shared.deliver import deliver
from ui.shared.error_text import error_sentence
from ui.shared.form import Form
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.domain.message import Message
    from retention_desktop.shop import Shop
    from ui.settings.section import Section
    from ui.shared.banner import BannerTone


_NOT_GONE_YET: Final = (MessageState.QUEUED, MessageState.SENDING)


class TestCard(NumberedCard):
    """Queues one test, sends it through the service in force, and says what happened.

    Attributes:
        done: a test has ended, True = it was taken.
    """

    __test__ = False
    done = Signal(bool)

    def __init__(self, section: Section) -> None:
        super().__init__(section.kit.theme, 3, tr("TestCard", "Send one to yourself"))
        self._section = section
        self._queued: tuple[tuple[str, str], str] = (("", ""), "")
        self._kit = section.kit
        self._form = Form(self._kit.theme, LABELS)
        self._button = Button(self._kit.theme, tr("TestCard", "Send the test"), icon="send")
        on_press(self._button, self.send)
        self._number = self._form.add(tr("TestCard", "Your &number"), QLineEdit(), beside=self._button)
        section.bind(self._form, self._number, "test_number")
        # Queued: the field saves itself after this signal and would take the number's error away again.
        self._number.returnPressed.connect(self.send, Qt.ConnectionType.QueuedConnection)
        self._preview = text_label("", "caption", "secondary", wrap=True)
        self._result = QVBoxLayout()
        self.column.addWidget(self._form)
        below = QVBoxLayout()
        below.setContentsMargins(LABELS + 16, 0, 0, 0)
        below.setSpacing(10)
        below.addWidget(self._preview)
        below.addLayout(self._result)
        self.column.addLayout(below)

    def show_service(self, service: str, refusal: str) -> None:
        """Say what will be sent and through what; `refusal` says why nothing can be.

        What came of a test through another service goes then: its "Try again" could do nothing.
        """
        self._button.refuse(refusal)
        if refusal:
            self._say(None)
        self.remark(
            tr("TestCard", "Practice · stays on this PC")
            if service == "practice"
            else tr("TestCard", "Really sent · billed by Twilio")
        )
        shop = self._section.shop
        if shop is None:
            return
        filled = shop.campaigns.filled(self._draft(), _nobody())
        counted = shop.campaigns.counted(filled)
        said = tr("TestCard", "“{text}” {units} characters, %n part(s)", counted.parts)
        others = queued(shop)
        waiting = tr("TestCard", "%n waiting message(s) go out with it.", others) if others else ""
        self._preview.setText(f"{said.format(text=filled, units=counted.units)} {waiting}".strip())

    def send(self) -> None:
        """Queue it, then send it in a worker."""
        shop, number = self._section.shop, self._number.text().strip()
        if shop is None or not self._button.isEnabled():
            return
        if not number:
            self._form.set_error(self._number, tr("TestCard", "Write your own mobile number."))
            self._number.setFocus()
            return
        self._form.set_error(self._number, "")
        self._say(None)
        try:
            self._queue(shop, number)
        except ShopError as error:
            self._failed(error)
            return
        self._button.set_busy(busy=True)
        uid = self._queued[1]
        task = self._kit.tasks.start(lambda _progress, stop: deliver(shop, uid, stop))
        task.finished.connect(self._sent)
        task.failed.connect(self._failed)

    def _queue(self, shop: Shop, number: str) -> None:
        """Queue a test, unless the one before is still waiting or just being tried: trying again must not send two."""
        draft = self._draft()
        wanted, before = (number, draft.text), self._queued
        if before[0] == wanted and shop.campaigns.message(before[1]).state in _NOT_GONE_YET:
            return
        self._queued = (wanted, shop.campaigns.test_to_self(number, draft.text, draft.language))

    def _sent(self, message: Message) -> None:
        self._button.set_busy(busy=False)
        at = ""
        if self._section.shop is not None and message.settled_at is not None:
            at = self._kit.formats.time(message.settled_at, self._section.shop.settings.now.zone_info)
        tone, words = _outcome(message, at)
        self._say(self._banner(words, tone))
        self.done.emit(tone in {"good", "info"})

    def _failed(self, error: BaseException) -> None:
        self._button.set_busy(busy=False)
        if not isinstance(error, ShopError):
            self._kit.notices.failed(self._section.page, error)
        elif error.code == "phone_invalid":
            self._form.set_error(self._number, error_sentence(error))
        else:
            self._say(self._banner(error_sentence(error), "bad"))
        self.done.emit(False)

    def _banner(self, words: str, tone: BannerTone) -> Banner:
        if tone in {"good", "info"}:
            return Banner(self._kit.theme, words, tone)
        return Banner(self._kit.theme, words, tone, action=tr("TestCard", "Try again"), on_action=self.send)

    def _say(self, banner: Banner | None) -> None:
        while (item := self._result.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if banner is not None:
            self._result.addWidget(banner)
            banner.announce()

    def _draft(self) -> Draft:
        named = self._section.shop is not None and bool(self._section.shop.settings.now.name.strip())
        words = tr("TestCard", "This is a test. If you can read it, sending works.")
        text = tr("TestCard", "[shop]: {words}").format(words=words) if named else words
        return Draft(text=text, purpose=Purpose.TEST, language=self._kit.language.code)


def _nobody() -> Recipient:
    return Recipient(customer="", customer_key=0)


def _outcome(message: Message, at: str) -> tuple[BannerTone, str]:
    """What became of the test, and what to do."""
    if message.provider == "practice" and message.state is MessageState.DELIVERED:
        return "good", tr("TestCard", "Kept in the practice outbox at {time}. Nothing left this PC.").format(time=at)
    said: dict[MessageState, tuple[BannerTone, str]] = {
        MessageState.DELIVERED: ("good", tr("TestCard", "It arrived at {time}.").format(time=at)),
        MessageState.ACCEPTED: ("info", tr("TestCard", "Twilio has taken it. It should arrive within a minute.")),
        MessageState.SENT: ("info", tr("TestCard", "It is on its way. It should arrive within a minute.")),
        MessageState.OPTED_OUT: (
            "bad",
            tr("TestCard", "This number has said STOP to your sender. Send START from that phone, then try again."),
        ),
        MessageState.REJECTED: (
            "bad",
            tr("TestCard", "Twilio refused it (code {reason}). Check sender and number.").format(
                reason=message.reason or "–"
            ),
        ),
        MessageState.UNKNOWN: (
            "warn",
            tr("TestCard", "The answer was lost. Look at your phone; it is looked up again in a while."),
        ),
    }
    waiting: tuple[BannerTone, str] = ("warn", tr("TestCard", "It is still waiting in the outbox."))
    return said.get(message.state, waiting)
