"""Money: integer minor units with an ISO 4217 currency.

The codes and the number of decimals of each ("minor unit") are those of the list of ISO 4217, which its maintenance
agency publishes; metals, funds and test codes are left out.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from retention_desktop.errors import ShopError

_WITHOUT_DECIMALS: Final = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THREE_DECIMALS: Final = "BHD IQD JOD KWD LYD OMR TND"
_TWO_DECIMALS: Final = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC
CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES
KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR
NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT
TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
"""
EXPONENTS: Final = {
    code: places
    for table, places in ((_WITHOUT_DECIMALS, 0), (_TWO_DECIMALS, 2), (_THREE_DECIMALS, 3))
    for code in table.split()
}
_SIGN: Final = re.compile(
    r"^(?:[A-Z]{3}|[¥$€£₩฿₫元])?\s*([\d.,]+)\s*(?:円|圓|yen|[A-Z]{3}|[¥$€£₩])?(?:\s*-)?$", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?", re.ASCII)
_MOST_DIGITS: Final = 15


def exponent(currency: str) -> int:
    """How many decimals the currency has: 0 for JPY, 2 for USD, 3 for KWD. Raises ShopError currency_unknown."""
    try:
        return EXPONENTS[currency]
    except KeyError:
        raise ShopError("currency_unknown", currency=currency) from None


def read_amount(text: str, currency: str) -> int:
    """The amount in minor units of `currency`: 1,080円 is 1080 in JPY, $29.33 is 2933 in USD.

    Full-width digits, thousands commas and currency signs are understood; a decimal the currency hasn't is refused
    unless it is zero, as is a negative amount. Raises ShopError amount_invalid or currency_unknown.
    """
    places = exponent(currency)
    if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS:
        return int(text + "0" * places)
    signed = _SIGN.match(unicodedata.normalize("NFKC", text).replace("\\", "¥").strip())
    number = _NUMBER.fullmatch(signed[1]) if signed else None
    if number is None:
        raise ShopError("amount_invalid", text=text)
    whole, decimals = number[1].replace(",", ""), (number[2] or "").rstrip("0")
    if len(decimals) > places or len(whole) > _MOST_DIGITS:
        raise ShopError("amount_invalid", text=text)
    return int(whole + decimals.ljust(places, "0"))
