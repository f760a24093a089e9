"""The window: navigation at the left, one room at a time. It knows the rooms and holds no data."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from ui.shared.navigation import Navigation, Room
from ui.shared.page import FindsAhead, ImportsFile, OpensCustomer, Page
from ui.shared.shortcuts import ROOM_KEYS, bind, keys_text
from ui.shared.undo import undo_last

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent

    from retention_desktop.first_look import FirstLook
    from retention_desktop.shop import Shop
    from ui.shared.kit import Kit
    from ui.shared.preferences import Preferences

NARROW_BELOW: Final = 1160
SIZE: Final = (1280, 800)
SMALLEST: Final = (1024, 700)
LISTS: Final = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xls", ".xlsm", ".ods"})
"""Endings of files that may be dropped on the window; what is in them is told apart by the import."""
IMPORT_ROOM: Final = "customers"
LATER_MS: Final = 150
"""Nobody waits for the foot of the navigation after a start: the keys typed meanwhile go first."""


class MainWindow(QMainWindow):
    """Rooms and keys. No page is made before one is opened: the window's frame paints first.

    Args:
        kit: the window's tools, handed on to each page.
        rooms: in the order of the navigation; the first one is where work starts.
        preferences: place and size.

    Attributes:
        closing: the window is about to close.
    """

    closing = Signal()

    def __init__(self, kit: Kit, rooms: Sequence[Room], preferences: Preferences) -> None:
        super().__init__()
        self._kit = kit
        self._rooms = {room.name: room for room in rooms}
        self._preferences = preferences
        self._first = next(iter(self._rooms))
        self._shop: Shop | None = None
        self._look: FirstLook | None = None
        self._pages: dict[str, Page] = {}
        self._wishes: list[Callable[[], None]] = []
        self._whole = QStackedWidget()
        self._stack = QStackedWidget()
        self._navigation = self._build_navigation()
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self.restoreGeometry(preferences.geometry)
        self._build_frame()
        self._bind_keys()
        self._wire()
        self.setCentralWidget(self._whole)
        self.show_name("")
        self._navigation.mark(self._first)

    @property
    def page(self) -> Page:
        """The page on show; the first room's is made here if there is none yet."""
        self.open_first()
        return self._pages[self.room]

    @property
    def room(self) -> str:
        """Name of the room on show."""
        return next(name for name, page in self._pages.items() if page is self._stack.currentWidget())

    def show_name(self, shop_name: str) -> None:
        """Put the shop's name into the title."""
        self.setWindowTitle(f"Retention Desktop — {shop_name}" if shop_name else "Retention Desktop")

    def look_ahead(self, look: FirstLook | None) -> None:
        """Let the pages find customers before the shop is open; None ends that."""
        self._look = look
        for page in self._pages.values():
            if isinstance(page, FindsAhead):
                page.look_ahead(look)

    def attach(self, shop: Shop) -> None:
        """Hand the open shop to the pages that are there and do what was asked for meanwhile."""
        self._shop = shop
        for page in self._pages.values():
            page.attach(shop)
            page.reload()
        wishes, self._wishes = self._wishes, []
        for wish in wishes:
            wish()
        QTimer.singleShot(LATER_MS, self, self._show_person)

    def open_first(self) -> None:
        """Show the room where work starts, unless another was asked for meanwhile."""
        if not self._pages:
            self.open_room(self._first)

    def open_room(self, name: str) -> Page:
        """Show a room, making its page at the first time, and give it the keyboard."""
        page = self._pages.get(name) or self._build_page(name)
        self._stack.setCurrentWidget(page)
        self._navigation.mark(name)
        page.focus_start()
        return page

    def show_instead(self, notice: QWidget) -> None:
        """Show one full-page notice instead of the rooms (the shop could not be opened)."""
        self._whole.addWidget(notice)
        self._whole.setCurrentWidget(notice)
        focus_first(notice)

    def show_rooms(self) -> None:
        """Put a notice away and show the rooms again."""
        notice = self._whole.currentWidget()
        if notice is not None and self._whole.indexOf(notice) > 0:
            self._whole.removeWidget(notice)
            notice.deleteLater()
        self.page.focus_start()

    def release(self) -> None:
        """Let go of the shop: every page is made again without drafts and waits for the next one."""
        self._shop = None
        here = self.room
        for name in list(self._pages):
            self._drop_page(name)
        self._build_frame()
        self.open_room(here)

    def rebuild(self) -> None:
        """Make every page again in the language now in force; drafts are carried over."""
        here = self.room if self._pages else ""
        kept = {name: page.keep() for name, page in self._pages.items()}
        for name in list(self._pages):
            self._drop_page(name)
        self._build_frame()
        for name, draft in kept.items():
            self._build_page(name, draft)
        self._show_person()
        self.open_room(here or self._first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc comes here only when the widget with the keyboard had no use for it."""
        if not self._pages:
            self._hand_on(event)
            return
        if event.key() == Qt.Key.Key_Escape and self.page.go_back():
            event.accept()
            return
        super().keyPressEvent(event)

    def _hand_on(self, event: QKeyEvent) -> None:
        """A key that came before the first page was made belongs to that page."""
        self.open_room(self._first)
        focused = QApplication.focusWidget()
        if focused is not None and focused is not self:
            QApplication.sendEvent(focused, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below 1160 the navigation shows icons only."""
        super().resizeEvent(event)
        self._navigation.set_narrow(narrow=self.width() < NARROW_BELOW)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Lists are welcome anywhere on the window."""
        if dropped_lists(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring the dropped list in."""
        lists = dropped_lists(event.mimeData())
        if lists:
            event.acceptProposedAction()
            self._kit.go_to.import_file(lists[0])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember place and size."""
        self._preferences.geometry = self.saveGeometry()
        self._preferences.save()
        self.closing.emit()
        super().closeEvent(event)

    def _build_frame(self) -> None:
        self._stack = QStackedWidget()
        self._navigation = self._build_navigation()
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._navigation)
        row.addWidget(self._stack, 1)
        before = self._whole.widget(0)
        self._whole.insertWidget(0, frame)
        self._whole.setCurrentIndex(0)
        if before is not None:
            self._whole.removeWidget(before)
            before.deleteLater()

    def _build_navigation(self) -> Navigation:
        keys = self._keys_of_rooms()
        navigation = Navigation(self._kit.theme, [(room, keys[name]) for name, room in self._rooms.items()])
        navigation.set_narrow(narrow=self.width() < NARROW_BELOW)
        navigation.chosen.connect(self.open_room)
        return navigation

    def _show_person(self) -> None:
        """Say at the foot of the navigation who is at the desk; nobody waits for it after a start."""
        from ui.shared.signed_in import SignedIn  # noqa: PLC0415 - not before the first paint

        if self._shop is None or self._navigation.foot is not None:
            return
        foot = SignedIn(self._kit, self._shop.staff)
        foot.changed.connect(self._person_changed)
        self._kit.refresh.changed.connect(foot.hear)
        self._kit.refresh.other_wrote.connect(foot.reload)
        self._navigation.set_foot(foot)

    def _person_changed(self) -> None:
        """What may be done differs from person to person."""
        self.page.reload()

    def _keys_of_rooms(self) -> dict[str, str]:
        upper = [name for name, room in self._rooms.items() if not room.at_foot]
        keys = {name: keys_text(f"room_{place}") for place, name in enumerate(upper[:ROOM_KEYS], 1)}
        return {
            name: keys.get(name, keys_text("settings") if room.at_foot else "") for name, room in self._rooms.items()
        }

    def _build_page(self, name: str, draft: dict[str, Any] | None = None) -> Page:
        page = self._rooms[name].build(self._kit)
        self._pages[name] = page
        self._stack.addWidget(page)
        self._kit.refresh.add(page)
        if self._shop is not None:
            page.attach(self._shop)
            page.reload()
        if draft:
            page.restore(draft)
        if self._look is not None and isinstance(page, FindsAhead):
            page.look_ahead(self._look)
        return page

    def _drop_page(self, name: str) -> None:
        page = self._pages.pop(name)
        self._kit.refresh.remove(page)
        self._kit.notices.page_gone(page)
        self._stack.removeWidget(page)
        page.deleteLater()

    def _bind_keys(self) -> None:
        upper = [name for name, room in self._rooms.items() if not room.at_foot]
        for place, name in enumerate(upper[:ROOM_KEYS], 1):
            bind(f"room_{place}", self, partial(self.open_room, name))
        for name, room in self._rooms.items():
            if room.at_foot:
                bind("settings", self, partial(self.open_room, name))
        bind("find", self, self._find)
        bind("undo", self, self._undo)
        bind("next_pane", self, lambda: self._walk(1))
        bind("previous_pane", self, lambda: self._walk(-1))
        bind("help", self, self._show_keys)

    def _wire(self) -> None:
        self._kit.go_to.room_wanted.connect(self.open_room)
        self._kit.go_to.customer_wanted.connect(self._open_customer)
        self._kit.go_to.file_wanted.connect(self._import_file)

    def _show_keys(self) -> None:
        from ui.shared.shortcuts_dialog import ShortcutsDialog  # noqa: PLC0415 - not before the first paint

        ShortcutsDialog(self._kit.theme, self).open()

    def _find(self) -> None:
        if not self.page.focus_find():
            self.open_room(self._first)

    def _undo(self) -> None:
        if self._shop is not None and not self._kit.notices.undo_last():
            undo_last(self.page, self._kit, self._shop)

    def _walk(self, step: int) -> None:
        panes: list[QWidget] = [self._navigation, *self.page.panes()]
        focused = QApplication.focusWidget()
        here = next((i for i, pane in enumerate(panes) if focused is not None and pane.isAncestorOf(focused)), 0)
        focus_first(panes[(here + step) % len(panes)])

    def _when_open(self, wish: Callable[[], None]) -> None:
        if self._shop is None:
            self._wishes.append(wish)
        else:
            wish()

    def _open_customer(self, room: str, uid: str) -> None:
        page = self.open_room(room)
        if isinstance(page, OpensCustomer):
            self._when_open(lambda: page.open_customer(uid))

    def _import_file(self, path: Path) -> None:
        page = self.open_room(IMPORT_ROOM)
        if isinstance(page, ImportsFile):
            self._when_open(lambda: page.import_file(path))


def dropped_lists(mime: QMimeData) -> list[Path]:
    """The local files in a drop that look like lists."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in LISTS]


def focus_first(pane: QWidget) -> None:
    """Give the keyboard to the first widget in a pane that takes it by Tab."""
    for widget in [pane, *pane.findChildren(QWidget)]:
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return
