"""Window and shop together: what they share, what moves between them, and the order in which both end."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from retention_desktop.errors import ShopError
from ui.app.every_room import rooms as every_room
from ui.app.following import Following
from ui.app.loading import Loading, get_ready, open_real_shop
from ui.app.restoring import Restoring
from ui.main_window import MainWindow
from ui.shared.background import Background
from ui.shared.collector import Collector
from ui.shared.daily import Daily
from ui.shared.formats import Formats
from ui.shared.go_to import GoTo
from ui.shared.icons import program_icon
from ui.shared.kit import Kit
from ui.shared.language import Language
from ui.shared.notices import WindowNotices
from ui.shared.preferences import Preferences
from ui.shared.refresh import Refresh
from ui.shared.self_check import check_and_close
from ui.shared.tasks import Tasks
from ui.shared.theme import Theme
from ui.shared.this_pc import name_on_taskbar, wall_clock

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime
    from pathlib import Path
    from types import TracebackType

    from retention_desktop.shop import Shop
    from ui.shared.navigation import Room

NAME: Final = "Retention Desktop"
HAND_OVER_SECONDS: Final = 0.0005
"""How soon a worker in the middle of a computation lets the window go on; Python's 5 ms, once for each of a visit's
thirty statements, made a visit beside an import take 300 ms (benchmarks/desk_while_importing.py)."""
LATER_MS: Final = 150
"""What nobody waits for begins this long after the shop is open: the keys typed meanwhile go first."""


class Program(QObject):
    """Window and shop together.

    Args:
        application: Qt's application.
        data: folder of the store.
        resources: the program's read-only files.
        rooms: the window's rooms, the desk first.
        open_shop: opens the store; by default the core's, loaded after the first paint.
        clock: what the window takes for now.

    Attributes:
        opened: the shop is open and handed to the pages.
        refused: it could not be opened; a full-page notice says why.
    """

    opened = Signal()
    refused = Signal()

    def __init__(
        self,
        application: QApplication,
        data: Path,
        resources: Path,
        rooms: Sequence[Room],
        *,
        open_shop: Callable[[], Shop] | None = None,
        clock: Callable[[], datetime] = wall_clock,
    ) -> None:
        super().__init__()
        self._preferences = Preferences(data)
        self.shop: Shop | None = None
        tasks = Tasks(self)
        self._background = Background(tasks, self)
        self._daily = Daily(tasks, self)
        self.kit, self._notices = self._build_kit(application, resources, tasks, clock)
        self.window = MainWindow(self.kit, rooms, self._preferences)
        self._following = Following(self.kit, self.window, self._preferences, lambda: self.shop)
        self._restoring = Restoring(self, data)
        self._open_shop = open_shop or partial(open_real_shop, self.kit, data, resources)
        self._loading = Loading(self.kit, self.window, data, core=open_shop is None)
        self._loading.loaded.connect(self.open)
        self._wire()
        self._collector = Collector(self.kit.tasks, self)
        self._painted = False

    def start(self) -> None:
        """Show the window; the shop opens after its first paint."""
        self.window.show()

    def close(self) -> None:
        """Let go of everything in order: listening, work under way, the store."""
        self._background.stop()
        self._daily.stop()
        self.kit.refresh.detach()
        self.kit.tasks.stop()
        self._loading.end()
        self.let_go()
        self._collector.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the window's first paint."""
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._loading.begin)
        return False

    def open(self) -> None:
        """Open the shop and hand it to the pages, or say why that can't be."""
        try:
            shop = self._open_shop()
        except ShopError as error:
            self.refuse(error)
            return
        self.shop = shop
        self._following.follow(shop.settings.now)
        self.window.show_rooms()
        self.window.attach(shop)
        self._loading.end()
        self.kit.refresh.attach(shop.db)
        QTimer.singleShot(LATER_MS, self, self._open_rest)
        self.opened.emit()

    def refuse(self, error: ShopError) -> None:
        """Say on the whole page why the shop can't be opened."""
        self._loading.end()
        self._restoring.show_refusal(error)
        self.refused.emit()

    def pause(self) -> None:
        """Stop whatever uses the open shop, and let the pages go of it."""
        self._daily.stop()
        self.kit.refresh.detach()
        self.window.release()

    def let_go(self) -> None:
        """Close the shop."""
        if self.shop is not None:
            self.shop.close()
            self.shop = None

    def restore(self, file: str) -> None:
        """Put a backup in the place of a store that can't be opened, and open that."""
        self._restoring.restore(file)

    def bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What nobody foresaw (`sys.excepthook`): logged under a reference, one calm dialog."""
        if issubclass(kind, KeyboardInterrupt):
            self.window.close()
            return
        self._notices.bug(self.window, error.with_traceback(trace))

    def _wire(self) -> None:
        self.window.closing.connect(self.close)
        self.window.installEventFilter(self)
        self.kit.refresh.changed.connect(self._tables_changed)
        self.kit.refresh.other_wrote.connect(self._other_wrote)
        self.kit.go_to.restore_wanted.connect(self._restoring.restore_over, Qt.ConnectionType.QueuedConnection)

    def _open_rest(self) -> None:
        """What nobody waits for: sending, birthdays, the search index, the other use cases, the icon."""
        if (shop := self.shop) is None:
            return
        self._background.start(shop.sending)
        self._daily.start(shop.loyalty.pay_birthdays, partial(self._day_of, shop))
        self.kit.tasks.start(lambda _progress, _stop: get_ready(shop))
        self.window.setWindowIcon(program_icon(self.kit.theme))

    def _day_of(self, shop: Shop) -> date:
        """The shop's day by the window's clock."""
        return self.kit.clock().astimezone(shop.settings.now.zone_info).date()

    def _build_kit(
        self, application: QApplication, resources: Path, tasks: Tasks, clock: Callable[[], datetime]
    ) -> tuple[Kit, WindowNotices]:
        language = Language(resources, application)
        language.choose(self._preferences.language)
        theme = Theme(resources, application)
        theme.start(self._preferences.theme, self._preferences.text_scale, language.code)
        notices = WindowNotices(theme, self)
        kit = Kit(
            theme=theme,
            language=language,
            formats=Formats(language),
            tasks=tasks,
            refresh=Refresh(self),
            notices=notices,
            go_to=GoTo(self),
            clock=clock,
            background=self._background,
        )
        return kit, notices

    def _tables_changed(self, tables: frozenset[str]) -> None:
        if self.shop is not None and "setting" in tables:
            self._following.follow(self.shop.settings.now)
            self._background.resume()
        if self.shop is not None and "programme_version" in tables:
            self._daily.again()

    def _other_wrote(self) -> None:
        if self.shop is not None:
            self.shop.other_process_wrote()
            self._following.follow(self.shop.settings.now)


def run(data: Path, resources: Path, *, self_check: bool = False) -> int:
    """Show the window until it is closed; returns the exit code."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName(NAME)
    application.setDesktopFileName("retention-desktop")
    name_on_taskbar(sys.platform)
    sys.setswitchinterval(HAND_OVER_SECONDS)
    program = Program(application, data, resources, every_room())
    sys.excepthook = program.bug
    if self_check:
        names = (room.name for room in every_room())
        check_and_close(application, program.window, names, program.opened, program.refused)
    program.start()
    code = application.exec()
    program.close()
    return code
