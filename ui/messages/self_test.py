"""A test to oneself: asks for the number where there is none, sends, and says what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from retention_desktop.errors import ShopError
from ui.shared.deliver import deliver
from ui.shared.error_text import error_sentence
from ui.shared.language import tr

if TYPE_CHECKING:
    from threading import Event

    from retention_desktop.domain.campaign import Draft
    from retention_desktop.domain.message import Message
    from retention_desktop.shop import Shop
    from ui.messages.run import SendingRun
    from ui.messages.test_strip import TestStrip
    from ui.shared.buttons import Button
    from ui.shared.page import Page


class SelfTest(QObject):
    """Belongs to a button and a strip of the page.

    Args:
        page: where it happens.
        run: what has been stopped waits in the outbox, and a test would send it too.
        button: shows that a test is under way.
        strip: says what became of it.
    """

    def __init__(self, page: Page, run: SendingRun, button: Button, strip: TestStrip) -> None:
        super().__init__(strip)
        self._page, self._run, self._button, self._strip = page, run, button, strip
        self._shop: Shop | None = None
        self._draft: Draft | None = None
        strip.numbered.connect(self._number_given)

    def attach(self, shop: Shop) -> None:
        """The shop is open."""
        self._shop = shop

    def start(self, draft: Draft) -> None:
        """Send this text, filled for nobody in particular, to the owner's own number."""
        if self._shop is None or not self._button.isEnabled():
            return
        self._draft = draft
        number = self._shop.settings.now.test_number
        if self._run.held:
            held = tr("SelfTest", "Stopped messages are waiting, and a test would send them too.")
            advice = tr("SelfTest", "Send them or call them off first, under “Sent”.")
            self._strip.say(f"{held} {advice}", "warn")
        elif number:
            self._send(self._shop, draft, number)
        else:
            self._strip.ask_number()

    def _number_given(self, number: str) -> None:
        if self._shop is not None and self._draft is not None and number:
            self._shop.settings.change(test_number=number)
            self._send(self._shop, self._draft, number)

    def _send(self, shop: Shop, draft: Draft, number: str) -> None:
        self._button.set_busy(busy=True)
        task = self._page.kit.tasks.start(lambda _progress, stop: _queue_and_deliver(shop, number, draft, stop))
        task.finished.connect(self._sent)
        task.failed.connect(self._failed)

    def _sent(self, message: Message) -> None:
        self._button.set_busy(busy=False)
        self._strip.say_outcome(message)

    def _failed(self, error: BaseException) -> None:
        self._button.set_busy(busy=False)
        if not isinstance(error, ShopError):
            self._page.kit.notices.failed(self._page, error)
            return
        if error.code == "phone_invalid" and self._shop is not None:
            self._shop.settings.change(test_number="")
        self._strip.say(error_sentence(error), "bad")


def _queue_and_deliver(shop: Shop, number: str, draft: Draft, stop: Event) -> Message:
    return deliver(shop, shop.campaigns.test_to_self(number, draft.text, draft.language), stop)
