"""Days, money and phones of this shop, as the reader writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from ui.shared.formats import NOTHING

if TYPE_CHECKING:
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    from retention_desktop.shop import Shop
    from ui.shared.kit import Kit


class ShopFormats:
    """The kit's formats with the shop's zone and currency filled in."""

    def __init__(self, kit: Kit, shop: Shop) -> None:
        self._kit = kit
        self._settings = shop.settings

    @property
    def zone(self) -> ZoneInfo:
        """The shop's zone."""
        return self._settings.now.zone_info

    @property
    def today(self) -> date:
        """Today in the shop's calendar."""
        return self._kit.clock().astimezone(self.zone).date()

    def money(self, minor: int, currency: str = "") -> str:
        """Minor units in the shop's currency, or in `currency`."""
        return self._kit.formats.money(minor, currency or self._settings.now.currency)

    def number(self, value: int) -> str:
        """1,080."""
        return self._kit.formats.number(value)

    def phone(self, e164: str) -> str:
        """A number as people write it, a dash where there is none."""
        return self._kit.formats.phone(e164) if e164 else NOTHING

    def day(self, day: date | None) -> str:
        """11月21日, with the year where it isn't this one."""
        return self._kit.formats.short_day(day, self.today)

    def narrow_day(self, day: date | None) -> str:
        """A day for a column: today, 11月21日, or 2025/11/21 in other years."""
        if day is None:
            return NOTHING
        today = self.today
        if day.year == today.year or day == today:
            return self._kit.formats.relative_day(day, today)
        shown = QDate(day.year, day.month, day.day)
        return self._kit.language.locale.toString(shown, QLocale.FormatType.ShortFormat)

    def moment(self, at: datetime) -> str:
        """11月20日 11:00 in the shop's zone; today and yesterday by name."""
        local = at.astimezone(self.zone)
        day = self._kit.formats.relative_day(local.date(), self.today)
        if (self.today - local.date()).days > 1:
            day = self.day(local.date())
        return f"{day} {self._kit.formats.time(at, self.zone)}"

    def birthday(self, year: int | None, month: int | None, day: int | None) -> str:
        """As much of a birthday as is known, "" for nothing."""
        if month is None or day is None:
            return str(year) if year is not None else ""
        return self._kit.formats.month_day(month, day)
