"""Messages: write one, send it to many, see what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.messages.compose import ComposeView
from ui.messages.run import SendingRun
from ui.messages.sent import SentView
from ui.shared.card import Card
from ui.shared.chips import FilterChip, chip
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.page import Page
from ui.shared.segmented import Segmented
from ui.shared.shortcuts import bind

if TYPE_CHECKING:
    from retention_desktop.campaigns import Queued
    from retention_desktop.shop import Shop
    from ui.shared.kit import Kit

COMPOSE = "compose"
SENT = "sent"


class MessagesPage(Page):
    """Two views under one header."""

    watches: ClassVar[frozenset[str]] = frozenset({
        "customer", "contact_point", "consent_event", "suppression", "tag", "tag_link", "setting", "template",
        "template_version", "campaign", "outbox_message",
    })  # fmt: skip

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._shop: Shop | None = None
        self._run = SendingRun(kit, self)
        self._title = text_label("", "title", strong=True)
        self._draft = chip(tr("MessagesPage", "Draft"))
        self._views = Segmented(
            kit.theme, tr("MessagesPage", "View"), [
                (COMPOSE, tr("MessagesPage", "Compose")), (SENT, tr("MessagesPage", "Sent")),
            ],
        )  # fmt: skip
        self._phone = FilterChip(kit.theme, tr("MessagesPage", "On their phone"), icon="smartphone")
        self._phone.hide()
        self.compose = ComposeView(self, self._run)
        self.sent = SentView(self, self._run)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.compose)
        self._stack.addWidget(self.sent)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(self._stack, 1)
        self.toast_column = self._stack
        self._wire()
        self.show_view(COMPOSE)

    def attach(self, shop: Shop) -> None:
        """Hand the shop to both views."""
        self._shop = shop
        self.compose.attach(shop)
        self.sent.attach(shop)

    def reload(self) -> None:
        """The view on show."""
        if self._stack.currentWidget() is self.sent:
            self.sent.reload()
        elif not self._run.visible:
            self.compose.reload()

    def show_view(self, name: str) -> None:
        """Show "compose" or "sent"."""
        self._views.choose(name)
        self._stack.setCurrentWidget(self.sent if name == SENT else self.compose)
        self._draft.setVisible(name == COMPOSE)
        self._offer_phone()
        self._say_title()
        (self.sent if name == SENT else self.compose).reload()

    def keep(self) -> dict[str, Any]:
        """The draft and the view on show."""
        return {"view": self._views.value, "draft": self.compose.keep(), "sent": self.sent.keep()}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put them back."""
        self.compose.restore(kept["draft"])
        self.sent.restore(kept["sent"])
        self.show_view(kept["view"])

    def focus_start(self) -> None:
        """Into the text, or to what became of the last one."""
        if self._stack.currentWidget() is self.sent:
            self.sent.start()
        else:
            self.compose.card.editor.setFocus()

    def go_back(self) -> bool:
        """From what was sent back to the draft."""
        if self._stack.currentWidget() is self.compose:
            return False
        self.show_view(COMPOSE)
        return True

    def panes(self) -> list[QWidget]:
        """Header, templates, the middle, the foot."""
        if self._stack.currentWidget() is self.sent:
            return [self._views, self.sent]
        view = self.compose
        return [self._views, view.templates, view.audience, view.card, view.phone, view.bar]

    def _header(self) -> Card:
        header = Card("header", row=True, padded=False)
        header.setFixedHeight(64)
        header.column.setContentsMargins(24, 0, 24, 0)
        header.column.setSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._title)
        row.addWidget(self._draft)
        row.addStretch(1)
        header.column.addLayout(row, 1)
        header.column.addWidget(self._phone)
        header.column.addWidget(self._views)
        return header

    def _wire(self) -> None:
        self._views.chosen.connect(self.show_view)
        self._phone.toggled.connect(lambda shown: self.compose.show_phone(shown=shown))
        self.compose.narrowed.connect(self._offer_phone)
        self.compose.titled.connect(lambda _title: self._say_title())
        self.compose.queued.connect(self._queued)
        self.sent.compose_wanted.connect(lambda: self.show_view(COMPOSE))
        self.sent.strip.go_on.connect(self._send)
        bind("send", self, self.compose.send)
        bind("test_message", self, self.compose.send_test)

    def _offer_phone(self) -> None:
        """Where only one panel fits, the header opens the other."""
        self._phone.setVisible(self.compose.narrow and self._views.value == COMPOSE)

    def _say_title(self) -> None:
        sent = self._stack.currentWidget() is self.sent
        self._title.setText(tr("MessagesPage", "Messages") if sent else self.compose.title)

    def _queued(self, queued: Queued) -> None:
        self.sent.strip.forget()
        self._send()
        self.show_view(SENT)
        self.sent.open(queued.campaign)
        self.sent.start()

    def _send(self) -> None:
        if self._shop is not None:
            self._run.start(self._shop.sending)
