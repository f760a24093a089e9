"""Twilio's gateway against a stateful provider on loopback: each way an answer can come, or not come."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import requests

from retention_desktop.errors import ShopError
from retention_desktop.messaging.gateway import (
    DeliveryState,
    OutcomeUnknownError,
    OutgoingMessage,
    RejectedError,
    SurelyNotSentError,
)
from retention_desktop.messaging.twilio import TwilioGateway
from tests.fakes import ACCOUNT, KEY, SENDER, FakeTwilio, Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
TO = "+819012345678"
TEXT = "美容室こもれびです。\nHello [~] +&=%"


@pytest.fixture
def twilio() -> Iterator[FakeTwilio]:
    with FakeTwilio(clock=lambda: NOW) as provider:
        yield provider


@pytest.fixture
def gateway(twilio: FakeTwilio) -> Iterator[TwilioGateway]:
    made = TwilioGateway(twilio.account(), lambda: NOW, lambda: False, timeouts=(1.0, 1.0))
    yield made
    made.close()


def message(text: str = TEXT, to: str = TO, not_after: datetime | None = None) -> OutgoingMessage:
    return OutgoingMessage(uid="m", address=to, text=text, not_after=not_after)


def hours(count: float) -> timedelta:
    return timedelta(hours=count)


def test_the_form_is_what_the_specification_asks_for(twilio: FakeTwilio, gateway: TwilioGateway) -> None:
    receipt = gateway.send(message(not_after=NOW + hours(2)))
    assert (receipt.state, receipt.provider_id) == (DeliveryState.ACCEPTED, twilio.accepted[0].sid)
    assert (receipt.created_at, receipt.parts, receipt.price_micros) == (NOW, 1, None)
    wanted = {"To": TO, "From": SENDER, "Body": TEXT, "SmartEncoded": "false", "ValidityPeriod": "7200"}
    assert twilio.accepted[0].form == wanted


@pytest.mark.parametrize(("left", "sent"), [(hours(100), "36000"), (timedelta(seconds=1), "1")])
def test_validity_stays_in_range(twilio: FakeTwilio, gateway: TwilioGateway, left: timedelta, sent: str) -> None:
    gateway.send(message(not_after=NOW + left))
    assert twilio.accepted[0].form["ValidityPeriod"] == sent


def test_what_is_too_late_is_not_posted(twilio: FakeTwilio, gateway: TwilioGateway) -> None:
    with pytest.raises(SurelyNotSentError, match="too_late"):
        gateway.send(message(not_after=NOW))
    assert twilio.requests == []


def test_messaging_service_in_place_of_a_number(twilio: FakeTwilio) -> None:
    gateway = TwilioGateway(twilio.account(sender="MG" + "a" * 32), lambda: NOW, lambda: False)
    gateway.send(message())
    gateway.close()
    assert "From" not in twilio.accepted[0].form
    assert twilio.accepted[0].form["MessagingServiceSid"] == "MG" + "a" * 32


def test_queued_sent_delivered_with_its_price(gateway: TwilioGateway) -> None:
    sid = gateway.send(message()).provider_id
    assert gateway.status(sid).state is DeliveryState.SENT
    delivered = gateway.status(sid)
    assert (delivered.state, delivered.price_micros, delivered.currency) == (DeliveryState.DELIVERED, 7500, "USD")


def test_undelivered_is_rejected_with_its_code(twilio: FakeTwilio, gateway: TwilioGateway) -> None:
    twilio.faults[TO] = [Fault.UNDELIVERED]
    sid = gateway.send(message()).provider_id
    gateway.status(sid)
    assert (gateway.status(sid).state, gateway.status(sid).reason) == (DeliveryState.REJECTED, "30003")


def test_429_is_surely_not_sent_and_says_how_long_to_wait(twilio: FakeTwilio, gateway: TwilioGateway) -> None:
    twilio.faults[TO], twilio.retry_after = [Fault.RATE_LIMITED], 7
    with pytest.raises(SurelyNotSentError) as caught:
        gateway.send(message())
    assert (caught.value.reason, caught.value.retry_after, caught.value.stop) == ("rate_limited", 7.0, False)
    assert twilio.accepted == []
    gateway.send(message())
    assert len(twilio.accepted) == 1


def test_21610_is_rejected_as_opted_out_and_another_code_is_not(twilio: FakeTwilio, gateway: TwilioGateway) -> None:
    twilio.faults[TO] = [Fault.OPTED_OUT, Fault.NOT_A_NUMBER]
    with pytest.raises(RejectedError) as caught:
        gateway.send(message())
    assert (caught.value.reason, caught.value.opted_out) == ("21610", True)
    with pytest.raises(RejectedError) as caught:
        gateway.send(message())
    assert (caught.value.reason, caught.value.opted_out) == ("21211", False)


def test_a_wrong_sender_stops_everything_instead_of_rejecting_everyone(
    twilio: FakeTwilio, gateway: TwilioGateway
) -> None:
    twilio.faults[TO] = [Fault.WRONG_SENDER]
    with pytest.raises(SurelyNotSentError) as caught:
        gateway.send(message())
    assert (caught.value.reason, caught.value.stop) == ("21212", True)


def test_an_answer_that_is_not_twilios_rejects_nobody(twilio: FakeTwilio, gateway: TwilioGateway) -> None:
    twilio.faults[TO] = [Fault.NOT_TWILIO]
    with pytest.raises(SurelyNotSentError) as caught:
        gateway.send(message())
    assert (caught.value.reason, caught.value.stop) == ("407", True)


@pytest.mark.parametrize("changed", [{"key": "wrong"}, {"api_key": "SK" + "0" * 32}])
def test_401_stops(twilio: FakeTwilio, changed: dict[str, str]) -> None:
    gateway = TwilioGateway(twilio.account(**changed), lambda: NOW, lambda: False)
    with pytest.raises(SurelyNotSentError) as caught:
        gateway.send(message())
    gateway.close()
    assert (caught.value.reason, caught.value.stop) == ("unauthorised", True)


def test_an_account_nobody_knows_stops(twilio: FakeTwilio, gateway: TwilioGateway) -> None:
    with pytest.raises(SurelyNotSentError, match="404"):
        gateway.status("../../x")
    assert twilio.requests[-1][1].endswith("/Messages/..%2F..%2Fx.json")


@pytest.mark.parametrize(
    ("fault", "accepted"),
    [
        (Fault.DROP_BEFORE_ACCEPT, 0),
        (Fault.DROP_AFTER_ACCEPT, 1),
        (Fault.ERROR_BEFORE_ACCEPT, 0),
        (Fault.ERROR_AFTER_ACCEPT, 1),
        (Fault.GARBLED_AFTER_ACCEPT, 1),
        (Fault.HANG_AFTER_ACCEPT, 1),
    ],
)
def test_a_lost_answer_is_unknown_and_never_posted_twice(
    twilio: FakeTwilio, gateway: TwilioGateway, fault: Fault, accepted: int
) -> None:
    twilio.faults[TO] = [fault]
    with pytest.raises(OutcomeUnknownError):
        gateway.send(message())
    assert len(twilio.accepted) == accepted
    assert [method for method, _ in twilio.requests] == ["POST"]
    found = gateway.look_up(TO, TEXT, NOW - hours(1), NOW)
    assert (len(found.matches), found.complete) == (accepted, True)


def test_no_connection_is_surely_not_sent_and_stops() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with FakeTwilio() as provider:
        gone = provider.account(address=f"http://127.0.0.1:{port}")
    gateway = TwilioGateway(gone, lambda: NOW, lambda: False)
    asks: tuple[Callable[[], object], ...] = (lambda: gateway.send(message()), lambda: gateway.status("SM0"))
    for ask in asks:
        with pytest.raises(SurelyNotSentError) as caught:
            ask()
        assert (caught.value.reason, caught.value.stop) == ("no_connection", True)
    gateway.close()


def test_no_such_host_is_surely_not_sent() -> None:
    with FakeTwilio() as provider:
        nowhere = provider.account(address="https://nowhere.invalid")
    gateway = TwilioGateway(nowhere, lambda: NOW, lambda: False)
    with pytest.raises(SurelyNotSentError, match="no_connection"):
        gateway.send(message())
    gateway.close()


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")
def test_a_certificate_nobody_vouches_for_is_refused_before_the_key_leaves(tmp_path: Path) -> None:
    subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(tmp_path / "key.pem"), "-out", str(tmp_path / "cert.pem")]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject, *files],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=_listen, args=(server, context, heard))
        thread.start()
        with FakeTwilio() as provider:
            account = provider.account(address=f"https://127.0.0.1:{server.getsockname()[1]}")
        gateway = TwilioGateway(account, lambda: NOW, lambda: False)
        with pytest.raises(SurelyNotSentError, match="certificate"):
            gateway.send(message())
        gateway.close()
        thread.join()
    assert heard == []


def _listen(server: socket.socket, context: ssl.SSLContext, heard: list[bytes]) -> None:
    connection, _ = server.accept()
    with connection:
        try:
            with context.wrap_socket(connection, server_side=True) as secure:
                heard.append(secure.recv(100))
        except OSError:
            return


def test_look_up_reads_every_page_and_compares_text_direction_and_time(
    twilio: FakeTwilio, gateway: TwilioGateway
) -> None:
    twilio.page_size = 2
    for number in range(7):
        gateway.send(message(TEXT if number == 0 else f"other {number}"))
    gateway.send(message(to="+819000000000"))
    twilio.accepted[1].body, twilio.accepted[1].direction = TEXT, "inbound"
    twilio.accepted[2].body, twilio.accepted[2].created = TEXT, NOW - hours(5)
    found = gateway.look_up(TO, TEXT, NOW - hours(1), NOW)
    assert [receipt.provider_id for receipt in found.matches] == [twilio.accepted[0].sid]
    assert found.complete
    assert len([path for method, path in twilio.requests if method == "GET"]) == 4


def test_a_list_without_end_is_not_complete(twilio: FakeTwilio, gateway: TwilioGateway) -> None:
    twilio.page_size = 1
    for number in range(21):
        gateway.send(message(f"other {number}"))
    assert not gateway.look_up(TO, TEXT, NOW - hours(1), NOW).complete


def test_a_text_the_provider_tidied_is_no_match_but_nobody_may_send_it_again(
    twilio: FakeTwilio, gateway: TwilioGateway
) -> None:
    gateway.send(message("ＡＢＣ　です"))
    twilio.accepted[0].body = "ABC です"
    found = gateway.look_up(TO, "ＡＢＣ　です", NOW - hours(1), NOW)
    assert (found.matches, found.complete) == ((), False)


def test_look_up_allows_for_a_pc_clock_that_is_hours_off(twilio: FakeTwilio) -> None:
    late = NOW - hours(3)
    gateway = TwilioGateway(twilio.account(), lambda: late, lambda: False)
    gateway.send(message())
    assert len(gateway.look_up(TO, TEXT, late, late + timedelta(seconds=1)).matches) == 1
    gateway.close()


def test_look_up_and_status_that_fail_are_not_now(twilio: FakeTwilio, gateway: TwilioGateway) -> None:
    sid = gateway.send(message()).provider_id
    twilio.key = "changed"
    for ask in (lambda: gateway.look_up(TO, TEXT, NOW, NOW), lambda: gateway.status(sid)):
        with pytest.raises(SurelyNotSentError, match="unauthorised"):
            ask()


def test_no_request_while_the_thread_holds_a_transaction(twilio: FakeTwilio) -> None:
    gateway = TwilioGateway(twilio.account(), lambda: NOW, lambda: True)
    for ask in (
        lambda: gateway.send(message()),
        lambda: gateway.status("SM0"),
        lambda: gateway.look_up(TO, TEXT, NOW, NOW),
    ):
        with pytest.raises(ShopError, match="gateway_in_transaction"):
            ask()
    gateway.close()
    assert twilio.requests == []


def test_key_and_account_stay_out_of_what_gets_printed(twilio: FakeTwilio) -> None:
    account = twilio.account()
    assert KEY not in repr(account)
    gateway = TwilioGateway(account, lambda: NOW, lambda: False)
    assert KEY not in repr(vars(gateway))
    gateway.close()


def test_the_fake_refuses_as_the_specification_does(twilio: FakeTwilio) -> None:
    url = f"{twilio.address}/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
    form, auth = {"To": TO, "From": SENDER, "Body": "x"}, (ACCOUNT, KEY)
    assert requests.post(url, data=form, timeout=5).status_code == 401
    assert requests.post(url, json=form, auth=auth, timeout=5).status_code == 415
    assert requests.post(url, data={"From": SENDER, "Body": "x"}, auth=auth, timeout=5).status_code == 422
    bad = form | {"To": "090-1234-5678"}
    assert requests.post(url, data=bad, auth=auth, timeout=5).json()["code"] == 21211
    assert requests.post(url, data=form, auth=auth, timeout=5).status_code == 201
    assert twilio.times_accepted() == {(TO, "x"): 1}
