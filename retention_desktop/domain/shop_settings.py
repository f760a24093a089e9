"""What the owner has set, as a value, and how it reads from the JSON texts that are kept."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopSettings:
    """Everything that is set, with the defaults of a new store.

    Attributes:
        name: the shop's name, as customers know it; messages begin with it.
        legal_name: the operator's formal name, which Japanese law wants on promotional messages.
        region: ISO 3166 code that numbers without a country belong to.
        currency: ISO 4217.
        zone: IANA time zone; decides which calendar day a visit belongs to.
        opening_hours: seven texts, Monday first, "" = closed, else "10:00-19:00".
        language: of the window and of new templates.
        theme: "system", "light" or "dark".
        gateway: "practice" or the provider's name.
        twilio_account: account SID, not secret.
        twilio_api_key: API key SID where one is used instead of the account's token, else "".
        twilio_sender: E.164 number or a messaging service SID ("MG...").
        twilio_address: base address; https, or http on loopback.
        opt_out_line: what promotional messages end with.
        test_number: the owner's own number for tests, as typed.
        staff_may_earn: who works here collects on their own card, too.
        standing_discounts: JSON of `domain.standing_discount`; changed by `loyalty.standing`.
    """

    name: str = ""
    legal_name: str = ""
    region: str = "JP"
    currency: str = "JPY"
    zone: str = "Asia/Tokyo"
    opening_hours: tuple[str, ...] = ("", "", "", "", "", "", "")
    language: str = "ja"
    theme: str = "system"
    gateway: str = "practice"
    twilio_account: str = ""
    twilio_api_key: str = ""
    twilio_sender: str = ""
    twilio_address: str = "https://api.twilio.com"
    opt_out_line: str = ""
    test_number: str = ""
    staff_may_earn: bool = True
    standing_discounts: tuple[dict[str, Any], ...] = ()

    @property
    def zone_info(self) -> ZoneInfo:
        """The zone as the standard library knows it."""
        return ZoneInfo(self.zone)


NAMES: Final = frozenset(field.name for field in fields(ShopSettings))


@lru_cache(maxsize=4)
def read_settings(kept: tuple[tuple[str, str], ...]) -> ShopSettings:
    """The settings that these names and JSON texts say; they seldom change, so that they need not be read anew."""
    known: dict[str, Any] = {
        name: tuple(value) if isinstance(value := json.loads(text), list) else value
        for name, text in kept
        if name in NAMES
    }
    return ShopSettings(**known)
