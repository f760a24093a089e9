"""What it takes to send through Twilio."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

NAME: Final = "twilio"
_ACCOUNT: Final = re.compile("AC[0-9a-fA-F]{32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TwilioAccount:
    """A Twilio account.

    Attributes:
        account: account SID, "AC" and 32 hexadecimal digits; not secret.
        key: the auth token, or the secret of `api_key`; never shown, kept or logged.
        api_key: SID of an API key ("SK..."), "" where the account's own token is used.
        sender: E.164 number, sender name, or messaging service SID ("MG...").
        address: base address of the API.
    """

    account: str
    key: str = field(repr=False)
    sender: str
    api_key: str = ""
    address: str = "https://api.twilio.com"

    @property
    def user(self) -> str:
        """The name for Basic auth."""
        return self.api_key or self.account

    def missing(self) -> str:
        """The first thing still to be filled in, "" where it is complete: "account", "key" or "sender".

        An account SID of another shape counts as missing: every message would be refused for it.
        """
        wanted = {"account": _ACCOUNT.fullmatch(self.account), "key": self.key, "sender": self.sender}
        return next((name for name, value in wanted.items() if not value), "")
