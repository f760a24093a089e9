"""A stateful Twilio on loopback, after Twilio's own OpenAPI file: what it accepts, refuses and lists.

It takes a message or breaks in the way a `Fault` says, moves accepted ones queued -> sent -> delivered with each GET
of theirs, and counts how often one text was accepted for one number.
"""

from __future__ import annotations

import base64
import json
import re
import socket
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

from retention_desktop.messaging.twilio_account import TwilioAccount

if TYPE_CHECKING:
    from collections.abc import Callable

ACCOUNT = "AC" + "0123456789abcdef" * 2
KEY = "loopback-key-for-tests"
SENDER = "+15005550006"
FLOW = ("queued", "sent", "delivered")


class Fault(StrEnum):
    """What happens to one POST."""

    RATE_LIMITED = "rate_limited"
    DROP_BEFORE_ACCEPT = "drop_before_accept"
    DROP_AFTER_ACCEPT = "drop_after_accept"
    ERROR_BEFORE_ACCEPT = "error_before_accept"
    ERROR_AFTER_ACCEPT = "error_after_accept"
    GARBLED_AFTER_ACCEPT = "garbled_after_accept"
    HANG_AFTER_ACCEPT = "hang_after_accept"
    OPTED_OUT = "opted_out"
    NOT_A_NUMBER = "not_a_number"
    WRONG_SENDER = "wrong_sender"
    NOT_TWILIO = "not_twilio"
    UNDELIVERED = "undelivered"


REFUSALS = {
    Fault.RATE_LIMITED: (429, 20429, "Too Many Requests"),
    Fault.OPTED_OUT: (400, 21610, "Attempt to send to unsubscribed recipient"),
    Fault.NOT_A_NUMBER: (400, 21211, "The 'To' number is not a valid phone number."),
    Fault.WRONG_SENDER: (400, 21212, "The 'From' number is not a valid phone number."),
}


@dataclass
class Accepted:
    """A message this provider has taken."""

    sid: str
    to: str
    body: str
    form: dict[str, str]
    created: datetime
    status: str = "queued"
    error_code: int | None = None
    listed_from: datetime | None = None
    doomed: bool = False
    direction: str = "outbound-api"


def _utc_now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251  a provider has a clock of its own


@dataclass
class FakeTwilio:
    """The provider.

    Attributes:
        clock: the provider's own clock.
        faults: by number, what happens to its next POSTs; "" = to whichever comes first.
        listing_lag: how long an accepted message is missing from the list.
        page_size: the most entries a list page holds.
        retry_after: seconds told with a 429.
        pause: called before and after accepting ("before" or "after"); kills use it to widen the windows.
    """

    clock: Callable[[], datetime] = _utc_now
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    listing_lag: timedelta = timedelta(0)
    page_size: int = 1000
    retry_after: int = 1
    key: str = KEY
    pause: Callable[[str], None] = lambda _when: None
    accepted: list[Accepted] = field(default_factory=list)
    requests: list[tuple[str, str]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    hung: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        handler = type("Bound", (_Handler,), {"twilio": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.hung.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def account(self, **changed: str) -> TwilioAccount:
        known = {"account": ACCOUNT, "key": KEY, "sender": SENDER, "address": self.address}
        return TwilioAccount(**(known | changed))

    def times_accepted(self) -> dict[tuple[str, str], int]:
        """How often each text was accepted for each number."""
        counts: dict[tuple[str, str], int] = {}
        for message in self.accepted:
            counts[message.to, message.body] = counts.get((message.to, message.body), 0) + 1
        return counts

    def doubled(self) -> int:
        """How many texts a number got more than once."""
        return sum(1 for times in self.times_accepted().values() if times > 1)

    def next_fault(self, to: str) -> Fault | None:
        """The fault planned for this number's next POST, taken off the plan."""
        with self.lock:
            plan = self.faults.get(to) or self.faults.get("")
            return plan.pop(0) if plan else None

    def accept(self, form: dict[str, str], *, doomed: bool = False) -> Accepted:
        """Take a message."""
        with self.lock:
            now = self.clock()
            sid = f"SM{len(self.accepted):032x}"
            message = Accepted(sid, form["To"], form["Body"], form, now, listed_from=now + self.listing_lag)
            message.doomed = doomed
            self.accepted.append(message)
            return message

    def advance(self, sid: str) -> Accepted | None:
        """The message, one step further on its way."""
        with self.lock:
            message = next((each for each in self.accepted if each.sid == sid), None)
            if message is not None and message.status in FLOW[:2]:
                message.status = FLOW[FLOW.index(message.status) + 1]
                if message.doomed and message.status == "delivered":
                    message.status, message.error_code = "undelivered", 30003
            return message

    def listed(self, to: str) -> list[Accepted]:
        """The list, newest first, as far as it has caught up."""
        with self.lock:
            now = self.clock()
            known = [each for each in self.accepted if each.listed_from is None or each.listed_from <= now]
            return [each for each in reversed(known) if not to or each.to == to]


class _Handler(BaseHTTPRequestHandler):
    """One connection; kept open between requests."""

    twilio: FakeTwilio
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing: the suite fails on noise."""

    def handle(self) -> None:
        try:
            super().handle()
        except ConnectionError:
            self.close_connection = True

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The Date header by the provider's own clock."""
        return super().date_time_string(self.twilio.clock().timestamp() if timestamp is None else timestamp)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
        self.twilio.requests.append(("POST", self.path))
        if not self._is_allowed("Messages.json"):
            return
        if self.headers.get("Content-Type", "") != "application/x-www-form-urlencoded":
            self._refuse(415, 20400, "Unsupported media type")
            return
        form = {name: values[0] for name, values in parse_qs(body, keep_blank_values=True).items()}
        problem = _form_problem(form)
        if problem:
            self._refuse(*problem)
        else:
            self._take(form)

    def do_GET(self) -> None:
        self.twilio.requests.append(("GET", self.path))
        parts = urlsplit(self.path)
        if parts.path.endswith("/Messages.json"):
            if self._is_allowed("Messages.json"):
                self._list({name: values[0] for name, values in parse_qs(parts.query).items()})
            return
        found = re.search(r"/Messages/(SM[0-9a-f]{32})\.json$", parts.path)
        if found is None or not self._is_allowed(f"Messages/{found[1]}.json"):
            if found is None:
                self._refuse(404, 20404, "The requested resource was not found")
            return
        message = self.twilio.advance(found[1])
        if message is None:
            self._refuse(404, 20404, "The requested resource was not found")
        else:
            self._answer(200, _entry(message))

    def _take(self, form: dict[str, str]) -> None:
        fault = self.twilio.next_fault(form["To"])
        self.twilio.pause("before")
        if fault is Fault.NOT_TWILIO:
            self._send(407, b"<html>Who are you?</html>", {})
        elif fault in REFUSALS:
            self._refuse(*REFUSALS[fault], retry_after=fault is Fault.RATE_LIMITED)
        elif fault is Fault.ERROR_BEFORE_ACCEPT:
            self._refuse(500, 20500, "Internal Server Error")
        elif fault is Fault.DROP_BEFORE_ACCEPT:
            self._drop()
        else:
            message = self.twilio.accept(form, doomed=fault is Fault.UNDELIVERED)
            self.twilio.pause("after")
            self._after_accept(fault, message)

    def _after_accept(self, fault: Fault | None, message: Accepted) -> None:
        if fault is Fault.DROP_AFTER_ACCEPT:
            self._drop()
        elif fault is Fault.HANG_AFTER_ACCEPT:
            self.twilio.hung.wait(30)
            self._drop()
        elif fault is Fault.ERROR_AFTER_ACCEPT:
            self._refuse(500, 20500, "Internal Server Error")
        elif fault is Fault.GARBLED_AFTER_ACCEPT:
            self._send(201, b"<html>", {})
        else:
            self._answer(201, _entry(message))

    def _list(self, query: dict[str, str]) -> None:
        messages = self.twilio.listed(query.get("To", ""))
        size = min(int(query.get("PageSize", "50")), self.twilio.page_size)
        page = int(query.get("Page", "0"))
        following = messages[(page + 1) * size :]
        uri = f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json?"
        self._answer(
            200,
            {
                "messages": [_entry(each) for each in messages[page * size : (page + 1) * size]],
                "page": page,
                "page_size": size,
                "next_page_uri": uri + urlencode(query | {"Page": page + 1}) if following else None,
            },
        )

    def _is_allowed(self, resource: str) -> bool:
        wanted = base64.b64encode(f"{ACCOUNT}:{self.twilio.key}".encode()).decode()
        if self.headers.get("Authorization") != f"Basic {wanted}":
            self._refuse(401, 20003, "Authenticate")
        elif urlsplit(self.path).path != f"/2010-04-01/Accounts/{ACCOUNT}/{resource}":
            self._refuse(404, 20404, "The requested resource was not found")
        else:
            return True
        return False

    def _drop(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def _refuse(self, status: int, code: int, message: str, *, retry_after: bool = False) -> None:
        headers = {"Retry-After": str(self.twilio.retry_after)} if retry_after else {}
        self._send(status, json.dumps({"code": code, "message": message, "status": status}).encode(), headers)

    def _answer(self, status: int, body: dict[str, Any]) -> None:
        self._send(status, json.dumps(body).encode(), {})

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in ({"Content-Type": "application/json", "Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def _form_problem(form: dict[str, str]) -> tuple[int, int, str] | None:
    """What the OpenAPI file refuses: no To, neither sender, no Body, a validity out of range, a number not E.164."""
    if "To" not in form:
        return 422, 21604, "A 'To' phone number is required."
    if not form.get("From") and not re.fullmatch("MG[0-9a-fA-F]{32}", form.get("MessagingServiceSid", "")):
        return 400, 21603, "A 'From' phone number is required."
    if not form.get("Body") or len(form["Body"]) > 1600:
        return 400, 21602, "Message body is required."
    if not 1 <= int(form.get("ValidityPeriod", "1")) <= 36_000:
        return 400, 21623, "ValidityPeriod is out of range."
    if not re.fullmatch(r"\+[1-9]\d{6,14}", form["To"]):
        return 400, 21211, "The 'To' number is not a valid phone number."
    return None


def _entry(message: Accepted) -> dict[str, Any]:
    """A message as the API shows it."""
    created = format_datetime(message.created.replace(microsecond=0))
    return {
        "sid": message.sid,
        "account_sid": ACCOUNT,
        "to": message.to,
        "from": message.form.get("From"),
        "messaging_service_sid": message.form.get("MessagingServiceSid"),
        "body": message.body,
        "status": message.status,
        "direction": message.direction,
        "num_segments": "1",
        "price": "-0.00750" if message.status == "delivered" else None,
        "price_unit": "USD",
        "error_code": message.error_code,
        "error_message": None,
        "date_created": created,
        "date_sent": None if message.status == "queued" else created,
        "date_updated": created,
    }
