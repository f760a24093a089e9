"""The frozen program: built as it ships, started from another folder with an empty environment."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PyInstaller.depend.bindepend import get_python_library_path
from PyInstaller.exceptions import PythonLibraryNotFoundError

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT / "tests" / "data" / "customers_ja.csv"
GOAL_MB = 150
pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]


def missing_tool() -> str | None:
    """What keeps this computer from building the program, None where nothing does."""
    if sys.platform == "linux":
        for tool in ("objdump", "strip"):
            if shutil.which(tool) is None:
                return f"{tool} is missing (Debian: binutils)"
    try:
        get_python_library_path()
    except PythonLibraryNotFoundError:
        return "this Python has no shared library (Debian: libpython3.11)"
    return None


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with both programs."""
    reason = missing_tool()
    if reason is not None:
        assert os.environ.get("CI") != "true", reason
        pytest.skip(reason)
    work = tmp_path_factory.mktemp("packed")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(work / "dist"), "--workpath", str(work / "build"), str(ROOT / "build.spec")]
    answer = subprocess.run([*command, *places], cwd=work, capture_output=True, encoding="utf-8", check=False)
    assert answer.returncode == 0, answer.stderr[-4000:]
    return work / "dist" / "retention-desktop"


def program(folder: Path, name: str) -> Path:
    """One of the two programs."""
    return folder / (f"{name}.exe" if sys.platform == "win32" else name)


def start(packed: Path, name: str, data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Start a frozen program from the data folder with nothing of our environment."""
    environment = {"HOME": str(data), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    if sys.platform == "win32":
        environment |= {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "LOCALAPPDATA")}
    return subprocess.run(
        [program(packed, name), *arguments], cwd=data, env=environment, capture_output=True, encoding="utf-8",
        check=False, timeout=120,
    )  # fmt: skip


def verb(packed: Path, data: Path, *arguments: str) -> dict[str, Any]:
    """One verb's JSON answer, from a program that must have found nothing wrong."""
    answer = start(packed, "retention", data, *arguments, "--data", str(data / "shop"), "--json")
    assert answer.returncode == 0, answer.stdout + answer.stderr
    found: dict[str, Any] = json.loads(answer.stdout)
    return found


def test_its_size_is_told_and_bounded(packed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    size = sum(path.stat().st_size for path in packed.rglob("*") if path.is_file() and not path.is_symlink())
    with capsys.disabled():
        print(f"\nThe packed program takes {size / 1e6:.0f} MB ({size / 2**20:.0f} MiB).")
    assert size / 1e6 <= GOAL_MB


def test_the_list_is_imported_and_the_store_is_clean(packed: Path, tmp_path: Path) -> None:
    assert "revision" in verb(packed, tmp_path, "init")
    answer = verb(packed, tmp_path, "import", str(LIST))
    assert answer["encoding"] == "cp932"
    assert answer["rows"] == answer["created"] + answer["merged"] + answer["skipped"] == 300
    checked = verb(packed, tmp_path, "check")
    assert checked["ok"] is True
    assert checked["findings"] == []


def test_the_window_opens_migrates_and_quits(packed: Path, tmp_path: Path) -> None:
    answer = start(packed, "retention-desktop", tmp_path, "--self-check", "--data", str(tmp_path / "shop"))
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert verb(packed, tmp_path, "check")["ok"] is True


def test_the_dangerous_and_the_needless_stayed_out(packed: Path) -> None:
    names = {path.name for path in packed.rglob("*")}
    unwanted = ("qvnc", "Qt6Network", "geodata", "libcups.", "libgnutls")
    assert not [name for name in names if any(part in name for part in unwanted)]
    assert {"libqoffscreen.so", "libqxcb.so"} <= names or sys.platform != "linux"
    assert "lucide.zip" in names
