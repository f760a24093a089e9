"""The real window over a real store with people, at its messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from retention_desktop.domain.customer import CustomerDraft
from retention_desktop.messaging.gateway import DeliveryState, Listing, OutcomeUnknownError, Receipt, RejectedError
from retention_desktop.settings import ShopSettings
from retention_desktop.shop import open_shop
from tests.ui.conftest import NOW
from ui.app import Program
from ui.messages.page import MessagesPage
from ui.shared.navigation import Room
from ui.shared.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from retention_desktop.messaging.gateway import OutgoingMessage
    from retention_desktop.shop import Shop

PEOPLE = 12


@dataclass
class Provider:
    """A provider on this machine that does what a number's plan says, and waits where it is told to.

    Attributes:
        plan: E.164 -> "lost", "stop" or "refuse"; else delivered.
        pause: texts wait here before they are taken, while it is not set.
        asked: a text is in the provider's hands.
    """

    plan: dict[str, str] = field(default_factory=dict)
    pause: Event = field(default_factory=Event)
    asked: Event = field(default_factory=Event)
    taken: list[tuple[str, str]] = field(default_factory=list)
    name: str = "practice"
    kept_as: str = "practice"
    reaches_sample_people: bool = True
    settle_time: timedelta = timedelta(0)
    can_look_up: bool = False

    def send(self, message: OutgoingMessage) -> Receipt:
        self.asked.set()
        self.pause.wait(60)
        plan = self.plan.get(message.address, "")
        if plan == "lost":
            raise OutcomeUnknownError("dropped")
        if plan:
            raise RejectedError("21610" if plan == "stop" else "30005", opted_out=plan == "stop")
        self.taken.append((message.address, message.text))
        return Receipt(provider_id=message.uid, state=DeliveryState.DELIVERED)

    def status(self, provider_id: str) -> Receipt:
        return Receipt(provider_id=provider_id, state=DeliveryState.DELIVERED)

    def look_up(self, address: str, text: str, since: datetime, until: datetime) -> Listing:
        del address, text, since, until
        return Listing(matches=(), complete=False)

    def close(self) -> None:
        """Nothing is held."""


@pytest.fixture
def provider() -> Iterator[Provider]:
    provider = Provider()
    provider.pause.set()
    yield provider
    provider.pause.set()


def fill(shop: Shop) -> None:
    """Twelve who agreed, the first five tagged; one who said stop, one without a number, one who never agreed."""
    uids = [
        shop.customers.add(
            CustomerDraft(
                name=f"Person {number:02}", given=f"P{number:02}", family="Test", phone=f"090-1234-{number:04}",
                consent="yes",
            )
        )
        for number in range(1, PEOPLE + 1)
    ]  # fmt: skip
    shop.customers.tag(uids[:5], "VIP")
    shop.customers.opt_out(shop.customers.add(CustomerDraft(name="Stop Ped", phone="090-1111-2222", consent="yes")))
    shop.customers.add(CustomerDraft(name="No Number"))
    shop.customers.add(CustomerDraft(name="Never Agreed", phone="090-1111-3333"))


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, resources: Path, provider: Provider) -> Iterator[Program]:
    start = monotonic()

    def clock() -> datetime:
        return NOW + timedelta(seconds=monotonic() - start)

    def opened() -> Shop:
        first = ShopSettings(language="en", theme="light", name="Komorebi", test_number="090-1234-1201")
        shop = open_shop(tmp_path, resources, clock=clock, first=first, window=True, gateway=lambda: provider)
        fill(shop)
        return shop

    rooms = (
        Room(name="messages", title="Messages", icon="send", build=MessagesPage),
        Room(name="customers", title="Customers", icon="users", build=Page),
        Room(name="settings", title="Settings", icon="settings", build=Page, at_foot=True),
        Room(name="desk", title="Desk", icon="stamp", build=Page),
    )
    program = Program(qapp, tmp_path, resources, rooms, open_shop=opened, clock=lambda: NOW)
    program.kit.language.choose("en")
    program.kit.theme.reduce_motion = True
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(lambda: program.shop is not None)
    yield program
    provider.pause.set()
    program.window.close()
    program.kit.language.close()


@pytest.fixture
def page(qtbot: QtBot, program: Program) -> MessagesPage:
    page = program.window.page
    assert isinstance(page, MessagesPage)
    qtbot.waitUntil(lambda: not program.kit.tasks.busy)
    return page


@pytest.fixture
def shop(program: Program) -> Shop:
    assert program.shop is not None
    return program.shop
