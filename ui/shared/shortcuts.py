"""The window's keys: one table, bound here, shown by F1 and beside the actions."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ui.shared.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One action and its keys. Some are handled by a widget itself and stand here for the reader.

    Attributes:
        action: the name in code.
        keys: in Qt's portable writing (Qt itself puts Command for Ctrl on macOS); the first is shown.
        what: what it does, English source.
        where: where it works, English source.
    """

    action: str
    keys: tuple[str, ...]
    what: str
    where: str


_ANYWHERE: Final = mark("Shortcuts", "Anywhere")
_DESK: Final = mark("Shortcuts", "Desk")
_MESSAGES: Final = mark("Shortcuts", "Messages")
ROOM_KEYS: Final = 7

SHORTCUTS: Final[tuple[Shortcut, ...]] = (
    *(
        Shortcut(f"room_{n}", (f"Ctrl+{n}",), mark("Shortcuts", "Open a room"), _ANYWHERE)
        for n in range(1, ROOM_KEYS + 1)
    ),
    Shortcut("settings", ("Ctrl+,",), mark("Shortcuts", "Settings"), _ANYWHERE),
    Shortcut("find", ("Ctrl+F",), mark("Shortcuts", "Find"), _ANYWHERE),
    Shortcut("undo", ("Ctrl+Z", "F9"), mark("Shortcuts", "Undo the last thing"), _ANYWHERE),
    Shortcut("back", ("Esc",), mark("Shortcuts", "Close, clear or go back"), _ANYWHERE),
    Shortcut("next_pane", ("F6",), mark("Shortcuts", "Next pane"), _ANYWHERE),
    Shortcut("previous_pane", ("Shift+F6",), mark("Shortcuts", "Previous pane"), _ANYWHERE),
    Shortcut("help", ("F1",), mark("Shortcuts", "This table"), _ANYWHERE),
    Shortcut("enter", ("Return",), mark("Shortcuts", "Open, check in, record the amount"), _DESK),
    Shortcut("pick", ("Alt+1",), mark("Shortcuts", "Open that person (Alt+1 to Alt+9)"), _DESK),
    Shortcut("new_customer", ("F2",), mark("Shortcuts", "New customer"), _DESK),
    Shortcut("sale", ("F4",), mark("Shortcuts", "Sale without a customer"), _DESK),
    Shortcut("bill_details", ("F7",), mark("Shortcuts", "Bill details: code, items, tax"), _DESK),
    Shortcut("redeem", ("F8",), mark("Shortcuts", "Redeem a reward or a coupon"), _DESK),
    Shortcut("send", ("Ctrl+Return",), mark("Shortcuts", "Send"), _MESSAGES),
    Shortcut("test_message", ("Ctrl+T",), mark("Shortcuts", "Test to myself"), _MESSAGES),
)

_BY_ACTION: Final = {shortcut.action: shortcut for shortcut in SHORTCUTS}
_MAC: Final = {"Ctrl": "⌘", "Alt": "⌥", "Shift": "⇧", "Return": "⏎", "Esc": "⎋"}
_OTHER: Final = {"Return": "Enter"}


def shortcut(action: str) -> Shortcut:
    """The table's row for an action. Raises KeyError for a name that isn't in it."""
    return _BY_ACTION[action]


def keys_text(action: str, platform: str = sys.platform) -> str:
    """The first keys of an action as this platform writes them: "Ctrl+F", on macOS "⌘F"."""
    parts = _BY_ACTION[action].keys[0].split("+")
    if platform == "darwin":
        return "".join(_MAC.get(part, part) for part in parts)
    return "+".join(_OTHER.get(part, part) for part in parts)


def bind(action: str, widget: QWidget, callback: Callable[[], object]) -> None:
    """Call back when an action's keys are pressed while `widget` or a child of it has the keyboard.

    Bound to the window it works anywhere; bound to a page only there. No repeat while the key is held.
    """
    context = Qt.ShortcutContext.WindowShortcut if widget.isWindow() else Qt.ShortcutContext.WidgetWithChildrenShortcut
    for keys in _sequences(_BY_ACTION[action].keys):
        key = QShortcut(QKeySequence(keys), widget)
        key.setContext(context)
        key.setAutoRepeat(False)
        key.activated.connect(callback)


def _sequences(keys: tuple[str, ...]) -> list[str]:
    """Return and the keypad's Enter are two keys to Qt and one to a person."""
    return [*keys, *(one.replace("Return", "Enter") for one in keys if "Return" in one)]


def shown_shortcuts() -> list[tuple[str, str, str]]:
    """(where, keys, what) of the whole table in the reader's language; the rooms are one row."""
    rows = [
        (tr("Shortcuts", one.where), keys_text(one.action), tr("Shortcuts", one.what))
        for one in SHORTCUTS
        if not one.action.startswith("room_")
    ]
    rooms = f"{keys_text('room_1')} – {keys_text(f'room_{ROOM_KEYS}')}"
    return [(tr("Shortcuts", "Anywhere"), rooms, tr("Shortcuts", "Open a room")), *rows]
