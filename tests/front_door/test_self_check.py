"""`main.py --self-check`: the window opens, shows every room and closes; a build is checked with it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def self_check(data: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start the program from another folder and let it check itself."""
    command = [sys.executable, str(ROOT / "main.py"), "--self-check", "--data", str(data)]
    return subprocess.run(
        command, cwd=data.parent, env={**os.environ, **environment}, capture_output=True, encoding="utf-8", check=False
    )


def test_it_opens_every_room_and_ends_well(tmp_path: Path) -> None:
    answer = self_check(tmp_path / "shop", QT_QPA_PLATFORM="offscreen")
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert (tmp_path / "shop" / "shop.db").stat().st_size > 0


def test_a_store_that_cannot_be_opened_fails_it(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "shop.db").write_bytes(b"this is no store" * 400)
    answer = self_check(tmp_path / "shop", QT_QPA_PLATFORM="offscreen")
    assert answer.returncode == 1, answer.stdout + answer.stderr
