"""Twilio Programmable Messaging, by its REST API of 2010-04-01.

Twilio has no idempotency key for messages: a POST whose answer was lost is found again only by reading the list of
messages to that number and comparing texts. Facts are from Twilio's own OpenAPI file and error pages (2026).
"""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import requests
from requests.adapters import HTTPAdapter
from requests.auth import HTTPBasicAuth
from truststore import SSLContext
from urllib3.exceptions import NewConnectionError

from retention_desktop.domain.web_address import checked_address
from retention_desktop.messaging.gateway import (
    DeliveryState,
    Gateway,
    Listing,
    OutcomeUnknownError,
    OutgoingMessage,
    Receipt,
    RejectedError,
    SurelyNotSentError,
    refuse_in_transaction,
)
from retention_desktop.messaging.same_text import same_text
from retention_desktop.messaging.twilio_account import NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from retention_desktop.messaging.twilio_account import TwilioAccount

TIMEOUTS: Final = (10.0, 30.0)
"""Seconds to connect, and to wait for an answer."""
SETTLE_TIME: Final = timedelta(seconds=60)
"""How long a message may be missing from the list; Twilio states no figure, it is seconds in practice."""
LONGEST_VALIDITY: Final = 36_000
PAGE_SIZE: Final = 1000
MOST_PAGES: Final = 20
SKEW: Final = timedelta(seconds=5)
"""date_created has whole seconds, and clocks that agree still differ a little."""

_STATES: Final = {
    "sent": DeliveryState.SENT,
    "delivered": DeliveryState.DELIVERED,
    "read": DeliveryState.DELIVERED,
    "failed": DeliveryState.REJECTED,
    "undelivered": DeliveryState.REJECTED,
    "canceled": DeliveryState.REJECTED,
}
_OPTED_OUT: Final = "21610"
_QUEUE_FULL: Final = "21611"
# The account, its key or its sender is wrong: no other message can go either.
_SENDER_CODES: Final = frozenset({"21212", "21601", "21603", "21701", "21703", "21705"})


class TwilioGateway(Gateway):
    """One connection to Twilio; each worker thread has its own.

    Raises ShopError address_not_https.
    """

    name = NAME
    reaches_sample_people = False
    can_look_up = True

    def __init__(
        self,
        account: TwilioAccount,
        clock: Callable[[], datetime],
        in_transaction: Callable[[], bool],
        *,
        settle_time: timedelta = SETTLE_TIME,
        timeouts: tuple[float, float] = TIMEOUTS,
    ) -> None:
        self.settle_time = settle_time
        self._account = account
        self.kept_as = f"{NAME}:{account.account}"
        self._clock = clock
        self._in_transaction = in_transaction
        self._timeouts = timeouts
        self._base = checked_address(account.address)
        self._messages = f"{self._base}/2010-04-01/Accounts/{quote(account.account, safe='')}/Messages"
        self._session = _session(account)

    def send(self, message: OutgoingMessage) -> Receipt:
        """POST one message. See `Gateway.send`."""
        answer = self._ask("POST", f"{self._messages}.json", data=self._form(message))
        if answer.status_code in {200, 201}:
            try:
                return _receipt(_json(answer))
            except (ValueError, KeyError, TypeError):
                raise OutcomeUnknownError("answer_unreadable") from None
        raise _failure(answer)

    def status(self, provider_id: str) -> Receipt:
        """GET one message. See `Gateway.status`."""
        return _receipt(self._read(f"{self._messages}/{quote(provider_id, safe='')}.json"))

    def look_up(self, address: str, text: str, since: datetime, until: datetime) -> Listing:
        """Read the whole list of messages to this number. See `Gateway.look_up`.

        The list is asked for by number only: a filter by date looks at date_sent, which a message still queued lacks.
        The window is moved by how far this PC's clock is off the provider's (its Date header). A text that differs
        only in width or blanks is no match, but makes the listing incomplete, so that nobody sends it again.
        """
        matches, elsewhere, complete = [], [], True
        for page, behind in self._pages(address):
            if page is None:
                complete = False
                break
            for entry in page:
                if not _is_outbound(entry) or not same_text(str(entry.get("body")), text):
                    continue
                inside = since + behind - SKEW <= _created(entry) <= until + behind + SKEW
                if not inside:
                    elsewhere.append(_receipt(entry))
                elif entry.get("body") == text:
                    matches.append(_receipt(entry))
                else:
                    complete = False
        return Listing(matches=tuple(matches), complete=complete, elsewhere=tuple(elsewhere))

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()

    def _form(self, message: OutgoingMessage) -> dict[str, str]:
        form = {"To": message.address, "Body": message.text, "SmartEncoded": "false"}
        form["MessagingServiceSid" if self._account.sender.startswith("MG") else "From"] = self._account.sender
        if message.not_after is not None:
            seconds = int((message.not_after - self._clock()).total_seconds())
            if seconds < 1:
                raise SurelyNotSentError("too_late")
            form["ValidityPeriod"] = str(min(seconds, LONGEST_VALIDITY))
        return form

    def _pages(self, address: str) -> Iterator[tuple[list[dict[str, Any]] | None, timedelta]]:
        """Each page's messages with how far the provider's clock is ahead of ours; None after too many pages."""
        url = f"{self._messages}.json"
        query: dict[str, str] | None = {"To": address, "PageSize": str(PAGE_SIZE)}
        for _ in range(MOST_PAGES):
            answer = self._get(url, query)
            page = _parsed(answer)
            yield page["messages"], self._ahead(answer)
            if not page.get("next_page_uri"):
                return
            url, query = f"{self._base}{page['next_page_uri']}", None
        yield None, timedelta(0)

    def _ahead(self, answer: requests.Response) -> timedelta:
        try:
            theirs = parsedate_to_datetime(answer.headers["Date"])
        except (KeyError, ValueError):
            return timedelta(0)
        return theirs - self._clock()

    def _read(self, url: str) -> dict[str, Any]:
        return _parsed(self._get(url, None))

    def _get(self, url: str, query: dict[str, str] | None) -> requests.Response:
        """A GET can be repeated at will, so whatever goes wrong is "not now"."""
        try:
            answer = self._ask("GET", url, params=query)
        except OutcomeUnknownError as error:
            raise SurelyNotSentError(error.reason) from None
        if answer.status_code == 200:
            return answer
        failure = _failure(answer)
        raise failure if isinstance(failure, SurelyNotSentError) else SurelyNotSentError(failure.reason)

    def _ask(self, method: str, url: str, **what: Any) -> requests.Response:  # noqa: ANN401
        refuse_in_transaction(self._in_transaction)
        try:
            return self._session.request(method, url, timeout=self._timeouts, allow_redirects=False, **what)
        except requests.exceptions.ConnectTimeout:
            raise SurelyNotSentError("connect_timeout", stop=True) from None
        except (requests.exceptions.RequestException, ValueError) as error:
            reason = _before_sending(error)
            if reason:
                raise SurelyNotSentError(reason, stop=True) from None
            raise OutcomeUnknownError(type(error).__name__) from None


class _OwnCertificates(HTTPAdapter):
    """Trusts what the operating system trusts, and never repeats a request."""

    def __init__(self) -> None:
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        """Hand the system's trust to the pool."""
        super().init_poolmanager(*args, **kwargs, ssl_context=SSLContext(ssl.PROTOCOL_TLS_CLIENT))


def _session(account: TwilioAccount) -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    session.auth = HTTPBasicAuth(account.user.encode(), account.key.encode())
    session.mount("https://", _OwnCertificates())
    session.mount("http://", HTTPAdapter(pool_connections=1, pool_maxsize=1, max_retries=0))
    session.headers["Accept"] = "application/json"
    return session


def _before_sending(error: BaseException) -> str:
    """Why nothing can have left this machine, "" where something may have."""
    if isinstance(error, ValueError):  # requests' complaints about the request itself
        return "request_invalid"
    for cause in _causes(error):
        if isinstance(cause, NewConnectionError):
            return "no_connection"
        if isinstance(cause, ssl.SSLCertVerificationError):
            return "certificate"
    return ""


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and everything it wraps: requests and urllib3 keep it in `reason`, `args` or the context."""
    waiting, seen = [error], set[int]()
    while waiting:
        cause = waiting.pop()
        if id(cause) not in seen:
            seen.add(id(cause))
            yield cause
            inner = (getattr(cause, "reason", None), cause.__cause__, cause.__context__, *cause.args)
            waiting += [each for each in inner if isinstance(each, BaseException)]


def _failure(answer: requests.Response) -> SurelyNotSentError | RejectedError | OutcomeUnknownError:
    """What an answer other than success means for the message."""
    status, code = answer.status_code, _code(answer)
    if status == 429 or code in {"20429", _QUEUE_FULL}:
        return SurelyNotSentError("rate_limited", retry_after=_retry_after(answer))
    if status in {401, 403}:
        return SurelyNotSentError("unauthorised", stop=True)
    if status == 408 or not 400 <= status < 500:
        return OutcomeUnknownError(str(status))
    # Without a code of Twilio's, anything but a plain 400 is about the account or the way there, not this message.
    if status == 404 or code in _SENDER_CODES or (status != 400 and not code):
        return SurelyNotSentError(code or str(status), stop=True)
    return RejectedError(code or str(status), opted_out=code == _OPTED_OUT)


def _code(answer: requests.Response) -> str:
    try:
        return str(_json(answer)["code"])
    except (ValueError, KeyError, TypeError):
        return ""


def _retry_after(answer: requests.Response) -> float | None:
    """Seconds to wait: the header is a number of seconds or a date (RFC 9110, 10.2.3)."""
    header = answer.headers.get("Retry-After", "")
    try:
        return max(0.0, float(header))
    except ValueError:
        pass
    try:
        until, now = parsedate_to_datetime(header), parsedate_to_datetime(answer.headers["Date"])
        return max(0.0, (until - now).total_seconds())
    except (KeyError, ValueError, TypeError):
        return None


def _json(answer: requests.Response) -> dict[str, Any]:
    body = answer.json()
    if not isinstance(body, dict):
        raise TypeError(type(body))
    return body


def _parsed(answer: requests.Response) -> dict[str, Any]:
    try:
        return _json(answer)
    except (ValueError, TypeError):
        raise SurelyNotSentError("answer_unreadable") from None


def _receipt(entry: dict[str, Any]) -> Receipt:
    code = "" if entry.get("error_code") is None else str(entry["error_code"])
    parts = int(entry.get("num_segments") or 0)
    return Receipt(
        provider_id=str(entry["sid"]),
        state=_STATES.get(str(entry.get("status")), DeliveryState.ACCEPTED),
        reason=code,
        opted_out=code == _OPTED_OUT,
        parts=parts or None,
        price_micros=_micros(entry.get("price")),
        currency=str(entry.get("price_unit") or "").upper(),
        created_at=_created(entry) if entry.get("date_created") else None,
    )


def _micros(price: object) -> int | None:
    """Millionths, from a negative decimal text; None while Twilio has not priced the message."""
    try:
        return abs(int(Decimal(str(price)) * 1_000_000)) if price is not None else None
    except InvalidOperation:
        return None


def _created(entry: dict[str, Any]) -> datetime:
    return parsedate_to_datetime(str(entry["date_created"])).astimezone(UTC)


def _is_outbound(entry: dict[str, Any]) -> bool:
    return str(entry.get("direction", "")).startswith("outbound")
