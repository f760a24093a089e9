"""Where a provider may be asked: over TLS, or on this very machine."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from retention_desktop.errors import ShopError


def checked_address(address: str) -> str:
    """The base address without spaces around it and without a slash at its end.

    Raises ShopError address_not_https unless it is https, or http on loopback, without a user, query or fragment.
    """
    given = address.strip().rstrip("/")
    try:
        parts = urlsplit(given)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        raise ShopError("address_not_https", address=address) from None
    plain = parts.username is None and not parts.query and not parts.fragment
    if not (plain and host and (parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(host)))):
        raise ShopError("address_not_https", address=address)
    return given


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
