"""Twenty kills -9 while sending: nothing doubled, nothing lost, the store whole each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.kills import MESSAGES_A_ROUND, run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.long
@pytest.mark.timeout(600)
def test_twenty_kills_double_nothing_and_lose_nothing(tmp_path: Path) -> None:
    killed = run(20, 7, tmp_path)
    assert (killed.kills, killed.checks, killed.messages) == (20, 21, 20 * MESSAGES_A_ROUND)
    assert killed.caught > 0
    assert (killed.doubled, killed.lost, killed.waiting, killed.findings) == (0, 0, 0, 0)
