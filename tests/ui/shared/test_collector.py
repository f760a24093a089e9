"""Cycles of Qt objects are collected on the window's thread, whoever makes objects."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.shared.collector import Collector
from ui.shared.tasks import Tasks

if TYPE_CHECKING:
    from threading import Event

    from pytestqt.qtbot import QtBot


class _Noted(QObject):
    """An object in a cycle with itself that notes the thread on which it went."""

    def __init__(self, gone_on: list[int]) -> None:
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: gone_on.append(threading.get_ident()))


def _make_many(_progress: object, _stop: Event) -> int:
    """What a worker does: enough objects to pass every threshold many times over."""
    return len([[number] for number in range(100_000)])


def test_a_worker_never_collects(qtbot: QtBot) -> None:
    tasks = Tasks()
    collector = Collector(tasks)
    gone_on: list[int] = []
    for _ in range(20):
        _Noted(gone_on)
    with qtbot.waitSignal(tasks.start(_make_many).ended):
        pass
    assert gone_on == []
    young = [[number] for number in range(5000)]
    collector.collect()
    assert len(young) == 5000
    assert len(gone_on) == 20
    assert set(gone_on) == {threading.get_ident()}
    collector.stop()
    tasks.stop()
    assert gc.isenabled()
    gc.disable()
