"""The main job on the sample shop, offscreen: import, find, visit, compose, send to the practice outbox.

Each step is printed as one line and each page saved as a picture, in Japanese and English, light and dark: for a
machine without a display, for the pictures of the documents, and to see with one command that everything still works.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from retention_desktop.places import resources_folder
from ui.app import Program, rooms
from ui.desk.page import DeskPage
from ui.messages.templates import TemplateButton

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from retention_desktop.shop import Shop
    from ui.shared.page import Page
    from ui.shared.theme import ThemeMode

START: Final = datetime(2026, 11, 21, 5, 32, tzinfo=UTC)
"""14:32 on a Saturday in Tokyo, inside everybody's hours; the same each time, so that pictures can be compared."""
TICK_MS: Final = 20
SETTLE_MS: Final = 160
"""How long a page is left alone before its picture: longer than the refresh merges announcements."""
PATIENCE_MS: Final = 60_000
LIST: Final = "customers_cp932.csv"
DIGITS: Final = "1200"
"""The last four digits of the sample shop's first customer."""
AMOUNT: Final = "8800"
DONE: Final = frozenset({"delivered", "sent"})
"""What has become of a message that the practice outbox has taken."""
LANGUAGES: Final = ("ja", "en")


class TourError(Exception):
    """A step did not come to its end."""


class TourClock:
    """A clock that stands still but for what the tour lets pass."""

    def __init__(self) -> None:
        self._now = START

    def __call__(self) -> datetime:
        """The present instant, aware UTC."""
        return self._now

    def pass_by(self, minutes: int) -> None:
        """Let so many minutes pass."""
        self._now += timedelta(minutes=minutes)


class Walk(QObject):
    """Takes steps on the event loop; before each it waits until what the step before asked for is so."""

    def __init__(self, steps: Iterator[Callable[[], bool]]) -> None:
        super().__init__()
        self._steps = steps
        self._reached: Callable[[], bool] | None = None
        self._errors: list[BaseException] = []
        self._patience = QElapsedTimer()
        self._loop = QEventLoop(self)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._advance)

    def run(self) -> None:
        """Take all steps. Raises what one of them raised first, in the loop or beside it."""
        before, sys.excepthook = sys.excepthook, lambda _kind, error, _trace: self._fail(error)
        self._patience.start()
        self._timer.start()
        self._loop.exec()
        self._timer.stop()
        sys.excepthook = before
        if self._errors:
            raise self._errors[0]

    def _advance(self) -> None:
        try:
            if self._reached is None or self._reached():
                self._reached = next(self._steps)
                self._patience.start()
            elif self._patience.elapsed() > PATIENCE_MS:
                self._fail(TourError("a step took too long"))
        except StopIteration:
            self._loop.quit()
        except Exception as error:  # noqa: BLE001 - whatever it is ends the tour
            self._fail(error)

    def _fail(self, error: BaseException) -> None:
        self._errors.append(error)
        self._loop.quit()


class Tour(QObject):
    """One walk through the window in one language.

    Args:
        application: Qt's application.
        pictures: folder for the pictures.
        data: an empty folder for the shop.
        language: "ja" or "en".
    """

    def __init__(self, application: QApplication, pictures: Path, data: Path, language: str) -> None:
        super().__init__()
        self._application = application
        self._pictures = pictures
        self._language = language
        self._clock = TourClock()
        self._data = data
        self.saved: list[Path] = []
        self._program = Program(
            application, data, resources_folder(), rooms(), open_shop=self._open_shop, clock=self._clock
        )
        self._program.kit.theme.reduce_motion = True
        self._window = self._program.window

    # -- walking ---------------------------------------------------------------------------------------------------

    def walk(self) -> None:
        """Make the whole tour. Raises TourError, or whatever a page raised."""
        walk = Walk(self._steps())
        try:
            walk.run()
        finally:
            self._window.close()
            self._program.kit.language.close()

    def _steps(self) -> Iterator[Callable[[], bool]]:
        self._window.resize(1280, 800)
        self._program.start()
        yield lambda: self._program.shop is not None
        yield from self._open_empty()
        yield from self._fill_sample()
        yield from self._import_list()
        yield from self._serve()
        yield from self._send()
        yield from self._look_at("settings")
        yield self._settled()

    def _open_shop(self) -> Shop:
        from retention_desktop.settings import ShopSettings  # noqa: PLC0415 - the core loads behind the first paint
        from retention_desktop.shop import open_shop  # noqa: PLC0415 - the core loads behind the first paint

        first = ShopSettings(language=self._language, theme="light")
        return open_shop(self._data, resources_folder(), clock=self._clock, first=first, window=True)

    # -- steps -----------------------------------------------------------------------------------------------------

    def _open_empty(self) -> Iterator[Callable[[], bool]]:
        self._program.kit.language.choose("ja" if self._language == "ja" else "en")
        yield self._settled()
        yield from self._picture("desk_empty")
        self._say("opened a new shop")

    def _fill_sample(self) -> Iterator[Callable[[], bool]]:
        desk = self._desk()
        desk.frame.start.first.sample.click()
        yield lambda: not desk.frame.start.first.isVisible()
        people = self._shop.sample_shop.count()
        self._log_the_morning()
        self._say(f"filled the sample shop: {people} people")
        yield from self._picture("desk_start")

    def _log_the_morning(self) -> None:
        """A few visits before the tour's own, so that today isn't empty."""
        customers = self._shop.customers
        for place, row in enumerate(customers.rows(customers.keys(sort="last_visit", descending=True)[:5])):
            at = self._clock() - timedelta(minutes=35 + 47 * place)
            self._shop.desk.log_visit(row.uid, amount=4400 + 1650 * place, at=at, guarded=False)
        self._shop.desk.log_visit(None, amount=1650, at=self._clock() - timedelta(minutes=12))

    def _import_list(self) -> Iterator[Callable[[], bool]]:
        before = self._shop.customers.count()
        self._program.kit.go_to.import_file(resources_folder() / "sample_shop" / LIST)
        yield lambda: self._primary() is not None and not self._program.kit.tasks.busy
        yield from self._picture("import_preview")
        self._press_primary()
        yield lambda: self._shop.customers.count() > before and not self._program.kit.tasks.busy
        self._say(f"imported {LIST} (CP932): {self._shop.customers.count() - before} new customers")
        yield from self._picture("import_done")
        self._press_primary()
        yield self._settled()
        self._program.kit.go_to.open_customer(self._shop.desk.find(DIGITS).people[0].uid)
        yield from self._look_at("customers")

    def _serve(self) -> Iterator[Callable[[], bool]]:
        self._window.open_room("desk")
        desk = self._desk()
        yield desk.frame.box.hasFocus
        self._type(DIGITS)
        yield from self._picture("desk_search")
        self._press(Qt.Key.Key_Return)
        yield lambda: desk.flow is not None and bool(desk.flow.uid)
        self._say(f"found a customer by {DIGITS}")
        self._press(Qt.Key.Key_Return)
        yield desk.frame.person.sale.field.hasFocus
        card = desk.flow.card if desk.flow is not None else None
        self._say(f"logged the visit: {len(card.punches) if card else 0} punches on the card")
        self._type(AMOUNT)
        yield from self._picture("desk")
        self._press(Qt.Key.Key_Return)
        yield desk.frame.box.hasFocus
        self._say(f"recorded {AMOUNT} yen: {desk.flow.card.points if desk.flow and desk.flow.card else 0} points")

    def _send(self) -> Iterator[Callable[[], bool]]:
        page = self._window.open_room("messages")
        yield self._settled()
        template = page.findChildren(TemplateButton)[0]
        template.click()
        yield lambda: self._primary() is not None and not self._program.kit.tasks.busy
        yield from self._picture("messages")
        self._say(f"composed a message from the template {template.text()}")
        self._press_primary()
        yield lambda: bool(self._shop.campaigns.campaigns()) and not self._program.kit.tasks.busy
        states = Counter(message.state for message in self._shop.campaigns.status(self._campaign()))
        told = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
        self._say(f"sent it to the practice outbox: {told}")
        if set(states) - DONE or not states:
            raise TourError(f"messages are left: {told}")
        yield from self._picture("messages_sent")

    def _campaign(self) -> str:
        return self._shop.campaigns.campaigns()[0].uid

    def _look_at(self, room: str) -> Iterator[Callable[[], bool]]:
        self._window.open_room(room)
        yield from self._picture(room)
        self._say(f"looked at {room}")

    # -- hands and eyes --------------------------------------------------------------------------------------------

    @property
    def _shop(self) -> Shop:
        shop = self._program.shop
        if shop is None:
            raise TourError("the shop is not open")
        return shop

    def _desk(self) -> DeskPage:
        page = self._window.page
        if not isinstance(page, DeskPage):
            raise TourError("the desk is not open")
        return page

    def _primary(self) -> QPushButton | None:
        """The one primary button of the page on show, where it can be pressed."""
        return next((button for button in _buttons(self._window.page) if button.isEnabled()), None)

    def _press_primary(self) -> None:
        button = self._primary()
        if button is None:
            raise TourError("there is nothing to press")
        button.click()

    def _type(self, text: str) -> None:
        for letter in text:
            _send_key(Qt.Key(ord(letter)), letter)

    def _press(self, key: Qt.Key) -> None:
        _send_key(key, "\r" if key == Qt.Key.Key_Return else "")

    def _settled(self) -> Callable[[], bool]:
        """Layouts done, announcements heard, nothing under way."""
        since = QElapsedTimer()
        since.start()
        return lambda: since.elapsed() > SETTLE_MS and not self._program.kit.tasks.busy

    def _picture(self, name: str) -> Iterator[Callable[[], bool]]:
        """Save what is on show in both themes, the one in force first: a switch costs more than a picture."""
        theme = self._program.kit.theme
        modes: tuple[ThemeMode, ThemeMode] = ("dark", "light") if theme.dark else ("light", "dark")
        for mode in modes:
            theme.set_mode(mode)
            yield self._settled()
            path = self._pictures / f"{name}_{self._language}_{mode}.png"
            if not self._window.grab().save(str(path)):
                raise TourError(f"{path} can't be written")
            self.saved.append(path)

    def _say(self, step: str) -> None:
        sys.stdout.write(f"{self._language}: {step}\n")


def _buttons(page: Page) -> list[QPushButton]:
    return [
        button
        for button in page.findChildren(QPushButton)
        if button.property("kind") == "primary" and button.isVisibleTo(page)
    ]


def _send_key(key: Qt.Key, text: str) -> None:
    target: QWidget | None = QApplication.focusWidget()
    if target is None:
        raise TourError("nothing has the keyboard")
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def run_tour(directory: Path) -> int:
    """Make the tour with the pictures in `directory`; returns the exit code, 1 where a step fails."""
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    directory.mkdir(parents=True, exist_ok=True)
    saved = 0
    try:
        for language in LANGUAGES:
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as data:
                tour = Tour(application, directory, Path(data), language)
                tour.walk()
                saved += len(tour.saved)
    except Exception:  # noqa: BLE001 - the tour ends here, whatever it was
        traceback.print_exc()
        return 1
    sys.stdout.write(f"saved {saved} pictures in {directory}\n")
    return 0
