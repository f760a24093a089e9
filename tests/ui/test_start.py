"""main.py: window, tour or verb; the log; a PC without a display. And what runs behind the open window."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import main
from retention_desktop.errors import ShopError
from retention_desktop.places import LOG
from ui.shared.background import Background
from ui.shared.tasks import Tasks

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]
WITHOUT_DISPLAY = {
    name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
}


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        cwd=ROOT,
        env=WITHOUT_DISPLAY,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has no display")
def test_without_a_display_it_says_so_in_one_sentence() -> None:
    answer = _run()
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == main.NO_DISPLAY + "\n"


@pytest.mark.parametrize(
    ("platform", "environment", "missing"),
    [
        ("linux", {}, True),
        ("linux", {"DISPLAY": ":0"}, False),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, False),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, False),
        ("win32", {}, False),
        ("darwin", {}, False),
    ],
)
def test_only_linux_can_lack_a_display(platform: str, environment: dict[str, str], *, missing: bool) -> None:
    assert main.no_display(platform, environment) is missing


@pytest.mark.parametrize(
    ("arguments", "verb"),
    [
        ([], ""),
        (["--data", "folder"], ""),
        (["--data", "folder", "count"], "count"),
        (["count", "--json"], "count"),
        (["--json", "check"], "check"),
        (["--tour", "pictures"], ""),
    ],
)
def test_a_verb_is_the_first_word_that_is_no_option(arguments: list[str], verb: str) -> None:
    assert main.first_word(arguments) == verb


def test_the_version_and_the_verbs_need_no_window(tmp_path: Path) -> None:
    answer = _run("--version")
    assert (answer.returncode, answer.stdout) == (0, f"Retention Desktop {main.version()}\n")
    answer = _run("--data", str(tmp_path), "init", "--json")
    assert answer.returncode == 0, answer.stderr
    assert (tmp_path / "shop.db").exists()
    assert _run("no-such-verb").returncode == 2


@contextmanager
def fresh_logging() -> Iterator[logging.Logger]:
    """The root logger as if nothing had been set up yet."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    root.handlers.clear()
    yield root
    for handler in root.handlers:
        handler.close()
    root.handlers[:] = before
    root.setLevel(level)


def test_the_log_lies_in_the_data_folder_and_hides_numbers(tmp_path: Path) -> None:
    with fresh_logging() as root:
        main.log_to(tmp_path / "data")
        root.info("sent to %s", "+819012341284")
    written = (tmp_path / "data" / LOG).read_text(encoding="utf-8")
    assert "9012341284" not in written
    assert "•••1284" in written


def test_a_large_log_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / LOG).write_bytes(b"x" * (main.LOG_BYTES + 1))
    with fresh_logging():
        main.log_to(tmp_path)
    assert (tmp_path / LOG).stat().st_size == 0
    assert (tmp_path / "retention-desktop.old.log").stat().st_size == main.LOG_BYTES + 1


def test_a_folder_that_cannot_be_made_sends_the_log_to_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    with fresh_logging() as root:
        main.log_to(tmp_path / "file")
        root.info("here")
    assert "here" in capsys.readouterr().err


class Outbox:
    """A sender that counts its drains."""

    def __init__(self, due: int, error: Exception | None = None) -> None:
        self.due = due
        self.error = error
        self.drains = 0

    def waiting(self) -> int:
        return self.due

    def drain(self, progress: Callable[[int, int], None] | None = None, stop: threading.Event | None = None) -> object:
        del progress, stop
        self.drains += 1
        self.due = 0
        if self.error is not None:
            raise self.error
        return None


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    tasks = Tasks(qapp)
    background = Background(tasks)
    yield background
    background.stop()
    tasks.stop()


def test_what_is_due_at_the_start_is_sent(background: Background, qtbot: QtBot) -> None:
    outbox = Outbox(3)
    background.start(outbox)
    qtbot.waitUntil(lambda: outbox.drains == 1 and background._task is None)
    background.look()
    assert outbox.drains == 1


def test_a_wrong_key_pauses_sending_until_the_settings_change(background: Background, qtbot: QtBot) -> None:
    outbox = Outbox(3, ShopError("gateway_unauthorised", provider="twilio"))
    background.start(outbox)
    qtbot.waitUntil(lambda: background.paused)
    outbox.due, outbox.error = 3, None
    background.look()
    assert outbox.drains == 1
    qtbot.waitUntil(lambda: background._task is None)
    background.resume()
    qtbot.waitUntil(lambda: outbox.drains == 2)


@pytest.mark.expects_log("sending failed")
def test_a_bug_while_sending_is_logged_and_does_not_pause(background: Background, qtbot: QtBot) -> None:
    outbox = Outbox(1, ZeroDivisionError())
    background.start(outbox)
    qtbot.waitUntil(lambda: outbox.drains == 1 and background._task is None)
    assert not background.paused
