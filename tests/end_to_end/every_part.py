"""Opens every tab, section, step and dialog that has a name, in small windows, and prints what can't be read.

`python -m tests.end_to_end.every_part FOLDER LANGUAGE`: one JSON list, empty if all is well. 1280x720 is what a screen
of 1920x1080 leaves at 150 %; the smallest window is what one of 1366x768 leaves at 125 %, and more.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QWidget

from retention_desktop.settings import ShopSettings
from retention_desktop.shop import open_shop
from tests.end_to_end.every_page import NOW, RESOURCES, wait
from tests.ui.legibility import clipped_texts, low_contrast, nameless, picture
from ui.app import Program, rooms
from ui.customers.page import CustomersPage
from ui.customers.tabs import Tabs
from ui.desk.page import DeskPage
from ui.main_window import SMALLEST
from ui.settings.index import IndexButton
from ui.shared.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retention_desktop.shop import Shop
    from ui.shared.page import Page

LIST = Path(__file__).resolve().parents[1] / "data" / "customers_ja.csv"
SIZES = ((1280, 720), SMALLEST)
_ROWS = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class Walk:
    """One walk through a filled shop in one language; `found` is what can't be read."""

    def __init__(self, application: QApplication, folder: Path, language: str) -> None:
        self.found: list[str] = []
        self.seen: list[str] = []
        self._language = language

        def opened() -> Shop:
            first = ShopSettings(language=language, theme="light")
            return open_shop(folder, RESOURCES, clock=lambda: NOW, first=first, window=True)

        self._program = Program(application, folder, RESOURCES, rooms(), open_shop=opened, clock=lambda: NOW)
        self._program.kit.language.choose("ja" if language == "ja" else "en")
        self._program.kit.theme.reduce_motion = True
        self._program.start()
        wait(lambda: self._program.shop is not None)
        if self._program.shop is not None:
            self._program.shop.sample_shop.fill()

    def close(self) -> None:
        """Close the window."""
        self._program.window.close()
        self._program.kit.language.close()

    def every_part(self) -> None:
        """Go through all rooms at each size; colours are measured in the dark, in the larger window."""
        for size in SIZES:
            self._program.kit.theme.set_mode("dark" if size == SIZES[0] else "light")
            self._program.window.resize(*size)
            for room in rooms():
                page = self._program.window.open_room(room.name)
                self._part(page, f"{size} {room.name}")
                self._choices(page, f"{size} {room.name}")
                self._dialogs(page, f"{size} {room.name}")
                for state in self._states(page):
                    self._part(page, f"{size} {room.name} {state}")
                    self._choices(page, f"{size} {room.name} {state}")
                    self._dialogs(page, f"{size} {room.name} {state}")

    def _part(self, widget: QWidget, where: str) -> None:
        wait(lambda: not self._program.kit.tasks.busy)
        picture(widget)  # lays out what has yet to be
        wait(lambda: clipped_texts(widget) == [], 1000)
        self.seen.append(where)
        flaws = clipped_texts(widget) + nameless(widget)
        if str(SIZES[0]) in where:
            flaws += low_contrast(widget)
        self.found += [f"{self._language} {where}: {flaw}" for flaw in flaws]

    def _choices(self, page: QWidget, where: str, known: frozenset[str] = frozenset()) -> None:
        """Each tab and section in turn, and those within."""
        names = [button.accessibleName() or button.text() for button in _choices_of(page)]
        for name in names:
            button = next((one for one in _choices_of(page) if name in {one.accessibleName(), one.text()}), None)
            if button is None or name in known:
                continue
            button.click()
            self._part(page, f"{where} > {name}")
            self._choices(page, f"{where} > {name}", known | set(names))
            self._dialogs(page, f"{where} > {name}")

    def _dialogs(self, page: QWidget, where: str) -> None:
        """What each button with an ellipsis opens: a dialog, or a form in the page, that Escape closes."""
        for name in [_name(button) for button in _askers(page)]:
            if f"{where} [{name}]" in self.seen:
                continue
            button = next((one for one in _askers(page) if _name(one) == name), None)
            if button is None:
                continue
            button.click()
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QFileDialog):
                self._part(dialog or page, f"{where} [{name}]")
            if isinstance(dialog, QDialog):
                dialog.reject()
                wait(lambda: QApplication.activeModalWidget() is None, 2000)
            elif not isinstance(dialog, QWidget):
                QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Escape)

    def _states(self, page: Page) -> Iterator[str]:
        if isinstance(page, CustomersPage):
            yield from self._customers(page)
        elif isinstance(page, DeskPage):
            yield from self._desk(page)

    def _customers(self, page: CustomersPage) -> Iterator[str]:
        shop = self._program.shop
        keys = shop.customers.keys() if shop else []
        rows = shop.customers.rows(keys[:1]) if shop else []
        for row in rows:
            page.open_customer(row.uid)
            yield "person"
            page.browse.pane.person.print_wanted.emit(row.uid)
            yield from self._modal("print")
            page.go_back()
            page.browse.add("1234")
            yield "adding"
            page.go_back()
        page.browse.list.table.selectAll()
        yield "many"
        page.go_back()
        for key in keys[:2]:
            page.browse.list.table.selectionModel().select(
                page.browse.list.table.model().index(keys.index(key), 0), _ROWS
            )
        yield "two"
        page.go_back()
        page.import_file(LIST)
        wait(lambda: not page.importing.busy)
        yield "import"
        page.go_back()

    def _desk(self, page: DeskPage) -> Iterator[str]:
        """What keys open there: a person found, a visit, its bill, what can be redeemed, a sale, somebody new."""
        page.focus_start()
        QTest.keyClicks(QApplication.focusWidget() or page, "1200")
        yield "found"
        for key, state in (
            (Qt.Key.Key_Return, "person"), (Qt.Key.Key_Return, "visit"), (Qt.Key.Key_F7, "bill"),
            (Qt.Key.Key_F8, "redeem"), (Qt.Key.Key_Escape, "back"), (Qt.Key.Key_F4, "sale"),
            (Qt.Key.Key_F2, "somebody new"),
        ):  # fmt: skip
            _press(page, key)
            yield state
        for _ in range(3):
            _press(page, Qt.Key.Key_Escape)

    def _modal(self, name: str) -> Iterator[str]:
        """A dialog that was just opened is looked at, and closed."""
        wait(lambda: QApplication.activeModalWidget() is not None, 3000)
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            self._part(dialog, f"{SIZES[0]} dialog {name}")
            dialog.reject()
            wait(lambda: QApplication.activeModalWidget() is None, 2000)
        else:
            self.found.append(f"{name}: no dialog opened")
        yield name


def _press(page: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or page, key)


def _choices_of(page: QWidget) -> list[QAbstractButton]:
    """Tabs and sections; what is chosen within the settings is a setting, and changed at once."""
    groups = [*page.findChildren(Segmented), *page.findChildren(Tabs)]
    found: list[QAbstractButton] = [*page.findChildren(IndexButton)]
    if not found:
        found = [button for group in groups for button in group.findChildren(QAbstractButton)]
    return [one for one in found if one.isVisibleTo(page) and one.isEnabled()]


def _askers(page: QWidget) -> list[QAbstractButton]:
    buttons = page.findChildren(QAbstractButton)
    return [one for one in buttons if _name(one).endswith("…") and one.isVisibleTo(page) and one.isEnabled()]


def _name(button: QAbstractButton) -> str:
    return button.accessibleName() or button.text()


def main() -> int:
    """Print the flaws of one language; exit code 1 where there are any."""
    application = QApplication(sys.argv[:1])
    walk = Walk(application, Path(sys.argv[1]), sys.argv[2])
    walk.every_part()
    walk.close()
    sys.stderr.write("\n".join(walk.seen) + "\n")
    sys.stdout.write(json.dumps(walk.found, ensure_ascii=False) + "\n")
    return int(bool(walk.found))


if __name__ == "__main__":
    raise SystemExit(main())
