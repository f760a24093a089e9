"""New ids are UUIDv7 as RFC 9562 has them: of now, each once, whatever makes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import RFC_4122, UUID

from retention_desktop.shop import new_uid, utc_now


def test_an_id_is_a_uuid_of_version_7_that_tells_when_it_was_made() -> None:
    before = utc_now() - timedelta(milliseconds=1)
    text = new_uid()
    uid = UUID(text)
    assert (str(uid), uid.version, uid.variant) == (text, 7, RFC_4122)
    assert before <= datetime.fromtimestamp((uid.int >> 80) / 1000, UTC) <= utc_now()


def test_ids_are_made_once_and_spread_over_all_their_bits() -> None:
    made = [UUID(new_uid()).int for _ in range(20_000)]
    assert len(set(made)) == len(made)
    chance = [number & (1 << 62) - 1 for number in made]
    assert all(0.45 < sum(number >> bit & 1 for number in chance) / len(made) < 0.55 for bit in range(62))
    assert all(number >> 62 & 3 == 2 for number in made)
