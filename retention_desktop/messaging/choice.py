"""From a provider's name to a gateway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop.domain.web_address import checked_address
from retention_desktop.errors import ShopError
from retention_desktop.messaging import practice
from retention_desktop.messaging.twilio_account import NAME, TwilioAccount

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, timedelta

    from retention_desktop.messaging.gateway import Gateway


def create_gateway(
    name: str,
    account: TwilioAccount,
    *,
    clock: Callable[[], datetime],
    in_transaction: Callable[[], bool],
    settle_time: timedelta | None = None,
) -> Gateway:
    """A gateway for one worker thread: it holds one connection.

    Args:
        name: "practice" or "twilio".
        account: used by Twilio only.
        clock: aware UTC now.
        in_transaction: whether the calling thread holds a transaction; the gateway then refuses to work.
        settle_time: how long a lost message may be missing from the provider's list, None = its own default.

    Raises:
        ShopError: sender_incomplete, address_not_https, setting_invalid.
    """
    if name == practice.NAME:
        return practice.PracticeGateway(in_transaction)
    if name != NAME:
        raise ShopError("setting_invalid", name="gateway", value=name)
    missing = account.missing()
    if missing:
        raise ShopError("sender_incomplete", provider=NAME, missing=missing)
    checked_address(account.address)
    # requests costs 75 ms to load: only a shop that really sends pays for it.
    from retention_desktop.messaging.twilio import SETTLE_TIME, TwilioGateway  # noqa: PLC0415

    settle_time = SETTLE_TIME if settle_time is None else settle_time
    return TwilioGateway(account, clock, in_transaction, settle_time=settle_time)
