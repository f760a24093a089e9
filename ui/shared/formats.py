"""Money, numbers, days, times and phones as the reader writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale, QTime

from ui.shared.language import tr

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

    from ui.shared.language import Language

NOTHING: Final = "—"
"""What stands where nothing is known; never a zero."""

_NO_MINOR: Final = frozenset({"JPY", "KRW", "VND", "CLP", "ISK", "XOF", "XAF", "PYG", "UGX", "RWF"})
_THREE_MINOR: Final = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
_SYMBOLS: Final = {"JPY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "KRW": "₩", "INR": "₹", "CNY": "CN¥"}


def minor_digits(currency: str) -> int:
    """How many digits the minor unit of an ISO 4217 currency has (JPY 0, EUR 2, KWD 3)."""
    if currency in _NO_MINOR:
        return 0
    return 3 if currency in _THREE_MINOR else 2


class Formats:
    """Writes values in the language in force; ask again after a switch."""

    def __init__(self, language: Language) -> None:
        self._language = language

    @property
    def _locale(self) -> QLocale:
        return self._language.locale

    @property
    def _japanese(self) -> bool:
        return self._language.code == "ja"

    def number(self, value: int) -> str:
        """1,080."""
        return self._locale.toString(value)

    def decimal(self, value: float, digits: int) -> str:
        """3.30."""
        return self._locale.toString(float(value), "f", digits)

    def percent(self, share: float) -> str:
        """0.432 -> 43 %."""
        return f"{self._locale.toString(round(share * 100))}%"

    def money(self, minor: int, currency: str) -> str:
        """¥1,080 or €12.50 from minor units; the symbol in front, so that columns line up on the right."""
        digits = minor_digits(currency)
        amount = abs(minor) / 10**digits if digits else abs(minor)
        text = self.decimal(amount, digits) if digits else self.number(abs(minor))
        symbol = _SYMBOLS.get(currency, f"{currency} ")
        return f"{'−' if minor < 0 else ''}{symbol}{text}"

    def symbol(self, currency: str) -> str:
        """¥, €, or the code itself where it has no sign of its own."""
        return _SYMBOLS.get(currency, currency)

    def day(self, day: date | None, today: date | None = None) -> str:
        """11月21日（土） or Sat 21 Nov; with the year where it isn't this year's."""
        if day is None:
            return NOTHING
        weekday = self._locale.dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
        if self._japanese:
            return f"{self.short_day(day, today)}（{weekday}）"
        return f"{weekday} {self.short_day(day, today)}"

    def short_day(self, day: date | None, today: date | None = None) -> str:
        """11月21日 or 21 Nov; with the year where it isn't this year's (`today` None: always without)."""
        if day is None:
            return NOTHING
        year = today is not None and day.year != today.year
        if self._japanese:
            return f"{day.year}年{day.month}月{day.day}日" if year else f"{day.month}月{day.day}日"
        pattern = "d MMM yyyy" if year else "d MMM"
        return self._locale.toString(QDate(day.year, day.month, day.day), pattern)

    def punch_day(self, day: date) -> str:
        """11/21 in Japanese, 21/11 or the reader's own order in English: for the narrow place under a punch."""
        if self._japanese:
            return f"{day.month}/{day.day}"
        month_first = self._locale.dateFormat(QLocale.FormatType.ShortFormat).upper().startswith("M")
        return f"{day.month}/{day.day}" if month_first else f"{day.day}/{day.month}"

    def month_day(self, month: int, day: int) -> str:
        """A birthday without a year: 11月27日 or 27 Nov."""
        if self._japanese:
            return f"{month}月{day}日"
        return self._locale.toString(QDate(2024, month, day), "d MMM")

    def time(self, instant: datetime, zone: tzinfo) -> str:
        """14:32 in the shop's zone."""
        local = instant.astimezone(zone)
        return self._locale.toString(QTime(local.hour, local.minute), "HH:mm")

    def day_time(self, instant: datetime, zone: tzinfo, today: date | None = None) -> str:
        """11月20日 11:00 or 20 Nov 11:00 in the shop's zone."""
        return f"{self.short_day(instant.astimezone(zone).date(), today)} {self.time(instant, zone)}"

    def relative_day(self, day: date | None, today: date) -> str:
        """Today, Yesterday, then the day itself."""
        if day is None:
            return NOTHING
        days = (today - day).days
        if days == 0:
            return tr("Formats", "Today")
        if days == 1:
            return tr("Formats", "Yesterday")
        return self.short_day(day, today)

    def days_ago(self, day: date | None, today: date) -> str:
        """Today, 1 day ago, 49 days ago."""
        if day is None:
            return NOTHING
        days = (today - day).days
        return tr("Formats", "Today") if days <= 0 else tr("Formats", "%n day(s) ago", days)

    def days(self, count: int) -> str:
        """1 day, 49 days."""
        return tr("Formats", "%n day(s)", count)

    def phone(self, e164: str) -> str:
        """090-1234-1284 for a Japanese number, +44 ... as it is for any other."""
        if not e164.startswith("+81"):
            return e164
        national = f"0{e164[3:]}"
        if len(national) == 11:
            return f"{national[:3]}-{national[3:7]}-{national[7:]}"
        return f"{national[:-8]}-{national[-8:-4]}-{national[-4:]}" if len(national) == 10 else national

    def masked_phone(self, e164: str) -> str:
        """•••-••••-1284: what may be read over the counter."""
        return f"•••-••••-{e164[-4:]}" if e164 else NOTHING

    def duration(self, seconds: float) -> str:
        """Time left, coarse on purpose: "less than a minute", "3 min"."""
        minutes = round(seconds / 60)
        return tr("Formats", "less than a minute") if minutes < 1 else tr("Formats", "%n min", minutes)
