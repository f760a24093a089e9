"""Service, account, key and the test message through the real page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from retention_desktop.credentials import Place
from tests.fakes import ACCOUNT, KEY, SENDER, FakeTwilio, Fault
from tests.ui.by_name import by_name, texts
from tests.ui.settings.test_shop_and_look import retype
from ui.settings.sender_checks import check_account, check_address, check_api_key, check_sender
from ui.settings.service_tile import ServiceTile
from ui.shared.banner import Banner
from ui.shared.buttons import Button, IconButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from retention_desktop.shop import Shop
    from tests.ui.settings.conftest import MemoryKeyring
    from ui.settings.page import SettingsPage

MINE = "090-1234-1201"
SAID = "Komorebi: This is a test. If you can read it, sending works."


@pytest.fixture
def sender(page: SettingsPage) -> SettingsPage:
    page.open_section("sender")
    return page


def banner(page: SettingsPage) -> str:
    """What the one banner says, "" while there is none."""
    return " ".join(one.text for one in page.findChildren(Banner) if one.isVisibleTo(page))


def choose_twilio(qtbot: QtBot, page: SettingsPage) -> None:
    qtbot.keyClick(by_name(page, "Twilio", ServiceTile), Qt.Key.Key_Space)


def fill_account(qtbot: QtBot, page: SettingsPage, address: str, key: str = KEY) -> None:
    """Account, key, sender and address, and wait until the key is kept."""
    choose_twilio(qtbot, page)
    retype(qtbot, by_name(page, "Account SID", QLineEdit), ACCOUNT)
    retype(qtbot, by_name(page, "Sender", QLineEdit), SENDER)
    retype(qtbot, by_name(page, "Address", QLineEdit), address)
    qtbot.waitUntil(lambda: by_name(page, "Token or key secret", QLineEdit).isEnabled())
    retype(qtbot, by_name(page, "Token or key secret", QLineEdit), key)
    qtbot.waitUntil(lambda: "In this PC's key store. It is written into no file." in texts(page))


def test_a_test_goes_to_the_practice_outbox(qtbot: QtBot, sender: SettingsPage, shop: Shop) -> None:
    assert any(text.startswith(f"“{SAID}” {len(SAID)} characters, 1 part") for text in texts(sender))
    retype(qtbot, by_name(sender, "Your number", QLineEdit), MINE)
    qtbot.waitUntil(lambda: banner(sender) == "Kept in the practice outbox at 14:32. Nothing left this PC.")
    assert shop.settings.now.test_number == MINE
    assert shop.settings.now.gateway == "practice"


def test_no_number_and_a_wrong_number_are_said_beside_it(qtbot: QtBot, sender: SettingsPage) -> None:
    by_name(sender, "Send the test", Button).click()
    assert "Write your own mobile number." in texts(sender)
    retype(qtbot, by_name(sender, "Your number", QLineEdit), "12")
    qtbot.waitUntil(lambda: "“12” is not a phone number. Check its digits." in texts(sender))
    assert by_name(sender, "Your number", QLineEdit).text() == "12"


@pytest.mark.usefixtures("key_store")
def test_wrong_account_fields_stay_typed_and_are_not_kept(qtbot: QtBot, sender: SettingsPage, shop: Shop) -> None:
    choose_twilio(qtbot, sender)
    retype(qtbot, by_name(sender, "Account SID", QLineEdit), "AC12")
    retype(qtbot, by_name(sender, "Sender", QLineEdit), "09")
    retype(qtbot, by_name(sender, "Address", QLineEdit), "http://api.twilio.com")
    said = texts(sender)
    assert "An account SID is AC and 32 letters or digits. Copy it from Twilio's console." in said
    assert "Write the number you rent from Twilio, or a service that begins with MG." in said
    assert "Only addresses that begin with https:// are safe." in said
    assert by_name(sender, "Account SID", QLineEdit).text() == "AC12"
    now = shop.settings.now
    assert (now.twilio_account, now.twilio_sender, now.twilio_address) == ("", "", "https://api.twilio.com")
    assert by_name(sender, "Fill in the account SID first", Button).isEnabled() is False


def test_the_whole_way_to_twilio(
    qtbot: QtBot, sender: SettingsPage, shop: Shop, key_store: MemoryKeyring
) -> None:  # fmt: skip
    with FakeTwilio() as twilio:
        fill_account(qtbot, sender, twilio.address)
        assert list(key_store.kept.values()) == [KEY]
        assert by_name(sender, "Token or key secret", QLineEdit).text() == ""
        assert by_name(sender, "Switch to Twilio first", Button).isEnabled() is False
        by_name(sender, "Switch to Twilio", Button).click()
        assert shop.settings.now.gateway == "twilio"
        retype(qtbot, by_name(sender, "Your number", QLineEdit), MINE)
        qtbot.waitUntil(lambda: banner(sender) == "It arrived at 14:32.")
        assert [(one.to, one.body) for one in twilio.accepted] == [("+819012341201", SAID)]


@pytest.mark.usefixtures("key_store")
def test_a_wrong_key_says_what_to_do_and_tries_again(qtbot: QtBot, sender: SettingsPage) -> None:
    with FakeTwilio(key="another") as twilio:
        fill_account(qtbot, sender, twilio.address)
        by_name(sender, "Switch to Twilio", Button).click()
        retype(qtbot, by_name(sender, "Your number", QLineEdit), MINE)
        qtbot.waitUntil(lambda: "does not accept the key" in banner(sender))
        twilio.key = KEY
        by_name(sender, "Try again", Button).click()
        qtbot.waitUntil(lambda: banner(sender).startswith("It arrived at"))
        assert len(twilio.accepted) == 1


@pytest.mark.usefixtures("key_store")
def test_a_number_that_said_stop(qtbot: QtBot, sender: SettingsPage) -> None:
    with FakeTwilio(faults={"": [Fault.OPTED_OUT]}) as twilio:
        fill_account(qtbot, sender, twilio.address)
        by_name(sender, "Switch to Twilio", Button).click()
        retype(qtbot, by_name(sender, "Your number", QLineEdit), MINE)
        qtbot.waitUntil(lambda: "said STOP" in banner(sender))


@pytest.mark.usefixtures("no_key_store")
def test_without_a_key_store_the_owner_chooses_and_is_reminded(
    qtbot: QtBot, sender: SettingsPage, shop: Shop
) -> None:  # fmt: skip
    choose_twilio(qtbot, sender)
    key = by_name(sender, "Token or key secret", QLineEdit)
    qtbot.waitUntil(key.isEnabled)
    retype(qtbot, key, "sentinel-key")
    question = "This PC has no key store that can be used. Where should the key be kept?"
    qtbot.waitUntil(lambda: question in texts(sender))
    assert key.text() == "sentinel-key"
    by_name(sender, "Only until the program closes", Button).click()
    lasting = "Kept until the program closes. Next time you will be asked for it again."
    qtbot.waitUntil(lambda: lasting in texts(sender))
    assert shop.credentials.state("twilio").place is Place.SESSION
    retype(qtbot, key, "sentinel-key")
    qtbot.waitUntil(lambda: question in texts(sender))
    by_name(sender, "In a file only this account can read", Button).click()
    qtbot.waitUntil(shop.credentials.file.exists)
    qtbot.waitUntil(lambda: any(text.startswith("In a file that only this account") for text in texts(sender)))
    by_name(sender, "Take the key out", Button).click()
    qtbot.waitUntil(lambda: "It goes into this PC's key store, never into a file." in texts(sender))
    assert not shop.credentials.file.exists()
    assert b"sentinel-key" not in (shop.data / "shop.db").read_bytes()


@pytest.mark.usefixtures("key_store")
def test_back_to_practice_says_what_happens(qtbot: QtBot, sender: SettingsPage, shop: Shop) -> None:
    shop.settings.change(gateway="twilio")
    sender.reload()
    qtbot.keyClick(by_name(sender, "Practice outbox", ServiceTile), Qt.Key.Key_Space)
    assert "Until you switch, messages go out through Twilio." in texts(sender)
    by_name(sender, "Switch to the practice outbox", Button).click()
    assert shop.settings.now.gateway == "practice"
    assert "Messages are kept in the practice outbox. Nothing leaves this PC." in texts(sender)


def test_what_is_typed_as_key_can_be_looked_at(qtbot: QtBot, sender: SettingsPage) -> None:
    choose_twilio(qtbot, sender)
    key = by_name(sender, "Token or key secret", QLineEdit)
    assert key.echoMode() == QLineEdit.EchoMode.Password
    by_name(sender, "Show what is typed", IconButton).click()
    assert key.echoMode() == QLineEdit.EchoMode.Normal
    by_name(sender, "Hide what is typed", IconButton).click()
    assert key.echoMode() == QLineEdit.EchoMode.Password


def test_checks() -> None:
    assert check_account(f" {ACCOUNT} ") == (ACCOUNT, "")
    assert check_account("") == ("", "")
    assert check_api_key("SK" + "a" * 32) == ("SK" + "a" * 32, "")
    assert check_api_key(ACCOUNT)[1]
    assert check_sender("090-1234-5678", "JP") == ("+819012345678", "")
    assert check_sender("MG" + "0" * 32, "JP") == ("MG" + "0" * 32, "")
    assert check_sender("Komorebi", "JP") == ("Komorebi", "")
    assert check_sender("1", "JP")[1]
    assert check_address("https://proxy.example/twilio/") == ("https://proxy.example/twilio", "")
    assert check_address("http://127.0.0.1:8080") == ("http://127.0.0.1:8080", "")
    for wrong in ("http://example.com", "ftp://example.com", "api.twilio.com", "https://", "https://[", ""):
        assert check_address(wrong)[1]
