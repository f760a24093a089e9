"""Keys: in the keyring, for the session, in a private file, or from the environment; nowhere else."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordSetError

from retention_desktop.credentials import ENVIRONMENT, Credentials, KeyState, Place
from retention_desktop.errors import ShopError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEY = "sentinel-key-7f3a"


class InMemory(KeyringBackend):
    """A keyring that forgets with the test."""

    priority = 1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Failing(KeyringBackend):
    """A keyring that fails in one of the ways seen."""

    priority = 1

    def __init__(self, error: Exception) -> None:
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:  # noqa: ARG002
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:  # noqa: ARG002
        raise self.error


class Forgetful(InMemory):
    """A keyring that says yes and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Drop it."""


@pytest.fixture
def vault() -> Iterator[InMemory]:
    before = keyring.get_keyring()
    made = InMemory()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def credentials(tmp_path: Path, vault: InMemory) -> Credentials:
    assert vault.kept == {}
    return Credentials(tmp_path / "data", {})


def test_keyring_is_the_first_choice(credentials: Credentials, vault: InMemory, tmp_path: Path) -> None:
    assert credentials.state("twilio") == KeyState(place=Place.NOWHERE)
    assert credentials.keep("twilio", f" {KEY}\n") == KeyState(place=Place.KEYRING)
    assert credentials.read("twilio") == KEY
    assert list(vault.kept) == [("Retention Desktop", f"twilio {tmp_path / 'data'}")]
    assert Credentials(tmp_path / "another", {}).read("twilio") == ""
    assert list(tmp_path.rglob("*")) == []
    credentials.forget("twilio")
    assert (credentials.read("twilio"), vault.kept) == ("", {})


@pytest.mark.parametrize(
    "error", [NoKeyringError("no bus"), InitError("Prompt dismissed"), KeyringLocked("locked"), PasswordSetError("x")]
)
def test_each_failure_of_the_keyring_is_told_and_the_other_places_work(
    tmp_path: Path, vault: InMemory, error: Exception
) -> None:
    assert vault.kept == {}
    keyring.set_keyring(Failing(error))
    credentials = Credentials(tmp_path, {})
    with pytest.raises(ShopError, match="keyring_unavailable") as caught:
        credentials.keep("twilio", KEY)
    assert caught.value.facts == {"reason": type(error).__name__}
    assert credentials.state("twilio") == KeyState(place=Place.NOWHERE, problem=type(error).__name__)
    credentials.keep("twilio", KEY, Place.SESSION)
    assert (credentials.read("twilio"), credentials.state("twilio").place) == (KEY, Place.SESSION)
    assert list(tmp_path.iterdir()) == []
    assert Credentials(tmp_path, {}).read("twilio") == ""
    credentials.keep("twilio", KEY, Place.FILE)
    assert Credentials(tmp_path, {}).state("twilio") == KeyState(place=Place.FILE, problem=type(error).__name__)


def test_a_keyring_that_keeps_nothing_is_found_out(tmp_path: Path, vault: InMemory) -> None:
    assert vault.kept == {}
    keyring.set_keyring(Forgetful())
    with pytest.raises(ShopError, match="keyring_unavailable"):
        Credentials(tmp_path, {}).keep("twilio", KEY)


def test_a_plain_text_keyring_is_never_used_silently(tmp_path: Path, vault: InMemory) -> None:
    plain = type("PlaintextKeyring", (InMemory,), {"__module__": "keyrings.alt.file"})()
    keyring.set_keyring(plain)
    with pytest.raises(ShopError, match="keyring_unavailable") as caught:
        Credentials(tmp_path, {}).keep("twilio", KEY)
    assert (caught.value.facts, plain.kept, vault.kept) == ({"reason": "plain_text"}, {}, {})


@pytest.mark.skipif(sys.platform == "win32", reason="file modes mean nothing here")
def test_the_file_is_for_this_account_only(credentials: Credentials) -> None:
    credentials.keep("twilio", KEY, Place.FILE)
    credentials.keep("other", "k2", Place.FILE)
    assert stat.S_IMODE(credentials.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(credentials.file.parent.stat().st_mode) == 0o700
    credentials.file.chmod(0o644)
    assert credentials.read("twilio") == KEY
    assert stat.S_IMODE(credentials.file.stat().st_mode) == 0o600
    assert [path.name for path in credentials.file.parent.iterdir()] == ["keys.json"]


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
def test_the_file_on_each_platform(tmp_path: Path, vault: InMemory, platform: str) -> None:
    assert vault.kept == {}
    credentials = Credentials(tmp_path, {}, platform)
    credentials.keep("twilio", KEY, Place.FILE)
    credentials.file.chmod(0o644)
    assert credentials.read("twilio") == KEY
    assert bool(credentials.file.stat().st_mode & 0o077) == (platform == "win32" or sys.platform == "win32")
    credentials.forget("twilio")
    assert not credentials.file.exists()


def test_a_key_lives_in_one_place_only(credentials: Credentials, vault: InMemory) -> None:
    for place in (Place.KEYRING, Place.FILE, Place.SESSION, Place.KEYRING):
        credentials.keep("twilio", f"{KEY} {place}", place)
        assert credentials.state("twilio").place is place
        assert credentials.read("twilio") == f"{KEY} {place}"
        assert credentials.file.exists() == (place is Place.FILE)
        assert bool(vault.kept) == (place is Place.KEYRING)


def test_the_environment_comes_first(tmp_path: Path, vault: InMemory) -> None:
    assert vault.kept == {}
    credentials = Credentials(tmp_path, {ENVIRONMENT: "from outside"})
    credentials.keep("twilio", KEY, Place.SESSION)
    assert (credentials.read("twilio"), credentials.state("twilio").place) == ("from outside", Place.ENVIRONMENT)


@pytest.mark.parametrize(("key", "place"), [("  ", Place.SESSION), (KEY, Place.NOWHERE), (KEY, Place.ENVIRONMENT)])
def test_nothing_and_nowhere_are_refused(credentials: Credentials, key: str, place: Place) -> None:
    with pytest.raises(ShopError, match="setting_invalid"):
        credentials.keep("twilio", key, place)


def test_a_broken_file_is_no_key(credentials: Credentials) -> None:
    credentials.keep("twilio", KEY, Place.FILE)
    for broken in ("{", "[1]", ""):
        credentials.file.write_text(broken)
        assert credentials.read("twilio") == ""
