"""For every test: no screen, no unexpected log record, hypothesis without a deadline."""

from __future__ import annotations

import gc
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

if sys.platform == "linux":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Keys of a person's own keyring and settings of a person's own folder are no business of tests.
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

# A gate gives the same answer twice: where CI is set the examples follow from the test, elsewhere they are always new.
settings.register_profile(
    "shop",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("shop")


MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it, for this account only
_ENOUGH = 4 << 30


def _keep_stores_in_memory() -> None:
    """Real files all the same, but a commit need not wait for a disk that others use, too; where there is room."""
    if not MEMORY.is_dir() or not os.access(MEMORY, os.W_OK):
        return
    found = os.statvfs(MEMORY)
    if found.f_bavail * found.f_frsize >= _ENOUGH and not found.f_flag & os.ST_NOEXEC:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_configure(config: pytest.Config) -> None:
    """Tell pytest of the marker that announces log records."""
    if config.option.markexpr == "not long":  # long histories and the packed program need more room than memory has
        _keep_stores_in_memory()
    config.addinivalue_line(
        "markers", "expects_log(part, ...): records of WARNING and above that contain a part are fine"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A long test may take long, on a busy machine most of all; the others keep the short limit."""
    for item in items:
        if item.get_closest_marker("long") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(900))


class _Unexpected(logging.Handler):
    """Collects records of WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


gc.disable()
_MANY_YOUNG_OBJECTS = 20_000


@pytest.fixture(scope="module", autouse=True)
def _what_is_loaded_stays() -> None:
    """Modules and tests are half a million objects: a collection after each test need not look through them again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _collect_on_this_thread() -> Iterator[None]:
    """Cycles that hold Qt objects must not be collected by a worker; the program sees to it with `Collector`."""
    yield
    gc.disable()
    if gc.get_count()[0] > _MANY_YOUNG_OBJECTS:
        gc.collect()


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log that the test did not announce (marker `expects_log`) fails it."""
    handler = _Unexpected()
    root = logging.getLogger()
    root.addHandler(handler)
    yield
    root.removeHandler(handler)
    marker = request.node.get_closest_marker("expects_log")
    expected = marker.args if marker else ()
    unexpected = [one.getMessage() for one in handler.records if not any(part in one.getMessage() for part in expected)]
    if unexpected:
        pytest.fail(f"unexpected log records: {unexpected}")
