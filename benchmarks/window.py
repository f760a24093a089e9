"""The real window on a shop, offscreen, and a way to wait for what it shows."""

from __future__ import annotations

from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.store import ROOT
from ui.app import Program, rooms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 10.0
"""Seconds after which a wait is a failure."""


class Paints(QObject):
    """Counts the paints of widgets inside one widget."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.count = 0
        self._inside = inside

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count a paint of the widget or of something in it."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.count += watched is self._inside or self._inside.isAncestorOf(watched)
        return False


@contextmanager
def program_on(data: Path) -> Iterator[Program]:
    """The program with its window open and its shop handed to the pages."""
    application = QApplication.instance() or QApplication(["benchmark", "-platform", "offscreen"])
    assert isinstance(application, QApplication)
    program = Program(application, data, ROOT / "resources", rooms())
    program.start()
    wait_until(lambda: program.shop is not None)
    settle()  # the store's language may have every page made anew
    try:
        yield program
    finally:
        program.window.close()
        program.close()


def wait_until(happened: Callable[[], bool]) -> None:
    """Let events run until something is so."""
    start = perf_counter()
    while not happened():
        QApplication.processEvents()
        assert perf_counter() - start < PATIENCE, "it did not happen"


def settle() -> None:
    """Let everything that waits run."""
    for _ in range(5):
        QApplication.processEvents()
