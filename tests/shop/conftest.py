"""A real shop in a folder of its own, with a clock that moves when told to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retention_desktop.shop import open_shop
from tests.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retention_desktop.shop import Shop

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shop(tmp_path: Path, clock: Clock) -> Iterator[Shop]:
    opened = open_shop(tmp_path / "data", RESOURCES, clock=clock)
    yield opened
    opened.close()
