"""Work runs off the GUI thread, tells about itself on it, and can be stopped."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from retention_desktop.errors import ShopError
from ui.shared.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    tasks = Tasks(qapp)
    yield tasks
    tasks.stop()


def test_a_result_comes_back_on_the_gui_thread(tasks: Tasks, qtbot: QtBot) -> None:
    here = threading.get_ident()
    seen: list[tuple[object, ...]] = []
    task = tasks.start(lambda _progress, _stop: threading.get_ident())
    task.finished.connect(lambda result: seen.append((result, threading.get_ident())))
    with qtbot.waitSignal(task.ended):
        pass
    ((worker, told),) = seen
    assert worker != here
    assert told == here
    assert not tasks.busy


def test_progress_is_told_in_order_and_the_last_one_arrives(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []

    def count(progress: Callable[[int, int], None], _stop: threading.Event) -> None:
        for done in range(1, 1001):
            progress(done, 1000)

    task = tasks.start(count)
    task.progress.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(task.ended):
        pass
    assert told == sorted(told)
    assert told[-1] == (1000, 1000)


def test_a_failure_is_handed_over(tasks: Tasks, qtbot: QtBot) -> None:
    def fail(_progress: Callable[[int, int], None], _stop: threading.Event) -> None:
        raise ShopError("file_empty", file="list.csv")

    task = tasks.start(fail)
    with qtbot.waitSignal(task.failed) as blocker:
        pass
    error = (blocker.args or [None])[0]
    assert isinstance(error, ShopError)
    assert error.code == "file_empty"


def test_a_task_can_be_cancelled(tasks: Tasks, qtbot: QtBot) -> None:
    def wait(_progress: Callable[[int, int], None], stop: threading.Event) -> str:
        stop.wait(30)
        return "stopped"

    task = tasks.start(wait)
    task.cancel()
    with qtbot.waitSignal(task.finished) as blocker:
        pass
    assert blocker.args == ["stopped"]
    assert task.cancelled


def test_stopping_waits_and_says_nothing_more(qapp: QApplication, qtbot: QtBot) -> None:
    tasks = Tasks(qapp)
    ended = threading.Event()

    def work(_progress: Callable[[int, int], None], stop: threading.Event) -> None:
        stop.wait(30)
        ended.set()

    task = tasks.start(work)
    with qtbot.assertNotEmitted(task.finished):
        tasks.stop()
        assert ended.is_set()


def test_two_thousand_emits_do_not_abort() -> None:
    """PySide6 6.12.0 on Python 3.11 dies after about 550: each emit takes a reference off True."""
    code = """
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Source(QObject):
    told = Signal(int)
application = QCoreApplication([])
source, heard = Source(), []
source.told.connect(heard.append)
for number in range(2000):
    source.told.emit(number)
    source.setObjectName(str(number))
print(len(heard))
"""
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert (answer.returncode, answer.stdout.strip()) == (0, "2000"), answer.stderr
