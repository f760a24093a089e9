"""Reloads pages when the store has changed, whoever changed it.

Announcements (sets of table names, from any thread) are merged: once per turn of the event loop, at most
about ten times a second. Visible pages that watch one of the tables reload; hidden ones when next shown.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.shared.page import Page

SHORTEST_MS: Final = 100
"""Least time between two rounds of reloading."""
LOOK_MS: Final = 1000
"""How often to look whether another process wrote."""


class ChangeSource(Protocol):
    """What the refresh needs of the store: `shop.db`."""

    def on_commit(self, listener: Callable[[frozenset[str]], None], /) -> None:
        """Call back with the tables of each commit, on the thread that committed."""

    def other_process_wrote(self) -> bool:
        """Whether PRAGMA data_version moved since the last question."""


class Refresh(QObject):
    """Knows the pages and which of them are stale.

    Attributes:
        changed: the tables of a round, on the GUI thread, before pages reload.
        other_wrote: another process wrote; everything read so far may be stale. Before pages reload.
    """

    changed = Signal(object)
    other_wrote = Signal()
    _announced = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._tables: set[str] = set()
        self._pages: list[Page] = []
        self._stale: set[Page] = set()
        self._everything = False
        self._source: ChangeSource | None = None
        self._since = QElapsedTimer()
        self._round = QTimer(self, singleShot=True)
        self._round.timeout.connect(self._reload)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        self._announced.connect(self._plan, Qt.ConnectionType.QueuedConnection)

    def add(self, page: Page) -> None:
        """Keep this page fresh from now on."""
        self._pages.append(page)
        page.installEventFilter(self)

    def remove(self, page: Page) -> None:
        """Forget a page that is about to be rebuilt."""
        self._pages.remove(page)
        self._stale.discard(page)
        page.removeEventFilter(self)

    def attach(self, source: ChangeSource) -> None:
        """Listen to an open store."""
        self._source = source
        source.on_commit(self.announce)
        self._look.start()

    def detach(self) -> None:
        """Stop listening; called before the shop closes."""
        self._source = None
        self._look.stop()
        self._round.stop()

    def announce(self, tables: frozenset[str]) -> None:
        """These tables have changed; may be called from any thread."""
        with self._lock:
            first = not self._tables
            self._tables |= tables
        if first and tables:
            self._announced.emit()

    def look(self) -> None:
        """Ask the store whether another process wrote; every page may then be stale."""
        visible = [page for page in self._pages if page.isVisible()]
        if self._source is not None and visible and self._source.other_process_wrote():
            self._everything = True
            self._plan()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A stale page reloads when it is shown."""
        if event.type() == QEvent.Type.Show and watched in self._stale:
            self._plan()
        return False

    def _plan(self) -> None:
        if not self._round.isActive():
            passed = self._since.elapsed() if self._since.isValid() else SHORTEST_MS
            self._round.start(max(0, SHORTEST_MS - passed))

    def _reload(self) -> None:
        with self._lock:
            tables, self._tables = self._tables, set()
        everything, self._everything = self._everything, False
        self._since.start()
        if everything:
            self.other_wrote.emit()
        self.changed.emit(frozenset(tables))
        self._stale |= {page for page in self._pages if everything or page.watches & tables}
        for page in [page for page in self._pages if page in self._stale and page.isVisible()]:
            self._stale.discard(page)
            if self._source is not None:
                page.reload()
