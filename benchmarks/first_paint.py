"""The child of `start.py`: shows a bare label or the program and says on standard output when something happened.

python -m benchmarks.first_paint label
python -m benchmarks.first_paint main DATA          "painted" after the first paint
python -m benchmarks.first_paint main DATA DIGITS   and "answered" once the desk shows who has these digits
"""

from __future__ import annotations

import os
import runpy
import sys

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent


def say(word: str) -> None:
    """Tell the parent at once."""
    os.write(1, f"{word}\n".encode())


class Watched(QtWidgets.QApplication):
    """An application that notices the first paint of any widget, and may then type digits at the desk."""

    digits = ""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.installEventFilter(self)
        self._typed = False
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._type_and_look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on once the paint that has begun is over."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QtWidgets.QWidget):
            self.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        say("painted")
        if self.digits:
            self._tick.start(0)
        else:
            leave()

    def _type_and_look(self) -> None:
        from ui.desk.find_results import FindResults  # noqa: PLC0415 (not before the first paint)
        from ui.shared.find_box import FindBox  # noqa: PLC0415 (not before the first paint)

        box = self.focusWidget()
        if not self._typed and isinstance(box, FindBox):
            self._typed = True
            for digit in self.digits:
                self.sendEvent(box, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, digit))
        for window in self.topLevelWidgets():
            results = window.findChild(FindResults)
            if results is not None and results.isVisible() and results.found:
                results.repaint()
                say("answered")
                leave()


def leave() -> None:
    """End here: what closing costs is no part of the figure."""
    os._exit(0)


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
        Watched.digits = "".join(arguments[2:])
        sys.argv = ["main.py", "--data", arguments[1]]
        runpy.run_path("main.py", run_name="__main__")


if __name__ == "__main__":
    main(sys.argv[1:])
