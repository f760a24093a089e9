"""The rooms there are; each imports its page when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.shared.language import mark
from ui.shared.navigation import Room

if TYPE_CHECKING:
    from ui.shared.kit import Kit
    from ui.shared.page import Page


def rooms() -> tuple[Room, ...]:
    """In the order of the navigation, the desk first."""
    return (
        Room(name="desk", title=mark("Rooms", "Desk"), icon="stamp", build=_desk),
        Room(name="customers", title=mark("Rooms", "Customers"), icon="users", build=_customers),
        Room(name="messages", title=mark("Rooms", "Messages"), icon="send", build=_messages),
        Room(name="loyalty", title=mark("Rooms", "Loyalty"), icon="gift", build=_loyalty),
        Room(name="settings", title=mark("Rooms", "Settings"), icon="settings", build=_settings, at_foot=True),
    )


def _desk(kit: Kit) -> Page:
    from ui.desk.page import DeskPage  # noqa: PLC0415 - each page loads when it is first opened

    return DeskPage(kit)


def _customers(kit: Kit) -> Page:
    from ui.customers.page import CustomersPage  # noqa: PLC0415 - each page loads when it is first opened

    return CustomersPage(kit)


def _messages(kit: Kit) -> Page:
    from ui.messages.page import MessagesPage  # noqa: PLC0415 - each page loads when it is first opened

    return MessagesPage(kit)


def _loyalty(kit: Kit) -> Page:
    from ui.loyalty.page import LoyaltyPage  # noqa: PLC0415 - each page loads when it is first opened

    return LoyaltyPage(kit)


def _settings(kit: Kit) -> Page:
    from ui.settings.page import SettingsPage  # noqa: PLC0415 - each page loads when it is first opened

    return SettingsPage(kit)
