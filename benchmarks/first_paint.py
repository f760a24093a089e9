"""The child of `start.py`: shows a bare label or the program and says on standard output when something happened.

python -m benchmarks.first_paint label
python -m benchmarks.first_paint main DATA          "painted" after the first paint
python -m benchmarks.first_paint main DATA DIGITS   and "answered" once the desk shows who has these digits,
                                                    and "logged" once Enter has opened the first and logged a visit
"""

from __future__ import annotations

import os
import runpy
import sys
from typing import TYPE_CHECKING, TypeVar

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from collections.abc import Callable

W = TypeVar("W", bound=QtWidgets.QWidget)
LOOK_MS = 2
"""How often the typist looks: without a pause it would take the interpreter from the program it watches."""


def say(word: str) -> None:
    """Tell the parent at once."""
    os.write(1, f"{word}\n".encode())


def leave() -> None:
    """End here: what closing costs is no part of the figure."""
    os._exit(0)


class FirstPaint(QObject):
    """Watches one widget and says when its first paint is over; then `after` goes on."""

    def __init__(self, widget: QtWidgets.QWidget, after: Callable[[], object]) -> None:
        super().__init__(widget)
        self._after = after
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on once the paint that has begun is over."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        say("painted")
        self._after()


class Typist(QObject):
    """Types digits as soon as the find box has the keyboard, then Enter and Enter, each when the screen asks for it."""

    def __init__(self, digits: str) -> None:
        super().__init__()
        self._digits = digits
        self._next = self._type
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._look)
        self._tick.start(LOOK_MS)

    def _look(self) -> None:
        self._next()

    def _type(self) -> None:
        from ui.shared.find_box import FindBox  # noqa: PLC0415 (not before the first paint)

        if isinstance(QtWidgets.QApplication.focusWidget(), FindBox):
            for digit in self._digits:
                press(Qt.Key(ord(digit)), digit)
            self._next = self._read_answer

    def _read_answer(self) -> None:
        from ui.desk.find_results import FindResults  # noqa: PLC0415 (not before the first paint)

        results = on_show(FindResults)
        if results is not None and results.found:
            results.repaint()
            say("answered")
            press(Qt.Key.Key_Return)
            self._next = self._log

    def _log(self) -> None:
        from ui.desk.person_view import PersonView  # noqa: PLC0415 (not before the first paint)

        person = on_show(PersonView)
        if person is not None:
            person.repaint()
            press(Qt.Key.Key_Return)
            self._next = self._read_card

    def _read_card(self) -> None:
        from ui.desk.page import DeskPage  # noqa: PLC0415 (not before the first paint)

        desk = on_show(DeskPage)
        flow = None if desk is None else desk.flow
        if desk is not None and flow is not None and flow.card is not None and flow.card.visits_today:
            desk.repaint()
            say("logged")
            leave()


def press(key: Qt.Key, text: str = "") -> None:
    """Press a key where the keyboard is."""
    focused = QtWidgets.QApplication.focusWidget()
    if focused is not None:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        QtWidgets.QApplication.sendEvent(focused, event)


def on_show(kind: type[W]) -> W | None:
    """The widget of this kind that is visible."""
    for window in QtWidgets.QApplication.topLevelWidgets():
        for widget in window.findChildren(kind):
            if widget.isVisible():
                return widget
    return None


def show_label() -> None:
    """The floor: one label of the window's size."""
    application = QtWidgets.QApplication(["label"])
    label = QtWidgets.QLabel("Retention Desktop")
    label.resize(1280, 800)
    FirstPaint(label, leave)
    label.show()
    application.exec()


def start_program(data: str, digits: str) -> None:
    """The program by its front door; only its start is watched."""
    from ui.app import Program  # noqa: PLC0415 (the label needs none of it)

    start = Program.start
    typists: list[Typist] = []

    def watched_start(program: Program) -> None:
        FirstPaint(program.window, (lambda: typists.append(Typist(digits))) if digits else leave)
        start(program)

    Program.start = watched_start  # type: ignore[method-assign, assignment]  # the window is known from here on
    sys.argv = ["main.py", "--data", data]
    runpy.run_path("main.py", run_name="__main__")


if __name__ == "__main__":
    if sys.argv[1] == "label":
        show_label()
    else:
        start_program(sys.argv[2], "".join(sys.argv[3:]))
