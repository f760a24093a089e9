"""A small shop on a real store for tests of messages: people, a clock that moves when somebody waits, a provider."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import uuid6

from retention_desktop.books import consent
from retention_desktop.campaigns import Campaigns
from retention_desktop.customers import Customers
from retention_desktop.domain.campaign import Draft, Selection
from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.domain.sending_policy import Purpose
from retention_desktop.messaging.practice import PracticeGateway
from retention_desktop.messaging.twilio import TwilioGateway
from retention_desktop.sending import Pace, Sending
from retention_desktop.settings import Settings
from retention_desktop.storage import migrate
from retention_desktop.storage.database import Database
from retention_desktop.storage.search_index import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.domain.message import Message
    from retention_desktop.messaging.gateway import Gateway
    from tests.fakes import FakeTwilio

RESOURCES = Path(__file__).parents[1] / "resources"
NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
PROMO = "[店名]です。[お名前]、新しい季節のお品がそろいました。\n配信停止はSTOPと返信"


class Clock:
    """Stands still until somebody waits."""

    def __init__(self) -> None:
        self.now = NOW
        self.waits: list[float] = []

    def __call__(self) -> datetime:
        return self.now

    def wait(self, seconds: float) -> bool:
        self.waits.append(seconds)
        self.now += timedelta(seconds=seconds)
        return False

    def advance(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class MessagesShop:
    """The use cases that messages need, on one store."""

    folder: Path
    clock: Clock = field(default_factory=Clock)
    gateway: str = "practice"
    language: str = "ja"

    def __post_init__(self) -> None:
        path = self.folder / "shop.db"
        migrate.ready_store(path)
        self.db = Database(path)
        with self.db.write() as tx:
            consent.ensure_secret(tx, lambda size: b"k" * size)
        self.settings = Settings(self.db)
        self.settings.change(name="美容室こもれび", gateway=self.gateway)
        self.customers = Customers(self.db, SearchIndex(self.db), self.clock, self.new_uid)
        self.campaigns = Campaigns(self.db, self.clock, self.new_uid, self.settings, RESOURCES)

    @staticmethod
    def new_uid() -> str:
        return str(uuid6.uuid7())

    def close(self) -> None:
        self.db.close()

    def add(self, name: str, phone: str = "", *, agreed: bool = True, tag: str = "", kind: str = "person") -> str:
        """A customer; agreed to promotions at the desk."""
        draft = CustomerDraft(name=name, phone=phone, kind=kind, consent="ご案内を送ってよい" if agreed else "")
        uid = self.customers.add(draft)
        if tag:
            self.customers.tag([uid], tag)
        return uid

    def add_many(self, count: int) -> None:
        """People with numbers +819012340000 and up."""
        for number in range(count):
            self.add(f"高橋 {number}子", f"0901234{number:04}")

    def queue(self, text: str = PROMO, purpose: Purpose = Purpose.PROMO, tag: str = "", key: str = "") -> str:
        """Queue for everyone or a tag; returns the campaign's uid."""
        draft = Draft(text=text, purpose=purpose, selection=Selection(tag=tag), language=self.language)
        return self.campaigns.queue(draft, key or self.campaigns.new_key()).campaign

    def practice(self) -> PracticeGateway:
        return PracticeGateway(self.db.in_transaction)

    def sending(self, make: Callable[[], Gateway] | None = None, **pace: int) -> Sending:
        return Sending(self.db, self.clock, self.new_uid, make or self.practice, Pace(**pace))  # type: ignore[arg-type]

    def through(self, twilio: FakeTwilio, **pace: int) -> Sending:
        """Sending through a provider on loopback."""
        twilio.clock = self.clock

        def make() -> TwilioGateway:
            return TwilioGateway(
                twilio.account(), self.clock, self.db.in_transaction, settle_time=timedelta(seconds=30), timeouts=(2, 2)
            )

        return self.sending(make, **pace)

    def states(self, campaign: str) -> dict[str, int]:
        """How many messages of a campaign are in each state."""
        return next(each.states for each in self.campaigns.campaigns() if each.uid == campaign)

    def message_to(self, campaign: str, address: str) -> Message:
        return next(message for message in self.campaigns.status(campaign) if message.address == address)


def number(index: int) -> str:
    """The E.164 number of the n-th of `add_many`."""
    return f"+819012340{index:03}"
