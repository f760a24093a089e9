"""The tour's hands and eyes: a window over a shop of its own, pressed by names and keys, kept as pictures."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QPushButton, QWidget

from retention_desktop.places import resources_folder
from ui.app import Program, rooms
from ui.desk.page import DeskPage
from ui.shared.page import Page
from ui.shared.shortcuts import shortcut
from ui.shared.toast import Toast
from ui.tour.walk import TourError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from retention_desktop.shop import Shop
    from ui.shared.theme import ThemeMode
    from ui.tour.walk import type_of_steps

START: Final = datetime(2026, 11, 21, 5, 32, tzinfo=UTC)
"""14:32 on a Saturday in Tokyo, inside everybody's hours; the same each time, so that pictures can be compared."""
SETTLE_MS: Final = 160
"""How long a page is left alone before its picture: longer than the refresh merges announcements."""

P = TypeVar("P", bound=Page)


class Guide(QObject):
    """One window in one language and one look.

    Args:
        application: Qt's application.
        pictures: folder for the pictures.
        data: an empty folder for the shop.
        language: "ja" or "en".
        mode: "light" or "dark"; a walk stays in one, since a switch costs more than a walk's pictures together.

    Attributes:
        saved: the pictures so far.
    """

    def __init__(self, application: QApplication, pictures: Path, data: Path, language: str, mode: ThemeMode) -> None:
        super().__init__()
        self._pictures = pictures
        self._language = language
        self._mode: ThemeMode = mode
        self._data = data
        self.saved: list[Path] = []
        self.program = Program(
            application, data, resources_folder(), rooms(), open_shop=self._open_shop, clock=lambda: START
        )
        self.program.kit.theme.reduce_motion = True
        self.window = self.program.window

    def start(self) -> type_of_steps:
        """Open the window and its shop."""
        self.window.resize(1280, 800)
        self.program.kit.theme.set_mode(self._mode)
        self.program.start()
        yield lambda: self.program.shop is not None
        self.program.kit.language.choose("ja" if self._language == "ja" else "en")
        yield self.settled()

    def close(self) -> None:
        """Close the window and take it away: the next walk's style would be worked out for its widgets too."""
        self.window.close()
        self.program.kit.language.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _open_shop(self) -> Shop:
        from retention_desktop.settings import ShopSettings  # noqa: PLC0415 - the core loads behind the first paint
        from retention_desktop.shop import open_shop  # noqa: PLC0415 - the core loads behind the first paint

        first = ShopSettings(language=self._language, theme=self._mode)
        return open_shop(self._data, resources_folder(), clock=lambda: START, first=first, window=True)

    # -- what is there ---------------------------------------------------------------------------------------------

    @property
    def shop(self) -> Shop:
        """The open shop. Raises TourError while it isn't."""
        if self.program.shop is None:
            raise TourError("the shop is not open")
        return self.program.shop

    @property
    def idle(self) -> bool:
        """Whether nothing is under way beside the window."""
        return not self.program.kit.tasks.busy

    @property
    def desk(self) -> DeskPage:
        """The desk, which must be on show."""
        return self.page(DeskPage)

    def page(self, kind: type[P]) -> P:
        """The page on show. Raises TourError where it is another one."""
        page = self.window.page
        if not isinstance(page, kind):
            raise TourError(f"{type(page).__name__} is on show")
        return page

    def primary(self) -> QPushButton | None:
        """The one primary button of the page on show, where it can be pressed."""
        page = self.window.page
        found = (one for one in page.findChildren(QPushButton) if one.property("kind") == "primary")
        return next((one for one in found if one.isVisibleTo(page) and one.isEnabled()), None)

    def toast(self) -> str:
        """What the toast on show says, "" where there is none."""
        return next((one.accessibleName() for one in self.window.findChildren(Toast) if one.isVisible()), "")

    # -- hands -----------------------------------------------------------------------------------------------------

    def press_primary(self) -> None:
        """Press the primary button."""
        button = self.primary()
        if button is None:
            raise TourError("there is nothing to press")
        button.click()

    def press_named(self, name: str, root: QWidget | None = None) -> None:
        """Give the keyboard to the button of this name, and press Space."""
        place = root or self.window
        found = (one for one in place.findChildren(QAbstractButton) if one.accessibleName() == name)
        button = next((one for one in found if one.isVisibleTo(place) and one.isEnabled()), None)
        if button is None:
            raise TourError(f"no button is called “{name}”")
        button.setFocus()
        _send_key(button, Qt.Key.Key_Space, " ")

    def fill(self, name: str, text: str) -> None:
        """Give the keyboard to the field of this name, and type over what stands in it."""
        found = (one for one in self.window.page.findChildren(QLineEdit) if one.accessibleName() == name)
        field = next((one for one in found if one.isVisibleTo(self.window)), None)
        if field is None:
            raise TourError(f"no field is called “{name}”")
        field.setFocus()
        field.selectAll()
        self.type(text)

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        for letter in text:
            key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
            _send_key(_focused(), key, letter)

    def press(self, key: Qt.Key) -> None:
        """Press a key that writes nothing."""
        _send_key(_focused(), key, "\r" if key == Qt.Key.Key_Return else "")

    def press_keys_of(self, action: str) -> None:
        """Press the keys of an action of the table of keys, on the page on show."""
        wanted = QKeySequence(shortcut(action).keys[0])
        bound = self.window.page.findChildren(QShortcut)
        found = next((one for one in bound if one.key() == wanted and one.isEnabled()), None)
        if found is None:
            raise TourError(f"{action} has no keys here")
        found.activated.emit()

    # -- eyes ------------------------------------------------------------------------------------------------------

    def settled(self) -> Callable[[], bool]:
        """Layouts done, announcements heard, nothing under way."""
        since = QElapsedTimer()
        since.start()
        return lambda: since.elapsed() > SETTLE_MS and self.idle

    def picture(self, name: str) -> type_of_steps:
        """Save what is on show, an open dialog over the window included."""
        yield self.settled()
        path = self._pictures / f"{name}_{self._language}_{self._mode}.png"
        shown = self.window.grab()
        painter = QPainter(shown)
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                painter.drawPixmap(
                    self.window.mapFromGlobal(dialog.mapToGlobal(dialog.rect().topLeft())), dialog.grab()
                )
        painter.end()
        if not shown.save(str(path)):
            raise TourError(f"{path} can't be written")
        self.saved.append(path)

    def look_at(self, room: str) -> type_of_steps:
        """Open a room and keep a picture of it."""
        self.window.open_room(room)
        yield from self.picture(room)
        self.say(f"looked at {room}")

    def say(self, step: str) -> None:
        """Print a step; only in the light look, since the dark walk takes the same ones."""
        if self._mode == "light":
            sys.stdout.write(f"{self._language}: {step}\n")


def _focused() -> QWidget:
    target: QWidget | None = QApplication.focusWidget()
    if target is None:
        raise TourError("nothing has the keyboard")
    return target


def _send_key(target: QWidget, key: Qt.Key, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
