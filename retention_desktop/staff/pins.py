"""PINs as they are kept: argon2id, never the digits. argon2 loads where the first PIN is set or asked for."""

from __future__ import annotations

from typing import Final

from retention_desktop.domain.staff import plain_pin
from retention_desktop.errors import ShopError

PIN_MEMORY_KIB: Final = 65536
"""What one guess at a PIN costs (argon2id, RFC 9106's second choice): 64 MiB, a fifth of a second."""


def hashed_pin(pin: str, memory: int) -> str:
    """The hash of a PIN, made with so many KiB. Raises ShopError pin_invalid."""
    from argon2 import PasswordHasher  # noqa: PLC0415

    digits = plain_pin(pin)
    if not digits:
        raise ShopError("pin_invalid")
    return PasswordHasher(memory_cost=memory).hash(digits)


def is_pin(hashed: str, pin: str) -> bool:
    """Whether this PIN, as typed, is the one of the hash."""
    from argon2 import PasswordHasher  # noqa: PLC0415
    from argon2.exceptions import VerificationError  # noqa: PLC0415

    try:
        return PasswordHasher().verify(hashed, plain_pin(pin) or pin)
    except VerificationError:
        return False
