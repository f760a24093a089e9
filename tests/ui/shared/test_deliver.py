"""Waiting for what becomes of a test to oneself while somebody else sends."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from retention_desktop.domain.message import MessageState
from retention_desktop.messaging.gateway import DeliveryState, Receipt
from retention_desktop.shop import open_shop
from tests.ui.messages.conftest import Provider
from ui.shared.deliver import deliver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from retention_desktop.messaging.gateway import OutgoingMessage
    from retention_desktop.shop import Shop


@dataclass
class Slow(Provider):
    """Takes a message at once and says half a second later that it has arrived."""

    has_one: Event = field(default_factory=Event)

    def send(self, message: OutgoingMessage) -> Receipt:
        self.has_one.set()
        return Receipt(provider_id=message.uid, state=DeliveryState.ACCEPTED)


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
def shop(tmp_path: Path, resources: Path, slow: Slow) -> Iterator[Shop]:
    shop = open_shop(tmp_path, resources, gateway=lambda: slow)
    yield shop
    shop.close()


def test_it_arrives_by_the_hands_of_another_drain(shop: Shop, slow: Slow) -> None:
    uid = shop.campaigns.test_to_self("090-1234-1201", "Hello", "en")
    other = Thread(target=shop.sending.drain)
    other.start()
    assert slow.has_one.wait(20)
    assert deliver(shop, uid, Event()).state is MessageState.DELIVERED
    other.join()


def test_whoever_stops_it_gets_it_as_it_is(shop: Shop) -> None:
    uid = shop.campaigns.test_to_self("090-1234-1201", "Hello", "en")
    stop = Event()
    stop.set()
    assert deliver(shop, uid, stop).state is MessageState.QUEUED
