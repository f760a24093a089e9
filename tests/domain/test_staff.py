"""Who may do what, and how long to wait after wrong PINs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from retention_desktop.domain.staff import Deed, Role, StaffMember, plain_pin, refusal, seconds_left, wait_after

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def _person(role: Role = Role.DESK, limit: int | None = 100, **more: object) -> StaffMember:
    facts: dict[str, object] = {"key": 1, "uid": "u", "name": "Ayumi", "role": role, "has_pin": True}
    return StaffMember(**facts | {"adjust_limit": limit} | more)  # type: ignore[arg-type]


@pytest.mark.parametrize("deed", list(Deed))
def test_the_owner_may_do_everything_and_nobody_nothing(deed: Deed) -> None:
    assert refusal(_person(Role.OWNER, 0), deed, 10**6) == ""
    assert refusal(None, deed) == "needs_owner"


@pytest.mark.parametrize("deed", [deed for deed in Deed if deed is not Deed.ADJUST])
def test_the_desk_asks_the_owner(deed: Deed) -> None:
    assert refusal(_person(), deed) == "needs_owner"


@pytest.mark.parametrize(
    ("limit", "amount", "why"),
    [(100, 100, ""), (100, 101, "over_limit"), (100, -100, ""), (100, -101, "over_limit"), (0, 1, "over_limit"),
     (None, 10**6, ""), (100, None, "")],
)  # fmt: skip
def test_the_limit_holds_in_both_directions(limit: int | None, amount: int | None, why: str) -> None:
    assert refusal(_person(limit=limit), Deed.ADJUST, amount) == why


@pytest.mark.parametrize(
    ("typed", "pin"),
    [("1234", "1234"), (" 1234 ", "1234"), ("１２３４", "1234"), ("123", ""), ("1" * 12, "1" * 12), ("1" * 13, ""),
     ("12a4", ""), ("", ""), ("١٢٣٤", "")],
)  # fmt: skip
def test_a_pin_is_four_to_twelve_digits(typed: str, pin: str) -> None:
    assert plain_pin(typed) == pin


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (11, 900), (10_000, 900)],
)
def test_the_wait_grows_and_ends(failures: int, seconds: int) -> None:
    assert wait_after(failures) == timedelta(seconds=seconds)


def test_seconds_left_are_whole_and_never_more_than_the_wait() -> None:
    locked = _person(failures=5, locked_until=NOW + timedelta(seconds=30))
    assert seconds_left(locked, NOW) == 30
    assert seconds_left(locked, NOW + timedelta(seconds=29, milliseconds=1)) == 1
    assert seconds_left(locked, NOW + timedelta(seconds=30)) == 0
    assert seconds_left(locked, NOW - timedelta(days=400)) == 30
    assert seconds_left(_person(), NOW) == 0
