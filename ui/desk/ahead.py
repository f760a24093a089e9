"""Finding at the desk before the shop is open: what is typed is answered at once, what is chosen waits for the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.desk.find_results import MOST

if TYPE_CHECKING:
    from collections.abc import Callable

    from retention_desktop.first_look import FirstLook
    from ui.desk.frame import DeskFrame


class Ahead(QObject):
    """Answers the find box from a first look at the store; remembers one wish."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._look: FirstLook | None = None
        self._wish: Callable[[], None] | None = None
        # Keys that came while the desk was being made are one query.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._answer)

    def take(self, look: FirstLook | None) -> None:
        """Answer with this from now on, what has been typed already first; None ends that."""
        self._look = look
        self.typed()

    def typed(self) -> None:
        """The text in the box has changed."""
        if self._look is not None:
            self._soon.start()

    def wish(self, wish: Callable[[], None]) -> None:
        """Do this once the shop is open, in place of what was wished for before."""
        self._wish = wish

    def grant(self) -> None:
        """The shop is open: do what was wished for."""
        wish, self._wish = self._wish, None
        if wish is not None:
            wish()

    def _answer(self) -> None:
        if self._look is None:
            return
        text = self._frame.box.whole_text()
        matches = self._look.find(text, MOST) if text.strip() else None
        if matches is not None:
            self._frame.results.show_matches(matches, self._look.day)
            self._frame.show_view("results")
        elif self._frame.view == "results":
            self._frame.show_view("start")
