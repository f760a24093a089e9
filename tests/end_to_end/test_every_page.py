"""Page x language x theme x scale: no text is cut, every control has a name, contrast is 4.5 or more.

Tabs, sections, steps and dialogs too, in the windows that small screens leave.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize("scale", ["1", "1.5", "2"])
def test_every_page_can_be_read(tmp_path: Path, scale: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.end_to_end.every_page", str(tmp_path)],
        capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False, timeout=280,
        env=os.environ | {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.stdout, done.stderr
    assert json.loads(done.stdout) == []


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize(("language", "scale"), [("ja", "1.5"), ("en", "1.25")])
def test_every_part_can_be_read_in_a_small_window(tmp_path: Path, language: str, scale: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.end_to_end.every_part", str(tmp_path), language],
        capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False, timeout=280,
        env=os.environ | {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.stdout, done.stderr
    assert json.loads(done.stdout) == []
    looked_at = done.stderr.splitlines()
    assert len(looked_at) > 80, looked_at
    assert sum("[" in line or "dialog" in line for line in looked_at) >= 3, looked_at
