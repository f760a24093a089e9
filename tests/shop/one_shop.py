"""A shop for one of the many examples of a property test."""

from __future__ import annotations

import gc
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from retention_desktop.shop import open_shop
from tests.clock import Clock
from tests.shop.conftest import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from retention_desktop.shop import Shop


@contextmanager
def one_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Shop, Clock]]:
    """A new shop with its clock. A thousand of them leave neither file nor object: tests collect only at their end."""
    folder, clock = tmp_path_factory.mktemp("shop"), Clock()
    shop = open_shop(folder, RESOURCES, clock=clock)
    try:
        yield shop, clock
    finally:
        shop.close()
        shutil.rmtree(folder)
        gc.collect(1)
