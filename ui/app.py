"""The running program: builds the window, opens the shop behind its first paint, closes both in order."""

from __future__ import annotations

import logging
import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from retention_desktop.errors import ShopError
from ui.main_window import MainWindow
from ui.shared.background import Background
from ui.shared.collector import Collector
from ui.shared.daily import Daily
from ui.shared.formats import Formats
from ui.shared.go_to import GoTo
from ui.shared.icons import program_icon
from ui.shared.kit import Kit
from ui.shared.language import Language, mark
from ui.shared.navigation import Room
from ui.shared.notices import WindowNotices
from ui.shared.preferences import Preferences
from ui.shared.refresh import Refresh
from ui.shared.self_check import check_and_close
from ui.shared.tasks import Tasks
from ui.shared.theme import THEME_MODES, Theme
from ui.shared.this_pc import home_of, name_on_taskbar, wall_clock

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime
    from types import TracebackType

    from retention_desktop.settings import ShopSettings
    from retention_desktop.shop import Shop
    from ui.shared.page import Page
    from ui.shared.theme import ThemeMode

log = logging.getLogger(__name__)
NAME: Final = "Retention Desktop"
HAND_OVER_SECONDS: Final = 0.0005
"""How soon a worker in the middle of a computation lets the window go on; Python's 5 ms, once for each of a visit's
thirty statements, made a visit beside an import take 300 ms (benchmarks/desk_while_importing.py)."""
LATER_MS: Final = 150
"""What nobody waits for begins this long after the shop is open: the keys typed meanwhile go first."""


def rooms() -> tuple[Room, ...]:
    """The rooms there are; each imports its page when it is first opened."""
    return (
        Room(name="desk", title=mark("Rooms", "Desk"), icon="stamp", build=_desk),
        Room(name="customers", title=mark("Rooms", "Customers"), icon="users", build=_customers),
        Room(name="messages", title=mark("Rooms", "Messages"), icon="send", build=_messages),
        Room(name="loyalty", title=mark("Rooms", "Loyalty"), icon="gift", build=_loyalty),
        Room(name="settings", title=mark("Rooms", "Settings"), icon="settings", build=_settings, at_foot=True),
    )


def _desk(kit: Kit) -> Page:
    from ui.desk.page import DeskPage  # noqa: PLC0415 - each page loads when it is first opened

    return DeskPage(kit)


def _customers(kit: Kit) -> Page:
    from ui.customers.page import CustomersPage  # noqa: PLC0415 - each page loads when it is first opened

    return CustomersPage(kit)


def _messages(kit: Kit) -> Page:
    from ui.messages.page import MessagesPage  # noqa: PLC0415 - each page loads when it is first opened

    return MessagesPage(kit)


def _loyalty(kit: Kit) -> Page:
    from ui.loyalty.page import LoyaltyPage  # noqa: PLC0415 - each page loads when it is first opened

    return LoyaltyPage(kit)


def _settings(kit: Kit) -> Page:
    from ui.settings.page import SettingsPage  # noqa: PLC0415 - each page loads when it is first opened

    return SettingsPage(kit)


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
        self._data = data
        self._resources = resources
        self._open_shop = open_shop or self._open_real_shop
        self._preferences = Preferences(data)
        self.shop: Shop | None = None
        tasks = Tasks(self)
        self._background = Background(tasks, self)
        self._daily = Daily(tasks, self)
        self.kit, self._notices = self._build_kit(application, tasks, clock)
        self.window = MainWindow(self.kit, rooms, self._preferences)
        self.window.closing.connect(self.close)
        self.window.installEventFilter(self)
        self.kit.language.changed.connect(self._language_changed, Qt.ConnectionType.QueuedConnection)
        self.kit.theme.changed.connect(self._theme_changed)
        self.kit.refresh.changed.connect(self._tables_changed)
        self.kit.refresh.other_wrote.connect(self._other_wrote)
        self.kit.go_to.restore_wanted.connect(self._restore_over, Qt.ConnectionType.QueuedConnection)
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
        if self.shop is not None:
            self.shop.close()
            self.shop = None
        self._collector.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the window's first paint."""
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._begin)
        return False

    def _begin(self) -> None:
        """The frame is on the screen: the desk next, while a worker loads the core; then the shop opens."""
        if self._open_shop == self._open_real_shop:
            self.kit.tasks.start(load_core).ended.connect(self.open)
        else:
            QTimer.singleShot(0, self.open)
        self.window.open_first()

    def open(self) -> None:
        """Open the shop and hand it to the pages, or say why that can't be."""
        try:
            shop = self._open_shop()
        except ShopError as error:
            self._refuse(error)
            return
        self.shop = shop
        self._follow_settings(shop.settings.now)
        self.window.show_rooms()
        self.window.attach(shop)
        self.kit.refresh.attach(shop.db)
        QTimer.singleShot(LATER_MS, self, self._open_rest)
        self.opened.emit()

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

    def bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What nobody foresaw (`sys.excepthook`): logged under a reference, one calm dialog."""
        if issubclass(kind, KeyboardInterrupt):
            self.window.close()
            return
        self._notices.bug(self.window, error.with_traceback(trace))

    def _build_kit(
        self, application: QApplication, tasks: Tasks, clock: Callable[[], datetime]
    ) -> tuple[Kit, WindowNotices]:
        language = Language(self._resources, application)
        language.choose(self._preferences.language)
        theme = Theme(self._resources, application)
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

    def _open_real_shop(self) -> Shop:
        from retention_desktop.settings import ShopSettings  # noqa: PLC0415 - the core loads behind the first paint
        from retention_desktop.shop import open_shop  # noqa: PLC0415 - the core loads behind the first paint

        home = home_of(QLocale.system())
        first = ShopSettings(
            language=self.kit.language.code,
            theme=self.kit.theme.mode,
            region=home.get("region", "JP"),
            currency=home.get("currency", "JPY"),
            zone=home.get("zone", "Asia/Tokyo"),
        )
        return open_shop(self._data, self._resources, first=first, window=True)

    def _refuse(self, error: ShopError) -> None:
        from ui.shared.error_text import error_sentence  # noqa: PLC0415 - only when something is wrong
        from ui.shared.opening_failed import OpeningFailed  # noqa: PLC0415 - only when something is wrong

        log.info("the shop could not be opened: %s", error.code)
        self.window.show_rooms()
        notice = OpeningFailed(self.kit.theme, error_sentence(error), restorable=error.code == "store_corrupt")
        notice.again.connect(self.open, Qt.ConnectionType.QueuedConnection)
        notice.quit.connect(self.window.close, Qt.ConnectionType.QueuedConnection)
        notice.restore.connect(self._choose_backup)
        self.window.show_instead(notice)
        self.refused.emit()

    def _choose_backup(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - a damaged store only

        dialog = QFileDialog(self.window)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.restore)
        dialog.open()

    def restore(self, file: str) -> None:
        """Put a backup in the place of a store that can't be opened, and open that."""
        from retention_desktop.shop import restore_shop  # noqa: PLC0415 - the core loads behind the first paint

        try:
            restore_shop(Path(file), self._data)
        except ShopError as error:
            self._refuse(error)
            return
        self.open()

    def _restore_over(self, backup: Path, looks: int = 10) -> None:
        """Close the open shop, put a backup in its place, and open whatever lies there then.

        A page may be reading something in a worker just now: that is waited for, half a second at most.
        """
        if self.kit.tasks.busy and looks:
            QTimer.singleShot(50, self, lambda: self._restore_over(backup, looks - 1))
            return
        from retention_desktop.shop import restore_shop  # noqa: PLC0415 - the core loads behind the first paint

        problem: ShopError | None = None
        if (refusal := self._restore_refused()) is not None:
            self.kit.notices.failed(self.window.page, refusal)
            return
        self._daily.stop()
        self.kit.refresh.detach()
        self.window.release()
        if self.shop is not None:
            self.shop.close()
            self.shop = None
        try:
            restore_shop(backup, self._data)
        except ShopError as error:
            problem = error
        self.open()
        self._say(problem)

    def _restore_refused(self) -> ShopError | None:
        """Why no backup may take the open store's place now; None where it may."""
        from retention_desktop.domain.staff import Deed  # noqa: PLC0415 - the core loads behind the first paint

        try:
            if self.shop is not None:
                self.shop.staff.allow(Deed.RESTORE)
        except ShopError as error:
            return error
        return ShopError("restore_needs_store_alone") if self.kit.tasks.busy else None

    def _say(self, problem: ShopError | None) -> None:
        """Tell on the open page what went wrong; a full-page notice has said it already."""
        if problem is not None and self.shop is not None:
            self.kit.notices.failed(self.window.page, problem)

    def _follow_settings(self, now: ShopSettings) -> None:
        """The store's language and theme hold; the ini keeps them for the next start's first paint."""
        self.window.show_name(now.name)
        language = self.kit.language
        if now.language in {"ja", "en"} and now.language != language.code:
            language.choose("ja" if now.language == "ja" else "en")
        mode: ThemeMode = next((mode for mode in THEME_MODES if mode == now.theme), "system")
        if mode != self.kit.theme.mode:
            self.kit.theme.set_mode(mode)

    def _tables_changed(self, tables: frozenset[str]) -> None:
        if self.shop is not None and "setting" in tables:
            self._follow_settings(self.shop.settings.now)
            self._background.resume()
        if self.shop is not None and "programme_version" in tables:
            self._daily.again()

    def _other_wrote(self) -> None:
        if self.shop is not None:
            self.shop.other_process_wrote()
            self._follow_settings(self.shop.settings.now)

    def _language_changed(self) -> None:
        code = self.kit.language.code
        self._preferences.language = self.kit.language.choice
        self.kit.theme.set_language(code)
        if self.shop is not None and self.shop.settings.now.language != code:
            self.shop.settings.change(language=code)
        self.window.rebuild()

    def _theme_changed(self) -> None:
        theme = self.kit.theme
        self._preferences.theme = theme.mode
        self._preferences.text_scale = theme.text_scale
        if self.shop is not None and self.shop.settings.now.theme != theme.mode:
            self.shop.settings.change(theme=theme.mode)


def load_core(_progress: object, _stop: object) -> None:
    """Import what opening the shop needs: a quarter of a second in which the window can paint and take keys."""
    import retention_desktop.shop  # noqa: F401, PLC0415 - behind the first paint; what fails here fails again in open


def get_ready(shop: Shop) -> None:
    """Load what the other rooms are made of, so that none opens slowly."""
    shop.make_ready()
    for room in ("customers", "messages", "loyalty", "settings"):
        import_module(f"ui.{room}.page")


def run(data: Path, resources: Path, *, self_check: bool = False) -> int:
    """Show the window until it is closed; returns the exit code."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName(NAME)
    application.setDesktopFileName("retention-desktop")
    name_on_taskbar(sys.platform)
    sys.setswitchinterval(HAND_OVER_SECONDS)
    program = Program(application, data, resources, rooms())
    sys.excepthook = program.bug
    if self_check:
        check_and_close(application, program.window, (room.name for room in rooms()), program.opened, program.refused)
    program.start()
    code = application.exec()
    program.close()
    return code
