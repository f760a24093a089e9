"""A start that looks after itself: every room is shown once, then the window closes."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Qt, QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QApplication

SELF_CHECK_MS: Final = 60_000
"""A self-check that takes longer than this has failed."""


class Rooms(Protocol):
    """What is needed of the window."""

    def open_room(self, name: str) -> object:
        """Show a room."""

    def close(self) -> bool:
        """Close the window."""


def check_and_close(
    application: QApplication, window: Rooms, names: Iterator[str], opened: SignalInstance, refused: SignalInstance
) -> None:
    """Show every room once the shop is open, then close the window; exit code 1 where anything fails or never comes.

    Args:
        names: of the rooms.
        opened: the shop is open.
        refused: it could not be opened.
    """

    def show_next() -> None:
        name = next(names, None)
        if name is None:
            window.close()
        else:
            window.open_room(name)
            QTimer.singleShot(0, show_next)

    def fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        application.exit(1)

    sys.excepthook = fail
    opened.connect(show_next, Qt.ConnectionType.QueuedConnection)
    refused.connect(partial(application.exit, 1), Qt.ConnectionType.QueuedConnection)
    QTimer.singleShot(SELF_CHECK_MS, partial(application.exit, 1))
