"""Phone numbers and keys never reach the log in full, whichever way they came."""

from __future__ import annotations

import io
import logging

import pytest

from retention_desktop.log_privacy import PrivateFormatter, private

PHONES = [
    "+819012341284",
    "09012341284",
    "090-1234-1284",
    "090 1234 1284",
    "(03) 1234-1284",
    "０９０１２３４１２８４",
    "090.1234.1284",
]
SECRETS = {
    "Authorization: Basic QUM6c2VjcmV0LXNlbnRpbmVs": "QUM6c2VjcmV0LXNlbnRpbmVs",
    "auth_token=sentinel-5f2a": "sentinel-5f2a",
    '{"api_key": "sentinel-77"}': "sentinel-77",
    "password: sentinel-88, user: x": "sentinel-88",
    "key 0123456789abcdef0123456789abcdef refused": "0123456789abcdef0123456789abcdef",
    "/Accounts/AC0123456789abcdef0123456789abcdef/Messages": "0123456789abcdef0123456789abcdef",
}


@pytest.mark.parametrize("phone", PHONES)
def test_of_a_phone_number_the_last_four_digits_are_left(phone: str) -> None:
    said = private(f"could not reach {phone} now")
    assert phone not in said
    assert "•••1284" in said or "•••１２８４" in said


@pytest.mark.parametrize(("text", "secret"), SECRETS.items())
def test_keys_are_taken_out(text: str, secret: str) -> None:
    assert secret not in private(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-21T14:32:00Z 300 rows",
        "took 0.123456789 s",
        "uid 0192f6a0-7b1c-7e2d-8a11-3f0a9b8c7d6e",
        "line 12, in <module>",
        "revision 20261121",
    ],
)
def test_days_times_and_ids_are_left(text: str) -> None:
    assert private(text) == text


def test_tracebacks_and_arguments_are_covered() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(PrivateFormatter("%(levelname)s %(message)s"))
    log = logging.getLogger("sentinel")
    log.propagate = False
    log.addHandler(handler)
    try:
        int("no such number: +819012341284")
    except ValueError:
        log.exception("sending to %s with token=%s", "090-1234-1284", "sentinel-99")
    log.removeHandler(handler)
    said = stream.getvalue()
    assert "Traceback" in said
    for sentinel in ("9012341284", "090-1234", "sentinel-99"):
        assert sentinel not in said
