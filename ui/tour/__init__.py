"""The main job and what keeps customers, offscreen on the sample shop, in both languages, light and dark.

Each step is printed as one line and each page saved as a picture: for a machine without a display, for the pictures
of the documents, and to see with one command that everything still works.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from ui.tour import loyalty, main_job
from ui.tour.guide import Guide
from ui.tour.walk import Walk

if TYPE_CHECKING:
    from ui.shared.theme import ThemeMode
    from ui.tour.walk import type_of_steps

WALKS: Final[tuple[tuple[str, ThemeMode], ...]] = (("ja", "light"), ("en", "light"), ("en", "dark"), ("ja", "dark"))
"""Language and look of each."""
NO_HINTS: Final = "This plugin does not support propagateSizeHints()"


def run_tour(directory: Path) -> int:
    """Make the tour with the pictures in `directory`; returns the exit code, 1 where a step fails."""
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    directory.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_tell)
    saved = 0
    try:
        for language, mode in WALKS:
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as data:
                guide = Guide(application, directory, Path(data), language, mode)
                saved += _take(guide)
    except Exception:  # noqa: BLE001 - the tour ends here, whatever it was
        traceback.print_exc()
        return 1
    sys.stdout.write(f"saved {saved} pictures in {directory}\n")
    return 0


def _tell(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """What Qt has to say, but for what it says of every dialog of a fixed size where there is no display."""
    if message != NO_HINTS:
        sys.stderr.write(f"{message}\n")


def _take(guide: Guide) -> int:
    """One walk from an empty shop to the settings; returns how many pictures it saved."""
    try:
        Walk(_steps(guide)).run()
    finally:
        guide.close()
    return len(guide.saved)


def _steps(guide: Guide) -> type_of_steps:
    yield from guide.start()
    yield from main_job.open_empty(guide)
    yield from main_job.fill_sample(guide)
    yield from main_job.import_list(guide)
    yield from main_job.serve(guide)
    yield from loyalty.use_trade(guide)
    yield from loyalty.look_at_rules(guide)
    yield from loyalty.redeem(guide)
    yield from loyalty.refund(guide)
    yield from main_job.send(guide)
    yield from loyalty.print_cards(guide)
    yield from loyalty.sign_in(guide)
    yield from guide.look_at("settings")
    yield guide.settled()
