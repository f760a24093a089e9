"""Regions and currencies as the reader calls them."""

from __future__ import annotations

from typing import Final

from ui.shared.language import mark, tr

_REGIONS: Final = {
    "JP": mark("Places", "Japan"),
    "KR": mark("Places", "South Korea"),
    "TW": mark("Places", "Taiwan"),
    "HK": mark("Places", "Hong Kong"),
    "SG": mark("Places", "Singapore"),
    "TH": mark("Places", "Thailand"),
    "PH": mark("Places", "Philippines"),
    "IN": mark("Places", "India"),
    "AU": mark("Places", "Australia"),
    "NZ": mark("Places", "New Zealand"),
    "US": mark("Places", "United States"),
    "CA": mark("Places", "Canada"),
    "MX": mark("Places", "Mexico"),
    "BR": mark("Places", "Brazil"),
    "GB": mark("Places", "United Kingdom"),
    "IE": mark("Places", "Ireland"),
    "FR": mark("Places", "France"),
    "DE": mark("Places", "Germany"),
    "AT": mark("Places", "Austria"),
    "CH": mark("Places", "Switzerland"),
    "IT": mark("Places", "Italy"),
    "ES": mark("Places", "Spain"),
    "PT": mark("Places", "Portugal"),
    "NL": mark("Places", "Netherlands"),
    "BE": mark("Places", "Belgium"),
    "SE": mark("Places", "Sweden"),
    "NO": mark("Places", "Norway"),
    "DK": mark("Places", "Denmark"),
    "FI": mark("Places", "Finland"),
    "PL": mark("Places", "Poland"),
    "ZA": mark("Places", "South Africa"),
}
_CURRENCIES: Final = {
    "JPY": mark("Places", "yen"),
    "USD": mark("Places", "US dollar"),
    "EUR": mark("Places", "euro"),
    "GBP": mark("Places", "pound sterling"),
    "AUD": mark("Places", "Australian dollar"),
    "NZD": mark("Places", "New Zealand dollar"),
    "CAD": mark("Places", "Canadian dollar"),
    "CHF": mark("Places", "Swiss franc"),
    "SEK": mark("Places", "Swedish krona"),
    "NOK": mark("Places", "Norwegian krone"),
    "DKK": mark("Places", "Danish krone"),
    "PLN": mark("Places", "Polish zloty"),
    "KRW": mark("Places", "won"),
    "TWD": mark("Places", "New Taiwan dollar"),
    "HKD": mark("Places", "Hong Kong dollar"),
    "SGD": mark("Places", "Singapore dollar"),
    "THB": mark("Places", "baht"),
    "PHP": mark("Places", "Philippine peso"),
    "INR": mark("Places", "Indian rupee"),
    "MXN": mark("Places", "Mexican peso"),
    "BRL": mark("Places", "real"),
    "ZAR": mark("Places", "rand"),
}


def region_names() -> dict[str, str]:
    """ISO 3166 code -> its name in the reader's language, the most likely first."""
    return {code: tr("Places", name) for code, name in _REGIONS.items()}


def currency_names() -> dict[str, str]:
    """ISO 4217 code -> "JPY – yen" in the reader's language."""
    return {code: f"{code} – {tr('Places', name)}" for code, name in _CURRENCIES.items()}
