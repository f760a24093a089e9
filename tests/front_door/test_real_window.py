"""A real window on a real (virtual) screen: it shows, paints, and closes without a fuss."""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 60.0
EMPTY_SCREEN = 4
"""An X screen without windows shows no more colours than this."""
PAINTED = 50
"""A painted window with its text shows at least this many."""
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform != "linux", reason="a virtual X screen is a thing of Linux"),
]


def missing_tool() -> str | None:
    """What keeps this computer from showing a window on a virtual screen, None where nothing does."""
    if shutil.which("Xvfb") is None:
        return "Xvfb is missing (Debian: xvfb)"
    packages = run.missing_packages({**run.OFFSCREEN_LIBRARIES, **run.WINDOW_LIBRARIES}, run.loads)
    return f"missing: {', '.join(packages)}" if packages else None


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[tuple[dict[str, str], Path]]:
    """A virtual screen: the environment that leads to it, and the file that holds what it shows."""
    reason = missing_tool()
    if reason is not None:
        assert os.environ.get("CI") != "true", reason
        pytest.skip(reason)
    hidden = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-fbdir", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        display = f":{server.stdout.readline().decode().strip()}"
        yield environment | {"DISPLAY": display}, tmp_path / "Xvfb_screen0"
        server.send_signal(signal.SIGTERM)


def colours(frame: Path) -> int:
    """How many colours the screen shows; its file is an X window dump (XWDFile.h), 32 bits a pixel."""
    dump = frame.read_bytes()
    header = struct.unpack(">25I", dump[:100])
    header_size, height, bytes_per_line, colour_entries = header[0], header[5], header[12], header[19]
    start = header_size + colour_entries * 12
    return len(set(memoryview(dump)[start : start + bytes_per_line * height].cast("I")))


def main_py(tmp_path: Path, *arguments: str) -> list[str]:
    """What run.py starts once everything is set up."""
    return [sys.executable, str(run.ROOT / "main.py"), "--data", str(tmp_path / "shop"), *arguments]


def test_the_window_shows_and_paints(screen: tuple[dict[str, str], Path], tmp_path: Path) -> None:
    environment, frame = screen
    assert colours(frame) <= EMPTY_SCREEN
    with subprocess.Popen(main_py(tmp_path), env=environment, cwd=tmp_path) as program:
        end = time.monotonic() + PATIENCE
        shown = 0
        while shown < PAINTED and program.poll() is None and time.monotonic() < end:
            shown = colours(frame)
        ended = program.poll()
        program.terminate()
    assert ended is None, "the program ended by itself"
    assert shown >= PAINTED


def test_the_window_closes(screen: tuple[dict[str, str], Path], tmp_path: Path) -> None:
    environment, _ = screen
    answer = subprocess.run(
        main_py(tmp_path, "--self-check"), env=environment, cwd=tmp_path, capture_output=True, encoding="utf-8",
        check=False, timeout=PATIENCE * 2,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert (tmp_path / "shop" / "shop.db").exists()
