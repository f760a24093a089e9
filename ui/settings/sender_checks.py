"""What Twilio's account fields must look like, said before anything is sent.

Account and API key SIDs are two letters and 32 hexadecimal digits (Twilio's documentation of SIDs); an
alphanumeric sender has up to 11 characters and a letter.
"""

from __future__ import annotations

import re
from typing import Final

from retention_desktop.domain.phone import read_phone
from retention_desktop.domain.web_address import checked_address
from retention_desktop.errors import ShopError
from ui.shared.language import tr

_ACCOUNT: Final = re.compile(r"AC[0-9a-fA-F]{32}")
_API_KEY: Final = re.compile(r"SK[0-9a-fA-F]{32}")
_SERVICE: Final = re.compile(r"MG[0-9a-fA-F]{32}")
_NAME: Final = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}")


def check_account(text: str) -> tuple[str, str]:
    """(account SID, "") or ("", what is wrong). Empty is not wrong: it is not filled in yet."""
    given = text.strip()
    if not given or _ACCOUNT.fullmatch(given):
        return given, ""
    return "", tr("SenderChecks", "An account SID is AC and 32 letters or digits. Copy it from Twilio's console.")


def check_api_key(text: str) -> tuple[str, str]:
    """(API key SID or "", "") or ("", what is wrong)."""
    given = text.strip()
    if not given or _API_KEY.fullmatch(given):
        return given, ""
    return "", tr("SenderChecks", "An API key SID is SK and 32 letters or digits. Leave it empty to use the token.")


def check_sender(text: str, region: str) -> tuple[str, str]:
    """(E.164 number, service SID or sender name, "") or ("", what is wrong).

    Args:
        text: as typed.
        region: ISO 3166 code that numbers without a country belong to.
    """
    given = text.strip()
    if not given or _SERVICE.fullmatch(given):
        return given, ""
    if _NAME.fullmatch(given):
        return given, ""
    number = read_phone(given, region).e164
    if number:
        return number, ""
    return "", tr("SenderChecks", "Write the number you rent from Twilio, or a service that begins with MG.")


def check_address(text: str) -> tuple[str, str]:
    """(base address, "") or ("", what is wrong), by the rule the gateway itself goes by."""
    try:
        return checked_address(text), ""
    except ShopError:
        return "", tr("SenderChecks", "Only addresses that begin with https:// are safe.")
