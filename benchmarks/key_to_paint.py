"""From a key in the desk's find box to the painted answer, with 100,000 customers.

The floor is a bare repaint of the same list with the same people in it. An answer counts when the list shows exactly
those whom the use case finds, and has painted them.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from benchmarks.measure import Figure, compare, quantile, tell
from benchmarks.search import endings
from benchmarks.store import big_shop
from benchmarks.window import Paints, program_on, settle, wait_until
from ui.desk.page import DeskPage

if TYPE_CHECKING:
    from ui.app import Program
    from ui.desk.find_results import FindResults
    from ui.shared.find_box import FindBox

FRAME_MS = 1000 / 60
WORDS = ("さとう", "ハセガワ", "suzuki", "佐藤", "たなか け", "やまもと", "kobayashi", "長谷川")


def press(box: FindBox, letter: str) -> None:
    """Press and release the key of one letter, kana and kanji included."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(box, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def type_text(program: Program, box: FindBox, results: FindResults, text: str) -> tuple[list[float], list[float]]:
    """Type a text key by key; milliseconds of each answer, and of a bare repaint after it."""
    assert program.shop is not None
    answers, repaints = [], []
    for length in range(1, len(text) + 1):
        expected = tuple(match.uid for match in program.shop.desk.find(text[:length]).people)
        paints = Paints(results)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(paints)
        start = perf_counter()
        press(box, text[length - 1])
        QApplication.processEvents()
        wait_until(lambda: results.found == expected and results.isVisible() and paints.count > 0)  # noqa: B023 (called here)
        answers.append((perf_counter() - start) * 1000)
        application.removeEventFilter(paints)
        settle()
        start = perf_counter()
        results.repaint()
        repaints.append((perf_counter() - start) * 1000)
    box.clear()
    settle()
    return answers, repaints


def main(count: int) -> None:
    """Type endings and names, several times."""
    with TemporaryDirectory() as name:
        big_shop(Path(name), count).close()
        with program_on(Path(name)) as program:
            page = program.window.page
            assert isinstance(page, DeskPage)
            box, results = page.frame.box, page.frame.results
            box.setFocus()
            for text in (endings(count)[-1], *WORDS):  # the day's first searches load letters and code
                type_text(program, box, results, text)
            pairs = [type_text(program, box, results, text) for text in (*endings(count)[:40], *WORDS * 4)]
    answers, repaints = ([value for pair in pairs for value in pair[which]] for which in (0, 1))
    compare("key to painted answer", "a bare repaint of the list", answers, repaints, None)
    compare("key to painted answer", "a bare repaint of the list", answers, repaints, 3.5, 0.99)
    slow = quantile(answers, 0.99)
    name, goal = "key to painted answer, p99, within one frame", round(FRAME_MS, 1)
    tell(Figure(name=name, floor_name="", ours=slow, floor=0, unit="ms", goal=goal))
    print(f"{len(answers)} keys; slowest {max(answers):.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
