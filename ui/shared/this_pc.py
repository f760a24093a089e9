"""What the PC tells about itself: the time, where it stands, and how it groups windows."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, QLocale, QTimeZone


def wall_clock() -> datetime:
    """The present instant, for what the window shows; the shop has its own clock."""
    return datetime.fromtimestamp(QDateTime.currentMSecsSinceEpoch() / 1000, UTC)


def home_of(system: QLocale) -> dict[str, str]:
    """Region, currency and zone of this PC, as far as it tells; a new shop starts with them."""
    from zoneinfo import available_timezones  # noqa: PLC0415 - a new shop only

    found = {
        "region": QLocale.territoryToCode(system.territory()),
        "currency": system.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode),
        "zone": bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace"),
    }
    known = {
        "region": len(found["region"]) == 2 and system.language() != QLocale.Language.C,
        "currency": len(found["currency"]) == 3 and system.language() != QLocale.Language.C,
        "zone": found["zone"] in available_timezones() and found["zone"] not in {"UTC", "Etc/UTC", "GMT"},
    }
    return {name: value for name, value in found.items() if known[name]}


def name_on_taskbar(platform: str) -> None:
    """Windows groups windows by this name instead of by the interpreter's."""
    if platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows only

        shell = getattr(ctypes, "windll").shell32  # noqa: B009 - exists on Windows only
        shell.SetCurrentProcessExplicitAppUserModelID("retention-desktop")
