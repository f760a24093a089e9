"""What the owner has set. One row a name in the store; keys and passwords never live here."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from retention_desktop.domain.money import EXPONENTS
from retention_desktop.domain.phone import is_region
from retention_desktop.errors import ShopError
from retention_desktop.storage import settings_store
from retention_desktop.storage.spend import refresh_every_spend

if TYPE_CHECKING:
    from retention_desktop.storage.database import Database, Tx

LANGUAGES = ("ja", "en")
THEMES = ("system", "light", "dark")
GATEWAYS = ("practice", "twilio")


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


NAMES = frozenset(field.name for field in fields(ShopSettings))


class Settings:
    """Reads and writes the shop's settings."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._current: ShopSettings | None = None
        db.on_commit(self.forget)

    def forget(self, tables: frozenset[str]) -> None:
        """Read anew next time, where one of these tables is the settings' own."""
        if "setting" in tables:
            self._current = None

    @property
    def now(self) -> ShopSettings:
        """The settings in force; must not be asked inside a transaction of this thread."""
        if self._current is None:
            with self._db.read() as tx:
                self._current = read(tx)
        return self._current

    def change(self, **values: Any) -> ShopSettings:  # noqa: ANN401  each name has its own type
        """Set some of the fields of `ShopSettings`.

        Raises ShopError setting_invalid.
        """
        for name, value in values.items():
            validate(name, value)
        with self._db.write() as tx:
            for name, value in values.items():
                settings_store.write(tx, name, list(value) if isinstance(value, tuple) else value)
            if "currency" in values:
                refresh_every_spend(tx)
        return self.now


def read(tx: Tx) -> ShopSettings:
    """The settings in force, inside an open transaction."""
    return tx.kept("settings", {"setting": None}, lambda: _read(settings_store.read_texts(tx)))


@lru_cache(maxsize=4)
def _read(kept: tuple[tuple[str, str], ...]) -> ShopSettings:
    """The settings that these names and JSON texts say; they seldom change, so that they need not be read anew."""
    known: dict[str, Any] = {
        name: tuple(value) if isinstance(value := json.loads(text), list) else value
        for name, text in kept
        if name in NAMES
    }
    return ShopSettings(**known)


def validate(name: str, value: object) -> None:
    """Raise ShopError setting_invalid where this value cannot be kept under this name."""
    choices = {"language": LANGUAGES, "theme": THEMES, "gateway": GATEWAYS}
    if (
        name not in NAMES
        or not isinstance(value, type(asdict(ShopSettings())[name]))
        or (name in choices and value not in choices[name])
        or (name == "currency" and value not in EXPONENTS)
        or (name == "region" and not is_region(value))
        or (name == "zone" and not _is_zone(value))
        or (name == "standing_discounts" and value != ())
    ):
        raise ShopError("setting_invalid", name=name, value=str(value))


def _is_zone(value: object) -> bool:
    try:
        ZoneInfo(str(value))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return bool(value)
