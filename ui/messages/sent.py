"""What was sent: campaigns at the left, the open one's people at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from retention_desktop.domain.message import DOUBTFUL
from retention_desktop.domain.sending_policy import Purpose
from retention_desktop.errors import ShopError
from ui.messages.campaign_list import CampaignList
from ui.messages.message_table import MessageTable
from ui.messages.run_strip import RunStrip
from ui.messages.state_text import in_order, left, state_tone, state_word
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.chips import chip
from ui.shared.elide_label import ElideLabel
from ui.shared.empty_state import EmptyState
from ui.shared.flow_layout import FlowLayout
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from retention_desktop.domain.campaign import Campaign
    from retention_desktop.domain.message import Message
    from retention_desktop.shop import Shop
    from ui.messages.run import SendingRun
    from ui.shared.page import Page

RARELY_ABOVE: Final = 500
"""A larger campaign's people are read again when sending has ended: for each commit it would take too long."""


class SentView(QWidget):
    """Reloads as commits happen.

    Attributes:
        compose_wanted: there is nothing here yet; write something.
    """

    compose_wanted = Signal()

    def __init__(self, page: Page, run: SendingRun) -> None:
        super().__init__()
        self._page, self._kit, self._run = page, page.kit, run
        self._shop: Shop | None = None
        self._open = self._shown = ""
        self._counted: dict[str, int] = {}
        self._list = CampaignList(self._kit.theme)
        self.strip = RunStrip(self._kit, run)
        self._name = text_label("", "title", strong=True, wrap=True)
        self._about = text_label("", "caption", "secondary", wrap=True)
        self._text = ElideLabel(self._kit.theme, "", "body", "textSecondary")
        self._counts = QWidget()
        self._flow = FlowLayout(self._counts, gap=6)
        self._cancel = Button(self._kit.theme, "", "danger")
        self._doubt = self._doubt_card()
        self._table = MessageTable(self._kit)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self._build_sent())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._wire()

    def attach(self, shop: Shop) -> None:
        """The shop is open."""
        self._shop = shop

    def reload(self) -> None:
        """Campaigns, and the open one's people."""
        if self._shop is None:
            return
        campaigns = self._shop.campaigns.campaigns()
        self._stack.setCurrentIndex(1 if campaigns else 0)
        zone = self._shop.settings.now.zone_info
        today = self._kit.clock().astimezone(zone).date()
        whens = [self._kit.formats.day_time(one.queued_at, zone, today) if one.queued_at else "" for one in campaigns]
        self._list.show_campaigns(campaigns, whens)
        current = next((one for one in campaigns if one.uid == self._open), campaigns[0] if campaigns else None)
        if current is not None:
            self._open = current.uid
            self._list.mark(current.uid)
            self._show(current, whens[campaigns.index(current)])
        if not self._run.running:
            self.strip.offer(sum(left(one.states) for one in campaigns if one.cancelled_at is None))

    def open(self, uid: str) -> None:
        """Show one campaign."""
        self._open = uid
        self.reload()

    def keep(self) -> dict[str, Any]:
        """Which campaign is open."""
        return {"open": self._open}

    def restore(self, kept: dict[str, Any]) -> None:
        """Open it again."""
        self._open = kept.get("open", "")

    def start(self) -> None:
        """The people of the open campaign."""
        self._table.setFocus()

    def _build_empty(self) -> QWidget:
        write = Button(self._kit.theme, tr("SentView", "Write a message"), "primary", "large", icon="pencil")
        on_press(write, self.compose_wanted.emit)
        words = tr("SentView", "What you send appears here, with what became of it for each person.")
        return EmptyState(self._kit.theme, "send", tr("SentView", "Nothing has been sent yet"), words, write)

    def _build_sent(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        detail = QVBoxLayout()
        detail.setContentsMargins(20, 16, 24, 16)
        detail.setSpacing(14)
        detail.addWidget(self.strip)
        detail.addWidget(self._head_card())
        detail.addWidget(self._doubt)
        people = Card(padded=False)
        people.column.setContentsMargins(1, 12, 1, 12)
        people.column.addWidget(self._table)
        detail.addWidget(people, 1)
        row.addLayout(detail, 1)
        return holder

    def _head_card(self) -> Card:
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._name)
        words.addWidget(self._about)
        words.addWidget(self._text)
        head.addLayout(words, 1)
        head.addWidget(self._cancel)
        card.column.addLayout(head)
        card.column.addWidget(self._counts)
        return card

    def _doubt_card(self) -> Card:
        card = Card("warn", padded=False)
        card.column.setContentsMargins(16, 10, 16, 10)
        line = QHBoxLayout()
        line.setSpacing(12)
        self._doubt_words = text_label("", wrap=True)
        line.addWidget(IconView(self._kit.theme, "triangle-alert", "warn"))
        line.addWidget(self._doubt_words, 1)
        self._arrived = Button(self._kit.theme, tr("SentView", "It arrived"))
        self._again = Button(self._kit.theme, tr("SentView", "Send again"))
        line.addWidget(self._arrived)
        line.addWidget(self._again)
        card.column.addLayout(line)
        card.hide()
        return card

    def _wire(self) -> None:
        self._list.chosen.connect(self.open)
        self._table.current.connect(lambda _message: self._show_doubt())
        self._table.opened.connect(self._kit.go_to.open_customer)
        self._run.changed.connect(self._run_changed)
        on_press(self._cancel, self._call_off)
        on_press(self._arrived, lambda: self._settle(arrived=True))
        on_press(self._again, lambda: self._settle(arrived=False))

    def _run_changed(self) -> None:
        if not self._run.running:
            self._shown = ""
            self.reload()

    def _show(self, campaign: Campaign, when: str) -> None:
        self._name.setText(campaign.name)
        kind = tr("SentView", "Offer") if campaign.purpose is Purpose.PROMO else tr("SentView", "Service message")
        self._about.setText(f"{kind} · {when}")
        self._text.set_text(campaign.text)
        self._show_counts(campaign.states)
        waiting = campaign.states.get("queued", 0)
        self._cancel.setVisible(bool(waiting))
        self._cancel.say(tr("SentView", "Call off %n waiting", waiting))
        many = sum(campaign.states.values()) > RARELY_ABOVE
        if campaign.uid != self._shown or not (many and self._run.running):
            self._show_people(campaign.uid)

    def _show_counts(self, states: dict[str, int]) -> None:
        """A chip a state; made again only where a count has changed, which many commits leave as it is."""
        if states == self._counted:
            return
        self._counted = dict(states)
        self._flow.clear()
        for state, count in in_order(states):
            words = f"{state_word(state)} {self._kit.formats.number(count)}"
            self._flow.addWidget(chip(words, state_tone(state)))
        self._counts.updateGeometry()

    def _show_people(self, uid: str) -> None:
        if self._shop is None:
            return
        self._shown = uid
        self._table.show_messages(self._shop.campaigns.status(uid), self._shop.settings.now.zone_info)
        self._show_doubt()

    def _doubtful(self) -> Message | None:
        """The doubtful message somebody is on, else the first one of the open campaign."""
        here = self._table.message()
        if here is not None and here.state in DOUBTFUL:
            return here
        return next((one for one in self._table.messages if one.state in DOUBTFUL), None)

    def _show_doubt(self) -> None:
        message = self._doubtful()
        self._doubt.setVisible(message is not None and not self._run.running)
        if message is not None:
            phone = self._kit.formats.masked_phone(message.address)
            words = tr("SentView", "Nobody knows whether it reached {name} ({phone}). Ask, then say so here.")
            self._doubt_words.setText(words.format(name=message.name or "–", phone=phone))

    def _settle(self, *, arrived: bool) -> None:
        message = self._doubtful()
        if self._shop is None or message is None:
            return
        try:
            self._shop.campaigns.settle(message.uid, arrived=arrived)
        except ShopError as error:
            self._kit.notices.failed(self._page, error)
        self._shown = ""
        self.reload()
        if not arrived:
            self.strip.go_on.emit()

    def _call_off(self) -> None:
        if self._shop is None:
            return
        try:
            called_off = self._shop.campaigns.cancel(self._open)
        except ShopError as error:
            self._kit.notices.failed(self._page, error)
            return
        self.strip.forget()
        self._shown = ""
        self.reload()
        self._kit.notices.toast(self._page, tr("SentView", "%n message(s) called off", called_off))
