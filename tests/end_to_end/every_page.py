"""Opens every room, empty and with the sample shop, in both languages and themes, and prints what can't be read.

`python -m tests.end_to_end.every_page FOLDER` under QT_SCALE_FACTOR=1, 1.5 or 2: one JSON list, empty if all is well.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from retention_desktop.settings import ShopSettings
from retention_desktop.shop import open_shop
from tests.ui.legibility import clipped_texts, low_contrast, nameless
from ui.app import Program, rooms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from retention_desktop.shop import Shop
    from ui.shared.theme import ThemeMode

NOW = datetime(2026, 11, 21, 5, 32, tzinfo=UTC)
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
MODES: tuple[ThemeMode, ...] = ("light", "dark")
SIZES = ((1280, 800), (1024, 700), (1280, 1500))
"""The usual window, the smallest, and one so tall that nothing is scrolled out of sight."""


def wait(fact: Callable[[], bool], patience_ms: int = 20_000) -> bool:
    """Let the event loop run until something is so; False where it never was."""
    loop = QEventLoop()
    poll, end = QTimer(interval=15), QTimer(singleShot=True, interval=patience_ms)
    poll.timeout.connect(lambda: loop.quit() if fact() else None)
    end.timeout.connect(loop.quit)
    poll.start()
    end.start()
    loop.exec()
    return fact()


def flaws(application: QApplication, folder: Path, language: str, *, filled: bool) -> Iterator[str]:
    """What can't be read in one language, over both themes, every room and every size."""

    def opened() -> Shop:
        first = ShopSettings(language=language, theme="light")
        return open_shop(folder, RESOURCES, clock=lambda: NOW, first=first, window=True)

    program = Program(application, folder, RESOURCES, rooms(), open_shop=opened, clock=lambda: NOW)
    program.kit.language.choose("ja" if language == "ja" else "en")
    program.kit.theme.reduce_motion = True
    program.start()
    if not wait(lambda: program.shop is not None):
        yield f"{language}: the shop did not open"
    if filled and program.shop is not None:
        program.shop.sample_shop.fill()
    for room in rooms():
        for mode in MODES:
            program.kit.theme.set_mode(mode)
            page = program.window.open_room(room.name)
            for size in SIZES:
                program.window.resize(*size)
                where = f"{room.name} {language} {mode} {size} {'filled' if filled else 'empty'}"
                wait(lambda: not program.kit.tasks.busy)
                wait(lambda: clipped_texts(page) == [], 2000)  # noqa: B023  asked within this turn
                yield from (f"{where}: {flaw}" for flaw in clipped_texts(page) + nameless(page))
                if size == SIZES[-1] and filled:
                    yield from (f"{where}: {flaw}" for flaw in low_contrast(page))
    program.window.close()
    program.kit.language.close()


def main() -> int:
    """Print the flaws of every room; exit code 1 where there are any."""
    application = QApplication(sys.argv[:1])
    folder = Path(sys.argv[1])
    found: list[str] = []
    for language in ("ja", "en"):
        for filled in (False, True):
            found += flaws(application, folder / f"{language}-{filled}", language, filled=filled)
    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    return int(bool(found))


if __name__ == "__main__":
    raise SystemExit(main())
