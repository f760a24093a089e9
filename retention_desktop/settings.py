"""What the owner has set. One row a name in the store; keys and passwords never live here."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from retention_desktop.domain.money import EXPONENTS
from retention_desktop.domain.phone import is_region
from retention_desktop.domain.shop_settings import NAMES, ShopSettings, read_settings
from retention_desktop.errors import ShopError
from retention_desktop.storage import settings_store
from retention_desktop.storage.spend import refresh_every_spend

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.storage.database import Database, Tx

__all__ = ["GATEWAYS", "LANGUAGES", "NAMES", "THEMES", "Settings", "ShopSettings", "read", "validate"]

LANGUAGES = ("ja", "en")
THEMES = ("system", "light", "dark")
GATEWAYS = ("practice", "twilio")
PERSONAL = frozenset({"language", "theme", "test_number"})
"""What belongs to the screen and to whoever tries a text out, not to the shop: everybody may change it."""


class Settings:
    """Reads and writes the shop's settings.

    Args:
        allow: raises ShopError needs_owner where whoever is at the desk may not change what is the shop's.
    """

    def __init__(self, db: Database, *, allow: Callable[[], object] = lambda: None) -> None:
        self._db = db
        self._allow = allow
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

        Raises ShopError setting_invalid, needs_owner (for anything but `PERSONAL`).
        """
        if not PERSONAL.issuperset(values):
            self._allow()
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
    return tx.kept("settings", {"setting": None}, lambda: read_settings(settings_store.read_texts(tx)))


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
