"""The child of `start.py`: shows a bare label or the program and says on standard output when something happened.

python -m benchmarks.first_paint label
python -m benchmarks.first_paint main DATA
"""

from __future__ import annotations

import os
import runpy
import sys

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer


def say(word: str) -> None:
    """Tell the parent at once."""
    os.write(1, f"{word}\n".encode())


def leave() -> None:
    """Say that the first paint is over and end here: what closing costs is no part of the figure."""
    say("painted")
    os._exit(0)


class Watched(QtWidgets.QApplication):
    """An application that notices the first paint of any widget."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End once the paint that has begun is over."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QtWidgets.QWidget):
            self.removeEventFilter(self)
            QTimer.singleShot(0, leave)
        return False


def main(arguments: list[str]) -> None:
    """Show one of the two."""
    if arguments[0] == "label":
        application = Watched(["label"])
        label = QtWidgets.QLabel("Retention Desktop")
        label.resize(1280, 800)
        label.show()
        application.exec()
    else:
        QtWidgets.QApplication = Watched  # type: ignore[assignment, misc]  # main.py must make the one that watches
        sys.argv = ["main.py", "--data", arguments[1]]
        runpy.run_path("main.py", run_name="__main__")


if __name__ == "__main__":
    main(sys.argv[1:])
