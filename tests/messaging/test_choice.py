"""Which gateway, at which address."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from retention_desktop.domain.web_address import checked_address
from retention_desktop.errors import ShopError
from retention_desktop.messaging.choice import create_gateway
from retention_desktop.messaging.gateway import DeliveryState, OutgoingMessage
from retention_desktop.messaging.twilio_account import TwilioAccount

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
ACCOUNT = TwilioAccount(account="AC" + "0" * 32, key="k", sender="+15005550006")


def code_of(name: str, account: TwilioAccount) -> str:
    with pytest.raises(ShopError) as caught:
        create_gateway(name, account, clock=lambda: NOW, in_transaction=lambda: False)
    return f"{caught.value.code} {caught.value.facts.get('missing', '')}".strip()


@pytest.mark.parametrize(
    "address",
    [
        "https://api.twilio.com",
        "https://127.0.0.1:8443/x/",
        "http://127.0.0.1:4011",
        "http://[::1]:80",
        "http://localhost",
    ],
)
def test_tls_anywhere_and_plain_http_on_this_machine(address: str) -> None:
    assert checked_address(address) == address.rstrip("/")


@pytest.mark.parametrize(
    "address",
    [
        "http://api.twilio.com", "http://127.0.0.1.example.com", "ftp://127.0.0.1", "http://localhost.example",
        "https://", "", "api.twilio.com", "https://user:key@api.twilio.com", "https://x?y=1", "http://[::1",
        "http://192.168.0.4", "https://host:port",
    ],
)  # fmt: skip
def test_any_other_address_is_refused(address: str) -> None:
    with pytest.raises(ShopError, match="address_not_https"):
        checked_address(address)


def test_what_is_missing_is_named() -> None:
    assert code_of("twilio", TwilioAccount(account="", key="", sender="")) == "sender_incomplete account"
    assert code_of("twilio", replace(ACCOUNT, account="AC1/..")) == "sender_incomplete account"
    assert code_of("twilio", replace(ACCOUNT, key="")) == "sender_incomplete key"
    assert code_of("twilio", replace(ACCOUNT, sender="")) == "sender_incomplete sender"
    plain = replace(ACCOUNT, address="http://example.com")
    assert code_of("twilio", plain) == "address_not_https"
    assert code_of("pigeon", ACCOUNT) == "setting_invalid"


def test_practice_keeps_and_knows_nothing_else() -> None:
    gateway = create_gateway("practice", ACCOUNT, clock=lambda: NOW, in_transaction=lambda: False)
    receipt = gateway.send(OutgoingMessage(uid="u", address="+819012345678", text="x"))
    assert (receipt.provider_id, receipt.state, receipt.reason) == ("u", DeliveryState.DELIVERED, "kept")
    assert gateway.reaches_sample_people
    assert gateway.look_up("+819012345678", "x", NOW, NOW).complete
    gateway.close()
    busy = create_gateway("practice", ACCOUNT, clock=lambda: NOW, in_transaction=lambda: True)
    with pytest.raises(ShopError, match="gateway_in_transaction"):
        busy.send(OutgoingMessage(uid="u", address="+819012345678", text="x"))


def test_twilio_reaches_no_sample_people_and_its_settle_time_can_be_set() -> None:
    made = create_gateway("twilio", ACCOUNT, clock=lambda: NOW, in_transaction=lambda: False)
    quick = create_gateway(
        "twilio", ACCOUNT, clock=lambda: NOW, in_transaction=lambda: False, settle_time=timedelta(seconds=1)
    )
    assert (made.name, made.reaches_sample_people, made.settle_time) == ("twilio", False, timedelta(seconds=60))
    assert quick.settle_time == timedelta(seconds=1)
    made.close()
    quick.close()


def test_the_practice_outbox_never_loads_the_network() -> None:
    program = (
        "import sys\nfrom datetime import UTC, datetime\n"
        "from retention_desktop.messaging.choice import create_gateway\n"
        "from retention_desktop.messaging.twilio_account import TwilioAccount\n"
        "create_gateway('practice', TwilioAccount(account='', key='', sender=''), clock=lambda: None, "
        "in_transaction=lambda: False)\n"
        "sys.exit(sorted({'requests', 'urllib3', 'socket', 'ssl', 'truststore'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
